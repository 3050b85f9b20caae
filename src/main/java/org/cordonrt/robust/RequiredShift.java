package org.cordonrt.robust;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.RobustnessCriterion;
import org.cordonrt.constraint.State;
import org.jspecify.annotations.Nullable;

/**
 * What came of "this limit must hold for so many millimetres in every direction". Immutable.
 *
 * @param limit the limit
 * @param requiredMm how far it must hold
 * @param state PASS only when that is certain, FAIL only when a shorter shift is certain to break it, else NOT_EVALUABLE
 * @param reason why; null for a plain PASS
 */
public record RequiredShift(
        ConstraintResult limit,
        double requiredMm,
        State state,
        @Nullable String reason) {
    public RequiredShift {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(state, "state");
        if (reason == null && state != State.PASS) {
            throw new IllegalArgumentException(state + " without a reason");
        }
    }

    static RequiredShift of(ShiftToBreak found, double requiredMm) {
        ConstraintResult limit = found.limit();
        if (found.reason() != null) {
            return new RequiredShift(limit, requiredMm, State.NOT_EVALUABLE, found.reason());
        }
        if (found.upperMm() < requiredMm) {
            return new RequiredShift(
                    limit,
                    requiredMm,
                    State.FAIL,
                    found.isBrokenAtRest()
                            ? "it is broken without any shift"
                            : "a shorter shift breaks it, " + hundredthsUp(found.upperMm()) + " mm "
                                    + PatientDirection.words(Objects.requireNonNull(found.breakMm())));
        }
        if (found.holdsMm() >= requiredMm) {
            return new RequiredShift(limit, requiredMm, State.PASS, null);
        }
        return new RequiredShift(
                limit,
                requiredMm,
                State.NOT_EVALUABLE,
                found.coveredMm() < requiredMm
                        ? "shorter shifts take the structure out of the dose grid"
                        : found.radiusMm() < requiredMm
                                ? "the search went less far"
                                : "it could not be shown within the work allowed");
    }

    private static String hundredthsUp(double mm) {
        return BigDecimal.valueOf(mm).setScale(2, RoundingMode.CEILING).toPlainString();
    }

    /** E.g. {@code holds for 1 mm in every direction}. */
    String text() {
        return RobustnessCriterion.text(requiredMm);
    }
}
