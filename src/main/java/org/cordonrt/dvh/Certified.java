package org.cordonrt.dvh;

/**
 * A number with the interval that holds it.
 *
 * @param isBounded whether the work bound stopped the refinement before the tolerance was met
 */
record Certified(double value, double lower, double upper, boolean isBounded) {
    Certified {
        if (!(lower <= value && value <= upper)) {
            throw new IllegalArgumentException(value + " is not in [" + lower + ", " + upper + "]");
        }
    }

    /** A value within bounds, whichever way rounding went. */
    static Certified within(double value, double lower, double upper, boolean isBounded) {
        double lo = Math.min(lower, upper);
        double hi = Math.max(lower, upper);
        return new Certified(Math.min(hi, Math.max(lo, value)), lo, hi, isBounded);
    }

    /** The same with value and bounds moved into a range that is known to hold the truth. */
    Certified clamped(double least, double greatest) {
        return new Certified(
                Math.min(greatest, Math.max(least, value)),
                Math.min(greatest, Math.max(least, lower)),
                Math.min(greatest, Math.max(least, upper)),
                isBounded);
    }
}
