package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SurfacePatchTest {
    private static final double[] BOX = Outlines.box(0, 0, 4, 2);

    private static double area(List<SurfaceStrip> strips) {
        double sum = 0;
        for (SurfaceStrip s : strips) {
            for (int k = 0; k < s.size(); k++) {
                sum += triangle(s.lower(), 3 * k, s.lower(), 3 * k + 3, s.upper(), 3 * k);
                sum += triangle(s.upper(), 3 * k + 3, s.upper(), 3 * k, s.lower(), 3 * k + 3);
            }
        }
        return sum;
    }

    private static double triangle(double[] a, int i, double[] b, int j, double[] c, int k) {
        double[] u = {b[j] - a[i], b[j + 1] - a[i + 1], b[j + 2] - a[i + 2]};
        double[] v = {c[k] - a[i], c[k + 1] - a[i + 1], c[k + 2] - a[i + 2]};
        return Math.sqrt(Math.pow(u[1] * v[2] - u[2] * v[1], 2)
                        + Math.pow(u[2] * v[0] - u[0] * v[2], 2)
                        + Math.pow(u[0] * v[1] - u[1] * v[0], 2))
                / 2;
    }

    private static List<SurfaceStrip> patch(RingStack... stacks) {
        return new SurfacePatch(PlaneFrame.AXIAL, List.of(stacks)).strips();
    }

    private static RingStack upright(double[] ring, double low, double high, boolean openLow, boolean openHigh) {
        return RingStack.straight(ring, low, low, high, false, openLow, openHigh);
    }

    @Test
    void wallsRunAllAround() {
        List<SurfaceStrip> walls = patch(upright(BOX, 1, 4, false, false));
        assertThat(walls).hasSize(1);
        assertThat(walls.get(0).size()).isEqualTo(4);
        assertThat(area(walls)).isCloseTo(12 * 3, within(1e-12));
        assertThat(walls.get(0).lower()).startsWith(0, 0, 1, 4, 0, 1).endsWith(0, 0, 1);
        assertThat(walls.get(0).upper()).startsWith(0, 0, 4, 4, 0, 4).endsWith(0, 0, 4);
    }

    @Test
    void anOpenEndIsClosedByAFace() {
        assertThat(area(patch(upright(BOX, 1, 4, true, false)))).isCloseTo(36 + 8, within(1e-12));
        assertThat(area(patch(upright(BOX, 1, 4, false, true)))).isCloseTo(36 + 8, within(1e-12));
        assertThat(area(patch(upright(BOX, 1, 4, true, true)))).isCloseTo(36 + 16, within(1e-12));
    }

    @Test
    void aFaceLeavesOutTheHole() {
        RingStack hole = RingStack.straight(Outlines.box(1, 0.5, 2, 1.5), 1, 1, 4, true, false, false);
        assertThat(area(patch(upright(BOX, 1, 4, false, true), hole))).isCloseTo(36 + 12 + 7, within(1e-12));
    }

    /** The lower box ends under the upper one, which reaches beyond it: what one of both covers is a face. */
    @Test
    void whereOneEndsAndAnotherBeginsOnlyTheDifferenceIsAFace() {
        RingStack lower = upright(BOX, 0, 2, false, true);
        RingStack upper = upright(Outlines.box(1, 0, 6, 2), 2, 4, true, false);
        assertThat(area(patch(lower, upper))).isCloseTo(24 + 28 + 2 + 4, within(1e-12));
        // One that runs on beside them covers both sides.
        RingStack beside = upright(Outlines.box(0, 10, 1, 11), 0, 4, false, false);
        assertThat(area(patch(lower, upper, beside))).isCloseTo(24 + 28 + 2 + 4 + 16, within(1e-12));
    }

    @Test
    void aPartWithoutHeightIsAFace() {
        assertThat(area(patch(upright(BOX, 3, 3, true, true)))).isCloseTo(8, within(1e-12));
    }

    @Test
    void wallsThatBendHaveLevels() {
        RingStack bent = new RingStack(
                RingSpans.of(BOX, Outlines.placed(BOX, 1, 1, 2, 0)),
                0,
                new double[] {0, 1, 2, 3},
                new double[] {0, 0.5, 0.75, 1},
                false,
                false,
                false);
        List<SurfaceStrip> walls = patch(bent);
        assertThat(walls).hasSize(2);
        assertThat(walls.get(0).upper()).isEqualTo(walls.get(1).lower());
        assertThat(walls.get(1).lower()).startsWith(1, 0, 1);
        assertThat(walls.get(1).upper()).startsWith(2, 0, 3);
    }
}
