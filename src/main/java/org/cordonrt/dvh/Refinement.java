package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds D_v and V_d from the cells that straddle the answer. In each cell the dose is a linear function plus a bounded
 * remainder, so the volume above d has a lower and an upper bound in closed form. Cells whose remainder is too large are
 * split, which divides it by about four each time every direction is halved; cells that turn out to lie wholly above or
 * below the answer are put aside.
 */
final class Refinement {
    /**
     * Share of the tolerance that a cell's remainder may use. The interval is at most twice the largest remainder, so the
     * last share always suffices; starting higher puts many cells aside before they are split finely.
     */
    private static final double FIRST_SHARE = 8;

    private static final double NEXT_SHARE = 0.35;
    private static final double LAST_SHARE = 0.48;

    /** Relative rounding of a linear volume, summed over many cells; see {@link BoxCut}. */
    private static final double VOLUME_ROUNDING = 1e-9;

    /** How closely the value itself is found, as a share of the tolerance. */
    private static final double FINE_SHARE = 1e-6;

    /** How closely bounds are found, as a share of the tolerance; and of the range while that is wide. */
    private static final double BOUND_SHARE = 0.01;

    private static final double ROUGH_SHARE = 0.04;

    private static final int MAX_ROUNDS = 60;
    private static final int MAX_STEPS = 200;
    private static final int NEWTON_STEPS = 5;

    private final double toleranceGy;
    private final int maxPieces;
    private final double roundingGy;

    private double aboveMm3;
    private final double unsortedMm3;
    private List<Piece> pieces;
    private double lowGy;
    private double highGy;
    private boolean isBounded;
    private double share = FIRST_SHARE;

    /** Volume lost per Gy near the last root found, mm3/Gy; 0 while unknown. */
    private double slope;

    /**
     * @param range the cells that straddle the range that surely holds the answer
     * @param roundingGy what rounding may add to a dose
     */
    Refinement(Straddlers.Range range, DvhOptions options, double roundingGy) {
        this.toleranceGy = options.toleranceGy();
        this.maxPieces = options.maxPieces();
        this.roundingGy = roundingGy;
        this.aboveMm3 = range.aboveMm3;
        this.unsortedMm3 = range.unsortedMm3;
        this.pieces = range.pieces;
        this.lowGy = range.lowGy;
        this.highGy = range.highGy;
    }

    /** The largest dose that at least {@code mm3} receives. */
    Certified doseAt(double mm3) {
        double guess = (lowGy + highGy) / 2;
        for (int round = 0; ; round++) {
            boolean fine = share == LAST_SHARE || isBounded;
            double precision = fine
                    ? toleranceGy * BOUND_SHARE
                    : Math.max(toleranceGy * BOUND_SHARE, (highGy - lowGy) * ROUGH_SHARE);
            double[] root = bracket(mm3, guess, precision, true);
            double wide = 0;
            for (Piece p : pieces) {
                wide = Math.max(wide, p.remainderGy());
            }
            // With every dose off by at most the widest remainder, D_v is off by at most as much.
            lowGy = Math.max(lowGy, root[0] - wide);
            highGy = Math.max(lowGy, Math.min(highGy, root[1] + wide));
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

    /** The volume that receives at least {@code gy}, mm3. */
    Certified volumeAt(double gy) {
        share = LAST_SHARE;
        int round = 0;
        while (round < MAX_ROUNDS && splitWide()) {
            putAside();
            round++;
        }
        double value = above(gy, false) + unsortedMm3 / 2;
        double lower = least(gy + roundingGy) * (1 - VOLUME_ROUNDING);
        double upper = most(gy - roundingGy) * (1 + VOLUME_ROUNDING);
        return Certified.within(value, lower, upper, isBounded || unsortedMm3 > VOLUME_ROUNDING * upper);
    }

    /**
     * Volume above d. With {@code centred} the linear functions are moved to the middle of their remainders, which makes
     * the bounds narrowest; without, they are the cells' best fit, which makes the value best.
     */
    private double above(double d, boolean centred) {
        double sum = aboveMm3;
        for (Piece p : pieces) {
            sum += p.linearMm3Above(centred ? d - p.centreGy() : d);
        }
        return sum;
    }

    /** The dose with the asked volume above it for the best-fitting linear functions; within the range. */
    private double value(double mm3, double guess) {
        double fine = toleranceGy * FINE_SHARE;
        double d = Math.min(highGy, Math.max(lowGy, guess));
        for (int step = 0; step < NEWTON_STEPS && slope > 0; step++) {
            double at = above(d, false) + unsortedMm3 / 2 - mm3;
            double next = Math.min(highGy, Math.max(lowGy, d + at / slope));
            if (Math.abs(next - d) <= fine) {
                return next;
            }
            double there = above(next, false) + unsortedMm3 / 2 - mm3;
            slope = (at - there) / (next - d);
            d = next;
            if (Math.abs(there) <= slope * fine) {
                return d;
            }
        }
        return bracket(mm3, d, fine, false)[0];
    }

    private double least(double d) {
        double sum = aboveMm3;
        for (Piece p : pieces) {
            sum += p.leastMm3Above(d);
        }
        return sum;
    }

    private double most(double d) {
        double sum = aboveMm3 + unsortedMm3;
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
    private double[] bracket(double mm3, double guess, double precisionGy, boolean centred) {
        double slack = VOLUME_ROUNDING * mm3;
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
            double at = above(d, centred) - mm3;
            if (at + unsortedMm3 > -slack && at < slack) {
                return flat(mm3, slack, d, precision, centred);
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
    private double[] flat(double mm3, double slack, double d, double precision, boolean centred) {
        double lo = d;
        double hi = d;
        for (double step = precision / 4; lo > lowGy && above(lo, centred) - mm3 < slack; step *= 2) {
            lo = Math.max(lowGy, lo - step);
        }
        for (double step = precision / 4; hi < highGy && above(hi, centred) + unsortedMm3 - mm3 > -slack; step *= 2) {
            hi = Math.min(highGy, hi + step);
        }
        return new double[] {lo, hi};
    }

    private void putAside() {
        List<Piece> kept = new ArrayList<>();
        for (Piece p : pieces) {
            if (p.minGy > highGy) {
                aboveMm3 += p.mm3;
            } else if (p.maxGy >= lowGy) {
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
        List<Piece> out = new ArrayList<>(2 * pieces.size());
        boolean any = false;
        for (int i = 0; i < pieces.size(); i++) {
            Piece p = pieces.get(i);
            if (p.remainderGy() <= allowed) {
                out.add(p);
            } else if (out.size() + 8 + pieces.size() - i > maxPieces) {
                isBounded = true;
                out.add(p);
            } else {
                any = true;
                split(p, allowed, 3, out);
            }
        }
        pieces = out;
        return any;
    }

    /**
     * Splits a piece up to a number of times in a row, until its parts' remainders are small enough. Parts that lie wholly
     * above or below the range are put aside at once.
     */
    private void split(Piece p, double allowed, int times, List<Piece> out) {
        if (p.minGy > highGy) {
            aboveMm3 += p.mm3;
        } else if (p.maxGy >= lowGy) {
            if (times == 0 || p.remainderGy() <= allowed) {
                out.add(p);
            } else {
                List<Piece> halves = new ArrayList<>(2);
                p.split(halves);
                for (Piece half : halves) {
                    split(half, allowed, times - 1, out);
                }
            }
        }
    }
}
