package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cordonrt.metric.DoseUnit;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.metric.VolumeUnit;
import org.cordonrt.plan.DoseGrid;
import org.jspecify.annotations.Nullable;

/** Computes several metrics of one covered solid together, so that its cells are walked few times. */
final class MetricEvaluation {
    private static final double MM3_PER_CC = 1000;

    /** A volume this near to the whole, relative, is the whole: D100% is the minimum, whatever rounding says. */
    private static final double WHOLE_ROUNDING = 1e-9;

    /** A range that does not shrink to this share of itself is as narrow as whole cells can make it. */
    private static final double NARROWER = 0.8;

    /** Least margin around a guess of a D_v; the same for every tolerance. */
    private static final double LIKELY_MARGIN_GY = 0.04;

    /** Number of cells to save that makes it worth to guess. */
    private static final double WORTH = 2000;

    private final SolidCells cells;
    private final DoseGrid dose;
    private final DvhOptions options;
    private final double volumeMm3;
    private final DoseSurvey survey;
    private final double roundingGy;
    private final ExtremeSearch largestSearch;
    private final ExtremeSearch smallestSearch;
    private @Nullable Extreme largest;
    private @Nullable Extreme smallest;

    MetricEvaluation(SolidCells cells, GridAxes axes, DoseGrid dose, DvhOptions options, double volumeMm3) {
        this.cells = cells;
        this.dose = dose;
        this.options = options;
        this.volumeMm3 = volumeMm3;
        this.survey = DoseSurvey.of(cells, dose);
        this.largestSearch = new ExtremeSearch(cells, axes, true, options.maxPieces());
        this.smallestSearch = new ExtremeSearch(cells, axes, false, options.maxPieces());
        this.roundingGy =
                Dvh.roundingGy(Math.max(Math.abs(survey.largestCornerGy()), Math.abs(survey.smallestCornerGy())));
    }

    List<MetricValue> evaluate(List<Metric> metrics) {
        List<Straddlers.@Nullable Range> ranges = new ArrayList<>();
        for (Metric m : metrics) {
            ranges.add(rangeOf(m));
        }
        List<Straddlers.Range> needed = ranges.stream().filter(Objects::nonNull).toList();
        List<CellSink> sinks = new ArrayList<>();
        if (!needed.isEmpty()) {
            sinks.add(new Straddlers(needed, options.maxPieces()));
        }
        if (metrics.stream().anyMatch(m -> isStatistic(m, Metric.Statistic.Kind.MAX))) {
            sinks.add(largestSearch);
        }
        if (metrics.stream().anyMatch(m -> isStatistic(m, Metric.Statistic.Kind.MIN) || isMinimum(m))) {
            sinks.add(smallestSearch);
        }
        if (!sinks.isEmpty()) {
            cells.walk(dose, new SinkGroup(sinks));
        }
        List<MetricValue> values = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            values.add(evaluate(metrics.get(i), ranges.get(i)));
        }
        return values;
    }

    private static boolean isStatistic(Metric metric, Metric.Statistic.Kind kind) {
        return metric instanceof Metric.Statistic m && m.kind() == kind;
    }

    private boolean isMinimum(Metric metric) {
        return metric instanceof Metric.DoseAtVolume m && isWhole(mm3Of(m));
    }

    /** Where to look for a metric's answer; null for metrics that need no cells that straddle anything. */
    private Straddlers.@Nullable Range rangeOf(Metric metric) {
        if (metric instanceof Metric.DoseAtVolume m && !isWhole(mm3Of(m))) {
            double[] sure = survey.bracket(mm3Of(m));
            double[] likely = survey.likely(mm3Of(m), LIKELY_MARGIN_GY);
            return survey.straddling(sure) - survey.straddling(likely) > WORTH
                    ? new Straddlers.Range(likely[0], likely[1], false)
                    : new Straddlers.Range(sure[0], sure[1], true);
        }
        if (metric instanceof Metric.VolumeAtDose m) {
            return new Straddlers.Range(m.doseGy() - roundingGy, m.doseGy() + roundingGy, true);
        }
        return null;
    }

    /** What refines a D_v: in the range that it was looked for in, if that holds it and few cells; else in a surer one. */
    private Refinement refinement(Straddlers.Range range, double mm3) {
        Straddlers.Range sure = range;
        if (!range.isSure) {
            Refinement likely = new Refinement(range, options, roundingGy);
            if (!range.overflows() && likely.holds(mm3)) {
                return likely;
            }
            double[] bracket = survey.bracket(mm3);
            sure = new Straddlers.Range(bracket[0], bracket[1], true);
            cells.walk(dose, new Straddlers(List.of(sure), options.maxPieces()));
        }
        return new Refinement(narrowed(sure, mm3), options, roundingGy);
    }

    /** A range in which so few cells straddle that all of them are kept, if that can be had. */
    private Straddlers.Range narrowed(Straddlers.Range range, double mm3) {
        Straddlers.Range now = range;
        while (now.overflows() && now.highGy - now.lowGy > options.toleranceGy()) {
            Narrowing narrowing = new Narrowing(now.lowGy, now.highGy);
            cells.walk(dose, narrowing);
            double[] bracket = narrowing.range(mm3);
            if (bracket[1] - bracket[0] > NARROWER * (now.highGy - now.lowGy)) {
                return now;
            }
            now = new Straddlers.Range(bracket[0], bracket[1], true);
            cells.walk(dose, new Straddlers(List.of(now), options.maxPieces()));
        }
        return now;
    }

    private double mm3Of(Metric.DoseAtVolume m) {
        return m.volumeUnit() == VolumeUnit.CC ? m.volume() * MM3_PER_CC : m.volume() / 100 * volumeMm3;
    }

    private boolean isWhole(double mm3) {
        return mm3 >= volumeMm3 * (1 - WHOLE_ROUNDING);
    }

    private MetricValue evaluate(Metric metric, Straddlers.@Nullable Range range) {
        if (metric instanceof Metric.Statistic m) {
            return switch (m.kind()) {
                case MAX -> extreme(m, m.doseUnit(), largest(), null);
                case MIN -> extreme(m, m.doseUnit(), smallest(), null);
                case MEAN -> mean(m);
            };
        }
        if (metric instanceof Metric.DoseAtVolume m) {
            return doseAtVolume(m, range);
        }
        return volumeAtDose((Metric.VolumeAtDose) metric, Objects.requireNonNull(range));
    }

    private Extreme largest() {
        if (largest == null) {
            largest = largestSearch.finish(roundingGy);
        }
        return largest;
    }

    private Extreme smallest() {
        if (smallest == null) {
            smallest = smallestSearch.finish(roundingGy);
        }
        return smallest;
    }

    private static MetricValue extreme(Metric metric, DoseUnit unit, Extreme e, @Nullable String note) {
        Certified gy = e.gy();
        return new MetricValue(
                metric,
                unit.fromGy(gy.value()),
                unit.fromGy(gy.lower()),
                unit.fromGy(gy.upper()),
                e.locationMm(),
                null,
                note != null ? note : boundedNote(gy));
    }

    private MetricValue mean(Metric.Statistic m) {
        double gy = survey.meanGy();
        return MetricValue.of(
                m,
                m.doseUnit().fromGy(gy),
                m.doseUnit().fromGy(gy - roundingGy),
                m.doseUnit().fromGy(gy + roundingGy));
    }

    private MetricValue doseAtVolume(Metric.DoseAtVolume m, Straddlers.@Nullable Range range) {
        double mm3 = mm3Of(m);
        if (isWhole(mm3)) {
            boolean exceeds = mm3 > volumeMm3 * (1 + WHOLE_ROUNDING);
            String note = exceeds
                    ? "the structure has only " + Math.round(volumeMm3 * 1000) / 1e6
                            + " cc, so this is its minimum dose"
                    : null;
            return extreme(m, m.doseUnit(), smallest(), note);
        }
        // No dose lies beyond the corners of the cells, so neither does a bound.
        Certified gy = refinement(Objects.requireNonNull(range), mm3)
                .doseAt(mm3, survey.guess(mm3))
                .clamped(survey.smallestCornerGy(), survey.largestCornerGy());
        return new MetricValue(
                m,
                m.doseUnit().fromGy(gy.value()),
                m.doseUnit().fromGy(gy.lower()),
                m.doseUnit().fromGy(gy.upper()),
                null,
                null,
                boundedNote(gy));
    }

    private MetricValue volumeAtDose(Metric.VolumeAtDose m, Straddlers.Range range) {
        return volume(m, new Refinement(range, options, roundingGy).volumeAt(m.doseGy()), volumeMm3);
    }

    /** A volume of a solid of {@code volumeMm3} as the metric's value. */
    static MetricValue volume(Metric.VolumeAtDose m, Certified mm3, double volumeMm3) {
        double value = mm3.value();
        double lower = mm3.lower();
        double upper = Math.min(mm3.upper(), volumeMm3);
        if (m.complement()) {
            value = volumeMm3 - mm3.value();
            lower = volumeMm3 - upper;
            upper = volumeMm3 - mm3.lower();
        }
        double unit = m.volumeUnit() == VolumeUnit.CC ? 1 / MM3_PER_CC : 100 / volumeMm3;
        Certified scaled = Certified.within(
                Math.max(0, value * unit), Math.max(0, lower * unit), Math.max(0, upper * unit), mm3.isBounded());
        return new MetricValue(m, scaled.value(), scaled.lower(), scaled.upper(), null, null, boundedNote(scaled));
    }

    private static @Nullable String boundedNote(Certified c) {
        return c.isBounded() ? "the work bound was reached; the interval is wider than the tolerance" : null;
    }
}
