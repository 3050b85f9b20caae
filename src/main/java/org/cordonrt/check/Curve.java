package org.cordonrt.check;

/**
 * A cumulative dose-volume histogram: {@code volumeCc[i]} is the volume that receives at least {@code doseGy[i]}.
 * Immutable and thread-safe.
 */
public final class Curve {
    private final double[] doseGy;
    private final double[] volumeCc;

    /**
     * @param doseGy increasing, Gy; copied
     * @param volumeCc cc, as many; copied
     */
    public Curve(double[] doseGy, double[] volumeCc) {
        if (doseGy.length != volumeCc.length) {
            throw new IllegalArgumentException(doseGy.length + " doses and " + volumeCc.length + " volumes");
        }
        this.doseGy = doseGy.clone();
        this.volumeCc = volumeCc.clone();
    }

    public int size() {
        return doseGy.length;
    }

    public double doseGy(int i) {
        return doseGy[i];
    }

    public double volumeCc(int i) {
        return volumeCc[i];
    }
}
