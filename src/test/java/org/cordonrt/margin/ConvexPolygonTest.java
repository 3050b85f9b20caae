package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConvexPolygonTest {
    private static ConvexPolygon box() {
        ConvexPolygon p = new ConvexPolygon(3);
        p.rectangle(0, 8, 0, 6);
        for (int k = 0; k < 4; k++) {
            // A value that is linear over the plane is carried along.
            p.set(k, 2, 100 + 10 * p.get(k, 0) - p.get(k, 1));
        }
        return p;
    }

    private static void assertVertices(ConvexPolygon p, double... yz) {
        assertThat(p.size()).isEqualTo(yz.length / 2);
        for (int k = 0; k < p.size(); k++) {
            assertThat(p.get(k, 0)).isCloseTo(yz[2 * k], within(1e-12));
            assertThat(p.get(k, 1)).isCloseTo(yz[2 * k + 1], within(1e-12));
            assertThat(p.get(k, 2)).isCloseTo(100 + 10 * yz[2 * k] - yz[2 * k + 1], within(1e-9));
        }
    }

    @Test
    void aRectangleRunsRound() {
        assertVertices(box(), 0, 0, 0, 6, 8, 6, 8, 0);
        assertThat(box().mean(0)).isEqualTo(4);
        assertThat(box().mean(1)).isEqualTo(3);
        assertThat(box().mean(2)).isEqualTo(137);
    }

    @Test
    void clippingKeepsWhereAFunctionIsNotNegative() {
        ConvexPolygon p = box();
        p.clip(k -> p.get(k, 0) - 2);
        assertVertices(p, 2, 6, 8, 6, 8, 0, 2, 0);
        p.clip(k -> 10 - p.get(k, 0) - p.get(k, 1));
        assertVertices(p, 2, 6, 4, 6, 8, 2, 8, 0, 2, 0);
        assertThat(p.mean(0)).isEqualTo(24 / 5.0);
        p.clip(k -> p.get(k, 1) + 1);
        assertVertices(p, 2, 6, 4, 6, 8, 2, 8, 0, 2, 0);
        p.clip(k -> 5 - p.get(k, 0));
        assertVertices(p, 2, 6, 4, 6, 5, 5, 5, 0, 2, 0);
        p.clip(k -> -1 - p.get(k, 0));
        assertThat(p.size()).isZero();
        p.clip(k -> 1);
        assertThat(p.size()).isZero();
    }

    @Test
    void cuttingOffACornerAddsOne() {
        ConvexPolygon p = box();
        p.clip(k -> p.get(k, 0) + p.get(k, 1) - 2);
        assertVertices(p, 0, 2, 0, 6, 8, 6, 8, 0, 2, 0);
    }

    @Test
    void whatOnlyTouchesKeepsASide() {
        ConvexPolygon p = box();
        p.clip(k -> p.get(k, 0) - 8);
        for (int k = 0; k < p.size(); k++) {
            assertThat(p.get(k, 0)).isEqualTo(8);
        }
        assertThat(p.mean(1)).isEqualTo(3);
    }

    @Test
    void aCopyIsItsOwn() {
        ConvexPolygon p = box();
        ConvexPolygon copy = new ConvexPolygon(3);
        copy.copyFrom(p);
        p.clip(k -> 4 - p.get(k, 0));
        assertVertices(copy, 0, 0, 0, 6, 8, 6, 8, 0);
        p.rectangle(1, 2, 3, 4);
        assertThat(p.size()).isEqualTo(4);
        assertThat(p.get(2, 0)).isEqualTo(2);
        assertThat(p.get(2, 1)).isEqualTo(4);
    }

    /** Between 1 and 5 along (0.6, -0.8) and between 2 and 4 along (0.8, 0.6). */
    @Test
    void aTurnedRectangleIsKept() {
        ConvexPolygon p = new ConvexPolygon(2);
        p.rectangle(-20, 20, -20, 20);
        p.clipByTurnedRectangle(0.6, 0.8, new double[] {9, 1, 5, 0, 0, 0, 0, 2, 4}, 1);
        assertThat(p.size()).isEqualTo(4);
        assertThat(p.mean(0)).isCloseTo(3 * 0.6 + 3 * 0.8, within(1e-12));
        assertThat(p.mean(1)).isCloseTo(-3 * 0.8 + 3 * 0.6, within(1e-12));
        for (int k = 0; k < 4; k++) {
            double along = p.get(k, 0) * 0.6 - p.get(k, 1) * 0.8;
            double across = p.get(k, 0) * 0.8 + p.get(k, 1) * 0.6;
            assertThat(Math.abs(along - 3)).isCloseTo(2, within(1e-12));
            assertThat(Math.abs(across - 3)).isCloseTo(1, within(1e-12));
        }
    }
}
