package org.cordonrt.margin;

/** The edges of a planar region's rings with a search tree over them, in one plane's coordinates. Immutable. */
final class RegionEdges {
    private static final int CHORD = 5;

    /** Added to each bound so that rounding never rules out what is nearest. */
    private static final double ROUNDING_MM = 1e-12;

    private final BoxTree tree;
    // For each node the first vertex, the last vertex, and how far its edges are from the segment between them.
    private final double[] chord;
    // Edge e runs from (x[e], y[e]) to (endX[e], endY[e]); every vertex begins at least one edge.
    final double[] x;
    final double[] y;
    final double[] endX;
    final double[] endY;
    private final int[] partStart;

    RegionEdges(double[][] rings) {
        EdgeList list = new EdgeList(rings);
        list.dropBridges();
        int n = list.size();
        x = new double[n];
        y = new double[n];
        endX = new double[n];
        endY = new double[n];
        partStart = list.fill(x, y, endX, endY);
        double[] boxes = new double[4 * n];
        for (int e = 0; e < n; e++) {
            boxes[4 * e] = Math.min(x[e], endX[e]);
            boxes[4 * e + 1] = Math.min(y[e], endY[e]);
            boxes[4 * e + 2] = Math.max(x[e], endX[e]);
            boxes[4 * e + 3] = Math.max(y[e], endY[e]);
        }
        tree = new BoxTree(boxes);
        chord = new double[CHORD * tree.nodes()];
        for (int node = tree.nodes() - 1; node >= 1; node--) {
            spanChord(node);
        }
    }

    /** The chord of a node from its edges or from its children's chords. */
    private void spanChord(int node) {
        int o = CHORD * node;
        if (tree.isLeaf(node)) {
            int first = tree.firstItem(node);
            int end = tree.endItem(node);
            if (first >= end) {
                chord[o + 4] = Double.NEGATIVE_INFINITY;
                return;
            }
            setEnds(o, x[first], y[first], endX[end - 1], endY[end - 1]);
            double far2 = 0;
            for (int e = first; e < end; e++) {
                far2 = Math.max(far2, toChord2(o, x[e], y[e]));
                far2 = Math.max(far2, toChord2(o, endX[e], endY[e]));
            }
            chord[o + 4] = Math.sqrt(far2) + ROUNDING_MM;
            return;
        }
        int left = CHORD * 2 * node;
        int right = left + CHORD;
        boolean one = chord[right + 4] == Double.NEGATIVE_INFINITY;
        int last = one ? left : right;
        setEnds(o, chord[left], chord[left + 1], chord[last + 2], chord[last + 3]);
        chord[o + 4] = Math.max(reach(o, left), one ? Double.NEGATIVE_INFINITY : reach(o, right));
    }

    private void setEnds(int o, double x0, double y0, double x1, double y1) {
        chord[o] = x0;
        chord[o + 1] = y0;
        chord[o + 2] = x1;
        chord[o + 3] = y1;
    }

    /** How far a child's edges may be from the parent's chord; the distance to a segment is a convex function. */
    private double reach(int parent, int child) {
        double far2 = Math.max(
                toChord2(parent, chord[child], chord[child + 1]), toChord2(parent, chord[child + 2], chord[child + 3]));
        return Math.sqrt(far2) + chord[child + 4];
    }

    private double toChord2(int o, double px, double py) {
        return Segments.pointTo2(px, py, chord[o], chord[o + 1], chord[o + 2], chord[o + 3]);
    }

    BoxTree tree() {
        return tree;
    }

    /**
     * Whether all edges below two nodes are at least a distance apart. The chord from the first to the last vertex and
     * how far the edges stray from it is a tight bound where a box, which is loose around slanted edges, is not.
     */
    static boolean apart(RegionEdges a, int nodeA, RegionEdges b, int nodeB, double distanceMm) {
        double[] p = a.chord;
        double[] q = b.chord;
        int i = CHORD * nodeA;
        int j = CHORD * nodeB;
        double needed = distanceMm + p[i + 4] + q[j + 4];
        return Segments.distance2(p[i], p[i + 1], p[i + 2], p[i + 3], q[j], q[j + 1], q[j + 2], q[j + 3])
                >= needed * needed;
    }

    /** Edge numbers, at least one on every connected part of the boundary. */
    int[] partStarts() {
        return partStart;
    }

    /** Whether the filled region holds a point; points on its boundary may go either way. */
    boolean contains(double px, double py) {
        return winding(1, px, py) != 0;
    }

    /** Winding of the edges below a node, counted along the ray to the right of the point. */
    private int winding(int node, double px, double py) {
        if (!(tree.minY(node) <= py && py <= tree.maxY(node) && px <= tree.maxX(node))) {
            return 0;
        }
        if (!tree.isLeaf(node)) {
            return winding(2 * node, px, py) + winding(2 * node + 1, px, py);
        }
        int sum = 0;
        for (int e = tree.firstItem(node); e < tree.endItem(node); e++) {
            // Half-open in y, so that a vertex at the same height counts once.
            if (y[e] <= py != endY[e] <= py) {
                double side = (endX[e] - x[e]) * (py - y[e]) - (px - x[e]) * (endY[e] - y[e]);
                boolean up = endY[e] > y[e];
                if (up ? side > 0 : side < 0) {
                    sum += up ? 1 : -1;
                }
            }
        }
        return sum;
    }
}
