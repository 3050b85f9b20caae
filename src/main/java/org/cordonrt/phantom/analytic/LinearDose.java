package org.cordonrt.phantom.analytic;

import org.cordonrt.plan.Point3;

/**
 * A dose that changes evenly along one direction. Trilinear interpolation gives it back exactly.
 *
 * @param atOriginGy dose at (0, 0, 0)
 * @param gradient Gy per mm along x, y, z
 */
record LinearDose(double atOriginGy, Point3 gradient) {
    double at(Point3 p) {
        return atOriginGy + gradient.dot(p);
    }

    /** The same dose in coordinates of a frame with the given origin and orthonormal axes. */
    LinearDose inFrame(Point3 origin, Point3 u, Point3 v, Point3 w) {
        return new LinearDose(at(origin), new Point3(gradient.dot(u), gradient.dot(v), gradient.dot(w)));
    }
}
