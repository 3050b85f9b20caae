package org.cordonrt.geometry;

import java.util.List;
import java.util.Optional;

/**
 * How the walls between two neighbouring planes may run, at most: what bounds the distance of points on them by that of
 * the contours.
 *
 * <p>Every point of a wall lies on a straight line from a point of the lower contours to one of the upper contours, at
 * most {@code reachMm} apart; the part of that line it has gone differs from the part of the height it has gone by at
 * most {@code unevenMm} of way. From every point of the walls a path on them leads to every height between the planes
 * and moves sideways by at most {@code steepness} times the difference in height.
 *
 * @param reachMm how far two points are apart sideways, at most, that a line of the wall joins
 * @param unevenMm how far a point may be from where it would be if it moved in step with the height
 * @param steepness mm sideways for a mm of height
 */
public record WallCourse(double reachMm, double unevenMm, double steepness) {
    /**
     * A piece of wall between two edges is two triangles. Their points lie on lines from any point of the one edge to any
     * of the other, which is taken if one is this short; or, off by a quarter of how much the wall twists there, on lines
     * that join the same parts of both.
     */
    private static final double SHORT_MM = 0.3;

    /** Empty unless every ring of either plane turns into one ring of the other, and nothing ends between them. */
    static Optional<WallCourse> of(List<RingStack> stacks, ShapePlane low, ShapePlane high) {
        int rings = stacks.size();
        // A bridge between islands is a wall, but no part of the contours' region.
        if (low.region().mayRepeatEdges() || high.region().mayRepeatEdges()) {
            return Optional.empty();
        }
        if (rings != low.outer().size() + low.holes().size()
                || rings != high.outer().size() + high.holes().size()) {
            return Optional.empty();
        }
        double reach = 0;
        double uneven = 0;
        double steepness = 0;
        for (RingStack s : stacks) {
            boolean through = s.lowMm() == low.heightMm() && s.highMm() == high.heightMm();
            if (!through || s.openLow() || s.openHigh()) {
                return Optional.empty();
            }
            double way = s.spans().wayMm();
            double[] inStep = reach(s.spans());
            reach = Math.max(reach, inStep[0]);
            double late = 0;
            double[] h = s.heightMm();
            double[] b = s.blend();
            for (int i = 1; i < h.length; i++) {
                double part = (h[i] - s.lowMm()) / (s.highMm() - s.lowMm());
                late = Math.max(late, inStep[0] * Math.abs(b[i] - part));
                steepness = Math.max(steepness, way * Math.abs(b[i] - b[i - 1]) / (h[i] - h[i - 1]));
            }
            uneven = Math.max(uneven, inStep[1] + late);
        }
        return Optional.of(new WallCourse(reach, uneven, steepness));
    }

    /** The reach and the unevenness of a wall whose points move in step with the height. */
    private static double[] reach(RingSpans spans) {
        double[] p = spans.first();
        double[] q = spans.second();
        int n = p.length;
        double edge2 = 0;
        double twist2 = 0;
        for (int i = 0, j = n - 2; i < n; j = i, i += 2) {
            double px = p[i] - p[j];
            double py = p[i + 1] - p[j + 1];
            double qx = q[i] - q[j];
            double qy = q[i + 1] - q[j + 1];
            double ofP2 = px * px + py * py;
            double ofQ2 = qx * qx + qy * qy;
            double shorter2 = ofP2 < ofQ2 ? ofP2 : ofQ2;
            if (shorter2 > SHORT_MM * SHORT_MM) {
                twist2 = Math.max(twist2, (qx - px) * (qx - px) + (qy - py) * (qy - py));
            } else if (shorter2 > edge2) {
                edge2 = shorter2;
            }
        }
        return new double[] {spans.wayMm() + Math.sqrt(edge2), Math.sqrt(twist2) / 4};
    }
}
