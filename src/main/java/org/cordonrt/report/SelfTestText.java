package org.cordonrt.report;

import java.util.List;
import org.cordonrt.Internal;
import org.cordonrt.constraint.State;
import org.cordonrt.phantom.analytic.Family;
import org.cordonrt.selftest.Comparison;
import org.cordonrt.selftest.Row;
import org.cordonrt.selftest.SelfTestResult;

/** A self-test as a table for people. Stateless. */
@Internal
public final class SelfTestText {
    private static final int WHAT_WIDTH = 36;
    private static final int FOUND_WIDTH = 29;
    private static final int LIMIT_WIDTH = 8;
    private static final int MOST_EXAMPLES = 20;

    private SelfTestText() {}

    /** Text that ends with a line feed. Quiet: the verdict alone; verbose: also each number that is off. */
    public static String of(SelfTestResult result, TextStyle style) {
        Page page = new Page(style);
        page.verdict(result.passed() ? State.PASS : State.FAIL, sentence(result));
        if (page.isQuiet()) {
            return page.text();
        }
        for (Family family : Family.values()) {
            List<Row> rows = result.rows().stream()
                    .filter(r -> r.family() == family && (page.isVerbose() || !isDetail(r)))
                    .toList();
            if (!rows.isEmpty()) {
                page.heading(family.title());
                page.table(table(rows));
            }
        }
        List<Comparison> off =
                result.comparisons().stream().filter(SelfTestText::isOff).toList();
        if (!result.passed() || page.isVerbose()) {
            offs(page, off);
        }
        page.heading(null);
        page.paragraph("slab truth: what the contours say, extruded half-way to their neighbours, under the trilinear"
                + " dose. ideal: the shape that the contours are samples of. Largest errors are signed; a mean stands"
                + " with its range, an index with its truth." + (page.isVerbose() ? "" : " -v shows more."));
        page.paragraph(page.safe(result.tool().name() + " " + result.tool().version() + ", " + result.when() + ", "
                + result.platform().java() + ", " + result.platform().system()));
        return page.text();
    }

    static String sentence(SelfTestResult result) {
        String what = Phrases.count(result.comparisons().size(), "number") + " of "
                + Phrases.count(result.cases(), "phantom");
        long out =
                result.rows().stream().filter(r -> r.grade() == Row.Grade.OUT).count();
        if (out == 0) {
            return "Every demand on " + what + " is met: this installation computes as it should.";
        }
        return Phrases.count((int) out, "demand") + " on " + what
                + " not met: do not use this installation before the cause is known.";
    }

    private static TextTable table(List<Row> rows) {
        TextTable table = new TextTable(2)
                .left(padded("", WHAT_WIDTH), WHAT_WIDTH)
                .right("cases")
                .right("numbers")
                .left(padded("found", FOUND_WIDTH), Integer.MAX_VALUE)
                .left(padded("limit", LIMIT_WIDTH), Integer.MAX_VALUE)
                .left("", Integer.MAX_VALUE);
        for (Row r : rows) {
            table.row(
                    r.what(),
                    String.valueOf(r.cases()),
                    String.valueOf(r.numbers()),
                    SelfTestFigures.found(r),
                    SelfTestFigures.limit(r),
                    SelfTestFigures.grade(r.grade()));
        }
        return table;
    }

    /** Figures that nothing is demanded of, but for the counts and means that publications give. */
    private static boolean isDetail(Row r) {
        boolean isWorst = r.family() == Family.NELMS1 || r.family() == Family.NELMS2;
        return r.grade() == Row.Grade.REPORTED
                && (r.isOfShapes() || isWorst && r.measure() == Row.Measure.LARGEST_ERROR);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    static boolean isOff(Comparison c) {
        return !c.isWithin() || c.isSlabTruth() && c.hasInterval() && !c.holdsTruth();
    }

    private static void offs(Page page, List<Comparison> off) {
        page.heading("Numbers that are off");
        if (off.isEmpty()) {
            page.paragraph("  ", "none");
            return;
        }
        int shown = page.isVerbose() ? off.size() : Math.min(MOST_EXAMPLES, off.size());
        TextTable table = new TextTable(2)
                .left("case", 30)
                .left("structure", 14)
                .left("solid", 6)
                .left("number", 16)
                .right("truth")
                .right("value")
                .left("error", Integer.MAX_VALUE);
        for (Comparison c : off.subList(0, shown)) {
            table.row(
                    c.caseName(),
                    c.structure(),
                    c.solidWord(),
                    c.expression(),
                    Decimals.shortest(c.truth(), 4),
                    c.isMissing() ? "-" : Decimals.shortest(c.value(), 4),
                    c.isMissing() ? page.safe(String.valueOf(c.reason())) : SelfTestFigures.errorWithUnit(c));
        }
        page.table(table);
        if (shown < off.size()) {
            page.paragraph("  ", "and " + (off.size() - shown) + " more (-v shows all)");
        }
    }
}
