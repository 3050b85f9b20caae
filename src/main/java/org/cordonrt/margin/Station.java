package org.cordonrt.margin;

import java.util.Objects;
import org.cordonrt.plan.Point3;

/**
 * The gap at one height along a structure: between its flat cross-section there and another solid.
 *
 * @param heightMm along the normal of the structure's planes (z for axial slices)
 * @param onPlane whether contours were drawn at this height; else it lies half-way between two planes
 * @param centreMm centre of area of the cross-section
 * @param distanceMm smallest distance in three dimensions from the cross-section to the other solid; 0 when they meet
 * @param fromPointMm the point of the cross-section nearest to the other solid
 * @param toPointMm the point of the other solid nearest to the cross-section; equal to {@code fromPointMm} when they meet
 * @param inPlaneMm smallest distance within the plane; NaN where the other solid has no cross-section at this height, or
 *     its planes are not parallel
 */
public record Station(
        double heightMm,
        boolean onPlane,
        Point3 centreMm,
        double distanceMm,
        Point3 fromPointMm,
        Point3 toPointMm,
        double inPlaneMm) {
    public Station {
        Objects.requireNonNull(centreMm, "centreMm");
        Objects.requireNonNull(fromPointMm, "fromPointMm");
        Objects.requireNonNull(toPointMm, "toPointMm");
    }
}
