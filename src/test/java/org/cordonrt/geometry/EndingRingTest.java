package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EndingRingTest {
    private static final double[] BOX = Outlines.box(0, 0, 8, 4);
    private static final double[] UPRIGHT = {0, 0};

    @Test
    void anUprightEndIsCarriedStraightOn() {
        RingStack up = EndingRing.leaning(10, BOX, UPRIGHT, 1.5, true).stack(false, true);
        assertThat(up.isStraight()).isTrue();
        assertThat(up.heightMm()).containsExactly(10, 11.5);
        assertThat(up.planeMm()).isEqualTo(10);
        assertThat(up.hole()).isFalse();
        assertThat(up.openLow()).isFalse();
        assertThat(up.openHigh()).isTrue();
        RingStack down = EndingRing.leaning(10, BOX, UPRIGHT, 1.5, false).stack(true, true);
        assertThat(down.heightMm()).containsExactly(8.5, 10);
        assertThat(down.hole()).isTrue();
        assertThat(down.openLow()).isTrue();
        assertThat(down.openHigh()).isFalse();
        RingStack closed = EndingRing.leaning(10, BOX, UPRIGHT, 1.5, true).stack(true, false);
        assertThat(closed.openHigh()).isFalse();
    }

    /** 0.3 and 0.4 mm for each mm of height: 1 mm in 2 mm, in five steps of 0.2 mm. */
    @Test
    void aLeaningEndMovesSideways() {
        EndingRing end = EndingRing.leaning(10, BOX, new double[] {0.3, -0.4}, 2, true);
        assertThat(end.lengthMm()).isEqualTo(2);
        assertThat(end.blend()).containsExactly(new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}, within(1e-12));
        assertThat(end.distanceMm()).containsExactly(new double[] {0, 0.4, 0.8, 1.2, 1.6, 2}, within(1e-12));
        RingStack up = end.stack(false, true);
        assertThat(up.ringAt(11)).containsExactly(Outlines.placed(BOX, 1, 1, 0.3, -0.4), within(1e-12));
        assertThat(up.ringAt(12)).containsExactly(Outlines.placed(BOX, 1, 1, 0.6, -0.8), within(1e-12));
        RingStack down =
                EndingRing.leaning(10, BOX, new double[] {0.3, -0.4}, 2, false).stack(false, true);
        assertThat(down.ringAt(9)).containsExactly(Outlines.placed(BOX, 1, 1, 0.3, -0.4), within(1e-12));
        assertThat(down.ringAt(10)).containsExactly(BOX, within(1e-12));
        assertThat(EndingRing.leaning(0, BOX, new double[] {0.3, 0}, 2, true).blend())
                .containsExactly(new double[] {0, 1 / 3.0, 2 / 3.0, 1}, within(1e-12));
        assertThat(EndingRing.leaning(0, BOX, new double[] {0, 0.3}, 2, true).blend())
                .hasSize(4);
    }

    /** A cone with its tip 5 mm above the plane: its ring shrinks evenly to its centroid. */
    @Test
    void aConeShrinksToItsTip() {
        AreaTrend.Beyond tip = AreaTrend.Beyond.ofRadius(32, 32 * 1.44, 1);
        assertThat(tip.zeroMm()).isCloseTo(5, within(1e-9));
        RingStack whole = EndingRing.closing(10, BOX, UPRIGHT, tip, 5, true).stack(false, true);
        assertThat(whole.highMm()).isEqualTo(15);
        for (double h = 0; h < 5; h += 0.4) {
            double left = 1 - h / 5;
            assertThat(whole.ringAt(10 + h))
                    .containsExactly(
                            Outlines.box(4 - 4 * left, 2 - 2 * left, 4 + 4 * left, 2 + 2 * left), within(1e-6));
        }
        // The farthest corner goes sqrt(20) mm, 0.2 at a time.
        assertThat(whole.blend()).hasSize(24);
    }

    @Test
    void aConeCutOffBeforeItsTipEndsThere() {
        AreaTrend.Beyond tip = AreaTrend.Beyond.ofRadius(32, 32 * 1.44, 1);
        RingStack cut = EndingRing.closing(10, BOX, UPRIGHT, tip, 2, false).stack(false, true);
        assertThat(cut.lowMm()).isEqualTo(8);
        assertThat(cut.highMm()).isEqualTo(10);
        assertThat(cut.ringAt(8)).containsExactly(Outlines.box(1.6, 0.8, 6.4, 3.2), within(1e-9));
        assertThat(cut.ringAt(10)).containsExactly(BOX, within(1e-12));
        assertThat(cut.blend()).hasSize(10);
        assertThat(cut.openLow()).isTrue();
    }

    /** Leaning by 0.4 and 0.2 mm a mm, the tip 5 mm on lies 2 and 1 mm aside. */
    @Test
    void aLeaningConeHasItsTipAside() {
        AreaTrend.Beyond tip = AreaTrend.Beyond.ofRadius(32, 32 * 1.44, 1);
        RingStack cone = EndingRing.closing(10, BOX, new double[] {0.4, -0.2}, tip, 5, true)
                .stack(false, true);
        double[] top = cone.ringAt(15);
        for (int i = 0; i < 8; i += 2) {
            assertThat(top[i]).isCloseTo(6, within(1e-6));
            assertThat(top[i + 1]).isCloseTo(1, within(1e-6));
        }
        assertThat(cone.blend()).as("from (0, 4) to (6, 1): sqrt(45) mm").hasSize(35);
    }

    /** Of a ball's area, 36 - x^2 at the equator, three quarters are left after 3 mm: a blend of 1 - sqrt(3/4). */
    @Test
    void aBallClosesRound() {
        AreaTrend.Beyond ball = new AreaTrend.Beyond(36, 0, -1, 6);
        RingStack cap = EndingRing.closing(0, Outlines.box(-3, -3, 3, 3), UPRIGHT, ball, 6, true)
                .stack(false, true);
        int n = cap.blend().length - 1;
        for (int j = 0; j <= n; j++) {
            double half = 3 * (1 - cap.blend()[j]);
            assertThat(4 * half * half + Math.pow(cap.heightMm()[j], 2)).isCloseTo(36, within(1e-6));
        }
    }
}
