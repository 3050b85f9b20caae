package org.cordonrt.geometry;

import java.util.Arrays;

/**
 * Which point of one ring belongs to which point of another: both run round once, in the same sense, and the sum of the
 * squared distances of partners is least once the rings are laid upon each other (centroid on centroid; rings of very
 * different size are stretched to the same spread first). Found by dynamic programming over points at equal distances
 * along the outlines.
 */
final class RingAlignment {
    private static final int SAMPLES = 48;
    private static final int STARTS = 4;

    /** How far partners may be apart along the outline, in samples. */
    private static final int BAND = SAMPLES / 4;

    /** Below this ratio of areas rings are stretched to the same spread. */
    private static final double SIMILAR = 0.5;

    /** Rings with the same number of vertices, each this near (in spreads) to its namesake, were drawn in step. */
    private static final double IN_STEP = 0.02;

    private final double[] p;
    private final double[] q;
    private final RingMoments mp;
    private final RingMoments mq;
    private final double stretchX;
    private final double stretchY;

    private double bestCost = Double.POSITIVE_INFINITY;
    private double startP;
    private double startQ;
    // Path from (0, 0) to (SAMPLES, SAMPLES), reversed.
    private int[] pathI = new int[0];
    private int[] pathJ = new int[0];

    private RingAlignment(double[] p, RingMoments mp, double[] q, RingMoments mq) {
        this.p = p;
        this.q = q;
        this.mp = mp;
        this.mq = mq;
        double areaP = Math.abs(mp.areaMm2());
        double areaQ = Math.abs(mq.areaMm2());
        boolean similar = Math.min(areaP, areaQ) >= SIMILAR * Math.max(areaP, areaQ);
        stretchX = similar || !(mq.spreadX() > 0) ? 1 : mp.spreadX() / mq.spreadX();
        stretchY = similar || !(mq.spreadY() > 0) ? 1 : mp.spreadY() / mq.spreadY();
    }

    /** The partners, in order round the rings: every vertex of either ring occurs. */
    static RingSpans spans(double[] p, RingMoments mp, double[] q, RingMoments mq) {
        // Always from the larger to the smaller, so that a patient lying head down has the same partners.
        boolean swap = Math.abs(mq.areaMm2()) > Math.abs(mp.areaMm2());
        RingAlignment a = swap ? new RingAlignment(q, mq, p, mp) : new RingAlignment(p, mp, q, mq);
        if (a.inStep()) {
            return RingSpans.of(p, q);
        }
        RingSpans spans = a.align();
        return swap ? spans.reversed() : spans;
    }

    /** Whether the rings were drawn in step, so that namesakes are partners. */
    private boolean inStep() {
        if (p.length != q.length) {
            return false;
        }
        double limit = IN_STEP * Math.hypot(mp.spreadX(), mp.spreadY());
        for (int i = 0; i < p.length; i += 2) {
            double dx = p[i] - mp.x() - (q[i] - mq.x()) * stretchX;
            double dy = p[i + 1] - mp.y() - (q[i + 1] - mq.y()) * stretchY;
            if (!(dx * dx + dy * dy <= limit * limit)) {
                return false;
            }
        }
        return true;
    }

    private RingSpans align() {
        RingSampling sp = new RingSampling(p);
        RingSampling sq = new RingSampling(q);
        double[] start = new double[2];
        double first = sp.at(farthest());
        for (int k = 0; k < STARTS; k++) {
            double u = first + k / (double) STARTS;
            sp.point(u, start, 0);
            double v = sq.nearest(
                    mq.x() + (start[0] - mp.x()) / (stretchX > 0 ? stretchX : 1),
                    mq.y() + (start[1] - mp.y()) / (stretchY > 0 ? stretchY : 1),
                    stretchX,
                    stretchY);
            path(sp, sq, u, v);
        }
        return emit(sp, sq);
    }

    /** The vertex farthest from the centroid: a place that does not depend on where the contour begins. */
    private int farthest() {
        int at = 0;
        double most = -1;
        for (int i = 0; i < p.length; i += 2) {
            double d2 = (p[i] - mp.x()) * (p[i] - mp.x()) + (p[i + 1] - mp.y()) * (p[i + 1] - mp.y());
            if (d2 > most) {
                most = d2;
                at = i / 2;
            }
        }
        return at;
    }

    private void path(RingSampling sp, RingSampling sq, double u, double v) {
        int n = SAMPLES;
        double[] a = new double[2 * (n + 1)];
        double[] b = new double[2 * (n + 1)];
        for (int i = 0; i <= n; i++) {
            sp.point(u + i / (double) n, a, 2 * i);
            sq.point(v + i / (double) n, b, 2 * i);
            a[2 * i] -= mp.x();
            a[2 * i + 1] -= mp.y();
            b[2 * i] = (b[2 * i] - mq.x()) * stretchX;
            b[2 * i + 1] = (b[2 * i + 1] - mq.y()) * stretchY;
        }
        double[] cost = new double[(n + 1) * (n + 1)];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[0] = distance2(a, 0, b, 0);
        for (int i = 0; i <= n; i++) {
            for (int j = Math.max(0, i - BAND); j <= Math.min(n, i + BAND); j++) {
                if (i + j > 0) {
                    int o = i * (n + 1) + j;
                    double both = i > 0 && j > 0 ? cost[o - n - 2] : Double.POSITIVE_INFINITY;
                    double down = i > 0 ? cost[o - n - 1] : Double.POSITIVE_INFINITY;
                    double right = j > 0 ? cost[o - 1] : Double.POSITIVE_INFINITY;
                    cost[o] = Math.min(both, Math.min(down, right)) + distance2(a, i, b, j);
                }
            }
        }
        double total = cost[cost.length - 1];
        if (total < bestCost) {
            bestCost = total;
            startP = u;
            startQ = v;
            trace(cost);
        }
    }

    private static double distance2(double[] a, int i, double[] b, int j) {
        double dx = a[2 * i] - b[2 * j];
        double dy = a[2 * i + 1] - b[2 * j + 1];
        return dx * dx + dy * dy;
    }

    private void trace(double[] cost) {
        int n = SAMPLES;
        int[] is = new int[2 * n + 1];
        int[] js = new int[2 * n + 1];
        int i = n;
        int j = n;
        int k = 0;
        while (true) {
            is[k] = i;
            js[k++] = j;
            if (i == 0 && j == 0) {
                break;
            }
            int o = i * (n + 1) + j;
            double both = i > 0 && j > 0 ? cost[o - n - 2] : Double.POSITIVE_INFINITY;
            double down = i > 0 ? cost[o - n - 1] : Double.POSITIVE_INFINITY;
            double right = j > 0 ? cost[o - 1] : Double.POSITIVE_INFINITY;
            if (both <= down && both <= right) {
                i--;
                j--;
            } else if (down <= right) {
                i--;
            } else {
                j--;
            }
        }
        pathI = Arrays.copyOf(is, k);
        pathJ = Arrays.copyOf(js, k);
    }

    /** Walks the path and takes every vertex of either ring with the point that the path gives it on the other. */
    private RingSpans emit(RingSampling sp, RingSampling sq) {
        double[] u = positions(sp, startP);
        double[] v = positions(sq, startQ);
        double[] onP = new double[p.length + q.length];
        double[] onQ = new double[p.length + q.length];
        int count = 0;
        int i = 0;
        int j = 0;
        for (int k = pathI.length - 1; k > 0; k--) {
            double u0 = pathI[k] / (double) SAMPLES;
            double u1 = pathI[k - 1] / (double) SAMPLES;
            double v0 = pathJ[k] / (double) SAMPLES;
            double v1 = pathJ[k - 1] / (double) SAMPLES;
            while (true) {
                double fi = i < u.length && u[i] < u1 ? (u[i] - u0) / (u1 - u0) : Double.POSITIVE_INFINITY;
                double fj = j < v.length && v[j] < v1 ? (v[j] - v0) / (v1 - v0) : Double.POSITIVE_INFINITY;
                double f = Math.min(fi, fj);
                if (f == Double.POSITIVE_INFINITY) {
                    break;
                }
                sp.point(startP + (fi <= fj ? u[i] : u0 + f * (u1 - u0)), onP, count);
                sq.point(startQ + (fj <= fi ? v[j] : v0 + f * (v1 - v0)), onQ, count);
                count += 2;
                i += fi <= fj ? 1 : 0;
                j += fj <= fi ? 1 : 0;
            }
        }
        return RingSpans.of(Arrays.copyOf(onP, count), Arrays.copyOf(onQ, count));
    }

    /** Positions of all vertices from a start on, in increasing order, each in [0, 1). */
    private static double[] positions(RingSampling s, double start) {
        double[] out = new double[s.size()];
        for (int i = 0; i < out.length; i++) {
            double d = s.at(i) - start;
            d -= Math.floor(d);
            out[i] = d < 1 ? d : 0;
        }
        Arrays.sort(out);
        return out;
    }
}
