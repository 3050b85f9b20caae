package org.cordonrt.dicom;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as Decimal String text: PS3.5 section 6.2 allows at most 16 characters of digits, sign, point and exponent.
 * Stateless.
 */
public final class DecimalText {
    private static final int MAX_LENGTH = 16;

    private DecimalText() {}

    /**
     * The text that reads back as exactly {@code value} where 16 characters can hold one, else the nearest decimal that
     * fits.
     *
     * @throws IllegalArgumentException if the value is not finite
     */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a decimal string cannot hold " + value);
        }
        // Coordinates and doses written by planning systems have few decimals. k / 1e4 is correctly rounded, so when it
        // gives the value back, k with four decimals is a text that reads back as the value.
        double scaled = value * 1e4;
        if (Math.abs(scaled) < 1e14) {
            long k = Math.round(scaled);
            if (k / 1e4 == value) {
                return fixedPoint(k);
            }
        }
        // Double.toString is a decimal that reads back exactly, but not always the shortest one (JDK-4511638, until
        // JDK 19); rounding the exact binary value to 17 digits and fewer finds a short one on every JDK.
        BigDecimal exact = new BigDecimal(value);
        String best = null;
        for (int digits = 17; digits > 0; digits--) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (Double.isInfinite(rounded.doubleValue())) {
                rounded = exact.round(new MathContext(digits, RoundingMode.DOWN));
            }
            String text = shortest(rounded);
            if (text.length() > MAX_LENGTH) {
                continue;
            }
            if (best == null) {
                best = text;
            } else if (rounded.doubleValue() == value) {
                best = text;
            } else {
                break;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no decimal string for " + value);
        }
        return best;
    }

    /** k / 10,000 without trailing zeros. */
    private static String fixedPoint(long k) {
        if (k == 0) {
            return "0";
        }
        long magnitude = Math.abs(k);
        StringBuilder s = new StringBuilder(MAX_LENGTH);
        if (k < 0) {
            s.append('-');
        }
        s.append(magnitude / 10_000);
        int fraction = (int) (magnitude % 10_000);
        if (fraction != 0) {
            s.append('.');
            for (int unit = 1000; fraction != 0; unit /= 10) {
                s.append((char) ('0' + fraction / unit));
                fraction %= unit;
            }
        }
        return s.toString();
    }

    /** Plain or scientific notation, whichever is shorter. */
    private static String shortest(BigDecimal d) {
        BigDecimal stripped = d.stripTrailingZeros();
        String plain = stripped.scale() <= 40 && stripped.scale() >= -20 ? stripped.toPlainString() : null;
        String digits = stripped.unscaledValue().abs().toString();
        int exponent = stripped.precision() - stripped.scale() - 1;
        String scientific = (d.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "E"
                + exponent;
        return plain != null && plain.length() <= scientific.length() ? plain : scientific;
    }
}
