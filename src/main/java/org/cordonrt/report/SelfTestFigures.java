package org.cordonrt.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.cordonrt.selftest.Comparison;
import org.cordonrt.selftest.Row;

/** Numbers of a self-test as text: errors span fifteen orders of magnitude. */
final class SelfTestFigures {
    private static final double ROUNDING = 1e-9;
    private static final double SCIENTIFIC = 1e-3;
    private static final int ERROR_DIGITS = 3;
    private static final int SMALL_ERROR_DIGITS = 2;
    private static final int VALUE_DECIMALS = 6;

    private SelfTestFigures() {}

    static String found(Row r) {
        String text = switch (r.measure()) {
            case COUNT_OUTSIDE -> plain(r.found()) + " of " + r.numbers();
            case LARGEST_ERROR, WIDEST_INTERVAL -> error(r.found()) + unit(r.unit());
            case MEAN -> error(r.found()) + " (" + error(r.low()) + " to " + error(r.high()) + ")" + unit(r.unit());
        };
        return r.missing() > 0 ? text + "; " + r.missing() + " missing" : text;
    }

    static String limit(Row r) {
        if (Double.isNaN(r.limit())) {
            return "-";
        }
        return error(r.limit()) + unit(r.unit());
    }

    static String grade(Row.Grade grade) {
        return switch (grade) {
            case OK -> "ok";
            case OUT -> "OUT";
            case REPORTED -> "";
        };
    }

    static String errorWithUnit(Comparison c) {
        return error(c.error()) + unit(c.errorUnit());
    }

    static String value(double v) {
        return Double.isNaN(v) ? "-" : Decimals.fixed(v, VALUE_DECIMALS);
    }

    /** "0.0021", "2.1e-7", "<1e-9". */
    static String error(double v) {
        if (Double.isNaN(v)) {
            return "-";
        }
        if (v == 0) {
            return "0";
        }
        if (Math.abs(v) < ROUNDING) {
            return "<1e-9";
        }
        if (Math.abs(v) < SCIENTIFIC) {
            BigDecimal d = new BigDecimal(v).round(new MathContext(SMALL_ERROR_DIGITS, RoundingMode.HALF_EVEN));
            int exponent = d.precision() - d.scale() - 1;
            return d.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
        }
        BigDecimal d = new BigDecimal(v).round(new MathContext(ERROR_DIGITS, RoundingMode.HALF_EVEN));
        return d.stripTrailingZeros().toPlainString();
    }

    private static String plain(double v) {
        return BigDecimal.valueOf(v).stripTrailingZeros().toPlainString();
    }

    private static String unit(String unit) {
        return unit.isEmpty() ? "" : " " + unit;
    }
}
