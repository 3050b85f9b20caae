package org.cordonrt.dvh;

import java.util.List;
import java.util.Objects;
import org.cordonrt.Internal;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.metric.DoseUnit;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.metric.VolumeUnit;
import org.cordonrt.plan.DoseGrid;

/**
 * The dose in one solid. Metrics and curves hold for the stated model: the solid as its slabs say, the dose trilinear
 * between samples and unknown outside the hull of the sample centres. A solid that is not wholly within the hull has no
 * metrics, only the share that is covered.
 *
 * <p>Immutable and thread-safe; the solid is cut by the dose cells once, at construction.
 */
public final class Dvh {
    private static final double MM3_PER_CC = 1000;

    /** Shares of the volume outside the grid below this are rounding of coordinates. */
    private static final double COVERAGE_ROUNDING = 1e-9;

    /** Relative rounding of interpolated doses, generously. */
    private static final double DOSE_ROUNDING = 1e-12;

    private final GridAxes axes;
    private final SolidCells cells;
    private final DoseGrid dose;
    private final DvhOptions options;
    private final double volumeMm3;
    private final double coveredFraction;

    private Dvh(SlabSolid solid, DoseGrid dose, DvhOptions options) {
        this.dose = dose;
        this.options = options;
        this.axes = new GridAxes(dose.geometry(), solid.frame());
        this.cells = SolidCells.of(solid, axes);
        this.volumeMm3 = solid.volumeCc() * MM3_PER_CC;
        double share = cells.coveredMm3() / volumeMm3;
        this.coveredFraction = share > 1 - COVERAGE_ROUNDING ? 1 : share;
    }

    private Dvh(Dvh other, DoseGrid dose) {
        this.dose = dose;
        this.options = other.options;
        this.axes = other.axes;
        this.cells = other.cells;
        this.volumeMm3 = other.volumeMm3;
        this.coveredFraction = other.coveredFraction;
    }

    /** The same solid with another dose on the same grid; nothing is cut again. */
    Dvh withDose(DoseGrid other) {
        return new Dvh(this, other);
    }

    /** The dose in a solid. */
    public static Dvh of(SlabSolid solid, DoseGrid dose, DvhOptions options) {
        return new Dvh(
                Objects.requireNonNull(solid, "solid"),
                Objects.requireNonNull(dose, "dose"),
                Objects.requireNonNull(options, "options"));
    }

    /** Volume of the solid, cc, whether covered or not. */
    public double volumeCc() {
        return volumeMm3 / MM3_PER_CC;
    }

    /** Share of the volume that lies within the hull of the sample centres, 0 to 1; exactly 1 when all of it does. */
    public double coveredFraction() {
        return coveredFraction;
    }

    /** Whether the dose is known everywhere in the solid. */
    public boolean isCovered() {
        return coveredFraction == 1;
    }

    /** One metric; see {@link #evaluate(List)}. */
    public MetricValue evaluate(Metric metric) {
        return evaluate(List.of(metric)).get(0);
    }

    /**
     * Metrics in the order asked. Each has an interval that holds the true value for the stated model, at most the
     * tolerance wide unless its note says otherwise; when the solid is not covered it is not evaluable, with the reason.
     */
    public List<MetricValue> evaluate(List<Metric> metrics) {
        return evaluate(metrics, options.toleranceGy());
    }

    /** As {@link #evaluate(List)}, to another tolerance, Gy, above 0: a wider one may do for a limit that is far away. */
    public List<MetricValue> evaluate(List<Metric> metrics, double toleranceGy) {
        if (!isCovered()) {
            String reason = notCoveredReason();
            return metrics.stream()
                    .map(m -> MetricValue.notEvaluable(m, reason))
                    .toList();
        }
        return new MetricEvaluation(cells, axes, dose, options.withToleranceGy(toleranceGy), volumeMm3)
                .evaluate(metrics);
    }

    /**
     * The volume that receives a dose, no more closely than asked: for work that asks whether it is more or less than
     * another. Not evaluable when the solid is not covered.
     *
     * @param doseGy the dose
     * @param widthCc the interval is no wider unless its note says so, cc, above 0
     */
    @Internal
    public MetricValue volumeAt(double doseGy, double widthCc) {
        Metric.VolumeAtDose metric = new Metric.VolumeAtDose(doseGy, DoseUnit.GY, VolumeUnit.CC, false);
        if (!isCovered()) {
            return MetricValue.notEvaluable(metric, notCoveredReason());
        }
        double[] range = cells.doseRange(dose);
        double rounding = roundingGy(Math.max(Math.abs(range[0]), Math.abs(range[1])));
        Straddlers.Range around = new Straddlers.Range(doseGy - rounding, doseGy + rounding, true);
        cells.walk(dose, new Straddlers(List.of(around), options.maxPieces()));
        return MetricEvaluation.volume(
                metric, new Refinement(around, options, rounding).volumeAt(doseGy, widthCc * MM3_PER_CC), volumeMm3);
    }

    private String notCoveredReason() {
        double outside = 100 * (1 - coveredFraction);
        String percent = outside < 0.01 ? "less than 0.01" : String.valueOf(Math.round(outside * 100) / 100.0);
        return percent + " % of the structure's volume lies outside the dose grid";
    }

    /**
     * The cumulative curve at 0, {@code binGy}, 2 {@code binGy}, ... up to above the largest dose, of the covered part
     * of the solid.
     *
     * @param binGy distance of the doses, Gy, above 0
     * @throws IllegalArgumentException if the bin is not positive or makes more than a million points
     */
    public DvhCurve curve(double binGy) {
        return curve(binGy, options.toleranceGy());
    }

    /**
     * As {@link #curve(double)}, with an envelope of another width: a picture needs less than a metric.
     *
     * @param toleranceGy the dose by which a volume's interval may be off, Gy, above 0
     */
    public DvhCurve curve(double binGy, double toleranceGy) {
        if (!(toleranceGy > 0)) {
            throw new IllegalArgumentException("a tolerance of " + toleranceGy + " Gy");
        }
        if (!(binGy > 0)) {
            throw new IllegalArgumentException("a bin of " + binGy + " Gy");
        }
        double max = cells.coveredMm3() > 0 ? CornerRange.of(cells, dose).maxGy() : 0;
        if (max / binGy > 1e6) {
            throw new IllegalArgumentException("bins of " + binGy + " Gy make too many points up to " + max + " Gy");
        }
        CurveBuilder builder = new CurveBuilder(binGy, max, toleranceGy);
        cells.walk(dose, builder);
        return builder.build();
    }

    static double roundingGy(double largestGy) {
        return DOSE_ROUNDING * Math.max(1, Math.abs(largestGy));
    }
}
