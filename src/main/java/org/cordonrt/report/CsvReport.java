package org.cordonrt.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cordonrt.check.GapProfile;
import org.cordonrt.check.Margin;
import org.cordonrt.check.Margins;
import org.cordonrt.plan.Point3;

/**
 * Results as comma-separated values (RFC 4180): UTF-8, a line of names first, lines ended by CR LF, decimal points. A
 * number that does not exist is an empty cell. Text that a spreadsheet would run as a formula is led by an apostrophe.
 *
 * <p>Stateless: may be called from any number of threads.
 */
public final class CsvReport {
    private static final String END = "\r\n";

    private CsvReport() {}

    /** The profiles, one line a height; the separations, one line a pair, where no profile was asked for. */
    public static byte[] of(Margins m) {
        StringBuilder out = new StringBuilder();
        if (m.profiles().isEmpty()) {
            line(
                    out,
                    List.of(
                            "from",
                            "to",
                            "distanceMm",
                            "slabMm",
                            "planesMm",
                            "overlapCc",
                            "deepestOverlapMm",
                            "fromX",
                            "fromY",
                            "fromZ",
                            "toX",
                            "toY",
                            "toZ"));
            for (Margin x : m.margins()) {
                margin(out, x);
            }
        } else {
            line(
                    out,
                    List.of(
                            "from",
                            "to",
                            "heightMm",
                            "onPlane",
                            "distanceMm",
                            "inPlaneMm",
                            "clockHours",
                            "side",
                            "fromX",
                            "fromY",
                            "fromZ",
                            "toX",
                            "toY",
                            "toZ",
                            "toGy",
                            "fromGy",
                            "gyPerMm",
                            "percentPerMm",
                            "width9050Mm",
                            "width8020Mm"));
            for (GapProfile p : m.profiles()) {
                for (GapProfile.Place at : p.places()) {
                    place(out, p, at);
                }
            }
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void margin(StringBuilder out, Margin x) {
        Point3 a = x.fromPointMm();
        Point3 b = x.toPointMm();
        line(
                out,
                List.of(
                        text(x.from().structure().name()),
                        text(x.to().structure().name()),
                        number(x.distanceMm()),
                        number(x.slabMm()),
                        number(x.planesMm()),
                        number(x.overlapCc()),
                        number(x.deepestOverlapMm()),
                        number(a.x()),
                        number(a.y()),
                        number(a.z()),
                        number(b.x()),
                        number(b.y()),
                        number(b.z())));
    }

    private static void place(StringBuilder out, GapProfile p, GapProfile.Place at) {
        Point3 a = at.fromPointMm();
        Point3 b = at.toPointMm();
        double none = Double.NaN;
        GapProfile.Gradient g = at.fallOff().orElse(new GapProfile.Gradient(none, none, none, none, none, none));
        line(
                out,
                List.of(
                        text(p.from().structure().name()),
                        text(p.to().structure().name()),
                        number(at.heightMm()),
                        String.valueOf(at.onPlane()),
                        number(at.distanceMm()),
                        number(at.inPlaneMm()),
                        number(at.clockHours()),
                        text(at.side()),
                        number(a.x()),
                        number(a.y()),
                        number(a.z()),
                        number(b.x()),
                        number(b.y()),
                        number(b.z()),
                        number(g.toGy()),
                        number(g.fromGy()),
                        number(g.gyPerMm()),
                        number(g.percentPerMm()),
                        number(g.width9050Mm()),
                        number(g.width8020Mm())));
    }

    private static void line(StringBuilder out, List<String> cells) {
        out.append(String.join(",", cells)).append(END);
    }

    private static String number(double v) {
        return Double.isNaN(v) ? "" : Decimals.shortest(v, Decimals.JSON_DECIMALS);
    }

    /** Text from strangers: escaped for terminals as in the other forms, quoted where it must be. */
    static String text(String s) {
        String safe = PrintableText.of(s, false);
        if (!safe.isEmpty() && "=+-@\t".indexOf(safe.charAt(0)) >= 0) {
            safe = "'" + safe;
        }
        return safe.indexOf(',') >= 0 || safe.indexOf('"') >= 0 || safe.indexOf('\n') >= 0 || safe.indexOf('\r') >= 0
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}
