package org.cordonrt.dvh;

import java.util.List;
import java.util.Objects;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;

/**
 * A solid made ready for many doses on one grid: what depends on geometry alone is computed once. The model, the metrics
 * and their certified intervals are those of {@link Dvh}; both ways give intervals that hold the same true value, but not
 * the same bits.
 *
 * <p>Immutable, and may be shared by threads; each thread takes an {@link #evaluator} of its own. Memory: some hundred
 * bytes for each dose cell and contour vertex.
 *
 * <p>Max, D_v and V_d of small volumes are fast where the solid's planes are parallel to the grid, which is usual. In
 * oblique grids, and for Min, every dose costs as much as with {@link Dvh}.
 */
public final class PreparedDvh {
    private final SlabSolid solid;
    private final GridGeometry stated;

    /** The grid as the solid sees it. */
    private final GridGeometry placed;

    private final List<Metric> metrics;
    private final DvhOptions options;
    private final SampleWindow window;
    private final PreparedCells cells;

    private PreparedDvh(
            SlabSolid solid, GridGeometry stated, GridGeometry placed, List<Metric> metrics, DvhOptions options) {
        this.solid = solid;
        this.stated = stated;
        this.placed = placed;
        this.metrics = List.copyOf(metrics);
        this.options = options;
        this.window = SampleWindow.around(solid, stated, placed);
        this.cells = PreparedCells.of(solid, window, options);
    }

    /**
     * Prepares a solid.
     *
     * @param geometry of all doses to come
     * @param metrics what to compute for each of them
     * @param options width of the intervals: 0.05 Gy does for a loop that optimises, and is several times as fast as the
     *     0.01 Gy of a check
     */
    public static PreparedDvh of(SlabSolid solid, GridGeometry geometry, List<Metric> metrics, DvhOptions options) {
        return new PreparedDvh(
                Objects.requireNonNull(solid, "solid"),
                Objects.requireNonNull(geometry, "geometry"),
                geometry,
                metrics,
                Objects.requireNonNull(options, "options"));
    }

    /**
     * The same solid moved in the same grid: for doses that stay where they are while the patient moves. A dose moved the
     * other way is the same. Costs as much as preparing anew; keep one for each shift.
     */
    public PreparedDvh movedBy(Point3 mm) {
        return new PreparedDvh(solid, stated, placed.movedBy(mm.times(-1)), metrics, options);
    }

    /** What is computed, in this order. */
    public List<Metric> metrics() {
        return metrics;
    }

    /** How closely. */
    public DvhOptions options() {
        return options;
    }

    /** Volume of the solid, cc, whether covered by the grid or not. */
    public double volumeCc() {
        return solid.volumeCc();
    }

    /** Share of the volume within the hull of the sample centres, 0 to 1; below 1 no metric is evaluable. */
    public double coveredFraction() {
        return cells.ordinary().coveredFraction();
    }

    /** Computes for one dose after another without allocating; for one thread at a time. */
    public DvhEvaluator evaluator() {
        return new DvhEvaluator(this, window, cells);
    }

    /** All metrics for one dose, as objects. */
    public List<MetricValue> evaluate(DoseGrid dose) {
        DvhEvaluator e = evaluator();
        e.evaluate(dose);
        return e.values();
    }

    /**
     * Takes from a dose what this structure needs, to be summed with others.
     *
     * @throws IllegalArgumentException if it is on another grid
     */
    public LocalDose local(DoseGrid dose) {
        double[] out = new double[window.size()];
        window.copy(dose, out);
        return new LocalDose(window, out);
    }

    /** As {@link #local(DoseGrid)}, of samples in Gy; column index fastest, then row, then frame. */
    public LocalDose local(double[] doseGy) {
        double[] out = new double[window.size()];
        window.copy(doseGy, out);
        return new LocalDose(window, out);
    }

    /** As {@link #local(double[])}. */
    public LocalDose local(float[] doseGy) {
        double[] out = new double[window.size()];
        window.copy(doseGy, out);
        return new LocalDose(window, out);
    }
}
