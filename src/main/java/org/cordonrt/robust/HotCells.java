package org.cordonrt.robust;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The dose cells near which a dose may reach a floor: hot cells, widened by a distance along every axis. */
final class HotCells {
    private final DoseBlock dose;
    private final boolean[] hot;
    private final int ca;
    private final int cb;
    private final int cc;

    private HotCells(DoseBlock dose, boolean[] hot, int ca, int cb, int cc) {
        this.dose = dose;
        this.hot = hot;
        this.ca = ca;
        this.cb = cb;
        this.cc = cc;
    }

    static HotCells of(DoseBlock dose, double floorGy, double aroundMm) {
        int ca = Math.max(1, dose.na - 1);
        int cb = Math.max(1, dose.nb - 1);
        int cc = Math.max(1, dose.nc - 1);
        int da = (int) Math.ceil(aroundMm * dose.dualA.norm());
        int db = (int) Math.ceil(aroundMm * dose.dualB.norm());
        int dc = dose.nc > 1 ? (int) Math.ceil(aroundMm * dose.dualC.norm() / leastStepMm(dose)) : 0;
        boolean[] hot = new boolean[ca * cb * cc];
        @Nullable BitSet[] frames = new BitSet[cc * cb];
        for (int k = 0; k < dose.nc; k++) {
            @Nullable BitSet[] rows = new BitSet[cb];
            for (int j = 0; j < dose.nb; j++) {
                BitSet row = row(dose, (k * dose.nb + j) * dose.na, floorGy, ca, da);
                spread(row, j, db, cb, rows, 0, 1);
            }
            for (int b = 0; b < cb; b++) {
                spread(rows[b], k, dc, cc, frames, b, cb);
            }
        }
        for (int r = 0; r < frames.length; r++) {
            BitSet row = frames[r];
            for (int a = row == null ? -1 : row.nextSetBit(0); a >= 0; ) {
                int end = row.nextClearBit(a);
                Arrays.fill(hot, r * ca + a, r * ca + end, true);
                a = row.nextSetBit(end);
            }
        }
        return new HotCells(dose, hot, ca, cb, cc);
    }

    private static double leastStepMm(DoseBlock dose) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 1; k < dose.nc; k++) {
            least = Math.min(least, dose.offsetsMm[k] - dose.offsetsMm[k - 1]);
        }
        return least;
    }

    /** The cells of a row of samples within {@code by} cells of one that a hot sample is a corner of; null for none. */
    private static @Nullable BitSet row(DoseBlock dose, int first, double floorGy, int cells, int by) {
        BitSet out = null;
        for (int i = 0; i < dose.na; i++) {
            if (dose.gy[first + i] >= floorGy) {
                int from = i;
                while (i < dose.na && dose.gy[first + i] >= floorGy) {
                    i++;
                }
                out = out == null ? new BitSet(cells) : out;
                out.set(Math.max(0, from - 1 - by), Math.min(cells, i + by));
            }
        }
        return out;
    }

    /**
     * Adds the cells of a row of samples to those of the cells' rows that it is a corner of or that lie {@code by} from
     * those.
     */
    private static void spread(
            @Nullable BitSet row, int sample, int by, int cells, @Nullable BitSet[] to, int first, int stride) {
        if (row == null) {
            return;
        }
        int end = Math.min(cells - 1, sample + by);
        for (int c = Math.max(0, sample - 1 - by); c <= end; c++) {
            int at = first + c * stride;
            if (to[at] == null) {
                to[at] = new BitSet(row.length());
            }
            to[at].or(row);
        }
    }

    /** Whether a patient point may come to a hot cell; {@code place} as {@link DoseBlock#placing} gives it. */
    boolean near(double[] place, double x, double y, double z) {
        int a = (int) Math.floor(place[0] * x + place[1] * y + place[2] * z + place[3]);
        int b = (int) Math.floor(place[4] * x + place[5] * y + place[6] * z + place[7]);
        double t = place[8] * x + place[9] * y + place[10] * z + place[11];
        int c = dose.frameCell(t);
        a = Math.max(0, Math.min(ca - 1, a));
        b = Math.max(0, Math.min(cb - 1, b));
        c = Math.max(0, Math.min(cc - 1, c));
        return hot[(c * cb + b) * ca + a];
    }
}
