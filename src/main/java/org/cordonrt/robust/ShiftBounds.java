package org.cordonrt.robust;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.cordonrt.dvh.SolidPart;
import org.cordonrt.dvh.SurfacePart;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * What a limited structure receives at all shifts of a box at once, by bounds that hold: see the package page. The
 * structure's parts are divided where the answer needs it, and a box within a box starts with the parts that the larger
 * one could not decide. Not thread-safe.
 */
final class ShiftBounds {
    /** A part is divided where its dose bends by more than this share of what the box changes it by. */
    private static final double BEND = 0.15;

    /** ... unless it is smaller than this share of the box. */
    private static final double SMALL = 0.5;

    /** No part is divided below this, mm. */
    private static final double LEAST_MM = 0.02;

    /** The course of a volume is followed in boxes no wider than this to each side, mm. */
    private static final double COURSE_MM = 1;

    /** A box so much smaller than the one that a course was made for gets a course of its own. */
    private static final double SMALLER = 0.5;

    /** The same where the volume is measured anew. */
    private static final double SMALLER_MEASURED = 0.7;

    /** Widths of the intervals of measured volumes, as shares of the limit's: at first, and at the finest. */
    private static final double COARSE = 0.05;

    private static final double FINE = 2e-4;

    private static final double NARROWER = 0.9;

    /** An interval that is to decide is made no wider than this share of what it has to stay below. */
    private static final double AIM = 0.5;

    /** A box is not halved where its width matters no more than this share of what is uncertain at a single shift. */
    private static final double VAIN = 0.02;

    /** A measured volume is as much work as this many parts looked at, a part followed as this share of one. */
    private static final long MEASURED_LOOKS = 3_000;

    private static final int FOLLOWED = 8;

    private static final double MM3_PER_CC = 1000;
    private static final double[] NONE = new double[3];
    private static final VolumeCourse.Surface NO_SURFACE = VolumeCourse.Surface.whole(List.of());

    /** Closed forms are good to 1e-9 of the volume. */
    private static final double ROUNDING = 1e-8;

    private final MovedLimit limit;
    private final List<SolidPart> parts;
    private final CertifiedShifts certified;
    private final List<SurfacePart> surface;
    private final ShiftedDose shifted;
    private final DoseBox dose;
    private final double totalMm3;
    private long moreLooks;
    private final Deque<SolidPart> stack = new ArrayDeque<>();

    /**
     * @param parts of the structure
     * @param surface of the structure
     * @param block around the structure, by as much as it will be shifted, or up to the end of the grid
     * @param axes orthogonal unit vectors along which boxes lie
     */
    ShiftBounds(
            MovedLimit limit,
            List<SolidPart> parts,
            List<SurfacePart> surface,
            CertifiedShifts certified,
            DoseBlock block,
            Point3[] axes) {
        this.limit = limit;
        this.parts = parts;
        this.surface = surface;
        this.certified = certified;
        this.shifted = new ShiftedDose(block, limit.solid().frame(), axes);
        this.dose = shifted.dose;
        double sum = 0;
        for (SolidPart p : parts) {
            sum += p.mm3();
        }
        totalMm3 = sum;
    }

    /**
     * What a box leaves for the boxes in it.
     *
     * @param undecided parts that may be above or below the limit
     * @param hotMm3 volume that is above it at every shift
     * @param surface what is undecided of it, for near-maxima
     * @param course of the volume, where the box is small enough to follow it
     */
    record Left(
            List<SolidPart> undecided,
            double hotMm3,
            VolumeCourse.Surface surface,
            @Nullable VolumeCourse course) {
        private static final Left NOTHING = of(List.of());

        static Left of(List<SolidPart> undecided) {
            return new Left(undecided, 0, NO_SURFACE, null);
        }

        static Left of(@Nullable VolumeCourse course) {
            return new Left(List.of(), 0, NO_SURFACE, course);
        }
    }

    Left everything() {
        return new Left(parts, 0, VolumeCourse.Surface.whole(surface), null);
    }

    /**
     * What was found of a box.
     *
     * @param safe no evaluable shift in it, that is not longer than asked, breaks the limit
     * @param left for the boxes in it; empty when it is safe
     * @param excess by how much the limited value exceeds what breaks the limit in the middle of the box, about: above 0
     *     where it breaks. Volumes (mm3) for near-maxima, else Gy
     * @param gradient of that along the axes, about, for each mm
     * @param rates how much of the bound comes from the width along each axis
     * @param slack how much of it no smaller box would take away, as far as is known
     */
    record Bound(boolean safe, Left left, double excess, double[] gradient, double[] rates, double slack) {
        private static final Bound SAFE = new Bound(true, Left.NOTHING, Double.NaN, NONE, NONE, 0);

        /** Whether smaller boxes may tell more than this one. */
        boolean isWorthHalving() {
            return rates[0] + rates[1] + rates[2] >= VAIN * slack;
        }
    }

    /**
     * Looks at a box.
     *
     * @param centre along the axes, mm
     * @param q half widths, mm
     * @param from what a box around it left
     * @param withinMm longer shifts do not matter
     */
    Bound bound(double[] centre, double[] q, Left from, double withinMm) {
        setReach(q);
        return switch (limit.kind()) {
            case NEAR_MAX -> volume(centre, q, from, withinMm);
            case MAX -> maximum(centre, q, from, withinMm);
            case MEAN -> mean(centre, q, withinMm);
        };
    }

    /** What a box leaves, without asking whether it is safe. */
    Left undecided(double[] centre, double[] q) {
        if (limit.kind() == MovedLimit.Kind.MEAN) {
            return everything();
        }
        if (limit.kind() == MovedLimit.Kind.NEAR_MAX) {
            return Left.of(course(VolumeCourse.Surface.whole(surface), centre, q));
        }
        setReach(q);
        return Left.of(hottest(centre, widest(q)));
    }

    /** A part with the greatest and the least dose near it, Gy; infinite where the dose is not known. */
    private record Hot(SolidPart part, double mostGy, double leastGy) {}

    private Hot hot(SolidPart p, double[] centre) {
        return range(p, centre)
                ? new Hot(p, dose.maxGy, dose.minGy)
                : new Hot(p, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    /** The parts that may hold the maximum at some shift of the box, as far as parts of a width tell. */
    private List<SolidPart> hottest(double[] centre, double widestMm) {
        PriorityQueue<Hot> open =
                new PriorityQueue<>(Comparator.comparingDouble(Hot::mostGy).reversed());
        parts.forEach(p -> open.add(hot(p, centre)));
        List<Hot> found = new ArrayList<>();
        // Wherever the structure is in the box, its maximum is no lower than the least dose near any of its parts.
        double surely = Double.NEGATIVE_INFINITY;
        while (!open.isEmpty() && open.peek().mostGy >= surely) {
            Hot next = open.remove();
            if (next.mostGy < Double.POSITIVE_INFINITY && next.part.widestHalfMm() > widestMm) {
                next.part.halves().forEach(h -> open.add(hot(h, centre)));
            } else {
                surely = Math.max(surely, next.leastGy);
                found.add(next);
            }
        }
        double least = surely;
        return found.stream().filter(h -> h.mostGy >= least).map(Hot::part).toList();
    }

    private void setReach(double[] q) {
        shifted.setReach(q);
    }

    /** How much work was done, in parts looked at. */
    long looks() {
        return shifted.looks() + moreLooks;
    }

    /** Looks at the dose that a part can receive in the box; false where there is none. */
    private boolean look(SolidPart p, double[] centre) {
        return shifted.over(p.middleMm(0), p.middleMm(1), p.middleMm(2), p.halfMm(0), p.halfMm(1), p.halfMm(2), centre);
    }

    /** As {@link #look}, for the extremes only. */
    private boolean range(SolidPart p, double[] centre) {
        return shifted.range(
                p.middleMm(0), p.middleMm(1), p.middleMm(2), p.halfMm(0), p.halfMm(1), p.halfMm(2), centre);
    }

    private double slopes(double[] q) {
        return shifted.slopes(q);
    }

    private static boolean bends(SolidPart p, double bendGy, double mostGy, double[] q) {
        return bendGy > mostGy && p.widestHalfMm() > Math.max(LEAST_MM, SMALL * widest(q));
    }

    private Bound volume(double[] centre, double[] q, Left from, double withinMm) {
        VolumeCourse course = from.course();
        if (course != null) {
            return follow(course, centre, q, withinMm);
        }
        double widest = widest(q);
        double level = limit.limitGy();
        double hot = from.hotMm3();
        double possible = 0;
        List<SolidPart> undecided = new ArrayList<>();
        from.undecided().forEach(stack::addLast);
        while (!stack.isEmpty()) {
            SolidPart p = stack.removeLast();
            if (!range(p, centre)) {
                stack.clear();
                return Bound.SAFE;
            }
            if (dose.maxGy < level) {
                continue;
            }
            if (dose.minGy >= level) {
                hot += p.mm3();
            } else if (p.widestHalfMm() > widest) {
                p.halves().forEach(stack::addLast);
            } else {
                undecided.add(p);
                possible += p.mm3();
            }
        }
        if (hot + possible < neededMm3()) {
            return Bound.SAFE;
        }
        if (widest <= COURSE_MM) {
            VolumeCourse made = course(from.surface(), centre, q);
            if (made != null) {
                return follow(made, centre, q, withinMm);
            }
        }
        VolumeCourse.Surface of = from.surface().in(shifted, level, centre, widest);
        return of == null ? Bound.SAFE : new Bound(false, new Left(undecided, hot, of, null), Double.NaN, NONE, q, 0);
    }

    private double neededMm3() {
        return limit.volumeMm3() - ROUNDING * totalMm3;
    }

    /** Null where the dose is not known everywhere. */
    private @Nullable VolumeCourse course(VolumeCourse.Surface of, double[] centre, double[] q) {
        VolumeCourse.Start start = measured(centre, COARSE * limit.volumeMm3());
        return start == null ? null : course(of, centre, q, start);
    }

    private @Nullable VolumeCourse course(
            VolumeCourse.Surface of, double[] centre, double[] q, VolumeCourse.Start start) {
        return VolumeCourse.of(shifted, of, limit.limitGy(), centre, q, start);
    }

    /** The volume at a shift; null where the dose is not known everywhere. */
    private VolumeCourse.@Nullable Start measured(double[] centre, double widthMm3) {
        moreLooks += MEASURED_LOOKS;
        MetricValue v = certified.volumeAbove(point(centre), widthMm3 / MM3_PER_CC);
        return v.isEvaluable()
                ? VolumeCourse.Start.measured(centre, MM3_PER_CC * v.lower(), MM3_PER_CC * v.upper())
                : null;
    }

    private Bound follow(VolumeCourse course, double[] centre, double[] q, double withinMm) {
        VolumeCourse.Bounds b = course.over(centre, q);
        moreLooks += course.parts() / FOLLOWED;
        double spare = b.spare()[0] + b.spare()[1] + b.spare()[2];
        double change = most(b.rate(), centre, q, withinMm) + spare;
        if (b.mostMm3() + change < neededMm3()) {
            return Bound.SAFE;
        }
        VolumeCourse own = null;
        double slack = b.mostMm3() - b.leastMm3();
        double room = neededMm3() - b.leastMm3() - change;
        if (room > 0 && slack > spare) {
            own = measured(course, centre, q, slack, room);
        }
        if (own == null && course.share(q) <= SMALLER) {
            own = course(course.surface(centre, q), centre, q, course.start().at(centre, b.leastMm3(), b.mostMm3()));
        }
        if (own != null) {
            return follow(own, centre, q, withinMm);
        }
        double[] rates = new double[3];
        for (int d = 0; d < 3; d++) {
            rates[d] = b.spare()[d] + Math.abs(b.rate()[d]) * q[d];
        }
        return new Bound(
                false, Left.of(course), (b.leastMm3() + b.mostMm3()) / 2 - limit.volumeMm3(), b.rate(), rates, slack);
    }

    /**
     * A course that starts from a volume measured in the middle of a box; null where that would tell no more.
     *
     * @param slackMm3 width of the interval that is known there
     * @param roomMm3 what it may be, for the box to be safe
     */
    private @Nullable VolumeCourse measured(
            VolumeCourse course, double[] centre, double[] q, double slackMm3, double roomMm3) {
        VolumeCourse.Start from = course.start();
        boolean near = slackMm3 < 2 * from.measuredMm3();
        double wanted = AIM * Math.min(roomMm3, near ? from.measuredMm3() : slackMm3);
        if (near && from.measuredMm3() <= FINE * limit.volumeMm3()) {
            return null;
        }
        VolumeCourse.Start start = measured(centre, Math.max(wanted, AIM * FINE * limit.volumeMm3()));
        // Where the work is bounded the interval stays as wide as it was.
        if (start == null || near && start.measuredMm3() > NARROWER * from.measuredMm3()) {
            return null;
        }
        return course.share(q) <= SMALLER_MEASURED
                ? course(course.surface(centre, q), centre, q, start)
                : course.from(start);
    }

    private Bound maximum(double[] centre, double[] q, Left from, double withinMm) {
        double level = limit.limitGy();
        double inMiddle = Double.NEGATIVE_INFINITY;
        double[] gradient = NONE;
        double[] rates = new double[3];
        List<SolidPart> undecided = new ArrayList<>();
        from.undecided().forEach(stack::addLast);
        while (!stack.isEmpty()) {
            SolidPart p = stack.removeLast();
            if (!look(p, centre)) {
                stack.clear();
                return Bound.SAFE;
            }
            if (dose.maxGy < level) {
                continue;
            }
            double change = slopes(q);
            double top = shifted.linearGy() + p.most(shifted.slope);
            if (top + dose.aboveGy + most(shifted.rate, centre, q, withinMm) < level) {
                continue;
            }
            if (bends(p, dose.aboveGy, BEND * change, q)) {
                p.halves().forEach(stack::addLast);
                continue;
            }
            undecided.add(p);
            if (top > inMiddle) {
                inMiddle = top;
                gradient = shifted.rate.clone();
            }
            for (int d = 0; d < 3; d++) {
                rates[d] = Math.max(rates[d], Math.abs(shifted.rate[d]) * q[d]);
            }
        }
        return new Bound(undecided.isEmpty(), Left.of(List.copyOf(undecided)), inMiddle - level, gradient, rates, 0);
    }

    private Bound mean(double[] centre, double[] q, double withinMm) {
        double bound = 0;
        double inMiddle = 0;
        double[] sum = new double[3];
        double[] rates = new double[3];
        parts.forEach(stack::addLast);
        while (!stack.isEmpty()) {
            SolidPart p = stack.removeLast();
            if (!look(p, centre)) {
                stack.clear();
                return Bound.SAFE;
            }
            double change = slopes(q);
            if (bends(p, dose.aboveGy, BEND * change, q)) {
                p.halves().forEach(stack::addLast);
                continue;
            }
            double share = p.mm3() / totalMm3;
            double linear = share * shifted.linearGy() + p.integral(shifted.slope) / totalMm3;
            inMiddle += linear;
            bound += linear + share * dose.aboveGy;
            for (int d = 0; d < 3; d++) {
                sum[d] += share * shifted.rate[d];
            }
        }
        for (int d = 0; d < 3; d++) {
            rates[d] = Math.abs(sum[d]) * q[d];
        }
        double most = bound + most(sum, centre, q, withinMm);
        return new Bound(
                most < limit.limitGy() * (1 - ROUNDING), everything(), inMiddle - limit.limitGy(), sum, rates, 0);
    }

    /**
     * The limited metric at one shift: a volume above the limit (mm3) for near-maxima, else a dose (Gy).
     *
     * @param excess value less what breaks the limit, about
     * @param gradient of the value along the boxes' axes, about
     */
    record At(double excess, double[] gradient) {
        private static final At UNKNOWN = new At(Double.NaN, new double[3]);
    }

    /** Looks at a shift; {@code from} is what a box around it left. */
    At at(double[] centre, Left from, double toleranceGy) {
        setReach(NONE);
        return switch (limit.kind()) {
            case NEAR_MAX -> volumeAt(centre, from);
            case MAX -> maximumAt(centre, from, toleranceGy);
            case MEAN -> meanAt(centre, toleranceGy);
        };
    }

    private At volumeAt(double[] centre, Left from) {
        VolumeCourse course = from.course();
        if (course == null) {
            return At.UNKNOWN;
        }
        VolumeCourse.Bounds b = course.over(centre, NONE);
        return new At((b.leastMm3() + b.mostMm3()) / 2 - limit.volumeMm3(), b.rate());
    }

    private Point3 point(double[] along) {
        return shifted.point(along);
    }

    private At maximumAt(double[] centre, Left from, double toleranceGy) {
        double value = Double.NEGATIVE_INFINITY;
        double[] gradient = new double[3];
        from.undecided().forEach(stack::addLast);
        while (!stack.isEmpty()) {
            SolidPart p = stack.removeLast();
            if (!look(p, centre)) {
                stack.clear();
                return At.UNKNOWN;
            }
            if (dose.maxGy <= value) {
                continue;
            }
            slopes(NONE);
            double top = shifted.linearGy() + p.most(shifted.slope);
            if (top + dose.aboveGy <= value) {
                continue;
            }
            if (Math.max(dose.aboveGy, dose.belowGy) > toleranceGy && p.widestHalfMm() > LEAST_MM) {
                p.halves().forEach(stack::addLast);
                continue;
            }
            if (top > value) {
                value = top;
                System.arraycopy(shifted.rate, 0, gradient, 0, 3);
            }
        }
        return new At(value - limit.limitGy(), gradient);
    }

    private At meanAt(double[] centre, double toleranceGy) {
        double value = 0;
        double[] gradient = new double[3];
        parts.forEach(stack::addLast);
        while (!stack.isEmpty()) {
            SolidPart p = stack.removeLast();
            if (!look(p, centre)) {
                stack.clear();
                return At.UNKNOWN;
            }
            if (Math.max(dose.aboveGy, dose.belowGy) > toleranceGy && p.widestHalfMm() > LEAST_MM) {
                p.halves().forEach(stack::addLast);
                continue;
            }
            slopes(NONE);
            double share = p.mm3() / totalMm3;
            value += share * shifted.linearGy() + p.integral(shifted.slope) / totalMm3;
            for (int d = 0; d < 3; d++) {
                gradient[d] += share * shifted.rate[d];
            }
        }
        return new At(value - limit.limitGy(), gradient);
    }

    /** No more than this is g times e where e is in a box about 0 and centre + e is not longer than {@code withinMm}. */
    static double most(double[] g, double[] centre, double[] q, double withinMm) {
        double length = norm(centre);
        double inBall = withinMm * norm(g) - (g[0] * centre[0] + g[1] * centre[1] + g[2] * centre[2]);
        double best = Math.min(inBall, inBox(g, q, 0, centre, 0));
        if (length > 0) {
            // Of what the box and the half space towards the centre share; linear programming's dual with one weight.
            double room = withinMm - length;
            for (int d = 0; d < 3; d++) {
                double n = centre[d] / length;
                double weight = n == 0 ? 0 : g[d] / n;
                if (weight > 0) {
                    best = Math.min(best, inBox(g, q, weight / length, centre, weight * room));
                }
            }
        }
        return best;
    }

    private static double inBox(double[] g, double[] q, double weight, double[] towards, double extra) {
        return extra
                + Math.abs(g[0] - weight * towards[0]) * q[0]
                + Math.abs(g[1] - weight * towards[1]) * q[1]
                + Math.abs(g[2] - weight * towards[2]) * q[2];
    }

    /** The largest half width of a box. */
    static double widest(double[] q) {
        return Math.max(q[0], Math.max(q[1], q[2]));
    }

    static double norm(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }
}
