package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

/** Trilinear functions about the middle of a box, against interpolation between its corners. */
class TrilinearTest {
    private static final double EXACT = 1e-12;

    private static double[] random(SplittableRandom random) {
        return random.doubles(Trilinear.SIZE, -5, 5).toArray();
    }

    private static double[] ofCorners(double... corners) {
        double[] f = new double[Trilinear.SIZE];
        Trilinear.ofCorners(corners, f);
        return f;
    }

    /** Its value at a point of the unit box. */
    private static double at(double[] f, double x, double y, double z) {
        return f[0]
                + f[1] * (x - 0.5)
                + f[2] * (y - 0.5)
                + f[3] * (z - 0.5)
                + f[4] * (x - 0.5) * (y - 0.5)
                + f[5] * (x - 0.5) * (z - 0.5)
                + f[6] * (y - 0.5) * (z - 0.5)
                + f[7] * (x - 0.5) * (y - 0.5) * (z - 0.5);
    }

    @Test
    void theCornersOfAProductAreThatProduct() {
        // x y z on the unit box: one corner is 1.
        assertThat(ofCorners(0, 0, 0, 0, 0, 0, 0, 1)).containsExactly(0.125, 0.25, 0.25, 0.25, 0.5, 0.5, 0.5, 1);
        // 1 + x + 10 y + 100 z
        assertThat(ofCorners(1, 2, 11, 12, 101, 102, 111, 112)).containsExactly(56.5, 1, 10, 100, 0, 0, 0, 0);
    }

    @Test
    void theFunctionOfTheCornersIsTheInterpolationBetweenThem() {
        Property.forAll(200, TrilinearTest::random, corners -> {
            double[] f = ofCorners(corners);
            SplittableRandom random = new SplittableRandom((long) (corners[0] * 1e6));
            double x = random.nextDouble();
            double y = random.nextDouble();
            double z = random.nextDouble();
            double sum = 0;
            for (int i = 0; i < 8; i++) {
                assertThat(at(f, i & 1, (i >> 1) & 1, i >> 2)).isCloseTo(corners[i], within(EXACT));
                sum += corners[i]
                        * ((i & 1) == 0 ? 1 - x : x)
                        * (((i >> 1) & 1) == 0 ? 1 - y : y)
                        * (i < 4 ? 1 - z : z);
            }
            assertThat(at(f, x, y, z)).isCloseTo(sum, within(EXACT));
            assertThat(Trilinear.between(corners, x, y, z)).isCloseTo(sum, within(EXACT));
        });
    }

    @Test
    void onABoxWithinItIsTheSameFunction() {
        Property.forAll(200, random -> random, random -> {
            double[] f = random(random);
            double[] from = random.doubles(3, 0, 0.5).toArray();
            double[] width = random.doubles(3, 0.1, 0.5).toArray();
            double[] g = new double[2 * Trilinear.SIZE];
            Trilinear.restrict(
                    f,
                    0,
                    from[0] + width[0] / 2 - 0.5,
                    from[1] + width[1] / 2 - 0.5,
                    from[2] + width[2] / 2 - 0.5,
                    width[0],
                    width[1],
                    width[2],
                    g,
                    Trilinear.SIZE);
            double[] within = Arrays.copyOfRange(g, Trilinear.SIZE, g.length);
            double[] p = random.doubles(3).toArray();
            assertThat(at(within, p[0], p[1], p[2]))
                    .isCloseTo(
                            at(f, from[0] + p[0] * width[0], from[1] + p[1] * width[1], from[2] + p[2] * width[2]),
                            within(EXACT));
        });
    }

    @Test
    void halvesMeetInTheMiddleAndKeepTheEnds() {
        Property.forAll(100, TrilinearTest::random, f -> {
            double[] p = {0.3, 0.8, 0.6};
            for (int axis = 0; axis < 3; axis++) {
                for (boolean upper : new boolean[] {false, true}) {
                    double[] g = new double[Trilinear.SIZE];
                    Trilinear.half(f, 0, axis, upper, g, 0);
                    double[] q = p.clone();
                    q[axis] = p[axis] / 2 + (upper ? 0.5 : 0);
                    assertThat(at(g, p[0], p[1], p[2])).isCloseTo(at(f, q[0], q[1], q[2]), within(EXACT));
                }
            }
        });
    }

    /** The remainder has its extremes at corners, so the bounds are reached there and nowhere passed. */
    @Test
    void theRemainderReachesItsBoundsAtCornersUnlessItHasAllThreeProducts() {
        Property.forAll(200, TrilinearTest::random, f -> {
            double most = 0;
            double least = 0;
            for (int i = 0; i < 8; i++) {
                double x = i & 1;
                double y = (i >> 1) & 1;
                double z = i >> 2;
                double remainder = at(f, x, y, z) - f[0] - f[1] * (x - 0.5) - f[2] * (y - 0.5) - f[3] * (z - 0.5);
                most = Math.max(most, remainder);
                least = Math.min(least, remainder);
            }
            assertThat(Trilinear.above(f, 0)).isGreaterThanOrEqualTo(most - EXACT);
            assertThat(Trilinear.below(f, 0)).isGreaterThanOrEqualTo(-least - EXACT);
            // Of products of two an opposite corner has the same, of the product of three the opposite.
            assertThat(Trilinear.above(f, 0)).isLessThanOrEqualTo(most + EXACT);
            assertThat(Trilinear.below(f, 0)).isLessThanOrEqualTo(-least + EXACT);
        });
    }

    @Test
    void theWorstAxisIsThatOfTheLargestTwists() {
        assertThat(Trilinear.worstAxis(new double[] {0, 9, 9, 9, 2, -2, 1, 5}, 0))
                .isZero();
        assertThat(Trilinear.worstAxis(new double[] {0, 9, 9, 9, -2, 1, 2, 5}, 0))
                .isEqualTo(1);
        assertThat(Trilinear.worstAxis(new double[] {0, 9, 9, 9, 1, -2, -2, 5}, 0))
                .isEqualTo(2);
        // Of equal ones the first.
        assertThat(Trilinear.worstAxis(new double[] {0, 9, 9, 9, 1, -1, 1, 5}, 0))
                .isZero();
        assertThat(Trilinear.worstAxis(new double[] {0, 0, 0, 0, 0, 0, 1, 0}, 0))
                .isEqualTo(1);
        assertThat(Trilinear.worstAxis(new double[] {0, 0, 0, 0, 0, 1, 0, 0}, 0))
                .isZero();
    }

    @Test
    void theRangeOfTheLinearPartIsTheSumOfItsSlopes() {
        assertThat(Trilinear.range(new double[] {7, 1, -2, 4, 5, 5, 5, 5}, 0)).isEqualTo(7);
    }
}
