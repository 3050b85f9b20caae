package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Squares that become larger or smaller squares around the same corner or another one: the side blends evenly. */
class BlendCourseTest {
    private static RingSpans squares(double side, double toSide, double x, double y) {
        return RingSpans.of(Outlines.box(0, 0, side, side), Outlines.box(x, y, x + toSide, y + toSide));
    }

    /** The way done at a fraction of the gap where the area is {@code area} and the smaller is a part of the larger. */
    private static double way(double fraction, double side, double toSide, double area) {
        double larger = Math.max(side, toSide);
        double smaller = Math.min(side, toSide);
        double byArea = (Math.sqrt(area) - side) / (toSide - side);
        return fraction + (1 - smaller * smaller / (larger * larger)) * (byArea - fraction);
    }

    private static void assertCourse(BlendCourse course, double fraction, double way) {
        assertThat(course.fractionAt(way)).isCloseTo(fraction, within(1e-9));
    }

    @Test
    void ringsOfOneSizeMoveInStepWithTheHeight() {
        BlendCourse course = BlendCourse.of(squares(3, 3, 5, 1), 7, -7);
        assertThat(course).isSameAs(BlendCourse.STEADY);
        assertThat(course.fractionAt(0)).isZero();
        assertThat(course.fractionAt(0.3)).isEqualTo(0.3);
        assertThat(course.fractionAt(1)).isEqualTo(1);
    }

    /** From 4 to 16 mm2 with the slope of the straight line at both ends: 7 mm2 after a quarter of the way. */
    @Test
    void theMoreTheAreasDifferTheMoreTheAreaFollowsItsTrend() {
        for (double shift : new double[] {0, 9, -4}) {
            BlendCourse growing = BlendCourse.of(squares(2, 4, shift, 2 * shift), 12, 12);
            assertCourse(growing, 0.25, way(0.25, 2, 4, 7));
            assertCourse(growing, 0.5, way(0.5, 2, 4, 10));
            assertCourse(growing, 0.75, way(0.75, 2, 4, 13));
            BlendCourse shrinking = BlendCourse.of(squares(4, 2, shift, 2 * shift), -12, -12);
            assertCourse(shrinking, 0.25, way(0.25, 4, 2, 13));
            assertCourse(shrinking, 0.5, way(0.5, 4, 2, 10));
        }
        // The areas differ less: 9 and 16.
        assertCourse(BlendCourse.of(squares(3, 4, 0, 0), 7, 7), 0.5, way(0.5, 3, 4, 12.5));
        assertCourse(BlendCourse.of(squares(4, 3, 1, 0), -7, -7), 0.25, way(0.25, 4, 3, 14.25));
    }

    /** Flat at both ends: 4 + 12 (3 t^2 - 2 t^3). Flat at one: the other slope adds or takes away half-way. */
    @Test
    void theTrendHasItsSlopes() {
        assertCourse(BlendCourse.of(squares(2, 4, 0, 0), 0, 0), 0.25, way(0.25, 2, 4, 4 + 12 * (3 / 16.0 - 2 / 64.0)));
        assertCourse(BlendCourse.of(squares(2, 4, 0, 0), 8, 0), 0.5, way(0.5, 2, 4, 10 + 8 / 8.0));
        assertCourse(BlendCourse.of(squares(2, 4, 0, 0), 0, 8), 0.5, way(0.5, 2, 4, 10 - 8 / 8.0));
    }

    @Test
    void aTrendBeyondTheAreasOfBothRingsEndsAtTheirs() {
        assertCourse(BlendCourse.of(squares(2, 4, 0, 0), 200, 0), 0.5, way(0.5, 2, 4, 16));
        assertCourse(BlendCourse.of(squares(2, 4, 0, 0), 0, 200), 0.5, way(0.5, 2, 4, 4));
        assertCourse(BlendCourse.of(squares(4, 2, 0, 0), -200, 0), 0.5, way(0.5, 4, 2, 4));
        assertCourse(BlendCourse.of(squares(4, 2, 0, 0), 0, -200), 0.5, way(0.5, 4, 2, 16));
    }

    /** Every corner goes to the opposite one of a larger square: half-way next to nothing is left. */
    @Test
    void aWayThroughASmallerAreaDoesNotTellHowFarToGo() {
        double[] turned = Outlines.from(Outlines.box(-3, -3, 3, 3), 2);
        RingSpans through = RingSpans.of(Outlines.box(-2, -2, 2, 2), turned);
        assertThat(BlendCourse.of(through, 20, 20)).isSameAs(BlendCourse.STEADY);
        assertThat(BlendCourse.of(through.reversed(), -20, -20)).isSameAs(BlendCourse.STEADY);
    }
}
