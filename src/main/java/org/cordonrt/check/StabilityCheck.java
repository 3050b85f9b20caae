package org.cordonrt.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.State;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.constraint.ToleranceBand;
import org.cordonrt.metric.DoseUnit;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.metric.VolumeUnit;
import org.cordonrt.plan.Structure;

/** Tests decided limits again under other conventions. */
final class StabilityCheck {
    private static final double NEAR_MAXIMUM_CC = 0.035;

    private StabilityCheck() {}

    /** Empty when no limit was decided. */
    static Optional<Stability> of(
            List<ConstraintResult> results,
            CaseModel model,
            Measurements stated,
            ModelOptions options,
            ToleranceBand band) {
        List<ConstraintResult> decided = results.stream()
                .filter(r -> r.counts() && isDecided(r.state()) && r.structure() != null)
                // A gap is judged between surfaces whatever the convention of the dose.
                .filter(r -> r.constraint().to().isEmpty())
                .toList();
        if (decided.isEmpty()) {
            return Optional.empty();
        }
        List<Convention> conventions = Convention.beside(options);
        Map<Structure, List<ConstraintResult>> byStructure = new LinkedHashMap<>();
        decided.forEach(r -> byStructure
                .computeIfAbsent(match(r).structure(), s -> new ArrayList<>())
                .add(r));
        // A structure under a convention is the piece of work.
        record Piece(Convention convention, Structure structure) {}
        List<Piece> pieces = new ArrayList<>();
        conventions.forEach(c -> byStructure.keySet().forEach(s -> pieces.add(new Piece(c, s))));
        List<List<ConstraintResult>> tested = OrderedTasks.map(
                pieces,
                model.threads(),
                p -> again(
                        Objects.requireNonNull(byStructure.get(p.structure())), p.convention(), model, stated, band));

        List<Stability.Outcome> outcomes = new ArrayList<>();
        int next = 0;
        for (Convention c : conventions) {
            State worst = State.PASS;
            List<ConstraintResult> changed = new ArrayList<>();
            for (List<ConstraintResult> before : byStructure.values()) {
                List<ConstraintResult> after = tested.get(next++);
                for (int i = 0; i < after.size(); i++) {
                    worst = worse(worst, after.get(i).state());
                    if (after.get(i).state() != before.get(i).state()) {
                        changed.add(after.get(i));
                    }
                }
            }
            outcomes.add(new Stability.Outcome(c, worst, changed));
        }
        State before = decided.stream().map(ConstraintResult::state).reduce(State.PASS, StabilityCheck::worse);
        return Optional.of(new Stability(before, outcomes));
    }

    private static StructureMatch match(ConstraintResult r) {
        return Objects.requireNonNull(r.structure());
    }

    private static boolean isDecided(State s) {
        return s == State.PASS || s == State.ACCEPTABLE || s == State.FAIL;
    }

    /** A broken limit says more than one that cannot be decided. */
    private static State worse(State a, State b) {
        List<State> order = List.of(State.PASS, State.ACCEPTABLE, State.NOT_EVALUABLE, State.FAIL);
        return order.get(Math.max(order.indexOf(a), order.indexOf(b)));
    }

    private static List<ConstraintResult> again(
            List<ConstraintResult> limits,
            Convention convention,
            CaseModel model,
            Measurements stated,
            ToleranceBand band) {
        Structure structure = match(limits.get(0)).structure();
        List<Constraint> read =
                limits.stream().map(r -> read(r.constraint(), convention)).toList();
        List<MetricValue> values;
        if (convention.nearMaximum().isPresent()) {
            values = read.stream()
                    .map(c -> stated.known(structure, c.metric())
                            .orElseGet(() -> model.measure(structure, List.of(c.metric()))
                                    .get(0)))
                    .toList();
        } else {
            List<Metric> metrics =
                    read.stream().map(Constraint::metric).distinct().toList();
            List<MetricValue> measured =
                    model.measureUnder(structure, metrics, convention.solid(), convention.endCap());
            values = read.stream()
                    .map(c -> measured.get(metrics.indexOf(c.metric())))
                    .toList();
        }
        List<ConstraintResult> after = new ArrayList<>();
        for (int i = 0; i < limits.size(); i++) {
            ConstraintResult before = limits.get(i);
            after.add(
                    read.get(i).metric().equals(before.constraint().metric())
                                    && convention.nearMaximum().isPresent()
                            ? before
                            : ConstraintResult.judge(before.setId(), read.get(i), match(before), values.get(i), band));
        }
        return after;
    }

    private static Constraint read(Constraint c, Convention convention) {
        return convention
                .nearMaximum()
                .filter(m -> isNearMaximum(c.metric()))
                .map(c::withMetric)
                .orElse(c);
    }

    private static boolean isNearMaximum(Metric m) {
        return m instanceof Metric.Statistic s && s.kind() == Metric.Statistic.Kind.MAX && s.doseUnit() == DoseUnit.GY
                || m instanceof Metric.DoseAtVolume d
                        && d.doseUnit() == DoseUnit.GY
                        && d.volumeUnit() == VolumeUnit.CC
                        && d.volume() <= NEAR_MAXIMUM_CC;
    }
}
