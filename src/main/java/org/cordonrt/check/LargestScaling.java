package org.cordonrt.check;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Headroom;
import org.cordonrt.constraint.Level;
import org.cordonrt.metric.DoseUnit;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;

/**
 * Finds the {@link Scaling}. D_v, maximum and mean are proportional to the dose, so a limit d on one of them is reached
 * at the factor d / D_v; a limit v on V_d is reached when D_v comes to d, at the same factor.
 */
final class LargestScaling {
    /** Width of the interval around the doses that decide, Gy: the factor is then exact to about a millionth. */
    private static final double TOLERANCE_GY = 1e-5;

    /** Limits whose factors are nearer than this are measured closely before one is called the first. */
    private static final double NEAR = 0.01;

    private LargestScaling() {}

    /** @param counting results of one check */
    static Scaling of(List<ConstraintResult> results, CaseModel model) {
        List<ConstraintResult> counting = results.stream()
                .filter(r -> r.counts() && r.constraint().level() == Level.MANDATORY)
                .filter(r -> r.constraint().structureKind().guardsCord())
                .toList();
        if (counting.isEmpty()) {
            return Scaling.none("no mandatory limit guards the spinal cord");
        }
        Optional<ConstraintResult> unknown = counting.stream()
                .filter(r -> r.value() == null || !r.value().isEvaluable())
                .findFirst();
        if (unknown.isPresent()) {
            return Scaling.none("not every limit that guards the spinal cord could be evaluated");
        }
        List<ConstraintResult> bounded =
                counting.stream().filter(r -> roughly(r) < Double.POSITIVE_INFINITY).toList();
        if (bounded.isEmpty()) {
            return Scaling.none("the dose to the spinal cord is 0");
        }
        double smallest =
                bounded.stream().mapToDouble(LargestScaling::roughly).min().orElseThrow();
        return bounded.stream()
                .filter(r -> roughly(r) <= smallest * (1 + NEAR))
                .map(r -> exactly(r, model))
                .min(Comparator.comparingDouble(Scaling::factor))
                .orElseThrow();
    }

    private static double roughly(ConstraintResult r) {
        return r.room().factor().orElse(Double.POSITIVE_INFINITY);
    }

    private static Scaling exactly(ConstraintResult r, CaseModel model) {
        Constraint c = r.constraint();
        Metric metric = Headroom.doseAxis(c).orElseThrow();
        MetricValue v = model.measure(
                        Objects.requireNonNull(r.structure()).structure(), List.of(metric), TOLERANCE_GY)
                .get(0);
        boolean inCgy = metric.unit().equals(DoseUnit.CGY.symbol());
        double limitGy = Headroom.limitGy(c);
        double mostGy = inCgy ? DoseUnit.CGY.toGy(v.upper()) : v.upper();
        double leastGy = inCgy ? DoseUnit.CGY.toGy(v.lower()) : v.lower();
        return new Scaling(limitGy / mostGy, limitGy / leastGy, r, null);
    }
}
