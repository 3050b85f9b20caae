package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class PrismSetTest {
    private static SlabSolid box() {
        return Shapes.prism(new double[] {5, 7}, Shapes.rectangle(1, 2, 4, 8));
    }

    private static PrismSet set(SlabSolid solid, boolean flat) {
        return new PrismSet(solid, flat, solid.frame(), solid.frame());
    }

    /** A solid in any position, with frames that share an axis with the patient's axial planes. */
    private record Any(PrismSet set, ObliqueFrames frames) {
        static Any of(SplittableRandom r) {
            SlabSolid solid = RandomSolids.pair(r).first(Shapes.rigidMotion(r));
            ObliqueFrames frames = ObliqueFrames.of(PlaneFrame.AXIAL, solid.frame());
            return new Any(new PrismSet(solid, false, frames.second(), frames.first()), frames);
        }
    }

    /** Least, then greatest coordinates of all corners below a node, in the frame of the boxes. */
    private static double[] corners(PrismSet set, int node, double cos, double sin) {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        List<double[]> parts = new ArrayList<>();
        if (!set.isLeaf(node)) {
            parts.add(corners(set, 2 * node, cos, sin));
            parts.add(corners(set, 2 * node + 1, cos, sin));
        } else if (!isEmpty(set, node)) {
            double[] c = new double[24];
            set.corners(set.prism(node), cos, -sin, c);
            parts.add(c);
        }
        for (double[] p : parts) {
            for (int k = 0; k < p.length; k++) {
                if (Double.isFinite(p[k])) {
                    box[k % 3] = Math.min(box[k % 3], p[k]);
                    box[3 + k % 3] = Math.max(box[3 + k % 3], p[k]);
                }
            }
        }
        return box;
    }

    private static boolean isEmpty(PrismSet set, int node) {
        return set.extent(node) == Double.NEGATIVE_INFINITY;
    }

    private static int nodes(PrismSet set) {
        int leaves = 1;
        while (!set.isLeaf(leaves)) {
            leaves *= 2;
        }
        return 2 * leaves;
    }

    @Test
    void aPrismHasEightCornersLowerOnesFirst() {
        double[] c = new double[24];
        set(box(), false).corners(0, 1, 0, c);
        assertThat(c).containsExactly(1, 2, 4, 4, 2, 4, 4, 8, 4, 1, 8, 4, 1, 2, 6, 4, 2, 6, 4, 8, 6, 1, 8, 6);
        set(box(), true).corners(1, 1, 0, c);
        assertThat(c).containsExactly(1, 2, 7, 4, 2, 7, 4, 8, 7, 1, 8, 7, 1, 2, 7, 4, 2, 7, 4, 8, 7, 1, 8, 7);
        // Turned by a right angle about x: y becomes z, and z -y.
        set(box(), false).corners(0, 0, 1, c);
        assertThat(c).startsWith(1, -4, 2, 4, -4, 2, 4, -4, 8).endsWith(1, -6, 8);
    }

    @Test
    void aTrapezoidsLowerAndUpperSideDiffer() {
        double[] c = new double[24];
        set(Shapes.prism(new double[] {5}, new double[] {0, 0, 8, 0, 5, 4, 2, 4}), false)
                .corners(0, 1, 0, c);
        assertThat(c).containsExactly(0, 0, 4, 8, 0, 4, 5, 4, 4, 2, 4, 4, 0, 0, 6, 8, 0, 6, 5, 4, 6, 2, 4, 6);
    }

    @Test
    void aNodeIsAsLargeAsItsPrisms() {
        Property.forAll(60, Any::of, any -> {
            PrismSet set = any.set;
            for (int node = 1; node < nodes(set); node++) {
                if (!isEmpty(set, node)) {
                    double[] box = corners(set, node, any.frames.cos(), any.frames.sin());
                    double extent = box[3] - box[0] + box[4] - box[1] + box[5] - box[2];
                    assertThat(set.extent(node)).isCloseTo(extent, within(1e-9));
                    // A point just beyond each side is as far away as it is beyond.
                    for (int side = 0; side < 6; side++) {
                        double[] beyond = new double[6];
                        for (int d = 0; d < 6; d++) {
                            beyond[d] = (box[d % 3] + box[3 + d % 3]) / 2;
                        }
                        double at = side < 3 ? box[side] - 0.25 : box[side] + 0.25;
                        beyond[side % 3] = at;
                        beyond[3 + side % 3] = at;
                        assertThat(set.touches(node, beyond)).isFalse();
                        assertThat(set.centreDistance(node, beyond)).isCloseTo(0.25, within(1e-9));
                        beyond[side] = side < 3 ? at - 9 : at + 9;
                        assertThat(set.touches(node, beyond)).isFalse();
                        beyond[side] = at;
                        beyond[(side + 3) % 6] = side < 3 ? at + 0.3 : at - 0.3;
                        assertThat(set.touches(node, beyond)).isTrue();
                    }
                }
            }
        });
    }

    @Test
    void whatHoldsNothingTouchesNothing() {
        SlabSolid three = Shapes.prism(new double[] {1, 2, 3}, Shapes.rectangle(0, 0, 4, 4));
        PrismSet set = set(three, false);
        assertThat(nodes(set)).isEqualTo(8);
        assertThat(isEmpty(set, 7)).isTrue();
        assertThat(isEmpty(set, 6)).isFalse();
        assertThat(set.touches(7, new double[] {-99, -99, -99, 99, 99, 99})).isFalse();
        assertThat(PrismSet.distance2(set, 7, set, 1)).isInfinite();
        assertThat(PrismSet.distance2(set, 1, set, 7)).isInfinite();
    }

    @Test
    void distancesOfBoxes() {
        PrismSet set = set(box(), false);
        double[][] apart = {{7, 0, 0}, {0, 9, 0}, {0, 0, 11}, {7, 9, 11}, {1, 1, 1}};
        for (double[] by : apart) {
            PrismSet up = set(
                    Shapes.prism(
                            new double[] {5 + by[2], 7 + by[2]},
                            Shapes.rectangle(1 + by[0], 2 + by[1], 4 + by[0], 8 + by[1])),
                    false);
            // 3, 6 and 4 mm in size.
            double expected = Math.pow(Math.max(0, by[0] - 3), 2)
                    + Math.pow(Math.max(0, by[1] - 6), 2)
                    + Math.pow(Math.max(0, by[2] - 4), 2);
            assertThat(PrismSet.distance2(set, 1, up, 1)).isCloseTo(expected, within(1e-9));
            assertThat(PrismSet.distance2(up, 1, set, 1)).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void theMiddleOfTheOtherBoxCounts() {
        PrismSet set = set(box(), false);
        // From 1 to 4, 2 to 8 and 4 to 8; the middle at (7, 0, 9): 3, 2 and 1 away.
        assertThat(set.centreDistance(1, new double[] {6, -5, 5, 8, 5, 13})).isCloseTo(6, within(1e-9));
        assertThat(set.centreDistance(1, new double[] {-9, 2, 4, 15, 8, 8})).isZero();
    }

    @Test
    void moreThanSixtyFourPrismsFindRoom() {
        SlabSolid column = Shapes.prism(Shapes.planes(0, 1, 150), Shapes.rectangle(1, 2, 4, 8));
        PrismSet set = set(column, false);
        double[] c = new double[24];
        for (int k = 0; k < 150; k++) {
            set.corners(k, 1, 0, c);
            assertThat(c).startsWith(1, 2, k - 0.5).endsWith(1, 8, k + 0.5);
        }
        assertThat(nodes(set)).isEqualTo(512);
        assertThat(set.extent(1)).isCloseTo(3 + 6 + 150, within(1e-9));
    }

    @Test
    void regionsAreTurnedIntoTheGivenFrame() {
        PlaneFrame turned = new PlaneFrame(new Point3(0, 1, 0), new Point3(-1, 0, 0), new Point3(0, 0, 1));
        double[] c = new double[24];
        new PrismSet(box(), false, turned, turned).corners(0, 1, 0, c);
        assertThat(c).startsWith(2, -4, 4, 8, -4, 4, 8, -1, 4, 2, -1, 4);
    }
}
