package org.cordonrt.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

/** The share of a box above a plane. */
class EvenShareTest {
    @Test
    void ofACubeCutByItsDiagonalPlanes() {
        assertThat(EvenShare.above(0, 1, 1, 1, true)).isCloseTo(0.5, within(1e-15));
        assertThat(EvenShare.above(-1, 1, 1, 1, true)).isCloseTo(1.0 / 6, within(1e-15));
        assertThat(EvenShare.above(1, 1, 1, 1, false)).isCloseTo(5.0 / 6, within(1e-15));
        assertThat(EvenShare.above(-3, 1, 1, 1, true)).isZero();
        assertThat(EvenShare.above(3, 1, 1, 1, false)).isEqualTo(1);
    }

    @Test
    void ofALineAndOfAPoint() {
        assertThat(EvenShare.above(0.5, 0, 2, 0, true)).isCloseTo(0.625, within(1e-15));
        assertThat(EvenShare.above(0, 0, 0, 0, true)).isEqualTo(1);
        assertThat(EvenShare.above(-1e-300, 0, 0, 0, true)).isZero();
    }

    /** Also of slivers, where the closed form is given up for bounds. */
    @Test
    void theShareLiesBetweenTheBoundsAndNearThem() {
        Property.forAll(500, random -> random, random -> {
            double a = Math.pow(10, -7 * random.nextDouble());
            double b = Math.pow(10, -7 * random.nextDouble());
            double c = random.nextInt(5) == 0 ? 0 : Math.pow(10, -7 * random.nextDouble());
            double m = (2 * random.nextDouble() - 1) * (a + b + c);
            double share = byLines(m, a, b, c);
            assertThat(EvenShare.above(m, a, b, c, true)).isBetween(share - 2e-4, share + 2e-3);
            assertThat(EvenShare.above(m, a, b, c, false)).isBetween(share - 2e-3, share + 2e-4);
            double exact = EvenShare.above(m, a, b, c, true);
            assertThat(EvenShare.above(m, b, c, a, true)).isCloseTo(exact, within(1e-9));
            assertThat(1 - EvenShare.above(-m, a, b, c, false)).isCloseTo(exact, within(1e-9));
        });
    }

    /** The mean over lines along the widest side, on which the share is known. */
    private static double byLines(double m, double a, double b, double c) {
        double x = Math.max(a, Math.max(b, c));
        double z = Math.min(a, Math.min(b, c));
        double y = a + b + c - x - z;
        int n = 100;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double v = m + y * ((2 * i + 1.0) / n - 1) + z * ((2 * j + 1.0) / n - 1);
                sum += Math.max(0, Math.min(1, (v + x) / (2 * x)));
            }
        }
        return sum / (n * n);
    }
}
