package org.cordonrt.report;

import java.util.List;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.Curve;
import org.cordonrt.check.DoseVolumes;
import org.cordonrt.check.HotSpot;
import org.cordonrt.check.Margin;
import org.cordonrt.check.Margins;
import org.cordonrt.check.ModelOptions;
import org.cordonrt.check.StoredComparison;
import org.cordonrt.check.Tool;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.issue.Issue;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.InputFile;
import org.cordonrt.plan.PlanSummary;

/**
 * Results as JSON, in the shape that {@code assessment.schema.json}, {@code dvh.schema.json},
 * {@code margin.schema.json} and {@code comparison.schema.json} beside this class describe. UTF-8, ended by a line feed; the same result gives the same
 * bytes. Numbers are rounded to six decimals ({@code lower} down, {@code upper} up, so that the interval still holds); a
 * number that does not exist is null, and {@code reason} says why.
 *
 * <p>Stateless: may be called from any number of threads.
 */
public final class JsonReport {
    /** Names and version of the documents; a change that breaks a reader changes the last part. */
    public static final String ASSESSMENT_SCHEMA = "cordon/assessment/1";

    /** Name of the schema of dose-volume results. */
    public static final String DVH_SCHEMA = "cordon/dvh/1";
    /** Name of the schema of comparisons with stored DVHs. */
    public static final String COMPARISON_SCHEMA = "cordon/comparison/1";
    /** Name of the schema of separations. */
    public static final String MARGIN_SCHEMA = "cordon/margin/1";

    private JsonReport() {}

    /** A check. */
    public static byte[] of(Assessment a) {
        return JsonDocument.bytes(json -> {
            head(json, ASSESSMENT_SCHEMA, a.tool());
            json.text("verdict", a.verdict().state().name());
            json.text("verdictReason", a.verdict().reason());
            a.patient()
                    .ifPresent(p -> json.object("patient", () -> {
                        json.text("name", p.name());
                        json.text("id", p.id());
                        json.text("birthDate", p.birthDate());
                    }));
            inputs(json, a.inputs());
            plan(json, a.plan());
            model(json, a.model());
            json.array("constraintSets", a.sets(), set -> DerivedJson.set(json, set));
            json.array("structures", a.structures(), s -> structure(json, s));
            json.array("constraints", a.constraints(), c -> constraint(json, c));
            json.array("margins", a.margins(), m -> margin(json, m));
            DerivedJson.rest(json, a);
            a.derived().hottest().ifPresent(h -> json.object("hottest", () -> hottest(json, h)));
            issues(json, a.issues());
        });
    }

    /** Dose-volume metrics. */
    public static byte[] of(DoseVolumes d) {
        return JsonDocument.bytes(json -> {
            head(json, DVH_SCHEMA, d.tool());
            inputs(json, d.inputs());
            model(json, d.model());
            json.array("structures", d.structures(), s -> structure(json, s));
            issues(json, d.issues());
        });
    }

    /** Separations. */
    public static byte[] of(Margins m) {
        return JsonDocument.bytes(json -> {
            head(json, MARGIN_SCHEMA, m.tool());
            inputs(json, m.inputs());
            json.array("margins", m.margins(), x -> margin(json, x));
            if (!m.profiles().isEmpty()) {
                json.array("profile", m.profiles(), p -> ProfileJson.add(json, p));
            }
            if (!m.surfaces().isEmpty()) {
                json.array("surfaces", m.surfaces(), x -> SurfaceJson.add(json, x));
            }
            issues(json, m.issues());
        });
    }

    /** Stored DVHs against Cordon's numbers. */
    public static byte[] of(StoredComparison c) {
        return JsonDocument.bytes(json -> {
            head(json, COMPARISON_SCHEMA, c.tool());
            inputs(json, c.inputs());
            model(json, c.model());
            json.object("tolerance", () -> {
                json.number("percent", c.tolerance().percent());
                json.number("doseGy", c.tolerance().doseGy());
            });
            json.integer("agree", c.count(StoredComparison.Outcome.AGREES));
            json.integer("explained", c.count(StoredComparison.Outcome.EXPLAINED));
            json.integer("differ", c.count(StoredComparison.Outcome.DIFFERS));
            json.array("structures", c.structures(), s -> {
                json.integer("roiNumber", s.match().structure().roiNumber());
                json.text("name", s.match().structure().name());
                json.text("reason", s.reason());
                json.array("metrics", s.rows(), r -> comparison(json, r));
            });
            issues(json, c.issues());
        });
    }

    private static void comparison(JsonDocument json, StoredComparison.Row r) {
        json.text("expression", r.what());
        json.text("unit", r.unit());
        json.number("stored", r.stored());
        json.number("value", r.value());
        json.numberDown("lower", r.lower());
        json.numberUp("upper", r.upper());
        json.number("allowed", r.allowed());
        json.text("outcome", r.outcome().name());
        json.text(
                "explanation", r.explanation().map(e -> e.convention().words()).orElse(null));
        json.number(
                "valueExplained",
                r.explanation().map(StoredComparison.Explanation::value).orElse(Double.NaN));
    }

    static void head(JsonDocument json, String schema, Tool tool) {
        json.text("schema", schema);
        json.object("tool", () -> {
            json.text("name", tool.name());
            json.text("version", tool.version());
        });
    }

    static void inputs(JsonDocument json, List<InputFile> inputs) {
        json.array("inputs", inputs, f -> {
            json.text("path", f.path());
            json.text("sha256", f.sha256());
            json.text("sopInstanceUid", f.sopInstanceUid());
            json.text("modality", f.modality());
        });
    }

    static void plan(JsonDocument json, PlanSummary plan) {
        json.object("plan", () -> {
            json.text("label", plan.label());
            json.integer("fractions", plan.fractions());
            json.text("fractionsSource", plan.fractionsSource().name());
            json.number("prescriptionGy", plan.prescriptionGy());
            json.text("approvalStatus", plan.approvalStatus());
        });
    }

    private static void model(JsonDocument json, ModelOptions model) {
        json.object("model", () -> {
            json.text("solid", model.solidName());
            json.text("endCap", model.endCapText());
            json.number("toleranceGy", model.toleranceGy());
        });
    }

    private static void structure(JsonDocument json, AssessedStructure s) {
        json.integer("roiNumber", s.match().structure().roiNumber());
        json.text("name", s.name());
        json.text("kind", s.match().kind().name());
        json.text("matchedBy", s.match().matchedBy().name());
        json.number("volumeCc", s.volumeCc());
        json.integer("planes", s.planes());
        json.numberDown("coveredFraction", s.coveredFraction());
        json.text("reason", s.reason());
        json.array("metrics", s.metrics(), m -> metric(json, m));
        s.curve().ifPresent(c -> curve(json, c));
    }

    private static void metric(JsonDocument json, MetricValue m) {
        json.text("expression", m.metric().expression());
        interval(json, m);
        json.text("unit", m.metric().unit());
        json.point("locationMm", m.locationMm());
        json.text("reason", m.notEvaluable());
        if (m.note() != null) {
            json.text("note", m.note());
        }
    }

    private static void interval(JsonDocument json, MetricValue m) {
        json.number("value", m.value());
        json.numberDown("lower", m.lower());
        json.numberUp("upper", m.upper());
    }

    private static void curve(JsonDocument json, Curve c) {
        json.object("curve", () -> {
            json.numbers("doseGy", c.size(), c::doseGy);
            json.numbers("volumeCc", c.size(), c::volumeCc);
            json.numbersDown("lowerCc", c.size(), c::lowerCc);
            json.numbersUp("upperCc", c.size(), c::upperCc);
        });
    }

    private static void constraint(JsonDocument json, ConstraintResult r) {
        Constraint c = r.constraint();
        json.text("id", c.id());
        json.text("set", r.setId());
        json.integer("fractions", c.fractions());
        json.text(
                "structure",
                r.structure() == null ? null : r.structure().structure().name());
        json.text("structureKind", c.structureKind().name());
        json.text("metric", c.metric().expression());
        c.to().ifPresent(kind -> json.text("to", kind.name()));
        json.text("comparator", c.comparison().symbol());
        json.number("limit", c.limit());
        json.text("unit", c.unit());
        if (r.value() == null) {
            json.nothing("value");
            json.nothing("lower");
            json.nothing("upper");
        } else {
            interval(json, r.value());
        }
        json.text("state", r.state().name());
        json.text("reason", r.reason());
        json.number("headroom", r.headroom());
        json.text("level", c.level().name());
        json.text("requirement", c.requirement().name());
        DerivedJson.constraint(json, r);
        json.object("source", () -> {
            json.text("citation", c.source().citation());
            json.text("doi", c.source().doi());
            json.text("where", c.source().where());
            json.text("status", c.source().status().name());
        });
    }

    private static void margin(JsonDocument json, Margin m) {
        json.text("from", m.from().structure().name());
        json.text("to", m.to().structure().name());
        json.number("distanceMm", m.distanceMm());
        json.number("slabMm", m.slabMm());
        json.number("planesMm", m.planesMm());
        json.point("fromPointMm", m.fromPointMm());
        json.point("toPointMm", m.toPointMm());
        json.number("overlapCc", m.overlapCc());
        json.number("deepestOverlapMm", m.deepestOverlapMm());
    }

    private static void hottest(JsonDocument json, HotSpot h) {
        json.text("structure", h.structure().structure().name());
        json.number("volumeCc", h.volumeCc());
        json.number("doseGy", h.doseGy());
        json.number("resolutionMm", h.resolutionMm());
        json.array("clusters", h.clusters(), c -> {
            json.number("volumeCc", c.volumeCc());
            json.point("centroidMm", c.centroidMm());
            json.number("planeMm", c.planeMm());
            json.number("clockHours", c.clockHours());
            json.number("fromCentreMm", c.fromCentreMm());
            json.text(
                    "target", c.target().map(t -> t.match().structure().name()).orElse(null));
            json.number(
                    "targetDistanceMm",
                    c.target().map(HotSpot.NearTarget::distanceMm).orElse(Double.NaN));
            json.point(
                    "targetPointMm", c.target().map(HotSpot.NearTarget::pointMm).orElse(null));
        });
    }

    static void issues(JsonDocument json, List<Issue> issues) {
        json.array("issues", issues, i -> {
            json.text("code", i.code().name());
            json.text("severity", i.severity().name());
            json.text("message", i.message());
        });
    }
}
