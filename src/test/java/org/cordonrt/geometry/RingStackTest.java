package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** A box 4 wide that becomes one 8 wide, moved by 10 along x: half of the way after a quarter of the height. */
class RingStackTest {
    private static final double[] FIRST = Outlines.box(-2, -2, 2, 2);
    private static final double[] SECOND = Outlines.box(6, -4, 14, 4);

    private static RingStack stack(boolean hole) {
        return new RingStack(
                RingSpans.of(FIRST, SECOND), 0, new double[] {0, 1, 4}, new double[] {0, 0.5, 1}, hole, false, false);
    }

    private static double[] box(double middle, double half) {
        return Outlines.box(middle - half, -half, middle + half, half);
    }

    @Test
    void aRingIsBlendedBetweenLevelsAndStaysBeyondThem() {
        RingStack stack = stack(false);
        assertThat(stack.lowMm()).isZero();
        assertThat(stack.highMm()).isEqualTo(4);
        assertThat(stack.ringAt(0)).containsExactly(box(0, 2), within(1e-12));
        assertThat(stack.ringAt(0.5)).containsExactly(box(2.5, 2.5), within(1e-12));
        assertThat(stack.ringAt(1)).containsExactly(box(5, 3), within(1e-12));
        assertThat(stack.ringAt(2.5)).containsExactly(box(7.5, 3.5), within(1e-12));
        assertThat(stack.ringAt(4)).containsExactly(box(10, 4), within(1e-12));
        assertThat(stack.ringAt(-1)).containsExactly(box(0, 2), within(1e-12));
        assertThat(stack.ringAt(9)).containsExactly(box(10, 4), within(1e-12));
    }

    @Test
    void aHoleRunsTheOtherWay() {
        assertThat(stack(true).ringAt(1)).containsExactly(Rings.reversed(box(5, 3)), within(1e-12));
    }

    @Test
    void aRowIsTheRingInSpaceClosed() {
        PlaneFrame sagittal = PlaneFrame.ofNormal(new Point3(1, 0, 0));
        for (boolean hole : new boolean[] {false, true}) {
            double[] ring = stack(hole).ringAt(1);
            double[] row = stack(hole).rowAt(sagittal, 1);
            assertThat(row).hasSize(15);
            for (int i = 0; i <= 4; i++) {
                Point3 p = sagittal.point(ring[2 * (i % 4)], ring[2 * (i % 4) + 1], 1);
                assertThat(new double[] {row[3 * i], row[3 * i + 1], row[3 * i + 2]})
                        .containsExactly(new double[] {p.x(), p.y(), p.z()}, within(1e-12));
            }
        }
    }

    @Test
    void itRunsAroundWhatItHoldsAtAHeight() {
        for (double height : new double[] {0, 0.5, 1, 2.5, 4}) {
            for (double x = -3.1; x < 16; x += 0.73) {
                for (double y = -5.3; y < 6; y += 0.67) {
                    int expected = Rings.windingNumber(stack(false).ringAt(height), x, y);
                    assertThat(stack(false).windingNumber(height, x, y)).isEqualTo(expected);
                    assertThat(stack(true).windingNumber(height, x, y)).isEqualTo(-expected);
                }
            }
        }
        assertThat(stack(false).windingNumber(1, 5, 0)).isEqualTo(1);
        assertThat(stack(false).windingNumber(1, 1, 0)).isZero();
    }

    /** Heights of corners belong to the edges below them: a point there is met once. */
    @Test
    void aPointAtTheHeightOfACornerIsCountedOnce() {
        RingStack rhomb = RingStack.straight(new double[] {0, -2, 3, 0, 0, 2, -3, 0}, 0, 0, 1, false, true, true);
        assertThat(rhomb.windingNumber(0.5, 0, 0)).isEqualTo(1);
        assertThat(rhomb.windingNumber(0.5, -4, 0)).isZero();
        assertThat(rhomb.windingNumber(0.5, 4, 0)).isZero();
        assertThat(rhomb.windingNumber(0.5, -4, 2)).isZero();
        assertThat(rhomb.windingNumber(0.5, -4, -2)).isZero();
    }

    /** The middle level lies a quarter of the way off the straight line, which is 12 sqrt(...) mm long. */
    @Test
    void levelsThatMatterLittleAreLeftOut() {
        double way = Math.hypot(12, 2);
        assertThat(stack(false).spans().wayMm()).isCloseTo(Math.hypot(12, 2), within(1e-12));
        assertThat(stack(false).bends(0.24 * way)).containsExactly(0, 1, 4);
        assertThat(stack(false).bends(0.26 * way)).containsExactly(0, 4);
    }

    @Test
    void aCourseThatBendsInTheMiddleKeepsItsBendsOnly() {
        RingStack stack = new RingStack(
                RingSpans.of(FIRST, SECOND),
                0,
                new double[] {0, 1, 2, 3, 4, 5, 6},
                new double[] {0, 0.1, 0.2, 0.3, 0.6, 0.9, 1},
                false,
                false,
                false);
        assertThat(stack.bends(1e-9)).containsExactly(0, 3, 5, 6);
        assertThat(RingStack.straight(FIRST, 1, 0, 2, false, false, false).bends(0))
                .containsExactly(0, 2);
    }

    @Test
    void aRingCarriedStraightOnIsTheSameEverywhere() {
        RingStack straight = RingStack.straight(FIRST, 1, 0.5, 2, true, true, false);
        assertThat(straight.isStraight()).isTrue();
        assertThat(straight.isFlat()).isFalse();
        assertThat(straight.planeMm()).isEqualTo(1);
        assertThat(straight.lowMm()).isEqualTo(0.5);
        assertThat(straight.highMm()).isEqualTo(2);
        assertThat(straight.hole()).isTrue();
        assertThat(straight.openLow()).isTrue();
        assertThat(straight.openHigh()).isFalse();
        assertThat(straight.ringAt(1.7)).containsExactly(Rings.reversed(FIRST));
        assertThat(stack(false).isStraight()).isFalse();
        RingStack back = new RingStack(
                RingSpans.of(FIRST, SECOND), 4, new double[] {0, 4}, new double[] {1, 0}, false, false, false);
        assertThat(back.isStraight()).isFalse();
        assertThat(RingStack.straight(FIRST, 1, 1, 1, false, true, true).isFlat())
                .isTrue();
    }
}
