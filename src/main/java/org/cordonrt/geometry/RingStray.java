package org.cordonrt.geometry;

import java.util.List;

/**
 * Whether a ring on its way to its partner sweeps through space that is outside on both planes, as the inner side of a
 * horseshoe would on its way to the outline of a closed ring: right through the cord that lies within.
 */
final class RingStray {
    /** How far a point half-way may lie off both regions: what contours leaning by 55 degrees on 3 mm planes need. */
    private static final double ALLOWED_MM = 0.5;

    private RingStray() {}

    /** Whether it may, from the look of both rings. */
    static boolean mayStray(RingLinks.Link link, RingSpans spans) {
        return spans.wayMm() > 2 * ALLOWED_MM && !(Rings.isStar(link.lower()) && Rings.isStar(link.upper()));
    }

    /**
     * Whether it does.
     *
     * @param lower what is inside on the lower plane
     * @param upper what is inside on the upper plane
     */
    static boolean strays(RingSpans spans, PlaneRegion lower, PlaneRegion upper) {
        double[] p = spans.first();
        double[] q = spans.second();
        List<double[]> lowerOutlines = null;
        List<double[]> upperOutlines = null;
        for (int i = 0; i < p.length; i += 2) {
            double x = (p[i] + q[i]) / 2;
            double y = (p[i + 1] + q[i + 1]) / 2;
            // Less than the allowed way from its own places: no need to look.
            double dx = (q[i] - p[i]) / 2;
            double dy = (q[i + 1] - p[i + 1]) / 2;
            if (dx * dx + dy * dy > ALLOWED_MM * ALLOWED_MM && !lower.contains(x, y) && !upper.contains(x, y)) {
                // Of contours that cross, outlines have to be made first, which must not be done for every point.
                lowerOutlines = lowerOutlines == null ? lower.outlines() : lowerOutlines;
                upperOutlines = upperOutlines == null ? upper.outlines() : upperOutlines;
                if (distance(lowerOutlines, x, y) > ALLOWED_MM && distance(upperOutlines, x, y) > ALLOWED_MM) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double distance(List<double[]> outlines, double x, double y) {
        double best2 = Double.POSITIVE_INFINITY;
        for (double[] r : outlines) {
            int n = r.length;
            for (int i = 0; i < n; i += 2) {
                int j = i + 2 == n ? 0 : i + 2;
                double ux = r[j] - r[i];
                double uy = r[j + 1] - r[i + 1];
                double wx = x - r[i];
                double wy = y - r[i + 1];
                double uu = ux * ux + uy * uy;
                double t = uu > 0 ? Math.max(0, Math.min(1, (wx * ux + wy * uy) / uu)) : 0;
                double dx = wx - t * ux;
                double dy = wy - t * uy;
                best2 = Math.min(best2, dx * dx + dy * dy);
            }
        }
        return Math.sqrt(best2);
    }
}
