package org.cordonrt.margin;

import org.cordonrt.plan.Point3;

/**
 * The smallest distance of two sets of convex prisms. Two convex bodies that meet have an edge of one that meets the
 * other; two that do not are nearest at a vertex of one and any point of the other, or inside two edges. Prisms without
 * height are flat trapezoids. One search each; not thread-safe.
 */
final class PrismDistance {
    /** Pairs of corners as {@link PrismSet#corners} orders them. */
    private static final int[] EDGES = {0, 1, 1, 2, 2, 3, 3, 0, 4, 5, 5, 6, 6, 7, 7, 4, 0, 4, 1, 5, 2, 6, 3, 7};

    private static final int CORNERS = 8;

    /** Squared sine below which two edges count as parallel; their nearest points are then found from a vertex. */
    private static final double PARALLEL2 = 1e-20;

    private final PrismSet a;
    private final PrismSet b;
    // From each set's frame to the other's: a turn about the common x axis.
    private final double cos;
    private final double sin;

    private double best2 = Double.POSITIVE_INFINITY;
    private Point3 onA = new Point3(0, 0, 0);
    private Point3 onB = onA;

    private final double[] aInA = new double[3 * CORNERS];
    private final double[] aInB = new double[3 * CORNERS];
    private final double[] bInA = new double[3 * CORNERS];
    private final double[] bInB = new double[3 * CORNERS];
    private final TrapezoidSet.Foot foot = new TrapezoidSet.Foot();

    PrismDistance(PrismSet a, PrismSet b, ObliqueFrames frames) {
        this.a = a;
        this.b = b;
        cos = frames.cos();
        sin = frames.sin();
    }

    Nearest nearest() {
        descend(1, 1);
        return Nearest.of(Math.sqrt(best2), onA, onB);
    }

    private void descend(int i, int j) {
        if (a.isLeaf(i) && b.isLeaf(j)) {
            prisms(a.prism(i), b.prism(j));
        } else if (b.isLeaf(j) || !a.isLeaf(i) && a.extent(i) >= b.extent(j)) {
            both(2 * i, j, 2 * i + 1, j);
        } else {
            both(i, 2 * j, i, 2 * j + 1);
        }
    }

    private void both(int i1, int j1, int i2, int j2) {
        double d1 = PrismSet.distance2(a, i1, b, j1);
        double d2 = PrismSet.distance2(a, i2, b, j2);
        if (d1 <= d2) {
            visit(d1, i1, j1);
            visit(d2, i2, j2);
        } else {
            visit(d2, i2, j2);
            visit(d1, i1, j1);
        }
    }

    private void visit(double d2, int i, int j) {
        if (d2 < best2) {
            descend(i, j);
        }
    }

    private void prisms(int p, int q) {
        a.corners(p, 1, 0, aInA);
        a.corners(p, cos, sin, aInB);
        b.corners(q, 1, 0, bInB);
        b.corners(q, cos, -sin, bInA);
        if (anEdgeMeets(aInB, b, q, aInA, a) || anEdgeMeets(bInA, a, p, bInB, b)) {
            best2 = 0;
            return;
        }
        for (int k = 0; k < CORNERS; k++) {
            corner(aInB, k, b, q, aInA, true);
            corner(bInA, k, a, p, bInB, false);
        }
        for (int e = 0; e < EDGES.length; e += 2) {
            for (int f = 0; f < EDGES.length; f += 2) {
                edges(3 * EDGES[e], 3 * EDGES[e + 1], 3 * EDGES[f], 3 * EDGES[f + 1]);
            }
        }
    }

    /** Clips each edge, given in the prism's coordinates, to the prism. The same edge in its own set's is the answer. */
    private boolean anEdgeMeets(double[] corners, PrismSet set, int prism, double[] own, PrismSet ownSet) {
        for (int e = 0; e < EDGES.length; e += 2) {
            double t = meets(corners, 3 * EDGES[e], 3 * EDGES[e + 1], set.data, PrismSet.STRIDE * prism);
            if (t >= 0) {
                int i = 3 * EDGES[e];
                int j = 3 * EDGES[e + 1];
                onA = ownSet.frame.point(
                        own[i] + t * (own[j] - own[i]),
                        own[i + 1] + t * (own[j + 1] - own[i + 1]),
                        own[i + 2] + t * (own[j + 2] - own[i + 2]));
                onB = onA;
                return true;
            }
        }
        return false;
    }

    /** The place from 0 to 1 in the middle of what a prism holds of an edge; NaN if it holds nothing. */
    private static double meets(double[] c, int i, int j, double[] d, int o) {
        double y0 = c[i + 1];
        double y1 = c[j + 1];
        double from = 0;
        double to = 1;
        for (int side = 0; side < 6; side++) {
            double g0;
            double g1;
            switch (side) {
                case 0 -> {
                    g0 = c[i + 2] - d[o + 6];
                    g1 = c[j + 2] - d[o + 6];
                }
                case 1 -> {
                    g0 = d[o + 7] - c[i + 2];
                    g1 = d[o + 7] - c[j + 2];
                }
                case 2 -> {
                    g0 = y0 - d[o];
                    g1 = y1 - d[o];
                }
                case 3 -> {
                    g0 = d[o + 1] - y0;
                    g1 = d[o + 1] - y1;
                }
                case 4 -> {
                    g0 = c[i] - TrapezoidSet.left(d, o, y0);
                    g1 = c[j] - TrapezoidSet.left(d, o, y1);
                }
                default -> {
                    g0 = TrapezoidSet.right(d, o, y0) - c[i];
                    g1 = TrapezoidSet.right(d, o, y1) - c[j];
                }
            }
            if (g0 < 0 && g1 < 0) {
                return Double.NaN;
            }
            if (g0 < 0) {
                from = Math.max(from, g0 / (g0 - g1));
            } else if (g1 < 0) {
                to = Math.min(to, g0 / (g0 - g1));
            }
        }
        return from <= to ? (from + to) / 2 : Double.NaN;
    }

    private void corner(double[] corners, int k, PrismSet set, int prism, double[] own, boolean cornerOfA) {
        int o = PrismSet.STRIDE * prism;
        double z = corners[3 * k + 2];
        double nearZ = Math.min(Math.max(z, set.data[o + 6]), set.data[o + 7]);
        double dz2 = (z - nearZ) * (z - nearZ);
        double limit2 = best2 - dz2;
        TrapezoidSet.nearest(set.data, o, corners[3 * k], corners[3 * k + 1], foot.within2(limit2));
        if (foot.distance2 < limit2) {
            best2 = foot.distance2 + dz2;
            PrismSet ownSet = cornerOfA ? a : b;
            Point3 corner = ownSet.frame.point(own[3 * k], own[3 * k + 1], own[3 * k + 2]);
            Point3 other = set.frame.point(foot.x, foot.y, nearZ);
            onA = cornerOfA ? corner : other;
            onB = cornerOfA ? other : corner;
        }
    }

    /** Nearest points inside two edges, in the first set's coordinates. */
    private void edges(int i0, int i1, int j0, int j1) {
        double ux = aInA[i1] - aInA[i0];
        double uy = aInA[i1 + 1] - aInA[i0 + 1];
        double uz = aInA[i1 + 2] - aInA[i0 + 2];
        double vx = bInA[j1] - bInA[j0];
        double vy = bInA[j1 + 1] - bInA[j0 + 1];
        double vz = bInA[j1 + 2] - bInA[j0 + 2];
        double wx = aInA[i0] - bInA[j0];
        double wy = aInA[i0 + 1] - bInA[j0 + 1];
        double wz = aInA[i0 + 2] - bInA[j0 + 2];
        double uu = ux * ux + uy * uy + uz * uz;
        double vv = vx * vx + vy * vy + vz * vz;
        double uv = ux * vx + uy * vy + uz * vz;
        double uw = ux * wx + uy * wy + uz * wz;
        double vw = vx * wx + vy * wy + vz * wz;
        double det = uu * vv - uv * uv;
        if (!(det > PARALLEL2 * uu * vv)) {
            return;
        }
        double s = (uv * vw - vv * uw) / det;
        double t = (uu * vw - uv * uw) / det;
        if (!(s > 0 && s < 1 && t > 0 && t < 1)) {
            return;
        }
        double dx = wx + s * ux - t * vx;
        double dy = wy + s * uy - t * vy;
        double dz = wz + s * uz - t * vz;
        double d2 = dx * dx + dy * dy + dz * dz;
        if (d2 < best2) {
            best2 = d2;
            onA = a.frame.point(aInA[i0] + s * ux, aInA[i0 + 1] + s * uy, aInA[i0 + 2] + s * uz);
            onB = a.frame.point(bInA[j0] + t * vx, bInA[j0 + 1] + t * vy, bInA[j0 + 2] + t * vz);
        }
    }
}
