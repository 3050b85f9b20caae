package org.cordonrt.check;

import org.cordonrt.constraint.ConstraintResult;
import org.jspecify.annotations.Nullable;

/**
 * The largest factor by which the dose can be multiplied with every mandatory limit on the cord and what surrounds it
 * still met, and the limit that stops it. Below 1 when a limit is broken. Arithmetic on the dose that was exported: it
 * says nothing about whether such a plan could be delivered. Immutable.
 *
 * @param factor brings the measured value to the limit that is reached first, good to a few parts in 100,000; NaN when
 *     there is none
 * @param lower scaling by it meets that limit for certain: the limit over the upper end of the value's interval
 * @param upper scaling by more than this breaks it for certain
 * @param limitedBy the limit that is reached first; null when there is no factor
 * @param reason why there is no factor; null when there is one
 */
public record Scaling(
        double factor,
        double lower,
        double upper,
        @Nullable ConstraintResult limitedBy,
        @Nullable String reason) {
    public Scaling {
        if (limitedBy == null
                ? reason == null || !Double.isNaN(factor)
                : !(lower >= 0 && lower <= factor && factor <= upper)) {
            throw new IllegalArgumentException(
                    "a factor of " + factor + " in [" + lower + ", " + upper + "], " + reason);
        }
    }

    static Scaling none(String reason) {
        return new Scaling(Double.NaN, Double.NaN, Double.NaN, null, reason);
    }

    /** Whether there is a factor. */
    public boolean isKnown() {
        return limitedBy != null;
    }
}
