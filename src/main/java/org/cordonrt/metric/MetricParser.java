package org.cordonrt.metric;

import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;

/** The strict reader of metric expressions; see {@link Metric#parse}. */
final class MetricParser {
    /** Longer numbers cannot be meant, and shorter ones are exact enough. */
    private static final int MAX_NUMBER_LENGTH = 12;

    private final String text;
    private int pos;

    MetricParser(String text) {
        this.text = text;
    }

    Metric parse() {
        Metric m = metric();
        if (pos < text.length()) {
            throw error("nothing more");
        }
        return m;
    }

    private Metric metric() {
        if (accept("Max")) {
            return new Metric.Statistic(Metric.Statistic.Kind.MAX, bracketedDose());
        }
        if (accept("Mean")) {
            return new Metric.Statistic(Metric.Statistic.Kind.MEAN, bracketedDose());
        }
        if (accept("Min")) {
            return new Metric.Statistic(Metric.Statistic.Kind.MIN, bracketedDose());
        }
        if (accept("D")) {
            return doseAtVolume();
        }
        if (accept("CV")) {
            return volumeAtDose(true);
        }
        if (accept("V")) {
            return volumeAtDose(false);
        }
        throw error("D, V, CV, Max, Mean or Min");
    }

    private Metric doseAtVolume() {
        int start = pos;
        double volume = number();
        VolumeUnit unit = volumeUnit();
        if (!(volume > 0)) {
            throw errorAt(start, "a volume above 0 (the maximum is Max[Gy])");
        }
        if (unit == VolumeUnit.PERCENT && volume > 100) {
            throw errorAt(start, "at most 100 %");
        }
        return new Metric.DoseAtVolume(volume, unit, bracketedDose());
    }

    private Metric volumeAtDose(boolean complement) {
        double dose = number();
        DoseUnit unit = doseUnit();
        expect("[");
        VolumeUnit out = volumeUnit();
        expect("]");
        return new Metric.VolumeAtDose(dose, unit, out, complement);
    }

    private DoseUnit bracketedDose() {
        expect("[");
        DoseUnit unit = doseUnit();
        expect("]");
        return unit;
    }

    private DoseUnit doseUnit() {
        if (accept("Gy")) {
            return DoseUnit.GY;
        }
        if (accept("cGy")) {
            return DoseUnit.CGY;
        }
        throw error("Gy or cGy");
    }

    private VolumeUnit volumeUnit() {
        if (accept("cc")) {
            return VolumeUnit.CC;
        }
        if (accept("%")) {
            return VolumeUnit.PERCENT;
        }
        throw error("cc or %");
    }

    private double number() {
        int start = pos;
        digits();
        if (accept(".")) {
            digits();
        }
        if (pos - start > MAX_NUMBER_LENGTH) {
            throw errorAt(start, "a number of at most " + MAX_NUMBER_LENGTH + " characters");
        }
        return Double.parseDouble(text.substring(start, pos));
    }

    private void digits() {
        int start = pos;
        while (pos < text.length() && text.charAt(pos) >= '0' && text.charAt(pos) <= '9') {
            pos++;
        }
        if (pos == start) {
            throw error("a digit");
        }
    }

    private boolean accept(String s) {
        if (text.startsWith(s, pos)) {
            pos += s.length();
            return true;
        }
        return false;
    }

    private void expect(String s) {
        if (!accept(s)) {
            throw error("'" + s + "'");
        }
    }

    private CordonException error(String expected) {
        return errorAt(pos, expected);
    }

    private CordonException errorAt(int at, String expected) {
        String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
        return new CordonException(
                IssueCode.METRIC_SYNTAX,
                "metric '" + text + "': expected " + expected + " at position " + (at + 1) + ", found " + found
                        + MetricGuess.hint(text));
    }
}
