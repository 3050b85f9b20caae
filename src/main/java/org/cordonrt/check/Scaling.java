package org.cordonrt.check;

import org.cordonrt.constraint.ConstraintResult;
import org.jspecify.annotations.Nullable;

/**
 * The largest factor by which the dose can be multiplied with every mandatory limit on the cord and what surrounds it
 * still met, and the limit that stops it. Below 1 when a limit is broken. Arithmetic on the dose that was exported: it
 * says nothing about whether such a plan could be delivered. Immutable.
 *
 * @param factor scaling the dose by it meets all those limits; NaN when there is none
 * @param upper scaling by more than this breaks the limit for certain; NaN when there is none
 * @param limitedBy the limit that is reached first; null when there is no factor
 * @param reason why there is no factor; null when there is one
 */
public record Scaling(
        double factor,
        double upper,
        @Nullable ConstraintResult limitedBy,
        @Nullable String reason) {
    public Scaling {
        if (limitedBy == null ? reason == null || !Double.isNaN(factor) : !(factor >= 0 && factor <= upper)) {
            throw new IllegalArgumentException("a factor of " + factor + " to " + upper + ", " + reason);
        }
    }

    static Scaling none(String reason) {
        return new Scaling(Double.NaN, Double.NaN, null, reason);
    }

    public boolean isKnown() {
        return limitedBy != null;
    }
}
