package org.cordonrt.geometry;

import java.util.Arrays;

/** Whether a ring crosses itself. */
final class RingCrossing {
    private RingCrossing() {}

    /** No two edges of the ring cross each other; touching does not count. */
    static boolean isSimple(double[] ring) {
        int n = ring.length / 2;
        long[] order = new long[n];
        double[] low = new double[n];
        for (int i = 0; i < n; i++) {
            low[i] = Math.min(ring[2 * i + 1], ring[2 * next(i, n) + 1]);
        }
        double[] sorted = low.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < n; i++) {
            order[i] = (long) Arrays.binarySearch(sorted, low[i]) << 32 | i;
        }
        Arrays.sort(order);
        int[] active = new int[n];
        int count = 0;
        for (long key : order) {
            int e = (int) key;
            int kept = 0;
            for (int k = 0; k < count; k++) {
                int f = active[k];
                if (Math.max(ring[2 * f + 1], ring[2 * next(f, n) + 1]) >= low[e]) {
                    active[kept++] = f;
                    if (cross(ring, e, f, n)) {
                        return false;
                    }
                }
            }
            count = kept;
            active[count++] = e;
        }
        return true;
    }

    private static int next(int i, int n) {
        return i + 1 == n ? 0 : i + 1;
    }

    private static boolean cross(double[] r, int e, int f, int n) {
        int e1 = next(e, n);
        int f1 = next(f, n);
        if (e1 == f || f1 == e) {
            return false;
        }
        double ax = r[2 * e];
        double bx = r[2 * e1];
        double cx = r[2 * f];
        double dx = r[2 * f1];
        if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) {
            return false;
        }
        double ay = r[2 * e + 1];
        double by = r[2 * e1 + 1];
        double cy = r[2 * f + 1];
        double dy = r[2 * f1 + 1];
        double c = side(ax, ay, bx, by, cx, cy);
        double d = side(ax, ay, bx, by, dx, dy);
        double a = side(cx, cy, dx, dy, ax, ay);
        double b = side(cx, cy, dx, dy, bx, by);
        return (c > 0 && d < 0 || c < 0 && d > 0) && (a > 0 && b < 0 || a < 0 && b > 0);
    }

    private static double side(double ax, double ay, double bx, double by, double px, double py) {
        return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    }
}
