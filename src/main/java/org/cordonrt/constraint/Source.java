package org.cordonrt.constraint;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a limit comes from.
 *
 * @param citation author, title, place and year
 * @param doi digital object identifier without {@code https://doi.org/}; null when the source has none
 * @param where table, section or abstract
 * @param status how far the number was followed to the source
 * @param readAt addresses where the number was read: for {@link Verification#V2} those of the agreeing copies
 */
public record Source(String citation, @Nullable String doi, String where, Verification status, List<String> readAt) {
    public Source {
        Objects.requireNonNull(citation, "citation");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(status, "status");
        readAt = List.copyOf(readAt);
        if (status == Verification.V2 && readAt.size() < 2) {
            throw new IllegalArgumentException("a number read only in copies needs two of them, not " + readAt.size());
        }
    }
}
