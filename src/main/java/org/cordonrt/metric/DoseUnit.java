package org.cordonrt.metric;

/** Unit of a dose in a metric. */
public enum DoseUnit {
    GY("Gy", 1),
    CGY("cGy", 100);

    private final String symbol;
    private final int perGy;

    DoseUnit(String symbol, int perGy) {
        this.symbol = symbol;
        this.perGy = perGy;
    }

    /** How it is written in metric expressions. */
    public String symbol() {
        return symbol;
    }

    /** A dose in Gy, expressed in this unit. */
    public double fromGy(double gy) {
        return gy * perGy;
    }

    /** A dose in this unit, in Gy. */
    public double toGy(double value) {
        return value / perGy;
    }
}
