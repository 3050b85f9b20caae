package org.cordonrt.geometry;

/**
 * A ring on its way beyond its plane, to where its part ends: it leans, and it may close on its centroid.
 *
 * @param planeMm where it was drawn
 * @param spans each vertex and where it would arrive
 * @param distanceMm levels as distances from the plane, increasing from 0
 * @param blend at each level
 * @param upward whether it goes up from its plane
 */
record EndingRing(double planeMm, RingSpans spans, double[] distanceMm, double[] blend, boolean upward) {
    double lengthMm() {
        return distanceMm[distanceMm.length - 1];
    }

    /** @param face whether a flat face closes the end; one that has shrunk to a point needs none */
    RingStack stack(boolean hole, boolean face) {
        int n = blend.length;
        double[] heights = new double[n];
        double[] blends = new double[n];
        for (int j = 0; j < n; j++) {
            int o = upward ? j : n - 1 - j;
            heights[o] = upward ? planeMm + distanceMm[j] : planeMm - distanceMm[j];
            blends[o] = blend[j];
        }
        return new RingStack(spans, planeMm, heights, blends, hole, face && !upward, face && upward);
    }

    /** @param lean sideways in x and y for each mm of height */
    static EndingRing leaning(double planeMm, double[] ring, double[] lean, double lengthMm, boolean upward) {
        double dx = lean[0] * lengthMm;
        double dy = lean[1] * lengthMm;
        double[] moved = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            moved[i] = ring[i] + dx;
            moved[i + 1] = ring[i + 1] + dy;
        }
        int n = ShapeBuilder.steps(Math.hypot(dx, dy));
        boolean straight = dx == 0 && dy == 0;
        double[] distances = new double[n + 1];
        double[] blend = new double[n + 1];
        for (int j = 0; j <= n; j++) {
            distances[j] = j == n ? lengthMm : lengthMm * j / n;
            blend[j] = straight ? 0 : j / (double) n;
        }
        return new EndingRing(planeMm, RingSpans.of(ring, moved), distances, blend, upward);
    }

    /** Shrinks towards the centroid as the area's trend says, as far as {@code lengthMm}. */
    static EndingRing closing(
            double planeMm, double[] ring, double[] lean, AreaTrend.Beyond beyond, double lengthMm, boolean upward) {
        RingMoments m = RingMoments.of(ring);
        double x = m.x() + lean[0] * beyond.zeroMm();
        double y = m.y() + lean[1] * beyond.zeroMm();
        double[] centre = new double[ring.length];
        double way = 0;
        for (int i = 0; i < ring.length; i += 2) {
            centre[i] = x;
            centre[i + 1] = y;
            way = Math.max(way, Math.hypot(ring[i] - x, ring[i + 1] - y));
        }
        double last = 1 - Math.sqrt(beyond.area(lengthMm) / beyond.at());
        int n = ShapeBuilder.steps(last * way);
        double[] distances = new double[n + 1];
        double[] blend = new double[n + 1];
        for (int j = 0; j <= n; j++) {
            double s = last * j / n;
            double area = beyond.at() * (1 - s) * (1 - s);
            distances[j] = j == 0 ? 0 : j == n ? lengthMm : Bisection.firstBelow(beyond::area, area, 0, lengthMm);
            blend[j] = s;
        }
        return new EndingRing(planeMm, RingSpans.of(ring, centre), distances, blend, upward);
    }
}
