package org.cordonrt.margin;

import java.util.Arrays;
import org.cordonrt.geometry.PlaneRegion;

/**
 * The edges of a planar region with a search tree over them, in one plane's coordinates. A run of edges is known by its
 * box, and by the segment from its first to its last point and how far the edges stray from that. The root is node 1, the
 * children of node k are 2k and 2k + 1, a leaf holds up to {@link #LEAF} edges. Immutable.
 */
final class RegionEdges {
    static final int LEAF = 8;

    private static final int STEPS = 8;

    /** Numbers an edge: x and y of its beginning and of its end. */
    static final int EDGE = 4;

    /** Numbers a node: least and greatest x and y, the segment, and how far the edges stray. */
    private static final int STRIDE = 9;

    private static final int CHORD = 4;
    private static final int STRAY = 8;

    /** Added to each bound so that rounding never rules out what is nearest. */
    private static final double ROUNDING_MM = 1e-12;

    /** Every point of the boundary's corners begins at least one edge. */
    final double[] ends;

    /** How far to go in {@code ends} to meet every point: where each edge begins at the end of the one before, once. */
    private final int step;

    private final int items;
    private final int leaves;
    private final double[] nodes;

    RegionEdges(PlaneRegion region) {
        this(region.mayRepeatEdges() ? EdgeList.withoutBridges(region.toEdges()) : region.toEdges());
    }

    /** @param ends four numbers each; kept */
    RegionEdges(double[] ends) {
        this.ends = ends;
        items = ends.length / EDGE;
        step = isOneRing(ends) ? EDGE : 2;
        int wanted = Math.max(1, (items + LEAF - 1) / LEAF);
        leaves = wanted == 1 ? 1 : Integer.highestOneBit(wanted - 1) << 1;
        nodes = new double[STRIDE * 2 * leaves];
        for (int k = 2 * leaves - 1; k >= leaves; k--) {
            leaf(k);
        }
        for (int k = leaves - 1; k >= 1; k--) {
            join(k);
        }
    }

    private static boolean isOneRing(double[] ends) {
        for (int o = EDGE; o < ends.length; o += EDGE) {
            if (ends[o] != ends[o - 2] || ends[o + 1] != ends[o - 1]) {
                return false;
            }
        }
        return true;
    }

    private void leaf(int k) {
        int o = STRIDE * k;
        int from = EDGE * firstItem(k);
        int to = EDGE * endItem(k);
        if (from >= to) {
            // What holds nothing is infinitely far from everything.
            nodes[o] = nodes[o + 1] = Double.POSITIVE_INFINITY;
            nodes[o + 2] = nodes[o + 3] = nodes[o + STRAY] = Double.NEGATIVE_INFINITY;
            return;
        }
        double x0 = ends[from];
        double y0 = ends[from + 1];
        double x1 = ends[to - 2];
        double y1 = ends[to - 1];
        double ux = x1 - x0;
        double uy = y1 - y0;
        double uu = ux * ux + uy * uy;
        double each = uu >= Double.MIN_NORMAL ? 1 / uu : 0;
        double minX = x0;
        double minY = y0;
        double maxX = x0;
        double maxY = y0;
        double far2 = 0;
        // Runs may break off from part to part: both ends of every edge count.
        for (int i = from; i < to; i += 2) {
            double x = ends[i];
            double y = ends[i + 1];
            if (x < minX) {
                minX = x;
            } else if (x > maxX) {
                maxX = x;
            }
            if (y < minY) {
                minY = y;
            } else if (y > maxY) {
                maxY = y;
            }
            double t = ((x - x0) * ux + (y - y0) * uy) * each;
            t = t < 0 ? 0 : t > 1 ? 1 : t;
            double dx = x - x0 - t * ux;
            double dy = y - y0 - t * uy;
            double d2 = dx * dx + dy * dy;
            if (d2 > far2) {
                far2 = d2;
            }
        }
        nodes[o] = minX;
        nodes[o + 1] = minY;
        nodes[o + 2] = maxX;
        nodes[o + 3] = maxY;
        nodes[o + 4] = x0;
        nodes[o + 5] = y0;
        nodes[o + 6] = x1;
        nodes[o + 7] = y1;
        nodes[o + STRAY] = Math.sqrt(far2) + ROUNDING_MM;
    }

    private void join(int k) {
        int o = STRIDE * k;
        int left = STRIDE * 2 * k;
        int right = left + STRIDE;
        nodes[o] = Math.min(nodes[left], nodes[right]);
        nodes[o + 1] = Math.min(nodes[left + 1], nodes[right + 1]);
        nodes[o + 2] = Math.max(nodes[left + 2], nodes[right + 2]);
        nodes[o + 3] = Math.max(nodes[left + 3], nodes[right + 3]);
        int last = isEmpty(2 * k + 1) ? left : right;
        nodes[o + 4] = nodes[left + 4];
        nodes[o + 5] = nodes[left + 5];
        nodes[o + 6] = nodes[last + 6];
        nodes[o + 7] = nodes[last + 7];
        nodes[o + STRAY] = isEmpty(2 * k)
                ? Double.NEGATIVE_INFINITY
                : Math.max(reach(o, left), last == left ? Double.NEGATIVE_INFINITY : reach(o, right));
    }

    /** How far a child's edges may be from the parent's chord; the distance to a segment is a convex function. */
    private double reach(int parent, int child) {
        double far2 = Math.max(
                toChord2(parent, nodes[child + 4], nodes[child + 5]),
                toChord2(parent, nodes[child + 6], nodes[child + 7]));
        return Math.sqrt(far2) + nodes[child + STRAY];
    }

    private double toChord2(int o, double px, double py) {
        return Segments.pointTo2(px, py, nodes[o + 4], nodes[o + 5], nodes[o + 6], nodes[o + 7]);
    }

    /** Number of edges. */
    int size() {
        return items;
    }

    boolean isLeaf(int node) {
        return node >= leaves;
    }

    private boolean isEmpty(int node) {
        return nodes[STRIDE * node + STRAY] == Double.NEGATIVE_INFINITY;
    }

    int firstItem(int leaf) {
        return (leaf - leaves) * LEAF;
    }

    /** One past the last edge of a leaf. */
    int endItem(int leaf) {
        return Math.min(items, firstItem(leaf) + LEAF);
    }

    /** Width plus height of a node. */
    double extent(int node) {
        int o = STRIDE * node;
        return nodes[o + 2] - nodes[o] + (nodes[o + 3] - nodes[o + 1]);
    }

    /** Squared distance of the boxes of two nodes. */
    static double boxes2(RegionEdges a, int nodeA, RegionEdges b, int nodeB) {
        double[] p = a.nodes;
        double[] q = b.nodes;
        int i = STRIDE * nodeA;
        int j = STRIDE * nodeB;
        double dx = q[j] > p[i + 2] ? q[j] - p[i + 2] : p[i] > q[j + 2] ? p[i] - q[j + 2] : 0;
        double dy = q[j + 1] > p[i + 3] ? q[j + 1] - p[i + 3] : p[i + 1] > q[j + 3] ? p[i + 1] - q[j + 3] : 0;
        return dx * dx + dy * dy;
    }

    /**
     * Whether all edges below two nodes are at least a distance apart. The chord from the first to the last vertex and
     * how far the edges stray from it is a tight bound where a box, which is loose around slanted edges, is not.
     */
    static boolean apart(RegionEdges a, int nodeA, RegionEdges b, int nodeB, double distanceMm) {
        double[] p = a.nodes;
        double[] q = b.nodes;
        int i = STRIDE * nodeA + CHORD;
        int j = STRIDE * nodeB + CHORD;
        double needed = distanceMm + p[i + 4] + q[j + 4];
        return Segments.distance2(p[i], p[i + 1], p[i + 2], p[i + 3], q[j], q[j + 1], q[j + 2], q[j + 3])
                >= needed * needed;
    }

    /**
     * Whether the hulls of two runs of edges are surely a distance apart: the walk of {@link HullGap} in a plane.
     *
     * @param a0 first edge of the first run; {@code a1} one past its last
     */
    static boolean runsApart(RegionEdges a, int a0, int a1, RegionEdges b, int b0, int b1, double distanceMm) {
        double[] p = a.ends;
        double[] q = b.ends;
        int fromA = EDGE * a0;
        int toA = EDGE * a1;
        int fromB = EDGE * b0;
        int toB = EDGE * b1;
        double x = (q[fromB] + q[toB - 2] - p[fromA] - p[toA - 2]) / 2;
        double y = (q[fromB + 1] + q[toB - 1] - p[fromA + 1] - p[toA - 1]) / 2;
        double needed = distanceMm + ROUNDING_MM;
        double needed2 = needed * needed;
        double vv = x * x + y * y;
        for (int step = 0; step < STEPS && vv >= needed2; step++) {
            int s = foremost(p, fromA, toA, a.step, x, y);
            int t = foremost(q, fromB, toB, b.step, -x, -y);
            double wx = q[t] - p[s];
            double wy = q[t + 1] - p[s + 1];
            double vw = x * wx + y * wy;
            if (vw > 0 && vw * vw >= needed2 * vv) {
                return true;
            }
            double dx = wx - x;
            double dy = wy - y;
            double dd = dx * dx + dy * dy;
            if (!(vv > vw && dd > 0)) {
                return false;
            }
            double f = Math.min(1, (vv - vw) / dd);
            x += f * dx;
            y += f * dy;
            vv = x * x + y * y;
        }
        return false;
    }

    private static int foremost(double[] p, int from, int to, int by, double x, double y) {
        int at = to - 2;
        double most = x * p[at] + y * p[at + 1];
        for (int o = from; o < to; o += by) {
            double d = x * p[o] + y * p[o + 1];
            if (d > most) {
                most = d;
                at = o;
            }
        }
        return at;
    }

    /** Lowers the foot's distance to that of the nearest point of any edge, if it is nearer. */
    void nearest(double px, double py, TrapezoidSet.Foot foot) {
        if (toNode2(px, py, 1) < foot.distance2) {
            nearest(1, px, py, foot);
        }
    }

    private void nearest(int node, double px, double py, TrapezoidSet.Foot foot) {
        if (isLeaf(node)) {
            for (int o = EDGE * firstItem(node); o < EDGE * endItem(node); o += EDGE) {
                double ux = ends[o + 2] - ends[o];
                double uy = ends[o + 3] - ends[o + 1];
                double t = Segments.along((px - ends[o]) * ux + (py - ends[o + 1]) * uy, ux * ux + uy * uy);
                double qx = ends[o] + t * ux;
                double qy = ends[o + 1] + t * uy;
                double d2 = (px - qx) * (px - qx) + (py - qy) * (py - qy);
                if (d2 < foot.distance2) {
                    foot.take(d2, qx, qy, ends, o);
                }
            }
            return;
        }
        double left2 = toNode2(px, py, 2 * node);
        double right2 = toNode2(px, py, 2 * node + 1);
        int nearer = left2 <= right2 ? 2 * node : 2 * node + 1;
        if (Math.min(left2, right2) < foot.distance2) {
            nearest(nearer, px, py, foot);
        }
        if (Math.max(left2, right2) < foot.distance2) {
            nearest(4 * node + 1 - nearer, px, py, foot);
        }
    }

    /** Squared distance of a point to a node's box. */
    private double toNode2(double px, double py, int node) {
        int o = STRIDE * node;
        double dx = Math.max(0, Math.max(nodes[o] - px, px - nodes[o + 2]));
        double dy = Math.max(0, Math.max(nodes[o + 1] - py, py - nodes[o + 3]));
        return dx * dx + dy * dy;
    }

    /** Edge numbers, at least one on every connected part of the boundary. */
    int[] partStarts() {
        int[] starts = new int[items];
        int n = 0;
        for (int e = 0; e < items; e++) {
            int o = EDGE * e;
            if (e == 0 || ends[o] != ends[o - 2] || ends[o + 1] != ends[o - 1]) {
                starts[n++] = e;
            }
        }
        return Arrays.copyOf(starts, n);
    }

    /** Whether the filled region holds a point; points on its boundary may go either way. */
    boolean contains(double px, double py) {
        return winding(1, px, py) != 0;
    }

    /** Winding of the edges below a node, counted along the ray to the right of the point. */
    private int winding(int node, double px, double py) {
        int o = STRIDE * node;
        if (!(nodes[o + 1] <= py && py <= nodes[o + 3] && px <= nodes[o + 2])) {
            return 0;
        }
        if (!isLeaf(node)) {
            return winding(2 * node, px, py) + winding(2 * node + 1, px, py);
        }
        int sum = 0;
        for (int e = EDGE * firstItem(node); e < EDGE * endItem(node); e += EDGE) {
            double y = ends[e + 1];
            double endY = ends[e + 3];
            // Half-open in y, so that a vertex at the same height counts once.
            if (y <= py != endY <= py) {
                double side = (ends[e + 2] - ends[e]) * (py - y) - (px - ends[e]) * (endY - y);
                boolean up = endY > y;
                if (up ? side > 0 : side < 0) {
                    sum += up ? 1 : -1;
                }
            }
        }
        return sum;
    }
}
