package org.cordonrt.report;

import java.util.List;
import java.util.Locale;
import org.cordonrt.Internal;
import org.cordonrt.phantom.analytic.Family;
import org.cordonrt.selftest.Comparison;
import org.cordonrt.selftest.Row;
import org.cordonrt.selftest.SelfTestResult;

/**
 * A self-test as one HTML page for the file of commissioning records: nothing is loaded from elsewhere, nothing runs,
 * and it prints in black on white. Stateless.
 */
@Internal
public final class SelfTestHtml {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Cordon self-test</title>
            <style>
            body { font: 14px/1.4 sans-serif; color: #111; background: #fff; max-width: 70em; margin: 2em auto; padding: 0 1em; }
            h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin-top: 2em; }
            table { border-collapse: collapse; width: 100%; font-size: 0.9em; }
            th, td { text-align: left; padding: 0.15em 0.6em; border-bottom: 1px solid #ccc; vertical-align: top; }
            th { border-bottom: 2px solid #888; }
            td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            .ok { color: #0a5c22; } .out { color: #a40000; font-weight: bold; }
            .verdict { font-size: 1.15em; border-left: 0.4em solid; padding-left: 0.6em; }
            .sign td { border: none; padding-top: 1.6em; }
            @media print {
              body { font-size: 9px; margin: 0; max-width: none; }
              thead { display: table-header-group; } tr { break-inside: avoid; }
            }
            </style>
            </head>
            <body>
            """;

    private final StringBuilder out = new StringBuilder(HEAD);

    private SelfTestHtml() {}

    /** The page, ended by a line feed. */
    public static String of(SelfTestResult result) {
        SelfTestHtml page = new SelfTestHtml();
        page.head(result);
        page.summary(result.rows());
        page.numbers(result.comparisons());
        page.out.append("</body>\n</html>\n");
        return page.out.toString();
    }

    private void head(SelfTestResult r) {
        line("<h1>Cordon self-test</h1>");
        line("<p class=\"verdict " + (r.passed() ? "ok\">PASS" : "out\">FAIL") + ": "
                + escaped(SelfTestText.sentence(r)) + "</p>");
        line("<table>");
        pair("Program", r.tool().name() + " " + r.tool().version());
        pair("Date", r.when().toString());
        pair("Java", r.platform().java());
        pair("System", r.platform().system());
        line("</table>");
        line("<p>Phantoms were written as DICOM files, read and measured as a patient's plan is, and compared with"
                + " closed forms. <em>Slab truth</em>: the contours extruded half-way to their neighbours, under the"
                + " trilinear dose. <em>Ideal</em>: the shape that the contours are samples of. Largest errors are"
                + " signed; a mean stands with its range.</p>");
        line("<table class=\"sign\"><tr><td>Tested by ______________________</td>"
                + "<td>Reviewed by ______________________</td><td>Date ______________</td></tr></table>");
    }

    private void pair(String name, String value) {
        line("<tr><th>" + name + "</th><td>" + escaped(value) + "</td></tr>");
    }

    private void summary(List<Row> rows) {
        for (Family family : Family.values()) {
            List<Row> own = rows.stream().filter(r -> r.family() == family).toList();
            if (own.isEmpty()) {
                continue;
            }
            line("<h2>" + escaped(family.title()) + "</h2>");
            line("<table><thead><tr><th></th><th class=\"n\">cases</th><th class=\"n\">numbers</th><th>found</th>"
                    + "<th>limit</th><th></th></tr></thead><tbody>");
            for (Row r : own) {
                String grade = SelfTestFigures.grade(r.grade());
                line("<tr><td>" + escaped(r.what()) + "</td>" + number(String.valueOf(r.cases()))
                        + number(String.valueOf(r.numbers())) + "<td>" + escaped(SelfTestFigures.found(r))
                        + "</td><td>" + escaped(SelfTestFigures.limit(r)) + "</td><td class=\""
                        + grade.toLowerCase(Locale.ROOT)
                        + "\">" + grade + "</td></tr>");
            }
            line("</tbody></table>");
        }
    }

    private void numbers(List<Comparison> comparisons) {
        line("<h2>Every number</h2>");
        line("<table><thead><tr><th>case</th><th>structure</th><th>truth of</th><th>solid</th><th>number</th>"
                + "<th class=\"n\">truth</th><th class=\"n\">value</th><th class=\"n\">lower</th>"
                + "<th class=\"n\">upper</th><th class=\"n\">error</th><th></th></tr></thead><tbody>");
        for (Comparison c : comparisons) {
            boolean out = SelfTestText.isOff(c);
            line("<tr><td>" + escaped(c.caseName()) + "</td><td>" + escaped(c.structure()) + "</td><td>"
                    + (c.isSlabTruth() ? "slabs" : "ideal") + "</td><td>" + c.solidWord() + "</td><td>"
                    + escaped(c.expression()) + "</td>" + number(SelfTestFigures.value(c.truth()))
                    + number(SelfTestFigures.value(c.value())) + number(SelfTestFigures.value(c.lower()))
                    + number(SelfTestFigures.value(c.upper())) + number(escaped(SelfTestFigures.errorWithUnit(c)))
                    + (out
                            ? "<td class=\"out\">" + escaped(c.isMissing() ? String.valueOf(c.reason()) : "off")
                            : "<td>")
                    + "</td></tr>");
        }
        line("</tbody></table>");
    }

    private static String number(String text) {
        return "<td class=\"n\">" + text + "</td>";
    }

    private void line(String html) {
        out.append(html).append('\n');
    }

    /** Harmless in text and in attributes. */
    private static String escaped(String text) {
        return PrintableText.of(text, false)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
