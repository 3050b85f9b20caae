package org.cordonrt.margin;

import org.cordonrt.geometry.SurfaceStrip;

/**
 * A binary tree of runs of quadrilaterals of a strip. A run is known by the four points at its ends, how far its own
 * points may stray from what lies between those, and a ball around it all. The root is node 1, the children of node k are
 * 2k and 2k + 1, a leaf holds up to {@link #LEAF} quadrilaterals. Immutable once built.
 */
final class StripTree {
    static final int LEAF = 8;

    /** Numbers a node: four points, how far the run strays, and the middle and the radius of the ball. */
    static final int STRIDE = 17;

    static final int STRAY = 12;
    static final int MIDDLE = 13;
    static final int RADIUS = 16;

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

    /** Around the ends of all leaves, and as far out as the points between them may stray. */
    private void spanBox() {
        for (int d = 0; d < POINT; d++) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int k = leaves; k < 2 * leaves && !isEmpty(k); k++) {
                int o = STRIDE * k;
                double stray = nodes[o + STRAY];
                for (int c = o + d; c < o + STRAY; c += POINT) {
                    double at = nodes[c];
                    if (at - stray < least) {
                        least = at - stray;
                    }
                    if (at + stray > greatest) {
                        greatest = at + stray;
                    }
                }
            }
            box[d] = least;
            box[POINT + d] = greatest;
        }
    }

    private void node(int k) {
        int from = POINT * firstItem(k);
        int to = POINT * endItem(k);
        int o = STRIDE * k;
        System.arraycopy(lower, from, nodes, o, POINT);
        System.arraycopy(lower, to, nodes, o + POINT, POINT);
        System.arraycopy(upper, from, nodes, o + 2 * POINT, POINT);
        System.arraycopy(upper, to, nodes, o + 3 * POINT, POINT);
        double far2 = 0;
        double inside = 0;
        if (isLeaf(k)) {
            far2 = Math.max(offEnds2(lower, from + POINT, to, o), offEnds2(upper, from + POINT, to, o + 2 * POINT));
        } else if (isEmpty(2 * k + 1)) {
            inside = nodes[2 * o + STRAY];
        } else {
            // Of the halves only the points in the middle are new; the distance to a segment is a convex function.
            int middle = POINT * firstItem(2 * k + 1);
            far2 = Math.max(
                    offEnds2(lower, middle, middle + POINT, o), offEnds2(upper, middle, middle + POINT, o + 2 * POINT));
            inside = Math.max(nodes[2 * o + STRAY], nodes[2 * o + STRIDE + STRAY]);
        }
        nodes[o + STRAY] = Math.sqrt(far2) + inside;
        ball(o);
    }

    /** How far points of a row, at most, are from the segment between the two points at {@code o} of the nodes; squared. */
    private double offEnds2(double[] row, int from, int to, int o) {
        double x = nodes[o];
        double y = nodes[o + 1];
        double z = nodes[o + 2];
        double ux = nodes[o + 3] - x;
        double uy = nodes[o + 4] - y;
        double uz = nodes[o + 5] - z;
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

    private void ball(int o) {
        double x = (nodes[o] + nodes[o + 3] + nodes[o + 6] + nodes[o + 9]) / 4;
        double y = (nodes[o + 1] + nodes[o + 4] + nodes[o + 7] + nodes[o + 10]) / 4;
        double z = (nodes[o + 2] + nodes[o + 5] + nodes[o + 8] + nodes[o + 11]) / 4;
        double most2 = 0;
        for (int c = o; c < o + STRAY; c += POINT) {
            double dx = nodes[c] - x;
            double dy = nodes[c + 1] - y;
            double dz = nodes[c + 2] - z;
            most2 = Math.max(most2, dx * dx + dy * dy + dz * dz);
        }
        nodes[o + MIDDLE] = x;
        nodes[o + MIDDLE + 1] = y;
        nodes[o + MIDDLE + 2] = z;
        nodes[o + RADIUS] = Math.sqrt(most2) + nodes[o + STRAY];
    }
}
