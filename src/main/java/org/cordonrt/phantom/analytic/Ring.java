package org.cordonrt.phantom.analytic;

/**
 * A simple polygon, counted positively or, as a hole, negatively.
 *
 * @param xy interleaved vertices, mm; either way round
 * @param sign 1 or -1
 */
record Ring(double[] xy, int sign) {

    /** Area and first moment of the part of a polygon where a linear function is at least a threshold. */
    record Part(double areaMm2, double moment) {
        Part plus(Part o) {
            return new Part(areaMm2 + o.areaMm2, moment + o.moment);
        }
    }

    /**
     * The part where {@code gx x + gy y >= least}: its area, and the integral of that function over it. Clips by the
     * half-plane (the edges that a non-convex part gains along its border cancel) and adds up a fan of triangles.
     */
    Part beyond(double gx, double gy, double least) {
        Fan fan = new Fan(gx, gy);
        int n = xy.length / 2;
        double px = xy[2 * n - 2];
        double py = xy[2 * n - 1];
        double p = gx * px + gy * py;
        for (int i = 0; i < n; i++) {
            double qx = xy[2 * i];
            double qy = xy[2 * i + 1];
            double q = gx * qx + gy * qy;
            if (p >= least != q >= least) {
                double t = (least - p) / (q - p);
                fan.add(px + t * (qx - px), py + t * (qy - py));
            }
            if (q >= least) {
                fan.add(qx, qy);
            }
            px = qx;
            py = qy;
            p = q;
        }
        double turn = sign * orientation();
        return new Part(turn * fan.area, turn * fan.moment);
    }

    Part whole(double gx, double gy) {
        return beyond(gx, gy, Double.NEGATIVE_INFINITY);
    }

    private double orientation() {
        Fan all = new Fan(0, 0);
        for (int i = 0; i < xy.length; i += 2) {
            all.add(xy[i], xy[i + 1]);
        }
        return Math.signum(all.area);
    }

    /** Signed triangles from the first vertex to each edge. */
    private static final class Fan {
        private final double gx;
        private final double gy;
        private boolean started;
        private double x0;
        private double y0;
        private double xLast;
        private double yLast;
        private double area;
        private double moment;

        Fan(double gx, double gy) {
            this.gx = gx;
            this.gy = gy;
        }

        void add(double x, double y) {
            if (!started) {
                started = true;
                x0 = x;
                y0 = y;
            } else {
                double a = ((xLast - x0) * (y - y0) - (x - x0) * (yLast - y0)) / 2;
                area += a;
                moment += a * (gx * (x0 + xLast + x) + gy * (y0 + yLast + y)) / 3;
            }
            xLast = x;
            yLast = y;
        }
    }
}
