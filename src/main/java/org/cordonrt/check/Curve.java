package org.cordonrt.check;

/**
 * A cumulative dose-volume histogram: {@code volumeCc[i]} is the volume that receives at least {@code doseGy[i]}, and
 * {@code [lowerCc[i], upperCc[i]]} surely holds it.
 * Immutable and thread-safe.
 */
public final class Curve {
    private final double[] doseGy;
    private final double[] volumeCc;
    private final double[] lowerCc;
    private final double[] upperCc;

    /**
     * @param doseGy increasing, Gy; copied
     * @param volumeCc cc, as many; copied
     * @param lowerCc lower envelope, cc, as many; copied
     * @param upperCc upper envelope, cc, as many; copied
     */
    public Curve(double[] doseGy, double[] volumeCc, double[] lowerCc, double[] upperCc) {
        if (doseGy.length != volumeCc.length || doseGy.length != lowerCc.length || doseGy.length != upperCc.length) {
            throw new IllegalArgumentException(doseGy.length + " doses, but " + volumeCc.length + ", " + lowerCc.length
                    + " and " + upperCc.length + " volumes");
        }
        this.doseGy = doseGy.clone();
        this.volumeCc = volumeCc.clone();
        this.lowerCc = lowerCc.clone();
        this.upperCc = upperCc.clone();
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
