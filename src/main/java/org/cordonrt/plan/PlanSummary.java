package org.cordonrt.plan;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the plan says about itself.
 *
 * @param label RT Plan Label (300A,0002), may be empty
 * @param fractions planned number of fractions of the whole course, at least 1
 * @param fractionsSource where that number comes from
 * @param prescriptionGy prescribed total dose to the target, Gy
 * @param approvalStatus Approval Status (300E,0002), may be empty
 */
public record PlanSummary(
        String label,
        OptionalInt fractions,
        FractionsSource fractionsSource,
        OptionalDouble prescriptionGy,
        String approvalStatus) {
    public PlanSummary {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(fractionsSource, "fractionsSource");
        Objects.requireNonNull(approvalStatus, "approvalStatus");
        if (fractions.isPresent() && fractions.getAsInt() < 1) {
            throw new IllegalArgumentException("the number of fractions is " + fractions.getAsInt());
        }
    }

    /** A plan of which nothing is known. */
    public static PlanSummary unknown() {
        return new PlanSummary("", OptionalInt.empty(), FractionsSource.UNKNOWN, OptionalDouble.empty(), "");
    }

    /** The same plan with the number of fractions the caller states. */
    public PlanSummary withFractions(int n) {
        return new PlanSummary(label, OptionalInt.of(n), FractionsSource.OPTION, prescriptionGy, approvalStatus);
    }
}
