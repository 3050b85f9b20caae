package org.cordonrt.report;

import org.cordonrt.check.SurfaceComparison;

/** Surfaces as a whole as JSON. */
final class SurfaceJson {
    private SurfaceJson() {}

    static void add(JsonDocument json, SurfaceComparison s) {
        json.text("from", s.from().structure().name());
        json.text("to", s.to().structure().name());
        json.object("forward", () -> distances(json, s.forward()));
        json.object("backward", () -> distances(json, s.backward()));
        json.number("hausdorffMm", s.hausdorffMm());
        json.number("spacingMm", s.spacingMm());
        json.number("boundMm", s.boundMm());
        json.array("expansion", s.expansion(), e -> {
            json.text("direction", e.direction());
            json.object("distances", () -> distances(json, e.distances()));
        });
        if (s.breach().isEmpty()) {
            json.nothing("breach");
        } else {
            SurfaceComparison.Breach b = s.breach().get();
            json.object("breach", () -> {
                json.number("outsideCc", b.outsideCc());
                json.number("farthestMm", b.farthestMm());
                json.point("farthestAtMm", b.farthestAtMm());
                json.number("fromMm", b.fromMm());
                json.number("toMm", b.toMm());
            });
        }
    }

    private static void distances(JsonDocument json, SurfaceComparison.Distances d) {
        json.number("minMm", d.minMm());
        json.point("minAtMm", d.minAtMm());
        json.number("p5Mm", d.p5Mm());
        json.number("meanMm", d.meanMm());
        json.number("p95Mm", d.p95Mm());
        json.number("maxMm", d.maxMm());
        json.point("maxAtMm", d.maxAtMm());
    }
}
