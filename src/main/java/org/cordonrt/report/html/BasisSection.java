package org.cordonrt.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.BiologicalDose;
import org.cordonrt.issue.Issue;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.InputFile;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.Phrases;

/** What a result rests on: files, structures, measured doses, findings. */
final class BasisSection {
    private BasisSection() {}

    static void addFindings(Markup m, Assessment a) {
        m.open("section", "id", "findings").raw("\n").line("h2", "Findings");
        if (a.issues().isEmpty()) {
            m.line("p", "None.", "class", "none");
        } else {
            m.open("ul", "class", "findings").raw("\n");
            for (Issue i : a.issues()) {
                String severity = i.severity().name();
                m.open("li", "class", severity.toLowerCase(Locale.ROOT));
                m.element("b", severity)
                        .text(" ")
                        .element("code", i.code().name())
                        .text(" " + i.message());
                m.closeLine();
            }
            m.closeLine();
        }
        m.closeLine();
    }

    static void addUsed(Markup m, Assessment a) {
        m.open("section", "id", "used").raw("\n").line("h2", "What was used");
        if (a.inputs().isEmpty()) {
            m.line("p", "The case came from arrays, not from files.", "class", "none");
        } else {
            Table files = new Table("Files").words("kind").words("file").words("SHA-256");
            for (InputFile f : a.inputs()) {
                files.row(List.of(
                        Table.Cell.text(f.modality()),
                        Table.Cell.text(f.path()),
                        Table.Cell.markup(new Markup().element("code", f.sha256()))));
            }
            files.appendTo(m);
        }
        Table sets = new Table("Constraint sets").words("set").words("version").words("SHA-256 of its file");
        for (Assessment.UsedSet s : a.sets()) {
            sets.row(List.of(
                    Table.Cell.text(s.id()),
                    Table.Cell.text(s.version()),
                    Table.Cell.markup(new Markup().element("code", s.sha256().isEmpty() ? "-" : s.sha256()))));
        }
        sets.appendTo(m);
        rules(m, a);
        structures(m, a);
        m.closeLine();
    }

    private static void rules(Markup m, Assessment a) {
        List<String> said = new ArrayList<>();
        if (!a.rules().band().isNone()) {
            said.add("limits exceeded by up to " + a.rules().band().text()
                    + " are acceptable, as the user said; never a pass");
        }
        a.rules()
                .substitutions()
                .forEach(s -> said.add("limits on the " + s.kind().words() + " are also tested on '" + s.structure()
                        + "', as the user said"));
        if (!a.rules().aliases().file().isEmpty()) {
            said.add("names of structures from " + a.rules().aliases().file());
        }
        if (!said.isEmpty()) {
            m.open("ul").raw("\n");
            said.forEach(s -> m.line("li", s));
            m.closeLine();
        }
    }

    private static void structures(Markup m, Assessment a) {
        Table t = new Table("Structures")
                .words("name")
                .words("taken for")
                .words("by")
                .numbers("volume cc")
                .numbers("planes")
                .numbers("in dose grid")
                .words("why");
        List<String> unused = new ArrayList<>();
        for (AssessedStructure x : a.structures()) {
            if (x.isUsed()) {
                t.row(
                        x.name(),
                        x.match().kind().words(),
                        Phrases.words(x.match().matchedBy()),
                        x.volumeCc().isPresent() ? Phrases.volume(x.volumeCc().getAsDouble()) : "-",
                        x.planes().isPresent() ? String.valueOf(x.planes().getAsInt()) : "-",
                        x.coveredFraction().isPresent()
                                ? Phrases.covered(x.coveredFraction().getAsDouble())
                                : "-",
                        x.reason() != null ? x.reason() : x.match().rule());
            } else {
                unused.add(x.name());
            }
        }
        t.appendTo(m);
        if (!unused.isEmpty()) {
            m.line("p", "Not used: " + String.join(", ", unused), "class", "note");
        }
    }

    static void addDoses(Markup m, Assessment a) {
        m.open("section", "id", "doses").raw("\n").line("h2", "Measured doses");
        Map<List<Metric>, List<AssessedStructure>> alike = new LinkedHashMap<>();
        for (AssessedStructure s : a.structures()) {
            if (!s.metrics().isEmpty()) {
                List<Metric> metrics =
                        s.metrics().stream().map(MetricValue::metric).toList();
                alike.computeIfAbsent(metrics, k -> new ArrayList<>()).add(s);
            }
        }
        if (alike.isEmpty()) {
            m.line("p", "None.", "class", "none");
        }
        alike.forEach((metrics, rows) -> {
            String names =
                    String.join(", ", rows.stream().map(AssessedStructure::name).toList());
            Table t = new Table("Measured on " + names).words("structure");
            metrics.forEach(x -> t.numbers(Phrases.shortName(x) + " " + x.unit()));
            for (AssessedStructure s : rows) {
                List<Table.Cell> cells = new ArrayList<>();
                cells.add(Table.Cell.text(s.name()));
                s.metrics().forEach(v -> cells.add(Table.Cell.text(Phrases.number(v))));
                t.row(cells);
            }
            t.appendTo(m);
        });
        biological(m, a.derived().biological());
        m.closeLine();
    }

    private static void biological(Markup m, List<BiologicalDose> doses) {
        if (doses.isEmpty()) {
            return;
        }
        String alphaBeta = Decimals.shortest(doses.get(0).model().alphaBetaGy(), 3);
        m.line("h3", "Linear-quadratic equivalents");
        Table t = new Table("Linear-quadratic equivalents, Gy, alpha/beta " + alphaBeta
                        + " Gy; information, no limit is judged by them")
                .words("structure")
                .words("metric")
                .numbers("dose")
                .numbers("EQD2")
                .numbers("BED");
        for (BiologicalDose b : doses) {
            t.row(
                    b.structure().structure().name(),
                    Phrases.shortName(b.metric()),
                    Decimals.fixed(b.doseGy(), 2),
                    Decimals.fixed(b.eqd2Gy(), 1),
                    Decimals.fixed(b.bedGy(), 1));
        }
        t.appendTo(m);
    }
}
