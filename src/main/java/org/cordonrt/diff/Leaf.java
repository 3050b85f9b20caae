package org.cordonrt.diff;

import java.math.BigDecimal;

/** A value within a document that is compared. */
sealed interface Leaf {
    /** As the report writes it. */
    String text();

    /**
     * A number.
     *
     * @param value exactly as written
     * @param unit Gy, cc, mm, %; empty for counts and ratios
     * @param exact whether it takes no tolerance: a limit, a number of fractions
     */
    record Measure(BigDecimal value, String unit, boolean exact) implements Leaf {
        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    /** A word that says how something came out. */
    record Word(String text) implements Leaf {}
}
