package org.cordonrt.metric;

import java.util.Objects;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * What a metric came to, or why it could not be computed: never a number that stands for "unknown". Immutable.
 *
 * @param metric what was asked
 * @param value in {@code metric.unit()}; NaN exactly when not evaluable
 * @param lower lower end of the interval that holds the value for the stated model; NaN when not evaluable
 * @param upper upper end of that interval; NaN when not evaluable
 * @param locationMm where the value is taken on, for Max and Min; else null
 * @param notEvaluable why there is no value; null when there is one
 * @param note what a reader must know about this number; null when nothing
 */
public record MetricValue(
        Metric metric,
        double value,
        double lower,
        double upper,
        @Nullable Point3 locationMm,
        @Nullable String notEvaluable,
        @Nullable String note) {
    public MetricValue {
        Objects.requireNonNull(metric, "metric");
        if (notEvaluable == null ? !(lower <= value && value <= upper) : !Double.isNaN(value)) {
            throw new IllegalArgumentException(
                    metric.expression() + ": " + value + " in [" + lower + ", " + upper + "], " + notEvaluable);
        }
    }

    /** A value with its interval, all in the unit of the metric. */
    public static MetricValue of(Metric metric, double value, double lower, double upper) {
        return new MetricValue(metric, value, lower, upper, null, null, null);
    }

    /** No value, and why. */
    public static MetricValue notEvaluable(Metric metric, String reason) {
        return new MetricValue(
                metric, Double.NaN, Double.NaN, Double.NaN, null, Objects.requireNonNull(reason, "reason"), null);
    }

    /** Whether there is a value. */
    public boolean isEvaluable() {
        return notEvaluable == null;
    }
}
