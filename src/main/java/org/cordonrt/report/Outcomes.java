package org.cordonrt.report;

import java.util.Comparator;
import java.util.List;
import org.cordonrt.check.Assessment;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.State;
import org.cordonrt.metric.MetricValue;

/**
 * Wording of results for other programs: dashboards, annotations, tables of a pull request. May hold hostile text from
 * the files.
 */
final class Outcomes {
    /** How a result is to be shown by a program that knows errors, warnings and the rest. */
    enum Weight {
        /** It broke or could not be shown, and it counts. */
        ERROR,
        /** It counts, and a person should look. */
        WARNING,
        /** It has no say in the verdict. */
        NOTE,
        /** Met. */
        NONE
    }

    private Outcomes() {}

    static Weight weight(ConstraintResult r) {
        if (r.state() == State.PASS) {
            return Weight.NONE;
        }
        if (!r.counts()) {
            return Weight.NOTE;
        }
        return r.state() == State.ACCEPTABLE ? Weight.WARNING : Weight.ERROR;
    }

    static Weight weight(State verdict) {
        return switch (verdict) {
            case PASS -> Weight.NONE;
            case ACCEPTABLE -> Weight.WARNING;
            case FAIL, NOT_EVALUABLE, SKIPPED -> Weight.ERROR;
        };
    }

    /** Limits that were not met and count: broken ones first, then those that could not be evaluated, then the rest. */
    static List<ConstraintResult> raised(Assessment a) {
        return a.constraints().stream()
                .filter(r -> weight(r) == Weight.ERROR || weight(r) == Weight.WARNING)
                .sorted(Comparator.comparingInt(Outcomes::order))
                .toList();
    }

    private static int order(ConstraintResult r) {
        return switch (r.state()) {
            case FAIL -> 0;
            case NOT_EVALUABLE -> 1;
            default -> 2;
        };
    }

    /** The structure that a limit was tested on, or the kind that is missing. */
    static String structure(ConstraintResult r) {
        return r.structure() == null
                ? r.constraint().structureKind().words()
                : r.structure().structure().name();
    }

    /** "SpinalCord D0.035cc[Gy] <= 14 Gy". */
    static String limit(ConstraintResult r) {
        return structure(r) + " " + r.constraint().text();
    }

    /** "8.92 Gy of 14 Gy: 5.08 Gy left"; the reason of what is no plain pass instead of what is left. */
    static String finding(ConstraintResult r) {
        String reason = r.reason() == null ? "" : r.reason();
        if (r.value() == null || !r.value().isEvaluable()) {
            return reason;
        }
        String measured = measured(r.value(), r.constraint());
        return measured + ": "
                + (reason.isEmpty()
                        ? Headline.room(
                                r.headroom().orElse(0),
                                r.constraint().unit(),
                                r.constraint().comparison())
                        : reason);
    }

    private static String measured(MetricValue v, Constraint c) {
        return Decimals.beside(v.value(), c.limit(), 2) + " " + c.unit() + " of "
                + Decimals.shortest(c.limit(), Decimals.JSON_DECIMALS) + " " + c.unit();
    }

    /** "Benedict et al., Med Phys 2010, Table III, https://doi.org/10.1118/1.3438081". */
    static String source(Constraint c) {
        return c.source().citation() + " (" + c.source().where() + ")"
                + (c.source().doi() == null ? "" : ", " + link(c.source().doi()));
    }

    static String link(String doi) {
        return "https://doi.org/" + doi;
    }
}
