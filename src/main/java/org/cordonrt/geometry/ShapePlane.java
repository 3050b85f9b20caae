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
 * @param outerMoments of the outer rings
 * @param holeMoments of the rings around holes
 */
record ShapePlane(
        double heightMm,
        PlaneRegion region,
        List<double[]> outer,
        List<double[]> holes,
        List<RingMoments> outerMoments,
        List<RingMoments> holeMoments) {
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
                outer.stream().map(RingMoments::of).toList(),
                holes.stream().map(RingMoments::of).toList());
    }

    /** The outer ring that a hole lies in; -1 when rounding hides it. */
    int ownerOf(double[] hole) {
        int owner = -1;
        for (int i = 0; i < outer.size(); i++) {
            double[] ring = outer.get(i);
            if (Rings.windingNumber(ring, hole[0], hole[1]) > 0
                    && (owner < 0
                            || outerMoments.get(i).areaMm2()
                                    < outerMoments.get(owner).areaMm2())) {
                owner = i;
            }
        }
        return owner;
    }
}
