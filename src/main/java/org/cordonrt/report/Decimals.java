package org.cordonrt.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cordonrt.Internal;

/** Numbers as text, the same in every locale and on every Java version. */
@Internal
public final class Decimals {
    /**
     * Decimals of every number in JSON: a millionth of a gray, of a cc and of a millimetre, far below what any of them
     * means, and coarse enough that the same bytes come out on every machine.
     */
    static final int JSON_DECIMALS = 6;

    /** Beyond this, two numbers that still look alike are taken for equal. */
    private static final int MOST_DECIMALS = 9;

    private Decimals() {}

    /** The nearest number with at most {@code decimals} decimals, without trailing zeros: 14, 13.1, 0.035. */
    public static String shortest(double value, int decimals) {
        return plain(scaled(value, decimals, RoundingMode.HALF_EVEN));
    }

    /** The nearest number with exactly {@code decimals} decimals: 13.10. */
    public static String fixed(double value, int decimals) {
        return scaled(value, decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /**
     * A measured value beside its limit, with so many decimals (at least {@code decimals}) that rounding never carries
     * it to or over the limit: 14.004 Gy of 14 Gy is not written as 14.00.
     */
    public static String beside(double value, double limit, int decimals) {
        BigDecimal written = scaled(limit, JSON_DECIMALS, RoundingMode.HALF_EVEN);
        int side = Double.compare(value, limit);
        for (int d = decimals; d < MOST_DECIMALS; d++) {
            BigDecimal rounded = scaled(value, d, RoundingMode.HALF_EVEN);
            if (rounded.compareTo(written) == side) {
                return rounded.toPlainString();
            }
        }
        return scaled(value, MOST_DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** For JSON: nearest. */
    static BigDecimal json(double value) {
        return json(value, RoundingMode.HALF_EVEN);
    }

    /** For JSON, rounded in a stated direction: interval ends go outward, so that the interval still holds. */
    static BigDecimal json(double value, RoundingMode mode) {
        BigDecimal v = scaled(value, JSON_DECIMALS, mode).stripTrailingZeros();
        // A negative scale would be written as 1E+2.
        return v.scale() < 0 ? v.setScale(0) : v;
    }

    // The exact binary value is rounded, not Double.toString's decimal, whose last digit differs between Java versions.
    private static BigDecimal scaled(double value, int decimals, RoundingMode mode) {
        return new BigDecimal(value).setScale(decimals, mode);
    }

    private static String plain(BigDecimal v) {
        return v.signum() == 0 ? "0" : v.stripTrailingZeros().toPlainString();
    }
}
