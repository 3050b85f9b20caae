package org.cordonrt.margin;

import java.util.Arrays;
import org.cordonrt.geometry.PlaneRegion;

/**
 * Drops edges that run back along one another: keyhole channels, bridges between islands drawn in one stroke, and spikes
 * enclose nothing and are no part of a filled region or of its boundary.
 */
final class EdgeList {
    // x, y of the beginning and of the end of each edge
    private final double[] ends;
    private final boolean[] dropped;
    private int size;

    private EdgeList(double[] edges) {
        ends = edges;
        dropped = new boolean[edges.length / 4];
        size = dropped.length;
    }

    /** The edges of a region that are left: x and y of the beginning and of the end of each. */
    static double[] of(PlaneRegion region) {
        double[] edges = region.toEdges();
        if (!region.mayRepeatEdges()) {
            return edges;
        }
        EdgeList list = new EdgeList(edges);
        for (int i = 0; i < edges.length; i++) {
            // Adding zero turns -0.0 into 0.0, so that equal coordinates have equal bits.
            edges[i] += 0.0;
        }
        list.dropBridges();
        return list.size == list.dropped.length ? edges : list.left();
    }

    /** Drops, in pairs, edges with the same two ends in opposite order. */
    private void dropBridges() {
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

    private double[] left() {
        double[] out = new double[4 * size];
        int n = 0;
        for (int e = 0; e < dropped.length; e++) {
            if (!dropped[e]) {
                System.arraycopy(ends, 4 * e, out, n, 4);
                n += 4;
            }
        }
        return out;
    }
}
