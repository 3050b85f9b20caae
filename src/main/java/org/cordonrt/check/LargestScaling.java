package org.cordonrt.check;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Headroom;
import org.cordonrt.constraint.Level;
import org.cordonrt.constraint.Measurement;
import org.cordonrt.metric.DoseUnit;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;

/**
 * Finds the {@link Scaling}. D_v, maximum and mean are proportional to the dose, so a limit d on one of them is reached
 * at the factor d / D_v; a limit v on V_d is reached when D_v comes to d, at the same factor.
 */
final class LargestScaling {
    private LargestScaling() {}

    /** @param results of one check, measured by the same {@code measurement} */
    static Scaling of(List<ConstraintResult> results, Measurement measurement) {
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
        List<ConstraintResult> bounded = counting.stream()
                .filter(r -> factor(r) < Double.POSITIVE_INFINITY)
                .toList();
        if (bounded.isEmpty()) {
            return Scaling.none("the dose to the spinal cord is 0");
        }
        ConstraintResult first = bounded.stream()
                .min(Comparator.comparingDouble(LargestScaling::factor))
                .orElseThrow();
        Constraint c = first.constraint();
        Metric metric = Headroom.doseAxis(c).orElseThrow();
        MetricValue v =
                measurement.measure(Objects.requireNonNull(first.structure()).structure(), metric);
        boolean inCgy = metric.unit().equals(DoseUnit.CGY.symbol());
        double limitGy = Headroom.limitGy(c);
        double mostGy = inCgy ? DoseUnit.CGY.toGy(v.upper()) : v.upper();
        double leastGy = inCgy ? DoseUnit.CGY.toGy(v.lower()) : v.lower();
        return new Scaling(factor(first), limitGy / mostGy, limitGy / leastGy, first, null);
    }

    private static double factor(ConstraintResult r) {
        return r.room().factor().orElse(Double.POSITIVE_INFINITY);
    }
}
