package org.cordonrt.margin;

import org.cordonrt.geometry.SurfaceStrip;

/**
 * A binary tree of runs of quadrilaterals of a strip. A run is known by the four points at its ends, how far its own
 * points may stray from what lies between those, and a ball around it all. The root is node 1, the children of node k are
 * 2k and 2k + 1, a leaf holds up to {@link #LEAF} quadrilaterals. Immutable once built.
 */
final class StripTree {
    static final int LEAF = 8;

    /** Numbers a node: the middle and the radius of the ball, and how far the run strays. */
    static final int STRIDE = 5;

    static final int RADIUS = 3;
    static final int STRAY = 4;

    private static final int POINT = 3;

    /** The points themselves, see {@link SurfaceStrip}. */
    final double[] lower;

    final double[] upper;
    final double[] nodes;
    private final int leaves;
    private final int items;

    // Least, then greatest coordinates.
    private final double[] box = new double[6];

    StripTree(SurfaceStrip strip) {
        lower = strip.lower();
        upper = strip.upper();
        items = strip.size();
        int wanted = Math.max(1, (items + LEAF - 1) / LEAF);
        leaves = wanted == 1 ? 1 : Integer.highestOneBit(wanted - 1) << 1;
        nodes = new double[STRIDE * 2 * leaves];
        for (int k = 2 * leaves - 1; k >= 1; k--) {
            if (!isEmpty(k)) {
                node(k);
            }
        }
        spanBox();
    }

    boolean isLeaf(int node) {
        return node >= leaves;
    }

    boolean isEmpty(int node) {
        return firstItem(node) >= items;
    }

    int firstItem(int node) {
        int first = Integer.highestOneBit(node);
        return (node - first) * (LEAF * leaves / first);
    }

    /** One past the last quadrilateral of a node. */
    int endItem(int node) {
        int first = Integer.highestOneBit(node);
        return Math.min(items, (node - first + 1) * (LEAF * leaves / first));
    }

    /** Squared distance of the boxes around all. */
    static double boxes2(StripTree a, StripTree b) {
        return boxes2(a.box, 0, b.box, 0);
    }

    /** Squared distance of the box around all and another one. */
    double toBox2(double[] other, int at) {
        return boxes2(box, 0, other, at);
    }

    /** Squared distance of two boxes, each least then greatest coordinates. */
    static double boxes2(double[] a, int i, double[] b, int j) {
        double dx = Math.max(0, Math.max(b[j] - a[i + 3], a[i] - b[j + 3]));
        double dy = Math.max(0, Math.max(b[j + 1] - a[i + 4], a[i + 1] - b[j + 4]));
        double dz = Math.max(0, Math.max(b[j + 2] - a[i + 5], a[i + 2] - b[j + 5]));
        return dx * dx + dy * dy + dz * dz;
    }

    /** Around the balls of all leaves. */
    private void spanBox() {
        for (int d = 0; d < POINT; d++) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int k = leaves; k < 2 * leaves && !isEmpty(k); k++) {
                double at = nodes[STRIDE * k + d];
                double radius = nodes[STRIDE * k + RADIUS];
                least = Math.min(least, at - radius);
                greatest = Math.max(greatest, at + radius);
            }
            box[d] = least;
            box[POINT + d] = greatest;
        }
    }

    private void node(int k) {
        int from = POINT * firstItem(k);
        int to = POINT * endItem(k);
        double far2 = 0;
        double inside = 0;
        if (isLeaf(k)) {
            far2 = Math.max(offEnds2(lower, from, to, from + POINT, to), offEnds2(upper, from, to, from + POINT, to));
        } else if (isEmpty(2 * k + 1)) {
            inside = nodes[STRIDE * 2 * k + STRAY];
        } else {
            // Of the halves only the points in the middle are new; the distance to a segment is a convex function.
            int middle = POINT * firstItem(2 * k + 1);
            far2 = Math.max(
                    offEnds2(lower, from, to, middle, middle + POINT),
                    offEnds2(upper, from, to, middle, middle + POINT));
            inside = Math.max(nodes[STRIDE * 2 * k + STRAY], nodes[STRIDE * (2 * k + 1) + STRAY]);
        }
        nodes[STRIDE * k + STRAY] = Math.sqrt(far2) + inside;
        ball(STRIDE * k, from, to);
    }

    /** How far points of a row are, at most, from the segment between two others of it; squared. */
    private static double offEnds2(double[] row, int end0, int end1, int from, int to) {
        double x = row[end0];
        double y = row[end0 + 1];
        double z = row[end0 + 2];
        double ux = row[end1] - x;
        double uy = row[end1 + 1] - y;
        double uz = row[end1 + 2] - z;
        double uu = ux * ux + uy * uy + uz * uz;
        double each = uu >= Double.MIN_NORMAL ? 1 / uu : 0;
        double most2 = 0;
        for (int v = from; v < to; v += POINT) {
            double wx = row[v] - x;
            double wy = row[v + 1] - y;
            double wz = row[v + 2] - z;
            double t = (wx * ux + wy * uy + wz * uz) * each;
            t = t < 0 ? 0 : t > 1 ? 1 : t;
            wx -= t * ux;
            wy -= t * uy;
            wz -= t * uz;
            double d2 = wx * wx + wy * wy + wz * wz;
            if (d2 > most2) {
                most2 = d2;
            }
        }
        return most2;
    }

    private void ball(int o, int from, int to) {
        double x = (lower[from] + lower[to] + upper[from] + upper[to]) / 4;
        double y = (lower[from + 1] + lower[to + 1] + upper[from + 1] + upper[to + 1]) / 4;
        double z = (lower[from + 2] + lower[to + 2] + upper[from + 2] + upper[to + 2]) / 4;
        double most2 = Math.max(
                Math.max(from2(lower, from, x, y, z), from2(lower, to, x, y, z)),
                Math.max(from2(upper, from, x, y, z), from2(upper, to, x, y, z)));
        nodes[o] = x;
        nodes[o + 1] = y;
        nodes[o + 2] = z;
        nodes[o + RADIUS] = Math.sqrt(most2) + nodes[o + STRAY];
    }

    private static double from2(double[] row, int v, double x, double y, double z) {
        return (row[v] - x) * (row[v] - x) + (row[v + 1] - y) * (row[v + 1] - y) + (row[v + 2] - z) * (row[v + 2] - z);
    }
}
