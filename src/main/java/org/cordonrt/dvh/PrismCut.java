package org.cordonrt.dvh;

/**
 * The volume of a prism of height 1 over a polygon in which a linear function is at least d, in closed form. The polygon
 * may be any ring that {@link RingClip} makes; parts that run to and fro cancel.
 *
 * <p>With g the function on one face less d, the integral of max(g, 0) over the polygon is a sum over its edges: the
 * field grad(g) max(g, 0)^2 / (2 |grad g|^2) has the divergence max(g, 0) and vanishes on the line g = 0, so that
 * Gauss's theorem leaves the edges alone. The volume is the difference of the integrals for the two faces, divided by
 * the slope between them.
 */
final class PrismCut {
    /** Ratio of slopes below which the difference of the faces would lose its digits. */
    private static final double SMALL = 1e-5;

    /** Function at the polygon's vertices, half-way up. */
    private final double[] level;

    /** For the edge that ends at each vertex: its share of the flux, grad(g) . normal / (2 |grad g|^2). */
    private final double[] weight;

    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;

    /** Integral of level over the polygon. */
    private final double levelIntegral;

    private final double slopeC;
    private final double area;
    private final boolean isFlat;
    private final boolean isSteep;
    private final double[] polygon;

    PrismCut(double mean, double slopeA, double slopeB, double slopeC, double[] polygon, double area) {
        int n = polygon.length / 2;
        this.polygon = polygon;
        this.area = area;
        this.slopeC = slopeC;
        level = new double[n];
        weight = new double[n];
        double inPlane = Math.abs(slopeA) + Math.abs(slopeB);
        isFlat = Math.abs(slopeC) <= SMALL * inPlane;
        isSteep = inPlane <= SMALL * Math.abs(slopeC) || inPlane == 0;
        double twiceSquare = 2 * (slopeA * slopeA + slopeB * slopeB);
        for (int i = 0; i < n; i++) {
            int before = i == 0 ? n - 1 : i - 1;
            double x = polygon[2 * i];
            double y = polygon[2 * i + 1];
            level[i] = mean + slopeA * (x - 0.5) + slopeB * (y - 0.5);
            weight[i] = isSteep
                    ? 0
                    : (slopeA * (y - polygon[2 * before + 1]) - slopeB * (x - polygon[2 * before])) / twiceSquare;
            lowest = Math.min(lowest, level[i]);
            highest = Math.max(highest, level[i]);
        }
        double[] m = new double[4];
        Moments.add(polygon, m);
        levelIntegral = mean * m[0] + slopeA * (m[1] - m[0] / 2) + slopeB * (m[2] - m[0] / 2);
    }

    /** Volume above d, in units of the box; between 0 and the polygon's area. */
    double volumeAbove(double d) {
        double v;
        if (isSteep) {
            v = byTetrahedra(d);
        } else if (isFlat) {
            v = areaAbove(d);
        } else {
            double half = slopeC / 2;
            v = (integralAbove(d - half) - integralAbove(d + half)) / slopeC;
        }
        return Math.min(area, Math.max(0, v));
    }

    /** Integral over the polygon of max(level - d, 0). */
    private double integralAbove(double d) {
        if (d >= highest) {
            return 0;
        }
        if (d <= lowest) {
            return levelIntegral - d * area;
        }
        double sum = 0;
        double p = level[level.length - 1] - d;
        for (int i = 0; i < level.length; i++) {
            double q = level[i] - d;
            if (p > 0) {
                sum += weight[i] * (q >= 0 ? (p * p + p * q + q * q) : p * p * p / (p - q));
            } else if (q > 0) {
                sum += weight[i] * (q * q * q / (q - p));
            }
            p = q;
        }
        return sum / 3;
    }

    /** Area of the polygon where level is at least d: the derivative of the integral. */
    private double areaAbove(double d) {
        double sum = 0;
        double p = level[level.length - 1] - d;
        for (int i = 0; i < level.length; i++) {
            double q = level[i] - d;
            if (p > 0) {
                sum += weight[i] * (q >= 0 ? p + q : p * p / (p - q));
            } else if (q > 0) {
                sum += weight[i] * (q * q / (q - p));
            }
            p = q;
        }
        return sum;
    }

    /** A fan of triangles with signs, each a triangular prism of three tetrahedra of equal volume: safe for any slope. */
    private double byTetrahedra(double d) {
        double half = slopeC / 2;
        double ox = polygon[0];
        double oy = polygon[1];
        double sum = 0;
        for (int i = 1; i + 1 < level.length; i++) {
            double twiceArea = (polygon[2 * i] - ox) * (polygon[2 * i + 3] - oy)
                    - (polygon[2 * i + 2] - ox) * (polygon[2 * i + 1] - oy);
            if (twiceArea != 0) {
                double b0 = level[0] - half;
                double b1 = level[i] - half;
                double b2 = level[i + 1] - half;
                double t0 = level[0] + half;
                double t1 = level[i] + half;
                double t2 = level[i + 1] + half;
                sum += twiceArea
                        * (Tetrahedra.shareAbove(b0, b1, b2, t2, d)
                                + Tetrahedra.shareAbove(b0, b1, t1, t2, d)
                                + Tetrahedra.shareAbove(b0, t0, t1, t2, d));
            }
        }
        return sum / 6;
    }
}
