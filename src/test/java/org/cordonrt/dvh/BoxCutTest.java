package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

/** A plane through a cube. */
class BoxCutTest {
    private static double share(double mean, double a, double b, double c, double d) {
        BoxCut cut = new BoxCut();
        cut.set(new double[] {99, mean, a, b, c, 9, 9, 9, 9}, 1);
        return cut.shareAbove(d);
    }

    private static void assertShare(double expected, double a, double b, double c, double d) {
        double[] s = {a, b, c};
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (int[] o : orders) {
            for (int sign = 0; sign < 8; sign++) {
                double x = (sign & 1) == 0 ? s[o[0]] : -s[o[0]];
                double y = (sign & 2) == 0 ? s[o[1]] : -s[o[1]];
                double z = (sign & 4) == 0 ? s[o[2]] : -s[o[2]];
                assertThat(share(10, x, y, z, d)).isCloseTo(expected, within(1e-9));
            }
        }
    }

    @Test
    void alongOneEdgeTheShareIsALength() {
        assertShare(0.5, 4, 0, 0, 10);
        assertShare(0.75, 4, 0, 0, 9);
        assertShare(0.125, 4, 0, 0, 11.5);
        assertShare(1, 4, 0, 0, 8);
        assertShare(0, 4, 0, 0, 12);
    }

    @Test
    void alongTwoEdgesTheShareIsAnArea() {
        // The triangle x + y >= 1 + t of the unit square, with slopes 2.
        assertShare(0.5, 2, 2, 0, 10);
        assertShare(0.125, 2, 2, 0, 11);
        assertShare(0.875, 2, 2, 0, 9);
        // Slopes 1 and 3: a trapezoid in the middle, a triangle at the end.
        assertShare(0.5 - 0.5 / 3, 1, 3, 0, 10.5);
        assertShare(0.5 * 0.5 / 6, 1, 3, 0, 11.5);
    }

    @Test
    void alongAllEdgesTheShareIsTheIrwinHallDistribution() {
        // x + y + z of three uniform numbers, with slopes 2: above the middle by t / 2.
        assertShare(0.5, 2, 2, 2, 10);
        assertShare(1.0 / 6, 2, 2, 2, 11);
        assertShare(1.0 / 48, 2, 2, 2, 12);
        assertShare(47.0 / 48, 2, 2, 2, 8);
        // One slope larger than the two others together: in between every line along it is cut.
        assertShare(0.5 - 0.1, 1, 2, 10, 11);
    }

    /** Inclusion and exclusion of the corners, in another order of slopes each time. */
    @Test
    void theShareIsTheSumOfCubesOverTheCorners() {
        Property.forAll(400, random -> random, random -> {
            double[] s = new double[3];
            for (int i = 0; i < 3; i++) {
                s[i] = Math.pow(10, -2 * random.nextDouble());
            }
            double d = random.nextDouble(-0.6, 0.6) * (s[0] + s[1] + s[2]);
            double expected = 0;
            for (int corner = 0; corner < 8; corner++) {
                double at = -d;
                for (int i = 0; i < 3; i++) {
                    at += (corner >> i & 1) == 1 ? s[i] / 2 : -s[i] / 2;
                }
                expected += (Integer.bitCount(corner) % 2 == 1 ? 1 : -1) * Math.pow(Math.max(0, at), 3);
            }
            expected /= 6 * s[0] * s[1] * s[2];
            assertThat(share(5, s[0], -s[1], s[2], 5 + d)).isCloseTo(expected, within(1e-9));
        });
    }

    /** Edges too level to be divided by change the share by next to nothing, and not at once. */
    @Test
    void aNearlyLevelEdgeIsNearlyLevel() {
        SplittableRandom random = new SplittableRandom(4);
        for (int n = 0; n < 200; n++) {
            double b = random.nextDouble(0.1, 3);
            double c = random.nextDouble(0.1, 3);
            double d = random.nextDouble(8, 12);
            double tiny = 1e-6 * random.nextDouble();
            assertThat(share(10, tiny, b, c, d)).isCloseTo(share(10, 0, b, c, d), within(1e-6 / 0.1));
            assertThat(share(10, tiny, tiny, c, d)).isCloseTo(share(10, 0, 0, c, d), within(2e-6 / 0.1));
            assertThat(share(10, tiny, b, c, d)).isBetween(0.0, 1.0);
        }
    }

    /** Where every line along the steep edge is cut, the cut's mean height does not depend on the others. */
    @Test
    void inTheMiddleOnlyTheSteepEdgeCounts() {
        assertShare(0.5 - 0.5 / 3, 2e-5, 1, 3, 10.5);
        assertShare(0.5 - 0.5 / 3, 2e-5, 2e-5, 3, 10.5);
        assertShare(0.5 - 0.5 / 3, 0, 2e-5, 3, 10.5);
    }

    @Test
    void aLevelBoxReceivesItsDoseAndNoMore() {
        assertThat(share(10, 0, 0, 0, 10)).isEqualTo(1);
        assertThat(share(10, 0, 0, 0, Math.nextUp(10.0))).isZero();
    }
}
