package org.cordonrt.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.constraint.StructureSelection;
import org.cordonrt.dvh.Dvh;
import org.cordonrt.dvh.DvhOptions;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.DoseGrid;

/** Computes the near-maximum dose of the cord from fewer samples. */
final class GridAdequacyCheck {
    static final Metric NEAR_MAXIMUM = Metric.parse("D0.035cc[Gy]");
    private static final int[] STEPS = {2, 3};

    private GridAdequacyCheck() {}

    /** Empty without a cord, without a dose, and where the near-maximum dose is not known or zero. */
    static Optional<GridAdequacy> of(StructureSelection selection, CaseModel model, Measurements stated) {
        Optional<StructureMatch> cord = selection.cord();
        Optional<SlabSolid> solid = cord.flatMap(c -> model.solid(c.structure()));
        Optional<DoseGrid> dose = model.dose();
        if (solid.isEmpty() || dose.isEmpty()) {
            return Optional.empty();
        }
        MetricValue full = stated.measure(cord.get().structure(), NEAR_MAXIMUM);
        if (!full.isEvaluable() || !(full.value() > 0)) {
            return Optional.empty();
        }
        List<GridAdequacy.Coarser> coarser = new ArrayList<>();
        for (int step : STEPS) {
            coarser.add(coarser(solid.get(), dose.get(), step, full.value(), model.threads()));
        }
        return Optional.of(
                new GridAdequacy(cord.get(), full, dose.get().geometry().widestSpacingMm(), coarser));
    }

    static Optional<Issue> finding(GridAdequacy g) {
        if (!(g.largestPercent() > GridAdequacy.WARN_PERCENT)) {
            return Optional.empty();
        }
        return Optional.of(Issue.of(
                IssueCode.DOSE_GRID_COARSE,
                "'" + g.match().structure().name() + "': D0.035cc moves by "
                        + String.format(Locale.ROOT, "%.1f", g.largestPercent())
                        + " % when samples of the dose grid are left out, so its spacing of "
                        + String.format(Locale.ROOT, "%.3g", g.spacingMm())
                        + " mm may matter; in 50 spine plans a grid of 2.5 mm instead of 1 mm raised cord D0.03cc by"
                        + " 10 % on average (Chin Snyder 2017, PMC5658825): compute the dose on a finer grid"));
    }

    private static GridAdequacy.Coarser coarser(SlabSolid solid, DoseGrid dose, int step, double fullGy, int threads) {
        List<Optional<Double>> values = OrderedTasks.map(
                IntStream.range(0, step).boxed().toList(), threads, first -> nearMaximum(solid, dose, step, first));
        double[] percent = values.stream()
                .flatMap(Optional::stream)
                .mapToDouble(v -> 100 * (v / fullGy - 1))
                .sorted()
                .toArray();
        if (percent.length == 0) {
            return new GridAdequacy.Coarser(
                    step,
                    Double.NaN,
                    Double.NaN,
                    "the cord leaves the grid of every " + (step == 2 ? "2nd" : "3rd") + " sample");
        }
        return new GridAdequacy.Coarser(step, percent[0], percent[percent.length - 1], null);
    }

    private static Optional<Double> nearMaximum(SlabSolid solid, DoseGrid dose, int step, int first) {
        return SparseGrid.around(solid, dose, step, first)
                .map(sparse -> Dvh.of(solid, sparse, DvhOptions.defaults())
                        .evaluate(List.of(NEAR_MAXIMUM))
                        .get(0))
                .filter(MetricValue::isEvaluable)
                .map(MetricValue::value);
    }
}
