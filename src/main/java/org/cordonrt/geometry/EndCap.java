package org.cordonrt.geometry;

import java.math.BigDecimal;

/**
 * How far a solid reaches beyond its first and last contour plane.
 *
 * @param maxMm half the adjacent spacing, but at most this
 */
public record EndCap(double maxMm) {
    /** Half the adjacent spacing: the usual convention and the default. */
    public static final EndCap HALF = new EndCap(Double.POSITIVE_INFINITY);

    /** The solid ends at its outermost planes. */
    public static final EndCap NONE = new EndCap(0);

    public EndCap {
        if (!(maxMm >= 0)) {
            throw new IllegalArgumentException("an end cap of " + maxMm + " mm");
        }
    }

    /** Short text: {@code half}, {@code none}, or the limit such as {@code 1.5mm}. */
    public String text() {
        if (maxMm == Double.POSITIVE_INFINITY) {
            return "half";
        }
        return maxMm == 0
                ? "none"
                : BigDecimal.valueOf(maxMm).stripTrailingZeros().toPlainString() + "mm";
    }

    double lengthMm(double adjacentSpacingMm) {
        return Math.min(adjacentSpacingMm / 2, maxMm);
    }

    // Written out: what the compiler generates for records is slow to start.
    @Override
    public boolean equals(Object other) {
        return other instanceof EndCap o && Double.compare(maxMm, o.maxMm) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(maxMm);
    }
}
