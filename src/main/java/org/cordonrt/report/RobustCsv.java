package org.cordonrt.report;

import java.util.List;
import org.cordonrt.Internal;
import org.cordonrt.plan.Point3;
import org.cordonrt.robust.RobustAssessment;
import org.cordonrt.robust.ScenarioValues;
import org.cordonrt.robust.ShiftToBreak;
import org.cordonrt.robust.TargetMetric;

/** The scenarios of a robustness assessment as a table, a line for each value. Stateless. */
@Internal
public final class RobustCsv {
    private RobustCsv() {}

    public static byte[] of(RobustAssessment a) {
        CsvLines lines = new CsvLines(
                "scenario",
                "leftMm",
                "posteriorMm",
                "headMm",
                "aboutLeftDegrees",
                "aboutPosteriorDegrees",
                "aboutHeadDegrees",
                "structure",
                "limit",
                "metric",
                "value",
                "unit");
        List<ShiftToBreak> limits = a.evaluable();
        for (ScenarioValues s : a.scenarios()) {
            double[] gy = s.limitGy();
            for (int i = 0; i < gy.length; i++) {
                var limit = limits.get(i).limit();
                line(
                        lines,
                        s,
                        limit.structure() == null
                                ? ""
                                : limit.structure().structure().name(),
                        limit.setId() + " " + limit.constraint().id(),
                        Phrases.shortName(limit.constraint().metric()),
                        gy[i],
                        "Gy");
            }
            double[] targets = s.targets();
            for (int i = 0; i < targets.length; i++) {
                TargetMetric m = a.targets().get(i);
                line(
                        lines,
                        s,
                        m.target().structure().name(),
                        "",
                        m.kind().words(),
                        targets[i],
                        m.kind().unit());
            }
        }
        return lines.bytes();
    }

    private static void line(
            CsvLines lines, ScenarioValues s, String structure, String limit, String metric, double v, String unit) {
        Point3 shift = s.scenario().displacement().shiftMm();
        Point3 turn = s.scenario().displacement().rotationDegrees();
        lines.line(
                CsvLines.text(s.scenario().name()),
                CsvLines.number(shift.x()),
                CsvLines.number(shift.y()),
                CsvLines.number(shift.z()),
                CsvLines.number(turn.x()),
                CsvLines.number(turn.y()),
                CsvLines.number(turn.z()),
                CsvLines.text(structure),
                CsvLines.text(limit),
                CsvLines.text(metric),
                CsvLines.number(v),
                CsvLines.text(unit));
    }
}
