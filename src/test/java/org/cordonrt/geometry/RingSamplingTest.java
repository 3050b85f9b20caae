package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

/** A triangle of sides 3, 4 and 5: its corners lie at 0, a quarter and seven twelfths of the way round. */
class RingSamplingTest {
    private final RingSampling triangle = new RingSampling(new double[] {10, 20, 10, 23, 14, 20});

    private static double[] point(RingSampling ring, double position) {
        double[] out = new double[4];
        ring.point(position, out, 2);
        assertThat(out[0]).isZero();
        assertThat(out[1]).isZero();
        return new double[] {out[2], out[3]};
    }

    private static void assertPoint(RingSampling ring, double position, double x, double y) {
        assertThat(point(ring, position)).containsExactly(new double[] {x, y}, within(1e-12));
    }

    @Test
    void verticesLieAtTheirPartOfTheLength() {
        assertThat(triangle.size()).isEqualTo(3);
        assertThat(triangle.at(0)).isZero();
        assertThat(triangle.at(1)).isCloseTo(3 / 12.0, within(1e-15));
        assertThat(triangle.at(2)).isCloseTo(8 / 12.0, within(1e-15));
    }

    @Test
    void pointsLieOnTheSidesAtTheirPartOfTheLength() {
        assertPoint(triangle, 0, 10, 20);
        assertPoint(triangle, 1 / 12.0, 10, 21);
        assertPoint(triangle, 3 / 12.0, 10, 23);
        assertPoint(triangle, 5.5 / 12, 12, 21.5);
        assertPoint(triangle, 9 / 12.0, 13, 20);
        assertPoint(triangle, 11.5 / 12, 10.5, 20);
    }

    @Test
    void positionsGoRoundAndRound() {
        assertPoint(triangle, 1, 10, 20);
        assertPoint(triangle, 7 + 1 / 12.0, 10, 21);
        assertPoint(triangle, -1 / 4.0, 13, 20);
    }

    @Test
    void aRepeatedVertexIsPassedAtOnce() {
        RingSampling ring = new RingSampling(new double[] {0, 0, 4, 0, 4, 0, 4, 4, 0, 4, 0, 0});
        assertThat(ring.at(1)).isEqualTo(ring.at(2)).isEqualTo(0.25);
        assertPoint(ring, 0.25, 4, 0);
        assertPoint(ring, 0.375, 4, 2);
        assertPoint(ring, 0.875, 0, 2);
        assertThat(ring.nearest(4, 0, 1, 1)).isEqualTo(0.25);
    }

    @Test
    void theNearestPointLiesOnASideOrAtACorner() {
        assertThat(triangle.nearest(9, 22, 1, 1)).isCloseTo(2 / 12.0, within(1e-12));
        assertThat(triangle.nearest(13.5, 19, 1, 1)).isCloseTo(8.5 / 12, within(1e-12));
        assertThat(triangle.nearest(10, 27, 1, 1)).isCloseTo(3 / 12.0, within(1e-12));
        assertThat(triangle.nearest(20, 19, 1, 1)).isCloseTo(8 / 12.0, within(1e-12));
        // Off the middle of the long side, at right angles.
        assertThat(triangle.nearest(15, 25.5, 1, 1)).isCloseTo(5.5 / 12, within(1e-12));
    }

    /** From the middle of a box 4 wide and 2 high the sides above and below are nearer, until heights count threefold. */
    @Test
    void stretchingTheAxesChangesWhatIsNearest() {
        RingSampling box = new RingSampling(Outlines.box(0, 0, 4, 2));
        assertThat(box.nearest(3, 0.9, 1, 1)).isCloseTo(3 / 12.0, within(1e-12));
        assertThat(box.nearest(3, 0.9, 1, 3)).isCloseTo(4.9 / 12, within(1e-12));
        assertThat(box.nearest(2.5, 0.5, 0.1, 1)).isCloseTo(4.5 / 12, within(1e-12));
    }

    @Test
    void noPointOfTheOutlineIsNearerThanTheNearest() {
        Property.forAll(200, random -> random.doubles(14, -5, 5).toArray(), d -> {
            RingSampling ring = new RingSampling(Arrays.copyOf(d, 10));
            double sx = 1 + Math.abs(d[12]);
            double sy = 1 + Math.abs(d[13]);
            double best = distance(point(ring, ring.nearest(d[10], d[11], sx, sy)), d[10], d[11], sx, sy);
            for (int k = 0; k < 50; k++) {
                assertThat(distance(point(ring, k / 50.0), d[10], d[11], sx, sy))
                        .isGreaterThan(best - 1e-9);
            }
        });
    }

    private static double distance(double[] p, double x, double y, double stretchX, double stretchY) {
        return Math.hypot((p[0] - x) * stretchX, (p[1] - y) * stretchY);
    }
}
