package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds D_v and V_d from the cells that straddle the answer. In each cell the dose is a linear function plus a bounded
 * remainder, so the volume above d has a lower and an upper bound in closed form, and so has their sum: D_v is at least
 * any dose that v surely receives, and at most any dose that less than v may receive. Cells whose remainder is too large
 * for a narrow interval are split, which divides it by about four each time every direction is halved; cells that turn
 * out to lie wholly above or below the answer are put aside.
 */
final class Refinement {
    /**
     * Share of the tolerance that a cell's remainder may use. The interval is at most twice the largest remainder, so the
     * last share always suffices; starting higher puts many cells aside before they are split finely.
     */
    private static final double FIRST_SHARE = 8;

    private static final double NEXT_SHARE = 0.35;
    private static final double LAST_SHARE = 0.48;

    /** Relative rounding of a volume, summed over many cells; see {@link BoxCut} and {@link BoxTable}. */
    private static final double VOLUME_ROUNDING = 1e-9;

    /** How closely the value itself is found, as a share of the tolerance. */
    private static final double FINE_SHARE = 1e-6;

    /** How closely the root is found, as a share of the tolerance; and of the range while that is wide. */
    private static final double BOUND_SHARE = 0.01;

    private static final double ROUGH_SHARE = 0.04;

    /** Tries to find a dose that is surely reached, or missed, and how far beyond the estimate each goes. */
    private static final int BOUND_STEPS = 3;

    private static final double[] BEYOND = {1.02, 1.1, 1.5};

    private static final int MAX_ROUNDS = 60;
    private static final int MAX_STEPS = 200;
    private static final int NEWTON_STEPS = 5;
    private static final int HALVINGS = 3;

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
    private double share = FIRST_SHARE;

    /** Volume lost per Gy near the last root found, mm3/Gy; 0 while unknown. */
    private double slope;

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
        return least(lowGy) >= mm3 + slackMm3 && most(highGy) < mm3 - slackMm3;
    }

    /** The largest dose that at least {@code mm3} receives, which the range holds. */
    Certified doseAt(double mm3) {
        double guess = (lowGy + highGy) / 2;
        for (int round = 0; ; round++) {
            boolean fine = share == LAST_SHARE || isBounded;
            double precision = fine
                    ? toleranceGy * BOUND_SHARE
                    : Math.max(toleranceGy * BOUND_SHARE, (highGy - lowGy) * ROUGH_SHARE);
            double[] root = bracket(mm3, guess, precision);
            narrow(mm3, root);
            guess = (root[0] + root[1]) / 2;
            putAside();
            double width = highGy - lowGy;
            boolean done = width <= toleranceGy || round == MAX_ROUNDS || isBounded && fine;
            if (done || !splitWider() && fine) {
                return Certified.within(
                        value(mm3, guess), lowGy - roundingGy, highGy + roundingGy, width > toleranceGy);
            }
        }
    }

    /** Narrows the range around the doses between which the linear parts alone have the asked volume. */
    private void narrow(double mm3, double[] root) {
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
        double low = Math.max(lowGy, root[0] - below);
        double high = Math.max(low, Math.min(highGy, root[1] + above));
        if (slope > 0) {
            low = surelyReached(mm3, root[0], low);
            high = Math.max(low, surelyMissed(mm3, root[1], high));
        }
        lowGy = low;
        highGy = high;
    }

    /** A dose that at least {@code mm3} surely receives: as high as can be had, but no less than one known. */
    private double surelyReached(double mm3, double from, double known) {
        double d = from;
        for (int step = 0; step < BOUND_STEPS && d > known; step++) {
            double missing = mm3 + slackMm3 - least(d);
            if (missing <= 0) {
                return d;
            }
            d -= BEYOND[step] * missing / slope;
        }
        return known;
    }

    /** A dose that surely less than {@code mm3} receives: as low as can be had, but no more than one known. */
    private double surelyMissed(double mm3, double from, double known) {
        double d = from;
        for (int step = 0; step < BOUND_STEPS && d < known; step++) {
            double excess = most(d) - (mm3 - slackMm3);
            if (excess < 0) {
                return d;
            }
            d += BEYOND[step] * excess / slope + Math.ulp(d);
        }
        return known;
    }

    /** The volume that receives at least {@code gy}, mm3. */
    Certified volumeAt(double gy) {
        share = LAST_SHARE;
        int round = 0;
        while (round < MAX_ROUNDS && splitWide()) {
            putAside();
            round++;
        }
        double value = above(gy) + unsortedMm3 / 2;
        double lower = Math.max(0, least(gy + roundingGy) - slackMm3);
        double upper = most(gy - roundingGy) + slackMm3;
        return Certified.within(value, lower, upper, isBounded || unsortedMm3 > VOLUME_ROUNDING * upper);
    }

    /** Volume above d by the linear parts, which fit the cells best. */
    private double above(double d) {
        double sum = aboveMm3 + boxes.linearMm3Above(d);
        for (Piece p : pieces) {
            sum += p.linearMm3Above(d);
        }
        return sum;
    }

    /** The dose with the asked volume above it for the best-fitting linear functions; within the range. */
    private double value(double mm3, double guess) {
        double fine = toleranceGy * FINE_SHARE;
        double d = Math.min(highGy, Math.max(lowGy, guess));
        for (int step = 0; step < NEWTON_STEPS && slope > 0; step++) {
            double at = above(d) + unsortedMm3 / 2 - mm3;
            double next = Math.min(highGy, Math.max(lowGy, d + at / slope));
            if (Math.abs(next - d) <= fine) {
                return next;
            }
            double there = above(next) + unsortedMm3 / 2 - mm3;
            slope = (at - there) / (next - d);
            d = next;
            if (Math.abs(there) <= slope * fine) {
                return d;
            }
        }
        return bracket(mm3, d, fine)[0];
    }

    private double least(double d) {
        double sum = aboveMm3 + boxes.leastMm3Above(d);
        for (Piece p : pieces) {
            sum += p.leastMm3Above(d);
        }
        return sum;
    }

    private double most(double d) {
        double sum = aboveMm3 + unsortedMm3 + boxes.mostMm3Above(d);
        for (Piece p : pieces) {
            sum += p.mostMm3Above(d);
        }
        return sum;
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
        aboveMm3 += boxes.putAside(lowGy, highGy);
        List<Piece> kept = new ArrayList<>(pieces.size());
        for (Piece p : pieces) {
            if (p.bottomGy() > highGy) {
                aboveMm3 += p.mm3;
            } else if (p.topGy() >= lowGy) {
                kept.add(p);
            }
        }
        pieces = kept;
    }

    /** Lowers the allowed share until some cells have to be split; false when none has, even at the last share. */
    private boolean splitWider() {
        while (!splitWide()) {
            if (share == LAST_SHARE) {
                return false;
            }
            share = Math.max(LAST_SHARE, share * NEXT_SHARE);
        }
        return true;
    }

    /** Splits the cells whose remainder is too large once in every direction; false when there was none. */
    private boolean splitWide() {
        double allowed = toleranceGy * share;
        BoxTable out = spare;
        out.clear();
        List<Piece> outPieces = new ArrayList<>(pieces.size());
        boolean any = false;
        int left = boxes.size() + pieces.size();
        for (int i = 0; i < boxes.size(); i++) {
            left--;
            if (boxes.remainderGy(i) <= allowed) {
                out.add(boxes, i);
            } else if (out.size() + left >= maxPieces - (1 << HALVINGS)) {
                isBounded = true;
                out.add(boxes, i);
            } else {
                any = true;
                System.arraycopy(boxes.dose(), Trilinear.SIZE * i, halves, 0, Trilinear.SIZE);
                splitBox(0, boxes.mm3(i), allowed, out);
            }
        }
        for (Piece p : pieces) {
            left--;
            if (p.remainderGy() <= allowed) {
                outPieces.add(p);
            } else if (out.size() + outPieces.size() + left >= maxPieces - (1 << HALVINGS)) {
                isBounded = true;
                outPieces.add(p);
            } else {
                any = true;
                split(p, allowed, HALVINGS, outPieces);
            }
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
