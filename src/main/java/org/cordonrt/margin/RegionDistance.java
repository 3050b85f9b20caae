package org.cordonrt.margin;

/**
 * The smallest distance of two filled planar regions in one plane's coordinates, if it is below a limit. Descends both
 * search trees at once, nearer boxes first. One search each; not thread-safe.
 */
final class RegionDistance {
    private final RegionEdges a;
    private final RegionEdges b;
    private final boolean any;
    private double best2;
    private double best;
    private boolean found;
    private double ax;
    private double ay;
    private double bx;
    private double by;

    /**
     * Searches for a squared distance below {@code limit2}.
     *
     * @param limit2 mm2; positive
     */
    RegionDistance(RegionEdges a, RegionEdges b, double limit2) {
        this(a, b, limit2, false);
    }

    /** @param any whether any distance below the limit will do, instead of the smallest */
    RegionDistance(RegionEdges a, RegionEdges b, double limit2, boolean any) {
        this.a = a;
        this.b = b;
        this.any = any;
        best2 = limit2;
        best = Math.sqrt(limit2);
        if (RegionEdges.boxes2(a, 1, b, 1) < best2) {
            descend(1, 1);
            // Boundaries apart: one region may still lie inside the other.
            if (best2 > 0 && !(any && found)) {
                aPartInside(a, b);
            }
            if (best2 > 0 && !(any && found)) {
                aPartInside(b, a);
            }
        }
    }

    /** Whether the distance is below the limit. */
    boolean found() {
        return found;
    }

    /** The squared distance, mm2, if found. */
    double distance2() {
        return best2;
    }

    double ax() {
        return ax;
    }

    double ay() {
        return ay;
    }

    double bx() {
        return bx;
    }

    double by() {
        return by;
    }

    private void take(double d2, double nearAx, double nearAy, double nearBx, double nearBy) {
        if (d2 < best2) {
            best2 = d2;
            best = Math.sqrt(d2);
            found = true;
            ax = nearAx;
            ay = nearAy;
            bx = nearBx;
            by = nearBy;
        }
    }

    private void aPartInside(RegionEdges inner, RegionEdges outer) {
        for (int at : inner.parts()) {
            double px = inner.points[at];
            double py = inner.points[at + 1];
            if (outer.contains(px, py)) {
                take(0, px, py, px, py);
                return;
            }
        }
    }

    private void descend(int i, int j) {
        if (a.isLeaf(i) && b.isLeaf(j)) {
            leaves(i, j);
        } else if (b.isLeaf(j) || !a.isLeaf(i) && a.extent(i) >= b.extent(j)) {
            both(2 * i, j, 2 * i + 1, j);
        } else {
            both(i, 2 * j, i, 2 * j + 1);
        }
    }

    private void both(int i1, int j1, int i2, int j2) {
        double d1 = RegionEdges.boxes2(a, i1, b, j1);
        double d2 = RegionEdges.boxes2(a, i2, b, j2);
        if (d1 <= d2) {
            visit(d1, i1, j1);
            visit(d2, i2, j2);
        } else {
            visit(d2, i2, j2);
            visit(d1, i1, j1);
        }
    }

    private void visit(double d2, int i, int j) {
        if (d2 < best2 && !(any && found) && !RegionEdges.apart(a, i, b, j, best)) {
            descend(i, j);
        }
    }

    private void leaves(int i, int j) {
        boolean mayCross = RegionEdges.boxes2(a, i, b, j) == 0;
        runs(a.firstPoint(i), a.lastPoint(i), b.firstPoint(j), b.lastPoint(j), mayCross);
    }

    /** Halves runs that may hold something nearer, down to single edges. */
    private void runs(int a0, int a1, int b0, int b1, boolean mayCross) {
        if (RegionEdges.runsApart(a, a0, a1, b, b0, b1, best)) {
            return;
        }
        if (a1 - a0 == 2 && b1 - b0 == 2) {
            edges(a0, b0, mayCross);
        } else if (a1 - a0 >= b1 - b0) {
            int middle = a0 + (a1 - a0) / 4 * 2;
            runs(a0, middle, b0, b1, mayCross);
            runs(middle, a1, b0, b1, mayCross);
        } else {
            int middle = b0 + (b1 - b0) / 4 * 2;
            runs(a0, a1, b0, middle, mayCross);
            runs(a0, a1, middle, b1, mayCross);
        }
    }

    private void edges(int e, int f, boolean mayCross) {
        double px = a.points[e];
        double py = a.points[e + 1];
        double ux = a.points[e + 2] - px;
        double uy = a.points[e + 3] - py;
        double qx = b.points[f];
        double qy = b.points[f + 1];
        double vx = b.points[f + 2] - qx;
        double vy = b.points[f + 3] - qy;
        double wx = px - qx;
        double wy = py - qy;
        if (mayCross) {
            // On which sides of each edge's line the other edge's ends lie.
            double s0 = vx * wy - vy * wx;
            double s1 = s0 + (vx * uy - vy * ux);
            double t0 = wx * uy - wy * ux;
            double t1 = t0 + (ux * vy - uy * vx);
            if (s0 > 0 != s1 > 0 && t0 > 0 != t1 > 0 && s0 != s1) {
                double s = s0 / (s0 - s1);
                double x = px + s * ux;
                double y = py + s * uy;
                take(0, x, y, x, y);
                return;
            }
        }
        // Every vertex begins an edge, so the two beginnings cover all vertices. The ends belong to the next edges.
        double s = Segments.along(-(wx * ux + wy * uy), ux * ux + uy * uy);
        double dx = wx + s * ux;
        double dy = wy + s * uy;
        take(dx * dx + dy * dy, px + s * ux, py + s * uy, qx, qy);
        double t = Segments.along(wx * vx + wy * vy, vx * vx + vy * vy);
        dx = wx - t * vx;
        dy = wy - t * vy;
        take(dx * dx + dy * dy, px, py, qx + t * vx, qy + t * vy);
    }
}
