package org.cordonrt.dvh;

/**
 * What a prepared structure needs of a dose, Gy: that of one beam, to be added to others with weights. Made by
 * {@link PreparedDvh#local}, and of use for that structure only. Immutable and thread-safe.
 */
public final class LocalDose {
    private final SampleWindow window;
    private final double[] doseGy;

    LocalDose(SampleWindow window, double[] doseGy) {
        this.window = window;
        this.doseGy = doseGy;
    }

    void requireOf(SampleWindow expected) {
        if (window != expected) {
            throw new IllegalArgumentException("the dose was taken for another prepared structure");
        }
    }

    /** Adds this dose times a weight. */
    void addTo(double[] sumGy, double weight) {
        double[] d = doseGy;
        for (int i = 0; i < d.length; i++) {
            sumGy[i] += weight * d[i];
        }
    }
}
