package org.cordonrt.dvh;

/**
 * The volume of a convex body where a linear function is at least d, in closed form.
 *
 * <p>With g the function less d, the field grad(g) max(g, 0) / |grad g|^2 has the divergence 1 where g is positive and 0
 * elsewhere, so that by Gauss's theorem the volume is a sum over the triangles of the surface.
 */
final class PolyhedronCut {
    /** Function at the three corners of each triangle. */
    private final double[] level;

    /** Share of each triangle in the flux: grad(g) . area vector / |grad g|^2. */
    private final double[] weight;

    private final double volume;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;

    PolyhedronCut(double mean, double slopeA, double slopeB, double slopeC, Polyhedron body, double volume) {
        this.volume = volume;
        int triangles = 0;
        for (double[] f : body.faces()) {
            triangles += f.length / 3 - 2;
        }
        level = new double[3 * triangles];
        weight = new double[triangles];
        double square = slopeA * slopeA + slopeB * slopeB + slopeC * slopeC;
        int n = 0;
        for (double[] f : body.faces()) {
            for (int i = 3; i + 5 < f.length; i += 3) {
                double ax = f[i] - f[0];
                double ay = f[i + 1] - f[1];
                double az = f[i + 2] - f[2];
                double bx = f[i + 3] - f[0];
                double by = f[i + 4] - f[1];
                double bz = f[i + 5] - f[2];
                double flux =
                        slopeA * (ay * bz - az * by) + slopeB * (az * bx - ax * bz) + slopeC * (ax * by - ay * bx);
                weight[n] = square > 0 ? flux / (2 * square) : 0;
                for (int k = 0; k < 3; k++) {
                    int at = k == 0 ? 0 : i + 3 * (k - 1);
                    double v = mean + slopeA * (f[at] - 0.5) + slopeB * (f[at + 1] - 0.5) + slopeC * (f[at + 2] - 0.5);
                    level[3 * n + k] = v;
                    lowest = Math.min(lowest, v);
                    highest = Math.max(highest, v);
                }
                n++;
            }
        }
    }

    double lowest() {
        return lowest;
    }

    double highest() {
        return highest;
    }

    /** Volume above d, in units of the box. */
    double volumeAbove(double d) {
        if (d <= lowest) {
            return volume;
        }
        if (d > highest) {
            return 0;
        }
        double sum = 0;
        for (int t = 0; t < weight.length; t++) {
            sum += weight[t] * meanOfPositive(level[3 * t] - d, level[3 * t + 1] - d, level[3 * t + 2] - d);
        }
        return Math.min(volume, Math.max(0, sum));
    }

    /** Mean over a triangle of max(g, 0), with g linear between its values at the corners. */
    private static double meanOfPositive(double p, double q, double r) {
        double lo = Math.min(p, Math.min(q, r));
        double hi = Math.max(p, Math.max(q, r));
        if (lo >= 0) {
            return (p + q + r) / 3;
        }
        if (hi <= 0) {
            return 0;
        }
        double mid = p + q + r - lo - hi;
        if (mid <= 0) {
            return hi / 3 * (hi / (hi - mid)) * (hi / (hi - lo));
        }
        // All of it less the corner below.
        return (p + q + r) / 3 - lo / 3 * (lo / (lo - mid)) * (lo / (lo - hi));
    }
}
