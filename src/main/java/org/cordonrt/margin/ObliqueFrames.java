package org.cordonrt.margin;

import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.plan.Point3;

/**
 * Frames for planes of two directions, each with the normal of its planes, that share their x axis: the direction in which
 * the planes intersect.
 */
record ObliqueFrames(PlaneFrame first, PlaneFrame second) {
    static ObliqueFrames of(PlaneFrame first, PlaneFrame second) {
        Point3 w = first.w();
        Point3 common = w.cross(second.w());
        common = common.times(1 / common.norm());
        // Nearly parallel normals leave few digits in their cross product: make it a direction of the plane again.
        common = common.minus(w.times(common.dot(w)));
        common = common.times(1 / common.norm());
        return new ObliqueFrames(along(common, w), along(common, second.w()));
    }

    private static PlaneFrame along(Point3 u, Point3 w) {
        return new PlaneFrame(u, w.cross(u), w);
    }

    /** Cosine of the angle by which the second frame is turned. */
    double cos() {
        return first.v().dot(second.v());
    }

    /** The first frame's y axis along the second's z axis. */
    double sin() {
        return first.v().dot(second.w());
    }
}
