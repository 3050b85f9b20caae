package org.cordonrt.report;

import org.cordonrt.Internal;
import org.cordonrt.reirradiation.Criterion;
import org.cordonrt.reirradiation.CriterionResult;
import org.cordonrt.reirradiation.CumulativeDose;
import org.cordonrt.reirradiation.Interval;
import org.cordonrt.reirradiation.PriorCourse;
import org.cordonrt.reirradiation.ReirradiationAssessment;
import org.jspecify.annotations.Nullable;

/**
 * A re-irradiation as JSON, in the shape that {@code reirradiation.schema.json} beside this class describes; else as
 * {@link JsonReport}. Stateless.
 */
@Internal
public final class ReirradiationJson {
    public static final String SCHEMA = "cordon/reirradiation/1";

    private ReirradiationJson() {}

    public static byte[] of(ReirradiationAssessment a) {
        return JsonDocument.bytes(json -> {
            JsonReport.head(json, SCHEMA, a.tool());
            json.text("state", a.state().name());
            json.text("doubt", a.doubt());
            JsonReport.inputs(json, a.inputs());
            JsonReport.plan(json, a.plan());
            json.number("alphaBetaGy", a.options().model().alphaBetaGy());
            json.number("registrationMm", a.options().registrationMm());
            json.array("courses", a.courses(), c -> course(json, c, a));
            json.object("source", () -> {
                json.text("citation", Criterion.CITATION);
                json.text("doi", Criterion.DOI);
                json.text("where", Criterion.WHERE);
                json.text("status", "V1");
            });
            json.array("criteria", a.criteria(), c -> criterion(json, c));
            json.array("structures", a.doses(), d -> dose(json, d));
            json.texts("assumptions", a.assumptions());
            JsonReport.issues(json, a.issues());
        });
    }

    private static void course(JsonDocument json, PriorCourse c, ReirradiationAssessment a) {
        json.text("label", c.label());
        json.integer("fractions", c.fractions());
        json.number("monthsAgo", c.monthsAgo());
        if (c instanceof PriorCourse.Maximum m) {
            json.text("known", "MAXIMUM");
            json.number("maxGy", m.maxGy());
            json.number("maxEqd2Gy", a.options().model().eqd2Gy(m.maxGy(), m.fractions()));
        } else if (c instanceof PriorCourse.Distribution d) {
            json.text("known", "DISTRIBUTION");
            json.text("placedBy", d.placedBy());
            json.flag("registered", d.registered());
            json.number("outsideGy", d.outsideGy());
        }
    }

    private static void criterion(JsonDocument json, CriterionResult r) {
        json.text("id", r.criterion().id());
        json.text("name", r.criterion().name());
        json.text("structure", r.structure());
        json.text("comparator", r.criterion().comparator());
        json.number("limit", r.criterion().limit());
        json.text("unit", r.criterion().unit());
        json.numberDown("lower", r.value() == null ? Double.NaN : r.value().lower());
        json.numberUp("upper", r.value() == null ? Double.NaN : r.value().upper());
        json.text("state", r.state().name());
        json.text("reason", r.reason());
    }

    private static void dose(JsonDocument json, CumulativeDose d) {
        json.integer("roiNumber", d.structure().structure().roiNumber());
        json.text("name", d.structure().structure().name());
        json.text("kind", d.structure().nameKind().name());
        json.flag("judged", d.isJudged());
        json.flag("substituted", d.isJudged() && d.structure().isSubstitute());
        interval(json, "currentEqd2Gy", d.current());
        interval(json, "summedEqd2Gy", d.summed());
        json.point("summedAtMm", d.summedAtMm());
        interval(json, "addedMaximaEqd2Gy", d.addedMaxima());
        interval(
                json,
                "shiftedEqd2Gy",
                d.shifted().map(CumulativeDose.Shifted::sum).orElse(null));
        json.point("shiftMm", d.shifted().isPresent() ? d.shifted().get().shiftMm() : null);
        json.text("reason", d.reason());
    }

    private static void interval(JsonDocument json, String name, @Nullable Interval v) {
        if (v == null) {
            json.nothing(name);
        } else {
            json.object(name, () -> {
                json.numberDown("lower", v.lower());
                json.numberUp("upper", v.upper());
            });
        }
    }
}
