package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

/** Closed forms on tetrahedra. */
class TetrahedraTest {
    private static final double[] UNIT = {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1};

    @Test
    void aCornerOfTheUnitCubeIsASixthOfIt() {
        assertThat(Tetrahedra.signedVolume(UNIT)).isEqualTo(1.0 / 6);
        assertThat(Tetrahedra.signedVolume(new double[] {0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1}))
                .isEqualTo(-1.0 / 6);
    }

    /** Neither where it lies nor a shear changes a volume; a side twice as long doubles it. */
    @Test
    void volumeIsThatOfTheEdges() {
        assertThat(Tetrahedra.signedVolume(new double[] {3, -2, 5, 5, -2, 5, 3.5, 1, 5, 4, -1.2, 9}))
                .isCloseTo(2 * 3 * 4 / 6.0, within(1e-12));
        assertThat(Tetrahedra.signedVolume(new double[] {1, 1, 1, 1, 1, 2, 4, 1, 1, 1, 3, 1}))
                .isCloseTo(1, within(1e-12));
        // A sixth of the determinant of (2, 1, 1), (1, 3, 2) and (-1, 1, 4).
        assertThat(Tetrahedra.signedVolume(new double[] {1, 2, 3, 3, 3, 4, 2, 5, 5, 0, 3, 7}))
                .isCloseTo(3, within(1e-12));
    }

    /** Of the unit tetrahedron: x on average 1/4, x y 1/20, x y z 1/120. */
    @Test
    void meansOfProductsAreThoseOfBarycentricCoordinates() {
        assertThat(Tetrahedra.meanOfTrilinear(UNIT, new double[] {0, 1, 0, 1, 0, 1, 0, 1}))
                .isCloseTo(0.25, within(1e-15));
        assertThat(Tetrahedra.meanOfTrilinear(UNIT, new double[] {0, 0, 0, 1, 0, 0, 0, 1}))
                .isCloseTo(0.05, within(1e-15));
        assertThat(Tetrahedra.meanOfTrilinear(UNIT, new double[] {0, 0, 0, 0, 0, 0, 0, 1}))
                .isCloseTo(1.0 / 120, within(1e-15));
    }

    /** The six tetrahedra of the unit cube, one for each order of x, y and z, have the cube's mean together. */
    @Test
    void theMeanOverACubeIsTheMeanOfItsCorners() {
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        Property.forAll(100, random -> random.doubles(8, -3, 9).toArray(), corners -> {
            double sum = 0;
            double volume = 0;
            double eighth = 0;
            for (int[] order : orders) {
                double[] t = new double[12];
                for (int vertex = 1; vertex < 4; vertex++) {
                    for (int k = 0; k < vertex; k++) {
                        t[3 * vertex + order[k]] = 1;
                    }
                }
                double v = Math.abs(Tetrahedra.signedVolume(t));
                volume += v;
                sum += v * Tetrahedra.meanOfTrilinear(t, corners);
                // The same in the eighth of the cube around (3/4, 1/4, 3/4).
                for (int i = 0; i < 12; i++) {
                    t[i] = t[i] / 2 + (i % 3 == 1 ? 0 : 0.5);
                }
                eighth += Tetrahedra.meanOfTrilinear(t, corners) / orders.length;
            }
            assertThat(volume).isCloseTo(1, within(1e-12));
            assertThat(sum).isCloseTo(Arrays.stream(corners).average().orElseThrow(), within(1e-12));
            assertThat(eighth).isCloseTo(Trilinear.between(corners, 0.75, 0.25, 0.75), within(1e-12));
        });
    }

    /** With all values different the share is a divided difference of the cubes above d. */
    @Test
    void theShareAboveIsADividedDifferenceOfCubes() {
        Property.forAll(400, TetrahedraTest::apart, v -> {
            double d = -0.5 + 5 * new SplittableRandom((long) (v[0] * 1e9)).nextDouble();
            double share = 0;
            for (int i = 0; i < 4; i++) {
                double w = Math.pow(Math.max(0, v[i] - d), 3);
                for (int j = 0; j < 4; j++) {
                    w /= i == j ? 1 : v[i] - v[j];
                }
                share += w;
            }
            assertThat(Tetrahedra.shareAbove(v[0], v[1], v[2], v[3], d)).isCloseTo(share, within(1e-9));
        });
    }

    /** Four values between 0 and 4 in any order, apart by at least a tenth. */
    private static double[] apart(SplittableRandom random) {
        double[] v = new double[4];
        for (int i = 0; i < 4; i++) {
            int to = random.nextInt(i + 1);
            v[i] = v[to];
            v[to] = i + 0.9 * random.nextDouble();
        }
        return v;
    }

    @Test
    void equalValuesHaveTheSharesOfCones() {
        for (double d : new double[] {0.1, 0.4, 0.5, 0.7, 0.9}) {
            assertShare(Math.pow(1 - d, 3), d, 0, 0, 0, 1);
            assertShare(1 - Math.pow(d, 3), d, 0, 1, 1, 1);
            assertShare(1 - 3 * d * d + 2 * d * d * d, d, 0, 0, 1, 1);
        }
        // Two equal in the middle: a cone down from them and one up.
        assertShare(1 - 1.0 / 3, 1, 0, 1, 1, 3);
        assertShare(8.0 / (3 * 2 * 2) / 8, 2, 0, 1, 1, 3);
    }

    @Test
    void aTetrahedronOfOneValueReceivesItAndNoMore() {
        assertShare(1, 2, 2, 2, 2, 2);
        assertShare(0, Math.nextUp(2.0), 2, 2, 2, 2);
        assertShare(1, 0, 0, 1, 2, 3);
        assertShare(0, 3, 0, 1, 2, 3);
        assertShare(0, 3, 0, 1, 3, 3);
    }

    private static void assertShare(double share, double d, double... v) {
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                double[] w = v.clone();
                w[i] = v[j];
                w[j] = v[i];
                assertThat(Tetrahedra.shareAbove(w[0], w[1], w[2], w[3], d)).isCloseTo(share, within(1e-12));
            }
        }
    }
}
