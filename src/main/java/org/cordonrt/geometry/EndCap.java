package org.cordonrt.geometry;

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

    double lengthMm(double adjacentSpacingMm) {
        return Math.min(adjacentSpacingMm / 2, maxMm);
    }
}
