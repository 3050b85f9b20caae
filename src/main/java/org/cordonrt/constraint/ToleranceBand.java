package org.cordonrt.constraint;

import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.metric.DoseUnit;

/**
 * By how much a mandatory limit may be exceeded and still be ACCEPTABLE, never PASS. Nothing unless the user sets it.
 * Immutable.
 *
 * @param amount at least 0, in {@code unit}
 * @param unit absolute dose, or percent of each limit
 */
public record ToleranceBand(double amount, Unit unit) {
    /** No limit may be exceeded. */
    public static final ToleranceBand NONE = new ToleranceBand(0, Unit.GY);

    /** A wider band would make other limits of them. */
    private static final double WIDEST_GY = 1;

    private static final double WIDEST_PERCENT = 5;

    /** What the width of a band is measured in. */
    public enum Unit {
        /** For limits on a dose; limits on a volume have no band then. */
        GY("Gy"),
        /** Of the limit, whatever its unit. */
        PERCENT("%");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }

        /** How it is written. */
        public String symbol() {
            return symbol;
        }
    }

    public ToleranceBand {
        double widest = unit == Unit.GY ? WIDEST_GY : WIDEST_PERCENT;
        if (!(amount >= 0 && amount <= widest)) {
            throw new IllegalArgumentException("a tolerance band of " + amount + " " + unit.symbol());
        }
    }

    /**
     * Reads {@code 0.1Gy} or {@code 1%}.
     *
     * @throws CordonException USAGE for anything else, and for a band wider than 1 Gy or 5 %
     */
    public static ToleranceBand parse(String text) {
        String plain = text.replace(" ", "");
        for (Unit unit : Unit.values()) {
            if (plain.endsWith(unit.symbol())) {
                String number =
                        plain.substring(0, plain.length() - unit.symbol().length());
                double widest = unit == Unit.GY ? WIDEST_GY : WIDEST_PERCENT;
                if (number.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")
                        && Double.parseDouble(number) <= widest
                        && Double.parseDouble(number) > 0) {
                    return new ToleranceBand(Double.parseDouble(number), unit);
                }
            }
        }
        throw new CordonException(
                IssueCode.USAGE,
                "a tolerance band is written as 0.1Gy or 1%, above 0 and at most " + Figures.plain(WIDEST_GY)
                        + " Gy or " + Figures.plain(WIDEST_PERCENT) + " %, not " + Quoted.text(text));
    }

    /** Whether there is no band. */
    public boolean isNone() {
        return amount == 0;
    }

    /** "0.1 Gy", "1 %". */
    public String text() {
        return Figures.plain(amount) + " " + unit.symbol();
    }

    /** The width of the band above a limit, in the unit of the limit; 0 where the band does not apply. */
    double above(Constraint c) {
        if (c.comparison() == Comparison.AT_LEAST) {
            return 0;
        }
        if (unit == Unit.PERCENT) {
            return c.limit() * amount / 100;
        }
        return switch (c.unit()) {
            case "Gy" -> amount;
            case "cGy" -> DoseUnit.CGY.fromGy(amount);
            default -> 0;
        };
    }
}
