package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.Interruption;
import org.jspecify.annotations.Nullable;

/**
 * Finds D_v and V_d from the cells that straddle the answer. In each cell the dose is a linear function plus a bounded
 * remainder, so the volume above d has a lower and an upper bound in closed form, and so has their sum: D_v is at least
 * any dose that v surely receives, and at most any dose that less than v may receive. Cells whose remainder is too large
 * for a narrow interval are split, which divides it by about four each time every direction is halved; cells that turn
 * out to lie wholly above or below the answer are put aside.
 */
final class Refinement {
    /**
     * Share of the tolerance that a cell's remainder may use, where the sum of all does not help. The interval is at most
     * twice the largest remainder, so the last share always suffices; starting higher puts many cells aside before they
     * are split finely.
     */
    private static final double FIRST_SHARE = 8;

    private static final double NEXT_SHARE = 0.35;
    private static final double LAST_SHARE = 0.48;

    /** Width that is aimed at, and that looks narrow enough to try, as shares of the tolerance. */
    private static final double AIM = 0.5;

    private static final double NARROW = 0.95;

    /** A range this many times as wide as it might be is narrowed before cells are split. */
    private static final double WORTH_NARROWING = 2;

    /** What is left of a cell's unsure volume when every direction is halved. */
    private static final double QUARTER = 0.25;

    /** Unsure volume in all that is not worth a split, as a share of what is allowed. */
    private static final double NEGLIGIBLE = 0.1;

    /** Relative rounding of a volume, summed over many cells; see {@link BoxCut} and {@link BoxTable}. */
    private static final double VOLUME_ROUNDING = 1e-9;

    /** The first width to narrow to is at least this. */
    private static final double WIDEST_GY = 0.16;

    /** A step towards the value, as a share of the tolerance, after which the next would be far smaller. */
    private static final double FINE_SHARE = 0.01;

    /** How closely the value itself is found, as a share of the tolerance. */
    private static final double FINEST_SHARE = 1e-5;

    /** How closely the root is found, as a share of the tolerance; and of the range while that is wide. */
    private static final double BOUND_SHARE = 0.03;

    private static final double ROUGH_SHARE = 0.04;

    /** How far beyond the estimate each try goes to find a dose that is surely reached, or missed. */
    private static final double[] BEYOND = {1.04, 1.06, 1.2, 1.5, 2};

    private static final int MAX_ROUNDS = 60;
    private static final int MAX_STEPS = 200;
    /** Share of the width that a remainder may have without a closer look. */
    private static final double SMALL_SHARE = 0.05;

    private static final int NEWTON_STEPS = 8;
    private static final int HALVINGS = 3;

    /** How near to the asked volume is near enough for a try, as a share of what is unsure. */
    private static final double CLOSE = 0.1;

    private final double toleranceGy;
    private final int maxPieces;
    private final double roundingGy;

    private double aboveMm3;
    private final double unsortedMm3;
    private BoxTable boxes;
    private BoxTable spare = new BoxTable();
    private List<Piece> pieces;

    /** What rounding may add to a sum of volumes, mm3. */
    private final double slackMm3;

    private double lowGy;
    private double highGy;
    private boolean isBounded;

    /** The width that is being narrowed to. */
    private double widthGy;

    private double share = FIRST_SHARE;

    /** Volume of each cell, boxes first, that may or may not receive the dose asked last, mm3. */
    private double[] unsure = new double[0];

    /** Volume that surely, and possibly, receives that dose, mm3. */
    private double surely;

    private double possibly;

    /** Volume that most likely receives it. */
    private double likely;

    /** Volume lost per Gy there, mm3/Gy; 0 while unknown. */
    private double slope;

    private final Bend bend = new Bend();
    private final double[] ofPiece = new double[Piece.NUMBERS];

    /** A box and its halves while it is split. */
    private final double[] halves = new double[(HALVINGS + 1) * Trilinear.SIZE];

    /**
     * @param range the cells that straddle a range; used up
     * @param roundingGy what rounding may add to a dose
     */
    Refinement(Straddlers.Range range, DvhOptions options, double roundingGy) {
        this.toleranceGy = options.toleranceGy();
        this.maxPieces = options.maxPieces();
        this.roundingGy = roundingGy;
        this.aboveMm3 = range.aboveMm3;
        this.unsortedMm3 = range.unsortedMm3;
        this.boxes = range.boxes;
        this.pieces = range.pieces;
        this.lowGy = range.lowGy;
        this.highGy = range.highGy;
        double all = aboveMm3 + unsortedMm3;
        for (int i = 0; i < boxes.size(); i++) {
            all += boxes.mm3(i);
        }
        for (Piece p : pieces) {
            all += p.mm3;
        }
        this.slackMm3 = VOLUME_ROUNDING * all;
    }

    /** Whether the range surely holds the largest dose that at least {@code mm3} receives. */
    boolean holds(double mm3) {
        double surelyMm3 = aboveMm3 + boxes.leastMm3Above(lowGy);
        double possiblyMm3 = aboveMm3 + unsortedMm3 + boxes.mostMm3Above(highGy);
        for (Piece p : pieces) {
            surelyMm3 += p.leastMm3Above(lowGy);
            possiblyMm3 += p.mostMm3Above(highGy);
        }
        return surelyMm3 >= mm3 + slackMm3 && possiblyMm3 < mm3 - slackMm3;
    }

    /**
     * The largest dose that at least {@code mm3} receives, which the range holds.
     *
     * @param from a dose that may be near
     */
    Certified doseAt(double mm3, double from) {
        double guess = from;
        for (double width : widths()) {
            guess = narrowTo(width, mm3, guess);
        }
        return Certified.within(
                value(mm3, guess), lowGy - roundingGy, highGy + roundingGy, highGy - lowGy > toleranceGy);
    }

    /**
     * Widths to narrow to, one after the other: the tolerance, before that its double, and so on. With half the tolerance
     * the way is the same and one step longer, so that the interval lies within the wider one.
     */
    private double[] widths() {
        int n = 1;
        for (double w = toleranceGy; w < WIDEST_GY; w *= 2) {
            n++;
        }
        double[] widths = new double[n];
        for (int i = 0; i < n; i++) {
            widths[i] = Math.scalb(toleranceGy, n - 1 - i);
        }
        return widths;
    }

    /** Narrows the range to a width as far as the work bound allows; returns a dose near the answer. */
    private double narrowTo(double width, double mm3, double from) {
        if (highGy - lowGy <= width) {
            return from;
        }
        widthGy = width;
        share = FIRST_SHARE;
        isBounded = false;
        double guess = from;
        for (int round = 0; ; round++) {
            Interruption.check();
            boolean last = share == LAST_SHARE || isBounded || round == MAX_ROUNDS;
            guess = centre(mm3, guess);
            if (last || !(slope > 0)) {
                double fine = width * BOUND_SHARE;
                double[] root = bracket(mm3, guess, last ? fine : Math.max(fine, (highGy - lowGy) * ROUGH_SHARE));
                narrowByWidest(root);
                guess = centre(mm3, (root[0] + root[1]) / 2);
            }
            double likelyGy = slope > 0 ? (possibly - surely) / slope : 0;
            boolean looksNarrow = likelyGy <= NARROW * width;
            if (last || looksNarrow || highGy - lowGy > WORTH_NARROWING * likelyGy) {
                narrowBySum(mm3, guess);
                putAside();
                // What was put aside may have made room.
                isBounded &= boxes.size() + pieces.size() > maxPieces / 2;
                guess = Math.min(highGy, Math.max(lowGy, guess));
                boolean done = highGy - lowGy <= width || isBounded || round == MAX_ROUNDS;
                if (done || last && !splitWide()) {
                    return guess;
                }
            }
            if (looksNarrow) {
                splitWider();
            } else {
                splitUnsure(AIM * widthGy * slope);
            }
        }
    }

    /**
     * Looks for the dose that the asked volume most likely receives, closely enough for a try to narrow the range, by
     * Newton's method. Returns the dose; what each cell is unsure of is known there.
     */
    private double centre(double mm3, double from) {
        double lo = lowGy;
        double hi = highGy;
        double d = Math.min(hi, Math.max(lo, from));
        for (int step = 0; ; step++) {
            findUnsure(d);
            double excess = likely - mm3;
            if (Math.abs(excess) <= Math.max(CLOSE * (possibly - surely), slackMm3) || step == NEWTON_STEPS) {
                return d;
            }
            if (excess > 0) {
                lo = d;
            } else {
                hi = d;
            }
            double next = d + excess / slope;
            if (!(next > lo && next < hi)) {
                next = (lo + hi) / 2;
            }
            if (next == d) {
                return d;
            }
            d = next;
        }
    }

    /** Finds the volume that surely, and possibly, receives d, and what each cell is unsure of. */
    private void findUnsure(double d) {
        int n = boxes.size() + pieces.size();
        if (unsure.length < n) {
            unsure = new double[n + n / 2];
        }
        double[] sums = boundsAt(d, unsure);
        surely = sums[Piece.LEAST];
        possibly = sums[Piece.MOST];
        likely = sums[Piece.LIKELY];
        slope = sums[Piece.PER_GY];
    }

    /**
     * Bounds of the volume that receives d, and the likeliest, mm3; see {@link Piece#bounds}.
     *
     * @param each if not null, becomes the difference of the bounds for each cell; what is found is kept then, and only
     *     looked up when the same dose is asked next
     */
    private double[] boundsAt(double d, double @Nullable [] each) {
        double[] sums = {aboveMm3, aboveMm3 + unsortedMm3, aboveMm3 + unsortedMm3 / 2, 0};
        boxes.bounds(d, SMALL_SHARE * widthGy, each, bend, sums);
        int i = boxes.size();
        for (Piece p : pieces) {
            double[] of = ofPiece;
            if (each != null) {
                of = p.known(d, bend);
                each[i++] = of[Piece.MOST] - of[Piece.LEAST];
            } else {
                p.bounds(d, bend, of);
            }
            sums[Piece.LEAST] += of[Piece.LEAST];
            sums[Piece.MOST] += of[Piece.MOST];
            sums[Piece.LIKELY] += of[Piece.LIKELY];
            sums[Piece.PER_GY] += of[Piece.PER_GY];
        }
        return sums;
    }

    /** Narrows the range around the doses between which the linear parts alone have the asked volume. */
    private void narrowByWidest(double[] root) {
        double below = 0;
        double above = 0;
        for (int i = 0; i < boxes.size(); i++) {
            below = Math.max(below, boxes.belowGy(i));
            above = Math.max(above, boxes.aboveGy(i));
        }
        for (Piece p : pieces) {
            below = Math.max(below, p.belowGy);
            above = Math.max(above, p.aboveGy);
        }
        // With every dose off by at most the widest remainder, D_v is off by at most as much.
        lowGy = Math.max(lowGy, root[0] - below);
        highGy = Math.max(lowGy, Math.min(highGy, root[1] + above));
    }

    /** Narrows the range to a dose that surely enough volume receives, and one that surely too little does. */
    private void narrowBySum(double mm3, double guess) {
        if (!(slope > 0)) {
            return;
        }
        lowGy = Math.max(lowGy, Math.min(highGy, surelyReached(mm3 + slackMm3, guess)));
        highGy = Math.max(lowGy, Math.min(highGy, surelyMissed(mm3 - slackMm3, guess)));
    }

    /** A dose, at most the given one, that a volume surely receives; the lower end of the range if none is found. */
    private double surelyReached(double mm3, double from) {
        double d = from;
        double missing = mm3 - surely;
        double perGy = slope;
        for (double beyond : BEYOND) {
            if (missing <= 0) {
                return d;
            }
            double next = d - beyond * missing / perGy;
            if (!(next > lowGy)) {
                return lowGy;
            }
            double left = mm3 - least(next);
            perGy = missing > left ? (missing - left) / (d - next) : perGy / 2;
            d = next;
            missing = left;
        }
        return missing <= 0 ? d : lowGy;
    }

    /** A dose, at least the given one, that surely less than a volume receives; the upper end of the range if none. */
    private double surelyMissed(double mm3, double from) {
        double d = from;
        double excess = possibly - mm3;
        double perGy = slope;
        for (double beyond : BEYOND) {
            if (excess < 0) {
                return d;
            }
            double next = d + beyond * excess / perGy + Math.ulp(d);
            if (!(next < highGy)) {
                return highGy;
            }
            double left = most(next) - mm3;
            perGy = excess > left ? (excess - left) / (next - d) : perGy / 2;
            d = next;
            excess = left;
        }
        return excess < 0 ? d : highGy;
    }

    /** The volume that receives at least {@code gy}, mm3. */
    Certified volumeAt(double gy) {
        widthGy = toleranceGy;
        double lower = Math.max(0, least(gy + roundingGy) - slackMm3);
        double upper = most(gy - roundingGy) + slackMm3;
        // What is narrow enough for the tolerance is so for every wider width.
        double[] widths = isNarrow(gy) ? new double[0] : widths();
        for (double width : widths) {
            widthGy = width;
            share = LAST_SHARE;
            isBounded = false;
            int round = 0;
            while (round < MAX_ROUNDS && !isNarrow(gy) && splitWide()) {
                Interruption.check();
                putAside();
                round++;
            }
            if (round > 0) {
                lower = Math.max(lower, least(gy + roundingGy) - slackMm3);
                upper = Math.min(upper, most(gy - roundingGy) + slackMm3);
            }
        }
        double value = boundsAt(gy, null)[Piece.LIKELY];
        return Certified.within(value, lower, upper, isBounded || unsortedMm3 > slackMm3);
    }

    /**
     * The volume that receives at least {@code gy}, mm3, with an interval no wider than asked as far as the work bound
     * allows.
     */
    Certified volumeAt(double gy, double widthMm3) {
        for (int round = 0; ; round++) {
            Interruption.check();
            findUnsure(gy);
            // Remainders that matter less than the width are not looked at closely.
            widthGy = slope > 0 ? widthMm3 / slope : toleranceGy;
            if (possibly - surely <= widthMm3 || isBounded || round == MAX_ROUNDS || !splitUnsure(AIM * widthMm3)) {
                break;
            }
            putAside();
        }
        double value = likely;
        double lower = Math.max(0, least(gy + roundingGy) - slackMm3);
        double upper = most(gy - roundingGy) + slackMm3;
        return Certified.within(value, lower, upper, isBounded || unsortedMm3 > slackMm3);
    }

    /** Whether the bounds of the volume at a dose lie no further apart than the volumes at doses a width apart. */
    private boolean isNarrow(double gy) {
        findUnsure(gy);
        double more = boundsAt(gy - widthGy / 2, null)[Piece.LIKELY];
        double less = boundsAt(gy + widthGy / 2, null)[Piece.LIKELY];
        return possibly - surely <= NARROW * (more - less);
    }

    /** Volume above d by the linear parts, which fit the cells best. */
    private double above(double d) {
        double sum = aboveMm3 + boxes.linearMm3Above(d);
        for (Piece p : pieces) {
            sum += p.linearMm3Above(d);
        }
        return sum;
    }

    /** The dose that the asked volume most likely receives; within the range. */
    private double value(double mm3, double guess) {
        double d = Math.min(highGy, Math.max(lowGy, guess));
        for (int step = 0; step < NEWTON_STEPS; step++) {
            findUnsure(d);
            double next = Math.min(highGy, Math.max(lowGy, d + (likely - mm3) / slope));
            // Newton's method doubles the digits: the one after this is below rounding.
            if (Math.abs(next - d) <= toleranceGy * FINE_SHARE) {
                return next;
            }
            if (Double.isNaN(next)) {
                break;
            }
            d = next;
        }
        return bracket(mm3, d, toleranceGy * FINEST_SHARE)[0];
    }

    private double least(double d) {
        return boundsAt(d, null)[Piece.LEAST];
    }

    private double most(double d) {
        return boundsAt(d, null)[Piece.MOST];
    }

    /**
     * Two doses in the range, at most a precision apart, between which the volume above passes the asked one: at the
     * first surely more receive it, at the second surely less, whatever rounding does. Where the volume does not change,
     * or part of it is unsorted, they may be further apart.
     */
    private double[] bracket(double mm3, double guess, double precisionGy) {
        double slack = slackMm3;
        double lo = lowGy;
        double hi = highGy;
        double atLo = Double.NaN;
        double atHi = Double.NaN;
        double precision = Math.max(precisionGy, Math.ulp(Math.max(Math.abs(lo), Math.abs(hi))) * 4);
        double d = guess;
        boolean bisect = false;
        for (int step = 0; step < MAX_STEPS && hi - lo > precision; step++) {
            double before = hi - lo;
            if (!(d > lo && d < hi)) {
                d = lo + before / 2;
            }
            double at = above(d) - mm3;
            if (at + unsortedMm3 > -slack && at < slack) {
                return flat(mm3, d, precision);
            }
            if (at > 0) {
                lo = d;
                atLo = at;
            } else {
                hi = d;
                atHi = at;
            }
            boolean known = atLo >= 0 && atHi <= 0;
            if (known) {
                slope = (atLo - atHi) / (hi - lo);
            }
            if (known && bisect) {
                d = lo + (hi - lo) / 2;
            } else if (slope > 0) {
                // Beyond the root by half the precision, so that the far end comes along.
                double from = at > 0 ? lo : hi;
                d = from + at / slope + Math.copySign(precision / 2, at);
            } else {
                d = Double.NaN;
            }
            bisect = known && !bisect && hi - lo > before / 2;
        }
        return new double[] {lo, hi};
    }

    /** The ends of the doses around d whose volume cannot be told from the asked one. */
    private double[] flat(double mm3, double d, double precision) {
        double lo = d;
        double hi = d;
        for (double step = precision / 4; lo > lowGy && above(lo) - mm3 < slackMm3; step *= 2) {
            lo = Math.max(lowGy, lo - step);
        }
        for (double step = precision / 4; hi < highGy && above(hi) + unsortedMm3 - mm3 > -slackMm3; step *= 2) {
            hi = Math.min(highGy, hi + step);
        }
        return new double[] {lo, hi};
    }

    private void putAside() {
        int from = boxes.size();
        if (unsure.length < from + pieces.size()) {
            unsure = new double[from + pieces.size()];
        }
        aboveMm3 += boxes.putAside(lowGy, highGy, unsure);
        int to = boxes.size();
        List<Piece> kept = new ArrayList<>(pieces.size());
        for (Piece p : pieces) {
            if (p.bottomGy() > highGy) {
                aboveMm3 += p.mm3;
            } else if (p.topGy() >= lowGy) {
                kept.add(p);
                unsure[to++] = unsure[from];
            }
            from++;
        }
        pieces = kept;
    }

    /** Lowers the allowed share until some cells have to be split; does nothing when none has, even at the last share. */
    private void splitWider() {
        while (!splitWide() && share > LAST_SHARE) {
            share = Math.max(LAST_SHARE, share * NEXT_SHARE);
        }
    }

    /** Splits the cells whose remainder is too large once in every direction; false when there was none. */
    private boolean splitWide() {
        double allowed = widthGy * share;
        return split((i, remainder) -> remainder > allowed ? allowed : Double.NaN);
    }

    /**
     * Splits the cells that are unsure of most volume, as few as make the rest narrow enough, as far as quartering what
     * they are unsure of can make it; false when there was none.
     */
    private boolean splitUnsure(double allowedMm3) {
        double least = leastUnsure(boxes.size() + pieces.size(), allowedMm3);
        return split((i, remainder) -> unsure[i] >= least ? remainder * QUARTER : Double.NaN);
    }

    /** The least unsure volume of a cell that has to be split. */
    private double leastUnsure(int n, double allowed) {
        double[] sum = new double[BUCKETS];
        for (int i = 0; i < n; i++) {
            sum[bucket(unsure[i])] += unsure[i];
        }
        double all = possibly - surely;
        double goal = Math.min((all - allowed) / (1 - QUARTER), all - NEGLIGIBLE * allowed);
        double taken = 0;
        int bucket = BUCKETS - 1;
        while (bucket > 0 && taken + sum[bucket] < goal) {
            taken += sum[bucket--];
        }
        return bucket == 0 ? 0 : Double.longBitsToDouble(((long) bucket + FIRST_BUCKET) << BUCKET_BITS);
    }

    /** Volumes in eight classes an octave, from 2^-80 mm3 on. */
    private static int bucket(double mm3) {
        long i = (Double.doubleToRawLongBits(Math.max(0, mm3)) >>> BUCKET_BITS) - FIRST_BUCKET;
        return (int) Math.min(BUCKETS - 1, Math.max(0, i));
    }

    private static final int BUCKETS = 1024;
    private static final int BUCKET_BITS = 49;
    private static final long FIRST_BUCKET = (1023L - 80) << 3;

    /** Decides which cells are split. */
    private interface Choice {
        /** The remainder, Gy, below which the parts of a cell are not split further; NaN to leave the cell whole. */
        double allowed(int cell, double remainderGy);
    }

    /** Splits the chosen cells up to once in every direction; false when there was none. */
    private boolean split(Choice choice) {
        BoxTable out = spare;
        out.clear();
        List<Piece> outPieces = new ArrayList<>(pieces.size());
        boolean any = false;
        int n = boxes.size() + pieces.size();
        int most = maxPieces - (1 << HALVINGS);
        for (int i = 0; i < boxes.size(); i++) {
            double allowed = choice.allowed(i, boxes.remainderGy(i));
            boolean wanted = !Double.isNaN(allowed) && boxes.remainderGy(i) > 0;
            if (wanted && out.size() + n - i <= most) {
                any = true;
                System.arraycopy(boxes.dose(), Trilinear.SIZE * i, halves, 0, Trilinear.SIZE);
                splitBox(0, boxes.mm3(i), allowed, out);
            } else {
                isBounded |= wanted;
                out.add(boxes, i);
            }
        }
        int i = boxes.size();
        for (Piece p : pieces) {
            double allowed = choice.allowed(i, p.remainderGy());
            boolean wanted = !Double.isNaN(allowed) && p.remainderGy() > 0;
            if (wanted && out.size() + outPieces.size() + n - i <= most) {
                any = true;
                split(p, allowed, HALVINGS, outPieces);
            } else {
                isBounded |= wanted;
                outPieces.add(p);
            }
            i++;
        }
        spare = boxes;
        boxes = out;
        pieces = outPieces;
        return any;
    }

    /**
     * Splits the box whose dose is the one with the given number in {@link #halves}, up to three times in a row, until its
     * parts' remainders are small enough. Parts that lie wholly above or below the range are put aside at once.
     */
    private void splitBox(int times, double mm3, double allowed, BoxTable out) {
        int at = Trilinear.SIZE * times;
        double below = Trilinear.below(halves, at);
        double above = Trilinear.above(halves, at);
        double half = Trilinear.range(halves, at) / 2;
        if (halves[at] - half - below > highGy) {
            aboveMm3 += mm3;
        } else if (halves[at] + half + above >= lowGy) {
            if (times == HALVINGS || below + above <= 2 * allowed) {
                out.add(halves, at, mm3);
            } else {
                int axis = Trilinear.worstAxis(halves, at);
                Trilinear.half(halves, at, axis, false, halves, at + Trilinear.SIZE);
                splitBox(times + 1, mm3 / 2, allowed, out);
                Trilinear.half(halves, at, axis, true, halves, at + Trilinear.SIZE);
                splitBox(times + 1, mm3 / 2, allowed, out);
            }
        }
    }

    /** The same for a piece that is no box. */
    private void split(Piece p, double allowed, int times, List<Piece> out) {
        if (p.bottomGy() > highGy) {
            aboveMm3 += p.mm3;
        } else if (p.topGy() >= lowGy) {
            if (times == 0 || p.remainderGy() <= allowed) {
                out.add(p);
            } else {
                List<Piece> parts = new ArrayList<>(2);
                p.split(parts);
                for (Piece part : parts) {
                    split(part, allowed, times - 1, out);
                }
            }
        }
    }
}
