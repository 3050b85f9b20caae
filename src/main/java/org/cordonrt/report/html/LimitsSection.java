package org.cordonrt.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cordonrt.check.Assessment;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Level;
import org.cordonrt.constraint.State;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.report.Decimals;
import org.cordonrt.report.Phrases;
import org.cordonrt.report.Sentences;

/** Every limit, grouped by the set it comes from; then what was not evaluated and what did not apply. */
final class LimitsSection {
    private static final int PLAIN_DECIMALS = 6;

    private LimitsSection() {}

    /** @param interactive whether lists can be opened; paper only has their length */
    static void add(Markup m, Assessment a, boolean interactive) {
        m.open("section", "id", "limits").raw("\n");
        m.line(
                "h2",
                a.plan().fractions().isPresent()
                        ? "Limits for " + Phrases.fractions(a.plan().fractions().getAsInt())
                        : "Limits");
        for (Assessment.UsedSet set : a.sets()) {
            judged(m, a, set);
        }
        m.line("p", Sentences.scaling(a.derived().scaling()));
        notEvaluated(m, a);
        information(m, a);
        skipped(m, a, interactive);
        m.closeLine();
    }

    private static void judged(Markup m, Assessment a, Assessment.UsedSet set) {
        Table t = new Table("Limits of " + set.id())
                .terms("state")
                .words("structure")
                .terms("metric")
                .numbers("value")
                .numbers("limit")
                .terms("part of the limit")
                .numbers("left Gy")
                .numbers("left %")
                .numbers("left cc")
                .words("guards against")
                .words("row, how it was verified");
        for (ConstraintResult r : a.constraints()) {
            if (r.setId().equals(set.id()) && isMeasured(r) && !isInformation(r)) {
                t.row(cells(r, Objects.requireNonNull(r.value())));
            }
        }
        m.open("h3").text(set.id() + " ");
        m.element(
                "small",
                "version " + set.version()
                        + set.extending()
                                .map(b -> ", extends " + b.id() + " version " + b.version())
                                .orElse(""));
        m.closeLine();
        if (t.isEmpty()) {
            m.line("p", "No limit of this set could be tested.", "class", "none");
        } else {
            t.appendTo(m);
        }
    }

    private static List<Table.Cell> cells(ConstraintResult r, MetricValue v) {
        Constraint c = r.constraint();
        List<Table.Cell> cells = new ArrayList<>();
        cells.add(Table.Cell.markup(States.badge(new Markup(), r.state())));
        String name = Objects.requireNonNull(r.structure()).structure().name();
        cells.add(Table.Cell.text(
                r.isSubstituted()
                        ? name + " (stand-in for the " + c.structureKind().words() + ")"
                        : name));
        cells.add(Table.Cell.text(Phrases.shortName(c.metric())));
        Markup value = new Markup()
                .element(
                        "b",
                        Decimals.beside(v.value(), c.limit(), 2) + " " + c.unit(),
                        "title",
                        "surely between " + Decimals.shortest(v.lower(), PLAIN_DECIMALS) + " and "
                                + Decimals.shortest(v.upper(), PLAIN_DECIMALS) + " " + c.unit());
        cells.add(Table.Cell.markup(value));
        cells.add(Table.Cell.text(
                c.comparison().symbol() + " " + Decimals.shortest(c.limit(), PLAIN_DECIMALS) + " " + c.unit()));
        cells.add(Table.Cell.markup(States.bar(new Markup(), r, v.value())));
        cells.add(Table.Cell.text(Phrases.left(r.room().gy(), 2)));
        cells.add(Table.Cell.text(Phrases.left(r.room().percent(), 0)));
        cells.add(Table.Cell.text(Phrases.left(r.room().cc(), 3)));
        cells.add(Table.Cell.text(c.endpoint() + (c.risk() == null ? "" : "; " + c.risk())));
        cells.add(Table.Cell.text(c.id() + ", " + c.source().where() + ", "
                + c.source().status().words()
                + (c.level() == Level.OPTIMAL ? ", a goal" : "")
                + (r.reason() == null || r.state() == State.PASS && r.asPlanned() == null ? "" : "; " + r.reason())));
        return cells;
    }

    private static boolean isMeasured(ConstraintResult r) {
        return r.value() != null && r.value().isEvaluable() && r.structure() != null;
    }

    private static boolean isInformation(ConstraintResult r) {
        return r.constraint().level() == Level.INFORMATION;
    }

    private static void information(Markup m, Assessment a) {
        Table t = new Table("Published values for information, not judged")
                .words("structure")
                .terms("metric")
                .numbers("value")
                .numbers("published")
                .words("source")
                .words("condition");
        for (ConstraintResult r : a.constraints()) {
            if (!isInformation(r) || !isMeasured(r)) {
                continue;
            }
            Constraint c = r.constraint();
            String published = Decimals.shortest(c.limit(), PLAIN_DECIMALS) + " " + c.unit();
            t.row(
                    Objects.requireNonNull(r.structure()).structure().name(),
                    Phrases.shortName(c.metric()),
                    Phrases.value(Objects.requireNonNull(r.value())),
                    c.rangeFrom().isPresent()
                            ? Decimals.shortest(c.rangeFrom().getAsDouble(), PLAIN_DECIMALS) + " to " + published
                            : published,
                    r.setId() + " " + c.id() + ", " + c.source().where(),
                    c.condition() == null ? "" : c.condition());
        }
        if (!t.isEmpty()) {
            m.line("h3", "For information, not judged");
            t.appendTo(m);
        }
    }

    private static void notEvaluated(Markup m, Assessment a) {
        Map<String, List<String>> byReason = byReason(a, State.NOT_EVALUABLE);
        if (byReason.isEmpty()) {
            return;
        }
        m.line("h3", "Not evaluated (never a pass)");
        list(m, byReason);
    }

    private static void skipped(Markup m, Assessment a, boolean interactive) {
        Map<String, List<String>> byReason = byReason(a, State.SKIPPED);
        if (byReason.isEmpty()) {
            return;
        }
        int n = byReason.values().stream().mapToInt(List::size).sum();
        String summary = Phrases.count(n, "limit") + " skipped: published for other circumstances";
        if (!interactive) {
            m.line("p", summary, "class", "note");
            return;
        }
        m.open("details").raw("\n").line("summary", summary);
        list(m, byReason);
        m.closeLine();
    }

    private static void list(Markup m, Map<String, List<String>> byReason) {
        m.open("ul", "class", "reasons").raw("\n");
        byReason.forEach((reason, subjects) -> m.open("li")
                .element("b", reason)
                .text(": " + String.join("; ", subjects))
                .closeLine());
        m.closeLine();
    }

    private static Map<String, List<String>> byReason(Assessment a, State state) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (ConstraintResult r : a.constraints()) {
            if (r.state() == state && !(isInformation(r) && isMeasured(r))) {
                byReason.computeIfAbsent(String.valueOf(r.reason()), k -> new ArrayList<>())
                        .add(Phrases.subject(r));
            }
        }
        return byReason;
    }
}
