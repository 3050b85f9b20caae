package org.cordonrt.robust;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.cordonrt.dvh.SurfacePart;
import org.jspecify.annotations.Nullable;

/**
 * How the volume of a solid that receives a dose changes over a box of shifts. A solid that moves by e gains, for each
 * part of its surface where the dose is received, the area of that part along e, and that alone: the dose within does
 * not matter. Of most of the surface the box decides whether the dose is received; what is left is a strip along a
 * curve, kept as small parts with a linear dose each. See the package page. Not changed once made.
 */
final class VolumeCourse {
    /** A rectangle is halved where its dose bends by more than this share of what the box changes it by. */
    private static final double BEND = 0.1;

    /** Another part is halved where the dose on it changes by more than this share of that. */
    private static final double RANGE = 0.5;

    /** ... unless it could change the volume by no more than this share of it in the box. */
    private static final double LITTLE = 1e-4;

    /** Nor is one that bends and is smaller than this share of the box. */
    private static final double SMALL = 0.5;

    /** No part is halved below this, mm. */
    private static final double LEAST_MM = 0.02;

    /**
     * Numbers kept of each part: dose in the middle less the level, its three slopes, how far it lies above and below that
     * linear function, over what half ranges that is spread evenly, net and total area along the frame.
     */
    private static final int SIZE = 14;

    private final double[] centre;
    private final double[] q;
    private final ShiftedDose frame;
    private final Start start;

    /** Area that receives the dose at every shift of the box, along the solid's frame, mm2. */
    private final double[] sure;

    /** The numbers of undecided parts, one part after the other. */
    private final double[] strip;

    private final List<SurfacePart> undecided;

    private VolumeCourse(
            double[] centre,
            double[] q,
            ShiftedDose frame,
            Start start,
            double[] sure,
            double[] strip,
            List<SurfacePart> undecided) {
        this.centre = centre;
        this.q = q;
        this.frame = frame;
        this.start = start;
        this.sure = sure;
        this.strip = strip;
        this.undecided = undecided;
    }

    /**
     * Where the volume is known.
     *
     * @param shift along the shifts' axes
     * @param leastMm3 it is at least
     * @param mostMm3 it is at most
     * @param measuredMm3 width of the interval of the last volume on the way here that was measured
     */
    record Start(double[] shift, double leastMm3, double mostMm3, double measuredMm3) {
        static Start measured(double[] shift, double leastMm3, double mostMm3) {
            return new Start(shift, leastMm3, mostMm3, mostMm3 - leastMm3);
        }

        /** Another place, with bounds that follow from this one. */
        Start at(double[] other, double least, double most) {
            return new Start(other, least, most, measuredMm3);
        }
    }

    /** The surface, or what of it a larger box left undecided. */
    record Surface(List<SurfacePart> undecided, double[] sure) {
        static Surface whole(List<SurfacePart> parts) {
            return new Surface(parts, new double[3]);
        }

        /**
         * What a box leaves of it, in parts about as wide as the box; null where the dose is not known at some shift.
         *
         * @param frame moves the solid; it is set to reach over the box
         * @param centre of the box
         * @param widestMm its largest half width
         */
        @Nullable
        Surface in(ShiftedDose frame, double levelGy, double[] centre, double widestMm) {
            double[] more = sure.clone();
            List<SurfacePart> left = new ArrayList<>();
            Deque<SurfacePart> stack = new ArrayDeque<>(undecided);
            while (!stack.isEmpty()) {
                SurfacePart p = stack.removeLast();
                if (!range(frame, p, centre)) {
                    return null;
                }
                int axis = widest(p);
                if (frame.dose.minGy >= levelGy) {
                    addNet(p, more);
                } else if (frame.dose.maxGy >= levelGy && p.halfMm(axis) > widestMm) {
                    p.halves(axis).forEach(stack::addLast);
                } else if (frame.dose.maxGy >= levelGy) {
                    left.add(p);
                }
            }
            return new Surface(left, more);
        }

        private static int widest(SurfacePart p) {
            int axis = p.halfMm(1) > p.halfMm(0) ? 1 : 0;
            return p.halfMm(2) > p.halfMm(axis) ? 2 : axis;
        }
    }

    private static boolean range(ShiftedDose frame, SurfacePart p, double[] centre) {
        return frame.range(p.middleMm(0), p.middleMm(1), p.middleMm(2), p.halfMm(0), p.halfMm(1), p.halfMm(2), centre);
    }

    private static void addNet(SurfacePart p, double[] to) {
        for (int d = 0; d < 3; d++) {
            to[d] += p.netMm2(d);
        }
    }

    /** What is left for a box within this one: of parts whose dose there is known well enough, nothing. */
    Surface surface(double[] middle, double[] half) {
        double[] way = new double[3];
        frame.toFrame(new double[] {middle[0] - centre[0], middle[1] - centre[1], middle[2] - centre[2]}, way);
        double[] around = new double[3];
        frame.aroundInFrame(half, around);
        double[] more = sure.clone();
        List<SurfacePart> left = new ArrayList<>();
        for (int i = 0; i < undecided.size(); i++) {
            int o = SIZE * i;
            double at = strip[o];
            double change = strip[o + 6] + strip[o + 7];
            for (int d = 0; d < 3; d++) {
                at += strip[o + 1 + d] * way[d];
                change += Math.abs(strip[o + 1 + d]) * around[d];
            }
            if (at - strip[o + 5] - change >= 0) {
                for (int d = 0; d < 3; d++) {
                    more[d] += strip[o + 8 + d];
                }
            } else if (at + strip[o + 4] + change >= 0) {
                left.add(undecided.get(i));
            }
        }
        return new Surface(left, more);
    }

    Start start() {
        return start;
    }

    /** How wide a box is compared to the one that the course was made for: the geometric mean. */
    double share(double[] half) {
        double share = 1;
        int axes = 0;
        for (int d = 0; d < 3; d++) {
            if (q[d] > 0) {
                share *= half[d] / q[d];
                axes++;
            }
        }
        return axes == 2 ? Math.sqrt(share) : axes == 3 ? Math.cbrt(share) : share;
    }

    /** The same course from another place in the box. */
    VolumeCourse from(Start other) {
        return new VolumeCourse(centre, q, frame, other, sure, strip, undecided);
    }

    /**
     * Looks at a box.
     *
     * @param frame moves the solid
     * @param of the surface, or what a larger box left
     * @param levelGy the dose
     * @param centre of the box, along the shifts' axes
     * @param q half widths
     * @param start in the box
     * @return null where the dose is not known at some shift
     */
    static @Nullable VolumeCourse of(
            ShiftedDose frame, Surface of, double levelGy, double[] centre, double[] q, Start start) {
        Maker maker = new Maker(frame, of, levelGy, centre, q, LITTLE * start.mostMm3);
        return maker.run()
                ? new VolumeCourse(
                        centre,
                        q,
                        frame,
                        start,
                        maker.sure,
                        Arrays.copyOf(maker.strip, SIZE * maker.undecided.size()),
                        maker.undecided)
                : null;
    }

    private static final class Maker {
        private final ShiftedDose frame;
        private final double levelGy;
        private final double[] centre;
        private final double[] q;
        private final double littleMm3;
        private final double[] around = new double[3];
        private final double[] sure;
        private final List<SurfacePart> undecided = new ArrayList<>();
        private double[] strip = new double[64 * SIZE];
        private final Deque<SurfacePart> stack;

        Maker(ShiftedDose frame, Surface of, double levelGy, double[] centre, double[] q, double littleMm3) {
            this.frame = frame;
            this.levelGy = levelGy;
            this.centre = centre;
            this.q = q;
            this.littleMm3 = littleMm3;
            this.sure = of.sure.clone();
            this.stack = new ArrayDeque<>(of.undecided);
            frame.setReach(q);
            frame.aroundInFrame(q, around);
        }

        boolean run() {
            while (!stack.isEmpty()) {
                SurfacePart p = stack.removeLast();
                if (!range(frame, p, centre)) {
                    return false;
                }
                if (frame.dose.maxGy < levelGy) {
                    continue;
                }
                if (frame.dose.minGy >= levelGy) {
                    addNet(p, sure);
                    continue;
                }
                frame.dose.fit();
                double change = frame.slopes(q);
                int axis = axis(p, change);
                if (axis >= 0) {
                    for (SurfacePart h : p.halves(axis)) {
                        stack.addLast(h);
                    }
                } else {
                    add(p);
                }
            }
            return true;
        }

        /** Along which to halve a part; -1 where it is small enough. */
        private int axis(SurfacePart p, double change) {
            double bend = Math.max(frame.dose.aboveGy, frame.dose.belowGy);
            boolean bends = bend > BEND * change;
            boolean ranges = !p.isRectangle() && p.halfRange(frame.slope) > RANGE * change;
            if (!bends && !ranges
                    || p.totalMm2(0) * around[0] + p.totalMm2(1) * around[1] + p.totalMm2(2) * around[2] <= littleMm3) {
                return -1;
            }
            int axis = 0;
            double most = -1;
            for (int d = 0; d < 3; d++) {
                double by = ranges ? Math.abs(frame.slope[d]) * p.halfMm(d) : p.halfMm(d);
                if (by > most) {
                    most = by;
                    axis = d;
                }
            }
            // Doses bend over the box of shifts as well: much smaller parts than that gain little.
            double widest = Math.max(around[0], Math.max(around[1], around[2]));
            return p.halfMm(axis) > (ranges ? LEAST_MM : Math.max(LEAST_MM, SMALL * widest)) ? axis : -1;
        }

        private void add(SurfacePart p) {
            int o = SIZE * undecided.size();
            if (o == strip.length) {
                strip = Arrays.copyOf(strip, 2 * o);
            }
            undecided.add(p);
            double unsure = 0;
            if (p.isRectangle()) {
                strip[o + 6] = p.halfRangeAlong(frame.slope);
                strip[o + 7] = Math.abs(frame.slope[2]) * p.halfMm(2);
            } else {
                unsure = p.halfRange(frame.slope);
                strip[o + 6] = 0;
                strip[o + 7] = 0;
            }
            strip[o] = frame.linearGy() - levelGy;
            for (int d = 0; d < 3; d++) {
                strip[o + 1 + d] = frame.slope[d];
                strip[o + 8 + d] = p.netMm2(d);
                strip[o + 11 + d] = p.totalMm2(d);
            }
            strip[o + 4] = unsure + frame.dose.aboveGy;
            strip[o + 5] = unsure + frame.dose.belowGy;
        }
    }

    /**
     * Bounds of the volume in a box within this one, mm3: at e from its middle the volume is at most {@code mostMm3 +
     * spare + rate e}.
     *
     * @param leastMm3 at the middle
     * @param mostMm3 at the middle
     * @param spare what parts may add of which the box does not decide whether the dose is received, along each axis
     * @param rate along the shifts' axes
     */
    record Bounds(double leastMm3, double mostMm3, double[] spare, double[] rate) {}

    /** Looks at a box within this one. */
    Bounds over(double[] middle, double[] half) {
        double[] way = new double[3];
        double[] from = start.shift;
        frame.toFrame(new double[] {middle[0] - from[0], middle[1] - from[1], middle[2] - from[2]}, way);
        double[] first = new double[3];
        frame.toFrame(new double[] {from[0] - centre[0], from[1] - centre[1], from[2] - centre[2]}, first);
        double[] around = new double[3];
        frame.aroundInFrame(half, around);
        double w0 = way[0];
        double w1 = way[1];
        double w2 = way[2];
        double a0 = Math.abs(w0);
        double a1 = Math.abs(w1);
        double a2 = Math.abs(w2);
        double r0 = sure[0];
        double r1 = sure[1];
        double r2 = sure[2];
        double u0 = 0;
        double u1 = 0;
        double u2 = 0;
        double likely = r0 * w0 + r1 * w1 + r2 * w2;
        double unsure = 0;
        double[] s = strip;
        for (int o = 0; o < s.length; o += SIZE) {
            double g0 = s[o + 1];
            double g1 = s[o + 2];
            double g2 = s[o + 3];
            double at = s[o] + g0 * first[0] + g1 * first[1] + g2 * first[2];
            double high = at + s[o + 4];
            double low = at - s[o + 5];
            double along = s[o + 6];
            double up = s[o + 7];
            double rise = g0 * w0 + g1 * w1 + g2 * w2;
            // Of all points and the way from the centre: the share that receives the dose at most, and at least.
            double upper = EvenShare.above(high + rise / 2, along, up, Math.abs(rise) / 2, true);
            if (upper > 0) {
                double lower = EvenShare.above(low + rise / 2, along, up, Math.abs(rise) / 2, false);
                double mid = (upper + lower) / 2;
                likely += mid * (s[o + 8] * w0 + s[o + 9] * w1 + s[o + 10] * w2);
                unsure += (upper - lower) / 2 * (s[o + 11] * a0 + s[o + 12] * a1 + s[o + 13] * a2);
            }
            high += rise;
            low += rise;
            double change = Math.abs(g0) * around[0] + Math.abs(g1) * around[1] + Math.abs(g2) * around[2];
            if (high + change + along + up < 0) {
                continue;
            }
            if (low - change - along - up >= 0) {
                r0 += s[o + 8];
                r1 += s[o + 9];
                r2 += s[o + 10];
                continue;
            }
            // The same for a way from the middle of the box to any shift in it.
            double most = EvenShare.above(high + change / 2, along, up, change / 2, true);
            double least = EvenShare.above(low - change / 2, along, up, change / 2, false);
            double mid = (most + least) / 2;
            double off = (most - least) / 2;
            r0 += mid * s[o + 8];
            r1 += mid * s[o + 9];
            r2 += mid * s[o + 10];
            u0 += off * s[o + 11];
            u1 += off * s[o + 12];
            u2 += off * s[o + 13];
        }
        double[] rate = new double[3];
        double[] inFrame = {r0, r1, r2};
        frame.toAxes(inFrame, rate);
        double[] spare = new double[3];
        frame.spare(new double[] {u0, u1, u2}, half, spare);
        return new Bounds(start.leastMm3 + likely - unsure, start.mostMm3 + likely + unsure, spare, rate);
    }

    /** Parts of the strip. */
    int parts() {
        return undecided.size();
    }
}
