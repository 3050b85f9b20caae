package org.cordonrt.phantom;

import java.util.List;
import org.cordonrt.plan.Point3;

/**
 * An ellipsoid that lies from the cord in a direction within the axial plane.
 *
 * @param foot the point of the cord's centreline it lies beside
 * @param ux unit direction from there
 * @param uy unit direction from there
 * @param distanceMm from there to its centre
 * @param a semi-axis along x, mm
 * @param b semi-axis along y, mm
 * @param c semi-axis along z, mm
 */
record EllipsoidTarget(Point3 foot, double ux, double uy, double distanceMm, double a, double b, double c)
        implements Target {
    private static final double SLIVER_MM = 0.1;

    @Override
    public double zLow() {
        return foot.z() - c;
    }

    @Override
    public double zHigh() {
        return foot.z() + c;
    }

    /** Grown on all sides and moved away by as much. */
    @Override
    public Target grown(double mm) {
        return new EllipsoidTarget(foot, ux, uy, distanceMm + mm, a + mm, b + mm, c + mm);
    }

    EllipsoidTarget at(double newDistanceMm) {
        return new EllipsoidTarget(foot, ux, uy, newDistanceMm, a, b, c);
    }

    private double cx() {
        return foot.x() + ux * distanceMm;
    }

    private double cy() {
        return foot.y() + uy * distanceMm;
    }

    /** Only the half that faces the cord can hold the nearest point, or the deepest if the halves do not meet the axis. */
    @Override
    public double gapTo(Tube cord) {
        double facing = StrictMath.atan2(-uy, -ux);
        Surface half = (u, v) -> {
            double azimuth = facing + (u - 0.5) * Math.PI;
            double elevation = (v - 0.5) * Math.PI;
            double level = StrictMath.cos(elevation);
            return new Point3(
                    cx() + a * level * StrictMath.cos(azimuth),
                    cy() + b * level * StrictMath.sin(azimuth),
                    foot.z() + c * StrictMath.sin(elevation));
        };
        return half.gapTo(cord);
    }

    @Override
    public List<double[]> section(double z, double pointSpacingMm) {
        double q = (z - foot.z()) / c;
        double level = Math.sqrt(Math.max(0, 1 - q * q));
        if (level * Math.min(a, b) < SLIVER_MM) {
            return List.of();
        }
        return List.of(Curves.ellipse(new Ellipse(cx(), cy(), a * level, b * level), pointSpacingMm));
    }

    @Override
    public DoseEdge doseEdge(double z) {
        double pz = z - foot.z();
        return (x, y) -> {
            double px = x - cx();
            double py = y - cy();
            double q = Math.sqrt(px * px / (a * a) + py * py / (b * b) + pz * pz / (c * c));
            double r = Math.sqrt(px * px + py * py + pz * pz);
            // Along the ray from the centre; at the centre itself the shortest semi-axis stands for it.
            return q > 1e-9 ? r - r / q : -Math.min(a, Math.min(b, c));
        };
    }
}
