package org.cordonrt.report;

import static org.cordonrt.report.CsvLines.down;
import static org.cordonrt.report.CsvLines.number;
import static org.cordonrt.report.CsvLines.text;
import static org.cordonrt.report.CsvLines.up;

import java.util.List;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.Curve;
import org.cordonrt.check.DoseVolumes;
import org.cordonrt.check.GapProfile;
import org.cordonrt.check.Margin;
import org.cordonrt.check.Margins;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * Results as comma-separated values (RFC 4180): one table each, UTF-8, a line of names first, lines ended by CR LF,
 * decimal points. The columns are named as in the JSON. A number that does not exist is an empty cell. Text that a
 * spreadsheet would run as a formula is led by an apostrophe.
 *
 * <p>Stateless: may be called from any number of threads.
 */
public final class CsvReport {
    private CsvReport() {}

    /** The limits, one line each, in the order of the sets. */
    public static byte[] of(Assessment a) {
        CsvLines lines = new CsvLines(
                "set",
                "id",
                "fractions",
                "structure",
                "structureKind",
                "metric",
                "to",
                "comparator",
                "limit",
                "unit",
                "value",
                "lower",
                "upper",
                "state",
                "reason",
                "headroom",
                "roomGy",
                "roomPercent",
                "roomCc",
                "level",
                "requirement",
                "substituted",
                "citation",
                "doi",
                "where");
        for (ConstraintResult r : a.constraints()) {
            limit(lines, r);
        }
        return lines.bytes();
    }

    private static void limit(CsvLines lines, ConstraintResult r) {
        Constraint c = r.constraint();
        double none = Double.NaN;
        MetricValue v = r.value();
        lines.line(
                text(r.setId()),
                text(c.id()),
                Integer.toString(c.fractions()),
                text(r.structure() == null ? null : r.structure().structure().name()),
                c.structureKind().name(),
                text(c.metric().expression()),
                c.to().map(StructureKind::name).orElse(""),
                text(c.comparison().symbol()),
                number(c.limit()),
                c.unit(),
                number(v == null ? none : v.value()),
                down(v == null ? none : v.lower()),
                up(v == null ? none : v.upper()),
                r.state().name(),
                text(r.reason()),
                number(r.headroom()),
                number(r.room().gy()),
                number(r.room().percent()),
                number(r.room().cc()),
                c.level().name(),
                c.requirement().name(),
                String.valueOf(r.isSubstituted()),
                text(c.source().citation()),
                text(c.source().doi()),
                text(c.source().where()));
    }

    /** The histograms, one line a dose, where they were asked for; otherwise the metrics, one line each. */
    public static byte[] of(DoseVolumes d) {
        return d.structures().stream().anyMatch(s -> s.curve().isPresent()) ? curves(d) : metrics(d);
    }

    private static byte[] curves(DoseVolumes d) {
        CsvLines lines =
                new CsvLines("roiNumber", "name", "kind", "doseGy", "volumeCc", "lowerCc", "upperCc", "volumePercent");
        for (AssessedStructure s : d.structures()) {
            s.curve().ifPresent(c -> curve(lines, s, c));
        }
        return lines.bytes();
    }

    private static void curve(CsvLines lines, AssessedStructure s, Curve c) {
        double percent = 100 / s.volumeCc().orElse(Double.NaN);
        for (int i = 0; i < c.size(); i++) {
            lines.line(
                    Integer.toString(s.match().structure().roiNumber()),
                    text(s.name()),
                    s.match().kind().name(),
                    number(c.doseGy(i)),
                    number(c.volumeCc(i)),
                    down(c.lowerCc(i)),
                    up(c.upperCc(i)),
                    number(c.volumeCc(i) * percent));
        }
    }

    private static byte[] metrics(DoseVolumes d) {
        CsvLines lines = new CsvLines(
                "roiNumber",
                "name",
                "kind",
                "matchedBy",
                "volumeCc",
                "coveredFraction",
                "metric",
                "value",
                "lower",
                "upper",
                "unit",
                "x",
                "y",
                "z",
                "reason");
        for (AssessedStructure s : d.structures()) {
            if (s.metrics().isEmpty()) {
                line(lines, s, "", "", "", "", "", null, s.reason());
            }
            for (MetricValue v : s.metrics()) {
                line(
                        lines,
                        s,
                        v.metric().expression(),
                        number(v.value()),
                        down(v.lower()),
                        up(v.upper()),
                        v.metric().unit(),
                        v.locationMm(),
                        v.notEvaluable() == null ? v.note() : v.notEvaluable());
            }
        }
        return lines.bytes();
    }

    private static void line(
            CsvLines lines,
            AssessedStructure s,
            String metric,
            String value,
            String lower,
            String upper,
            String unit,
            @Nullable Point3 at,
            @Nullable String reason) {
        double none = Double.NaN;
        lines.line(
                Integer.toString(s.match().structure().roiNumber()),
                text(s.name()),
                s.match().kind().name(),
                s.match().matchedBy().name(),
                number(s.volumeCc()),
                down(s.coveredFraction().orElse(none)),
                text(metric),
                value,
                lower,
                upper,
                unit,
                number(at == null ? none : at.x()),
                number(at == null ? none : at.y()),
                number(at == null ? none : at.z()),
                text(reason));
    }

    /** The profiles, one line a height; the separations, one line a pair, where no profile was asked for. */
    public static byte[] of(Margins m) {
        return m.profiles().isEmpty() ? margins(m.margins()) : profiles(m.profiles());
    }

    private static byte[] margins(List<Margin> margins) {
        CsvLines lines = new CsvLines(
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
                "toZ");
        for (Margin x : margins) {
            Point3 a = x.fromPointMm();
            Point3 b = x.toPointMm();
            lines.line(
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
                    number(b.z()));
        }
        return lines.bytes();
    }

    private static byte[] profiles(List<GapProfile> profiles) {
        CsvLines lines = new CsvLines(
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
                "width8020Mm");
        for (GapProfile p : profiles) {
            for (GapProfile.Place at : p.places()) {
                place(lines, p, at);
            }
        }
        return lines.bytes();
    }

    private static void place(CsvLines lines, GapProfile p, GapProfile.Place at) {
        Point3 a = at.fromPointMm();
        Point3 b = at.toPointMm();
        double none = Double.NaN;
        GapProfile.Gradient g = at.fallOff().orElse(new GapProfile.Gradient(none, none, none, none, none, none));
        lines.line(
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
                number(g.width8020Mm()));
    }
}
