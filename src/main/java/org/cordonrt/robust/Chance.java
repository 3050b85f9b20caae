package org.cordonrt.robust;

import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.cordonrt.constraint.ConstraintResult;

/**
 * How often a limit is kept in courses with set-up errors. Immutable.
 *
 * @param limit the limit
 * @param kept courses that keep it
 * @param notEvaluable courses in which the structure leaves the dose grid; they count as not kept
 * @param samples all courses
 * @param lower lower end of the 95 % interval of the probability (Clopper and Pearson 1934, DOI 10.1093/biomet/26.4.404)
 * @param upper upper end
 * @param meanGy mean of the limited metric over the courses that could be evaluated, Gy; NaN when there is none
 * @param worst20Gy dose that 1 in 20 courses reach, to about a thousandth of the largest dose; NaN when there is none
 * @param percentilesGy dose that 0, 1, ... 100 % of the courses that could be evaluated do not exceed, as finely; empty
 *     when there is none
 */
public record Chance(
        ConstraintResult limit,
        int kept,
        int notEvaluable,
        int samples,
        double lower,
        double upper,
        double meanGy,
        double worst20Gy,
        List<Double> percentilesGy) {
    private static final double TAIL = 0.025;

    public Chance {
        Objects.requireNonNull(limit, "limit");
        percentilesGy = List.copyOf(percentilesGy);
        if (kept < 0 || notEvaluable < 0 || kept + notEvaluable > samples) {
            throw new IllegalArgumentException(kept + " and " + notEvaluable + " of " + samples);
        }
    }

    static Chance of(
            ConstraintResult limit,
            int kept,
            int notEvaluable,
            int samples,
            double meanGy,
            double worst20Gy,
            List<Double> percentilesGy) {
        double lower = lower(kept, samples);
        double upper = upper(kept, samples);
        return new Chance(limit, kept, notEvaluable, samples, lower, upper, meanGy, worst20Gy, percentilesGy);
    }

    private static double lower(int kept, int samples) {
        return kept == 0
                ? 0
                : new BetaDistribution(null, kept, samples - kept + 1.0).inverseCumulativeProbability(TAIL);
    }

    private static double upper(int kept, int samples) {
        return kept == samples
                ? 1
                : new BetaDistribution(null, kept + 1.0, samples - kept).inverseCumulativeProbability(1 - TAIL);
    }

    /** Whether the whole interval is at least a probability. */
    static boolean isShown(int kept, int samples, double probability) {
        return lower(kept, samples) >= probability;
    }

    /** Whether none of the interval is, even if all that could not be evaluated kept the limit. */
    static boolean isRefuted(int kept, int notEvaluable, int samples, double probability) {
        return upper(kept + notEvaluable, samples) < probability;
    }

    public double probability() {
        return (double) kept / samples;
    }
}
