package org.cordonrt.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.DoseVolumes;
import org.cordonrt.check.Margin;
import org.cordonrt.check.Margins;
import org.cordonrt.check.StoredComparison;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Requirement;
import org.cordonrt.constraint.State;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.Severity;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.InputFile;
import org.cordonrt.robust.StaticDose;

/**
 * Results as text for a terminal: the verdict first, then what was used, the limits side by side, what was not
 * evaluated, the separations, the measured doses and the findings. Lines end with a line feed; the same result and style
 * give the same text.
 *
 * <p>Stateless: may be called from any number of threads.
 */
public final class TextReport {
    private static final int NAME_WIDTH = 20;

    /** Envelopes are printed to four decimals, rounded outwards. */
    private static final double CURVE_STEPS = 1e4;

    /** Metrics beside a name in one line; more go into a table of their own. */
    private static final int MOST_COLUMNS = 9;

    private TextReport() {}

    /** A check. */
    public static String of(Assessment a, TextStyle style) {
        Page page = new Page(style);
        State state = a.verdict().state();
        page.verdict(state, Headline.of(a));
        if (style.detail() == TextStyle.Detail.QUIET) {
            return page.text();
        }
        used(page, a);
        limits(page, a);
        DerivedText.information(page, a);
        notEvaluated(page, a);
        skipped(page, a);
        margins(page, a.margins());
        doses(page, a.structures());
        DerivedText.biological(page, a.derived().biological());
        a.derived().hottest().ifPresent(h -> DerivedText.hottest(page, h));
        a.derived().stability().ifPresent(x -> DerivedText.stability(page, x));
        a.derived().gridAdequacy().ifPresent(g -> page.paragraph("  ", page.safe(Sentences.adequacy(g))));
        issues(page, a.issues());
        page.heading(null);
        page.paragraph(Sentences.CAUTION);
        return page.text();
    }

    /** Dose-volume metrics. */
    public static String of(DoseVolumes d, TextStyle style) {
        Page page = new Page(style);
        inputs(page, d.inputs());
        metricTable(page, d.structures());
        for (AssessedStructure s : d.structures()) {
            s.curve().ifPresent(c -> {
                page.heading("Cumulative DVH of " + style.safe(s.name()));
                TextTable t = new TextTable(2)
                        .right("dose Gy")
                        .right("volume cc")
                        .right("lower")
                        .right("upper");
                for (int i = 0; i < c.size(); i++) {
                    t.row(
                            Decimals.shortest(c.doseGy(i), 4),
                            Decimals.fixed(c.volumeCc(i), 4),
                            Decimals.fixed(Math.floor(c.lowerCc(i) * CURVE_STEPS) / CURVE_STEPS, 4),
                            Decimals.fixed(Math.ceil(c.upperCc(i) * CURVE_STEPS) / CURVE_STEPS, 4));
                }
                page.table(t);
            });
        }
        issues(page, d.issues());
        return page.text();
    }

    /** Separations. */
    public static String of(Margins m, TextStyle style) {
        Page page = new Page(style);
        inputs(page, m.inputs());
        margins(page, m.margins());
        SurfaceText.add(page, m.surfaces());
        m.profiles().forEach(p -> ProfileText.add(page, p));
        ProfileText.addNotes(page, m.profiles());
        issues(page, m.issues());
        return page.text();
    }

    /** Stored DVHs against Cordon's numbers. */
    public static String of(StoredComparison c, TextStyle style) {
        Page page = new Page(style);
        ComparisonText.add(page, c);
        if (style.detail() != TextStyle.Detail.QUIET) {
            issues(page, c.issues());
        }
        return page.text();
    }

    private static void used(Page page, Assessment a) {
        page.heading(null);
        TextTable t = new TextTable(0).left("", 10).left("", Integer.MAX_VALUE);
        a.patient()
                .ifPresent(p -> t.row("Patient", page.safe(p.name() + ", ID " + p.id() + ", born " + p.birthDate())));
        t.row("Plan", page.safe(Phrases.plan(a.plan())));
        for (InputFile f : a.inputs()) {
            t.row(f.modality(), page.safe(f.path()));
        }
        List<String> sets = a.sets().stream().map(DerivedText::set).toList();
        t.row("Limits", page.safe(sets.isEmpty() ? "none chosen" : String.join(", ", sets)));
        DerivedText.rules(t, page, a.rules());
        t.row("Tool", a.tool().name() + " " + a.tool().version() + ", " + Phrases.model(a.model()));
        page.table(t);

        page.heading("Structures");
        TextTable s = new TextTable(2)
                .left("name", NAME_WIDTH)
                .left("taken for", 22)
                .left("by", 12)
                .right("volume cc")
                .right("planes")
                .right("in dose grid");
        List<String> unused = new ArrayList<>();
        for (AssessedStructure x : a.structures()) {
            if (x.isUsed()) {
                s.row(
                        page.safe(x.name()),
                        x.match().kind().words(),
                        Phrases.words(x.match().matchedBy()),
                        x.volumeCc().isPresent() ? Phrases.volume(x.volumeCc().getAsDouble()) : "-",
                        x.planes().isPresent() ? Integer.toString(x.planes().getAsInt()) : "-",
                        x.coveredFraction().isPresent()
                                ? Phrases.covered(x.coveredFraction().getAsDouble())
                                : "-");
            } else {
                unused.add(page.safe(x.name()));
            }
        }
        page.table(s);
        for (AssessedStructure x : a.structures()) {
            if (x.match().isDerived()) {
                page.paragraph("  ", page.safe(x.name() + ": " + x.match().rule()));
            }
        }
        if (!unused.isEmpty()) {
            page.paragraph("  not used: ", String.join(", ", unused));
        }
    }

    private static void limits(Page page, Assessment a) {
        page.heading(
                a.plan().fractions().isPresent()
                        ? "Limits for " + Phrases.fractions(a.plan().fractions().getAsInt())
                        : "Limits");
        TextTable t = new TextTable(2)
                .left("state", 13)
                .left("structure", NAME_WIDTH)
                .left("metric", 12)
                .right("value")
                .left("", 2)
                .right("limit")
                .left("", 4)
                .right("left Gy")
                .right("%")
                .right("cc")
                .left("source", Integer.MAX_VALUE);
        for (ConstraintResult r : a.constraints()) {
            if (r.value() == null
                    || !r.value().isEvaluable()
                    || r.structure() == null
                    || DerivedText.isInformation(r)) {
                continue;
            }
            Constraint c = r.constraint();
            t.row(
                    r.state(),
                    r.state().name(),
                    page.safe(r.structure().structure().name()),
                    Phrases.shortName(c.metric()),
                    Decimals.beside(r.value().value(), c.limit(), 2),
                    c.comparison().symbol(),
                    Decimals.shortest(c.limit(), Decimals.JSON_DECIMALS),
                    c.unit(),
                    Phrases.left(r.room().gy(), 2),
                    Phrases.left(r.room().percent(), 0),
                    Phrases.left(r.room().cc(), 3),
                    page.safe(r.setId() + " " + c.id() + informal(c) + DerivedText.remark(r)));
        }
        if (t.isEmpty()) {
            page.paragraph("  ", "none could be tested");
        } else {
            page.table(t);
            DerivedText.scaling(page, a.derived().scaling());
            if (a.asksForRobustness()) {
                page.paragraph("  ", "Shifts: " + StaticDose.STATEMENT);
            }
        }
    }

    private static String informal(Constraint c) {
        return c.requirement() == Requirement.NEVER ? " (information only)" : "";
    }

    private static void notEvaluated(Page page, Assessment a) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        int unknown = 0;
        for (ConstraintResult r : a.constraints()) {
            if (r.state() != State.NOT_EVALUABLE || r.reason() == null) {
                continue;
            }
            if (a.plan().fractions().isEmpty() && r.structure() != null && !page.isVerbose()) {
                unknown++;
            } else {
                byReason.computeIfAbsent(r.reason(), k -> new ArrayList<>()).add(Phrases.subject(r));
            }
        }
        if (byReason.isEmpty() && unknown == 0) {
            return;
        }
        page.heading("Not evaluated (never a pass)");
        if (unknown > 0) {
            page.paragraph("  ", Phrases.count(unknown, "limit") + ": " + Headline.FRACTIONS_UNKNOWN);
        }
        byReason.forEach((reason, subjects) -> {
            page.paragraph("  ", page.safe(reason) + ":");
            page.paragraph("    ", page.safe(String.join("; ", subjects)));
        });
    }

    private static void skipped(Page page, Assessment a) {
        List<ConstraintResult> skipped = a.constraints().stream()
                .filter(r -> r.state() == State.SKIPPED && !DerivedText.isInformation(r))
                .toList();
        if (skipped.isEmpty()) {
            return;
        }
        if (page.isVerbose()) {
            page.heading("Skipped (does not apply)");
            for (ConstraintResult r : skipped) {
                page.paragraph("  ", page.safe(Phrases.subject(r) + ": " + r.reason()));
            }
            return;
        }
        Map<String, Integer> byReason = new LinkedHashMap<>();
        TreeSet<Integer> otherFractions = new TreeSet<>();
        int others = 0;
        for (ConstraintResult r : skipped) {
            if (a.plan().fractions().isPresent()
                    && r.constraint().fractions() != a.plan().fractions().getAsInt()) {
                others++;
                otherFractions.add(r.constraint().fractions());
            } else {
                byReason.merge(String.valueOf(r.reason()), 1, Integer::sum);
            }
        }
        page.heading("Skipped (does not apply; -v lists each)");
        if (others > 0) {
            page.paragraph(
                    "  ",
                    Phrases.count(others, "limit") + ": published for another number of fractions ("
                            + String.join(
                                    ", ",
                                    otherFractions.stream()
                                            .map(n -> Integer.toString(n))
                                            .toList())
                            + ")");
        }
        byReason.forEach((reason, n) -> page.paragraph("  ", page.safe(Phrases.count(n, "limit") + ": " + reason)));
    }

    private static void margins(Page page, List<Margin> margins) {
        if (margins.isEmpty()) {
            return;
        }
        page.heading("Separation in mm (distance: surface to surface; slabs: safe side; contours: flat, optimistic)");
        TextTable t = new TextTable(2)
                .left("from", NAME_WIDTH)
                .left("to", NAME_WIDTH)
                .right("distance")
                .right("slabs")
                .right("contours")
                .right("overlap cc")
                .right("deepest")
                .left("nearest point (x, y, z)", Integer.MAX_VALUE);
        for (Margin m : margins) {
            t.row(
                    page.safe(m.from().structure().name()),
                    page.safe(m.to().structure().name()),
                    Phrases.millimetres(m.distanceMm()),
                    Phrases.millimetres(m.slabMm()),
                    Phrases.millimetres(m.planesMm()),
                    m.overlapCc() == 0 ? "-" : Decimals.beside(m.overlapCc(), 0, 3),
                    m.deepestOverlapMm() == 0 ? "-" : Phrases.millimetres(m.deepestOverlapMm()),
                    Phrases.point(m.fromPointMm()));
        }
        page.table(t);
    }

    /** One table for structures of which the same was asked. */
    private static void doses(Page page, List<AssessedStructure> structures) {
        Map<List<Metric>, List<AssessedStructure>> alike = new LinkedHashMap<>();
        for (AssessedStructure s : structures) {
            if (s.isUsed()) {
                List<Metric> metrics =
                        s.metrics().stream().map(MetricValue::metric).toList();
                alike.computeIfAbsent(metrics, k -> new ArrayList<>()).add(s);
            }
        }
        if (alike.isEmpty()) {
            return;
        }
        page.heading("Measured (Gy unless said)");
        alike.forEach((metrics, rows) -> {
            for (int from = 0; from < metrics.size(); from += MOST_COLUMNS) {
                measured(page, metrics, rows, from, Math.min(metrics.size(), from + MOST_COLUMNS));
            }
            hottest(page, rows);
        });
    }

    private static void measured(Page page, List<Metric> metrics, List<AssessedStructure> rows, int from, int to) {
        TextTable t = new TextTable(2).left("", NAME_WIDTH);
        for (Metric m : metrics.subList(from, to)) {
            t.right(Phrases.shortName(m) + (m.unit().equals("Gy") ? "" : " " + m.unit()));
        }
        for (AssessedStructure s : rows) {
            String[] cells = new String[to - from + 1];
            cells[0] = page.safe(s.name());
            for (int i = from; i < to; i++) {
                cells[i - from + 1] = Phrases.number(s.metrics().get(i));
            }
            t.row(cells);
        }
        page.table(t);
    }

    private static void hottest(Page page, List<AssessedStructure> structures) {
        for (AssessedStructure s : structures) {
            if (s.match().kind() == StructureKind.SPINAL_CORD) {
                s.metrics().stream()
                        .filter(v -> isMax(v.metric()) && v.locationMm() != null)
                        .findFirst()
                        .ifPresent(v -> page.paragraph(
                                "  ",
                                "Hottest point of " + page.safe(s.name()) + " (x, y, z in mm): "
                                        + Phrases.point(Objects.requireNonNull(v.locationMm()))));
            }
        }
    }

    private static boolean isMax(Metric m) {
        return m instanceof Metric.Statistic s && s.kind() == Metric.Statistic.Kind.MAX;
    }

    private static String whyNothing(AssessedStructure s) {
        if (s.reason() != null) {
            return s.reason();
        }
        return s.metrics().stream()
                .filter(v -> v.notEvaluable() != null)
                .findFirst()
                .map(v -> "" + v.notEvaluable())
                .orElse("nothing was asked");
    }

    private static void inputs(Page page, List<InputFile> inputs) {
        if (page.isQuiet()) {
            return;
        }
        TextTable t = new TextTable(0).left("", 10).left("", Integer.MAX_VALUE);
        for (InputFile f : inputs) {
            t.row(f.modality(), page.safe(f.path()));
        }
        page.table(t);
    }

    private static void metricTable(Page page, List<AssessedStructure> structures) {
        List<Metric> metrics = structures.isEmpty()
                ? List.of()
                : structures.get(0).metrics().stream().map(MetricValue::metric).toList();
        int from = 0;
        do {
            int to = Math.min(metrics.size(), from + MOST_COLUMNS - 1);
            page.heading(null);
            metricColumns(page, structures, metrics, from, to);
            from = to;
        } while (from < metrics.size());
        List<String> notes = new ArrayList<>();
        for (AssessedStructure s : structures) {
            for (MetricValue v : s.metrics()) {
                if (v.note() != null) {
                    notes.add(s.name() + " " + v.metric().expression() + ": " + v.note());
                }
            }
            if (s.volumeCc().isEmpty() || !s.metrics().stream().allMatch(MetricValue::isEvaluable)) {
                notes.add(s.name() + ": " + whyNothing(s));
            }
        }
        if (!notes.isEmpty()) {
            page.heading("Not evaluated, and notes");
            notes.forEach(n -> page.paragraph("  ", page.safe(n)));
        }
    }

    private static void metricColumns(
            Page page, List<AssessedStructure> structures, List<Metric> metrics, int from, int to) {
        TextTable t = new TextTable(0).left("structure", NAME_WIDTH).right("volume cc");
        for (Metric m : metrics.subList(from, to)) {
            t.right(Phrases.shortName(m) + " " + m.unit());
        }
        for (AssessedStructure s : structures) {
            String[] cells = new String[to - from + 2];
            cells[0] = page.safe(s.name());
            cells[1] = s.volumeCc().isPresent() ? Phrases.volume(s.volumeCc().getAsDouble()) : "-";
            for (int i = from; i < to; i++) {
                cells[i - from + 2] = Phrases.number(s.metrics().get(i));
            }
            t.row(cells);
        }
        page.table(t);
    }

    static void issues(Page page, List<Issue> issues) {
        List<Issue> shown = issues.stream()
                .filter(i -> !page.isQuiet() && (page.isVerbose() || i.severity() != Severity.INFO))
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        page.heading("Findings");
        for (Issue i : shown) {
            page.paragraph("  ", i.severity() + " " + i.code() + ": " + page.safe(i.message()));
        }
    }
}
