package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Integrals of 1, x, y and x y over rings. */
class MomentsTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private static double[] moments(double... ring) {
        double[] m = {7, 0, 0, 0, 0, 7};
        Moments.add(ring, 0, ring.length, m, 1);
        assertThat(m[0]).isEqualTo(7);
        assertThat(m[5]).isEqualTo(7);
        return new double[] {m[1], m[2], m[3], m[4]};
    }

    @Test
    void ofARectangleTheyAreItsAreaTimesItsMiddle() {
        // From (1, 2) to (4, 6).
        assertThat(moments(1, 2, 4, 2, 4, 6, 1, 6)).containsExactly(new double[] {12, 30, 48, 120}, EXACT);
        assertThat(moments(1, 6, 4, 6, 4, 2, 1, 2)).containsExactly(new double[] {-12, -30, -48, -120}, EXACT);
    }

    @Test
    void ofTheUnitTriangleTheyAreFactorials() {
        assertThat(moments(0, 0, 1, 0, 0, 1)).containsExactly(new double[] {0.5, 1.0 / 6, 1.0 / 6, 1.0 / 24}, EXACT);
    }

    @Test
    void aNotchIsTakenAway() {
        // A square of 2 without its upper right quarter.
        assertThat(moments(0, 0, 2, 0, 2, 1, 1, 1, 1, 2, 0, 2))
                .containsExactly(new double[] {3, 2.5, 2.5, 1.75}, EXACT);
    }

    @Test
    void onlyTheStatedPartOfAnArrayCountsAndIsAdded() {
        double[] many = {9, 9, 0, 0, 2, 0, 2, 2, 0, 2, 9, 9};
        double[] m = {1, 1, 1, 1};
        Moments.add(many, 2, 10, m, 0);
        assertThat(m).containsExactly(new double[] {5, 5, 5, 5}, EXACT);
    }
}
