package org.cordonrt.constraint;

import java.util.Optional;
import java.util.OptionalDouble;
import org.cordonrt.metric.DoseUnit;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.metric.VolumeUnit;

/**
 * How far a measured value is from its limit, along both axes of the DVH. A limit "D_v at most d" and a limit "V_d at
 * most v" are one point (v, d) that the curve must not pass; its distance is d - D_v in dose and v - V_d in volume.
 * Negative when the limit is exceeded. Immutable.
 *
 * @param gy dose left, Gy; empty when it was not measured
 * @param percent the same as percent of the limit's dose
 * @param cc volume left, cc; empty where the limit is about no volume or it was not measured
 * @param factor what the dose may be multiplied with to come to the limit exactly: every D_v is proportional to the dose;
 *     empty for a dose of 0
 */
public record Headroom(OptionalDouble gy, OptionalDouble percent, OptionalDouble cc, OptionalDouble factor) {
    private static final double CC_PER_PERCENT_OF_CC = 0.01;

    /** Nothing was measured. */
    public static final Headroom UNKNOWN = new Headroom(
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /**
     * The other coordinate of the limit's point: V_d for a limit on D_v, D_v for a limit on V_d. Empty for mean doses,
     * which are no point of the curve, and where the result would be no metric.
     */
    public static Optional<Metric> companion(Constraint c) {
        Metric m = c.metric();
        if (m instanceof Metric.DoseAtVolume d) {
            return Optional.of(new Metric.VolumeAtDose(limitGy(c), DoseUnit.GY, d.volumeUnit(), false));
        }
        if (m instanceof Metric.Statistic s && s.kind() == Metric.Statistic.Kind.MAX) {
            return Optional.of(new Metric.VolumeAtDose(limitGy(c), DoseUnit.GY, VolumeUnit.CC, false));
        }
        if (m instanceof Metric.VolumeAtDose v && !v.complement()) {
            return Optional.of(doseAxis(c, v));
        }
        return Optional.empty();
    }

    /** The metric that is proportional to the dose and meets {@link #limitGy} exactly when the limit is met. */
    public static Optional<Metric> doseAxis(Constraint c) {
        if (c.metric() instanceof Metric.VolumeAtDose v) {
            return v.complement() ? Optional.empty() : Optional.of(doseAxis(c, v));
        }
        return c.metric() instanceof Metric.Separation ? Optional.empty() : Optional.of(c.metric());
    }

    private static Metric doseAxis(Constraint c, Metric.VolumeAtDose v) {
        return c.limit() > 0
                ? new Metric.DoseAtVolume(c.limit(), v.volumeUnit(), DoseUnit.GY)
                : new Metric.Statistic(Metric.Statistic.Kind.MAX, DoseUnit.GY);
    }

    /** The dose of the limit's point, Gy. */
    public static double limitGy(Constraint c) {
        if (c.metric() instanceof Metric.VolumeAtDose v) {
            return v.doseGy();
        }
        return c.unit().equals(DoseUnit.CGY.symbol()) ? DoseUnit.CGY.toGy(c.limit()) : c.limit();
    }

    /**
     * @param value of the limit's own metric
     * @param companion value of {@link #companion}; empty when there is none
     * @param structureCc volume of the structure, to turn percent into cc
     */
    static Headroom of(Constraint c, MetricValue value, Optional<MetricValue> companion, OptionalDouble structureCc) {
        if (!value.isEvaluable() || c.metric() instanceof Metric.Separation) {
            return UNKNOWN;
        }
        Optional<MetricValue> other = companion.filter(MetricValue::isEvaluable);
        double limitGy = limitGy(c);
        if (c.metric() instanceof Metric.VolumeAtDose v) {
            double cc = toCc(c.limit() - value.value(), v.volumeUnit(), structureCc);
            return of(limitGy, other.map(MetricValue::value).orElse(Double.NaN), cc);
        }
        double doseGy = c.unit().equals(DoseUnit.CGY.symbol()) ? DoseUnit.CGY.toGy(value.value()) : value.value();
        double cc = Double.NaN;
        if (c.metric() instanceof Metric.DoseAtVolume d && other.isPresent()) {
            cc = toCc(d.volume() - other.get().value(), d.volumeUnit(), structureCc);
        } else if (other.isPresent() && other.get().value() > 0) {
            cc = -other.get().value();
        }
        return of(limitGy, doseGy, cc);
    }

    private static Headroom of(double limitGy, double doseGy, double cc) {
        double gy = limitGy - doseGy;
        return new Headroom(finite(gy), finite(100 * gy / limitGy), finite(cc), finite(limitGy / doseGy));
    }

    private static double toCc(double volume, VolumeUnit unit, OptionalDouble structureCc) {
        if (unit == VolumeUnit.CC) {
            return volume;
        }
        return structureCc.isPresent() ? volume * CC_PER_PERCENT_OF_CC * structureCc.getAsDouble() : Double.NaN;
    }

    private static OptionalDouble finite(double v) {
        return Double.isFinite(v) ? OptionalDouble.of(v) : OptionalDouble.empty();
    }
}
