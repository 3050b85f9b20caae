package org.cordonrt.metric;

/** Unit of a volume in a metric. */
public enum VolumeUnit {
    CC("cc"),
    /** Percent of the structure's own volume. */
    PERCENT("%");

    private final String symbol;

    VolumeUnit(String symbol) {
        this.symbol = symbol;
    }

    /** How it is written in metric expressions. */
    public String symbol() {
        return symbol;
    }
}
