package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RingMomentsTest {
    private static void assertMoments(double[] ring, double x, double y, double spreadX, double spreadY, double area) {
        RingMoments m = RingMoments.of(ring);
        assertThat(m.x()).isCloseTo(x, within(1e-12));
        assertThat(m.y()).isCloseTo(y, within(1e-12));
        assertThat(m.spreadX()).isCloseTo(spreadX, within(1e-12));
        assertThat(m.spreadY()).isCloseTo(spreadY, within(1e-12));
        assertThat(m.areaMm2()).isCloseTo(area, within(1e-12));
    }

    /** Two sides at half the width from the middle and two that run across it. */
    private static double spread(double width, double height) {
        double square = 2 * height * width * width / 4 + 2 * width * width * width / 12;
        return Math.sqrt(square / (2 * (width + height)));
    }

    @Test
    void aRectangleWhereverItBeginsAndWhicheverWayItRuns() {
        double sx = spread(6, 4);
        double sy = spread(4, 6);
        assertMoments(new double[] {2, -3, 8, -3, 8, 1, 2, 1}, 5, -1, sx, sy, 24);
        assertMoments(new double[] {8, 1, 2, 1, 2, -3, 8, -3}, 5, -1, sx, sy, 24);
        assertMoments(new double[] {2, 1, 8, 1, 8, -3, 2, -3}, 5, -1, sx, sy, -24);
        assertMoments(new double[] {8, -3, 2, -3, 2, 1, 8, 1}, 5, -1, sx, sy, -24);
    }

    /** Legs 3 and 4, side 5: of its outline, 12, a third along x, a quarter along y, the rest slanted. */
    @Test
    void aRightTriangle() {
        double meanX = (4 * 2 + 5 * 2) / 12.0;
        double meanY = (3 * 1.5 + 5 * 1.5) / 12.0;
        double squareX = (4 * 16 + 5 * 16) / 3 / 12.0;
        double squareY = (3 * 9 + 5 * 9) / 3 / 12.0;
        assertMoments(
                new double[] {10, 20, 14, 20, 10, 23},
                10 + 4 / 3.0,
                21,
                Math.sqrt(squareX - meanX * meanX),
                Math.sqrt(squareY - meanY * meanY),
                6);
    }

    /** An L of two rectangles: the weighted mean of their centres. */
    @Test
    void aRingThatIsNotConvex() {
        double[] l = {0, 0, 6, 0, 6, 2, 2, 2, 2, 8, 0, 8};
        RingMoments m = RingMoments.of(l);
        assertThat(m.areaMm2()).isCloseTo(24, within(1e-12));
        assertThat(m.x()).isCloseTo((12 * 3 + 12 * 1) / 24.0, within(1e-12));
        assertThat(m.y()).isCloseTo((12 * 1 + 12 * 5) / 24.0, within(1e-12));
    }

    @Test
    void aRingWithoutAreaHasTheMiddleOfItsOutline() {
        assertMoments(new double[] {4, 1, 10, 1}, 7, 1, Math.sqrt(3), 0, 0);
        assertMoments(new double[] {4, 1, 4, 9, 4, 3}, 4, 5, 0, 8 / Math.sqrt(12), 0);
        // Thinner than a part in 1e9 of its length is no area; ten times thicker is.
        assertThat(RingMoments.of(new double[] {0, 0, 1, 0, 0, 1e-10}).x()).isCloseTo(0.5, within(1e-6));
        assertThat(RingMoments.of(new double[] {0, 0, 100, 0, 0, 1e-7}).x()).isCloseTo(50, within(1e-6));
        assertThat(RingMoments.of(new double[] {0, 0, 1, 0, 0, 1e-7}).x()).isCloseTo(1 / 3.0, within(1e-6));
    }
}
