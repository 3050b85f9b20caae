package org.cordonrt.robust;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.constraint.Comparison;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintSet;
import org.cordonrt.constraint.Level;
import org.cordonrt.constraint.Requirement;
import org.cordonrt.constraint.Source;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.constraint.Verification;
import org.cordonrt.metric.Metric;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.TreatmentCase;

/** A cord in a dose that is a formula, checked against one limit on its hottest 0.35 cc. */
final class CheckedPhantom {
    private CheckedPhantom() {}

    static TreatmentCase plan(DoseGrid dose) {
        return TreatmentCase.builder()
                .structure(Phantoms.drawnTube(5, 15))
                .dose(dose)
                .fractions(1)
                .prescriptionGy(18)
                .build();
    }

    static Constraint limit(double limitGy) {
        return new Constraint(
                "limit",
                StructureKind.SPINAL_CORD,
                "Spinal cord",
                1,
                Metric.parse("D0.35cc[Gy]"),
                Comparison.AT_MOST,
                limitGy,
                OptionalDouble.empty(),
                Level.MANDATORY,
                Requirement.ALWAYS,
                OptionalInt.empty(),
                null,
                "myelopathy",
                null,
                null,
                new Source("A paper, 2020", "10.1000/1", "Table 1", Verification.V1, List.of("https://example.org/a")),
                null);
    }

    static Assessment check(TreatmentCase plan, Constraint c) {
        ConstraintSet set = new ConstraintSet(
                "S", "A set", "1", "For tests.", "A paper", OptionalDouble.empty(), List.of(c), Optional.empty(), "");
        return PlanCheck.assess(
                plan, CheckOptions.defaults().withSets(List.of(set)).withAcceptDose(true));
    }

    static double restGy(TreatmentCase plan) {
        return check(plan, limit(100)).constraints().get(0).value().value();
    }
}
