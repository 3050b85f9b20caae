package org.cordonrt.geometry;

import org.cordonrt.Internal;
import org.cordonrt.plan.Point3;

/**
 * A right-handed orthonormal frame: {@code u} and {@code v} span the contour planes, {@code w} is their normal. A
 * patient point p has the coordinates (p.u, p.v, p.w) in mm.
 */
@Internal
public record PlaneFrame(Point3 u, Point3 v, Point3 w) {
    /** Axial planes: the patient axes themselves, so that coordinates are not rounded. */
    public static final PlaneFrame AXIAL =
            new PlaneFrame(new Point3(1, 0, 0), new Point3(0, 1, 0), new Point3(0, 0, 1));

    /** The frame of planes with the given unit normal. The patient axes give exact coordinates. */
    public static PlaneFrame ofNormal(Point3 normal) {
        Point3 w = normal.times(1 / normal.norm());
        if (Math.abs(w.z()) == 1) {
            return AXIAL;
        }
        if (Math.abs(w.x()) == 1) {
            return new PlaneFrame(new Point3(0, 1, 0), new Point3(0, 0, 1), new Point3(1, 0, 0));
        }
        if (Math.abs(w.y()) == 1) {
            return new PlaneFrame(new Point3(0, 0, 1), new Point3(1, 0, 0), new Point3(0, 1, 0));
        }
        // The patient axis least along the normal makes the best-conditioned first in-plane direction.
        double ax = Math.abs(w.x());
        double ay = Math.abs(w.y());
        double az = Math.abs(w.z());
        Point3 seed = ax <= ay && ax <= az ? new Point3(1, 0, 0) : ay <= az ? new Point3(0, 1, 0) : new Point3(0, 0, 1);
        Point3 u = seed.minus(w.times(seed.dot(w)));
        u = u.times(1 / u.norm());
        return new PlaneFrame(u, w.cross(u), w);
    }

    /** The patient point with frame coordinates (a, b, c). */
    public Point3 point(double a, double b, double c) {
        return u.times(a).plus(v.times(b)).plus(w.times(c));
    }

    /** Writes that point's x, y and z to {@code out[o]} and after. */
    void point(double a, double b, double c, double[] out, int o) {
        out[o] = u.x() * a + v.x() * b + w.x() * c;
        out[o + 1] = u.y() * a + v.y() * b + w.y() * c;
        out[o + 2] = u.z() * a + v.z() * b + w.z() * c;
    }

    // Written out: what the compiler generates for records is slow to start.
    @Override
    public boolean equals(Object other) {
        return other instanceof PlaneFrame o && u.equals(o.u) && v.equals(o.v) && w.equals(o.w);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * u.hashCode() + v.hashCode()) + w.hashCode();
    }
}
