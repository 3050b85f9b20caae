package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Boundary cells kept in flat arrays. */
class PrismsTest {
    @Test
    void aCellKeepsItsPolygonInItsOwnUnits() {
        RingStack rings = new RingStack();
        rings.push(new double[] {10, 20, 12, 20, 12, 23, 10, 23});
        rings.push(new double[] {10.5, 20, 12, 20, 12, 22.4, 11.5, 21.5});
        rings.push(new double[] {10.5, 20.3, 11.5, 20.3, 11.5, 22.7, 10.5, 22.7});
        Prisms prisms = new Prisms(1);
        for (int i = 0; i < 3; i++) {
            prisms.add(3 * i, 5 * i, rings, i, i + 1, 10, 12, 20, 23);
        }
        assertThat(prisms.count()).isEqualTo(3);
        assertThat(prisms.a(1)).isEqualTo(3);
        assertThat(prisms.b(1)).isEqualTo(5);
        assertThat(Arrays.copyOfRange(prisms.xy(), prisms.from(1), prisms.to(1)))
                .containsExactly(new double[] {0.25, 0, 1, 0, 1, 0.8, 0.75, 0.5}, within(1e-12));
        assertThat(new double[] {prisms.minX(1), prisms.minY(1), prisms.maxX(1), prisms.maxY(1)})
                .containsExactly(new double[] {0.25, 0, 1, 0.8}, within(1e-12));
        // The last is 1/2 wide and 0.8 high about the middle.
        assertThat(new double[] {prisms.minX(2), prisms.minY(2), prisms.maxX(2), prisms.maxY(2)})
                .containsExactly(new double[] {0.25, 0.1, 0.75, 0.9}, within(1e-12));
        assertThat(prisms.area(2)).isCloseTo(0.4, within(1e-12));
        assertThat(prisms.momentX(2)).isCloseTo(0.2, within(1e-12));
        assertThat(prisms.momentY(2)).isCloseTo(0.2, within(1e-12));
        assertThat(prisms.momentXy(2)).isCloseTo(0.1, within(1e-12));
    }

    /** A ring and a hole become one polygon with ways between them; the rings stay known. */
    @Test
    void severalRingsAreJoined() {
        double[] outer = {0.1, 0.2, 0.9, 0.2, 0.9, 0.8, 0.1, 0.8};
        double[] hole = {0.4, 0.4, 0.4, 0.6, 0.6, 0.6, 0.6, 0.4};
        RingStack rings = new RingStack();
        rings.push(outer);
        rings.push(hole);
        Prisms prisms = new Prisms(1);
        prisms.add(0, 0, rings, 0, 2, 0, 1, 0, 1);
        assertThat(prisms.area(0)).isCloseTo(0.48 - 0.04, within(1e-12));
        assertThat(prisms.firstRing(0)).isZero();
        assertThat(prisms.lastRing(0)).isEqualTo(2);
        assertThat(Arrays.copyOfRange(prisms.xy(), prisms.ringFrom(0), prisms.ringTo(0)))
                .containsExactly(outer);
        assertThat(Arrays.copyOfRange(prisms.xy(), prisms.ringFrom(1), prisms.ringTo(1)))
                .containsExactly(hole);
        double[] m = new double[4];
        Moments.add(prisms.xy(), prisms.from(0), prisms.to(0), m, 0);
        assertThat(m[0]).isCloseTo(prisms.area(0), within(1e-12));
        assertThat(m[1]).isCloseTo(prisms.momentX(0), within(1e-12));
        assertThat(m[2]).isCloseTo(prisms.momentY(0), within(1e-12));
        assertThat(m[3]).isCloseTo(prisms.momentXy(0), within(1e-12));
        assertThat(new double[] {prisms.minX(0), prisms.minY(0), prisms.maxX(0), prisms.maxY(0)})
                .containsExactly(0.1, 0.2, 0.9, 0.8);
    }

    @Test
    void aVertexOnTheCellsEdgeStaysOnIt() {
        double x1 = 0.1 + 0.7;
        double y1 = 0.3 + 0.6;
        RingStack rings = new RingStack();
        rings.push(new double[] {0.1, 0.3, x1, 0.3, x1, y1});
        Prisms prisms = new Prisms(1);
        prisms.add(0, 0, rings, 0, 1, 0.1, x1, 0.3, y1);
        assertThat(Arrays.copyOfRange(prisms.xy(), 0, 6)).containsExactly(0, 0, 1, 0, 1, 1);
    }

    @Test
    void moreThanWereExpectedAreKept() {
        RingStack rings = new RingStack();
        double[] ring = new double[40];
        for (int i = 0; i < 20; i++) {
            ring[2 * i] = 0.5 + 0.5 * Math.cos(Math.PI * i / 10);
            ring[2 * i + 1] = 0.5 + 0.5 * Math.sin(Math.PI * i / 10);
        }
        for (int i = 0; i < 5; i++) {
            rings.push(ring);
        }
        Prisms prisms = new Prisms(1);
        for (int i = 0; i < 9; i++) {
            prisms.add(i, 2 * i, rings, 0, 1 + i % 5, 0, 1, 0, 1);
        }
        assertThat(prisms.count()).isEqualTo(9);
        for (int i = 0; i < 9; i++) {
            assertThat(prisms.a(i)).isEqualTo(i);
            assertThat(prisms.b(i)).isEqualTo(2 * i);
            assertThat(prisms.lastRing(i) - prisms.firstRing(i)).isEqualTo(1 + i % 5);
            assertThat(prisms.area(i)).isCloseTo(prisms.area(0) * (1 + i % 5), within(1e-12));
            assertThat(prisms.ringTo(prisms.lastRing(i) - 1) - prisms.ringFrom(prisms.firstRing(i)))
                    .isEqualTo(i % 5 == 0 ? 40 : 40 * (1 + i % 5) + 4 * (i % 5));
        }
    }
}
