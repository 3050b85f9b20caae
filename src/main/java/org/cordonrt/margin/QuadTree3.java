package org.cordonrt.margin;

import org.cordonrt.geometry.SurfacePatch;

/**
 * A binary tree of bounding boxes over the quadrilaterals of a patch, in their order. The root is node 1, the children of
 * node k are 2k and 2k + 1. Immutable once built.
 */
final class QuadTree3 {
    static final int CORNERS = 12;

    private static final int LEAF = 2;
    private static final int STRIDE = 6;

    final double[] corners;
    private final int items;
    private final int leaves;
    // minX, minY, minZ, maxX, maxY, maxZ of each node
    private final double[] box;

    QuadTree3(SurfacePatch patch) {
        this(patch.corners());
    }

    /** @param quads corners, as {@link SurfacePatch#corners()}; kept */
    QuadTree3(double[] quads) {
        corners = quads;
        items = corners.length / CORNERS;
        int wanted = Math.max(1, (items + LEAF - 1) / LEAF);
        leaves = wanted == 1 ? 1 : Integer.highestOneBit(wanted - 1) << 1;
        box = new double[2 * leaves * STRIDE];
        for (int k = 0; k < box.length; k += STRIDE) {
            for (int d = 0; d < 3; d++) {
                // A box that holds nothing is infinitely far from every other.
                box[k + d] = Double.POSITIVE_INFINITY;
                box[k + 3 + d] = Double.NEGATIVE_INFINITY;
            }
        }
        for (int i = 0; i < items; i++) {
            int at = STRIDE * (leaves + i / LEAF);
            for (int c = 0; c < CORNERS; c++) {
                double v = corners[CORNERS * i + c];
                box[at + c % 3] = Math.min(box[at + c % 3], v);
                box[at + 3 + c % 3] = Math.max(box[at + 3 + c % 3], v);
            }
        }
        for (int k = leaves - 1; k >= 1; k--) {
            for (int d = 0; d < 3; d++) {
                box[STRIDE * k + d] = Math.min(box[2 * STRIDE * k + d], box[2 * STRIDE * k + STRIDE + d]);
                box[STRIDE * k + 3 + d] = Math.max(box[2 * STRIDE * k + 3 + d], box[2 * STRIDE * k + STRIDE + 3 + d]);
            }
        }
    }

    boolean isEmpty() {
        return items == 0;
    }

    boolean isLeaf(int node) {
        return node >= leaves;
    }

    int firstItem(int leaf) {
        return (leaf - leaves) * LEAF;
    }

    /** One past the last item of a leaf. */
    int endItem(int leaf) {
        return Math.min(items, firstItem(leaf) + LEAF);
    }

    double extent(int node) {
        int o = STRIDE * node;
        return box[o + 3] - box[o] + (box[o + 4] - box[o + 1]) + (box[o + 5] - box[o + 2]);
    }

    /** Squared distance of everything here and a box, least then greatest coordinates. */
    double toBox2(double[] other, int at) {
        return boxes2(box, STRIDE, other, at);
    }

    /** Squared distance of two nodes' boxes. */
    static double distance2(QuadTree3 a, int nodeA, QuadTree3 b, int nodeB) {
        return boxes2(a.box, STRIDE * nodeA, b.box, STRIDE * nodeB);
    }

    /** Squared distance of two boxes, each least then greatest coordinates. */
    static double boxes2(double[] a, int i, double[] b, int j) {
        double sum = 0;
        for (int d = 0; d < 3; d++) {
            double gap = Math.max(0, Math.max(b[j + d] - a[i + 3 + d], a[i + d] - b[j + 3 + d]));
            sum += gap * gap;
        }
        return sum;
    }
}
