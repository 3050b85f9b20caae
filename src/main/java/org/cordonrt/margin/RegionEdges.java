package org.cordonrt.margin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.plan.Point3;

/**
 * The edges of a planar region with a search tree over them, in one plane's coordinates. A run of edges is known by its
 * box, and by the segment from its first to its last point and how far the edges stray from that. The root is node 1, the
 * children of node k are 2k and 2k + 1, a leaf holds up to {@link #LEAF} edges that follow each other. Immutable.
 */
final class RegionEdges {
    static final int LEAF = 8;

    private static final int STEPS = 8;

    /** Numbers a node: least and greatest x and y, the segment, and how far the edges stray. */
    private static final int STRIDE = 9;

    private static final int CHORD = 4;
    private static final int STRAY = 8;

    /** Added to each bound so that rounding never rules out what is nearest. */
    private static final double ROUNDING_MM = 1e-12;

    /** x and y of all points, chain after chain: within a chain each point is joined to the next one by an edge. */
    final double[] points;

    /** Where in {@link #points} the chains begin; on every connected part of the boundary there is one. */
    private final int[] chains;

    // Where in the points the first and the last one of each leaf stand.
    private final int[] from;
    private final int[] to;

    private final int leaves;
    private final double[] nodes;

    RegionEdges(PlaneRegion region) {
        this(region.mayRepeatEdges() ? chains(EdgeList.of(region)) : closed(region.outlines()));
    }

    /** @param chains x and y of the points of each */
    private RegionEdges(List<double[]> chains) {
        this.chains = new int[chains.size()];
        int size = 0;
        int used = 0;
        for (int i = 0; i < this.chains.length; i++) {
            this.chains[i] = size;
            size += chains.get(i).length;
            used += (chains.get(i).length / 2 - 2) / LEAF + 1;
        }
        points = this.chains.length == 1 ? chains.get(0) : new double[size];
        from = new int[used];
        to = new int[used];
        int leaf = 0;
        for (int i = 0; i < this.chains.length; i++) {
            double[] chain = chains.get(i);
            if (chain != points) {
                System.arraycopy(chain, 0, points, this.chains[i], chain.length);
            }
            int last = this.chains[i] + chain.length - 2;
            for (int o = this.chains[i]; o < last; o += 2 * LEAF) {
                from[leaf] = o;
                to[leaf++] = Math.min(last, o + 2 * LEAF);
            }
        }
        leaves = used <= 1 ? 1 : Integer.highestOneBit(used - 1) << 1;
        nodes = nodes();
    }

    private RegionEdges(double[] points, RegionEdges like) {
        this.points = points;
        chains = like.chains;
        from = like.from;
        to = like.to;
        leaves = like.leaves;
        nodes = nodes();
    }

    private static List<double[]> closed(List<double[]> rings) {
        List<double[]> closed = new ArrayList<>(rings.size());
        for (double[] ring : rings) {
            double[] chain = Arrays.copyOf(ring, ring.length + 2);
            chain[ring.length] = ring[0];
            chain[ring.length + 1] = ring[1];
            closed.add(chain);
        }
        return closed;
    }

    /** @param ends x and y of the beginning and of the end of each edge */
    private static List<double[]> chains(double[] ends) {
        List<double[]> chains = new ArrayList<>();
        for (int o = 0; o < ends.length; ) {
            int last = o;
            while (last + 4 < ends.length && ends[last + 4] == ends[last + 2] && ends[last + 5] == ends[last + 3]) {
                last += 4;
            }
            double[] chain = new double[(last - o) / 2 + 4];
            for (int i = o; i <= last; i += 4) {
                System.arraycopy(ends, i, chain, (i - o) / 2, 4);
            }
            chains.add(chain);
            o = last + 4;
        }
        return chains;
    }

    /** The same edges, which lie in a plane at a height of one frame, in the plane coordinates of another frame. */
    RegionEdges turned(PlaneFrame own, double heightMm, PlaneFrame other) {
        double[] turned = new double[points.length];
        for (int i = 0; i < points.length; i += 2) {
            Point3 p = own.point(points[i], points[i + 1], heightMm);
            turned[i] = p.dot(other.u());
            turned[i + 1] = p.dot(other.v());
        }
        return new RegionEdges(turned, this);
    }

    private double[] nodes() {
        double[] all = new double[STRIDE * 2 * leaves];
        for (int k = 2 * leaves - 1; k >= leaves; k--) {
            leaf(all, k);
        }
        for (int k = leaves - 1; k >= 1; k--) {
            join(all, k);
        }
        return all;
    }

    private void leaf(double[] nodes, int k) {
        int o = STRIDE * k;
        if (k - leaves >= from.length) {
            // What holds nothing is infinitely far from everything.
            nodes[o] = nodes[o + 1] = Double.POSITIVE_INFINITY;
            nodes[o + 2] = nodes[o + 3] = nodes[o + STRAY] = Double.NEGATIVE_INFINITY;
            return;
        }
        int first = from[k - leaves];
        int last = to[k - leaves];
        double x0 = points[first];
        double y0 = points[first + 1];
        double x1 = points[last];
        double y1 = points[last + 1];
        double ux = x1 - x0;
        double uy = y1 - y0;
        double uu = ux * ux + uy * uy;
        double each = uu >= Double.MIN_NORMAL ? 1 / uu : 0;
        double minX = x0;
        double minY = y0;
        double maxX = x0;
        double maxY = y0;
        double far2 = 0;
        for (int i = first; i <= last; i += 2) {
            double x = points[i];
            double y = points[i + 1];
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

    private static void join(double[] nodes, int k) {
        int o = STRIDE * k;
        int left = STRIDE * 2 * k;
        int right = left + STRIDE;
        nodes[o] = Math.min(nodes[left], nodes[right]);
        nodes[o + 1] = Math.min(nodes[left + 1], nodes[right + 1]);
        nodes[o + 2] = Math.max(nodes[left + 2], nodes[right + 2]);
        nodes[o + 3] = Math.max(nodes[left + 3], nodes[right + 3]);
        int last = nodes[right + STRAY] == Double.NEGATIVE_INFINITY ? left : right;
        nodes[o + 4] = nodes[left + 4];
        nodes[o + 5] = nodes[left + 5];
        nodes[o + 6] = nodes[last + 6];
        nodes[o + 7] = nodes[last + 7];
        nodes[o + STRAY] = nodes[left + STRAY] == Double.NEGATIVE_INFINITY
                ? Double.NEGATIVE_INFINITY
                : Math.max(reach(nodes, o, left), last == left ? Double.NEGATIVE_INFINITY : reach(nodes, o, right));
    }

    /** How far a child's edges may be from the parent's chord; the distance to a segment is a convex function. */
    private static double reach(double[] nodes, int parent, int child) {
        double far2 = Math.max(
                toChord2(nodes, parent, nodes[child + 4], nodes[child + 5]),
                toChord2(nodes, parent, nodes[child + 6], nodes[child + 7]));
        return Math.sqrt(far2) + nodes[child + STRAY];
    }

    private static double toChord2(double[] nodes, int o, double px, double py) {
        return Segments.pointTo2(px, py, nodes[o + 4], nodes[o + 5], nodes[o + 6], nodes[o + 7]);
    }

    boolean isLeaf(int node) {
        return node >= leaves;
    }

    /** Where in the points a leaf's first one stands. */
    int firstPoint(int leaf) {
        return from[leaf - leaves];
    }

    /** Where in the points a leaf's last one stands. */
    int lastPoint(int leaf) {
        return to[leaf - leaves];
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
     * @param a0 where the first point of the first run stands; {@code a1} its last
     */
    static boolean runsApart(RegionEdges a, int a0, int a1, RegionEdges b, int b0, int b1, double distanceMm) {
        double[] p = a.points;
        double[] q = b.points;
        double x = (q[b0] + q[b1] - p[a0] - p[a1]) / 2;
        double y = (q[b0 + 1] + q[b1 + 1] - p[a0 + 1] - p[a1 + 1]) / 2;
        double needed = distanceMm + ROUNDING_MM;
        double needed2 = needed * needed;
        double vv = x * x + y * y;
        for (int step = 0; step < STEPS && vv >= needed2; step++) {
            int s = foremost(p, a0, a1, x, y);
            int t = foremost(q, b0, b1, -x, -y);
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

    private static int foremost(double[] p, int from, int to, double x, double y) {
        int at = to;
        double most = x * p[at] + y * p[at + 1];
        for (int o = from; o < to; o += 2) {
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
            for (int o = firstPoint(node); o < lastPoint(node); o += 2) {
                double ux = points[o + 2] - points[o];
                double uy = points[o + 3] - points[o + 1];
                double t = Segments.along((px - points[o]) * ux + (py - points[o + 1]) * uy, ux * ux + uy * uy);
                double qx = points[o] + t * ux;
                double qy = points[o + 1] + t * uy;
                double d2 = (px - qx) * (px - qx) + (py - qy) * (py - qy);
                if (d2 < foot.distance2) {
                    foot.take(d2, qx, qy, points, o);
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

    /** Looks for a point of the filled region in a rectangle: its middle, or the point of an edge nearest to that. */
    boolean meets(double x, double y, double halfX, double halfY, double[] found) {
        if (!meetsNode(1, x, y, halfX, halfY)) {
            return false;
        }
        if (contains(x, y)) {
            found[0] = x;
            found[1] = y;
            return true;
        }
        return edgeMeets(1, x, y, halfX, halfY, found);
    }

    private boolean meetsNode(int node, double x, double y, double halfX, double halfY) {
        int o = STRIDE * node;
        return nodes[o] <= x + halfX
                && nodes[o + 2] >= x - halfX
                && nodes[o + 1] <= y + halfY
                && nodes[o + 3] >= y - halfY;
    }

    private boolean edgeMeets(int node, double x, double y, double halfX, double halfY, double[] found) {
        if (!meetsNode(node, x, y, halfX, halfY)) {
            return false;
        }
        if (!isLeaf(node)) {
            int nearer = toNode2(x, y, 2 * node) <= toNode2(x, y, 2 * node + 1) ? 0 : 1;
            return edgeMeets(2 * node + nearer, x, y, halfX, halfY, found)
                    || edgeMeets(2 * node + 1 - nearer, x, y, halfX, halfY, found);
        }
        for (int o = firstPoint(node); o < lastPoint(node); o += 2) {
            double ux = points[o + 2] - points[o];
            double uy = points[o + 3] - points[o + 1];
            // The part of the edge, from 0 to 1, that lies between the sides of the rectangle.
            double from = Math.max(0, Math.max(enters(points[o] - x, ux, halfX), enters(points[o + 1] - y, uy, halfY)));
            double to = Math.min(1, Math.min(leaves(points[o] - x, ux, halfX), leaves(points[o + 1] - y, uy, halfY)));
            if (from <= to) {
                double nearest = Segments.along((x - points[o]) * ux + (y - points[o + 1]) * uy, ux * ux + uy * uy);
                double t = Math.max(from, Math.min(to, nearest));
                found[0] = points[o] + t * ux;
                found[1] = points[o + 1] + t * uy;
                return true;
            }
        }
        return false;
    }

    /** From where on {@code w + t u} is between -half and half; infinite if nowhere. */
    private static double enters(double w, double u, double half) {
        if (u == 0) {
            return Math.abs(w) <= half ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return ((u > 0 ? -half : half) - w) / u;
    }

    /** Up to where {@code w + t u} is between -half and half, if anywhere. */
    private static double leaves(double w, double u, double half) {
        return u == 0 ? Double.POSITIVE_INFINITY : ((u > 0 ? half : -half) - w) / u;
    }

    /** Where in the points one stands on each connected part of the boundary, at least. */
    int[] parts() {
        return chains;
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
        for (int e = firstPoint(node); e < lastPoint(node); e += 2) {
            double y = points[e + 1];
            double endY = points[e + 3];
            // Half-open in y, so that a vertex at the same height counts once.
            if (y <= py != endY <= py) {
                double side = (points[e + 2] - points[e]) * (py - y) - (px - points[e]) * (endY - y);
                boolean up = endY > y;
                if (up ? side > 0 : side < 0) {
                    sum += up ? 1 : -1;
                }
            }
        }
        return sum;
    }
}
