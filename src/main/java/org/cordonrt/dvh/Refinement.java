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

    private static final double NEXT_SHARE = 0.4;
    private static final double LAST_SHARE = 0.4;

    /** Relative rounding of a linear volume, summed over many cells; see {@link BoxCut}. */
    private static final double VOLUME_ROUNDING = 1e-9;

    /** How closely the value itself is found, as a share of the tolerance. */
    private static final double FINE_SHARE = 1e-6;

    /** How closely the middle of the range is found while the range is wide, as a share of it. */
    private static final double ROUGH_SHARE = 0.02;

    /** A first guess for a bound is this much further away than the slope says. */
    private static final double CAUTION = 1.15;

    private static final int MAX_ROUNDS = 60;
    private static final int MAX_STEPS = 200;

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
        double slack = VOLUME_ROUNDING * mm3;
        for (int round = 0; ; round++) {
            double value = middleRoot(mm3, Math.max(toleranceGy * FINE_SHARE, (highGy - lowGy) * ROUGH_SHARE));
            double lower = lowerBound(mm3 + slack, value);
            double upper = upperBound(mm3 - slack, value);
            lowGy = lower;
            highGy = upper;
            putAside();
            if (upper - lower <= toleranceGy || round == MAX_ROUNDS || isBounded || !splitWider()) {
                value = middleRoot(mm3, toleranceGy * FINE_SHARE);
                return Certified.within(value, lower - roundingGy, upper + roundingGy, upper - lower > toleranceGy);
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
        double value = middle(gy);
        double lower = least(gy + roundingGy) * (1 - VOLUME_ROUNDING);
        double upper = most(gy - roundingGy) * (1 + VOLUME_ROUNDING);
        return Certified.within(value, lower, upper, isBounded || unsortedMm3 > VOLUME_ROUNDING * upper);
    }

    private double middle(double d) {
        double sum = aboveMm3 + unsortedMm3 / 2;
        for (Piece p : pieces) {
            sum += p.linearMm3Above(d);
        }
        return sum;
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

    /** The largest d in the range with at least the volume above it, for the linear functions alone. */
    private double middleRoot(double mm3, double precisionGy) {
        double lo = lowGy;
        double hi = highGy;
        double atLo = middle(lo) - mm3;
        if (atLo < 0) {
            return lo;
        }
        double atHi = middle(hi) - mm3;
        if (atHi >= 0) {
            return hi;
        }
        double precision = Math.max(precisionGy, Math.ulp(Math.max(Math.abs(lo), Math.abs(hi))) * 4);
        boolean bisect = false;
        for (int step = 0; step < MAX_STEPS && hi - lo > precision; step++) {
            double before = hi - lo;
            slope = (atLo - atHi) / before;
            double d = lo + before * (atLo / (atLo - atHi));
            // Near an end the secant creeps from one side: a step of the precision brings the other end along.
            d = Math.min(hi - precision / 2, Math.max(lo + precision / 2, d));
            if (bisect || !(d > lo && d < hi)) {
                d = lo + before / 2;
            }
            double at = middle(d) - mm3;
            if (at >= 0) {
                lo = d;
                atLo = at;
            } else {
                hi = d;
                atHi = at;
            }
            bisect = !bisect && hi - lo > before / 2;
        }
        return lo;
    }

    /** A dose near to, but surely not above, every d whose volume is the asked one. */
    private double lowerBound(double mm3, double value) {
        double missing = mm3 - least(value);
        double d = value;
        double step = Math.max(toleranceGy / 100, slope > 0 ? CAUTION * missing / slope : 0);
        while (missing > 0 && d > lowGy) {
            d = Math.max(lowGy, d - step);
            missing = mm3 - least(d);
            step *= 2;
        }
        return d;
    }

    /** A dose near to, but surely not below, every d whose volume is the asked one. */
    private double upperBound(double mm3, double value) {
        double d = Math.max(value, lowGy);
        double excess = most(d) - mm3;
        double step = Math.max(toleranceGy / 100, slope > 0 ? CAUTION * excess / slope : 0);
        while (excess >= 0 && d < highGy) {
            d = Math.min(highGy, d + step);
            excess = most(d) - mm3;
            step *= 2;
        }
        return d;
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
        List<Piece> out = new ArrayList<>();
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
                splitThrice(p, allowed, out);
            }
        }
        pieces = out;
        return any;
    }

    /** Parts that lie wholly above or below the range are put aside at once. */
    private void splitThrice(Piece p, double allowed, List<Piece> out) {
        List<Piece> now = new ArrayList<>(List.of(p));
        for (int i = 0; i < 3; i++) {
            List<Piece> next = new ArrayList<>();
            for (Piece q : now) {
                if (q.minGy > highGy) {
                    aboveMm3 += q.mm3;
                } else if (q.maxGy >= lowGy) {
                    if (q.remainderGy() <= allowed) {
                        next.add(q);
                    } else {
                        q.split(next);
                    }
                }
            }
            now = next;
        }
        out.addAll(now);
    }
}
