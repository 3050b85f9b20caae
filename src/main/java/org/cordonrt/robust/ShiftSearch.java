package org.cordonrt.robust;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.cordonrt.dvh.SolidPart;
import org.cordonrt.dvh.SurfacePart;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the shortest shift that breaks a limit: boxes of shifts, the nearest to rest first, are shown to be safe or
 * halved, until every shift shorter than the best that was found, less the gap, is in a safe box. See the package page
 * for why a box is safe. One is made for each question and thrown away.
 */
final class ShiftSearch {
    /** The bounds come a little nearer than asked, so that rounding does not part them. */
    private static final double GAP = 0.98;

    /** Share of the gap that a found shift may be longer than the shortest along its direction. */
    private static final double FINE = 0.125;

    /** Half width of the box of shifts for which parts are told apart once, when single shifts are looked at, mm. */
    private static final double NEAR_MM = 0.4;

    /** Doses are looked at so finely at first, Gy. */
    private static final double COARSE_GY = 0.02;

    private static final double FINE_GY = 0.01;

    /** Parts looked at that a box may cost. */
    private static final int LOOKS = 1000;

    /** What a box costs besides, in parts looked at. */
    private static final int BOX = 20;

    /** Turns of a shift that is made shorter, and the gain that is worth one, as a share of the gap. */
    private static final int TURNS = 16;

    private static final double LITTLE = 0.02;

    /** A box is looked at for a shorter break if that is shorter by this share of the gap, ... */
    private static final double WORTH = 0.3;

    /** ... and the box is smaller by this than the last that had none. */
    private static final double TRIED = 0.7;

    /** No turn is wider than this angle, nor grows faster than by this factor. */
    private static final double MOST_TURN = 0.3;

    private static final double LONGER = 4;
    private static final int NEWTON = 10;

    private final Coverage coverage;
    private final double gapMm;

    /** Then the bound is given as it stands: short, and still true. */
    private final int mostBoxes;

    private final Region region;
    private final ShiftBounds bounds;
    private final CertifiedShifts certified;

    private ShiftBounds.@Nullable Left near;
    private double[] nearCentre = new double[3];
    private double[] nearHalf = new double[3];
    private int boxes;

    /**
     * @param parts of the structure
     * @param block around the structure, by more than any shift in the region
     * @param coverage shifts beyond it are not found
     */
    ShiftSearch(
            MovedLimit limit,
            DoseGrid dose,
            List<SolidPart> parts,
            List<SurfacePart> surface,
            DoseBlock block,
            Region region,
            Coverage coverage,
            double gapMm,
            int mostBoxes) {
        this.coverage = coverage;
        this.gapMm = gapMm;
        this.mostBoxes = mostBoxes;
        this.region = region;
        this.certified = new CertifiedShifts(limit, dose, block, region.farthest());
        this.bounds = new ShiftBounds(limit, parts, surface, certified, block, region.frame());
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

        double[] coordinates(Point3 p) {
            return new double[] {p.dot(frame[0]), p.dot(frame[1]), p.dot(frame[2])};
        }

        /** Whether its shifts lie on a line through rest. */
        boolean isAxis() {
            return high[1] == low[1] && high[2] == low[2];
        }

        double farthest() {
            double sum = 0;
            for (int d = 0; d < 3; d++) {
                double most = Math.max(Math.abs(low[d]), Math.abs(high[d]));
                sum += most * most;
            }
            return Math.sqrt(sum);
        }
    }

    private record Box(double[] centre, double[] half, double nearest, int number, ShiftBounds.Left from) {
        /** The shift nearest to rest that breaks the limit, as it changes in the middle; null where it is not in the box. */
        double @Nullable [] foot(ShiftBounds.Bound bound) {
            double[] g = bound.gradient();
            double square = 0;
            double along = -bound.excess();
            for (int d = 0; d < 3; d++) {
                if (half[d] > 0) {
                    square += g[d] * g[d];
                    along += g[d] * centre[d];
                }
            }
            double[] foot = new double[3];
            for (int d = 0; d < 3; d++) {
                foot[d] = half[d] > 0 ? g[d] * along / square : centre[d];
                if (!(Math.abs(foot[d] - centre[d]) <= half[d])) {
                    return bound.excess() > 0 ? centre : null;
                }
            }
            return foot;
        }

        double widest() {
            return ShiftBounds.widest(half);
        }

        static Box of(double[] low, double[] high, int number, ShiftBounds.Left from) {
            double[] centre = new double[3];
            double[] half = new double[3];
            double nearest = 0;
            for (int i = 0; i < 3; i++) {
                centre[i] = (low[i] + high[i]) / 2;
                half[i] = (high[i] - low[i]) / 2;
                double d = Math.max(0, Math.max(low[i], -high[i]));
                nearest += d * d;
            }
            return new Box(centre, half, Math.sqrt(nearest), number, from);
        }
    }

    /**
     * Searches the region.
     *
     * @param radiusMm longer shifts do not matter
     * @param start a shift in the region that breaks the limit for certain, or null
     */
    Found run(double radiusMm, @Nullable Point3 start) {
        Point3 best = start;
        PriorityQueue<Box> open =
                new PriorityQueue<>(Comparator.comparingDouble(Box::nearest).thenComparingInt(Box::number));
        int number = 0;
        open.add(Box.of(region.low(), region.high(), number++, bounds.everything()));
        double lower = Double.NaN;
        // Half width of the last box from which no shorter break was found.
        double tried = Double.POSITIVE_INFINITY;
        while (!open.isEmpty()) {
            Box box = open.remove();
            double within = within(best, radiusMm);
            if (box.nearest >= within) {
                break;
            }
            if ((long) ++boxes * BOX + bounds.looks() > (long) mostBoxes * LOOKS) {
                lower = box.nearest;
                break;
            }
            ShiftBounds.Bound bound = bounds.bound(box.centre, box.half, box.from, within);
            if (bound.safe()) {
                continue;
            }
            double shorter = best == null ? radiusMm : Math.min(radiusMm, best.norm() - WORTH * gapMm);
            double[] foot = box.foot(bound);
            if (foot != null && box.widest() < TRIED * tried && ShiftBounds.norm(foot) < shorter) {
                setNear(bound.left(), box.centre, box.half);
                Point3 found = shortened(region.point(foot), shorter);
                best = found == null ? best : found;
                tried = found == null ? box.widest() : tried;
            }
            // Then the bound is short by no more than the box.
            if (box.widest() <= gapMm && !bound.isWorthHalving()) {
                lower = box.nearest;
                break;
            }
            int axis = 0;
            for (int d = 1; d < 3; d++) {
                boolean more = bound.rates()[d] > bound.rates()[axis]
                        || bound.rates()[d] == bound.rates()[axis] && box.half[d] > box.half[axis];
                axis = more ? d : axis;
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
                Box part = Box.of(low, high, number++, bound.left());
                if (part.nearest < within) {
                    open.add(part);
                }
            }
        }
        double shown = within(best, radiusMm);
        return new Found(Double.isNaN(lower) ? shown : Math.min(lower, shown), best);
    }

    /** Where longer shifts no longer matter. */
    private double within(@Nullable Point3 best, double radiusMm) {
        return best == null ? radiusMm : Math.min(radiusMm, Math.max(0, best.norm() - GAP * gapMm));
    }

    /** Shifts in a box are looked at from what it left. */
    private void setNear(ShiftBounds.Left left, double[] centre, double[] half) {
        near = left;
        nearCentre = centre;
        nearHalf = half;
    }

    /** Limited value less what breaks the limit, at a shift, about. */
    private ShiftBounds.At at(Point3 shift, double toleranceGy) {
        double[] c = region.coordinates(shift);
        boolean known = near != null;
        for (int d = 0; d < 3; d++) {
            known &= Math.abs(c[d] - nearCentre[d]) <= nearHalf[d];
        }
        ShiftBounds.Left left = near;
        if (!known || left == null) {
            double aside = region.isAxis() ? 0 : NEAR_MM;
            double[] q = {NEAR_MM, aside, aside};
            left = bounds.undecided(c, q);
            setNear(left, c, q);
        }
        return bounds.at(c, left, toleranceGy);
    }

    /**
     * A shift near one that may break the limit that breaks it for certain and is as short as turning it makes it; null
     * when none shorter than {@code radiusMm} was found.
     */
    @Nullable
    Point3 shortened(Point3 start, double radiusMm) {
        if (!(start.norm() > 0)) {
            return null;
        }
        Point3 u = start.times(1 / start.norm());
        double t = root(u, start.norm(), COARSE_GY);
        if (Double.isNaN(t)) {
            return null;
        }
        if (region.isAxis()) {
            return certified(u, t, radiusMm);
        }
        // A step of this share of the slope turns straight into the gradient; how far is best, two slopes tell.
        double share = 1 / t;
        Point3 slope = slope(u, t);
        for (int turn = 0; turn < TURNS; turn++) {
            if (!(share * slope.dot(slope) > 2 * LITTLE * gapMm)) {
                break;
            }
            Point3 turned = u.minus(slope.times(Math.min(share, MOST_TURN / slope.norm())));
            Point3 v = turned.times(1 / turned.norm());
            double far = root(v, t, COARSE_GY);
            if (far < t && coverage.holds(v.times(far))) {
                Point3 next = slope(v, far);
                Point3 step = v.minus(u);
                double bend = step.dot(next.minus(slope));
                share = bend > 0 ? Math.min(step.dot(step) / bend, LONGER * share) : LONGER * share;
                u = v;
                t = far;
                slope = next;
            } else {
                share /= 4;
            }
        }
        return certified(u, t, radiusMm);
    }

    /** By how much the way to the break gets longer as the direction turns, mm for a turn of 1. */
    private Point3 slope(Point3 u, double t) {
        Point3 up = region.point(at(u.times(t), COARSE_GY).gradient());
        double along = up.dot(u);
        return along > 0 ? up.minus(u.times(along)).times(-t / along) : new Point3(0, 0, 0);
    }

    /** Where along a direction the limit breaks, about, near a first guess; NaN when it is not found. */
    private double root(Point3 u, double guess, double toleranceGy) {
        double t = guess;
        for (int n = 0; n < NEWTON; n++) {
            ShiftBounds.At at = at(u.times(t), toleranceGy);
            double rise = u.dot(region.point(at.gradient()));
            if (!(rise > 0) || Double.isNaN(at.excess())) {
                return Double.NaN;
            }
            double step = Math.max(-NEAR_MM, Math.min(NEAR_MM, at.excess() / rise));
            t -= step;
            if (!(t > 0)) {
                return Double.NaN;
            }
            if (Math.abs(step) < FINE * gapMm / 4) {
                return t;
            }
        }
        return Double.NaN;
    }

    /** The shortest shift along a direction, about, that breaks the limit for certain. */
    private @Nullable Point3 certified(Point3 u, double guess, double radiusMm) {
        double step = FINE * gapMm;
        // The guess itself breaks the limit in the middle of an interval.
        double t = guess + step;
        for (int n = 0; n < 8; n++) {
            Point3 s = u.times(t);
            if (!(t < radiusMm) || !coverage.holds(s)) {
                return null;
            }
            if (certified.breaks(s, FINE_GY)) {
                return s;
            }
            t += step;
            step *= 1.5;
        }
        return null;
    }

    /** Boxes that were looked at. */
    int boxes() {
        return boxes;
    }
}
