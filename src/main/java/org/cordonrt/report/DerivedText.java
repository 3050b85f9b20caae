package org.cordonrt.report;

import java.util.List;
import java.util.Objects;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.BiologicalDose;
import org.cordonrt.check.HotSpot;
import org.cordonrt.check.LimitRules;
import org.cordonrt.check.Scaling;
import org.cordonrt.check.Stability;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Level;
import org.cordonrt.constraint.State;

/** The parts of an assessment's text that say how limits were applied and what follows from the values. */
final class DerivedText {
    private static final int NAME_WIDTH = 20;

    private DerivedText() {}

    static String set(Assessment.UsedSet set) {
        return set.id() + " (version " + set.version()
                + set.extending()
                        .map(b -> ", extends " + b.id() + " version " + b.version())
                        .orElse("") + ")";
    }

    /** What the user said about limits, a row for each. */
    static void rules(TextTable t, Page page, LimitRules rules) {
        if (!rules.band().isNone()) {
            t.row(
                    "Band",
                    "limits exceeded by up to " + rules.band().text() + " are acceptable, as you said; never a pass");
        }
        rules.substitutions()
                .forEach(s -> t.row(
                        "Stand-in",
                        page.safe("limits on the " + s.kind().words() + " are also tested on '" + s.structure()
                                + "', as you said")));
        if (!rules.aliases().file().isEmpty()) {
            t.row("Aliases", page.safe(rules.aliases().file()));
        }
    }

    /** What a reader must know of a limit beside its source. */
    static String remark(ConstraintResult r) {
        return (r.isSubstituted()
                        ? " (limit for the " + r.constraint().structureKind().words() + ", stand-in)"
                        : "")
                + robustness(r);
    }

    /** What came of a criterion of robustness; what is open stands under what was not evaluated. */
    private static String robustness(ConstraintResult r) {
        return r.asPlanned() == null || r.state() == State.NOT_EVALUABLE || r.reason() == null
                ? ""
                : " (" + r.reason() + ")";
    }

    static void scaling(Page page, Scaling s) {
        page.paragraph("  ", page.safe(Sentences.scaling(s)));
    }

    /** Where the cord is hottest. */
    static void hottest(Page page, HotSpot h) {
        page.paragraph("  ", page.safe(Sentences.hottest(h)));
        for (HotSpot.Cluster c : h.clusters()) {
            page.paragraph("    ", page.safe(Sentences.cluster(c)));
        }
    }

    /** How much the outcome depends on conventions. */
    static void stability(Page page, Stability s) {
        page.heading("Stability");
        page.paragraph("  ", Sentences.stability(s));
        for (String change : Sentences.changes(s)) {
            page.paragraph("    ", page.safe(change));
        }
    }

    /** Published values that are not limits. */
    static void information(Page page, Assessment a) {
        List<ConstraintResult> shown =
                a.constraints().stream().filter(DerivedText::isInformation).toList();
        if (shown.isEmpty()) {
            return;
        }
        page.heading("For information, not judged");
        TextTable t = new TextTable(2)
                .left("structure", NAME_WIDTH)
                .left("metric", 12)
                .right("value")
                .right("published")
                .left("", 4)
                .left("source", Integer.MAX_VALUE);
        for (ConstraintResult r : shown) {
            Constraint c = r.constraint();
            String published = Decimals.shortest(c.limit(), Decimals.JSON_DECIMALS);
            t.row(
                    page.safe(Objects.requireNonNull(r.structure()).structure().name()),
                    Phrases.shortName(c.metric()),
                    Phrases.number(Objects.requireNonNull(r.value())),
                    c.rangeFrom().isPresent()
                            ? Decimals.shortest(c.rangeFrom().getAsDouble(), Decimals.JSON_DECIMALS) + " - " + published
                            : published,
                    c.unit(),
                    page.safe(r.setId() + " " + c.id()
                            + (c.condition() == null ? "" : " (" + c.condition() + ")")
                            + remark(r)));
        }
        page.table(t);
    }

    static boolean isInformation(ConstraintResult r) {
        return r.constraint().level() == Level.INFORMATION
                && r.structure() != null
                && r.value() != null
                && r.value().isEvaluable();
    }

    /** BED and EQD2 of this course. */
    static void biological(Page page, List<BiologicalDose> doses) {
        if (doses.isEmpty()) {
            return;
        }
        page.heading("Linear-quadratic equivalents in Gy (alpha/beta "
                + Decimals.shortest(doses.get(0).model().alphaBetaGy(), Decimals.JSON_DECIMALS)
                + " Gy; information, no limit is judged by them)");
        TextTable t = new TextTable(2)
                .left("", NAME_WIDTH)
                .left("metric", 12)
                .right("dose")
                .right("EQD2")
                .right("BED");
        for (BiologicalDose b : doses) {
            t.row(
                    page.safe(b.structure().structure().name()),
                    Phrases.shortName(b.metric()),
                    Decimals.fixed(b.doseGy(), 2),
                    Decimals.fixed(b.eqd2Gy(), 1),
                    Decimals.fixed(b.bedGy(), 1));
        }
        page.table(t);
    }
}
