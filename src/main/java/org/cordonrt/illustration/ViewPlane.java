package org.cordonrt.illustration;

import java.util.Objects;
import org.cordonrt.plan.Point3;

/**
 * A square part of a plane through the patient. In-plane coordinates are patient mm: {@code a} along
 * {@link Orientation#right()}, {@code b} along {@link Orientation#down()}. Immutable.
 *
 * @param orientation which way it faces
 * @param throughMm a point on it
 * @param leftMm least a
 * @param topMm least b
 * @param sizeMm width and height, above 0
 */
public record ViewPlane(Orientation orientation, Point3 throughMm, double leftMm, double topMm, double sizeMm) {
    public ViewPlane {
        Objects.requireNonNull(orientation, "orientation");
        Objects.requireNonNull(throughMm, "throughMm");
        if (!(sizeMm > 0) || !Double.isFinite(leftMm) || !Double.isFinite(topMm) || !throughMm.isFinite()) {
            throw new IllegalArgumentException("a view of " + sizeMm + " mm from " + leftMm + ", " + topMm);
        }
    }

    public double a(Point3 p) {
        return p.dot(orientation.right());
    }

    public double b(Point3 p) {
        return p.dot(orientation.down());
    }

    /** Where the plane cuts the axis across it, mm: z of an axial view, x of a sagittal one, y of a coronal one. */
    public double depthMm() {
        return throughMm.dot(orientation.normal());
    }

    /** How far a point lies from the plane, mm, along {@link Orientation#normal()}. */
    public double offsetMm(Point3 p) {
        return p.dot(orientation.normal()) - depthMm();
    }

    /** The point of the plane at in-plane coordinates. */
    public Point3 point(double a, double b) {
        return orientation
                .right()
                .times(a)
                .plus(orientation.down().times(b))
                .plus(orientation.normal().times(depthMm()));
    }
}
