package org.cordonrt.phantom.analytic;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A phantom that can be made. Making it takes up to a second and tens of megabytes; the same case is the same to the
 * bit each time. Thread-safe.
 *
 * @param name unique; begins with the word of its family
 * @param family what it belongs to
 * @param description one line
 * @param usual whether it belongs to the default set, and not only to the full one
 * @param maker makes it
 */
public record AnalyticCase(
        String name, Family family, String description, boolean usual, Supplier<AnalyticPhantom> maker) {
    public AnalyticCase {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(maker, "maker");
        if (!name.startsWith(family.word())) {
            throw new IllegalArgumentException(name + " is not named after " + family.word());
        }
    }

    /** The phantom with its truths. */
    public AnalyticPhantom make() {
        return maker.get();
    }
}
