package org.cordonrt.robust;

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
        boolean[] hot = new boolean[ca * cb * cc];
        for (int k = 0; k < dose.nc; k++) {
            for (int j = 0; j < dose.nb; j++) {
                for (int i = 0; i < dose.na; i++) {
                    if (dose.gy[(k * dose.nb + j) * dose.na + i] >= floorGy) {
                        // A sample is a corner of up to eight cells.
                        for (int n = 0; n < 8; n++) {
                            int a = i - (n & 1);
                            int b = j - (n >> 1 & 1);
                            int c = k - (n >> 2);
                            if (a >= 0 && b >= 0 && c >= 0 && a < ca && b < cb && c < cc) {
                                hot[(c * cb + b) * ca + a] = true;
                            }
                        }
                    }
                }
            }
        }
        int da = (int) Math.ceil(aroundMm * dose.dualA.norm());
        int db = (int) Math.ceil(aroundMm * dose.dualB.norm());
        double least = Double.POSITIVE_INFINITY;
        for (int k = 1; k < dose.nc; k++) {
            least = Math.min(least, dose.offsetsMm[k] - dose.offsetsMm[k - 1]);
        }
        int dc = dose.nc > 1 ? (int) Math.ceil(aroundMm * dose.dualC.norm() / least) : 0;
        boolean[] wide = widened(hot, ca, ca * cb * cc, 1, da);
        wide = widened(wide, cb, ca * cb * cc, ca, db);
        wide = widened(wide, cc, ca * cb * cc, ca * cb, dc);
        return new HotCells(dose, wide, ca, cb, cc);
    }

    /** Cells that have a hot one within {@code by} cells along one axis. */
    private static boolean[] widened(boolean[] cells, int length, int total, int stride, int by) {
        boolean[] out = new boolean[total];
        int run = length * stride;
        for (int from = 0; from < total; from += run) {
            for (int line = from; line < from + stride; line++) {
                int up = 0;
                int down = 0;
                for (int n = 0; n < length; n++) {
                    // How many cells further the last hot one counts, on the way up and on the way down.
                    int i = line + n * stride;
                    up = cells[i] ? by + 1 : up - 1;
                    out[i] |= up > 0;
                    int j = line + (length - 1 - n) * stride;
                    down = cells[j] ? by + 1 : down - 1;
                    out[j] |= down > 0;
                }
            }
        }
        return out;
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
