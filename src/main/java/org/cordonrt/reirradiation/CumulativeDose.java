package org.cordonrt.reirradiation;

import java.util.Objects;
import java.util.Optional;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * The largest doses to one structure, EQD2 in Gy. Immutable.
 *
 * @param structure where
 * @param isJudged whether the criteria are judged on it
 * @param current this course alone; null when it could not be computed
 * @param summed of the sum at each point of the structure; null likewise
 * @param summedAtMm where the sum is largest; null when it could not be computed, or is so everywhere
 * @param addedMaxima sum of the largest dose of each course, wherever each lies: not below {@code summed}
 * @param shifted the largest sum when the previous distributions lie elsewhere by up to the registration uncertainty:
 *     found by search from below, bounded from above; empty without previous distributions
 * @param reason why there are no numbers; null when there are
 */
public record CumulativeDose(
        StructureMatch structure,
        boolean isJudged,
        @Nullable Interval current,
        @Nullable Interval summed,
        @Nullable Point3 summedAtMm,
        @Nullable Interval addedMaxima,
        Optional<Shifted> shifted,
        @Nullable String reason) {
    public CumulativeDose {
        Objects.requireNonNull(structure, "structure");
        Objects.requireNonNull(shifted, "shifted");
        if ((summed == null) == (reason == null)) {
            throw new IllegalArgumentException("either numbers or a reason");
        }
    }

    /**
     * The worst sum within the registration uncertainty.
     *
     * @param sum the lower end was found at {@code shiftMm}; the upper end cannot be exceeded by any shift
     * @param shiftMm of all previous distributions alike
     */
    public record Shifted(Interval sum, Point3 shiftMm) {
        public Shifted {
            Objects.requireNonNull(sum, "sum");
            Objects.requireNonNull(shiftMm, "shiftMm");
        }
    }

    static CumulativeDose none(StructureMatch structure, boolean isJudged, String reason) {
        return new CumulativeDose(structure, isJudged, null, null, null, null, Optional.empty(), reason);
    }
}
