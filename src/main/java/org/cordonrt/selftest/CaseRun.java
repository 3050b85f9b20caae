package org.cordonrt.selftest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.Curve;
import org.cordonrt.check.DoseVolumes;
import org.cordonrt.check.ModelOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.issue.CordonException;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.phantom.analytic.AnalyticCase;
import org.cordonrt.phantom.analytic.AnalyticPhantom;
import org.cordonrt.phantom.analytic.CurveTruth;
import org.cordonrt.phantom.analytic.Truth;
import org.cordonrt.plan.TreatmentCase;
import org.jspecify.annotations.Nullable;

/** One case from its making to its comparisons. */
final class CaseRun {
    private static final String NO_CURVE = "there is no histogram";
    private static final String NOT_MEASURED = "the structure was not measured";

    private final AnalyticCase definition;
    private final Function<Path, TreatmentCase> reader;

    CaseRun(AnalyticCase definition, Function<Path, TreatmentCase> reader) {
        this.definition = definition;
        this.reader = reader;
    }

    List<Comparison> compare() {
        AnalyticPhantom phantom = definition.make();
        try {
            return compare(phantom, throughFiles(phantom));
        } catch (CordonException e) {
            // A phantom that is refused is a failed test with a reason, not the end of all others.
            return missing(phantom, e.getMessage());
        }
    }

    private TreatmentCase throughFiles(AnalyticPhantom phantom) {
        try (Scratch scratch = Scratch.make()) {
            phantom.write(scratch.folder());
            return reader.apply(scratch.folder());
        }
    }

    private List<Comparison> compare(AnalyticPhantom phantom, TreatmentCase plan) {
        List<Comparison> comparisons = new ArrayList<>();
        for (SolidModel solid : SolidModel.values()) {
            List<Truth> truths =
                    phantom.truths().stream().filter(t -> applies(t, solid)).toList();
            if (!truths.isEmpty()) {
                List<CurveTruth> curves = solid == SolidModel.SLAB ? phantom.curves() : List.of();
                Map<String, AssessedStructure> measured = measure(plan, truths, curves, solid);
                List<Comparison> found = truths.stream()
                        .map(t -> compare(t, solid, measured.get(t.structure())))
                        .toList();
                comparisons.addAll(found);
                curves.forEach(c -> comparisons.add(compare(c, measured.get(c.structure()))));
                comparisons.addAll(Conformity.of(definition, found));
            }
        }
        return comparisons;
    }

    /** Slabs have a truth of their own; both solids stand for the ideal shape. */
    private static boolean applies(Truth truth, SolidModel solid) {
        return solid == SolidModel.SLAB || truth.basis() == Truth.Basis.IDEAL_SHAPE;
    }

    private static Map<String, AssessedStructure> measure(
            TreatmentCase plan, List<Truth> truths, List<CurveTruth> curves, SolidModel solid) {
        List<Metric> metrics =
                truths.stream().flatMap(t -> t.metric().stream()).distinct().toList();
        OptionalDouble binGy = curves.stream().mapToDouble(CurveTruth::binGy).findFirst();
        DoseVolumes.Request request = new DoseVolumes.Request(List.of(), metrics, true, binGy);
        ModelOptions options =
                ModelOptions.defaults().withThreads(1).withSolid(solid).withToleranceGy(Limits.TOLERANCE_GY);
        Map<String, AssessedStructure> measured = new HashMap<>();
        for (AssessedStructure s : PlanCheck.doseVolumes(plan, request, options).structures()) {
            measured.put(s.name(), s);
        }
        return measured;
    }

    private Comparison compare(Truth truth, SolidModel solid, @Nullable AssessedStructure found) {
        if (found == null) {
            return missing(truth, solid, NOT_MEASURED);
        }
        if (found.volumeCc().isEmpty()) {
            return missing(truth, solid, String.valueOf(found.reason()));
        }
        if (truth.metric().isEmpty()) {
            return comparison(truth, solid, found.volumeCc().getAsDouble(), Double.NaN, Double.NaN, null);
        }
        Metric metric = truth.metric().get();
        MetricValue m = found.metrics().stream()
                .filter(v -> v.metric().equals(metric))
                .findFirst()
                .orElseThrow();
        return comparison(truth, solid, m.value(), m.lower(), m.upper(), m.notEvaluable());
    }

    /** At the dose where it is off most. */
    private Comparison compare(CurveTruth truth, @Nullable AssessedStructure found) {
        if (found == null || found.curve().isEmpty()) {
            return curve(truth, 0, Double.NaN, found == null ? NOT_MEASURED : NO_CURVE);
        }
        Curve curve = found.curve().get();
        int worst = 0;
        double largest = -1;
        for (int i = 0; i < Math.max(curve.size(), truth.size()); i++) {
            double off = Math.abs(at(curve, i) - truth.volumeCc(i));
            if (!(off <= largest)) {
                largest = off;
                worst = i;
            }
        }
        return curve(truth, worst, at(curve, worst), null);
    }

    private static double at(Curve curve, int i) {
        return i < curve.size() ? curve.volumeCc(i) : 0;
    }

    private Comparison curve(CurveTruth truth, int at, double value, @Nullable String reason) {
        return new Comparison(
                definition.family(),
                definition.name(),
                truth.structure(),
                SolidModel.SLAB,
                Truth.Basis.CONTOUR_SLABS,
                Quantity.CURVE,
                "Curve[cc]",
                "cc",
                truth.volumeCc(at),
                value,
                Double.NaN,
                Double.NaN,
                100 * (value - truth.volumeCc(at)) / truth.volumeCc(0),
                true,
                Limits.of(definition.family(), Truth.Basis.CONTOUR_SLABS, Quantity.CURVE),
                reason);
    }

    private List<Comparison> missing(AnalyticPhantom phantom, String reason) {
        List<Comparison> missing = new ArrayList<>();
        phantom.truths().forEach(t -> missing.add(missing(t, SolidModel.SLAB, reason)));
        phantom.curves().forEach(c -> missing.add(curve(c, 0, Double.NaN, reason)));
        return missing;
    }

    private Comparison missing(Truth truth, SolidModel solid, String reason) {
        return comparison(truth, solid, Double.NaN, Double.NaN, Double.NaN, reason);
    }

    private Comparison comparison(
            Truth truth, SolidModel solid, double value, double lower, double upper, @Nullable String reason) {
        Quantity quantity = Quantity.of(truth.metric());
        boolean relative = Limits.isRelative(definition.family(), truth.basis(), quantity);
        return new Comparison(
                definition.family(),
                definition.name(),
                truth.structure(),
                solid,
                truth.basis(),
                quantity,
                truth.quantity(),
                truth.unit(),
                truth.value(),
                value,
                lower,
                upper,
                relative ? percent(value, truth.value()) : value - truth.value(),
                relative,
                Limits.of(definition.family(), truth.basis(), quantity),
                reason);
    }

    /** Of nothing, nothing is exact, and anything else is infinitely far off. */
    private static double percent(double value, double truth) {
        return value == truth ? 0 : 100 * (value / truth - 1);
    }
}
