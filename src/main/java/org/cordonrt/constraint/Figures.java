package org.cordonrt.constraint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How numbers are written in messages. */
final class Figures {
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    private Figures() {}

    /** The number as it stands, without exponent or trailing zeros. */
    static String plain(double v) {
        return BigDecimal.valueOf(v).stripTrailingZeros().toPlainString();
    }

    /** Two decimals; a difference too small for those keeps two significant digits, so that it never reads as none. */
    static String rounded(double v) {
        if (!Double.isFinite(v)) {
            return Double.toString(v);
        }
        BigDecimal exact = BigDecimal.valueOf(v);
        if (exact.signum() != 0 && exact.abs().compareTo(HUNDREDTH) < 0) {
            return exact.round(new MathContext(2)).stripTrailingZeros().toString();
        }
        return exact.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
