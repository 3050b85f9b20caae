package org.cordonrt.report;

import java.util.Comparator;
import java.util.Locale;
import org.cordonrt.Internal;
import org.cordonrt.constraint.State;
import org.cordonrt.plan.InputFile;
import org.cordonrt.reirradiation.Criterion;
import org.cordonrt.reirradiation.CriterionResult;
import org.cordonrt.reirradiation.CriterionState;
import org.cordonrt.reirradiation.CumulativeDose;
import org.cordonrt.reirradiation.Interval;
import org.cordonrt.reirradiation.PriorCourse;
import org.cordonrt.reirradiation.ReirradiationAssessment;
import org.jspecify.annotations.Nullable;

/** A re-irradiation as text, in the manner of {@link TextReport}. Stateless. */
@Internal
public final class ReirradiationText {
    private static final int NAME_WIDTH = 20;

    private static final String FOOTER =
            "Decision support for research and quality assurance, not a clinical approval. The criteria were seen with a"
                    + " lower risk in small series; meeting them does not make a plan safe. Limits for tissue that was"
                    + " never irradiated do not apply.";

    private ReirradiationText() {}

    public static String of(ReirradiationAssessment a, TextStyle style) {
        Page page = new Page(style);
        page.verdict(colour(a.state()), words(a.state()).toUpperCase(Locale.ROOT), headline(page, a));
        if (page.isQuiet()) {
            return page.text();
        }
        page.heading(null);
        TextTable t = new TextTable(0).left("", 10).left("", Integer.MAX_VALUE);
        t.row("Plan", page.safe(Phrases.plan(a.plan())));
        for (InputFile f : a.inputs()) {
            t.row(f.modality(), page.safe(f.path()));
        }
        t.row("Tool", a.tool().name() + " " + a.tool().version() + ", slab solids, trilinear doses");
        page.table(t);
        courses(page, a);
        criteria(page, a);
        doses(page, a);
        page.heading("Assumed");
        a.assumptions().forEach(x -> page.paragraph("  ", page.safe(x)));
        TextReport.issues(page, a.issues());
        page.heading(null);
        page.paragraph(FOOTER);
        return page.text();
    }

    private static State colour(CriterionState s) {
        return switch (s) {
            case MET -> State.PASS;
            case NOT_MET -> State.FAIL;
            case NOT_EVALUABLE -> State.NOT_EVALUABLE;
        };
    }

    private static String words(CriterionState s) {
        return switch (s) {
            case MET -> "met";
            case NOT_MET -> "not met";
            case NOT_EVALUABLE -> "not evaluable";
        };
    }

    private static String headline(Page page, ReirradiationAssessment a) {
        if (a.state() == CriterionState.MET) {
            return "all four HyTEC criteria for re-irradiation";
        }
        boolean allMet = a.criteria().stream().allMatch(c -> c.state() == CriterionState.MET);
        if (allMet && a.doubt() != null) {
            return "all four HyTEC criteria are met, but " + page.safe(a.doubt());
        }
        CriterionResult worst = a.criteria().stream()
                .max(Comparator.comparing(CriterionResult::state))
                .orElseThrow();
        String where = worst.structure() == null ? "" : page.safe(worst.structure()) + " ";
        String value = worst.value() == null
                ? page.safe(worst.criterion().words() + ": " + worst.reason())
                : worst.criterion().words() + " " + value(worst) + ", wanted "
                        + worst.criterion().comparator() + " " + limit(worst.criterion());
        return where + value + " (" + worst.criterion().id() + ")";
    }

    private static void courses(Page page, ReirradiationAssessment a) {
        page.heading("Previous courses");
        TextTable t = new TextTable(2).left("", NAME_WIDTH).left("", Integer.MAX_VALUE);
        for (PriorCourse c : a.courses()) {
            String ago = c.monthsAgo().isPresent()
                    ? Decimals.shortest(c.monthsAgo().getAsDouble(), 1) + " months ago"
                    : "unknown how long ago";
            String what;
            if (c instanceof PriorCourse.Maximum m) {
                what = "maximum " + Decimals.shortest(m.maxGy(), 3) + " Gy in " + Phrases.fractions(m.fractions())
                        + ", EQD2 " + Decimals.fixed(a.options().model().eqd2Gy(m.maxGy(), m.fractions()), 1) + " Gy";
            } else {
                what = "dose distribution, " + Phrases.fractions(c.fractions());
            }
            t.row(page.safe(c.label()), page.safe(what + ", " + ago));
        }
        page.table(t);
    }

    private static void criteria(Page page, ReirradiationAssessment a) {
        page.heading("Criteria (HyTEC, doi:" + Criterion.DOI + ", " + Criterion.WHERE + ")");
        TextTable t = new TextTable(2)
                .left("state", 13)
                .left("", 2)
                .left("structure", NAME_WIDTH)
                .right("value")
                .left("", 2)
                .right("limit")
                .left("", 6)
                .left("of", Integer.MAX_VALUE);
        for (CriterionResult r : a.criteria()) {
            t.row(
                    colour(r.state()),
                    words(r.state()),
                    r.criterion().id(),
                    r.structure() == null ? "-" : page.safe(r.structure()),
                    value(r),
                    r.criterion().comparator(),
                    Decimals.shortest(r.criterion().limit(), 2),
                    r.criterion().unit(),
                    page.safe(r.criterion().words() + (r.reason() == null ? "" : ": " + r.reason())));
        }
        page.table(t);
    }

    private static String value(CriterionResult r) {
        if (r.value() == null) {
            return "-";
        }
        int decimals = r.criterion() == Criterion.SBRT_SHARE ? 3 : r.criterion() == Criterion.INTERVAL ? 1 : 2;
        return interval(r.value(), r.criterion().limit(), decimals);
    }

    private static String limit(Criterion c) {
        return Decimals.shortest(c.limit(), 2) + (c.unit().isEmpty() ? "" : " " + c.unit());
    }

    private static void doses(Page page, ReirradiationAssessment a) {
        if (a.doses().isEmpty()) {
            return;
        }
        page.heading("Largest EQD2 in Gy (alpha/beta "
                + Decimals.shortest(a.options().model().alphaBetaGy(), 3) + " Gy)");
        String mm = Decimals.shortest(a.options().registrationMm(), 2);
        TextTable t = new TextTable(2)
                .left("", NAME_WIDTH)
                .right("this course")
                .right("sum at a point")
                .right("maxima added")
                .right("worst in " + mm + " mm")
                .left("", Integer.MAX_VALUE);
        for (CumulativeDose d : a.doses()) {
            String name = page.safe(d.structure().structure().name());
            if (d.reason() != null) {
                t.row(name, "-", "-", "-", "-", page.safe(d.reason()));
                continue;
            }
            t.row(
                    name,
                    plain(d.current()),
                    plain(d.summed()),
                    plain(d.addedMaxima()),
                    plain(d.shifted().map(CumulativeDose.Shifted::sum).orElse(null)),
                    remark(d));
        }
        page.table(t);
        if (a.doses().stream().anyMatch(d -> d.shifted().isPresent())) {
            page.paragraph(
                    "  ",
                    "Worst in " + mm
                            + " mm: the first number was found by moving the previous dose, the second cannot be"
                            + " exceeded by any movement of up to " + mm + " mm");
        }
        for (CumulativeDose d : a.doses()) {
            if (d.summedAtMm() != null) {
                page.paragraph(
                        "  ",
                        "Largest sum in " + page.safe(d.structure().structure().name()) + " at (x, y, z in mm) "
                                + Phrases.point(d.summedAtMm())
                                + d.shifted()
                                        .map(s -> "; worst shift of the previous dose " + Phrases.point(s.shiftMm()))
                                        .orElse(""));
            }
        }
    }

    private static String remark(CumulativeDose d) {
        if (!d.isJudged()) {
            return "beside, not judged";
        }
        return d.structure().isSubstitute() ? "judged, stands in for the thecal sac" : "judged";
    }

    private static String plain(@Nullable Interval v) {
        return v == null ? "-" : interval(v, Double.NaN, 1);
    }

    /** One number where both ends read alike, and on the right side of the limit. */
    private static String interval(Interval v, double limit, int decimals) {
        String lower =
                Double.isNaN(limit) ? Decimals.fixed(v.lower(), decimals) : Decimals.beside(v.lower(), limit, decimals);
        String upper =
                Double.isNaN(limit) ? Decimals.fixed(v.upper(), decimals) : Decimals.beside(v.upper(), limit, decimals);
        return lower.equals(upper) ? lower : lower + " - " + upper;
    }
}
