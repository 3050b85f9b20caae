package org.cordonrt.phantom.analytic;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.plan.Point3;

/** Spheres as stacks of circles. */
final class Spheres {
    private Spheres() {}

    /**
     * Circles on every plane that meets the sphere.
     *
     * @param sliceMm distance of planes
     * @param phaseMm height of one of them
     */
    static List<Section> sections(
            Point3 centre, double radiusMm, double sliceMm, double phaseMm, double pointSpacingMm) {
        List<Section> sections = new ArrayList<>();
        int first = (int) Math.floor((centre.z() - radiusMm - phaseMm) / sliceMm);
        int last = (int) Math.ceil((centre.z() + radiusMm - phaseMm) / sliceMm);
        for (int k = first; k <= last; k++) {
            double z = Outlines.round(phaseMm + k * sliceMm);
            double square = radiusMm * radiusMm - (z - centre.z()) * (z - centre.z());
            if (square >= 0) {
                sections.add(Section.of(z, Outlines.circle(centre.x(), centre.y(), Math.sqrt(square), pointSpacingMm)));
            }
        }
        return sections;
    }
}
