package org.cordonrt.geometry;

/**
 * The points of two rings as partners: each point of the first belongs to the point at the same place of the second.
 *
 * @param first x0, y0, x1, y1, ... in mm; may be a contour's own array, not to be changed
 * @param second as many
 * @param wayMm how far the partners are apart that are farthest apart
 */
record RingSpans(double[] first, double[] second, double wayMm) {
    static RingSpans of(double[] first, double[] second) {
        double most2 = 0;
        for (int i = 0; i < first.length; i += 2) {
            double dx = second[i] - first[i];
            double dy = second[i + 1] - first[i + 1];
            double d2 = dx * dx + dy * dy;
            if (d2 > most2) {
                most2 = d2;
            }
        }
        return new RingSpans(first, second, Math.sqrt(most2));
    }

    /** Each point its own partner. */
    static RingSpans still(double[] ring) {
        return new RingSpans(ring, ring, 0);
    }

    /** The same partners, seen from the other ring. */
    RingSpans reversed() {
        return new RingSpans(second, first, wayMm);
    }
}
