package org.cordonrt.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.cordonrt.constraint.State;
import org.cordonrt.plan.InputFile;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.Phrases;
import org.cordonrt.report.RobustPhrases;
import org.cordonrt.report.figure.Figure;
import org.cordonrt.robust.AxisShift;
import org.cordonrt.robust.Chance;
import org.cordonrt.robust.DirectionMap;
import org.cordonrt.robust.PatientDirection;
import org.cordonrt.robust.RequiredChance;
import org.cordonrt.robust.RequiredShift;
import org.cordonrt.robust.RobustAssessment;
import org.cordonrt.robust.RotationToBreak;
import org.cordonrt.robust.Scenario;
import org.cordonrt.robust.ScenarioValues;
import org.cordonrt.robust.SetupErrors;
import org.cordonrt.robust.ShiftToBreak;
import org.cordonrt.robust.StaticDose;
import org.cordonrt.robust.TargetMetric;
import org.cordonrt.robust.TargetSpread;
import org.cordonrt.robust.ToleranceEllipsoid;
import org.jspecify.annotations.Nullable;

/**
 * How much error a plan can take, as one self-contained page in the manner of {@link HtmlReport}; nothing runs. Stateless:
 * may be called from any number of threads.
 */
public final class RobustHtml {
    private static final int MM_DECIMALS = 3;

    private RobustHtml() {}

    /**
     * The page, in UTF-8, ended by a line feed.
     *
     * @param maps one for each evaluable limit
     */
    public static byte[] of(RobustAssessment a, List<DirectionMap> maps, List<Figure> figures) {
        String label = a.atRest().plan().label();
        String title = "Cordon robustness: " + States.word(a.state()) + (label.isEmpty() ? "" : ", plan " + label);
        return HtmlPage.of(title, "", m -> {
            m.line("a", "Skip to the shifts", "class", "skip", "href", "#shifts");
            summary(m, a);
            m.open("main").raw("\n");
            shifts(m, a, maps, figures);
            required(m, a);
            scenarios(m, a, figures);
            chances(m, a, figures);
            BasisSection.addFindings(m, a.atRest());
            files(m, a);
            methods(m, a);
            m.closeLine();
            MethodsSection.addFooter(m, a.atRest());
        });
    }

    private static void summary(Markup m, RobustAssessment a) {
        m.open("header", "class", "summary " + States.style(a.state())).raw("\n");
        m.line("p", "Cordon: how much error the plan can take", "class", "kicker");
        m.open("h1");
        States.badge(m, a.state()).text(" ");
        m.element("span", RobustPhrases.headline(a), "class", "headline").closeLine();
        m.line("p", "Plan " + Phrases.plan(a.atRest().plan()), "class", "plan");
        m.open("dl", "class", "facts").raw("\n");
        State rest = a.atRest().verdict().state();
        SummarySection.fact(
                m, "Without any shift", States.word(rest), a.atRest().verdict().reason());
        List<ShiftToBreak> some = a.evaluable();
        SummarySection.fact(
                m,
                "Every limit holds for",
                some.isEmpty()
                        ? "not known"
                        : RobustPhrases.down(some.stream()
                                        .mapToDouble(ShiftToBreak::holdsMm)
                                        .min()
                                        .orElse(0))
                                + " mm",
                "in every direction, for certain");
        SummarySection.fact(
                m,
                "The first one breaks at",
                RobustPhrases.nearest(a)
                        .map(s -> RobustPhrases.up(s.upperMm()) + " mm")
                        .orElse("none found"),
                RobustPhrases.nearest(a)
                        .map(s -> Phrases.subject(s.limit()) + ", " + RobustPhrases.remark(s))
                        .orElse("within " + Decimals.shortest(a.options().searchRadiusMm(), 2) + " mm"));
        m.closeLine().closeLine();
    }

    private static void shifts(Markup m, RobustAssessment a, List<DirectionMap> maps, List<Figure> figures) {
        m.open("section", "id", "shifts").raw("\n").line("h2", "Shift to break");
        if (a.limits().isEmpty()) {
            m.line("p", "No limit on the cord counts for this plan.", "class", "none");
        } else {
            anyDirection(m, a);
        }
        for (ShiftToBreak s : a.limits()) {
            if (s.reason() != null) {
                m.line("p", Phrases.subject(s.limit()) + " is not evaluable: " + s.reason() + ".", "class", "note");
            }
        }
        a.evaluable().stream().mapToDouble(ShiftToBreak::coveredMm).min().ifPresent(mm -> {
            if (mm < a.options().searchRadiusMm()) {
                m.line(
                        "p",
                        "Shifts of more than " + RobustPhrases.down(mm)
                                + " mm may take a structure out of the dose grid: those are not evaluable, and not"
                                + " counted as safe.",
                        "class",
                        "note");
            }
        });
        ReportBody.figures(m, figures, f -> f.id().equals("robust-shifts"), true);
        along(
                m,
                a,
                "Shift to break along each axis, mm: certain from below; >: none up to there",
                s -> s.axes().stream()
                        .map(x -> new String[] {PatientDirection.words(x.direction()), shown(x)})
                        .toList());
        along(
                m,
                a,
                "Turn to break about the centre of " + a.centreOf()
                        + ", degrees: right-handed about each axis, searched; >: none up to there",
                s -> s.rotations().stream()
                        .map(x -> new String[] {PatientDirection.words(x.axis()), shown(x)})
                        .toList());
        ellipsoids(m, maps);
        ReportBody.figures(m, figures, f -> f.id().startsWith("robust-sphere"), true);
        m.closeLine();
    }

    private static String shown(AxisShift x) {
        return (x.breaks() ? "" : "> ") + RobustPhrases.down(x.lowerMm());
    }

    private static String shown(RotationToBreak x) {
        return x.breaks() ? Decimals.fixed(x.degrees(), 2) : "> " + Decimals.fixed(x.searchedDegrees(), 2);
    }

    private static void anyDirection(Markup m, RobustAssessment a) {
        Table t = new Table("Shift to break in any direction, mm")
                .numbers("no")
                .words("limit")
                .numbers("at rest")
                .numbers("holds for mm")
                .numbers("breaks at mm")
                .words("towards");
        for (ShiftToBreak s : a.limits()) {
            t.row(
                    number(a, s),
                    Phrases.subject(s.limit()),
                    s.limit().value() == null
                            ? "-"
                            : Phrases.number(s.limit().value()) + " "
                                    + s.limit().constraint().unit(),
                    s.isEvaluable() ? RobustPhrases.down(s.lowerMm()) : "-",
                    s.breakMm() == null ? "-" : RobustPhrases.up(s.upperMm()),
                    RobustPhrases.remark(s));
        }
        t.appendTo(m);
        m.line(
                "p",
                "No shift shorter than \"holds for\" breaks the limit, whichever way it goes: that is proved, not"
                        + " sampled. A shift of \"breaks at\" towards the direction named surely does.",
                "class",
                "note");
    }

    /** The place of a limit in the first table. */
    private static String number(RobustAssessment a, ShiftToBreak s) {
        return String.valueOf(1 + a.limits().indexOf(s));
    }

    private static void along(
            Markup m, RobustAssessment a, String caption, Function<ShiftToBreak, List<String[]>> values) {
        List<ShiftToBreak> with =
                a.evaluable().stream().filter(s -> !values.apply(s).isEmpty()).toList();
        if (with.isEmpty()) {
            return;
        }
        m.line("h3", caption);
        Table t = new Table(caption).words("limit");
        values.apply(with.get(0)).forEach(v -> t.numbers(v[0]));
        for (ShiftToBreak s : with) {
            List<String> cells = new ArrayList<>(List.of(Phrases.subject(s.limit())));
            values.apply(s).forEach(v -> cells.add(v[1]));
            t.row(cells.toArray(String[]::new));
        }
        t.appendTo(m);
    }

    private static void ellipsoids(Markup m, List<DirectionMap> maps) {
        Table t = new Table("Tolerance ellipsoids, half axes in mm")
                .words("limit")
                .numbers("shortest")
                .words("along")
                .numbers("middle")
                .words("along")
                .numbers("longest")
                .words("along");
        for (DirectionMap map : maps) {
            if (map.ellipsoid().isPresent()) {
                List<String> cells =
                        new ArrayList<>(List.of(Phrases.subject(map.limit().limit())));
                for (ToleranceEllipsoid.Axis x : map.ellipsoid().get().axes()) {
                    cells.add(Decimals.fixed(x.halfLengthMm(), 2));
                    cells.add(PatientDirection.words(x.direction()));
                }
                t.row(cells.toArray(String[]::new));
            }
        }
        if (!t.isEmpty()) {
            m.line("h3", "Tolerance ellipsoids, half axes in mm");
            t.appendTo(m);
            m.line(
                    "p",
                    "Around rest, within every shift to break of the directions that were looked at, and the opposite"
                            + " way as far: by points, not certified.",
                    "class",
                    "note");
        }
    }

    private static void required(Markup m, RobustAssessment a) {
        if (a.required().isEmpty() && a.requiredChances().isEmpty()) {
            return;
        }
        m.open("section", "id", "required").raw("\n").line("h2", "What was required");
        Table t = new Table("What was required")
                .terms("state")
                .words("limit")
                .words("asked")
                .words("why");
        for (RequiredShift r : a.required()) {
            t.row(row(
                    r.state(),
                    Phrases.subject(r.limit()),
                    "for " + Decimals.shortest(r.requiredMm(), MM_DECIMALS) + " mm in every direction",
                    r.reason()));
        }
        for (RequiredChance r : a.requiredChances()) {
            t.row(row(
                    r.state(),
                    Phrases.subject(r.limit()),
                    "with " + Decimals.shortest(100 * r.requiredProbability(), MM_DECIMALS) + " %",
                    r.reason()));
        }
        t.appendTo(m);
        m.closeLine();
    }

    private static List<Table.Cell> row(State state, String limit, String asked, @Nullable String why) {
        return List.of(
                Table.Cell.markup(States.badge(new Markup(), state)),
                Table.Cell.text(limit),
                Table.Cell.text(asked),
                Table.Cell.text(why == null ? "" : why));
    }

    private static void scenarios(Markup m, RobustAssessment a, List<Figure> figures) {
        m.open("section", "id", "scenarios")
                .raw("\n")
                .line(
                        "h2",
                        "Scenarios: shifts of " + Decimals.shortest(a.options().shiftMm(), MM_DECIMALS)
                                + " mm, turns of "
                                + Decimals.shortest(a.options().rotationDegrees(), MM_DECIMALS) + " degrees");
        if (!a.evaluable().isEmpty()) {
            Table t = new Table("Limits in each scenario, Gy").terms("limit, Gy");
            a.evaluable()
                    .forEach(s -> t.numbers(number(a, s) + ": "
                            + Objects.requireNonNull(s.limit().structure())
                                    .structure()
                                    .name()
                            + " "
                            + Phrases.shortName(s.limit().constraint().metric())));
            rows(t, a, true);
            t.appendTo(m);
        }
        if (!a.targets().isEmpty()) {
            m.line("h3", "Coverage of the targets");
            Table t = new Table("Coverage in each scenario").terms("scenario");
            a.targets()
                    .forEach(x -> t.numbers(x.target().structure().name() + " "
                            + x.kind().words() + " " + x.kind().unit()));
            rows(t, a, false);
            t.appendTo(m);
        }
        m.line("p", RobustPhrases.POINTS, "class", "note");
        ReportBody.figures(m, figures, f -> f.id().equals("robust-grid"), true);
        m.closeLine();
    }

    private static void rows(Table t, RobustAssessment a, boolean limits) {
        Function<ScenarioValues, double[]> of = limits ? ScenarioValues::limitGy : ScenarioValues::targets;
        for (ScenarioValues s : a.scenarios()) {
            if (s.scenario().group() == Scenario.Group.SINGLE) {
                t.row(values(s.scenario().name(), of.apply(s), limits ? List.of() : a.targets()));
            }
        }
        for (Scenario.Group group : List.of(Scenario.Group.SPHERE, Scenario.Group.GRID)) {
            List<double[]> some = a.scenarios().stream()
                    .filter(s -> s.scenario().group() == group)
                    .map(of)
                    .toList();
            if (!some.isEmpty()) {
                t.row(values(
                        "worst of " + some.size()
                                + (group == Scenario.Group.SPHERE ? " directions" : " shifts and turns"),
                        RobustPhrases.worst(some, limits),
                        limits ? List.of() : a.targets()));
            }
        }
    }

    private static String[] values(String name, double[] values, List<TargetMetric> targets) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (int i = 0; i < values.length; i++) {
            cells.add(
                    targets.isEmpty()
                            ? RobustPhrases.shown(values[i], 2)
                            : RobustPhrases.coverage(targets.get(i), values[i]));
        }
        return cells.toArray(String[]::new);
    }

    private static void chances(Markup m, RobustAssessment a, List<Figure> figures) {
        if (a.options().setupErrors().isEmpty()) {
            return;
        }
        SetupErrors e = a.options().setupErrors().get();
        m.open("section", "id", "chances").raw("\n").line("h2", "Set-up errors");
        m.line(
                "p",
                e.samples() + " courses, seed " + e.seed() + "; systematic "
                        + Decimals.shortest(e.systematicMm(), MM_DECIMALS) + " mm and "
                        + Decimals.shortest(e.systematicDegrees(), MM_DECIMALS) + " degrees, random "
                        + Decimals.shortest(e.randomMm(), MM_DECIMALS) + " mm and "
                        + Decimals.shortest(e.randomDegrees(), MM_DECIMALS)
                        + " degrees (one standard deviation along and about each axis).");
        Table t = new Table("How often each limit is kept")
                .words("limit")
                .numbers("kept %")
                .numbers("95 % interval")
                .numbers("mean Gy")
                .numbers("1 in 20 above, Gy")
                .numbers("outside the dose grid");
        for (Chance c : a.chances()) {
            t.row(
                    Phrases.subject(c.limit()),
                    Decimals.fixed(100 * c.probability(), 1),
                    Decimals.fixed(Math.floor(1000 * c.lower()) / 10, 1) + " to "
                            + Decimals.fixed(Math.ceil(1000 * c.upper()) / 10, 1),
                    Double.isNaN(c.meanGy()) ? "-" : Decimals.fixed(c.meanGy(), 2),
                    Double.isNaN(c.worst20Gy()) ? "-" : Decimals.fixed(c.worst20Gy(), 2),
                    String.valueOf(c.notEvaluable()));
        }
        if (!t.isEmpty()) {
            t.appendTo(m);
        }
        ReportBody.figures(m, figures, f -> f.id().equals("robust-spread"), true);
        Table targets = new Table("Coverage under set-up errors")
                .words("coverage")
                .numbers("mean")
                .numbers("middle")
                .numbers("1 in 20 below")
                .numbers("outside the dose grid");
        for (TargetSpread x : a.targetSpreads()) {
            targets.row(
                    x.metric().target().structure().name() + " "
                            + x.metric().kind().words() + ", "
                            + x.metric().kind().unit(),
                    RobustPhrases.coverage(x.metric(), x.mean()),
                    RobustPhrases.coverage(x.metric(), x.middle()),
                    RobustPhrases.coverage(x.metric(), x.worst20()),
                    String.valueOf(x.notEvaluable()));
        }
        if (!targets.isEmpty()) {
            m.line("h3", "Coverage of the targets under set-up errors");
            targets.appendTo(m);
        }
        m.closeLine();
    }

    private static void files(Markup m, RobustAssessment a) {
        m.open("section", "id", "used").raw("\n").line("h2", "What was used");
        Table files = new Table("Files").words("kind").words("file").words("SHA-256");
        for (InputFile f : a.atRest().inputs()) {
            files.row(List.of(
                    Table.Cell.text(f.modality()),
                    Table.Cell.text(f.path()),
                    Table.Cell.markup(new Markup().element("code", f.sha256()))));
        }
        if (files.isEmpty()) {
            m.line("p", "The case came from arrays, not from files.", "class", "none");
        } else {
            files.appendTo(m);
        }
        m.closeLine();
    }

    private static void methods(Markup m, RobustAssessment a) {
        m.open("section", "id", "methods").raw("\n").line("h2", "Methods and assumptions");
        m.open("ul").raw("\n");
        for (String sentence : List.of(
                StaticDose.STATEMENT,
                "Model: " + Phrases.model(a.atRest().model()) + ". Between the samples of the dose grid the dose is"
                        + " trilinear.",
                "\"Holds for\" is a lower bound from the dose around the structure: shifts are taken in boxes, and in each"
                        + " the volume that can reach the limit is bounded from above. \"Breaks at\" is a shift at which"
                        + " the certified histogram of the shifted structure breaks the limit.",
                "Turns are about the centre of " + a.centreOf() + ", searched in small steps, not certified.",
                "Figures are by points, in directions 15 degrees apart; between them values are interpolated.",
                "Set-up errors are normal, the same along and about every axis: a systematic one for the course, a random"
                        + " one for each fraction. Intervals of probabilities are those of Clopper and Pearson.",
                "Not considered: organs that deform or move by themselves, the accuracy of dose and contours.")) {
            m.line("li", sentence);
        }
        m.closeLine();
        m.closeLine();
    }
}
