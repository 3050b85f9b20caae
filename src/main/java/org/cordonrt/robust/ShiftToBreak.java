package org.cordonrt.robust;

import java.util.List;
import java.util.Objects;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * How far the anatomy may move before one limit breaks. Immutable.
 *
 * @param limit the limit as it stands at rest
 * @param lowerMm no evaluable shift shorter than this breaks the limit, for certain; 0 when it is broken, or undecided,
 *     at rest; NaN when nothing could be evaluated
 * @param breakMm a shift that breaks it, for certain; null when none was found; zero when it is broken at rest
 * @param radiusMm how far was looked
 * @param coveredMm up to this length every shift leaves the structure within the dose grid; beyond it some are not
 *     evaluable
 * @param repairMm for a limit that is broken at rest, the shortest shift found that keeps it, searched; else null
 * @param axes along the patient's axes
 * @param rotations about the target's centre
 * @param reason why nothing could be evaluated; null when it could
 */
public record ShiftToBreak(
        ConstraintResult limit,
        double lowerMm,
        @Nullable Point3 breakMm,
        double radiusMm,
        double coveredMm,
        @Nullable Point3 repairMm,
        List<AxisShift> axes,
        List<RotationToBreak> rotations,
        @Nullable String reason) {
    public ShiftToBreak {
        Objects.requireNonNull(limit, "limit");
        axes = List.copyOf(axes);
        rotations = List.copyOf(rotations);
        if (reason == null && !(lowerMm >= 0)) {
            throw new IllegalArgumentException("neither a bound nor a reason");
        }
    }

    static ShiftToBreak notEvaluable(ConstraintResult limit, String reason) {
        return new ShiftToBreak(limit, Double.NaN, null, Double.NaN, Double.NaN, null, List.of(), List.of(), reason);
    }

    /** Length of the shift that breaks the limit, mm; NaN when none was found. */
    public double upperMm() {
        return breakMm == null ? Double.NaN : breakMm.norm();
    }

    public boolean isEvaluable() {
        return reason == null;
    }

    public boolean isBrokenAtRest() {
        return breakMm != null && breakMm.norm() == 0;
    }

    /** Up to this length no shift in any direction breaks the limit, and all are evaluable, mm. */
    public double holdsMm() {
        return Math.min(lowerMm, coveredMm);
    }
}
