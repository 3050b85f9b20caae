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
    /** Coordinates of a triangle. */
    private static final int LEAST = 6;

    private double[] xy = new double[1024];
    private int[] start = new int[32];
    private int[] end = new int[32];
    private int rings;

    // The two parts of the ring that was cut last.
    private int lowFrom;
    private int lowTo;
    private int highFrom;
    private int highTo;

    int size() {
        return rings;
    }

    /** Coordinates of all rings; valid until the next push. */
    double[] xy() {
        return xy;
    }

    int start(int ring) {
        return start[ring];
    }

    int end(int ring) {
        return end[ring];
    }

    /** Forgets all rings from one on. */
    void pop(int ring) {
        rings = ring;
    }

    void push(double[] ring) {
        int top = top();
        reserve(top + ring.length);
        System.arraycopy(ring, 0, xy, top, ring.length);
        close(top, top + ring.length);
    }

    private int top() {
        return rings == 0 ? 0 : end[rings - 1];
    }

    private void reserve(int length) {
        if (length > xy.length) {
            xy = Arrays.copyOf(xy, Math.max(length, 2 * xy.length));
        }
    }

    private void close(int from, int to) {
        if (rings == end.length) {
            start = Arrays.copyOf(start, 2 * rings);
            end = Arrays.copyOf(end, 2 * rings);
        }
        start[rings] = from;
        end[rings++] = to;
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

    /** The least and greatest coordinate of some rings along an axis (0 x, 1 y). */
    double[] range(int from, int to, int axis) {
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (int r = from; r < to; r++) {
            for (int i = start[r] + axis; i < end[r]; i += 2) {
                lo = Order.lesser(lo, xy[i]);
                hi = Order.greater(hi, xy[i]);
            }
        }
        return new double[] {lo, hi};
    }

    /**
     * Cuts some rings along a line; pushes the parts below, then the parts above.
     *
     * @param axis 0 to cut at x = value, 1 at y = value
     * @return number of the first ring above
     */
    int split(int from, int to, int axis, double value) {
        if (to - from > 1) {
            keep(from, to, axis, value, false);
            int above = rings;
            keep(from, to, axis, value, true);
            return above;
        }
        cut(from, axis, value);
        push(lowFrom, lowTo);
        int above = rings;
        push(highFrom, highTo);
        return above;
    }

    /** Pushes the parts of some rings on one side of a line. */
    void keep(int from, int to, int axis, double value, boolean above) {
        for (int r = from; r < to; r++) {
            cut(r, axis, value);
            if (above) {
                push(highFrom, highTo);
            } else {
                push(lowFrom, lowTo);
            }
        }
    }

    private void push(int from, int to) {
        if (to - from >= LEAST) {
            close(from, to);
        }
    }

    /** Writes the two parts of a ring above all rings, each empty when it has no area for sure. */
    private void cut(int ring, int axis, double value) {
        int from = start[ring];
        int to = end[ring];
        lowFrom = top();
        highFrom = lowFrom + 2 * (to - from);
        reserve(highFrom + 2 * (to - from));
        double[] p = xy;
        int other = 1 - axis;
        int lo = lowFrom;
        int hi = highFrom;
        boolean below = false;
        boolean above = false;
        double px = p[to - 2 + axis];
        double py = p[to - 2 + other];
        for (int i = from; i < to; i += 2) {
            double qx = p[i + axis];
            double qy = p[i + other];
            if (px < value && qx > value || px > value && qx < value) {
                double y = py + (qy - py) * ((value - px) / (qx - px));
                p[lo + axis] = value;
                p[lo + other] = y;
                p[hi + axis] = value;
                p[hi + other] = y;
                lo += 2;
                hi += 2;
            }
            if (qx <= value) {
                p[lo + axis] = qx;
                p[lo + other] = qy;
                lo += 2;
                below |= qx < value;
            }
            if (qx >= value) {
                p[hi + axis] = qx;
                p[hi + other] = qy;
                hi += 2;
                above |= qx > value;
            }
            px = qx;
            py = qy;
        }
        lowTo = below ? lo : lowFrom;
        highTo = above ? hi : highFrom;
    }
}
