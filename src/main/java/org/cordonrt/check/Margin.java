package org.cordonrt.check;

import java.util.Objects;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.plan.Point3;

/**
 * The separation of two structures: smallest 3D distances between their surfaces. Immutable.
 *
 * @param from the first structure
 * @param to the second structure
 * @param distanceMm the distance to report, mm: between surfaces that run on from contour plane to contour plane
 * @param slabMm between the slab solids, the safe side, mm; 0 when they touch or overlap
 * @param planesMm between the flat contours, mm
 * @param fromPointMm point of the first surface nearest to the second
 * @param toPointMm point of the second surface nearest to the first
 * @param overlapCc volume in both slab solids, cc
 * @param deepestOverlapMm how far the second reaches into the first, mm; 0 without overlap
 */
public record Margin(
        StructureMatch from,
        StructureMatch to,
        double distanceMm,
        double slabMm,
        double planesMm,
        Point3 fromPointMm,
        Point3 toPointMm,
        double overlapCc,
        double deepestOverlapMm) {
    public Margin {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(fromPointMm, "fromPointMm");
        Objects.requireNonNull(toPointMm, "toPointMm");
    }
}
