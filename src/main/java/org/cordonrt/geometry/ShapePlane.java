package org.cordonrt.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * One contour plane as the shape model sees it.
 *
 * @param heightMm along the normal
 * @param region what the contours bound
 * @param outer rings around parts, counter-clockwise
 * @param holes rings around holes, counter-clockwise too
 * @param outerMm2 areas of the outer rings
 */
record ShapePlane(double heightMm, PlaneRegion region, List<double[]> outer, List<double[]> holes, double[] outerMm2) {
    static ShapePlane of(double heightMm, PlaneRegion region) {
        List<double[]> outer = new ArrayList<>();
        List<double[]> holes = new ArrayList<>();
        for (double[] ring : region.outlines()) {
            if (Rings.area(ring) > 0) {
                outer.add(ring);
            } else {
                holes.add(Rings.reversed(ring));
            }
        }
        return new ShapePlane(
                heightMm,
                region,
                outer,
                holes,
                outer.stream().mapToDouble(Rings::area).toArray());
    }

    /** The outer ring that a hole lies in; -1 when rounding hides it. */
    int ownerOf(double[] hole) {
        int owner = -1;
        for (int i = 0; i < outer.size(); i++) {
            double[] ring = outer.get(i);
            if (Rings.windingNumber(ring, hole[0], hole[1]) > 0 && (owner < 0 || outerMm2[i] < outerMm2[owner])) {
                owner = i;
            }
        }
        return owner;
    }
}
