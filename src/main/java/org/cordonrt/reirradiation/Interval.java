package org.cordonrt.reirradiation;

/**
 * Bounds of a number.
 *
 * @param lower at most {@code upper}
 * @param upper not NaN
 */
public record Interval(double lower, double upper) {
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("an interval from " + lower + " to " + upper);
        }
    }

    /** A number without doubt. */
    static Interval exactly(double v) {
        return new Interval(v, v);
    }

    Interval plus(Interval o) {
        return new Interval(lower + o.lower, upper + o.upper);
    }

    /** Of two numbers above 0. */
    Interval over(Interval o) {
        return new Interval(lower / o.upper, upper / o.lower);
    }
}
