package org.cordonrt.phantom.analytic;

import java.util.function.DoubleUnaryOperator;

/**
 * Bodies in a dose of {@link #CENTRE_GY} at their centre that rises by 1 Gy/mm, by closed form: with {@code s} the
 * distance along the gradient from the centre in mm, the volume beyond s is the volume that receives at least 16 + s Gy.
 * Radius 12 mm, height 24 mm, as in Nelms et al., Med. Phys. 42 (2015), doi 10.1118/1.4923175.
 */
final class IdealShapes {
    static final double CENTRE_GY = 16;
    static final double RADIUS_MM = 12;
    static final double HEIGHT_MM = 24;

    private static final double R = RADIUS_MM;
    private static final double H = HEIGHT_MM;
    private static final double CONE_MM3 = Math.PI * R * R * H / 3;

    private IdealShapes() {}

    /** Area of a disc beyond a chord at a signed distance from its centre. */
    static double segmentMm2(double s, double r) {
        if (s >= r) {
            return 0;
        }
        if (s <= -r) {
            return Math.PI * r * r;
        }
        return r * r * Math.acos(s / r) - s * Math.sqrt(r * r - s * s);
    }

    static DoseDistribution sphere() {
        return of(s -> Math.PI * (R - s) * (R - s) * (2 * R + s) / 3, -R, R, 0);
    }

    /** @param capMm how far the body reaches beyond its height at either end */
    static DoseDistribution cylinderAlong(double capMm) {
        double half = H / 2 + capMm;
        return of(s -> Math.PI * R * R * (half - s), -half, half, 0);
    }

    static DoseDistribution cylinderAcross(double capMm) {
        return of(s -> (H + 2 * capMm) * segmentMm2(s, R), -R, R, 0);
    }

    /** @param capMm how far the body reaches beyond its base; the base is where the dose is high, the apex where low */
    static DoseDistribution coneAlong(double capMm) {
        double base = H / 2;
        double capMm3 = Math.PI * R * R * capMm;
        // The centroid of a cone lies a quarter of its height above its base.
        double mean = (CONE_MM3 * (base - H / 4) + capMm3 * (base + capMm / 2)) / (CONE_MM3 + capMm3);
        return of(
                s -> {
                    double t = Math.min(s, base) + base;
                    return CONE_MM3 * (1 - t * t * t / (H * H * H))
                            + Math.PI * R * R * (base + capMm - Math.max(s, base));
                },
                -base,
                base + capMm,
                mean);
    }

    static DoseDistribution coneAcross(double capMm) {
        return of(
                s -> {
                    double beyond = coneBeyondMm3(Math.abs(s));
                    return (s >= 0 ? beyond : CONE_MM3 - beyond) + capMm * segmentMm2(s, R);
                },
                -R,
                R,
                0);
    }

    /** Part of the cone beyond a plane parallel to its axis at a distance of 0 or more: the discs' segments, summed. */
    private static double coneBeyondMm3(double s) {
        if (s >= R) {
            return 0;
        }
        if (s < 1e-12) {
            return CONE_MM3 / 2;
        }
        double q = Math.sqrt(R * R - s * s);
        return H / R * (R * R * R / 3 * Math.acos(s / R) - 2 * s * R * q / 3 + s * s * s / 3 * Math.log((R + q) / s));
    }

    private static DoseDistribution of(DoubleUnaryOperator beyondMm3, double low, double high, double mean) {
        return new DoseDistribution(
                beyondMm3.applyAsDouble(low),
                gy -> beyondMm3.applyAsDouble(Math.max(low, Math.min(high, gy - CENTRE_GY))),
                CENTRE_GY + low,
                CENTRE_GY + high,
                CENTRE_GY + mean);
    }

    /** A cylinder of any size, the gradient of 1 Gy/mm across its axis, {@code centreGy} on the axis. */
    static DoseDistribution cord(double radiusMm, double lengthMm, double centreGy) {
        return new DoseDistribution(
                Math.PI * radiusMm * radiusMm * lengthMm,
                gy -> lengthMm * segmentMm2(gy - centreGy, radiusMm),
                centreGy - radiusMm,
                centreGy + radiusMm,
                centreGy);
    }
}
