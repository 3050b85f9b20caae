package org.cordonrt.margin;

/** The edges of a planar region's rings with a search tree over them, in one plane's coordinates. Immutable. */
final class RegionEdges {
    private final BoxTree tree;
    // Edge e runs from (x[e], y[e]) to (endX[e], endY[e]); every vertex begins exactly one edge.
    final double[] x;
    final double[] y;
    final double[] endX;
    final double[] endY;
    private final int[] ringStart;

    RegionEdges(double[][] rings) {
        int n = 0;
        for (double[] ring : rings) {
            n += ring.length / 2;
        }
        x = new double[n];
        y = new double[n];
        endX = new double[n];
        endY = new double[n];
        ringStart = new int[rings.length];
        double[] boxes = new double[4 * n];
        int e = 0;
        for (int k = 0; k < rings.length; k++) {
            double[] ring = rings[k];
            ringStart[k] = e;
            for (int i = 0; i < ring.length; i += 2) {
                int next = i + 2 < ring.length ? i + 2 : 0;
                x[e] = ring[i];
                y[e] = ring[i + 1];
                endX[e] = ring[next];
                endY[e] = ring[next + 1];
                boxes[4 * e] = Math.min(x[e], endX[e]);
                boxes[4 * e + 1] = Math.min(y[e], endY[e]);
                boxes[4 * e + 2] = Math.max(x[e], endX[e]);
                boxes[4 * e + 3] = Math.max(y[e], endY[e]);
                e++;
            }
        }
        tree = new BoxTree(boxes);
    }

    BoxTree tree() {
        return tree;
    }

    int ringCount() {
        return ringStart.length;
    }

    /** The first vertex of a ring, as an edge number. */
    int ringStart(int ring) {
        return ringStart[ring];
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
