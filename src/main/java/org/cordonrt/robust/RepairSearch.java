package org.cordonrt.robust;

import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/** Looks for the shortest shift that keeps a limit which is broken at rest. A search, without proof that it is shortest. */
final class RepairSearch {
    private static final int DIRECTIONS = 200;
    private static final double STEP_MM = 0.5;
    private static final double TOLERANCE_GY = 0.005;

    /** A found shift is made longer by a gap, so often, until the certified interval keeps the limit. */
    private static final int LONGER = 10;

    private final MovedLimit limit;
    private final SampledLimit sampled;
    private final CertifiedShifts certified;
    private final Coverage coverage;
    private final double gapMm;

    RepairSearch(
            MovedLimit limit,
            DoseGrid dose,
            DoseBlock block,
            MovingStructure points,
            Coverage coverage,
            RobustOptions options) {
        this.limit = limit;
        this.sampled = new SampledLimit(limit, points, block);
        this.certified = new CertifiedShifts(limit, dose, block, options.searchRadiusMm());
        this.coverage = coverage;
        this.gapMm = options.gapMm();
    }

    @Nullable
    Point3 run(double radiusMm) {
        Point3 best = null;
        for (Point3 u : SphereOfDirections.of(DIRECTIONS)) {
            double far = coverage.along(u, best == null ? radiusMm : best.norm() - gapMm);
            double t = first(u, far, best != null);
            if (!Double.isNaN(t)) {
                best = u.times(t);
            }
        }
        if (best == null) {
            return null;
        }
        Point3 u = best.times(1 / best.norm());
        for (int n = 0; n < LONGER; n++) {
            Point3 s = u.times(best.norm() + n * gapMm);
            if (coverage.holds(s)
                    && limit.isKept(certified.metric(s, TOLERANCE_GY).upper())) {
                return s;
            }
        }
        return null;
    }

    /** @param only the end matters: a longer way than one already known is not asked for */
    private double first(Point3 u, double far, boolean only) {
        if (!(far > 0) || only && !(sampled.excess(u.times(far)) <= 0)) {
            return Double.NaN;
        }
        double before = 0;
        int steps = (int) Math.ceil(far / STEP_MM);
        for (int i = 1; i <= steps; i++) {
            double t = far * i / steps;
            if (sampled.excess(u.times(t)) <= 0) {
                double hi = t;
                while (hi - before > gapMm / 4) {
                    double mid = (before + hi) / 2;
                    if (sampled.excess(u.times(mid)) <= 0) {
                        hi = mid;
                    } else {
                        before = mid;
                    }
                }
                return hi;
            }
            before = t;
        }
        return Double.NaN;
    }
}
