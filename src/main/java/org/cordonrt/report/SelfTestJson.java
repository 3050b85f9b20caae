package org.cordonrt.report;

import java.math.RoundingMode;
import org.cordonrt.Internal;
import org.cordonrt.selftest.Comparison;
import org.cordonrt.selftest.Row;
import org.cordonrt.selftest.SelfTestResult;

/**
 * A self-test as JSON, in the shape of {@code selftest.schema.json} beside this class. Numbers keep twelve significant
 * digits ({@code lower} rounded down, {@code upper} up); a number that does not exist is null. Stateless.
 */
@Internal
public final class SelfTestJson {
    public static final String SCHEMA = "cordon/selftest/1";

    private SelfTestJson() {}

    /** UTF-8, ended by a line feed. */
    public static byte[] of(SelfTestResult result) {
        return JsonDocument.bytes(json -> {
            json.text("schema", SCHEMA);
            json.object("tool", () -> {
                json.text("name", result.tool().name());
                json.text("version", result.tool().version());
            });
            json.text("date", result.when().toString());
            json.object("platform", () -> {
                json.text("java", result.platform().java());
                json.text("system", result.platform().system());
            });
            json.text("state", result.passed() ? "PASS" : "FAIL");
            json.integer("cases", result.cases());
            json.array("rows", result.rows(), r -> row(json, r));
            json.array("comparisons", result.comparisons(), c -> comparison(json, c));
        });
    }

    private static void row(JsonDocument json, Row r) {
        json.text("family", r.family().word());
        json.text("what", r.what());
        json.text("solid", r.solidWord());
        json.text("measure", r.measure().name());
        json.integer("cases", r.cases());
        json.integer("numbers", r.numbers());
        json.integer("missing", r.missing());
        nearest(json, "found", r.found());
        nearest(json, "low", r.low());
        nearest(json, "high", r.high());
        nearest(json, "limit", r.limit());
        json.text("unit", r.unit());
        json.text("grade", r.grade().name());
    }

    private static void comparison(JsonDocument json, Comparison c) {
        json.text("case", c.caseName());
        json.text("structure", c.structure());
        json.text("solid", c.solidWord());
        json.text("basis", c.basis().name());
        json.text("expression", c.expression());
        json.text("unit", c.unit());
        nearest(json, "truth", c.truth());
        nearest(json, "value", c.value());
        json.precise("lower", c.lower(), RoundingMode.FLOOR);
        json.precise("upper", c.upper(), RoundingMode.CEILING);
        nearest(json, "error", c.error());
        json.text("errorUnit", c.errorUnit());
        nearest(json, "limit", c.limit());
        json.flag("within", c.isWithin());
        json.text("reason", c.reason());
    }

    private static void nearest(JsonDocument json, String name, double value) {
        json.precise(name, value, RoundingMode.HALF_EVEN);
    }
}
