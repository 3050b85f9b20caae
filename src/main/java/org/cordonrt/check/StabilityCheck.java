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
        Map<Integer, List<ConstraintResult>> byRoi = new LinkedHashMap<>();
        decided.forEach(r -> byRoi.computeIfAbsent(match(r).structure().roiNumber(), roi -> new ArrayList<>())
                .add(r));
        // The limits on a structure under a convention are the piece of work.
        record Piece(Convention convention, List<ConstraintResult> limits) {}
        List<Piece> pieces = new ArrayList<>();
        conventions.forEach(c -> byRoi.values().forEach(limits -> pieces.add(new Piece(c, limits))));
        List<List<ConstraintResult>> tested =
                OrderedTasks.map(pieces, model.threads(), p -> again(p.limits(), p.convention(), model, stated, band));

        List<Stability.Outcome> outcomes = new ArrayList<>();
        int next = 0;
        for (Convention c : conventions) {
            State worst = State.PASS;
            List<ConstraintResult> changed = new ArrayList<>();
            for (List<ConstraintResult> before : byRoi.values()) {
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
        if (convention.nearMaximum().isEmpty()) {
            return againUnder(limits, read, convention, structure, model, band);
        }
        List<ConstraintResult> after = new ArrayList<>();
        for (int i = 0; i < limits.size(); i++) {
            ConstraintResult before = limits.get(i);
            Constraint c = read.get(i);
            if (c.metric().equals(before.constraint().metric())) {
                after.add(before);
                continue;
            }
            MetricValue value = stated.known(structure, c.metric())
                    .orElseGet(
                            () -> model.measure(structure, List.of(c.metric())).get(0));
            after.add(ConstraintResult.judge(before.setId(), c, match(before), value, band));
        }
        return after;
    }

    /**
     * Under another solid. Most limits are far away, and then a wide interval decides as well as a narrow one: what it
     * decides as before needs no closer look.
     */
    private static List<ConstraintResult> againUnder(
            List<ConstraintResult> limits,
            List<Constraint> read,
            Convention convention,
            Structure structure,
            CaseModel model,
            ToleranceBand band) {
        CaseModel.Variant variant = model.under(structure, convention.solid(), convention.endCap());
        List<ConstraintResult> after = new ArrayList<>(limits);
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < limits.size(); i++) {
            open.add(i);
        }
        for (double toleranceGy : variant.tolerancesGy()) {
            List<Metric> metrics =
                    open.stream().map(i -> read.get(i).metric()).distinct().toList();
            List<MetricValue> values = variant.measure(metrics, toleranceGy);
            boolean last = toleranceGy == variant.statedToleranceGy();
            List<Integer> stillOpen = new ArrayList<>();
            for (int i : open) {
                ConstraintResult before = limits.get(i);
                Constraint c = read.get(i);
                MetricValue value = values.get(metrics.indexOf(c.metric()));
                if (last || !value.isEvaluable()) {
                    after.set(i, ConstraintResult.judge(before.setId(), c, match(before), value, band));
                } else if (!isSurely(before, c, value, band)) {
                    stillOpen.add(i);
                }
            }
            open = stillOpen;
            if (open.isEmpty()) {
                break;
            }
        }
        return after;
    }

    /** Whether every value of the interval has the state of before: at both ends it has, and states follow the value. */
    private static boolean isSurely(ConstraintResult before, Constraint c, MetricValue value, ToleranceBand band) {
        return List.of(value.lower(), value.upper()).stream()
                .map(v -> ConstraintResult.judge(
                        before.setId(), c, match(before), MetricValue.of(c.metric(), v, v, v), band))
                .allMatch(r -> r.state() == before.state());
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
