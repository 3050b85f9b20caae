package org.cordonrt.geometry;

import java.util.Arrays;

/**
 * Part of a surface between two heights: a ring that turns into another one, each point moving straight to its partner.
 * At level i the ring is (1 - blend[i]) times the first plus blend[i] times the second; between levels it changes
 * linearly.
 *
 * @param spans the points of the two rings, counter-clockwise
 * @param planeMm a plane on which the first ring was drawn
 * @param heightMm levels, increasing
 * @param blend at each level, from 0 (first ring) to 1 (second ring)
 * @param hole whether it bounds a hole
 * @param openLow whether the part ends at its lowest level, so that a flat face closes it there
 * @param openHigh the same at its highest level
 */
record RingStack(
        RingSpans spans,
        double planeMm,
        double[] heightMm,
        double[] blend,
        boolean hole,
        boolean openLow,
        boolean openHigh) {
    double lowMm() {
        return heightMm[0];
    }

    double highMm() {
        return heightMm[heightMm.length - 1];
    }

    /** The ring at a height, clockwise for a hole. */
    double[] ringAt(double height) {
        double s = blendAt(height);
        double[] p = spans.first();
        double[] q = spans.second();
        int n = p.length;
        double[] ring = new double[n];
        for (int i = 0; i < n; i += 2) {
            int o = hole ? n - 2 - i : i;
            ring[o] = (1 - s) * p[i] + s * q[i];
            ring[o + 1] = (1 - s) * p[i + 1] + s * q[i + 1];
        }
        return ring;
    }

    /** The ring at a height in space, x, y, z each; its first point follows the last again. */
    double[] rowAt(PlaneFrame frame, double height) {
        double s = blendAt(height);
        double[] p = spans.first();
        double[] q = spans.second();
        int n = p.length / 2;
        double[] row = new double[3 * (n + 1)];
        for (int i = 0; i < n; i++) {
            int o = hole ? n - 1 - i : i;
            double a = (1 - s) * p[2 * i] + s * q[2 * i];
            double b = (1 - s) * p[2 * i + 1] + s * q[2 * i + 1];
            frame.point(a, b, height, row, 3 * o);
        }
        System.arraycopy(row, 0, row, 3 * n, 3);
        return row;
    }

    /** How often the ring at a height runs counter-clockwise around a point, see {@link Rings#windingNumber}. */
    int windingNumber(double height, double x, double y) {
        double s = blendAt(height);
        double[] p = spans.first();
        double[] q = spans.second();
        int n = p.length;
        int winding = 0;
        double fromY = (1 - s) * p[n - 1] + s * q[n - 1];
        for (int i = 0, j = n - 2; i < n; j = i, i += 2) {
            double toY = (1 - s) * p[i + 1] + s * q[i + 1];
            if (fromY <= y != toY <= y) {
                double fromX = (1 - s) * p[j] + s * q[j];
                double toX = (1 - s) * p[i] + s * q[i];
                double side = (toX - fromX) * (y - fromY) - (x - fromX) * (toY - fromY);
                if (toY > fromY ? side > 0 : side < 0) {
                    winding += toY > fromY ? 1 : -1;
                }
            }
            fromY = toY;
        }
        return hole ? -winding : winding;
    }

    private double blendAt(double height) {
        int k = Arrays.binarySearch(heightMm, height);
        if (k >= 0) {
            return blend[k];
        }
        int above = -k - 1;
        if (above == 0) {
            return blend[0];
        }
        if (above == heightMm.length) {
            return blend[above - 1];
        }
        double t = (height - heightMm[above - 1]) / (heightMm[above] - heightMm[above - 1]);
        return blend[above - 1] + t * (blend[above] - blend[above - 1]);
    }

    /** The levels that are needed for walls that run straight between them to lie this close to the stack's own. */
    double[] bends(double toleranceMm) {
        if (heightMm.length == 2) {
            return heightMm;
        }
        double way = spans.wayMm();
        double[] kept = new double[heightMm.length];
        int n = 0;
        int from = 0;
        kept[n++] = heightMm[0];
        for (int to = 2; to <= heightMm.length; to++) {
            if (to == heightMm.length || way * bend(from, to) > toleranceMm) {
                from = to - 1;
                kept[n++] = heightMm[from];
            }
        }
        return Arrays.copyOf(kept, n);
    }

    /** How far the blends between two levels lie off the straight line. */
    private double bend(int from, int to) {
        double slope = (blend[to] - blend[from]) / (heightMm[to] - heightMm[from]);
        double most = 0;
        for (int k = from + 1; k < to; k++) {
            most = Math.max(most, Math.abs(blend[from] + slope * (heightMm[k] - heightMm[from]) - blend[k]));
        }
        return most;
    }

    /** Whether it has no height: a part that ends at its plane. */
    boolean isFlat() {
        return lowMm() == highMm();
    }

    /** Whether the ring is the same at all heights. */
    boolean isStraight() {
        return blend[0] == 0 && blend[blend.length - 1] == 0;
    }

    /**
     * A ring carried straight on.
     *
     * @param planeMm where it was drawn
     */
    static RingStack straight(
            double[] ring,
            double planeMm,
            double lowMm,
            double highMm,
            boolean hole,
            boolean openLow,
            boolean openHigh) {
        return new RingStack(
                RingSpans.still(ring), planeMm, new double[] {lowMm, highMm}, new double[2], hole, openLow, openHigh);
    }
}
