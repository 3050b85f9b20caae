package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WallCourseTest {
    private static final double[] BOX = Outlines.box(0, 0, 8, 4);

    private static RingStack loft(double[] low, double[] high, double[] heights, double[] blend) {
        return new RingStack(RingSpans.of(low, high), heights[0], heights, blend, false, false, false);
    }

    private static RingStack loft(double[] low, double[] high) {
        return loft(low, high, new double[] {10, 13}, new double[] {0, 1});
    }

    private static WallCourse course(RingStack stack, double[] low, double[] high) {
        return WallCourse.of(List.of(stack), Outlines.plane(10, low), Outlines.plane(13, high))
                .orElseThrow();
    }

    @Test
    void aWallThatMovesAsAWholeReachesItsWay() {
        double[] moved = Outlines.placed(BOX, 1, 1, 3, 4);
        WallCourse course = course(loft(BOX, moved), BOX, moved);
        assertThat(course.reachMm()).isCloseTo(5, within(1e-12));
        assertThat(course.unevenMm()).isZero();
        assertThat(course.steepness()).isCloseTo(5 / 3.0, within(1e-12));
    }

    /** Half of the way in the last of three mm: late by a sixth of it, and half the way in one mm. */
    @Test
    void aWallThatFallsBehindIsUnevenAndSteep() {
        double[] moved = Outlines.placed(BOX, 1, 1, 3, 4);
        RingStack late = loft(BOX, moved, new double[] {10, 12, 13}, new double[] {0, 0.5, 1});
        WallCourse course = course(late, BOX, moved);
        assertThat(course.reachMm()).isCloseTo(5, within(1e-12));
        assertThat(course.unevenMm()).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(course.steepness()).isCloseTo(2.5, within(1e-12));
        RingStack early = loft(BOX, moved, new double[] {10, 11, 13}, new double[] {0, 0.8, 1});
        assertThat(course(early, BOX, moved).unevenMm()).isCloseTo(5 * (0.8 - 1 / 3.0), within(1e-12));
        assertThat(course(early, BOX, moved).steepness()).isCloseTo(4, within(1e-12));
    }

    /** The sides along x are 8 and 5 long, those along y 4 and 6: a twist of at most 3 mm, a quarter of it counts. */
    @Test
    void longSidesThatTwistAreUneven() {
        double[] other = Outlines.box(0, 0, 5, 6);
        WallCourse course = course(loft(BOX, other), BOX, other);
        assertThat(course.reachMm()).isCloseTo(Math.hypot(3, 2), within(1e-12));
        assertThat(course.unevenMm()).isCloseTo(0.75, within(1e-12));
        double[] tall = Outlines.box(0, 0, 7, 9);
        assertThat(course(loft(BOX, tall), BOX, tall).unevenMm()).isCloseTo(1.25, within(1e-12));
        // Turned, not longer: 8 along x becomes 8 along y.
        double[] turned = {8, 0, 8, 8, 4, 8, 4, 0};
        assertThat(course(loft(BOX, turned), BOX, turned).unevenMm()).isCloseTo(Math.hypot(8, 8) / 4, within(1e-12));
    }

    /** A corner bevelled over 0.25 mm on one plane and less on the other: the shorter of both adds to the reach. */
    @Test
    void shortSidesAddToTheReachInstead() {
        double[] low = {0, 0, 8, 0, 8, 4, 0.15, 4, 0, 3.8};
        double[] high = {0, 0, 8, 0, 8, 4, 1, 4, 0, 1};
        WallCourse course = course(loft(low, high), low, high);
        assertThat(course.reachMm()).isCloseTo(2.8 + 0.25, within(1e-12));
        // The sides beside the bevel are shorter by as much as it is longer.
        assertThat(course.unevenMm()).isCloseTo(2.8 / 4, within(1e-12));
        assertThat(course(loft(high, low), high, low).reachMm()).isCloseTo(2.8 + 0.25, within(1e-12));
        double[] longer = {0, 0, 8, 0, 8, 4, 0.24, 4, 0, 3.68};
        assertThat(course(loft(longer, high), longer, high).reachMm())
                .as("0.4 mm is a long side")
                .isCloseTo(2.68, within(1e-12));
    }

    @Test
    void theWorstOfAllRingsCounts() {
        double[] right = Outlines.placed(BOX, 1, 1, 20, 0);
        double[] slow = Outlines.placed(BOX, 1, 1, 1, 0);
        double[] fast = Outlines.placed(right, 1, 1, 3, 0);
        for (boolean swapped : new boolean[] {false, true}) {
            RingStack first = loft(BOX, slow);
            RingStack second = loft(right, fast);
            WallCourse course = WallCourse.of(
                            swapped ? List.of(second, first) : List.of(first, second),
                            Outlines.plane(10, BOX, right),
                            Outlines.plane(13, slow, fast))
                    .orElseThrow();
            assertThat(course.reachMm()).isCloseTo(3, within(1e-12));
            assertThat(course.steepness()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void nothingIsSaidUnlessEveryRingRunsThrough() {
        ShapePlane low = Outlines.plane(10, BOX);
        ShapePlane high = Outlines.plane(13, BOX);
        RingStack through = loft(BOX, BOX);
        assertThat(WallCourse.of(List.of(through), low, high)).isPresent();
        ShapePlane two = Outlines.plane(13, BOX, Outlines.box(20, 0, 22, 2));
        assertThat(WallCourse.of(List.of(through), low, two)).isEmpty();
        assertThat(WallCourse.of(List.of(through), two, high)).isEmpty();
        ShapePlane holed = Outlines.plane(13, BOX, Outlines.box(2, 1, 3, 2));
        assertThat(WallCourse.of(List.of(through), low, holed)).isEmpty();
        assertThat(WallCourse.of(List.of(through), holed, high)).isEmpty();
        // A slot too narrow to be one: what bridges it is a wall without a contour.
        double[] slotted = {0, 0, 8, 0, 8, 4, 4 + 1e-7, 4, 4 + 1e-7, 1, 4, 1, 4, 4, 0, 4};
        assertThat(WallCourse.of(List.of(through), Outlines.plane(10, slotted), high))
                .isEmpty();
        assertThat(WallCourse.of(List.of(through), low, Outlines.plane(13, slotted)))
                .isEmpty();
    }

    @Test
    void nothingIsSaidWhereARingEndsOnItsWay() {
        ShapePlane low = Outlines.plane(10, BOX);
        ShapePlane high = Outlines.plane(13, BOX);
        assertThat(WallCourse.of(List.of(RingStack.straight(BOX, 10, 10, 12, false, false, false)), low, high))
                .isEmpty();
        assertThat(WallCourse.of(List.of(RingStack.straight(BOX, 13, 11, 13, false, false, false)), low, high))
                .isEmpty();
        assertThat(WallCourse.of(List.of(RingStack.straight(BOX, 10, 10, 13, false, true, false)), low, high))
                .isEmpty();
        assertThat(WallCourse.of(List.of(RingStack.straight(BOX, 10, 10, 13, false, false, true)), low, high))
                .isEmpty();
    }
}
