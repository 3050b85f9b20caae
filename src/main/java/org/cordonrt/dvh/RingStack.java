package org.cordonrt.dvh;

import java.util.Arrays;
import org.cordonrt.geometry.Rings;

/**
 * Rings (x0, y0, x1, y1, ...) one behind the other in one array, cut along lines parallel to the axes after Sutherland
 * and Hodgman (doi:10.1145/360767.360802). A ring that falls apart stays one ring with edges running to and fro along
 * the cutting line; those enclose nothing, so every signed area and integral is exact. What is cut off is pushed on top
 * and popped when it is done with, so that dividing a region allocates nothing.
 */
final class RingStack {
    private double[] xy = new double[1024];
    private int[] end = new int[32];
    private int rings;

    int size() {
        return rings;
    }

    /** Coordinates of all rings; valid until the next push. */
    double[] xy() {
        return xy;
    }

    int start(int ring) {
        return ring == 0 ? 0 : end[ring - 1];
    }

    int end(int ring) {
        return end[ring];
    }

    /** Forgets all rings from one on. */
    void pop(int ring) {
        rings = ring;
    }

    void push(double[] ring) {
        int top = start(rings);
        reserve(top + ring.length);
        System.arraycopy(ring, 0, xy, top, ring.length);
        close(top + ring.length);
    }

    private void reserve(int length) {
        if (length > xy.length) {
            xy = Arrays.copyOf(xy, Math.max(length, 2 * xy.length));
        }
        if (rings == end.length) {
            end = Arrays.copyOf(end, 2 * rings);
        }
    }

    private void close(int at) {
        end[rings++] = at;
    }

    /** A copy of some rings. */
    double[][] toRings(int from, int to) {
        double[][] out = new double[to - from][];
        for (int r = from; r < to; r++) {
            out[r - from] = Arrays.copyOfRange(xy, start(r), end[r]);
        }
        return out;
    }

    /** Sum of the signed areas of some rings. */
    double area(int from, int to) {
        double sum = 0;
        for (int r = from; r < to; r++) {
            sum += Rings.area(xy, start(r), end[r]);
        }
        return sum;
    }

    /** The least and greatest coordinate of some rings along an axis (0 x, 1 y), added to a range. */
    void extend(int from, int to, int axis, double[] range) {
        double lo = range[0];
        double hi = range[1];
        for (int i = start(from) + axis; i < start(to); i += 2) {
            lo = Math.min(lo, xy[i]);
            hi = Math.max(hi, xy[i]);
        }
        range[0] = lo;
        range[1] = hi;
    }

    /**
     * Pushes the parts of some rings on one side of a line.
     *
     * @param axis 0 to cut at x = value, 1 at y = value
     * @param above whether to keep coordinates of at least {@code value}, else of at most
     */
    void keep(int from, int to, int axis, double value, boolean above) {
        for (int r = from; r < to; r++) {
            keep(r, axis, value, above);
        }
    }

    private void keep(int ring, int axis, double value, boolean above) {
        int from = start(ring);
        int to = end[ring];
        int top = start(rings);
        reserve(top + 2 * (to - from) + 2);
        double[] p = xy;
        int other = 1 - axis;
        boolean cut = false;
        boolean any = false;
        for (int i = from + axis; i < to; i += 2) {
            cut |= above ? p[i] < value : p[i] > value;
            any |= above ? p[i] > value : p[i] < value;
        }
        if (!any && cut) {
            return;
        }
        if (!cut) {
            System.arraycopy(p, from, p, top, to - from);
            close(top + to - from);
            return;
        }
        int n = top;
        double px = p[to - 2 + axis];
        double py = p[to - 2 + other];
        boolean pIn = above ? px >= value : px <= value;
        for (int i = from; i < to; i += 2) {
            double qx = p[i + axis];
            double qy = p[i + other];
            boolean qIn = above ? qx >= value : qx <= value;
            if (pIn != qIn && px != value && qx != value) {
                p[n + axis] = value;
                p[n + other] = py + (qy - py) * ((value - px) / (qx - px));
                n += 2;
            }
            if (qIn) {
                p[n + axis] = qx;
                p[n + other] = qy;
                n += 2;
            }
            px = qx;
            py = qy;
            pIn = qIn;
        }
        if (n - top >= 6) {
            close(n);
        }
    }
}
