package org.cordonrt.dvh;

/**
 * The share of a unit cube in which a linear function is at least d, in closed form and exact to about 1e-10. What
 * depends on the slopes only is prepared once a function. Not thread-safe.
 *
 * <p>After Scardovelli and Zaleski (doi:10.1006/jcph.2000.6567): by symmetry a plane that cuts a corner off the cube.
 */
final class BoxCut {
    /** Below this share of the whole slope an edge is averaged instead of divided by: the error is its square. */
    private static final double SMALL = 1e-5;

    // Slopes sorted by size, as shares of their sum.
    private double m1;
    private double m2;
    private double m3;

    /** Largest value of the function in the cube, and the sum of the slopes. */
    private double top;

    private double sum;

    /** One over six times the product of the slopes' shares; not finite when one of them is too small to divide by. */
    private double scale;

    /** Takes on the linear part of a {@link Trilinear} function. */
    void set(double[] f, int at) {
        double a = Math.abs(f[at + Trilinear.A]);
        double b = Math.abs(f[at + Trilinear.B]);
        double c = Math.abs(f[at + Trilinear.C]);
        double s = a + b + c;
        double least = Math.min(a, Math.min(b, c));
        double most = Math.max(a, Math.max(b, c));
        sum = s;
        top = f[at] + s / 2;
        m1 = s > 0 ? least / s : 0;
        m3 = s > 0 ? most / s : 0;
        m2 = s > 0 ? Math.max(m1, Math.min(m3, 1 - m1 - m3)) : 0;
        scale = 1 / (6 * m1 * m2 * m3);
    }

    double shareAbove(double d) {
        double above = top - d;
        if (above >= sum) {
            return 1;
        }
        if (above <= 0) {
            return 0;
        }
        double alpha = above / sum;
        return alpha > 0.5 ? 1 - corner(1 - alpha) : corner(alpha);
    }

    /** Volume of m1 x + m2 y + m3 z <= alpha in the unit cube, for alpha up to 1/2. */
    private double corner(double alpha) {
        if (m1 < SMALL) {
            // Averaging over the short side by its middle is exact but for m1 squared.
            return flatCorner(alpha - m1 / 2);
        }
        if (alpha >= m1 + m2 && alpha <= m3) {
            return (alpha - (m1 + m2) / 2) / m3;
        }
        double v = alpha * alpha * alpha;
        if (alpha > m1) {
            v -= cube(alpha - m1);
            if (alpha > m2) {
                v -= cube(alpha - m2);
                // Above m1 + m2, too, alpha is 1/2 at most, and so below m3.
                if (alpha > m3) {
                    v -= cube(alpha - m3);
                }
            }
        }
        return Math.min(1, Math.max(0, v * scale));
    }

    /** Area of m2 y + m3 z <= alpha in the unit square, for alpha up to 1/2. */
    private double flatCorner(double alpha) {
        if (alpha <= 0) {
            return 0;
        }
        if (m2 < SMALL) {
            return Math.min(1, Math.max(0, (alpha - m2 / 2) / m3));
        }
        // Not above m3: of the two together, nearly 1, alpha is half at most.
        return alpha < m2 ? alpha * alpha / (2 * m2 * m3) : (alpha - m2 / 2) / m3;
    }

    private static double cube(double x) {
        return x * x * x;
    }
}
