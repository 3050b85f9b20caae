package org.cordonrt.margin;

import java.util.Arrays;

/**
 * The edges of rings, less those that run back along one another: keyhole channels, bridges between islands drawn in
 * one stroke, and spikes enclose nothing and are no part of a filled region or of its boundary.
 */
final class EdgeList {
    // x, y of the beginning and of the end of each edge
    private final double[] ends;
    private final boolean[] dropped;
    // Whether an edge begins a ring.
    private final boolean[] first;
    private int size;

    EdgeList(double[][] rings) {
        int n = 0;
        for (double[] ring : rings) {
            n += ring.length / 2;
        }
        ends = new double[4 * n];
        dropped = new boolean[n];
        first = new boolean[n];
        size = n;
        int e = 0;
        for (double[] ring : rings) {
            first[e] = true;
            for (int i = 0; i < ring.length; i += 2) {
                // Adding zero turns -0.0 into 0.0, so that equal coordinates have equal bits.
                int next = i + 2 < ring.length ? i + 2 : 0;
                ends[4 * e] = ring[i] + 0.0;
                ends[4 * e + 1] = ring[i + 1] + 0.0;
                ends[4 * e + 2] = ring[next] + 0.0;
                ends[4 * e + 3] = ring[next + 1] + 0.0;
                e++;
            }
        }
    }

    /** Number of edges left. */
    int size() {
        return size;
    }

    /** Drops, in pairs, edges with the same two ends in opposite order. */
    void dropBridges() {
        int n = dropped.length;
        int[] table = new int[Integer.highestOneBit(Math.max(1, n)) << 2];
        int mask = table.length - 1;
        Arrays.fill(table, -1);
        for (int e = 0; e < n; e++) {
            int slot = hash(e) & mask;
            while (table[slot] >= 0 && (dropped[table[slot]] || !areOpposite(table[slot], e))) {
                slot = slot + 1 & mask;
            }
            if (table[slot] < 0) {
                table[slot] = e;
            } else {
                dropped[table[slot]] = true;
                dropped[e] = true;
                size -= 2;
            }
        }
    }

    /** The same for both directions of an edge. */
    private int hash(int e) {
        int o = 4 * e;
        long h = (Double.doubleToRawLongBits(ends[o]) + Double.doubleToRawLongBits(ends[o + 2])) * 0x9E3779B97F4A7C15L
                + Double.doubleToRawLongBits(ends[o + 1])
                + Double.doubleToRawLongBits(ends[o + 3]);
        h *= 0xD1B54A32D192ED03L;
        return (int) (h >>> 32);
    }

    private boolean areOpposite(int e, int f) {
        int o = 4 * e;
        int p = 4 * f;
        return ends[o] == ends[p + 2]
                && ends[o + 1] == ends[p + 3]
                && ends[o + 2] == ends[p]
                && ends[o + 3] == ends[p + 1];
    }

    /**
     * Writes the edges that are left.
     *
     * @return where an unbroken run of edges begins: at least one edge on each connected part
     */
    int[] fill(double[] x, double[] y, double[] endX, double[] endY) {
        int[] starts = new int[16];
        int parts = 0;
        int n = 0;
        boolean broken = true;
        for (int e = 0; e < dropped.length; e++) {
            broken |= first[e];
            if (dropped[e]) {
                broken = true;
                continue;
            }
            if (broken) {
                if (parts == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * parts);
                }
                starts[parts++] = n;
                broken = false;
            }
            x[n] = ends[4 * e];
            y[n] = ends[4 * e + 1];
            endX[n] = ends[4 * e + 2];
            endY[n] = ends[4 * e + 3];
            n++;
        }
        return Arrays.copyOf(starts, parts);
    }
}
