package org.cordonrt.dvh;

import java.util.Arrays;
import java.util.List;
import org.cordonrt.geometry.Rings;

/**
 * Cuts rings (x0, y0, x1, y1, ...) along lines parallel to the axes, after Sutherland and Hodgman
 * (doi:10.1145/360767.360802). A ring that falls apart stays one ring with edges running to and fro along the cutting
 * line; those enclose nothing, so every signed area and integral is exact.
 */
final class RingClip {
    /** Points this near to an edge, in cells or mm, are on it. */
    private static final double ON_EDGE = 1e-9;

    private RingClip() {}

    /**
     * The part of a ring on one side of a line.
     *
     * @param axis 0 to cut at x = value, 1 at y = value
     * @param above whether to keep coordinates of at least {@code value}, else of at most
     * @return the same array when nothing is cut off; an empty array when nothing is left
     */
    static double[] keep(double[] ring, int axis, double value, boolean above) {
        double sign = above ? 1 : -1;
        boolean cut = false;
        boolean any = false;
        for (int i = axis; i < ring.length; i += 2) {
            double s = sign * (ring[i] - value);
            cut |= s < 0;
            any |= s > 0;
        }
        if (!cut) {
            return ring;
        }
        if (!any) {
            return new double[0];
        }
        double[] out = new double[ring.length + 8];
        int n = 0;
        int other = 1 - axis;
        int last = ring.length - 2;
        double px = ring[last + axis];
        double py = ring[last + other];
        boolean pIn = sign * (px - value) >= 0;
        for (int i = 0; i < ring.length; i += 2) {
            double qx = ring[i + axis];
            double qy = ring[i + other];
            boolean qIn = sign * (qx - value) >= 0;
            if (n + 4 > out.length) {
                out = Arrays.copyOf(out, 2 * out.length);
            }
            if (pIn != qIn && px != value && qx != value) {
                out[n + axis] = value;
                out[n + other] = py + (qy - py) * ((value - px) / (qx - px));
                n += 2;
            }
            if (qIn) {
                out[n + axis] = qx;
                out[n + other] = qy;
                n += 2;
            }
            px = qx;
            py = qy;
            pIn = qIn;
        }
        return Arrays.copyOf(out, n);
    }

    /** Whether rings (winding number 1 inside, 0 outside) hold a point or pass within rounding of it. */
    static boolean holds(List<double[]> rings, double x, double y) {
        int winding = 0;
        for (double[] r : rings) {
            if (passes(r, x, y)) {
                return true;
            }
            winding += Rings.windingNumber(r, x, y);
        }
        return winding != 0;
    }

    private static boolean passes(double[] r, double x, double y) {
        double px = r[r.length - 2];
        double py = r[r.length - 1];
        for (int i = 0; i < r.length; i += 2) {
            if (isOnEdge(px, py, r[i], r[i + 1], x, y)) {
                return true;
            }
            px = r[i];
            py = r[i + 1];
        }
        return false;
    }

    private static boolean isOnEdge(double px, double py, double qx, double qy, double x, double y) {
        double ex = qx - px;
        double ey = qy - py;
        double length2 = ex * ex + ey * ey;
        double t = length2 > 0 ? ((x - px) * ex + (y - py) * ey) / length2 : 0;
        double c = Order.lesser(1, Order.greater(0, t));
        double dx = x - (px + c * ex);
        double dy = y - (py + c * ey);
        return dx * dx + dy * dy <= ON_EDGE * ON_EDGE;
    }
}
