package org.cordonrt.margin;

import java.util.Arrays;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;

/**
 * A slab solid cut into convex prisms on trapezoids, with a search tree of boxes. Two such sets share their x axis, the
 * direction in which the planes of both solids intersect; y and z of one are turned against those of the other.
 * Immutable.
 */
final class PrismSet {
    /** Numbers a prism: those of its trapezoid, then lower and upper z. */
    static final int STRIDE = TrapezoidSet.STRIDE + 2;

    private static final int BOX = 6;

    final PlaneFrame frame;
    final double[] data;
    private final int count;
    private final int leaves;
    // min x, y, z, max x, y, z in the coordinates of the box frame; the root is node 1, a leaf is one prism
    private final double[] box;

    /**
     * @param flat prisms without height in the contour planes instead of slabs
     * @param frame the frame of the prisms, with the solid's own normal
     * @param boxFrame the frame of the boxes, which must be the same for two sets that meet
     */
    PrismSet(SlabSolid solid, boolean flat, PlaneFrame frame, PlaneFrame boxFrame) {
        this.frame = frame;
        double[] numbers = new double[STRIDE * 64];
        int n = 0;
        for (Slab slab : solid.slabs()) {
            for (double[] t : turned(slab, solid.frame(), frame).toTrapezoids()) {
                if (STRIDE * (n + 1) > numbers.length) {
                    numbers = Arrays.copyOf(numbers, 2 * numbers.length);
                }
                TrapezoidSet.put(numbers, STRIDE * n, t);
                numbers[STRIDE * n + 6] = flat ? slab.planeMm() : slab.lowMm();
                numbers[STRIDE * n + 7] = flat ? slab.planeMm() : slab.highMm();
                n++;
            }
        }
        data = numbers;
        count = n;
        leaves = n <= 1 ? 1 : Integer.highestOneBit(n - 1) << 1;
        box = new double[BOX * 2 * leaves];
        fillBoxes(boxFrame);
    }

    private static PlaneRegion turned(Slab slab, PlaneFrame own, PlaneFrame frame) {
        double[][] rings = slab.region().toRings();
        for (double[] ring : rings) {
            for (int i = 0; i < ring.length; i += 2) {
                // Both frames have the same normal: heights do not enter.
                Point3 p = own.u().times(ring[i]).plus(own.v().times(ring[i + 1]));
                ring[i] = p.dot(frame.u());
                ring[i + 1] = p.dot(frame.v());
            }
        }
        return PlaneRegion.evenOdd(Arrays.asList(rings));
    }

    private void fillBoxes(PlaneFrame boxFrame) {
        for (int o = 0; o < box.length; o++) {
            box[o] = o % BOX < 3 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        double cos = frame.v().dot(boxFrame.v());
        double sin = frame.v().dot(boxFrame.w());
        double[] corners = new double[24];
        for (int i = 0; i < count; i++) {
            corners(i, cos, sin, corners);
            int o = BOX * (leaves + i);
            for (int c = 0; c < 24; c++) {
                box[o + c % 3] = Math.min(box[o + c % 3], corners[c]);
                box[o + 3 + c % 3] = Math.max(box[o + 3 + c % 3], corners[c]);
            }
        }
        for (int o = BOX * (leaves - 1); o >= BOX; o -= BOX) {
            for (int c = 0; c < 3; c++) {
                box[o + c] = Math.min(box[2 * o + c], box[2 * o + BOX + c]);
                box[o + 3 + c] = Math.max(box[2 * o + 3 + c], box[2 * o + BOX + 3 + c]);
            }
        }
    }

    /**
     * The eight corners of a prism, x, y, z each, in a frame turned about x: lower four in ring order, then upper four.
     *
     * @param cos of the angle from this frame's y axis to the other's
     * @param sin component of this frame's y axis along the other's z axis
     */
    void corners(int prism, double cos, double sin, double[] out) {
        int o = STRIDE * prism;
        for (int k = 0; k < 8; k++) {
            boolean upperY = (k & 2) != 0;
            boolean right = ((k + 1) & 2) != 0;
            double x = data[o + 2 + (upperY ? 2 : 0) + (right ? 1 : 0)];
            double y = data[o + (upperY ? 1 : 0)];
            double z = data[o + 6 + (k >> 2)];
            out[3 * k] = x;
            out[3 * k + 1] = y * cos - z * sin;
            out[3 * k + 2] = y * sin + z * cos;
        }
    }

    boolean isLeaf(int node) {
        return node >= leaves;
    }

    int prism(int leaf) {
        return leaf - leaves;
    }

    double extent(int node) {
        int o = BOX * node;
        return box[o + 3] - box[o] + (box[o + 4] - box[o + 1]) + (box[o + 5] - box[o + 2]);
    }

    /** Squared distance of two nodes' boxes. */
    static double distance2(PrismSet a, int nodeA, PrismSet b, int nodeB) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            int i = BOX * nodeA + c;
            int j = BOX * nodeB + c;
            double d = Math.max(0, Math.max(b.box[j] - a.box[i + 3], a.box[i] - b.box[j + 3]));
            sum += d * d;
        }
        return sum;
    }

    /** Whether a node's box has a point in common with a box of min x, y, z, max x, y, z. */
    boolean touches(int node, double[] other) {
        int o = BOX * node;
        return box[o] <= other[3]
                && box[o + 1] <= other[4]
                && box[o + 2] <= other[5]
                && box[o + 3] >= other[0]
                && box[o + 4] >= other[1]
                && box[o + 5] >= other[2];
    }

    /** Sum of the distances along the axes from a node's box to the middle of another. */
    double centreDistance(int node, double[] other) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            double middle = (other[c] + other[c + 3]) / 2;
            sum += Math.max(0, Math.max(box[BOX * node + c] - middle, middle - box[BOX * node + c + 3]));
        }
        return sum;
    }
}
