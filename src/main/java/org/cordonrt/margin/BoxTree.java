package org.cordonrt.margin;

/**
 * A binary tree of bounding boxes over items in a given order, which should be a spatially coherent one. The root is
 * node 1, the children of node k are 2k and 2k + 1, and leaf k holds the {@link #LEAF} items from
 * {@code firstItem(k)}. Immutable once built.
 */
final class BoxTree {
    static final int LEAF = 4;

    private static final int STRIDE = 4;

    private final int items;
    private final int leaves;
    // minX, minY, maxX, maxY of each node and of each item
    private final double[] box;
    private final double[] itemBox;

    /** A tree over items whose boxes are minX, minY, maxX, maxY each; keeps the array. */
    BoxTree(double[] itemBox) {
        this.itemBox = itemBox;
        items = itemBox.length / STRIDE;
        int wanted = Math.max(1, (items + LEAF - 1) / LEAF);
        leaves = wanted == 1 ? 1 : Integer.highestOneBit(wanted - 1) << 1;
        box = new double[2 * leaves * STRIDE];
        // A box that holds nothing is infinitely far from every other.
        for (int k = 0; k < 2 * leaves; k++) {
            box[STRIDE * k] = box[STRIDE * k + 1] = Double.POSITIVE_INFINITY;
            box[STRIDE * k + 2] = box[STRIDE * k + 3] = Double.NEGATIVE_INFINITY;
        }
        for (int i = 0; i < items; i++) {
            grow(STRIDE * (leaves + i / LEAF), itemBox, STRIDE * i);
        }
        for (int k = leaves - 1; k >= 1; k--) {
            grow(STRIDE * k, box, STRIDE * 2 * k);
            grow(STRIDE * k, box, STRIDE * (2 * k + 1));
        }
    }

    private void grow(int at, double[] other, int o) {
        box[at] = Math.min(box[at], other[o]);
        box[at + 1] = Math.min(box[at + 1], other[o + 1]);
        box[at + 2] = Math.max(box[at + 2], other[o + 2]);
        box[at + 3] = Math.max(box[at + 3], other[o + 3]);
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

    double minX(int node) {
        return box[STRIDE * node];
    }

    double minY(int node) {
        return box[STRIDE * node + 1];
    }

    double maxX(int node) {
        return box[STRIDE * node + 2];
    }

    double maxY(int node) {
        return box[STRIDE * node + 3];
    }

    /** Squared distance of a point to a node's box. */
    double pointToNode2(double x, double y, int node) {
        return pointTo2(x, y, box, STRIDE * node);
    }

    /** Squared distance of a point to an item's box. */
    double pointToItem2(double x, double y, int item) {
        return pointTo2(x, y, itemBox, STRIDE * item);
    }

    private static double pointTo2(double x, double y, double[] b, int o) {
        double dx = Math.max(0, Math.max(b[o] - x, x - b[o + 2]));
        double dy = Math.max(0, Math.max(b[o + 1] - y, y - b[o + 3]));
        return dx * dx + dy * dy;
    }
}
