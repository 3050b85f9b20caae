package org.cordonrt.report;

import java.util.Locale;
import org.cordonrt.check.ModelOptions;
import org.cordonrt.constraint.MatchedBy;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;

/** Wording that several parts of the text output share. */
public final class Phrases {
    private Phrases() {}

    /** "1 fraction", "3 fractions". */
    public static String fractions(int n) {
        return count(n, "fraction");
    }

    /** "1 limit", "3 limits". */
    public static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    /** The metric without its unit where the unit stands beside it: D0.035cc, V10Gy, Max. */
    public static String shortName(Metric metric) {
        if (metric instanceof Metric.Separation s) {
            return "gap to " + s.to();
        }
        String expression = metric.expression();
        return expression.substring(0, expression.indexOf('['));
    }

    /** "13.10 Gy", or "-" when there is no value. */
    public static String value(MetricValue v) {
        return v.isEvaluable() ? number(v) + " " + v.metric().unit() : "-";
    }

    /** "13.10", or "-" when there is no value. */
    public static String number(MetricValue v) {
        if (!v.isEvaluable()) {
            return "-";
        }
        return v.metric().unit().equals("cc") ? volume(v.value()) : Decimals.fixed(v.value(), 2);
    }

    /** Cubic centimetres: small volumes are what near-maximum limits are about, so they keep their digits. */
    public static String volume(double cc) {
        return Decimals.fixed(cc, cc >= 100 ? 1 : cc >= 10 ? 2 : 3);
    }

    /** How numbers were computed: "slab solids, trilinear dose". */
    public static String model(ModelOptions m) {
        String cap = m.endCapText();
        return m.solidName().toLowerCase(Locale.ROOT) + " solids"
                + switch (cap) {
                    case "half" -> "";
                    case "none" -> " without end caps";
                    default -> " with end caps of at most " + cap;
                }
                + ", trilinear dose"
                + (m.toleranceGy() == ModelOptions.DEFAULT_TOLERANCE_GY
                        ? ""
                        : ", tolerance " + Decimals.shortest(m.toleranceGy(), 6) + " Gy");
    }

    /** How a structure was recognised, in words. */
    public static String words(MatchedBy by) {
        return switch (by) {
            case USER_ALIAS -> "your alias";
            case TG263_NAME -> "TG-263 name";
            case ALIAS -> "alias";
            case PATTERN -> "name pattern";
            case INTERPRETED_TYPE -> "ROI type";
            case DERIVED -> "derived";
            case USER -> "your option";
            case AMBIGUOUS -> "ambiguous";
            case NONE -> "-";
        };
    }
}
