package org.cordonrt.metric;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * One number asked of a structure's dose. Each kind is a record; {@link #expression()} gives the canonical TG-263 text,
 * which {@link #parse} reads back. Immutable and thread-safe.
 */
public sealed interface Metric {

    /** The canonical text, e.g. {@code D0.035cc[Gy]}. */
    String expression();

    /** Symbol of the unit of the result: Gy, cGy, cc, % or mm. */
    String unit();

    /**
     * Reads an expression. The grammar, with no blanks and in this case only:
     *
     * <pre>
     * metric  = "D" number ("cc" | "%") dose
     *         | ["C"] "V" number ("Gy" | "cGy") "[" ("cc" | "%") "]"
     *         | ("Max" | "Mean" | "Min") dose
     * dose    = "[" ("Gy" | "cGy") "]"
     * number  = digits ["." digits]
     * </pre>
     *
     * <p>A volume must be above 0, and at most 100 when in percent.
     *
     * @throws org.cordonrt.issue.CordonException METRIC_SYNTAX, with the position, for anything else
     */
    static Metric parse(String text) {
        return new MetricParser(text).parse();
    }

    // Equality is written out below: what the compiler generates takes longer to start than a set of limits takes to
    // read.

    /** D_v: the largest dose d with V(d) at least {@code volume}. */
    record DoseAtVolume(double volume, VolumeUnit volumeUnit, DoseUnit doseUnit) implements Metric {
        @Override
        public String expression() {
            return "D" + plain(volume) + volumeUnit.symbol() + "[" + doseUnit.symbol() + "]";
        }

        @Override
        public String unit() {
            return doseUnit.symbol();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof DoseAtVolume o
                    && Double.compare(volume, o.volume) == 0
                    && volumeUnit == o.volumeUnit
                    && doseUnit == o.doseUnit;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * Double.hashCode(volume) + volumeUnit.ordinal()) + doseUnit.ordinal();
        }
    }

    /** V_d: the volume that receives at least {@code dose}; with {@code complement}, CV_d: the volume that does not. */
    record VolumeAtDose(double dose, DoseUnit doseUnit, VolumeUnit volumeUnit, boolean complement) implements Metric {
        /** The dose asked for, Gy. */
        public double doseGy() {
            return doseUnit.toGy(dose);
        }

        @Override
        public String expression() {
            return (complement ? "CV" : "V") + plain(dose) + doseUnit.symbol() + "[" + volumeUnit.symbol() + "]";
        }

        @Override
        public String unit() {
            return volumeUnit.symbol();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof VolumeAtDose o
                    && Double.compare(dose, o.dose) == 0
                    && doseUnit == o.doseUnit
                    && volumeUnit == o.volumeUnit
                    && complement == o.complement;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * Double.hashCode(dose) + doseUnit.ordinal()) + volumeUnit.ordinal())
                    + (complement ? 1 : 0);
        }
    }

    /** Largest, smallest or volume-weighted mean dose of the structure. */
    record Statistic(Kind kind, DoseUnit doseUnit) implements Metric {
        /** Which statistic. */
        public enum Kind {
            MAX("Max"),
            MEAN("Mean"),
            MIN("Min");

            private final String symbol;

            Kind(String symbol) {
                this.symbol = symbol;
            }
        }

        @Override
        public String expression() {
            return kind.symbol + "[" + doseUnit.symbol() + "]";
        }

        @Override
        public String unit() {
            return doseUnit.symbol();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Statistic o && kind == o.kind && doseUnit == o.doseUnit;
        }

        @Override
        public int hashCode() {
            return 31 * kind.ordinal() + doseUnit.ordinal();
        }
    }

    /**
     * The smallest distance from the structure to the nearest of another kind, in mm: no metric of the dose, and not read
     * by {@link #parse}, because it needs the other kind beside its text.
     *
     * @param to the other kind, by the name that constraint files use
     */
    record Separation(String to) implements Metric {
        /** Its text in constraint files. */
        public static final String EXPRESSION = "Separation[mm]";

        public Separation {
            Objects.requireNonNull(to, "to");
        }

        @Override
        public String expression() {
            return EXPRESSION;
        }

        @Override
        public String unit() {
            return "mm";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Separation o && to.equals(o.to);
        }

        @Override
        public int hashCode() {
            return to.hashCode();
        }
    }

    private static String plain(double v) {
        return BigDecimal.valueOf(v).stripTrailingZeros().toPlainString();
    }
}
