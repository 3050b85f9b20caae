package org.cordonrt.report;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cordonrt.Internal;
import org.cordonrt.robust.PatientDirection;
import org.cordonrt.robust.RobustAssessment;
import org.cordonrt.robust.ShiftToBreak;
import org.cordonrt.robust.TargetMetric;

/** What every form of output says alike of how much error a plan can take. May hold hostile text. Stateless. */
@Internal
public final class RobustPhrases {
    /** How scenarios are to be read. */
    public static final String POINTS =
            "Values on limits are sampled: their change from rest, added to the upper end of the certified interval at"
                    + " rest. Coverage is sampled alone. Neither has an interval of its own.";

    private RobustPhrases() {}

    /** One sentence, without the verdict's word. */
    public static String headline(RobustAssessment a) {
        return nearest(a)
                .map(s -> a.reason() + "; " + Phrases.subject(s.limit()) + " breaks first: "
                        + (s.isBrokenAtRest()
                                ? "without any shift"
                                : Decimals.fixed(s.upperMm(), 2) + " mm towards "
                                        + PatientDirection.words(Objects.requireNonNull(s.breakMm()))))
                .orElse(a.reason());
    }

    /** The limit that breaks first; empty when none does. */
    public static Optional<ShiftToBreak> nearest(RobustAssessment a) {
        return a.evaluable().stream()
                .filter(s -> s.breakMm() != null)
                .min(Comparator.comparingDouble(ShiftToBreak::upperMm));
    }

    /** Which way a limit breaks, or why there is none. */
    public static String remark(ShiftToBreak s) {
        if (s.reason() != null) {
            return "not evaluable";
        }
        if (s.isBrokenAtRest()) {
            return "broken at rest; "
                    + (s.repairMm() == null
                            ? "no shift found that keeps it"
                            : "kept " + up(s.repairMm().norm()) + " mm towards " + PatientDirection.words(s.repairMm())
                                    + ", searched");
        }
        return s.breakMm() == null
                ? "none found within " + Decimals.shortest(s.radiusMm(), 2) + " mm"
                : PatientDirection.words(s.breakMm());
    }

    /** Two decimals, never more than the value. */
    public static String down(double mm) {
        return Decimals.fixed(Math.floor(mm * 100) / 100, 2);
    }

    /** Two decimals, never less than the value. */
    public static String up(double mm) {
        return Decimals.fixed(Math.ceil(mm * 100) / 100, 2);
    }

    /** The worst at each place; NaN where one is unknown. */
    public static double[] worst(List<double[]> values, boolean largest) {
        double[] worst = values.get(0).clone();
        for (double[] v : values) {
            for (int i = 0; i < worst.length; i++) {
                worst[i] = largest ? Math.max(worst[i], v[i]) : Math.min(worst[i], v[i]);
            }
        }
        return worst;
    }

    /** A value of a target in a scenario. */
    public static String coverage(TargetMetric metric, double value) {
        return shown(value, metric.kind() == TargetMetric.Kind.V100 ? 1 : 2);
    }

    /** A dash where there is none. */
    public static String shown(double value, int decimals) {
        return Double.isNaN(value) ? "-" : Decimals.fixed(value, decimals);
    }
}
