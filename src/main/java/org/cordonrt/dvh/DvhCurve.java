package org.cordonrt.dvh;

/**
 * A cumulative DVH at equidistant doses, with its certified envelope. Immutable and thread-safe.
 *
 * <p>{@code volumeCc[i]} is the volume that receives at least {@code doseGy[i]}; the true value for the stated model
 * lies in {@code [lowerCc[i], upperCc[i]]}. All arrays have the same length; volumes never increase.
 */
public final class DvhCurve {
    private final double[] doseGy;
    private final double[] volumeCc;
    private final double[] lowerCc;
    private final double[] upperCc;

    DvhCurve(double[] doseGy, double[] volumeCc, double[] lowerCc, double[] upperCc) {
        this.doseGy = doseGy;
        this.volumeCc = volumeCc;
        this.lowerCc = lowerCc;
        this.upperCc = upperCc;
    }

    /** Number of points. */
    public int size() {
        return doseGy.length;
    }

    /** Dose of a point, Gy. */
    public double doseGy(int i) {
        return doseGy[i];
    }

    /** Volume that receives at least that dose, cc. */
    public double volumeCc(int i) {
        return volumeCc[i];
    }

    /** Lower end of the interval that holds the volume, cc. */
    public double lowerCc(int i) {
        return lowerCc[i];
    }

    /** Upper end of the interval that holds the volume, cc. */
    public double upperCc(int i) {
        return upperCc[i];
    }
}
