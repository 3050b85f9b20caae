package org.cordonrt.phantom.analytic;

import java.util.Objects;

/**
 * What the cumulative histogram of one structure must be, for the contours extruded half-way to their neighbours.
 * Immutable and thread-safe.
 */
public final class CurveTruth {
    private final String structure;
    private final double binGy;
    private final double[] volumeCc;

    private CurveTruth(String structure, double binGy, double[] volumeCc) {
        this.structure = structure;
        this.binGy = binGy;
        this.volumeCc = volumeCc;
    }

    static CurveTruth of(String structure, double binGy, DoseDistribution doses) {
        double[] volumeCc = new double[(int) Math.ceil(doses.maxGy() / binGy) + 1];
        for (int i = 0; i < volumeCc.length; i++) {
            double gy = i * binGy;
            double mm3 = gy <= doses.minGy()
                    ? doses.volumeMm3()
                    : gy > doses.maxGy() ? 0 : doses.atLeastMm3().applyAsDouble(gy);
            volumeCc[i] = mm3 / 1000;
        }
        return new CurveTruth(Objects.requireNonNull(structure, "structure"), binGy, volumeCc);
    }

    /** ROI name. */
    public String structure() {
        return structure;
    }

    /** Step of the doses, which begin at 0, Gy. */
    public double binGy() {
        return binGy;
    }

    /** Number of doses; the last is the first that no part of the structure exceeds. */
    public int size() {
        return volumeCc.length;
    }

    /** Volume that receives at least {@code i} steps, cc; 0 from {@link #size()} on. */
    public double volumeCc(int i) {
        return i < volumeCc.length ? volumeCc[i] : 0;
    }
}
