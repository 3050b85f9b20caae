package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds D_v and V_d from the cells that straddle the answer. In each cell the dose is a linear function plus a
 * remainder, so the volume above d lies between the linear volumes above d + remainder and d - remainder. Cells whose
 * remainder is too large are split, which divides it by about four each time every direction is halved; cells that turn
 * out to lie wholly above or below the answer are put aside.
 */
final class Refinement {
    /**
     * Share of the tolerance that a cell's remainder may use. The interval is at most twice the largest remainder, so the
     * last share always suffices; starting higher puts many cells aside before they are split finely.
     */
    private static final double FIRST_SHARE = 8;

    private static final double NEXT_SHARE = 0.6;
    private static final double LAST_SHARE = 0.4;

    /** Relative rounding of a linear volume, summed over many cells; see {@link LinearVolume}. */
    private static final double VOLUME_ROUNDING = 1e-9;

    /** How closely roots are found, as shares of the tolerance (bounds, value) and of the range searched. */
    private static final double ROOT_SHARE = 0.02;

    private static final double FINE_SHARE = 1e-6;
    private static final double ROUGH_SHARE = 0.02;

    private static final int MAX_ROUNDS = 60;

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
            // While the range is wide a rough bound on its safe side does.
            double precision = Math.max(toleranceGy * ROOT_SHARE, (highGy - lowGy) * ROUGH_SHARE);
            double lower = root(mm3 + slack, 1, 0, precision);
            double upper = root(mm3 - slack, -1, unsortedMm3, precision);
            lowGy = lower;
            highGy = upper;
            putAside();
            if (upper - lower <= toleranceGy || round == MAX_ROUNDS || isBounded || !splitWider()) {
                double value = root(mm3, 0, unsortedMm3 / 2, toleranceGy * FINE_SHARE);
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
        double value = above(gy, 0) + unsortedMm3 / 2;
        double lower = above(gy + roundingGy, 1) * (1 - VOLUME_ROUNDING);
        double upper = (above(gy - roundingGy, -1) + unsortedMm3) * (1 + VOLUME_ROUNDING);
        return Certified.within(value, lower, upper, isBounded || unsortedMm3 > VOLUME_ROUNDING * upper);
    }

    /** Volume above d, with each cell's remainder taken off (sign 1), left out (0) or added (-1). */
    private double above(double d, int sign) {
        double sum = aboveMm3;
        for (Piece p : pieces) {
            sum += p.linearMm3Above(d + sign * p.remainderGy);
        }
        return sum;
    }

    /** The largest d in the range with at least the volume above it; the volume falls as d rises. */
    private double root(double mm3, int sign, double extraMm3, double precisionGy) {
        double lo = lowGy;
        double hi = highGy;
        double atLo = above(lo, sign) + extraMm3 - mm3;
        if (atLo < 0) {
            return lo;
        }
        double atHi = above(hi, sign) + extraMm3 - mm3;
        if (atHi >= 0) {
            return hi;
        }
        double precision = Math.max(precisionGy, Math.ulp(Math.max(Math.abs(lo), Math.abs(hi))) * 4);
        boolean bisect = false;
        while (hi - lo > precision) {
            double before = hi - lo;
            double d = lo + (hi - lo) * (atLo / (atLo - atHi));
            // Near an end the secant creeps; the middle is always safe.
            if (bisect || !(d > lo && d < hi)) {
                d = lo + (hi - lo) / 2;
            }
            double at = above(d, sign) + extraMm3 - mm3;
            if (at >= 0) {
                lo = d;
                atLo = at;
            } else {
                hi = d;
                atHi = at;
            }
            bisect = !bisect && hi - lo > before / 2;
        }
        return sign < 0 ? hi : lo;
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
            if (p.remainderGy <= allowed) {
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

    private static void splitThrice(Piece p, double allowed, List<Piece> out) {
        List<Piece> now = new ArrayList<>(List.of(p));
        for (int i = 0; i < 3; i++) {
            List<Piece> next = new ArrayList<>();
            for (Piece q : now) {
                if (q.remainderGy <= allowed) {
                    next.add(q);
                } else {
                    q.split(next);
                }
            }
            now = next;
        }
        out.addAll(now);
    }
}
