package org.cordonrt.diff;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not the same in two results.
 *
 * @param kind what kind of change
 * @param path where, by names; may hold hostile text from the files
 * @param before in the first result; null when it is not there
 * @param after in the second; null when it is not there
 * @param change after minus before as text; null unless both are numbers
 * @param unit of the numbers; empty when they have none
 */
public record Difference(
        Kind kind,
        String path,
        @Nullable String before,
        @Nullable String after,
        @Nullable String change,
        String unit) {

    /** What kind of change. */
    public enum Kind {
        /** The verdict. */
        VERDICT,
        /** How something came out, what it was taken for, or whether it is there at all. */
        STATE,
        /** A number beyond its tolerance. */
        NUMBER
    }

    public Difference {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(unit, "unit");
    }
}
