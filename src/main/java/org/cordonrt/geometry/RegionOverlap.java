package org.cordonrt.geometry;

import java.util.Arrays;

/**
 * The area two regions share, from their edges alone: a region is the sum over its edges of what lies to the left of
 * each, with the sense in which the edge runs as a sign, so that the area is the sum over pairs of edges of what lies to
 * the left of both. Nothing has to be ordered or decided from left to right. The sum is exact but for rounding; it cannot
 * tell touching from sharing nothing. One computation each; not thread-safe.
 */
final class RegionOverlap {
    /** Numbers an edge: lower and upper height, x there, and 1 if it runs upwards, -1 if downwards. */
    private static final int EDGE = 5;

    /** Part of the height that two edges may be out of order: keys have 30 bits. */
    private static final double KEY = 1.0 / (1L << 30);

    private final double bottom;
    private final double top;
    private final double middleX;
    private double areaMm2;

    private RegionOverlap(double bottom, double top, double middleX) {
        this.bottom = bottom;
        this.top = top;
        this.middleX = middleX;
    }

    /**
     * @param bottom lower end of the heights that both have
     * @param top upper end
     * @param middleX about where they meet; keeps the terms small
     */
    static double areaMm2(double[][] first, double[][] second, double bottom, double top, double middleX) {
        RegionOverlap overlap = new RegionOverlap(bottom, top, middleX);
        double[] a = overlap.sorted(first);
        double[] b = overlap.sorted(second);
        overlap.sweep(a, b);
        return overlap.areaMm2;
    }

    /** The parts of all edges between the heights, in increasing order of their lower ends. */
    private double[] sorted(double[][] rings) {
        int n = 0;
        for (double[] r : rings) {
            n += r.length / 2;
        }
        double[] edges = new double[EDGE * n];
        long[] order = new long[n];
        n = 0;
        for (double[] r : rings) {
            double px = r[r.length - 2];
            double py = r[r.length - 1];
            for (int i = 0; i < r.length; i += 2) {
                double qx = r[i];
                double qy = r[i + 1];
                double low = Math.min(py, qy);
                double high = Math.max(py, qy);
                if (low < top && high > bottom && low < high) {
                    double from = Math.max(low, bottom);
                    double to = Math.min(high, top);
                    int o = EDGE * n;
                    edges[o] = from;
                    edges[o + 1] = to;
                    edges[o + 2] = at(px, py, qx, qy, from) - middleX;
                    edges[o + 3] = at(px, py, qx, qy, to) - middleX;
                    edges[o + 4] = qy > py ? 1 : -1;
                    order[n] = (long) ((from - bottom) / (top - bottom) / KEY) << 32 | n;
                    n++;
                }
                px = qx;
                py = qy;
            }
        }
        Arrays.sort(order, 0, n);
        double[] out = new double[EDGE * n];
        for (int k = 0; k < n; k++) {
            System.arraycopy(edges, EDGE * (int) order[k], out, EDGE * k, EDGE);
        }
        return out;
    }

    private static double at(double px, double py, double qx, double qy, double y) {
        return y == py ? px : y == qy ? qx : px + (qx - px) * ((y - py) / (qy - py));
    }

    private void sweep(double[] a, double[] b) {
        int[] activeA = new int[8];
        int[] activeB = new int[8];
        int countA = 0;
        int countB = 0;
        int i = 0;
        int j = 0;
        double slack = 4 * KEY * (top - bottom);
        while (i < a.length || j < b.length) {
            boolean takeA = j == b.length || i < a.length && a[i] <= b[j];
            if (takeA) {
                countB = dropBelow(b, activeB, countB, a[i] - slack);
                for (int k = 0; k < countB; k++) {
                    pair(a, i, b, activeB[k]);
                }
                countA = dropBelow(a, activeA, countA, a[i] - slack);
                activeA = put(activeA, countA++, i);
                i += EDGE;
            } else {
                countA = dropBelow(a, activeA, countA, b[j] - slack);
                for (int k = 0; k < countA; k++) {
                    pair(a, activeA[k], b, j);
                }
                countB = dropBelow(b, activeB, countB, b[j] - slack);
                activeB = put(activeB, countB++, j);
                j += EDGE;
            }
        }
    }

    private static int[] put(int[] list, int at, int value) {
        int[] room = at < list.length ? list : Arrays.copyOf(list, 2 * at);
        room[at] = value;
        return room;
    }

    private static int dropBelow(double[] edges, int[] active, int count, double y) {
        int kept = 0;
        for (int k = 0; k < count; k++) {
            if (edges[active[k] + 1] > y) {
                active[kept++] = active[k];
            }
        }
        return kept;
    }

    /** The integral of the smaller of two linear functions over their common heights, with its sign. */
    private void pair(double[] a, int i, double[] b, int j) {
        double from = Math.max(a[i], b[j]);
        double to = Math.min(a[i + 1], b[j + 1]);
        if (!(to > from)) {
            return;
        }
        double slopeA = (a[i + 3] - a[i + 2]) / (a[i + 1] - a[i]);
        double slopeB = (b[j + 3] - b[j + 2]) / (b[j + 1] - b[j]);
        double a0 = a[i + 2] + slopeA * (from - a[i]);
        double a1 = a[i + 2] + slopeA * (to - a[i]);
        double b0 = b[j + 2] + slopeB * (from - b[j]);
        double b1 = b[j + 2] + slopeB * (to - b[j]);
        double twice = Math.min(a0, b0) + Math.min(a1, b1);
        double d0 = a0 - b0;
        double d1 = a1 - b1;
        if (d0 < 0 != d1 < 0) {
            // Where they cross, the smaller one lies above the line between its ends.
            twice += Math.abs(d0 * d1 / (d0 - d1));
        }
        areaMm2 += a[i + 4] * b[j + 4] * (twice / 2) * (to - from);
    }
}
