package org.cordonrt.phantom;

/**
 * An ellipse with axes along x and y.
 *
 * @param cx centre, mm
 * @param cy centre, mm
 * @param a semi-axis along x, mm
 * @param b semi-axis along y, mm
 */
record Ellipse(double cx, double cy, double a, double b) {
    /** Newton's steps are monotonic; so many are needed only for points close to the longer axis. */
    private static final int MAX_STEPS = 100;

    /** Distance from the centre to the curve in the direction of a unit vector. */
    double radius(double ux, double uy) {
        double x = ux / a;
        double y = uy / b;
        return 1 / Math.sqrt(x * x + y * y);
    }

    /** Distance of a point to the curve, negative inside. */
    double signedDistance(double x, double y) {
        double px = Math.abs(x - cx);
        double py = Math.abs(y - cy);
        double qx = px / a;
        double qy = py / b;
        double d = a >= b ? distance(px, py, a, b) : distance(py, px, b, a);
        return qx * qx + qy * qy < 1 ? -d : d;
    }

    /**
     * Distance from a point of the first quadrant to the curve with {@code major >= minor}. The foot is
     * (major^2 px / (t + major^2), minor^2 py / (t + minor^2)), where t is the largest root of the convex, decreasing
     * function below; Newton's method reaches it from the left.
     */
    private static double distance(double px, double py, double major, double minor) {
        double a2 = major * major;
        double b2 = minor * minor;
        if (py < 1e-12) {
            if (a2 - b2 > major * px) {
                double footX = a2 * px / (a2 - b2);
                double footY = minor * Math.sqrt(Math.max(0, 1 - footX * footX / a2));
                return StrictMath.hypot(footX - px, footY);
            }
            return Math.abs(px - major);
        }
        double t = Math.max(-b2 + minor * py, -a2 + major * px);
        for (int i = 0; i < MAX_STEPS; i++) {
            double u = major * px / (t + a2);
            double v = minor * py / (t + b2);
            double f = u * u + v * v - 1;
            double slope = 2 * (u * u / (t + a2) + v * v / (t + b2));
            double step = f / slope;
            t += step;
            if (step <= 1e-14 * (Math.abs(t) + b2)) {
                break;
            }
        }
        double footX = a2 * px / (t + a2);
        double footY = b2 * py / (t + b2);
        return StrictMath.hypot(footX - px, footY - py);
    }
}
