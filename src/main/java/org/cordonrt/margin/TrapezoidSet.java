package org.cordonrt.margin;

import org.jspecify.annotations.Nullable;

/**
 * Trapezoids with horizontal sides that cover a filled region, with a search tree over them, for questions about points.
 * Immutable.
 */
final class TrapezoidSet {
    /** Numbers a trapezoid: lower and upper y, then lower left, lower right, upper left and upper right x. */
    static final int STRIDE = 6;

    private final double[] data;
    private final BoxTree tree;

    /** Trapezoids as {@link org.cordonrt.geometry.PlaneRegion#toTrapezoids()} gives them. */
    TrapezoidSet(double[][] byHeight) {
        double[][] trapezoids = byColumns(byHeight);
        data = new double[STRIDE * trapezoids.length];
        double[] boxes = new double[4 * trapezoids.length];
        for (int i = 0; i < trapezoids.length; i++) {
            double[] t = trapezoids[i];
            put(data, STRIDE * i, t);
            boxes[4 * i] = Math.min(t[0], t[6]);
            boxes[4 * i + 1] = t[1];
            boxes[4 * i + 2] = Math.max(t[2], t[4]);
            boxes[4 * i + 3] = t[5];
        }
        tree = new BoxTree(boxes);
    }

    /**
     * Those that stand upon each other one after the other. In increasing height, what lies far to the left and far to
     * the right would alternate, and boxes around neighbours would be as wide as everything.
     */
    private static double[][] byColumns(double[][] byHeight) {
        int n = byHeight.length;
        // For each trapezoid the one that stands on it, or -1; and the tops that are still free, highest last.
        int[] above = new int[n];
        boolean[] standing = new boolean[n];
        int[] open = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            above[i] = -1;
            double[] t = byHeight[i];
            int kept = 0;
            for (int k = 0; k < count; k++) {
                double[] below = byHeight[open[k]];
                if (!standing[i] && below[5] == t[1] && (below[6] == t[0] || below[4] == t[2])) {
                    above[open[k]] = i;
                    standing[i] = true;
                } else if (below[5] >= t[1]) {
                    open[kept++] = open[k];
                }
            }
            count = kept;
            open[count++] = i;
        }
        double[][] ordered = new double[n][];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int k = standing[i] ? -1 : i; k >= 0; k = above[k]) {
                ordered[next++] = byHeight[k];
            }
        }
        return ordered;
    }

    /** Writes a ring of lower left, lower right, upper right and upper left vertex as the numbers of this class. */
    static void put(double[] data, int o, double[] t) {
        data[o] = t[1];
        data[o + 1] = t[5];
        data[o + 2] = t[0];
        data[o + 3] = t[2];
        data[o + 4] = t[6];
        data[o + 5] = t[4];
    }

    static double left(double[] data, int o, double y) {
        return data[o + 2] + (data[o + 4] - data[o + 2]) * ((y - data[o]) / (data[o + 1] - data[o]));
    }

    static double right(double[] data, int o, double y) {
        return data[o + 3] + (data[o + 5] - data[o + 3]) * ((y - data[o]) / (data[o + 1] - data[o]));
    }

    /** The nearest point of a filled region to a point; reused from query to query. */
    static final class Foot {
        double distance2;
        double x;
        double y;
        private double @Nullable [] pieceData;
        private int piece;
        private boolean pieceIsEdge;

        /** Forgets all; only what is nearer than the limit will be found. */
        Foot within2(double limit2) {
            distance2 = limit2;
            pieceData = null;
            return this;
        }

        /**
         * Distance of any point to the trapezoid or the edge that holds the foot: for the whole region a bound from above, and a
         * convex function, so that it is largest at the corners of a cell.
         */
        double pieceDistance(double px, double py, Foot scratch) {
            if (pieceData == null) {
                return Math.hypot(px - x, py - y);
            }
            if (pieceIsEdge) {
                return Math.sqrt(Segments.pointTo2(
                        px, py, pieceData[piece], pieceData[piece + 1], pieceData[piece + 2], pieceData[piece + 3]));
            }
            nearest(pieceData, piece, px, py, scratch.within2(Double.POSITIVE_INFINITY));
            return Math.sqrt(scratch.distance2);
        }

        /** The point itself belongs to the region. */
        void here(double px, double py) {
            distance2 = 0;
            x = px;
            y = py;
        }

        private void take(double px, double py, double qx, double qy) {
            double d2 = (px - qx) * (px - qx) + (py - qy) * (py - qy);
            if (d2 < distance2) {
                distance2 = d2;
                x = qx;
                y = qy;
            }
        }

        /** A point of an edge that is nearer than all before. */
        void take(double d2, double qx, double qy, double[] edges, int edge) {
            distance2 = d2;
            x = qx;
            y = qy;
            pieceData = edges;
            piece = edge;
            pieceIsEdge = true;
        }
    }

    /** Lowers the foot's distance to that of the nearest point of these trapezoids, if it is nearer. */
    void nearest(double px, double py, Foot foot) {
        if (tree.pointToNode2(px, py, 1) < foot.distance2) {
            descend(1, px, py, foot);
        }
    }

    private void descend(int node, double px, double py, Foot foot) {
        if (tree.isLeaf(node)) {
            for (int i = tree.firstItem(node); i < tree.endItem(node); i++) {
                double before = foot.distance2;
                if (tree.pointToItem2(px, py, i) < before) {
                    nearest(data, STRIDE * i, px, py, foot);
                    if (foot.distance2 < before) {
                        foot.pieceData = data;
                        foot.piece = STRIDE * i;
                        foot.pieceIsEdge = false;
                    }
                }
            }
            return;
        }
        double left2 = tree.pointToNode2(px, py, 2 * node);
        double right2 = tree.pointToNode2(px, py, 2 * node + 1);
        int nearer = left2 <= right2 ? 2 * node : 2 * node + 1;
        if (Math.min(left2, right2) < foot.distance2) {
            descend(nearer, px, py, foot);
        }
        if (Math.max(left2, right2) < foot.distance2) {
            descend(4 * node + 1 - nearer, px, py, foot);
        }
    }

    /** Looks for a point of the region in a rectangle, near its middle if that is easy. */
    boolean meets(double x, double y, double halfX, double halfY, double[] found) {
        return meets(1, x, y, halfX, halfY, found);
    }

    private boolean meets(int node, double x, double y, double halfX, double halfY, double[] found) {
        if (!(tree.minX(node) <= x + halfX
                && tree.maxX(node) >= x - halfX
                && tree.minY(node) <= y + halfY
                && tree.maxY(node) >= y - halfY)) {
            return false;
        }
        if (tree.isLeaf(node)) {
            for (int i = tree.firstItem(node); i < tree.endItem(node); i++) {
                if (meetsOne(STRIDE * i, x, y, halfX, halfY, found)) {
                    return true;
                }
            }
            return false;
        }
        int nearer = tree.pointToNode2(x, y, 2 * node) <= tree.pointToNode2(x, y, 2 * node + 1) ? 0 : 1;
        return meets(2 * node + nearer, x, y, halfX, halfY, found)
                || meets(2 * node + 1 - nearer, x, y, halfX, halfY, found);
    }

    private boolean meetsOne(int o, double x, double y, double halfX, double halfY, double[] found) {
        double from = Math.max(y - halfY, data[o]);
        double to = Math.min(y + halfY, data[o + 1]);
        // The heights at which the left bound is not right of the rectangle, and the right bound not left of it.
        double leftFrom = x + halfX - left(data, o, from);
        double leftTo = x + halfX - left(data, o, to);
        double rightFrom = right(data, o, from) - (x - halfX);
        double rightTo = right(data, o, to) - (x - halfX);
        if (from > to || leftFrom < 0 && leftTo < 0 || rightFrom < 0 && rightTo < 0) {
            return false;
        }
        double low = Math.max(rise(leftFrom, leftTo), rise(rightFrom, rightTo));
        double high = Math.min(fall(leftFrom, leftTo), fall(rightFrom, rightTo));
        if (low > high) {
            return false;
        }
        double at = Math.min(Math.max(y, from + low * (to - from)), from + high * (to - from));
        found[0] = Math.min(Math.max(x, left(data, o, at)), right(data, o, at));
        found[1] = at;
        return true;
    }

    /** From where on, between 0 and 1, a linear function is not negative. */
    private static double rise(double at0, double at1) {
        return at0 < 0 ? at0 / (at0 - at1) : 0;
    }

    /** Up to where, between 0 and 1, a linear function is not negative. */
    private static double fall(double at0, double at1) {
        return at1 < 0 ? at0 / (at0 - at1) : 1;
    }

    /** Lowers the foot's distance to that of one filled trapezoid's nearest point, if it is nearer. */
    static void nearest(double[] data, int o, double px, double py, Foot foot) {
        double y0 = data[o];
        double y1 = data[o + 1];
        if (py >= y0 && py <= y1 && px >= left(data, o, py) && px <= right(data, o, py)) {
            foot.take(px, py, px, py);
            return;
        }
        if (px < Math.max(data[o + 2], data[o + 4])) {
            edge(px, py, data[o + 2], y0, data[o + 4], y1, foot);
        }
        if (px > Math.min(data[o + 3], data[o + 5])) {
            edge(px, py, data[o + 3], y0, data[o + 5], y1, foot);
        }
        if (py < y0) {
            foot.take(px, py, Math.min(Math.max(px, data[o + 2]), data[o + 3]), y0);
        }
        if (py > y1) {
            foot.take(px, py, Math.min(Math.max(px, data[o + 4]), data[o + 5]), y1);
        }
    }

    private static void edge(double px, double py, double ax, double ay, double bx, double by, Foot foot) {
        double ux = bx - ax;
        double uy = by - ay;
        double t = Segments.along((px - ax) * ux + (py - ay) * uy, ux * ux + uy * uy);
        foot.take(px, py, ax + t * ux, ay + t * uy);
    }
}
