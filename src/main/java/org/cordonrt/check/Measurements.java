package org.cordonrt.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.cordonrt.constraint.Measurement;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.Structure;

/** All metrics that a check needs, measured in one go and in parallel. Not thread-safe. */
final class Measurements implements Measurement {
    private final CaseModel model;
    private final Map<Integer, Set<Metric>> wanted;
    private final Map<Integer, Map<Metric, MetricValue>> values = new HashMap<>();

    /**
     * @param used the structures to measure
     * @param wanted what to measure on each, by ROI number
     * @param beside what else will be asked for, by ROI number
     */
    Measurements(
            CaseModel model, List<Structure> used, Map<Integer, Set<Metric>> wanted, Map<Integer, Set<Metric>> beside) {
        this.model = model;
        this.wanted = wanted;
        List<List<MetricValue>> measured = OrderedTasks.map(used, model.threads(), s -> {
            Set<Metric> all = new LinkedHashSet<>(wanted.getOrDefault(s.roiNumber(), Set.of()));
            all.addAll(beside.getOrDefault(s.roiNumber(), Set.of()));
            return model.measure(s, List.copyOf(all));
        });
        for (int i = 0; i < used.size(); i++) {
            Map<Metric, MetricValue> byMetric = new LinkedHashMap<>();
            measured.get(i).forEach(v -> byMetric.put(v.metric(), v));
            values.put(used.get(i).roiNumber(), byMetric);
        }
    }

    @Override
    public MetricValue measure(Structure structure, Metric metric) {
        return values.getOrDefault(structure.roiNumber(), new HashMap<>())
                .computeIfAbsent(
                        metric, m -> model.measure(structure, List.of(m)).get(0));
    }

    @Override
    public OptionalDouble volumeCc(Structure structure) {
        return model.solid(structure)
                .map(SlabSolid::volumeCc)
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }

    /** What was measured already; changes nothing, so that it may be asked from several threads. */
    Optional<MetricValue> known(Structure structure, Metric metric) {
        return Optional.ofNullable(
                values.getOrDefault(structure.roiNumber(), Map.of()).get(metric));
    }

    /** What was measured on a structure, in the order asked. */
    List<MetricValue> of(Structure structure) {
        Set<Metric> asked = wanted.getOrDefault(structure.roiNumber(), Set.of());
        return values.getOrDefault(structure.roiNumber(), Map.of()).values().stream()
                .filter(v -> asked.contains(v.metric()))
                .toList();
    }
}
