package org.cordonrt.dvh;

/**
 * How closely a DVH is computed.
 *
 * @param toleranceGy largest width of the interval of a dose metric, and the dose by which a volume metric's interval
 *     may be off, Gy
 * @param maxPieces work bound: cells held at a time; when it is reached, the interval stays wider and the metric says
 *     so
 */
public record DvhOptions(double toleranceGy, int maxPieces) {
    private static final int DEFAULT_MAX_PIECES = 200_000;

    public DvhOptions {
        if (!(toleranceGy > 0) || Double.isInfinite(toleranceGy)) {
            throw new IllegalArgumentException("a tolerance of " + toleranceGy + " Gy");
        }
        if (maxPieces < 1000) {
            throw new IllegalArgumentException("a work bound of " + maxPieces + " cells");
        }
    }

    /** Dose metrics to 0.01 Gy. */
    public static DvhOptions defaults() {
        return new DvhOptions(0.01, DEFAULT_MAX_PIECES);
    }

    /** The same with another width of intervals, Gy, above 0. */
    public DvhOptions withToleranceGy(double gy) {
        return new DvhOptions(gy, maxPieces);
    }
}
