package org.cordonrt.report;

import java.util.Comparator;
import java.util.Optional;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.Margin;
import org.cordonrt.constraint.Comparison;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.State;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.metric.MetricValue;
import org.jspecify.annotations.Nullable;

/**
 * The one sentence of an assessment: the limit that matters most, what is left of it, and how near the target is.
 * "SpinalCord D0.035cc 13.10 Gy of 14 Gy (TG101, 1 fraction): 0.90 Gy left; 2.4 mm from GTV".
 */
public final class Headline {
    static final String FRACTIONS_UNKNOWN =
            "the plan's number of fractions is not known, so no limit can be chosen; state it with --fractions N";

    private Headline() {}

    /** The sentence, without the verdict's word; may hold hostile text from the files. */
    public static String of(Assessment a) {
        if (a.verdict().state() == State.NOT_EVALUABLE && a.plan().fractions().isEmpty()) {
            return FRACTIONS_UNKNOWN;
        }
        ConstraintResult r = decisive(a);
        if (r == null
                || r.structure() == null
                || r.value() == null
                || !r.value().isEvaluable()) {
            return a.verdict().reason();
        }
        String sentence = measured(r.structure(), r.value(), r)
                + (r.asPlanned() == null || r.state() == State.NOT_EVALUABLE || r.reason() == null
                        ? ""
                        : ", " + r.reason())
                + nearest(a, r.structure());
        return r.state() == a.verdict().state() && r.state() != State.NOT_EVALUABLE
                ? sentence
                : sentence + "; " + a.verdict().reason();
    }

    /** The result that decided; where all is well, the tightest limit on the cord itself. */
    private static @Nullable ConstraintResult decisive(Assessment a) {
        ConstraintResult decidedBy = a.verdict().decidedBy();
        if (a.verdict().state() != State.PASS) {
            return decidedBy;
        }
        Optional<ConstraintResult> cord = a.constraints().stream()
                .filter(r -> r.counts() && r.state() == State.PASS)
                .filter(r -> r.constraint().structureKind() == StructureKind.SPINAL_CORD)
                .min(Comparator.comparingDouble(r -> r.headroom().orElse(Double.MAX_VALUE)
                        / Math.max(r.constraint().limit(), Double.MIN_NORMAL)));
        return cord.orElse(decidedBy);
    }

    private static String measured(StructureMatch structure, MetricValue value, ConstraintResult r) {
        String unit = r.constraint().unit();
        double limit = r.constraint().limit();
        return structure.structure().name() + " "
                + Phrases.shortName(r.constraint().metric()) + " "
                + Decimals.beside(value.value(), limit, 2) + " " + unit + " of "
                + Decimals.shortest(limit, Decimals.JSON_DECIMALS) + " " + unit + " (" + r.setId() + ", "
                + Phrases.fractions(r.constraint().fractions())
                + (r.isSubstituted()
                        ? ", limit for the " + r.constraint().structureKind().words()
                        : "") + "): "
                + room(r.headroom().orElse(0), unit, r.constraint().comparison());
    }

    /** "0.90 Gy left", "1.50 Gy over". */
    static String room(double headroom, String unit, Comparison comparison) {
        if (headroom == 0) {
            return comparison == Comparison.BELOW ? "at the limit, must stay below" : "nothing left";
        }
        String missed = comparison == Comparison.AT_LEAST ? " short" : " over";
        return Decimals.beside(Math.abs(headroom), 0, 2) + " " + unit + (headroom > 0 ? " left" : missed);
    }

    private static String nearest(Assessment a, StructureMatch structure) {
        return toTumour(a, structure).map(m -> "; " + distance(m)).orElse("");
    }

    /** From a structure to the tumour itself, or to margins around it where it is not drawn; of several the nearest. */
    public static Optional<Margin> toTumour(Assessment a, StructureMatch structure) {
        return a.margins().stream()
                .filter(m -> m.from().structure().roiNumber()
                        == structure.structure().roiNumber())
                .min(Comparator.comparing((Margin m) -> m.to().kind()).thenComparingDouble(Margin::distanceMm));
    }

    private static String distance(Margin m) {
        String name = m.to().structure().name();
        if (m.overlapCc() > 0) {
            return "overlaps " + name + " by " + Phrases.volume(m.overlapCc()) + " cc";
        }
        return m.distanceMm() == 0 ? "touches " + name : Decimals.beside(m.distanceMm(), 0, 1) + " mm from " + name;
    }
}
