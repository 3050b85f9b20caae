package org.cordonrt.report;

import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One table of comma-separated values (RFC 4180): a title line, lines ended by CR LF, UTF-8. What does not exist is an
 * empty cell. Text that a spreadsheet would run as a formula is led by an apostrophe, also behind a semicolon, where
 * spreadsheets of many countries begin a new cell. Not thread-safe.
 */
final class CsvLines {
    private static final String END = "\r\n";
    /** Full-width signs count too: some spreadsheets take them for the plain ones. */
    private static final Pattern FORMULA = Pattern.compile("(^|;)(\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[,;\"\\r\\n]|^\\s|\\s$");

    private final StringBuilder out = new StringBuilder();
    private final int columns;

    CsvLines(String... titles) {
        columns = titles.length;
        line(titles);
    }

    /** One line of cells that {@link #text} and {@link #number} made. */
    void line(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
        }
        out.append(String.join(",", cells)).append(END);
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String number(double v) {
        return Double.isNaN(v) ? "" : Decimals.shortest(v, Decimals.JSON_DECIMALS);
    }

    /** Rounded down: for lower ends of intervals. */
    static String down(double v) {
        return Double.isNaN(v) ? "" : Decimals.json(v, RoundingMode.FLOOR).toPlainString();
    }

    /** Rounded up: for upper ends of intervals. */
    static String up(double v) {
        return Double.isNaN(v) ? "" : Decimals.json(v, RoundingMode.CEILING).toPlainString();
    }

    static String number(OptionalDouble v) {
        return number(v.orElse(Double.NaN));
    }

    /** Text from strangers: escaped for terminals as in the other forms, quoted where it must be. */
    static String text(@Nullable String s) {
        if (s == null) {
            return "";
        }
        String safe = FORMULA.matcher(PrintableText.of(s, false)).replaceAll("$1'$2");
        return NEEDS_QUOTES.matcher(safe).find() ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
