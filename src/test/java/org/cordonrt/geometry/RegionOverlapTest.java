package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

class RegionOverlapTest {
    /** Over the heights that both have, as the regions' boxes give them. */
    private static double area(PlaneRegion p, PlaneRegion q) {
        return RegionOverlap.areaMm2(
                p.toRings(),
                q.toRings(),
                Math.max(p.minY(), q.minY()),
                Math.min(p.maxY(), q.maxY()),
                (Math.max(p.minX(), q.minX()) + Math.min(p.maxX(), q.maxX())) / 2);
    }

    private static void assertArea(double expected, double[] p, double[] q) {
        PlaneRegion a = PlaneRegion.evenOdd(List.of(p));
        PlaneRegion b = PlaneRegion.evenOdd(List.of(q));
        assertThat(area(a, b)).isCloseTo(expected, within(1e-9));
        assertThat(area(b, a)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void boxesShareABox() {
        assertArea(12, Outlines.box(0, 0, 10, 10), Outlines.box(7, 6, 20, 30));
        assertArea(4, Outlines.box(0, 0, 10, 10), Outlines.box(4, 4, 6, 6));
        assertArea(20, Outlines.box(0, 4, 10, 6), Outlines.box(0, 0, 10, 10));
        assertArea(0, Outlines.box(0, 0, 10, 10), Outlines.box(10, 0, 20, 10));
    }

    /** Two triangles on one base, the one with its tip above the left end, the other above the right. */
    @Test
    void slantedSidesThatCrossShareATriangle() {
        assertArea(10, new double[] {0, 0, 8, 0, 0, 5}, new double[] {0, 0, 8, 0, 8, 5});
        assertArea(10, new double[] {0, 5, 0, 0, 8, 5}, new double[] {8, 0, 8, 5, 0, 5});
        // Upside down upon each other: a rhomb of diagonals 4 and 6.
        assertArea(12, new double[] {0, 0, 8, 0, 4, 6}, new double[] {4, 0, 8, 6, 0, 6});
    }

    /** A comb of many teeth over a bar of many: more edges at one height than there was room for at first. */
    @Test
    void manyEdgesAtOneHeight() {
        double[] comb = new double[4 * 20 + 4];
        for (int k = 0; k < 20; k++) {
            comb[4 * k] = 2 * k;
            comb[4 * k + 1] = 5;
            comb[4 * k + 2] = 2 * k + 1;
            comb[4 * k + 3] = 1;
        }
        comb[80] = 40;
        comb[81] = 5;
        comb[82] = 20;
        comb[83] = -100;
        double[] bar = Outlines.box(-10, 1, 50, 5);
        // Each tooth is half a box 2 wide and 4 high; below it the comb is a triangle that lies under the bar.
        PlaneRegion a = PlaneRegion.evenOdd(List.of(comb));
        PlaneRegion b = PlaneRegion.evenOdd(List.of(bar));
        assertThat(area(a, b)).isCloseTo(TrapezoidOverlap.areaMm2(a.toTrapezoids(), b.toTrapezoids()), within(1e-9));
        assertThat(area(b, a)).isCloseTo(area(a, b), within(1e-9));
    }

    /** As the sum over all pairs of trapezoids, which is computed in another way. */
    @Test
    void randomTanglesAsTheirTrapezoids() {
        Property.forAll(
                400,
                random -> List.of(
                        random.doubles(6 + 2 * random.nextInt(6), 0, 10).toArray(),
                        random.doubles(6 + 2 * random.nextInt(6), 3, 13).toArray()),
                rings -> {
                    PlaneRegion p = PlaneRegion.evenOdd(rings.subList(0, 1));
                    PlaneRegion q = PlaneRegion.evenOdd(rings.subList(1, 2));
                    if (p.minX() < q.maxX() && q.minX() < p.maxX() && p.minY() < q.maxY() && q.minY() < p.maxY()) {
                        assertThat(area(p, q))
                                .isCloseTo(TrapezoidOverlap.areaMm2(p.toTrapezoids(), q.toTrapezoids()), within(1e-9));
                    }
                });
    }
}
