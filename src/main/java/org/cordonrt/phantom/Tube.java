package org.cordonrt.phantom;

/**
 * A solid whose axial sections are ellipses around a centreline, cut off flat at both ends. The ellipses are stretched
 * where the centreline is slanted, so that the tube keeps its cross-section. Immutable.
 *
 * @param a semi-axis of the cross-section along x, mm
 * @param b semi-axis of the cross-section along y, mm
 * @param zLow lower end, mm
 * @param zHigh upper end, mm
 */
record Tube(Centreline line, double a, double b, double zLow, double zHigh) {
    private static final int BRACKETS = 8;

    /** Golden section: each step leaves this part of the interval. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** A minimum is flat: an interval of 1e-5 mm gives the distance to about 1e-10 mm. */
    private static final double GOLDEN_END_MM = 1e-5;

    /** More than enough to narrow any interval so far. */
    private static final int GOLDEN_STEPS = 60;

    Ellipse section(double z) {
        return new Ellipse(line.x(z), line.y(z), a * line.stretchX(z), b * line.stretchY(z));
    }

    /** The tube grown sideways by a margin across the centreline. */
    Tube widened(double mm) {
        return new Tube(line, a + mm, b + mm, zLow, zHigh);
    }

    /**
     * Distance from a point to the surface, ends included, negative inside, in mm: the smallest over all sections, found
     * by a search along z that is good to better than 1e-9 mm for centrelines as gentle as these.
     */
    double signedDistance(double x, double y, double z) {
        boolean inside = z > zLow && z < zHigh && section(z).signedDistance(x, y) < 0;
        double nearest = Math.max(zLow, Math.min(zHigh, z));
        // A section further away along z than the distance already found cannot be nearer.
        double reach = distanceAt(x, y, z, nearest, inside);
        double low = Math.max(zLow, z - reach);
        double high = Math.min(zHigh, z + reach);
        double best = reach;
        double bestAt = nearest;
        double step = (high - low) / BRACKETS;
        for (int i = 0; i <= BRACKETS; i++) {
            double s = low + i * step;
            double d = distanceAt(x, y, z, s, inside);
            if (d < best) {
                best = d;
                bestAt = s;
            }
        }
        best = Math.min(best, golden(x, y, z, inside, Math.max(low, bestAt - step), Math.min(high, bestAt + step)));
        if (inside) {
            best = Math.min(best, Math.min(z - zLow, zHigh - z));
        }
        return inside ? -best : best;
    }

    private double golden(double x, double y, double z, boolean inside, double from, double to) {
        double lo = from;
        double hi = to;
        double s1 = hi - GOLDEN * (hi - lo);
        double s2 = lo + GOLDEN * (hi - lo);
        double d1 = distanceAt(x, y, z, s1, inside);
        double d2 = distanceAt(x, y, z, s2, inside);
        for (int i = 0; i < GOLDEN_STEPS && hi - lo > GOLDEN_END_MM; i++) {
            if (d1 < d2) {
                hi = s2;
                s2 = s1;
                d2 = d1;
                s1 = hi - GOLDEN * (hi - lo);
                d1 = distanceAt(x, y, z, s1, inside);
            } else {
                lo = s1;
                s1 = s2;
                d1 = d2;
                s2 = lo + GOLDEN * (hi - lo);
                d2 = distanceAt(x, y, z, s2, inside);
            }
        }
        return Math.min(d1, d2);
    }

    /** Distance to the section at s: to its disc from outside the tube, to its rim from inside. */
    private double distanceAt(double x, double y, double z, double s, boolean inside) {
        double e = section(s).signedDistance(x, y);
        return StrictMath.hypot(z - s, inside ? Math.abs(e) : Math.max(0, e));
    }
}
