package org.cordonrt.dvh;

/**
 * How much of a simple body lies where a linear function is at least d, in closed form. All results are fractions of
 * the body's volume, from 0 to 1, exact to about 1e-10.
 */
final class LinearVolume {
    /** Below this share of the whole slope an edge is averaged instead of divided by: the error is its square. */
    private static final double SMALL = 1e-5;

    private LinearVolume() {}

    /**
     * Unit cube with a linear function of the given mean and slopes.
     *
     * <p>After Scardovelli and Zaleski (doi:10.1006/jcph.2000.6567): by symmetry a plane that cuts a unit cube.
     */
    static double boxFraction(double mean, double slopeA, double slopeB, double slopeC, double d) {
        double m1 = Math.abs(slopeA);
        double m2 = Math.abs(slopeB);
        double m3 = Math.abs(slopeC);
        double sum = m1 + m2 + m3;
        double above = mean + sum / 2 - d;
        if (above >= sum) {
            return 1;
        }
        if (above <= 0) {
            return 0;
        }
        if (m1 > m2) {
            double t = m1;
            m1 = m2;
            m2 = t;
        }
        if (m2 > m3) {
            double t = m2;
            m2 = m3;
            m3 = t;
            if (m1 > m2) {
                t = m1;
                m1 = m2;
                m2 = t;
            }
        }
        double alpha = above / sum;
        boolean upper = alpha > 0.5;
        double f = cornerCut(m1 / sum, m2 / sum, m3 / sum, upper ? 1 - alpha : alpha);
        return upper ? 1 - f : f;
    }

    /** Volume of m1 x + m2 y + m3 z <= alpha in the unit cube; m1 <= m2 <= m3, their sum 1, alpha at most 1/2. */
    private static double cornerCut(double m1, double m2, double m3, double alpha) {
        if (m1 < SMALL) {
            // Averaging over the short side by its middle is exact but for m1 squared.
            return cornerCut(m2, m3, alpha - m1 / 2);
        }
        double m12 = m1 + m2;
        if (alpha < m1) {
            return alpha * alpha * alpha / (6 * m1 * m2 * m3);
        }
        if (alpha < m2) {
            return alpha * (alpha - m1) / (2 * m2 * m3) + m1 * m1 / (6 * m2 * m3);
        }
        if (alpha < Math.min(m12, m3)) {
            return (alpha * alpha * (3 * m12 - alpha) + m1 * m1 * (m1 - 3 * alpha) + m2 * m2 * (m2 - 3 * alpha))
                    / (6 * m1 * m2 * m3);
        }
        if (m12 < m3) {
            return (2 * alpha - m12) / (2 * m3);
        }
        return (alpha * alpha * (3 - 2 * alpha)
                        + m1 * m1 * (m1 - 3 * alpha)
                        + m2 * m2 * (m2 - 3 * alpha)
                        + m3 * m3 * (m3 - 3 * alpha))
                / (6 * m1 * m2 * m3);
    }

    /** Area of m2 y + m3 z <= alpha in the unit square; m2 <= m3. */
    private static double cornerCut(double m2, double m3, double alpha) {
        if (alpha <= 0) {
            return 0;
        }
        if (m2 < SMALL) {
            return Math.min(1, Math.max(0, (alpha - m2 / 2) / m3));
        }
        if (alpha < m2) {
            return alpha * alpha / (2 * m2 * m3);
        }
        if (alpha <= m3) {
            return (alpha - m2 / 2) / m3;
        }
        double rest = m2 + m3 - alpha;
        return rest <= 0 ? 1 : 1 - rest * rest / (2 * m2 * m3);
    }

    /**
     * Tetrahedron with a linear function of the given vertex values, in any order.
     *
     * <p>After Bloechl, Jepsen and Andersen (doi:10.1103/PhysRevB.49.16223), appendix A.
     */
    static double tetFraction(double v0, double v1, double v2, double v3, double d) {
        double lo01 = Math.min(v0, v1);
        double hi01 = Math.max(v0, v1);
        double lo23 = Math.min(v2, v3);
        double hi23 = Math.max(v2, v3);
        double e1 = Math.min(lo01, lo23);
        double e4 = Math.max(hi01, hi23);
        if (d <= e1) {
            return 1;
        }
        if (d > e4) {
            return 0;
        }
        double p = Math.max(lo01, lo23);
        double q = Math.min(hi01, hi23);
        double e2 = Math.min(p, q);
        double e3 = Math.max(p, q);
        if (d < e2) {
            double x = d - e1;
            return 1 - (x / (e2 - e1)) * (x / (e3 - e1)) * (x / (e4 - e1));
        }
        if (d >= e3) {
            if (e4 == e3) {
                return 0;
            }
            double x = e4 - d;
            return (x / (e4 - e1)) * (x / (e4 - e2)) * (x / (e4 - e3));
        }
        double e21 = e2 - e1;
        double e31 = e3 - e1;
        double e41 = e4 - e1;
        double e32 = e3 - e2;
        double e42 = e4 - e2;
        double x = d - e2;
        double below = (e21 * e21 + 3 * e21 * x + 3 * x * x - (e31 + e42) * (x / e32) * (x / e42) * x) / (e31 * e41);
        return 1 - below;
    }
}
