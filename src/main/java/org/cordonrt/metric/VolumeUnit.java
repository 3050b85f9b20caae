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

    public String symbol() {
        return symbol;
    }
}
