package org.cordonrt.plan;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A cumulative DVH that the planning system stored in the RT Dose (3004,0050). Shown beside Cordon's own numbers, never
 * used for a verdict. Immutable and thread-safe.
 */
public final class StoredDvh {
    private final int roiNumber;
    private final double[] doseGy;
    private final double[] volumeCc;
    private final OptionalDouble minGy;
    private final OptionalDouble meanGy;
    private final OptionalDouble maxGy;

    /**
     * @param roiNumber the structure it belongs to
     * @param doseGy left bin edges in Gy, increasing, starting at the lowest dose stored; copied
     * @param volumeCc volume in cc that receives at least {@code doseGy[i]}; same length; copied
     */
    public StoredDvh(
            int roiNumber,
            double[] doseGy,
            double[] volumeCc,
            OptionalDouble minGy,
            OptionalDouble meanGy,
            OptionalDouble maxGy) {
        if (doseGy.length != volumeCc.length || doseGy.length == 0) {
            throw new IllegalArgumentException(doseGy.length + " doses and " + volumeCc.length + " volumes");
        }
        this.roiNumber = roiNumber;
        this.doseGy = doseGy.clone();
        this.volumeCc = volumeCc.clone();
        this.minGy = Objects.requireNonNull(minGy, "minGy");
        this.meanGy = Objects.requireNonNull(meanGy, "meanGy");
        this.maxGy = Objects.requireNonNull(maxGy, "maxGy");
    }

    /** The structure it belongs to. */
    public int roiNumber() {
        return roiNumber;
    }

    /** A copy of the left bin edges, Gy. */
    public double[] doseGy() {
        return doseGy.clone();
    }

    /** A copy of the volumes that receive at least these doses, cc. */
    public double[] volumeCc() {
        return volumeCc.clone();
    }

    /** Stored minimum dose, Gy. */
    public OptionalDouble minGy() {
        return minGy;
    }

    /** Stored mean dose, Gy. */
    public OptionalDouble meanGy() {
        return meanGy;
    }

    /** Stored maximum dose, Gy. */
    public OptionalDouble maxGy() {
        return maxGy;
    }
}
