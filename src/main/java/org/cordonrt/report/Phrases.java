package org.cordonrt.report;

import java.util.Locale;
import java.util.OptionalDouble;
import org.cordonrt.Internal;
import org.cordonrt.check.ModelOptions;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.MatchedBy;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.FractionsSource;
import org.cordonrt.plan.PlanSummary;
import org.cordonrt.plan.Point3;

/** Wording that several parts of the text output share. */
@Internal
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

    /** "'SPINE', 18 Gy in 1 fraction (from the plan), APPROVED"; may hold hostile text from the files. */
    public static String plan(PlanSummary plan) {
        StringBuilder b = new StringBuilder(plan.label().isEmpty() ? "without label" : "'" + plan.label() + "'");
        b.append(
                plan.prescriptionGy().isPresent()
                        ? ", " + Decimals.shortest(plan.prescriptionGy().getAsDouble(), 3) + " Gy"
                        : ", prescription unknown");
        if (plan.fractions().isPresent()) {
            b.append(" in ").append(fractions(plan.fractions().getAsInt()));
            b.append(plan.fractionsSource() == FractionsSource.RTPLAN ? " (from the plan)" : " (as you said)");
        } else {
            b.append(", number of fractions unknown");
        }
        return plan.approvalStatus().isEmpty()
                ? b.toString()
                : b.append(", ").append(plan.approvalStatus()).toString();
    }

    /** A part in percent, rounded down, so that a part never reads as the whole. */
    public static String covered(double fraction) {
        if (fraction == 1) {
            return "100 %";
        }
        return Decimals.fixed(Math.floor(fraction * 1000) / 10, 1) + " %";
    }

    /** A distance with so many decimals that what is above 0 never reads as 0. */
    public static String millimetres(double mm) {
        return mm == 0 ? "0" : Decimals.beside(mm, 0, 2);
    }

    /** "(6.6, 38.0, -198.0)", patient coordinates in mm. */
    public static String point(Point3 p) {
        return "(" + Decimals.fixed(p.x(), 1) + ", " + Decimals.fixed(p.y(), 1) + ", " + Decimals.fixed(p.z(), 1) + ")";
    }

    /** What is left of a limit, "-" when that is unknown; what is next to nothing keeps its sign. */
    public static String left(OptionalDouble room, int decimals) {
        return room.isPresent() ? Decimals.beside(room.getAsDouble(), 0, decimals) : "-";
    }

    /** A limit with the structure it is about and its source: {@code SpinalCord Max[Gy] <= 14 Gy (HYTEC H1)}. */
    public static String subject(ConstraintResult r) {
        String structure = r.structure() == null
                ? r.constraint().structureKind().words()
                : r.structure().structure().name();
        return structure + " " + r.constraint().text() + " (" + r.setId() + " "
                + r.constraint().id() + ")";
    }
}
