package org.cordonrt.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordonrt.report.Samples.MAX;
import static org.cordonrt.report.Samples.NEAR_MAX;
import static org.cordonrt.report.Samples.limit;
import static org.cordonrt.report.Samples.match;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.Curve;
import org.cordonrt.check.DoseVolumes;
import org.cordonrt.check.Margins;
import org.cordonrt.check.ModelOptions;
import org.cordonrt.check.Tool;
import org.cordonrt.constraint.State;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.metric.MetricValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JsonReportTest {
    private final StructureMatch cord = match(1, "SpinalCord");

    @Test
    void everyStateFollowsTheSchema() {
        JsonNode json = Schemas.valid(JsonReport.of(Samples.met()
                .tested(cord, "TG101", limit("T4", MAX, 13), 13.4)
                .tested(cord, "TG101", limit("T5", MAX, 13), MetricValue.notEvaluable(MAX, "no dose"))
                .untested("TG101", limit("T6", MAX, 13), State.SKIPPED, "another organ")
                .build()));
        assertThat(json.get("verdict").asString()).isEqualTo("FAIL");
        assertThat(json.get("constraints").values())
                .extracting(c -> c.get("state").asString())
                .containsExactly("PASS", "FAIL", "NOT_EVALUABLE", "SKIPPED");
        assertThat(json.get("constraints").get(0).get("headroom").asDouble()).isEqualTo(0.9);
        assertThat(json.get("constraints").get(2).get("value").isNull()).isTrue();
        assertThat(json.get("structures")
                        .get(0)
                        .get("metrics")
                        .get(0)
                        .get("locationMm")
                        .get(1)
                        .asDouble())
                .isEqualTo(-2);
    }

    @Test
    void intervalsAreRoundedOutward() {
        MetricValue v = MetricValue.of(MAX, 1.23456789, 1.23456749, 1.23456801);
        JsonNode m = Schemas.valid(
                        JsonReport.of(new Samples().structure(cord, v).build()))
                .get("structures")
                .get(0)
                .get("metrics")
                .get(0);
        assertThat(m.get("lower").asDouble()).isEqualTo(1.234567);
        assertThat(m.get("value").asDouble()).isEqualTo(1.234568);
        assertThat(m.get("upper").asDouble()).isEqualTo(1.234569);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quote \" backslash \\ slash /",
                "\u0000\u001b[31m\u009b\u202e\u2028",
                "half \ud83d pair",
                "\u810a\u9ad3 \ud83d\ude00",
                "</script>{\"verdict\":\"PASS\"}",
                ""
            })
    void namesComeBackUnchangedAndTheBytesAreAscii(String name) {
        byte[] json = JsonReport.of(new Samples().structure(match(1, name)).build());
        for (byte b : json) {
            assertThat(b == '\n' || b >= ' ').isTrue();
        }
        assertThat(Schemas.valid(json).get("structures").get(0).get("name").asString())
                .isEqualTo(name);
    }

    @Test
    void structuresWithoutNumbersSayWhy() {
        AssessedStructure unusable = new AssessedStructure(
                cord,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                List.of(MetricValue.notEvaluable(NEAR_MAX, "not planar")),
                Optional.empty(),
                "not planar");
        JsonNode s = Schemas.valid(JsonReport.of(new Samples().add(unusable).build()))
                .get("structures")
                .get(0);
        assertThat(s.get("volumeCc").isNull()).isTrue();
        assertThat(s.get("reason").asString()).isEqualTo("not planar");
    }

    @Test
    void dvhAndMarginDocumentsFollowTheirSchemas() {
        AssessedStructure s = new AssessedStructure(
                cord,
                OptionalDouble.of(1),
                OptionalInt.of(3),
                OptionalDouble.of(0.99999999),
                List.of(),
                Optional.of(new Curve(
                        new double[] {0, 0.1}, new double[] {1, 0}, new double[] {1, 0}, new double[] {1, 0})),
                null);
        JsonNode dvh = Schemas.valid(JsonReport.of(
                new DoseVolumes(new Tool("cordon", "1"), List.of(), ModelOptions.defaults(), List.of(s), List.of())));
        assertThat(dvh.get("structures").get(0).get("curve").get("doseGy").size())
                .isEqualTo(2);
        assertThat(dvh.get("structures").get(0).get("coveredFraction").asDouble())
                .as("a part never reads as the whole")
                .isEqualTo(0.999999);
        Margins margins = new Margins(
                new Tool("cordon", "1"), List.of(), Samples.met().build().margins(), List.of(), List.of(), List.of());
        assertThat(Schemas.valid(JsonReport.of(margins)).get("margins").size()).isEqualTo(1);
    }

    @Test
    void sharedPartsOfTheSchemasAreTheSame() {
        JsonNode whole = Schemas.parse(Schemas.text("assessment").getBytes(StandardCharsets.UTF_8))
                .get("$defs");
        for (String name : List.of("dvh", "margin")) {
            JsonNode part = Schemas.parse(Schemas.text(name).getBytes(StandardCharsets.UTF_8))
                    .get("$defs");
            part.properties().stream()
                    .filter(d -> whole.has(d.getKey()))
                    .forEach(d -> assertThat(d.getValue()).as(d.getKey()).isEqualTo(whole.get(d.getKey())));
        }
    }

    @Test
    void theSchemaKnowsEveryKindOfStructure() {
        JsonNode kinds = Schemas.parse(Schemas.text("assessment").getBytes(StandardCharsets.UTF_8))
                .get("$defs")
                .get("kind")
                .get("enum");
        assertThat(kinds.values())
                .extracting(JsonNode::asString)
                .containsExactly(java.util.Arrays.stream(org.cordonrt.constraint.StructureKind.values())
                        .map(Enum::name)
                        .toArray(String[]::new));
    }

    @Test
    void aSchemaThatAcceptsAnythingWouldProveNothing() {
        byte[] broken = new String(JsonReport.of(Samples.met().build()), StandardCharsets.UTF_8)
                .replace("\"verdict\": \"PASS\"", "\"verdict\": \"GREAT\"")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Schemas.valid(broken)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void sameResultSameBytes() {
        assertThat(JsonReport.of(Samples.met().build()))
                .isEqualTo(JsonReport.of(Samples.met().build()));
    }
}
