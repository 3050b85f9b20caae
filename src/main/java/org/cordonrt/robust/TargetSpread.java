package org.cordonrt.robust;

import java.util.List;
import java.util.Objects;

/**
 * What set-up errors make of a target, over all courses. Immutable.
 *
 * @param metric what is measured, and on which target
 * @param samples all courses
 * @param notEvaluable courses in which the target leaves the dose grid
 * @param mean over the courses that could be evaluated; NaN when there is none
 * @param percentiles value that 0, 1, ... 100 % of them do not exceed, to about a thousandth of the scale and never too
 *     high; empty when there is none
 */
public record TargetSpread(TargetMetric metric, int samples, int notEvaluable, double mean, List<Double> percentiles) {
    private static final int WORST_20 = 5;
    private static final int MIDDLE = 50;

    public TargetSpread {
        Objects.requireNonNull(metric, "metric");
        percentiles = List.copyOf(percentiles);
        if (percentiles.isEmpty() != Double.isNaN(mean)) {
            throw new IllegalArgumentException("a mean of " + mean + " and " + percentiles.size() + " percentiles");
        }
    }

    /** The value that 1 in 20 courses do not exceed; NaN when none could be evaluated. */
    public double worst20() {
        return percentiles.isEmpty() ? Double.NaN : percentiles.get(WORST_20);
    }

    /** NaN when no course could be evaluated. */
    public double middle() {
        return percentiles.isEmpty() ? Double.NaN : percentiles.get(MIDDLE);
    }
}
