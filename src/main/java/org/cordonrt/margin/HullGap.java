package org.cordonrt.margin;

/**
 * Whether the hulls of two sets of points are at least a distance apart. Walks towards the nearest points of the hulls
 * (Gilbert, doi:10.1137/0304007): a vector from one hull to the other, and how far the sets are apart along it, are bounds
 * from both sides that close in on each other, so that a few steps tell. "Not apart" is always a safe answer. One search
 * each; not thread-safe.
 */
final class HullGap {
    private static final int STEPS = 12;

    /** Squared distances that differ by less than this part are the same. */
    private static final double ALIKE = 1 - 1e-12;

    /** A step that gains less than this part has arrived. */
    private static final double ARRIVED = 1e-12;

    // Where the last walk over nodes ended: from a point of the first hull to a point of the second.
    private double atX;
    private double atY;
    private double atZ;
    private boolean disjoint;

    /** Whether the last question about runs has shown that their hulls do not meet. */
    boolean areDisjoint() {
        return disjoint;
    }

    /** Two nodes of strip trees, by their balls first. */
    boolean nodesApart(StripTree s, int i, StripTree t, int j, double distance) {
        double[] a = s.nodes;
        double[] b = t.nodes;
        int o = StripTree.STRIDE * i;
        int p = StripTree.STRIDE * j;
        double x = b[p] - a[o];
        double y = b[p + 1] - a[o + 1];
        double z = b[p + 2] - a[o + 2];
        double balls = distance + a[o + StripTree.RADIUS] + b[p + StripTree.RADIUS];
        double vv = x * x + y * y + z * z;
        if (vv >= balls * balls) {
            return true;
        }
        double needed = distance + a[o + StripTree.STRAY] + b[p + StripTree.STRAY];
        double needed2 = ALIKE * (needed * needed);
        if (vv >= needed2) {
            int from = 3 * s.firstItem(i);
            int to = 3 * s.endItem(i);
            int fromB = 3 * t.firstItem(j);
            int toB = 3 * t.endItem(j);
            double[] low = s.lower;
            double[] high = s.upper;
            double[] lowB = t.lower;
            double[] highB = t.upper;
            for (int step = 0; step < STEPS && vv >= needed2; step++) {
                double a0 = x * low[from] + y * low[from + 1] + z * low[from + 2];
                double a1 = x * low[to] + y * low[to + 1] + z * low[to + 2];
                double a2 = x * high[from] + y * high[from + 1] + z * high[from + 2];
                double a3 = x * high[to] + y * high[to + 1] + z * high[to + 2];
                double b0 = x * lowB[fromB] + y * lowB[fromB + 1] + z * lowB[fromB + 2];
                double b1 = x * lowB[toB] + y * lowB[toB + 1] + z * lowB[toB + 2];
                double b2 = x * highB[fromB] + y * highB[fromB + 1] + z * highB[fromB + 2];
                double b3 = x * highB[toB] + y * highB[toB + 1] + z * highB[toB + 2];
                boolean aHigh = Math.max(a2, a3) > Math.max(a0, a1);
                boolean bHigh = Math.min(b2, b3) < Math.min(b0, b1);
                double most = aHigh ? Math.max(a2, a3) : Math.max(a0, a1);
                double least = bHigh ? Math.min(b2, b3) : Math.min(b0, b1);
                double vw = least - most;
                if (vw > 0 && vw * vw >= needed2 * vv) {
                    return true;
                }
                if (vv - vw <= ARRIVED * vv) {
                    break;
                }
                double[] rowA = aHigh ? high : low;
                double[] rowB = bHigh ? highB : lowB;
                int at = most == (aHigh ? a2 : a0) ? from : to;
                int atB = least == (bHigh ? b2 : b0) ? fromB : toB;
                // The point of the segment from v to the support point that is nearest to the origin.
                double dx = rowB[atB] - rowA[at] - x;
                double dy = rowB[atB + 1] - rowA[at + 1] - y;
                double dz = rowB[atB + 2] - rowA[at + 2] - z;
                double f = Math.min(1, (vv - vw) / (dx * dx + dy * dy + dz * dz));
                x += f * dx;
                y += f * dy;
                z += f * dz;
                vv = x * x + y * y + z * z;
            }
        }
        atX = x;
        atY = y;
        atZ = z;
        return false;
    }

    /** Begins a walk of runs at the difference of their middles. */
    void startAtMiddles(StripTree s, int fromA, int toA, StripTree t, int fromB, int toB) {
        double[] p = s.lower;
        double[] q = s.upper;
        double[] r = t.lower;
        double[] u = t.upper;
        atX = (r[fromB] + r[toB] + u[fromB] + u[toB] - (p[fromA] + p[toA] + q[fromA] + q[toA])) / 4;
        atY = (r[fromB + 1]
                        + r[toB + 1]
                        + u[fromB + 1]
                        + u[toB + 1]
                        - (p[fromA + 1] + p[toA + 1] + q[fromA + 1] + q[toA + 1]))
                / 4;
        atZ = (r[fromB + 2]
                        + r[toB + 2]
                        + u[fromB + 2]
                        + u[toB + 2]
                        - (p[fromA + 2] + p[toA + 2] + q[fromA + 2] + q[toA + 2]))
                / 4;
    }

    /**
     * Two runs of quadrilaterals, from where the walk of their nodes ended or from their middles.
     *
     * @param fromA where the first point of the first run stands in its rows; {@code toA} its last
     */
    boolean runsApart(StripTree s, int fromA, int toA, StripTree t, int fromB, int toB, double distance) {
        disjoint = false;
        double x = atX;
        double y = atY;
        double z = atZ;
        double needed2 = ALIKE * (distance * distance);
        double vv = x * x + y * y + z * z;
        for (int step = 0; step < STEPS && vv >= needed2; step++) {
            int a = foremost(s, fromA, toA, x, y, z);
            int b = foremost(t, fromB, toB, -x, -y, -z);
            double[] rowA = (a & 1) == 0 ? s.lower : s.upper;
            double[] rowB = (b & 1) == 0 ? t.lower : t.upper;
            a >>= 1;
            b >>= 1;
            double wx = rowB[b] - rowA[a];
            double wy = rowB[b + 1] - rowA[a + 1];
            double wz = rowB[b + 2] - rowA[a + 2];
            double vw = x * wx + y * wy + z * wz;
            if (vw > 0) {
                disjoint = true;
                if (vw * vw >= needed2 * vv) {
                    return true;
                }
            }
            if (vv - vw <= ARRIVED * vv) {
                break;
            }
            double dx = wx - x;
            double dy = wy - y;
            double dz = wz - z;
            double f = Math.min(1, (vv - vw) / (dx * dx + dy * dy + dz * dz));
            x += f * dx;
            y += f * dy;
            z += f * dz;
            vv = x * x + y * y + z * z;
        }
        return false;
    }

    /** Which point of a run lies foremost in a direction: twice where it stands, plus 1 if in the upper row. */
    private static int foremost(StripTree s, int from, int to, double x, double y, double z) {
        double[] p = s.lower;
        double[] q = s.upper;
        int lower = from;
        int upper = from;
        double mostLower = Double.NEGATIVE_INFINITY;
        double mostUpper = Double.NEGATIVE_INFINITY;
        for (int o = from; o <= to; o += 3) {
            double d = x * p[o] + y * p[o + 1] + z * p[o + 2];
            if (d > mostLower) {
                mostLower = d;
                lower = o;
            }
            double e = x * q[o] + y * q[o + 1] + z * q[o + 2];
            if (e > mostUpper) {
                mostUpper = e;
                upper = o;
            }
        }
        return mostLower >= mostUpper ? 2 * lower : 2 * upper + 1;
    }
}
