package org.cordonrt.check;

import org.cordonrt.plan.StoredDvh;

/** Reads metrics off a stored cumulative DVH: linear between its points. */
final class StoredCurve {
    private final double[] doseGy;
    private final double[] volumeCc;

    StoredCurve(StoredDvh stored) {
        doseGy = stored.doseGy();
        volumeCc = stored.volumeCc();
    }

    /** Volume of the structure: what receives at least the lowest dose of the curve. */
    double totalCc() {
        return volumeCc[0];
    }

    /** The largest step of the curve, Gy: no dose read off it is known better. */
    double stepGy() {
        double widest = 0;
        for (int i = 1; i < doseGy.length; i++) {
            widest = Math.max(widest, doseGy[i] - doseGy[i - 1]);
        }
        return widest;
    }

    /** D_v, Gy; NaN for more volume than there is or a curve of one point. */
    double doseAtGy(double cc) {
        if (!(cc <= totalCc()) || doseGy.length < 2) {
            return Double.NaN;
        }
        int i = 0;
        while (i + 2 < volumeCc.length && volumeCc[i + 1] >= cc) {
            i++;
        }
        double drop = volumeCc[i] - volumeCc[i + 1];
        if (volumeCc[i + 1] >= cc || !(drop > 0)) {
            return doseGy[i + 1];
        }
        return doseGy[i] + (doseGy[i + 1] - doseGy[i]) * (volumeCc[i] - cc) / drop;
    }
}
