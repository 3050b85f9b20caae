package org.cordonrt.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.cordonrt.check.StoredComparison.Compared;
import org.cordonrt.check.StoredComparison.Explanation;
import org.cordonrt.check.StoredComparison.Outcome;
import org.cordonrt.check.StoredComparison.Row;
import org.cordonrt.check.StoredComparison.Tolerance;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.metric.DoseUnit;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.metric.VolumeUnit;
import org.cordonrt.plan.StoredDvh;
import org.cordonrt.plan.Structure;

/** Sets one structure's stored DVH beside Cordon's numbers, under the stated convention and, where needed, others. */
final class StoredComparisonCheck {
    private static final String VOLUME = "Volume[cc]";
    private static final double[] NEAR_MAXIMUM_CC = {0.03, 0.035};
    private static final double[] PERCENT = {2, 50, 95, 98};

    private final CaseModel model;
    private final ModelOptions options;
    private final Tolerance tolerance;

    StoredComparisonCheck(CaseModel model, ModelOptions options, Tolerance tolerance) {
        this.model = model;
        this.options = options;
        this.tolerance = tolerance;
    }

    /** @param stored empty when the planning system stored none for this structure */
    Compared compare(StructureMatch match, Optional<StoredDvh> stored) {
        Structure s = match.structure();
        if (stored.isEmpty()) {
            return new Compared(match, List.of(), "the dose file holds no DVH of it");
        }
        if (!match.isDrawn()) {
            return new Compared(match, List.of(), "it has no closed contour");
        }
        if (model.refusal(s).isPresent()) {
            return new Compared(match, List.of(), model.refusal(s).orElseThrow().getMessage());
        }
        if (model.coveredFraction(s).orElse(0) < 1) {
            return new Compared(match, List.of(), "part of it lies outside the dose grid");
        }
        return new Compared(match, rows(s, stored.get()), null);
    }

    private List<Row> rows(Structure s, StoredDvh stored) {
        StoredCurve curve = new StoredCurve(stored);
        Map<Metric, Double> theirs = new LinkedHashMap<>();
        put(theirs, "Max[Gy]", stored.maxGy());
        for (double cc : NEAR_MAXIMUM_CC) {
            put(theirs, new Metric.DoseAtVolume(cc, VolumeUnit.CC, DoseUnit.GY), curve.doseAtGy(cc));
        }
        for (double percent : PERCENT) {
            put(
                    theirs,
                    new Metric.DoseAtVolume(percent, VolumeUnit.PERCENT, DoseUnit.GY),
                    curve.doseAtGy(percent / 100 * curve.totalCc()));
        }
        put(theirs, "Mean[Gy]", stored.meanGy());
        put(theirs, "Min[Gy]", stored.minGy());

        List<Metric> metrics = List.copyOf(theirs.keySet());
        List<Double> storedValues = List.copyOf(theirs.values());
        List<MetricValue> ours = model.measure(s, metrics);
        Others others = new Others(s, metrics);
        List<Row> rows = new ArrayList<>();
        double volume = model.solid(s).orElseThrow().volumeCc();
        double allowedCc = tolerance.percent() / 100 * curve.totalCc();
        rows.add(row(VOLUME, "cc", curve.totalCc(), volume, volume, volume, allowedCc, others::volume));
        for (int i = 0; i < metrics.size(); i++) {
            MetricValue v = ours.get(i);
            if (!v.isEvaluable()) {
                continue;
            }
            double their = storedValues.get(i);
            double step = metrics.get(i) instanceof Metric.DoseAtVolume ? curve.stepGy() : 0;
            double allowed = Math.max(tolerance.percent() / 100 * Math.abs(their), Math.max(tolerance.doseGy(), step));
            int index = i;
            rows.add(row(
                    metrics.get(i).expression(),
                    "Gy",
                    their,
                    v.value(),
                    v.lower(),
                    v.upper(),
                    allowed,
                    c -> others.metric(c, index)));
        }
        return rows;
    }

    private static void put(Map<Metric, Double> to, String expression, OptionalDouble value) {
        value.ifPresent(v -> to.put(Metric.parse(expression), v));
    }

    private static void put(Map<Metric, Double> to, Metric metric, double value) {
        if (!Double.isNaN(value)) {
            to.put(metric, value);
        }
    }

    private Row row(
            String what,
            String unit,
            double stored,
            double value,
            double lower,
            double upper,
            double allowed,
            ToDoubleFunction<Convention> under) {
        if (Math.abs(value - stored) <= allowed) {
            return new Row(what, unit, stored, value, lower, upper, allowed, Outcome.AGREES, Optional.empty());
        }
        Optional<Explanation> best = Convention.beside(options).stream()
                .filter(c -> c.nearMaximum().isEmpty())
                .map(c -> new Explanation(c, under.applyAsDouble(c)))
                .filter(e -> Math.abs(e.value() - stored) <= allowed)
                .min((a, b) -> Double.compare(Math.abs(a.value() - stored), Math.abs(b.value() - stored)));
        Outcome outcome = best.isPresent() ? Outcome.EXPLAINED : Outcome.DIFFERS;
        return new Row(what, unit, stored, value, lower, upper, allowed, outcome, best);
    }

    /** Numbers under other conventions, computed when a difference asks for them. */
    private final class Others {
        private final Structure structure;
        private final List<Metric> metrics;
        private final Map<Convention, List<MetricValue>> known = new HashMap<>();

        Others(Structure structure, List<Metric> metrics) {
            this.structure = structure;
            this.metrics = metrics;
        }

        double volume(Convention c) {
            return model.solid(structure)
                    .orElseThrow()
                    .under(c.solid(), c.endCap())
                    .volumeCc();
        }

        double metric(Convention c, int index) {
            MetricValue v = known.computeIfAbsent(
                            c,
                            k -> model.under(structure, k.solid(), k.endCap()).measure(metrics))
                    .get(index);
            return v.value();
        }
    }

    /** The structures to compare: those that have a stored DVH. */
    static List<StructureMatch> withStored(List<StructureMatch> all, List<StoredDvh> stored) {
        return all.stream()
                .filter(m -> stored.stream()
                        .anyMatch(d -> d.roiNumber() == m.structure().roiNumber()))
                .toList();
    }

    static Stream<StoredDvh> of(StructureMatch match, List<StoredDvh> stored) {
        return stored.stream().filter(d -> d.roiNumber() == match.structure().roiNumber());
    }
}
