package org.cordonrt.margin;

import org.cordonrt.plan.Point3;

/**
 * The smallest distance of two things and where it is taken.
 *
 * @param distanceMm 0 when they touch or overlap
 * @param onFirst patient mm
 * @param onSecond patient mm; equal to {@code onFirst} when the distance is 0
 */
record Nearest(double distanceMm, Point3 onFirst, Point3 onSecond) {
    /** Distances below this are rounding: far below what any coordinate is known to, far above a double's step. */
    static final double TOUCH_MM = 1e-9;

    static Nearest of(double distanceMm, Point3 onFirst, Point3 onSecond) {
        return distanceMm < TOUCH_MM ? new Nearest(0, onFirst, onFirst) : new Nearest(distanceMm, onFirst, onSecond);
    }

    Nearest swapped() {
        return new Nearest(distanceMm, onSecond, onFirst);
    }
}
