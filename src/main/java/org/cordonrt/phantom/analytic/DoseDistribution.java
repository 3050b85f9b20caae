package org.cordonrt.phantom.analytic;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.VolumeUnit;

/**
 * The dose in a body by formula.
 *
 * @param volumeMm3 of the body
 * @param atLeastMm3 volume that receives at least a dose in Gy: continuous, falling from the volume to 0
 * @param minGy smallest dose
 * @param maxGy largest dose
 * @param meanGy mean dose
 */
record DoseDistribution(double volumeMm3, DoubleUnaryOperator atLeastMm3, double minGy, double maxGy, double meanGy) {
    private static final double MM3_PER_CC = 1000;
    private static final double ROOT_GY = 1e-12;
    private static final int MOST_STEPS = 1000;

    DoseDistribution {
        Objects.requireNonNull(atLeastMm3, "atLeastMm3");
    }

    /** The value of a metric in its own unit; doses at volumes to 1e-9 Gy. */
    double value(Metric metric) {
        if (metric instanceof Metric.Statistic s) {
            double gy = switch (s.kind()) {
                case MAX -> maxGy;
                case MEAN -> meanGy;
                case MIN -> minGy;
            };
            return s.doseUnit().fromGy(gy);
        }
        if (metric instanceof Metric.DoseAtVolume d) {
            double mm3 = d.volumeUnit() == VolumeUnit.PERCENT ? d.volume() / 100 * volumeMm3 : d.volume() * MM3_PER_CC;
            return d.doseUnit().fromGy(doseAtVolume(mm3));
        }
        Metric.VolumeAtDose v = (Metric.VolumeAtDose) metric;
        double above = atLeastMm3.applyAsDouble(v.doseGy());
        double mm3 = v.complement() ? volumeMm3 - above : above;
        return v.volumeUnit() == VolumeUnit.PERCENT ? 100 * mm3 / volumeMm3 : mm3 / MM3_PER_CC;
    }

    private double doseAtVolume(double mm3) {
        if (mm3 >= volumeMm3) {
            return minGy;
        }
        // The volume at the ends is known exactly, whichever way it is rounded.
        return new BrentSolver(1e-15, ROOT_GY, 0)
                .solve(
                        MOST_STEPS,
                        gy -> gy <= minGy ? volumeMm3 - mm3 : gy >= maxGy ? -mm3 : atLeastMm3.applyAsDouble(gy) - mm3,
                        minGy,
                        maxGy);
    }
}
