package org.cordonrt.robust;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the shortest shift that breaks a limit: boxes of shifts, the nearest to rest first, are shown to be safe or
 * halved, until every shift shorter than the best that was found, less the gap, is in a safe box. See the package page
 * for why a box is safe. One search is made for each question and thrown away.
 */
final class ShiftSearch {

    /** How far the corners of the first box reach, in search radii. */
    private static final double REACH = 1.75;

    /** Doses within this share of the limit tell how steep the dose is. */
    private static final double WARM = 0.8;

    /** A box is only tested where this share of its typical rise leaves room. */
    private static final double HOPE = 0.8;

    /** Tolerance of a test as a share of the room there is. */
    private static final double TOLERANCE = 0.3;

    private static final int LOCAL_STEPS = 8;
    private static final int POLISHING = 5;
    private static final double FINE_GY = 0.004;
    private static final double PROBE_MM = 0.05;

    private final MovedLimit limit;
    private final DoseGrid dose;
    private final DoseBlock block;
    private final MovingStructure points;
    private final Coverage coverage;
    private final double gapMm;

    /** Then the bound is given as it stands: short, and still true. */
    private final int mostBoxes;

    private int boxes;
    private int evaluations;

    /**
     * @param block around the structure, by more than 1.75 search radii
     * @param points of the structure
     * @param coverage shifts beyond it are not found
     */
    ShiftSearch(
            MovedLimit limit,
            DoseGrid dose,
            DoseBlock block,
            MovingStructure points,
            Coverage coverage,
            double gapMm,
            int mostBoxes) {
        this.limit = limit;
        this.dose = dose;
        this.block = block;
        this.points = points;
        this.coverage = coverage;
        this.gapMm = gapMm;
        this.mostBoxes = mostBoxes;
    }

    /**
     * What was found.
     *
     * @param lowerMm no evaluable shift that was searched and is shorter breaks the limit
     * @param breakMm the shortest that was shown to break it; null when none was found
     */
    record Found(double lowerMm, @Nullable Point3 breakMm) {
        double upperMm() {
            return breakMm == null ? Double.NaN : breakMm.norm();
        }
    }

    /**
     * A region of shifts: a box in a frame.
     *
     * @param frame three orthogonal unit vectors
     * @param low least coordinates in the frame, mm
     * @param high greatest coordinates, mm
     */
    record Region(Point3[] frame, double[] low, double[] high) {
        Point3 point(double[] at) {
            return frame[0].times(at[0]).plus(frame[1].times(at[1])).plus(frame[2].times(at[2]));
        }

        /** Whether shifts that lie on a line through rest only. */
        boolean isAxis() {
            return high[1] == low[1] && high[2] == low[2];
        }
    }

    private record Box(double[] centre, double[] half, double nearest, int number) {
        static Box of(double[] low, double[] high, int number) {
            double[] centre = new double[3];
            double[] half = new double[3];
            double nearest = 0;
            for (int i = 0; i < 3; i++) {
                centre[i] = (low[i] + high[i]) / 2;
                half[i] = (high[i] - low[i]) / 2;
                double d = Math.max(0, Math.max(low[i], -high[i]));
                nearest += d * d;
            }
            return new Box(centre, half, Math.sqrt(nearest), number);
        }
    }

    /**
     * Searches a region.
     *
     * @param radiusMm longer shifts do not matter
     * @param start a shift that breaks the limit for certain, or null
     */
    Found run(Region region, double radiusMm, @Nullable Point3 start) {
        double within = start == null ? radiusMm : Math.min(radiusMm, start.norm());
        Point3 best = start != null && start.norm() <= radiusMm ? start : null;
        double reach = REACH * within;
        CertifiedShifts certified = new CertifiedShifts(limit, dose, block, reach);
        SampledLimit sampled = new SampledLimit(limit, points, block);
        RaisedDose raising = new RaisedDose(block, region.frame());
        double[] typical = raising.typical(WARM * limit.limitGy(), limit.limitGy() / WARM);
        PriorityQueue<Box> open =
                new PriorityQueue<>(Comparator.comparingDouble(Box::nearest).thenComparingInt(Box::number));
        int number = 0;
        open.add(Box.of(region.low(), region.high(), number++));
        double lower = within;
        while (!open.isEmpty()) {
            Box box = open.remove();
            double target = best == null ? within : best.norm() - gapMm;
            if (box.nearest >= target || ++boxes > mostBoxes) {
                lower = box.nearest;
                break;
            }
            double[] half = box.half;
            double rise = half[0] * typical[0] + half[1] * typical[1] + half[2] * typical[2];
            Point3 centre = region.point(box.centre);
            double excess = sampled.excessGy(centre);
            if (excess > 0 && (best == null || centre.norm() < best.norm() - gapMm / 2)) {
                Point3 found = certify(refined(centre, region, sampled), certified, sampled);
                if (found != null && found.norm() <= within && (best == null || found.norm() < best.norm())) {
                    best = found;
                }
            }
            // Where points say that it cannot be shown, nothing is tried.
            if (!(excess + HOPE * rise > 0)
                    && certified.keeps(raising.of(half), centre, Math.max(0.002, TOLERANCE * -excess))) {
                continue;
            }
            int axis = 0;
            for (int d = 1; d < 3; d++) {
                axis = half[d] * typical[d] > half[axis] * typical[axis] ? d : axis;
            }
            for (int side = -1; side <= 1; side += 2) {
                double[] low = new double[3];
                double[] high = new double[3];
                for (int i = 0; i < 3; i++) {
                    low[i] = box.centre[i] - box.half[i];
                    high[i] = box.centre[i] + box.half[i];
                }
                if (side < 0) {
                    high[axis] = box.centre[axis];
                } else {
                    low[axis] = box.centre[axis];
                }
                Box part = Box.of(low, high, number++);
                if (part.nearest < within) {
                    open.add(part);
                }
            }
        }
        evaluations += certified.evaluations();
        return new Found(best == null ? Math.min(lower, within) : Math.min(lower, best.norm()), best);
    }

    /**
     * A shift that breaks the limit for certain, short as far as a descent from a few directions can tell; null when none
     * was found within the radius.
     */
    @Nullable
    Point3 firstGuess(double radiusMm) {
        SampledLimit sampled = new SampledLimit(limit, points, block);
        CertifiedShifts certified = new CertifiedShifts(limit, dose, block, REACH * radiusMm);
        Point3 best = null;
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                for (int k = -1; k <= 1; k++) {
                    Point3 d = new Point3(i, j, k);
                    if (d.norm() == 0) {
                        continue;
                    }
                    Point3 u = d.times(1 / d.norm());
                    double far = coverage.along(u, best == null ? radiusMm : best.norm() - gapMm);
                    if (!(far > 0)) {
                        continue;
                    }
                    double t = root(u, far, sampled);
                    if (!Double.isNaN(t)) {
                        Point3 fine = descended(u.times(t), sampled);
                        best = best == null || fine.norm() < best.norm() ? fine : best;
                    }
                }
            }
        }
        return best == null ? null : certify(best, certified, sampled);
    }

    /** Turns a breaking shift by certified gradients, as long as that shortens it: points err by some hundredths. */
    Point3 polished(Point3 from) {
        CertifiedShifts certified = new CertifiedShifts(limit, dose, block, REACH * from.norm());
        SampledLimit sampled = new SampledLimit(limit, points, block);
        Point3 best = from;
        for (int step = 0; step < POLISHING && best.norm() > gapMm; step++) {
            Point3 at = best;
            Point3 g = new Point3(
                    certified.slope(at, new Point3(PROBE_MM, 0, 0)),
                    certified.slope(at, new Point3(0, PROBE_MM, 0)),
                    certified.slope(at, new Point3(0, 0, PROBE_MM)));
            if (!g.isFinite() || !(g.norm() > 0)) {
                break;
            }
            Point3 u = g.times(1 / g.norm());
            Point3 shorter = u.times(best.norm() - gapMm / 4);
            Point3 half = u.plus(best.times(1 / best.norm()));
            Point3 between = half.norm() > 0 ? half.times((best.norm() - gapMm / 4) / half.norm()) : shorter;
            Point3 next = coverage.holds(shorter) && certified.breaks(shorter, FINE_GY)
                    ? shorter
                    : coverage.holds(between) && certified.breaks(between, FINE_GY) ? between : null;
            Point3 found = next == null ? null : certify(next, certified, sampled);
            if (found == null || found.norm() >= best.norm()) {
                break;
            }
            best = found;
        }
        return best;
    }

    /** As {@link #firstGuess}, along one direction. */
    @Nullable
    Point3 guessAlong(Point3 unit, double far) {
        SampledLimit sampled = new SampledLimit(limit, points, block);
        double t = root(unit, far, sampled);
        return Double.isNaN(t)
                ? null
                : certify(unit.times(t), new CertifiedShifts(limit, dose, block, REACH * far), sampled);
    }

    /** The first break along a direction by steps and bisection, mm; NaN when there is none. */
    private double root(Point3 u, double far, SampledLimit sampled) {
        int steps = (int) Math.ceil(far / 1.0);
        double before = 0;
        for (int i = 1; i <= steps; i++) {
            double t = far * i / steps;
            double f = sampled.excessGy(u.times(t));
            if (Double.isNaN(f)) {
                return Double.NaN;
            }
            if (f > 0) {
                return bisected(u, before, t, sampled);
            }
            before = t;
        }
        return Double.NaN;
    }

    private double bisected(Point3 u, double low, double high, SampledLimit sampled) {
        double lo = low;
        double hi = high;
        while (hi - lo > gapMm / 8) {
            double mid = (lo + hi) / 2;
            if (sampled.excessGy(u.times(mid)) > 0) {
                hi = mid;
            } else {
                lo = mid;
            }
        }
        return hi;
    }

    /** In an axis region a break moves along the axis only. */
    private Point3 refined(Point3 at, Region region, SampledLimit sampled) {
        if (region.isAxis()) {
            Point3 u = at.times(1 / at.norm());
            return u.times(bisected(u, 0, at.norm(), sampled));
        }
        return descended(at, sampled);
    }

    /** Turns a breaking shift towards where the excess rises fastest, as long as that shortens it. */
    private Point3 descended(Point3 from, SampledLimit sampled) {
        Point3 best = from;
        double damping = 1;
        for (int step = 0; step < LOCAL_STEPS && best.norm() > gapMm; step++) {
            Point3 u = best.times(1 / best.norm());
            Point3 g = gradient(best, sampled);
            if (!(g.norm() > 0)) {
                break;
            }
            Point3 turned = u.times(1 - damping).plus(g.times(damping / g.norm()));
            if (!(turned.norm() > 1e-6)) {
                break;
            }
            Point3 v = turned.times(1 / turned.norm());
            double far = best.norm();
            if (coverage.holds(v.times(far)) && sampled.excessGy(v.times(far)) > 0) {
                double t = bisected(v, 0, far, sampled);
                if (t < best.norm() - gapMm / 8) {
                    best = v.times(t);
                    continue;
                }
            }
            damping /= 2;
        }
        return best;
    }

    private static Point3 gradient(Point3 at, SampledLimit sampled) {
        double h = PROBE_MM;
        double x = sampled.excessGy(at.plus(new Point3(h, 0, 0))) - sampled.excessGy(at.plus(new Point3(-h, 0, 0)));
        double y = sampled.excessGy(at.plus(new Point3(0, h, 0))) - sampled.excessGy(at.plus(new Point3(0, -h, 0)));
        double z = sampled.excessGy(at.plus(new Point3(0, 0, h))) - sampled.excessGy(at.plus(new Point3(0, 0, -h)));
        Point3 g = new Point3(x, y, z).times(1 / (2 * h));
        return g.isFinite() ? g : new Point3(0, 0, 0);
    }

    /** The shortest shift along the same direction that the certified histogram shows to break; null when none near. */
    private @Nullable Point3 certify(Point3 guess, CertifiedShifts certified, SampledLimit sampled) {
        double far = guess.norm();
        if (!(far > 0)) {
            return null;
        }
        Point3 u = guess.times(1 / far);
        double slope =
                Math.max(0, sampled.excessGy(u.times(far + PROBE_MM)) - sampled.excessGy(u.times(far))) / PROBE_MM;
        double tolerance = Math.max(1e-4, Math.min(0.01, slope * gapMm / 4));
        double step = gapMm / 8;
        double hi = far;
        double lo = 0;
        boolean broken = certified.breaks(u.times(hi), tolerance);
        for (int n = 0; !broken && n < 12; n++) {
            lo = hi;
            hi += step;
            step *= 1.6;
            broken = coverage.holds(u.times(hi)) && certified.breaks(u.times(hi), tolerance);
        }
        if (!broken) {
            return null;
        }
        step = gapMm / 8;
        while (lo == 0 && hi > step) {
            double t = hi - step;
            if (certified.breaks(u.times(t), tolerance)) {
                hi = t;
                step *= 1.6;
            } else {
                lo = t;
            }
        }
        while (hi - lo > gapMm / 8) {
            double mid = (lo + hi) / 2;
            if (certified.breaks(u.times(mid), tolerance)) {
                hi = mid;
            } else {
                lo = mid;
            }
        }
        return u.times(hi);
    }

    /** Boxes that were looked at. */
    int boxes() {
        return boxes;
    }

    /** Certified histograms that were made. */
    int evaluations() {
        return evaluations;
    }
}
