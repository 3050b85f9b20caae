package org.cordonrt.geometry;

import org.cordonrt.Internal;

/** Closed polygons in a plane as x0, y0, x1, y1, ...: area, sense and winding. Pure functions, safe for any thread. */
@Internal
public final class Rings {
    private Rings() {}

    /** Area of a ring, positive when it runs counter-clockwise. Relative to its first vertex, to keep digits. */
    public static double area(double[] ring) {
        return area(ring, 0, ring.length);
    }

    /** Area of the ring[from] to ring[to - 1] within a longer array; see {@link #area(double[])}. */
    public static double area(double[] ring, int from, int to) {
        if (to - from < 6) {
            return 0;
        }
        double ox = ring[from];
        double oy = ring[from + 1];
        double sum = 0;
        double px = ring[from + 2] - ox;
        double py = ring[from + 3] - oy;
        for (int i = from + 4; i < to; i += 2) {
            double qx = ring[i] - ox;
            double qy = ring[i + 1] - oy;
            sum += px * qy - qx * py;
            px = qx;
            py = qy;
        }
        return sum / 2;
    }

    /** How often a ring runs counter-clockwise around a point; half-open, so that a shared vertex counts once. */
    public static int windingNumber(double[] ring, double x, double y) {
        int winding = 0;
        double px = ring[ring.length - 2];
        double py = ring[ring.length - 1];
        for (int i = 0; i < ring.length; i += 2) {
            double qx = ring[i];
            double qy = ring[i + 1];
            if (py <= y != qy <= y) {
                double side = (qx - px) * (y - py) - (x - px) * (qy - py);
                if (qy > py ? side > 0 : side < 0) {
                    winding += qy > py ? 1 : -1;
                }
            }
            px = qx;
            py = qy;
        }
        return winding;
    }

    /** The same ring run the other way. */
    public static double[] reversed(double[] ring) {
        double[] out = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            out[i] = ring[ring.length - 2 - i];
            out[i + 1] = ring[ring.length - 1 - i];
        }
        return out;
    }

    /** Whether the whole outline of a counter-clockwise ring can be seen from its centroid. */
    static boolean isStar(double[] ring) {
        RingMoments m = RingMoments.of(ring);
        double px = ring[ring.length - 2] - m.x();
        double py = ring[ring.length - 1] - m.y();
        for (int i = 0; i < ring.length; i += 2) {
            double qx = ring[i] - m.x();
            double qy = ring[i + 1] - m.y();
            if (px * qy - qx * py < 0) {
                return false;
            }
            px = qx;
            py = qy;
        }
        return true;
    }
}
