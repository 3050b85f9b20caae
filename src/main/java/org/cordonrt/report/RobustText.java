package org.cordonrt.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cordonrt.Internal;
import org.cordonrt.plan.InputFile;
import org.cordonrt.robust.AxisShift;
import org.cordonrt.robust.Chance;
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

/** How much error a plan can take, as text, in the manner of {@link TextReport}. Stateless. */
@Internal
public final class RobustText {
    private static final int NAME_WIDTH = 20;

    /** Two targets in a table. */
    private static final int COVERAGE_COLUMNS = 6;

    private RobustText() {}

    public static String of(RobustAssessment a, TextStyle style) {
        Page page = new Page(style);
        page.verdict(a.state(), page.safe(RobustPhrases.headline(a)));
        if (page.isQuiet()) {
            return page.text();
        }
        page.heading(null);
        TextTable t = new TextTable(0).left("", 10).left("", Integer.MAX_VALUE);
        t.row("Plan", page.safe(Phrases.plan(a.atRest().plan())));
        for (InputFile f : a.atRest().inputs()) {
            t.row(f.modality(), page.safe(f.path()));
        }
        t.row(
                "Tool",
                a.atRest().tool().name() + " " + a.atRest().tool().version() + ", "
                        + Phrases.model(a.atRest().model()));
        page.table(t);
        page.heading(null);
        page.paragraph(StaticDose.STATEMENT);
        shifts(page, a);
        axes(page, a);
        rotations(page, a);
        required(page, a);
        requiredChances(page, a);
        scenarios(page, a);
        chances(page, a);
        TextReport.issues(page, a.atRest().issues());
        page.heading(null);
        page.paragraph("Decision support for research and quality assurance, not a clinical approval.");
        return page.text();
    }

    private static void shifts(Page page, RobustAssessment a) {
        page.heading("Shift to break, any direction (mm; none shorter than 'holds' breaks the limit, for certain)");
        TextTable t = new TextTable(2)
                .right("no")
                .left("structure", NAME_WIDTH)
                .left("metric", 10)
                .right("at rest")
                .left("", 2)
                .right("limit")
                .left("", 2)
                .right("holds")
                .right("breaks")
                .left("towards", Integer.MAX_VALUE);
        for (ShiftToBreak s : a.limits()) {
            String name = s.limit().structure() == null
                    ? s.limit().constraint().structureKind().words()
                    : s.limit().structure().structure().name();
            t.row(
                    number(a, s),
                    page.safe(name),
                    Phrases.shortName(s.limit().constraint().metric()),
                    s.limit().value() == null ? "-" : Phrases.number(s.limit().value()),
                    s.limit().constraint().comparison().symbol(),
                    Decimals.shortest(s.limit().constraint().limit(), 3),
                    s.limit().constraint().unit(),
                    s.isEvaluable() ? RobustPhrases.down(s.lowerMm()) : "-",
                    s.breakMm() == null ? "-" : RobustPhrases.up(s.upperMm()),
                    page.safe(RobustPhrases.remark(s)));
        }
        page.table(t);
        page.paragraph(
                "  ",
                "Limits: "
                        + a.limits().stream()
                                .map(s -> number(a, s) + " "
                                        + page.safe(s.limit().setId() + " "
                                                + s.limit().constraint().id()))
                                .collect(Collectors.joining(", ")));
        for (ShiftToBreak s : a.limits()) {
            if (s.reason() != null) {
                page.paragraph("  ", number(a, s) + " not evaluable: " + page.safe(s.reason()));
            }
        }
        a.evaluable().stream().mapToDouble(ShiftToBreak::coveredMm).min().ifPresent(mm -> {
            if (mm < a.options().searchRadiusMm()) {
                page.paragraph(
                        "  ",
                        "Shifts of more than " + RobustPhrases.down(mm)
                                + " mm may take a structure out of the dose grid: those are not evaluable, and"
                                + " not counted as safe");
            }
        });
    }

    private static void axes(Page page, RobustAssessment a) {
        List<ShiftToBreak> with =
                a.evaluable().stream().filter(s -> !s.axes().isEmpty()).toList();
        if (with.isEmpty()) {
            return;
        }
        page.heading("Shift to break along each axis (mm, certain from below; >: none up to there)");
        TextTable t = new TextTable(2).right("no").left("structure", NAME_WIDTH).left("metric", 10);
        with.get(0).axes().forEach(x -> t.right(PatientDirection.words(x.direction())));
        for (ShiftToBreak s : with) {
            List<String> cells = begin(page, a, s);
            for (AxisShift x : s.axes()) {
                cells.add(x.breaks() ? RobustPhrases.down(x.lowerMm()) : "> " + RobustPhrases.down(x.lowerMm()));
            }
            t.row(cells.toArray(String[]::new));
        }
        page.table(t);
    }

    private static List<String> begin(Page page, RobustAssessment a, ShiftToBreak s) {
        List<String> cells = new ArrayList<>();
        cells.add(number(a, s));
        cells.add(page.safe(
                Objects.requireNonNull(s.limit().structure()).structure().name()));
        cells.add(Phrases.shortName(s.limit().constraint().metric()));
        return cells;
    }

    private static void rotations(Page page, RobustAssessment a) {
        List<ShiftToBreak> with =
                a.evaluable().stream().filter(s -> !s.rotations().isEmpty()).toList();
        if (with.isEmpty()) {
            return;
        }
        page.heading("Turn to break about the centre of " + page.safe(a.centreOf())
                + " (degrees, right-handed about each axis, searched)");
        TextTable t = new TextTable(2).right("no").left("structure", NAME_WIDTH).left("metric", 10);
        with.get(0).rotations().forEach(x -> t.right(PatientDirection.words(x.axis())));
        for (ShiftToBreak s : with) {
            List<String> cells = begin(page, a, s);
            for (RotationToBreak x : s.rotations()) {
                cells.add(x.breaks() ? Decimals.fixed(x.degrees(), 2) : "> " + Decimals.fixed(x.searchedDegrees(), 2));
            }
            t.row(cells.toArray(String[]::new));
        }
        page.table(t);
    }

    private static void required(Page page, RobustAssessment a) {
        if (a.required().isEmpty()) {
            return;
        }
        page.heading("Required to hold in every direction");
        TextTable t =
                new TextTable(2).left("state", 13).right("mm").left("limit", 50).left("", Integer.MAX_VALUE);
        for (RequiredShift r : a.required()) {
            t.row(
                    r.state(),
                    r.state().name(),
                    Decimals.shortest(r.requiredMm(), 3),
                    page.safe(Phrases.subject(r.limit())),
                    r.reason() == null ? "" : page.safe(r.reason()));
        }
        page.table(t);
    }

    private static void requiredChances(Page page, RobustAssessment a) {
        if (a.requiredChances().isEmpty()) {
            return;
        }
        page.heading("Required probability of keeping each limit");
        TextTable t =
                new TextTable(2).left("state", 13).right("%").left("limit", 50).left("", Integer.MAX_VALUE);
        for (RequiredChance r : a.requiredChances()) {
            t.row(
                    r.state(),
                    r.state().name(),
                    Decimals.shortest(100 * r.requiredProbability(), 3),
                    page.safe(Phrases.subject(r.limit())),
                    r.reason() == null ? "" : page.safe(r.reason()));
        }
        page.table(t);
    }

    private static void scenarios(Page page, RobustAssessment a) {
        List<ShiftToBreak> limits = a.evaluable();
        page.heading("Scenarios (Gy; shifts of "
                + Decimals.shortest(a.options().shiftMm(), 3) + " mm, turns of "
                + Decimals.shortest(a.options().rotationDegrees(), 3) + " degrees)");
        page.paragraph("  ", RobustPhrases.POINTS);
        TextTable t = new TextTable(2).left("limit no", 26);
        limits.forEach(l -> t.right(number(a, l)));
        List<TextTable> coverage = new ArrayList<>();
        for (int from = 0; from < a.targets().size(); from += COVERAGE_COLUMNS) {
            TextTable part = new TextTable(2).left("coverage, Gy or %", 26);
            a.targets()
                    .subList(from, Math.min(a.targets().size(), from + COVERAGE_COLUMNS))
                    .forEach(m -> part.right(
                            page.safe(shortened(m.target().structure().name())) + " "
                                    + m.kind().words()));
            coverage.add(part);
        }
        for (ScenarioValues s : a.scenarios()) {
            if (s.scenario().group() == Scenario.Group.SINGLE || page.isVerbose()) {
                row(page, t, coverage, s.scenario().name(), s.limitGy(), s.targets(), a.targets());
            }
        }
        for (Scenario.Group group : List.of(Scenario.Group.SPHERE, Scenario.Group.GRID)) {
            List<ScenarioValues> some = a.scenarios().stream()
                    .filter(s -> s.scenario().group() == group)
                    .toList();
            if (!some.isEmpty()) {
                row(
                        page,
                        t,
                        coverage,
                        "worst of " + some.size() + (group == Scenario.Group.SPHERE ? " directions" : " in the grid"),
                        RobustPhrases.worst(
                                some.stream().map(ScenarioValues::limitGy).toList(), true),
                        RobustPhrases.worst(
                                some.stream().map(ScenarioValues::targets).toList(), false),
                        a.targets());
            }
        }
        if (!limits.isEmpty()) {
            page.table(t);
        }
        coverage.forEach(page::table);
    }

    private static void row(
            Page page,
            TextTable limits,
            List<TextTable> coverage,
            String name,
            double[] gy,
            double[] targets,
            List<TargetMetric> metrics) {
        limits.row(cells(page, name, gy, List.of()));
        for (int i = 0; i < coverage.size(); i++) {
            int from = i * COVERAGE_COLUMNS;
            int to = Math.min(targets.length, from + COVERAGE_COLUMNS);
            coverage.get(i).row(cells(page, name, Arrays.copyOfRange(targets, from, to), metrics.subList(from, to)));
        }
    }

    private static String shortened(String name) {
        return name.length() <= 12 ? name : name.substring(0, 10) + "..";
    }

    /** The place of a limit in the first table. */
    private static String number(RobustAssessment a, ShiftToBreak s) {
        return String.valueOf(1 + a.limits().indexOf(s));
    }

    /** @param metrics of targets; empty for limits */
    private static String[] cells(Page page, String name, double[] values, List<TargetMetric> metrics) {
        List<String> cells = new ArrayList<>();
        cells.add(page.safe(name));
        for (int i = 0; i < values.length; i++) {
            cells.add(
                    metrics.isEmpty()
                            ? RobustPhrases.shown(values[i], 2)
                            : RobustPhrases.coverage(metrics.get(i), values[i]));
        }
        return cells.toArray(String[]::new);
    }

    private static void chances(Page page, RobustAssessment a) {
        if (a.chances().isEmpty()) {
            return;
        }
        SetupErrors e = a.options().setupErrors().orElseThrow();
        page.heading("Set-up errors: " + e.samples() + " courses, seed " + e.seed() + "; systematic "
                + Decimals.shortest(e.systematicMm(), 3) + " mm " + Decimals.shortest(e.systematicDegrees(), 3)
                + " deg, random " + Decimals.shortest(e.randomMm(), 3) + " mm "
                + Decimals.shortest(e.randomDegrees(), 3) + " deg (1 SD an axis)");
        TextTable t = new TextTable(2)
                .right("no")
                .left("limit", 34)
                .right("kept %")
                .left("95 % interval", 15)
                .right("mean Gy")
                .right("1 in 20 Gy")
                .right("outside");
        List<ShiftToBreak> limits = a.evaluable();
        for (int i = 0; i < limits.size(); i++) {
            Chance c = a.chances().get(i);
            t.row(
                    number(a, limits.get(i)),
                    page.safe(Objects.requireNonNull(c.limit().structure())
                                    .structure()
                                    .name()) + " "
                            + Phrases.shortName(c.limit().constraint().metric()) + " "
                            + c.limit().constraint().comparison().symbol() + " "
                            + Decimals.shortest(c.limit().constraint().limit(), 3) + " "
                            + c.limit().constraint().unit(),
                    Decimals.fixed(100 * c.probability(), 1),
                    Decimals.fixed(Math.floor(1000 * c.lower()) / 10, 1) + " to "
                            + Decimals.fixed(Math.ceil(1000 * c.upper()) / 10, 1),
                    Double.isNaN(c.meanGy()) ? "-" : Decimals.fixed(c.meanGy(), 2),
                    Double.isNaN(c.worst20Gy()) ? "-" : Decimals.fixed(c.worst20Gy(), 2),
                    String.valueOf(c.notEvaluable()));
        }
        page.table(t);
        TextTable targets = new TextTable(2)
                .left("coverage", 34)
                .right("mean")
                .right("middle")
                .right("1 in 20 below")
                .right("outside");
        for (TargetSpread x : a.targetSpreads()) {
            targets.row(
                    page.safe(shortened(x.metric().target().structure().name())) + " "
                            + x.metric().kind().words() + ", "
                            + x.metric().kind().unit(),
                    RobustPhrases.coverage(x.metric(), x.mean()),
                    RobustPhrases.coverage(x.metric(), x.middle()),
                    RobustPhrases.coverage(x.metric(), x.worst20()),
                    String.valueOf(x.notEvaluable()));
        }
        if (!targets.isEmpty()) {
            page.table(targets);
        }
    }
}
