package org.cordonrt.robust;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.cordonrt.dvh.SolidPart;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.Point3;

/**
 * What a limited structure receives at all shifts of a box at once, by bounds that hold: see the package page. The
 * structure's parts are divided where the answer needs it, and a box within a box starts with the parts that the larger
 * one could not decide. Not thread-safe.
 */
final class ShiftBounds {
    /** A part is divided where its dose bends by more than this share of what the box changes it by. */
    private static final double BEND = 0.15;

    /** At first roughly. */
    private static final double[] BENDS = {0.6, BEND};

    /** ... unless it is smaller than this share of the box. */
    private static final double SMALL = 0.5;

    /** No part is divided below this, mm. */
    private static final double LEAST_MM = 0.02;

    /** A maximum is not looked for where doses are lower than the limit by more than this share of it. */
    private static final double COLD = 0.5;

    /** Slopes of volumes are taken over so much dose to both sides, Gy. */
    private static final double SLOPE_GY = 0.05;

    /** ... in parts no larger than this, mm. */
    private static final double SLOPE_MM = 0.3;

    private static final double MM3_PER_CC = 1000;
    private static final double[] NONE = new double[3];

    /** Closed forms are good to 1e-9 of the volume. */
    private static final double ROUNDING = 1e-8;

    private final MovedLimit limit;
    private final List<SolidPart> parts;
    private final CertifiedShifts certified;
    private final Point3[] axes;
    private final DoseBox dose;

    /** Dose samples for each mm along the solid's frame and along the boxes' axes, in rows of three, and at rest. */
    private final double[] perFrame = new double[9];

    private final double[] perAxis = new double[9];
    private final double[] offset = new double[3];
    private final double totalMm3;

    private final double[] middle = new double[3];
    private final double[] half = new double[3];
    private final double[] reach = new double[3];
    private final double[] slope = new double[3];
    private final double[] rate = new double[3];
    private final double[] levels = new double[1];
    private final double[] course = new double[3];
    private long looks;
    private final Deque<SolidPart> stack = new ArrayDeque<>();

    /**
     * @param block around the structure, by as much as it will be shifted, or up to the end of the grid
     * @param axes orthogonal unit vectors along which boxes lie
     */
    ShiftBounds(MovedLimit limit, List<SolidPart> parts, CertifiedShifts certified, DoseBlock block, Point3[] axes) {
        this.limit = limit;
        this.parts = parts;
        this.certified = certified;
        this.axes = axes.clone();
        this.dose = new DoseBox(block);
        double[] place = block.placing(Displacement.NONE.affine(new Point3(0, 0, 0)));
        PlaneFrame f = limit.solid().frame();
        Point3[] frame = {f.u(), f.v(), f.w()};
        for (int r = 0; r < 3; r++) {
            Point3 p = new Point3(place[4 * r], place[4 * r + 1], place[4 * r + 2]);
            for (int d = 0; d < 3; d++) {
                perFrame[3 * r + d] = p.dot(frame[d]);
                perAxis[3 * r + d] = p.dot(axes[d]);
            }
            offset[r] = place[4 * r + 3];
        }
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
     * @param centre of the box
     * @param most at a shift from the centre by e the value is at most {@code most + rate e}
     * @param rate along the axes
     */
    record Left(List<SolidPart> undecided, double hotMm3, double[] centre, double most, double[] rate) {
        private static final Left NOTHING = new Left(List.of(), 0, NONE, Double.POSITIVE_INFINITY, NONE);

        static Left parts(List<SolidPart> undecided, double hotMm3) {
            return new Left(undecided, hotMm3, NONE, Double.POSITIVE_INFINITY, NONE);
        }
    }

    Left everything() {
        return Left.parts(parts, 0);
    }

    /**
     * What was found of a box.
     *
     * @param safe no evaluable shift in it, that is not longer than asked, breaks the limit
     * @param left for the boxes in it; empty when it is safe
     * @param excess by how much the limited value exceeds what breaks the limit in the middle of the box, about: above 0
     *     where it breaks. Volumes (mm3) for near-maxima, else Gy
     * @param rates how much of the bound comes from the width along each axis
     */
    record Bound(boolean safe, Left left, double excess, double[] rates) {}

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
        setReach(q);
        double around = limit.kind() == MovedLimit.Kind.NEAR_MAX ? 2 * SLOPE_GY : COLD * limit.limitGy();
        double hot = 0;
        List<SolidPart> undecided = new ArrayList<>();
        parts.forEach(stack::addLast);
        while (!stack.isEmpty()) {
            SolidPart p = stack.removeLast();
            if (!look(p, centre)) {
                undecided.add(p);
            } else if (dose.minGy >= limit.limitGy() + around && limit.kind() == MovedLimit.Kind.NEAR_MAX) {
                hot += p.mm3();
            } else if (dose.maxGy >= limit.limitGy() - around) {
                if (p.widestHalfMm() > Math.max(q[0], Math.max(q[1], q[2]))) {
                    p.halves().forEach(stack::addLast);
                } else {
                    undecided.add(p);
                }
            }
        }
        return Left.parts(undecided, hot);
    }

    private void setReach(double[] q) {
        for (int r = 0; r < 3; r++) {
            reach[r] = Math.abs(perAxis[3 * r]) * q[0]
                    + Math.abs(perAxis[3 * r + 1]) * q[1]
                    + Math.abs(perAxis[3 * r + 2]) * q[2];
        }
    }

    /** How many parts were looked at. */
    long looks() {
        return looks;
    }

    /** Looks at the dose that a part can receive in the box; false where there is none. */
    private boolean look(SolidPart p, double[] centre) {
        looks++;
        for (int r = 0; r < 3; r++) {
            double m = offset[r];
            double h = reach[r];
            for (int d = 0; d < 3; d++) {
                m += perFrame[3 * r + d] * p.middleMm(d) + perAxis[3 * r + d] * centre[d];
                h += Math.abs(perFrame[3 * r + d]) * p.halfMm(d);
            }
            middle[r] = m;
            half[r] = h;
        }
        return dose.over(middle, half);
    }

    /** The slopes of the linear function over {@link #dose} along the solid's frame and along the box. */
    private double slopes(double[] q) {
        double most = 0;
        for (int d = 0; d < 3; d++) {
            slope[d] = 0;
            rate[d] = 0;
            for (int r = 0; r < 3; r++) {
                slope[d] += dose.slope[r] * perFrame[3 * r + d];
                rate[d] += dose.slope[r] * perAxis[3 * r + d];
            }
            most += Math.abs(rate[d]) * q[d];
        }
        return most;
    }

    private static boolean bends(SolidPart p, double bendGy, double mostGy, double[] q) {
        return bendGy > mostGy && p.widestHalfMm() > Math.max(LEAST_MM, SMALL * Math.max(q[0], Math.max(q[1], q[2])));
    }

    private Bound volume(double[] centre, double[] q, Left from, double withinMm) {
        double needed = limit.volumeMm3() - ROUNDING * totalMm3;
        double there = from.most();
        for (int d = 0; d < 3; d++) {
            there += from.rate()[d] * (centre[d] - from.centre()[d]);
        }
        if (there + most(from.rate(), centre, q, withinMm) < needed) {
            return new Bound(true, Left.NOTHING, Double.NaN, NONE);
        }
        Left left = from;
        Bound bound = new Bound(false, from, Double.NaN, NONE);
        for (double bend : BENDS) {
            Pass pass = new Pass(left, bend);
            if (!pass.over(centre, q)) {
                return new Bound(true, Left.NOTHING, Double.NaN, NONE);
            }
            double change = most(pass.rate, centre, q, withinMm);
            boolean safe = pass.most + change < needed;
            left = pass.left(centre);
            double plain = pass.inMiddle - pass.bent;
            bound = new Bound(safe, safe ? Left.NOTHING : left, plain - limit.volumeMm3(), pass.rates);
            // Smaller parts take away no more than what their bends add.
            if (safe || plain + change >= needed) {
                return bound;
            }
        }
        return bound;
    }

    /** One look at the undecided parts. */
    private final class Pass {
        private final Left from;
        private final double bend;
        private final List<SolidPart> undecided = new ArrayList<>();
        private final double[] rate = new double[3];
        private final double[] rates = new double[3];
        private double hot;

        /** Upper bound on the volume in the middle of the box, and of its linear course about it. */
        private double inMiddle;

        private double most;

        /** What the bends of the dose add to it, about. */
        private double bent;

        Pass(Left from, double bend) {
            this.from = from;
            this.bend = bend;
        }

        /** False where a part has no dose at any shift of the box. */
        boolean over(double[] centre, double[] q) {
            double level = limit.limitGy();
            hot = from.hotMm3();
            from.undecided().forEach(stack::addLast);
            while (!stack.isEmpty()) {
                SolidPart p = stack.removeLast();
                if (!look(p, centre)) {
                    stack.clear();
                    return false;
                }
                if (dose.maxGy < level) {
                    continue;
                }
                if (dose.minGy >= level) {
                    hot += p.mm3();
                    continue;
                }
                double change = slopes(q);
                if (bends(p, dose.aboveGy, bend * change, q)) {
                    p.halves().forEach(stack::addLast);
                    continue;
                }
                undecided.add(p);
                add(p, change, q);
            }
            inMiddle += hot;
            most += hot;
            return true;
        }

        private void add(SolidPart p, double change, double[] q) {
            double top = dose.linearGy(middle) + dose.aboveGy;
            if (change > 0) {
                p.boundMm3Above(top, slope, limit.limitGy(), change, course);
            } else {
                levels[0] = limit.limitGy();
                p.mm3Above(top, slope, levels, course);
                course[1] = 0;
                course[2] = course[0];
            }
            double by = course[1];
            most += course[0];
            inMiddle += course[2];
            bent += Math.min(course[2], by * dose.aboveGy);
            for (int d = 0; d < 3; d++) {
                rate[d] += by * ShiftBounds.this.rate[d];
                rates[d] += by * Math.abs(ShiftBounds.this.rate[d]) * q[d];
            }
        }

        Left left(double[] centre) {
            return new Left(undecided, hot, centre, most, rate);
        }
    }

    private Bound maximum(double[] centre, double[] q, Left from, double withinMm) {
        double level = limit.limitGy();
        double inMiddle = Double.NEGATIVE_INFINITY;
        double[] rates = new double[3];
        List<SolidPart> undecided = new ArrayList<>();
        from.undecided().forEach(stack::addLast);
        while (!stack.isEmpty()) {
            SolidPart p = stack.removeLast();
            if (!look(p, centre)) {
                stack.clear();
                return new Bound(true, Left.NOTHING, Double.NaN, rates);
            }
            if (dose.maxGy < level) {
                continue;
            }
            double change = slopes(q);
            double top = dose.linearGy(middle) + p.most(slope);
            if (top + dose.aboveGy + most(rate, centre, q, withinMm) < level) {
                continue;
            }
            if (bends(p, dose.aboveGy, BEND * change, q)) {
                p.halves().forEach(stack::addLast);
                continue;
            }
            undecided.add(p);
            inMiddle = Math.max(inMiddle, top);
            for (int d = 0; d < 3; d++) {
                rates[d] = Math.max(rates[d], Math.abs(rate[d]) * q[d]);
            }
        }
        return new Bound(undecided.isEmpty(), Left.parts(List.copyOf(undecided), 0), inMiddle - level, rates);
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
                return new Bound(true, Left.NOTHING, Double.NaN, rates);
            }
            double change = slopes(q);
            if (bends(p, dose.aboveGy, BEND * change, q)) {
                p.halves().forEach(stack::addLast);
                continue;
            }
            double share = p.mm3() / totalMm3;
            double linear = share * dose.linearGy(middle) + p.integral(slope) / totalMm3;
            inMiddle += linear;
            bound += linear + share * dose.aboveGy;
            for (int d = 0; d < 3; d++) {
                sum[d] += share * rate[d];
            }
        }
        for (int d = 0; d < 3; d++) {
            rates[d] = Math.abs(sum[d]) * q[d];
        }
        double most = bound + most(sum, centre, q, withinMm);
        return new Bound(most < limit.limitGy() * (1 - ROUNDING), everything(), inMiddle - limit.limitGy(), rates);
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
            case NEAR_MAX -> volumeAt(centre, from, toleranceGy);
            case MAX -> maximumAt(centre, from, toleranceGy);
            case MEAN -> meanAt(centre, toleranceGy);
        };
    }

    /** The value is certified; the gradient, that of the linear functions of parts, is not. */
    private At volumeAt(double[] centre, Left from, double toleranceGy) {
        MetricValue v = certified.volumeAbove(point(centre), toleranceGy);
        if (!v.isEvaluable()) {
            return At.UNKNOWN;
        }
        double[] gradient = new double[3];
        double[] levels = {limit.limitGy() - SLOPE_GY, limit.limitGy() + SLOPE_GY};
        double[] mm3 = new double[2];
        from.undecided().forEach(stack::addLast);
        while (!stack.isEmpty()) {
            SolidPart p = stack.removeLast();
            if (!look(p, centre) || dose.maxGy < levels[0] || dose.minGy >= levels[1]) {
                continue;
            }
            if (p.widestHalfMm() > SLOPE_MM) {
                p.halves().forEach(stack::addLast);
                continue;
            }
            slopes(NONE);
            p.mm3Above(dose.linearGy(middle), slope, levels, mm3);
            for (int d = 0; d < 3; d++) {
                gradient[d] += (mm3[0] - mm3[1]) / (levels[1] - levels[0]) * rate[d];
            }
        }
        return new At(MM3_PER_CC * v.value() - limit.volumeMm3(), gradient);
    }

    private Point3 point(double[] along) {
        return axes[0].times(along[0]).plus(axes[1].times(along[1])).plus(axes[2].times(along[2]));
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
            if (Math.max(dose.aboveGy, dose.belowGy) > toleranceGy && p.widestHalfMm() > LEAST_MM) {
                p.halves().forEach(stack::addLast);
                continue;
            }
            slopes(NONE);
            double top = dose.linearGy(middle) + p.most(slope);
            if (top > value) {
                value = top;
                System.arraycopy(rate, 0, gradient, 0, 3);
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
            value += share * dose.linearGy(middle) + p.integral(slope) / totalMm3;
            for (int d = 0; d < 3; d++) {
                gradient[d] += share * rate[d];
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

    private static double norm(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }
}
