package org.cordonrt.robust;

import org.cordonrt.plan.Point3;

/**
 * Whether a limit is broken by points: quick, and near the truth, but without an interval. Finds scenarios; proves
 * nothing. Thread-safe.
 */
final class SampledLimit {
    private final MovedLimit limit;
    private final MovingStructure points;
    private final DoseBlock dose;

    /** The cells in which a dose can break the limit, as far as single doses do. */
    private final HotCells hot;

    SampledLimit(MovedLimit limit, MovingStructure points, DoseBlock dose) {
        this.limit = limit;
        this.points = points;
        this.dose = dose;
        this.hot = HotCells.of(dose, limit.limitGy(), 0);
    }

    /**
     * By how much the limit is exceeded: above 0 where it is broken; NaN where the dose is not known. Volume (mm3) for
     * near-maxima, else Gy; below 0 it only tells that the limit is kept.
     */
    double excess(Point3 shiftMm) {
        return excess(new double[] {1, 0, 0, shiftMm.x(), 0, 1, 0, shiftMm.y(), 0, 0, 1, shiftMm.z()});
    }

    double excess(double[] affine) {
        return switch (limit.kind()) {
            case MAX -> points.maxGy(dose, hot, affine) - limit.limitGy();
            case MEAN -> points.meanGy(dose, affine) - limit.limitGy();
            // Of D_v equal to the limit the volume is v.
            case NEAR_MAX -> points.mm3Above(dose, hot, affine, limit.limitGy()) - limit.volumeMm3();
        };
    }

    /** Whether the dose is known at all points. */
    boolean isKnown(double[] affine) {
        return points.isWithin(dose, affine) || points.isKnown(dose, affine);
    }
}
