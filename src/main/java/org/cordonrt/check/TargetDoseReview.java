package org.cordonrt.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.TreatmentCase;

/**
 * Whether any target gets the dose of the plan. A dose that was shifted or mirrored, or that is of another target, spares
 * the cord as no right one does, and its hottest point may well lie in some other structure.
 */
final class TargetDoseReview {
    private static final Metric MEAN = Metric.parse("Mean[Gy]");

    /** The worst covered target beside a cord keeps a larger part of the prescription in the mean. */
    private static final double LEAST_SHARE = 0.5;

    private TargetDoseReview() {}

    static Optional<Issue> of(
            TreatmentCase plan, List<StructureMatch> targets, Measurements measurements, CaseModel model) {
        if (plan.dose().isEmpty() || targets.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble prescription = plan.plan().prescriptionGy();
        double due = prescription.orElse(plan.dose().get().maxSampleGy());
        StructureMatch best = targets.get(0);
        double most = -1;
        for (StructureMatch target : targets) {
            double gy = meanGy(target, measurements, model);
            if (!(gy < LEAST_SHARE * due)) {
                return Optional.empty();
            }
            if (gy > most) {
                most = gy;
                best = target;
            }
        }
        return Optional.of(Issue.of(
                IssueCode.DOSE_MISSES_TARGET,
                String.format(
                        Locale.ROOT,
                        "no target gets the dose: '%s' has the most, %.2f Gy in the mean where %.2f Gy are %s; make"
                                + " sure that dose, plan and structures belong together",
                        best.structure().name(),
                        most,
                        due,
                        prescription.isPresent() ? "prescribed" : "the largest dose")));
    }

    /** At the most, where it is an interval; 0 outside of the dose; NaN where nobody knows. */
    private static double meanGy(StructureMatch target, Measurements measurements, CaseModel model) {
        Optional<MetricValue> mean =
                measurements.known(target.structure(), MEAN).filter(MetricValue::isEvaluable);
        if (mean.isPresent()) {
            return mean.get().upper();
        }
        return model.coveredFraction(target.structure()).orElse(1) < LEAST_SHARE ? 0 : Double.NaN;
    }
}
