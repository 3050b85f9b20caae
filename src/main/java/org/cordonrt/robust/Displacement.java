package org.cordonrt.robust;

import java.util.Objects;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.RigidTransform;

/**
 * How the anatomy moves as a rigid body: turned about a centre, then shifted. Immutable.
 *
 * @param shiftMm towards the patient's left, back and head
 * @param rotationDegrees right-handed, about the axes towards the patient's left (first), back and head (last)
 */
public record Displacement(Point3 shiftMm, Point3 rotationDegrees) {
    private static final Point3 ZERO = new Point3(0, 0, 0);

    /** No movement. */
    public static final Displacement NONE = new Displacement(ZERO, ZERO);

    public Displacement {
        Objects.requireNonNull(shiftMm, "shiftMm");
        Objects.requireNonNull(rotationDegrees, "rotationDegrees");
        if (!shiftMm.isFinite() || !rotationDegrees.isFinite()) {
            throw new IllegalArgumentException("a displacement that is not finite");
        }
    }

    public static Displacement shift(Point3 mm) {
        return new Displacement(mm, ZERO);
    }

    public static Displacement rotation(Point3 degrees) {
        return new Displacement(ZERO, degrees);
    }

    public boolean isTranslation() {
        return rotationDegrees.equals(ZERO);
    }

    /** Where the anatomy goes, as a transform of patient coordinates. */
    public RigidTransform transform(Point3 centreMm) {
        double[] m = affine(centreMm);
        return isTranslation()
                ? RigidTransform.translation(shiftMm)
                : RigidTransform.ofMatrix(new double[] {
                    m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8], m[9], m[10], m[11], 0, 0, 0, 1
                });
    }

    /** The same as three rows of four numbers, for inner loops. */
    double[] affine(Point3 centre) {
        double ca = StrictMath.cos(Math.toRadians(rotationDegrees.x()));
        double sa = StrictMath.sin(Math.toRadians(rotationDegrees.x()));
        double cb = StrictMath.cos(Math.toRadians(rotationDegrees.y()));
        double sb = StrictMath.sin(Math.toRadians(rotationDegrees.y()));
        double cc = StrictMath.cos(Math.toRadians(rotationDegrees.z()));
        double sc = StrictMath.sin(Math.toRadians(rotationDegrees.z()));
        double[] m = {
            cc * cb,
            cc * sb * sa - sc * ca,
            cc * sb * ca + sc * sa,
            0,
            sc * cb,
            sc * sb * sa + cc * ca,
            sc * sb * ca - cc * sa,
            0,
            -sb,
            cb * sa,
            cb * ca,
            0
        };
        m[3] = centre.x() + shiftMm.x() - (m[0] * centre.x() + m[1] * centre.y() + m[2] * centre.z());
        m[7] = centre.y() + shiftMm.y() - (m[4] * centre.x() + m[5] * centre.y() + m[6] * centre.z());
        m[11] = centre.z() + shiftMm.z() - (m[8] * centre.x() + m[9] * centre.y() + m[10] * centre.z());
        if (isTranslation()) {
            m[3] = shiftMm.x();
            m[7] = shiftMm.y();
            m[11] = shiftMm.z();
        }
        return m;
    }

    /** No point within {@code radiusMm} of the centre moves further than this, mm. */
    double longestMm(double radiusMm) {
        double turn = Math.toRadians(
                Math.abs(rotationDegrees.x()) + Math.abs(rotationDegrees.y()) + Math.abs(rotationDegrees.z()));
        return shiftMm.norm() + Math.min(2, turn) * radiusMm;
    }
}
