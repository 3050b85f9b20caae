package org.cordonrt.robust;

import java.util.Objects;
import org.cordonrt.constraint.Comparison;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Headroom;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.metric.DoseUnit;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.VolumeUnit;

/**
 * A limit as a dose that a solid's near-maximum, maximum or mean must keep; a limit on V_d is the same limit on D_v.
 * Immutable.
 *
 * @param solid the structure at rest
 * @param kind what is limited
 * @param volumeMm3 of a near-maximum, mm3; 0 otherwise
 * @param limitGy the dose
 * @param comparison how the value must stand to it
 */
record MovedLimit(SlabSolid solid, Kind kind, double volumeMm3, double limitGy, Comparison comparison) {
    private static final double MM3_PER_CC = 1000;

    /** What is limited. */
    enum Kind {
        NEAR_MAX,
        MAX,
        MEAN
    }

    MovedLimit {
        Objects.requireNonNull(solid, "solid");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(comparison, "comparison");
    }

    /** Whether a limit is one on a dose, the larger the worse. */
    static boolean fits(Constraint c) {
        return c.comparison() != Comparison.AT_LEAST
                && Headroom.doseAxis(c)
                        .filter(m -> !(m instanceof Metric.Statistic s) || s.kind() != Metric.Statistic.Kind.MIN)
                        .isPresent();
    }

    /** @param result of a limit that {@link #fits} */
    static MovedLimit of(ConstraintResult result, SlabSolid solid) {
        Constraint c = result.constraint();
        Metric m = Headroom.doseAxis(c).orElseThrow();
        Kind kind = Kind.NEAR_MAX;
        double mm3 = 0;
        if (m instanceof Metric.DoseAtVolume d) {
            mm3 = d.volumeUnit() == VolumeUnit.CC
                    ? d.volume() * MM3_PER_CC
                    : d.volume() / 100 * solid.volumeCc() * MM3_PER_CC;
        } else if (m instanceof Metric.Statistic s) {
            kind = s.kind() == Metric.Statistic.Kind.MAX ? Kind.MAX : Kind.MEAN;
        }
        return new MovedLimit(solid, kind, mm3, Headroom.limitGy(c), c.comparison());
    }

    /** The metric, in Gy, on the whole solid or on a part that holds all of it that matters. */
    Metric metric() {
        return switch (kind) {
            case NEAR_MAX -> new Metric.DoseAtVolume(volumeMm3 / MM3_PER_CC, VolumeUnit.CC, DoseUnit.GY);
            case MAX -> new Metric.Statistic(Metric.Statistic.Kind.MAX, DoseUnit.GY);
            case MEAN -> new Metric.Statistic(Metric.Statistic.Kind.MEAN, DoseUnit.GY);
        };
    }

    boolean isKept(double gy) {
        return comparison.holds(gy, limitGy);
    }
}
