package org.cordonrt.phantom.analytic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** The truths of some phantoms as comma-separated values (RFC 4180) for a spreadsheet. Not thread-safe. */
public final class TruthTable {
    /** A billionth of a gray, to which truths are known. */
    private static final int DIGITS = 12;

    private final StringBuilder csv = new StringBuilder("case,structure,truth of,number,unit,value\r\n");
    private int size;

    /** Adds a line for each number. */
    public void add(AnalyticPhantom phantom) {
        for (Truth t : phantom.truths()) {
            String basis = t.basis().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            String value = new BigDecimal(t.value())
                    .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                    .stripTrailingZeros()
                    .toPlainString();
            csv.append(String.join(",", phantom.name(), t.structure(), basis, t.quantity(), t.unit(), value))
                    .append("\r\n");
            size++;
        }
    }

    /** Number of truths. */
    public int size() {
        return size;
    }

    public String csv() {
        return csv.toString();
    }
}
