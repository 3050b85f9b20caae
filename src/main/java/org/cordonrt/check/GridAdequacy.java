package org.cordonrt.check;

import java.util.List;
import java.util.Objects;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.metric.MetricValue;
import org.jspecify.annotations.Nullable;

/**
 * How the near-maximum dose of the cord depends on the spacing of the dose grid: it is computed again from every second
 * and every third sample. A coarser grid can only show that spacing matters, not what a finer one would give. Immutable.
 *
 * @param match the cord
 * @param stated the near-maximum dose from all samples
 * @param spacingMm largest distance of neighbouring samples where the cord lies, mm
 * @param coarser what fewer samples give
 */
public record GridAdequacy(StructureMatch match, MetricValue stated, double spacingMm, List<Coarser> coarser) {
    /** A larger change is worth a warning, percent. */
    public static final double WARN_PERCENT = 2;

    public GridAdequacy {
        Objects.requireNonNull(match, "match");
        Objects.requireNonNull(stated, "stated");
        coarser = List.copyOf(coarser);
    }

    /** Largest change of all, percent of the stated dose; 0 when nothing could be compared. */
    public double largestPercent() {
        return coarser.stream()
                .filter(c -> c.reason() == null)
                .mapToDouble(c -> Math.max(Math.abs(c.leastPercent()), Math.abs(c.mostPercent())))
                .max()
                .orElse(0);
    }

    /**
     * Every n-th sample, in n placements of the coarser grid.
     *
     * @param step n
     * @param leastPercent smallest change of the near-maximum dose, percent of the stated dose; NaN with a reason
     * @param mostPercent largest change
     * @param reason why there is no change to state; null when there is one
     */
    public record Coarser(
            int step,
            double leastPercent,
            double mostPercent,
            @Nullable String reason) {}
}
