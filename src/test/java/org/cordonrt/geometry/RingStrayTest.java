package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RingStrayTest {
    private static PlaneRegion box(double x0, double y0, double x1, double y1) {
        return PlaneRegion.evenOdd(List.of(ring(x0, y0, x1, y1)));
    }

    private static double[] ring(double x0, double y0, double x1, double y1) {
        return new double[] {x0, y0, x1, y0, x1, y1, x0, y1};
    }

    /** One point of a wall on its way from the first place to the second; the others stay in the first region. */
    private static RingSpans way(double x, double y, double toX, double toY) {
        return RingSpans.of(new double[] {0.5, 0.5, x, y, 0.5, 1.5}, new double[] {0.5, 0.5, toX, toY, 0.5, 1.5});
    }

    @Test
    void aWayThroughFreeSpaceOnBothPlanesIsStraying() {
        PlaneRegion left = box(0, 0, 2, 10);
        PlaneRegion right = box(8, 0, 10, 10);
        assertThat(RingStray.strays(way(2, 5, 8, 5), left, right)).isTrue();
        assertThat(RingStray.strays(way(8, 5, 2, 5), right, left)).isTrue();
        assertThat(RingStray.strays(way(5, -4, 5, 2), left, right)).isTrue();
    }

    @Test
    void aWayThroughEitherRegionIsNot() {
        PlaneRegion left = box(0, 0, 2, 10);
        PlaneRegion middle = box(4, 0, 6, 10);
        assertThat(RingStray.strays(way(2, 5, 8, 5), left, middle)).isFalse();
        assertThat(RingStray.strays(way(2, 5, 8, 5), middle, left)).isFalse();
        // Half-way counts, in both directions: (5, 12) is beyond the middle region, (5, 5) within.
        assertThat(RingStray.strays(way(1, 9, 9, 15), left, middle)).isTrue();
        assertThat(RingStray.strays(way(1, 1, 9, 9), left, middle)).isFalse();
    }

    @Test
    void halfAMillimetreOffEitherRegionIsAllowed() {
        PlaneRegion left = box(0, 0, 2, 10);
        PlaneRegion right = box(8, 0, 10, 10);
        // Half-way at x = 2.4 and 2.6, and at 7.6 and 7.4.
        assertThat(RingStray.strays(way(-1, 5, 5.8, 5), left, right)).isFalse();
        assertThat(RingStray.strays(way(-1, 5, 6.2, 5), left, right)).isTrue();
        assertThat(RingStray.strays(way(11, 5, 4.2, 5), left, right)).isFalse();
        assertThat(RingStray.strays(way(11, 5, 3.8, 5), left, right)).isTrue();
        // Across: half-way at y = 10.4 and 10.6 above x = 1, off a side and beyond a corner.
        assertThat(RingStray.strays(way(1, 8, 1, 12.8), left, right)).isFalse();
        assertThat(RingStray.strays(way(1, 8, 1, 13.2), left, right)).isTrue();
        assertThat(RingStray.strays(way(1, 8, 3.7, 12.7), left, right)).isFalse();
        assertThat(RingStray.strays(way(1, 8, 3.9, 12.9), left, right)).isTrue();
    }

    @Test
    void aShortWayIsNoneWhereverItLies() {
        PlaneRegion left = box(0, 0, 2, 10);
        assertThat(RingStray.strays(way(50, 50, 50.9, 50), left, left)).isFalse();
        assertThat(RingStray.strays(way(50, 50, 51.1, 50), left, left)).isTrue();
        assertThat(RingStray.strays(way(50, 50, 50, 49.1), left, left)).isFalse();
        assertThat(RingStray.strays(way(50, 50, 50, 48.9), left, left)).isTrue();
    }

    @Test
    void contoursThatCrossAreSeenWithTheirOutlines() {
        // A wide and a high box, the middle of both left out: (5, 5) is free, and 1 from the outline all around.
        PlaneRegion cross = PlaneRegion.evenOdd(List.of(ring(0, 4, 10, 6), ring(4, 0, 6, 10)));
        assertThat(RingStray.strays(way(1, 5, 9, 5), cross, cross)).isTrue();
        assertThat(RingStray.strays(way(1, 5, 8, 5), cross, cross))
                .as("0.5 off")
                .isFalse();
    }

    @Test
    void roundRingsAndShortWaysNeedNoLook() {
        double[] square = ring(0, 0, 10, 10);
        // A horseshoe: its inside cannot be seen from its centroid.
        double[] horseshoe = {0, 0, 10, 0, 10, 10, 8, 10, 8, 2, 2, 2, 2, 10, 0, 10};
        RingSpans far = way(0, 0, 3, 0);
        RingSpans near = way(0, 0, 1, 0);
        assertThat(RingStray.mayStray(new RingLinks.Link(square, square, 0, 0, true), far))
                .isFalse();
        assertThat(RingStray.mayStray(new RingLinks.Link(horseshoe, square, 0, 0, true), far))
                .isTrue();
        assertThat(RingStray.mayStray(new RingLinks.Link(square, horseshoe, 0, 0, true), far))
                .isTrue();
        assertThat(RingStray.mayStray(new RingLinks.Link(horseshoe, horseshoe, 0, 0, true), near))
                .isFalse();
    }
}
