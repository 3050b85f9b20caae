package org.cordonrt.robust;

import java.util.Arrays;
import org.cordonrt.plan.Point3;

/**
 * A limited metric by points: quick, and near the truth, but without an interval. Finds scenarios; proves nothing. Not
 * thread-safe: it reuses its arrays.
 */
final class SampledLimit {
    private static final int BINS = 8192;

    private final MovedLimit limit;
    private final MovingStructure points;
    private final DoseBlock dose;
    private final double binGy;
    private final double[] bins = new double[BINS];
    private final double[] gy;

    SampledLimit(MovedLimit limit, MovingStructure points, DoseBlock dose) {
        this.limit = limit;
        this.points = points;
        this.dose = dose;
        this.binGy = Math.max(1e-6, dose.maxGy()) / (BINS - 1);
        this.gy = new double[points.points()];
    }

    /** Limited value less limit, Gy: above 0 where the limit is broken; NaN where the dose is not known. */
    double excessGy(Point3 shiftMm) {
        return excessGy(new double[] {1, 0, 0, shiftMm.x(), 0, 1, 0, shiftMm.y(), 0, 0, 1, shiftMm.z()});
    }

    double excessGy(double[] affine) {
        Arrays.fill(gy, 0);
        if (!points.addDoses(dose, affine, 1, gy)) {
            return Double.NaN;
        }
        return valueGy() - limit.limitGy();
    }

    /** Whether the dose is known at all points. */
    boolean isKnown(double[] affine) {
        return points.isWithin(dose, affine) || points.addDoses(dose, affine, 0, gy);
    }

    private double valueGy() {
        return switch (limit.kind()) {
            case MAX -> points.maxGy(gy);
            case MEAN -> points.meanGy(gy);
            case NEAR_MAX -> {
                Arrays.fill(bins, 0);
                points.fill(gy, binGy, bins);
                yield MovingStructure.doseAt(bins, binGy, limit.volumeMm3());
            }
        };
    }
}
