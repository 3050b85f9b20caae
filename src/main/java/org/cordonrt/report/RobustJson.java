package org.cordonrt.report;

import java.util.List;
import java.util.stream.IntStream;
import org.cordonrt.Internal;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.robust.AxisShift;
import org.cordonrt.robust.Chance;
import org.cordonrt.robust.DirectionMap;
import org.cordonrt.robust.PatientDirection;
import org.cordonrt.robust.RobustAssessment;
import org.cordonrt.robust.RotationToBreak;
import org.cordonrt.robust.ScenarioValues;
import org.cordonrt.robust.ShiftToBreak;
import org.cordonrt.robust.StaticDose;
import org.cordonrt.robust.TargetMetric;
import org.cordonrt.robust.TargetSpread;
import org.cordonrt.robust.ToleranceEllipsoid;

/**
 * How much error a plan can take, as JSON, in the shape that {@code robustness.schema.json} beside this class describes;
 * else as {@link JsonReport}. Stateless.
 */
@Internal
public final class RobustJson {
    public static final String SCHEMA = "cordon/robustness/1";

    private RobustJson() {}

    /** @param maps one for each evaluable limit */
    public static byte[] of(RobustAssessment a, List<DirectionMap> maps) {
        return JsonDocument.bytes(json -> {
            JsonReport.head(json, SCHEMA, a.atRest().tool());
            json.text("state", a.state().name());
            json.text("reason", a.reason());
            json.text("approximation", StaticDose.STATEMENT);
            JsonReport.inputs(json, a.atRest().inputs());
            JsonReport.plan(json, a.atRest().plan());
            json.text("atRest", a.atRest().verdict().state().name());
            json.text("centreOf", a.centreOf());
            json.point("centreMm", a.centreMm());
            json.number("searchRadiusMm", a.options().searchRadiusMm());
            json.array("limits", a.limits(), s -> limit(json, s));
            json.array("required", a.required(), r -> {
                name(json, r.limit());
                json.number("requiredMm", r.requiredMm());
                json.text("state", r.state().name());
                json.text("reason", r.reason());
            });
            json.array("requiredChances", a.requiredChances(), r -> {
                name(json, r.limit());
                json.number("requiredProbability", r.requiredProbability());
                json.text("state", r.state().name());
                json.text("reason", r.reason());
            });
            json.array("tolerances", maps, m -> tolerance(json, m));
            List<ShiftToBreak> limits = a.evaluable();
            json.array("scenarios", a.scenarios(), s -> scenario(json, s, limits, a.targets()));
            a.options()
                    .setupErrors()
                    .ifPresent(e -> json.object("setupErrors", () -> {
                        json.integer("samples", e.samples());
                        json.integer("seed", (int) e.seed());
                        json.number("systematicMm", e.systematicMm());
                        json.number("randomMm", e.randomMm());
                        json.number("systematicDegrees", e.systematicDegrees());
                        json.number("randomDegrees", e.randomDegrees());
                    }));
            json.array("chances", a.chances(), c -> chance(json, c));
            json.array("targetSpreads", a.targetSpreads(), t -> spread(json, t));
            JsonReport.issues(json, a.atRest().issues());
        });
    }

    private static void name(JsonDocument json, ConstraintResult r) {
        json.text("set", r.setId());
        json.text("id", r.constraint().id());
        json.text(
                "structure",
                r.structure() == null ? null : r.structure().structure().name());
        json.text("metric", r.constraint().metric().expression());
    }

    private static void limit(JsonDocument json, ShiftToBreak s) {
        name(json, s.limit());
        json.text("comparator", s.limit().constraint().comparison().symbol());
        json.number("limit", s.limit().constraint().limit());
        json.text("unit", s.limit().constraint().unit());
        json.number(
                "value",
                s.limit().value() == null ? Double.NaN : s.limit().value().value());
        json.numberDown("lowerMm", s.lowerMm());
        json.numberUp("upperMm", s.upperMm());
        json.point("breakMm", s.breakMm());
        json.text("towards", s.breakMm() == null ? null : PatientDirection.words(s.breakMm()));
        json.flag("brokenAtRest", s.isBrokenAtRest());
        json.point("repairMm", s.repairMm());
        json.numberDown("coveredMm", s.coveredMm());
        json.array("axes", s.axes(), (AxisShift x) -> {
            json.text("towards", PatientDirection.words(x.direction()));
            json.numberDown("lowerMm", x.lowerMm());
            json.numberUp("upperMm", x.upperMm());
            json.numberDown("searchedMm", x.searchedMm());
        });
        json.array("rotations", s.rotations(), (RotationToBreak x) -> {
            json.text("about", PatientDirection.words(x.axis()));
            json.number("degrees", x.degrees());
            json.number("searchedDegrees", x.searchedDegrees());
        });
        json.text("reason", s.reason());
    }

    private static void spread(JsonDocument json, TargetSpread t) {
        json.text("structure", t.metric().target().structure().name());
        json.text("metric", t.metric().kind().words());
        json.text("unit", t.metric().kind().unit());
        json.integer("samples", t.samples());
        json.integer("notEvaluable", t.notEvaluable());
        json.number("mean", t.mean());
        json.number("middle", t.middle());
        json.number("worst20", t.worst20());
    }

    private static void tolerance(JsonDocument json, DirectionMap m) {
        name(json, m.limit().limit());
        json.number("searchRadiusMm", m.searchRadiusMm());
        json.number("stepDegrees", m.stepDegrees());
        json.array("halfAxes", m.ellipsoid().map(ToleranceEllipsoid::axes).orElse(List.of()), x -> {
            json.number("halfLengthMm", x.halfLengthMm());
            json.point("direction", x.direction());
            json.text("along", PatientDirection.words(x.direction()));
        });
    }

    private static void scenario(
            JsonDocument json, ScenarioValues s, List<ShiftToBreak> limits, List<TargetMetric> targets) {
        json.text("name", s.scenario().name());
        json.text("group", s.scenario().group().name());
        json.point("shiftMm", s.scenario().displacement().shiftMm());
        json.point("rotationDegrees", s.scenario().displacement().rotationDegrees());
        double[] gy = s.limitGy();
        json.array("limits", range(gy.length), i -> {
            name(json, limits.get(i).limit());
            json.number("valueGy", gy[i]);
        });
        double[] values = s.targets();
        json.array("targets", range(values.length), i -> {
            json.text("structure", targets.get(i).target().structure().name());
            json.text("metric", targets.get(i).kind().words());
            json.text("unit", targets.get(i).kind().unit());
            json.number("value", values[i]);
        });
    }

    private static List<Integer> range(int n) {
        return IntStream.range(0, n).boxed().toList();
    }

    private static void chance(JsonDocument json, Chance c) {
        name(json, c.limit());
        json.integer("samples", c.samples());
        json.integer("kept", c.kept());
        json.integer("notEvaluable", c.notEvaluable());
        json.number("probability", c.probability());
        json.numberDown("lower", c.lower());
        json.numberUp("upper", c.upper());
        json.number("meanGy", c.meanGy());
        json.number("worst20Gy", c.worst20Gy());
    }
}
