package org.cordonrt.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cordonrt.Internal;
import org.cordonrt.diff.Difference;
import org.cordonrt.diff.ResultDiff;
import org.jspecify.annotations.Nullable;

/**
 * What is not the same in two results, as text and as JSON ({@code diff.schema.json} beside this class).
 *
 * <p>Stateless: may be called from any number of threads.
 */
@Internal
public final class DiffReport {
    /** Name and version of the document. */
    public static final String SCHEMA = "cordon/diff/1";

    private static final int MOST_LINES = 40;
    private static final int WORD_WIDTH = 16;

    private DiffReport() {}

    public static String text(ResultDiff d, TextStyle style) {
        Page page = new Page(style);
        page.paragraph((d.isAlike() ? "ALIKE  " : "DIFFERENT  ") + summary(d));
        if (page.isQuiet()) {
            return page.text();
        }
        page.heading(null);
        TextTable files = new TextTable(0).left("", 10).left("", Integer.MAX_VALUE);
        files.row("before", page.safe(d.before().path() + version(d.before())));
        files.row("after", page.safe(d.after().path() + version(d.after())));
        String tolerances = tolerances(d.tolerances().absolute(), "")
                + tolerances(d.tolerances().relative(), " of the larger");
        files.row("tolerance", tolerances.isEmpty() ? "none" : tolerances.substring(2));
        if (!d.ignored().isEmpty()) {
            files.row("left out", page.safe(String.join(", ", d.ignored())));
        }
        page.table(files);
        if (!d.isAlike()) {
            differences(page, d);
        }
        if (!d.largest().isEmpty()) {
            page.heading(null);
            page.paragraph("Within tolerance, numbers are up to "
                    + d.largest().entrySet().stream()
                            .map(e -> (e.getValue().toPlainString() + " " + e.getKey()).strip())
                            .collect(Collectors.joining(", "))
                    + " apart.");
        }
        return page.text();
    }

    private static String summary(ResultDiff d) {
        String compared = Phrases.count(d.numbers(), "number") + " and " + Phrases.count(d.words(), "state");
        if (d.isAlike()) {
            return compared + " agree";
        }
        String verdict = d.differences().stream()
                .filter(x -> x.kind() == Difference.Kind.VERDICT)
                .map(x -> "verdict " + x.before() + " -> " + x.after() + "; ")
                .findFirst()
                .orElse("");
        return PrintableText.of(verdict, true)
                + Phrases.count(d.count(Difference.Kind.STATE), "state") + " and "
                + Phrases.count(d.count(Difference.Kind.NUMBER), "number") + " differ (of " + compared + " in both)";
    }

    /** "; 0.05 Gy; 1 of all" */
    private static String tolerances(Map<String, BigDecimal> byUnit, String what) {
        return byUnit.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> "; "
                        + (what.isEmpty()
                                ? e.getValue().toPlainString()
                                : e.getValue()
                                                .movePointRight(2)
                                                .stripTrailingZeros()
                                                .toPlainString() + " %")
                        + what
                        + (e.getKey().isEmpty() ? "" : what.isEmpty() ? " " + e.getKey() : " in " + e.getKey()))
                .collect(Collectors.joining());
    }

    private static String version(ResultDiff.Side side) {
        return side.toolVersion().isEmpty() ? "" : " (cordon " + side.toolVersion() + ")";
    }

    private static void differences(Page page, ResultDiff d) {
        page.heading(null);
        TextTable t = new TextTable(0)
                .left("before", WORD_WIDTH)
                .left("after", WORD_WIDTH)
                .right("change")
                .left("", 2)
                .left("what", Integer.MAX_VALUE);
        List<Difference> shown = page.isVerbose()
                ? d.differences()
                : d.differences()
                        .subList(0, Math.min(MOST_LINES, d.differences().size()));
        for (Difference x : shown) {
            t.row(
                    word(page, x.before()),
                    word(page, x.after()),
                    x.change() == null ? "" : x.change(),
                    x.unit(),
                    page.safe(x.path()));
        }
        page.table(t);
        int more = d.differences().size() - shown.size();
        if (more > 0) {
            page.paragraph("and " + more + " more (-v shows all)");
        }
    }

    private static String word(Page page, @Nullable String word) {
        return word == null ? "-" : page.safe(word);
    }

    public static byte[] json(ResultDiff d) {
        return JsonDocument.bytes(json -> {
            json.text("schema", SCHEMA);
            json.text("compared", d.schema());
            json.object("before", () -> side(json, d.before()));
            json.object("after", () -> side(json, d.after()));
            json.object("tolerance", () -> {
                tolerances(json, "absolute", d.tolerances().absolute());
                tolerances(json, "relative", d.tolerances().relative());
            });
            json.texts("ignored", d.ignored());
            json.flag("alike", d.isAlike());
            json.integer("numbers", d.numbers());
            json.integer("states", d.words());
            json.array("differences", d.differences(), x -> {
                json.text("kind", x.kind().name());
                json.text("path", x.path());
                json.text("before", x.before());
                json.text("after", x.after());
                json.number("change", x.change() == null ? Double.NaN : Double.parseDouble(x.change()));
                json.text("unit", x.unit().isEmpty() ? null : x.unit());
            });
        });
    }

    private static void side(JsonDocument json, ResultDiff.Side side) {
        json.text("path", side.path());
        json.text("toolVersion", side.toolVersion().isEmpty() ? null : side.toolVersion());
    }

    private static void tolerances(JsonDocument json, String name, Map<String, BigDecimal> byUnit) {
        json.array(
                name,
                byUnit.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList(),
                e -> {
                    json.text("unit", e.getKey().isEmpty() ? null : e.getKey());
                    json.number("value", e.getValue().doubleValue());
                });
    }
}
