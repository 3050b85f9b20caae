package org.cordonrt.phantom;

import java.util.List;
import org.cordonrt.plan.Point3;

/**
 * An upright elliptic cylinder above the upper end of the cord.
 *
 * @param ellipse its section
 */
record CylinderTarget(Ellipse ellipse, double zLow, double zHigh) implements Target {

    /** Grown sideways and upwards. */
    @Override
    public Target grown(double mm) {
        return new CylinderTarget(
                new Ellipse(ellipse.cx(), ellipse.cy(), ellipse.a() + mm, ellipse.b() + mm), zLow, zHigh + mm);
    }

    CylinderTarget from(double newLow) {
        return new CylinderTarget(ellipse, newLow, newLow + zHigh - zLow);
    }

    /** Only the lower end faces the cord: its disc in polar coordinates. */
    @Override
    public double gapTo(Tube cord) {
        Surface lowerEnd = (u, v) -> {
            double angle = 2 * Math.PI * u;
            return new Point3(
                    ellipse.cx() + v * ellipse.a() * StrictMath.cos(angle),
                    ellipse.cy() + v * ellipse.b() * StrictMath.sin(angle),
                    zLow);
        };
        return lowerEnd.gapTo(cord);
    }

    @Override
    public List<double[]> section(double z, double pointSpacingMm) {
        return z < zLow || z > zHigh ? List.of() : List.of(Curves.ellipse(ellipse, pointSpacingMm));
    }

    @Override
    public DoseEdge doseEdge(double z) {
        double end = Math.max(zLow - z, z - zHigh);
        return (x, y) -> {
            double px = x - ellipse.cx();
            double py = y - ellipse.cy();
            double q = Math.sqrt(px * px / (ellipse.a() * ellipse.a()) + py * py / (ellipse.b() * ellipse.b()));
            double r = Math.sqrt(px * px + py * py);
            double side = q > 1e-9 ? r - r / q : -Math.min(ellipse.a(), ellipse.b());
            return Target.combine(side, end);
        };
    }
}
