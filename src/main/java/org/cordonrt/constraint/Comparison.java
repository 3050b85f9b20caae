package org.cordonrt.constraint;

import java.util.Arrays;
import java.util.Optional;

/** How a value must stand to its limit. */
public enum Comparison {
    AT_MOST("<="),
    BELOW("<"),
    /** The value must not be smaller: for distances. */
    AT_LEAST(">=");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    /** How it is written in constraint files. */
    public String symbol() {
        return symbol;
    }

    /** Whether {@code value} keeps {@code limit}; NaN never does. */
    public boolean holds(double value, double limit) {
        return switch (this) {
            case AT_MOST -> value <= limit;
            case BELOW -> value < limit;
            case AT_LEAST -> value >= limit;
        };
    }

    /** The comparison a file writes with this symbol. */
    public static Optional<Comparison> of(String symbol) {
        return Arrays.stream(values()).filter(c -> c.symbol.equals(symbol)).findFirst();
    }
}
