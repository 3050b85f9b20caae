package org.cordonrt.geometry;

/**
 * How a ring's way to its partner is spread over the height between their planes: a mixture of moving steadily and of
 * moving so that the area follows its trend, the latter the more, the more the areas differ.
 */
final class BlendCourse {
    /** In step with the height. */
    static final BlendCourse STEADY = new BlendCourse(0, 1, 1, 1, 0, 0);

    private final double weight;
    // Areas at the start, half-way of the blend, and at the end.
    private final double a0;
    private final double half;
    private final double a1;
    // Slopes of the trend, mm2 per gap.
    private final double slope0;
    private final double slope1;

    private BlendCourse(double weight, double a0, double half, double a1, double slope0, double slope1) {
        this.weight = weight;
        this.a0 = a0;
        this.half = half;
        this.a1 = a1;
        this.slope0 = slope0;
        this.slope1 = slope1;
    }

    /**
     * @param spans the points of both rings
     * @param slope0 slope of the area's trend at the first ring, mm2 per gap
     * @param slope1 at the second
     */
    static BlendCourse of(RingSpans spans, double slope0, double slope1) {
        // Sums of cross products at the start, at the end, and mixed: the area of the blend is a parabola.
        double first = 0;
        double second = 0;
        double mixed = 0;
        double[] p = spans.first();
        double[] q = spans.second();
        double ox = p[0];
        double oy = p[1];
        double ux = q[0];
        double uy = q[1];
        double px = 0;
        double py = 0;
        double qx = 0;
        double qy = 0;
        for (int i = 2; i < p.length; i += 2) {
            double rx = p[i] - ox;
            double ry = p[i + 1] - oy;
            double sx = q[i] - ux;
            double sy = q[i + 1] - uy;
            first += px * ry - rx * py;
            second += qx * sy - sx * qy;
            mixed += px * sy - sx * py + (qx * ry - rx * qy);
            px = rx;
            py = ry;
            qx = sx;
            qy = sy;
        }
        double a0 = first / 2;
        double half = (first + second + mixed) / 8;
        double a1 = second / 2;
        double weight = 1 - Math.min(a0, a1) / Math.max(a0, a1);
        // Where that is not monotone it does not tell how far to go.
        double start = -3 * a0 + 4 * half - a1;
        double end = a0 - 4 * half + 3 * a1;
        boolean usable = weight > 0 && start * (a1 - a0) > 0 && end * (a1 - a0) > 0;
        return usable ? new BlendCourse(weight, a0, half, a1, slope0, slope1) : STEADY;
    }

    /** The fraction of the gap, from 0 to 1, at which a part {@code s} of the way is done. */
    double fractionAt(double s) {
        if (weight == 0) {
            return s;
        }
        return Bisection.firstBelow(t -> -wayAt(t), -s, 0, 1);
    }

    private double wayAt(double t) {
        double wanted = AreaTrend.cubic(a0, slope0, a1, slope1, 1, t);
        double clamped = Math.max(Math.min(a0, a1), Math.min(Math.max(a0, a1), wanted));
        return t + weight * (blendOfArea(clamped) - t);
    }

    private double blendOfArea(double area) {
        double second = 2 * (a0 - 2 * half + a1);
        double first = a1 - a0 - second;
        double c = a0 - area;
        double root = Math.sqrt(Math.max(0, first * first - 4 * second * c));
        // The root in [0, 1] of second s^2 + first s + c, in the form that does not cancel.
        double s = -2 * c / (first + Math.copySign(root, first));
        return Math.max(0, Math.min(1, s));
    }
}
