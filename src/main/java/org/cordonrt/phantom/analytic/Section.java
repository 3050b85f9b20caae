package org.cordonrt.phantom.analytic;

import java.util.List;
import org.cordonrt.plan.ContourGeometricType;

/**
 * One plane of a structure: what is drawn there, and which area that means.
 *
 * @param heightMm of the plane along its normal
 * @param drawn polygons as contours give them, interleaved x and y, mm
 * @param type of those contours
 * @param rings the area that they mean, as simple polygons that do not cross
 */
record Section(double heightMm, List<double[]> drawn, ContourGeometricType type, List<Ring> rings) {
    Section {
        drawn = List.copyOf(drawn);
        rings = List.copyOf(rings);
    }

    /** One polygon without holes. */
    static Section of(double heightMm, double[] xy) {
        return new Section(heightMm, List.of(xy), ContourGeometricType.CLOSED_PLANAR, List.of(new Ring(xy, 1)));
    }
}
