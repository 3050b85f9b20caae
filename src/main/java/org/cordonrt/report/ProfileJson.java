package org.cordonrt.report;

import org.cordonrt.check.GapProfile;

/** The gap along a structure as JSON. */
final class ProfileJson {
    private ProfileJson() {}

    static void add(JsonDocument json, GapProfile p) {
        json.text("from", p.from().structure().name());
        json.text("to", p.to().structure().name());
        json.number("smallestMm", p.nearest().distanceMm());
        json.number("smallestAtMm", p.nearest().heightMm());
        json.number("besideMm", p.besideMm());
        json.number("p5Mm", p.p5Mm());
        json.number("medianMm", p.medianMm());
        json.number("p95Mm", p.p95Mm());
        json.array("closer", p.closer(), c -> {
            json.number("thanMm", c.thanMm());
            json.number("lengthMm", c.lengthMm());
        });
        json.number("gridSpacingMm", p.gridSpacingMm());
        json.array("places", p.places(), at -> place(json, at));
    }

    private static void place(JsonDocument json, GapProfile.Place at) {
        json.number("heightMm", at.heightMm());
        json.flag("onPlane", at.onPlane());
        json.number("distanceMm", at.distanceMm());
        json.number("inPlaneMm", at.inPlaneMm());
        json.point("fromPointMm", at.fromPointMm());
        json.point("toPointMm", at.toPointMm());
        json.number("clockHours", at.clockHours());
        json.text("side", at.side());
        at.fallOff()
                .ifPresent(g -> json.object("fallOff", () -> {
                    json.number("toGy", g.toGy());
                    json.number("fromGy", g.fromGy());
                    json.number("gyPerMm", g.gyPerMm());
                    json.number("percentPerMm", g.percentPerMm());
                    json.number("width9050Mm", g.width9050Mm());
                    json.number("width8020Mm", g.width8020Mm());
                }));
    }
}
