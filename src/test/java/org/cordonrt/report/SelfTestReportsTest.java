package org.cordonrt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.cordonrt.check.Tool;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.phantom.analytic.Family;
import org.cordonrt.phantom.analytic.Truth;
import org.cordonrt.selftest.Comparison;
import org.cordonrt.selftest.Platform;
import org.cordonrt.selftest.Quantity;
import org.cordonrt.selftest.Row;
import org.cordonrt.selftest.SelfTestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A self-test as text, JSON and page: what is off must be seen in each. */
class SelfTestReportsTest {
    private static final double NONE = Double.NaN;

    private static SelfTestResult result(double error) {
        Comparison max = new Comparison(
                Family.SADDLE,
                "saddle-edge",
                "MaxInEdge",
                SolidModel.SLAB,
                Truth.Basis.CONTOUR_SLABS,
                Quantity.EXTREME,
                "Max[Gy]",
                "Gy",
                35.625,
                35.625 + error,
                35.625 + error - 1e-12,
                35.625 + error + 1e-12,
                error,
                false,
                1e-6,
                null);
        Row row = new Row(
                Family.SADDLE,
                SolidModel.SLAB,
                "slab truth: Max, Min, mean",
                Row.Measure.LARGEST_ERROR,
                1,
                1,
                error,
                NONE,
                NONE,
                1e-6,
                "Gy",
                0);
        return new SelfTestResult(
                Tool.current(),
                Instant.ofEpochSecond(1_700_000_000),
                new Platform("Java <17> & more", "\u001b[2J"),
                1,
                List.of(row),
                List.of(max));
    }

    private static SelfTestResult missing() {
        Comparison volume = new Comparison(
                Family.RING,
                "ring-three-ways",
                "XOR",
                SolidModel.SLAB,
                Truth.Basis.CONTOUR_SLABS,
                Quantity.VOLUME,
                "Volume[cc]",
                "cc",
                6.5,
                NONE,
                NONE,
                NONE,
                NONE,
                true,
                1e-4,
                "refused <b>");
        Row row = new Row(
                Family.RING,
                SolidModel.SLAB,
                "slab truth: volume",
                Row.Measure.LARGEST_ERROR,
                1,
                1,
                NONE,
                NONE,
                NONE,
                1e-4,
                "%",
                1);
        SelfTestResult r = result(0);
        return new SelfTestResult(r.tool(), r.when(), r.platform(), 1, List.of(row), List.of(volume));
    }

    @Test
    void textSaysWhatWasFoundAndDemanded() {
        String text = SelfTestText.of(result(2.5e-8), TextStyle.plain());
        assertThat(text)
                .startsWith("PASS  Every demand on 1 number of 1 phantom is met")
                .contains("Saddle dose: extremes inside an edge")
                .contains("2.5e-8 Gy")
                .contains("1e-6 Gy")
                .contains("2023-11-14T22:13:20Z")
                .doesNotContain("\u001b")
                .doesNotContain("off");
        assertThat(text.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void textShowsTheNumbersThatAreOff() {
        assertThat(SelfTestText.of(result(0.002), TextStyle.plain()))
                .startsWith("FAIL  1 demand on 1 number of 1 phantom not met")
                .contains("OUT")
                .containsPattern("saddle-edge +MaxInEdge +slab +Max\\[Gy\\] +35.625 +35.627 +0.002 Gy");
        assertThat(SelfTestText.of(missing(), TextStyle.plain()))
                .startsWith("FAIL")
                .contains("1 missing")
                .contains("refused <b>");
    }

    @Test
    void quietTextIsTheVerdict() {
        TextStyle quiet = TextStyle.plain().withDetail(TextStyle.Detail.QUIET);
        assertThat(SelfTestText.of(result(0), quiet).lines()).hasSize(1);
    }

    @Test
    void jsonFollowsItsSchemaAndKeepsSmallErrors() {
        JsonNode json = Schemas.valid(SelfTestJson.of(result(2.5e-8)));
        assertThat(json.get("state").asString()).isEqualTo("PASS");
        assertThat(json.get("date").asString()).isEqualTo("2023-11-14T22:13:20Z");
        JsonNode number = json.get("comparisons").get(0);
        assertThat(number.get("error").asDouble()).isEqualTo(2.5e-8);
        assertThat(number.get("within").asBoolean()).isTrue();
        assertThat(number.get("lower").asDouble()).isLessThanOrEqualTo(35.625 + 2.5e-8 - 1e-12);
        assertThat(number.get("upper").asDouble()).isGreaterThanOrEqualTo(35.625 + 2.5e-8 + 1e-12);
        assertThat(Schemas.valid(SelfTestJson.of(result(0.002))).get("state").asString())
                .isEqualTo("FAIL");
    }

    @Test
    void jsonOfAMissingNumberIsNullWithItsReason() {
        JsonNode number =
                Schemas.valid(SelfTestJson.of(missing())).get("comparisons").get(0);
        assertThat(number.get("value").isNull()).isTrue();
        assertThat(number.get("within").asBoolean()).isFalse();
        assertThat(number.get("reason").asString()).isEqualTo("refused <b>");
    }

    @Test
    void pageStandsAloneAndEscapesWhatItShows() {
        String page = SelfTestHtml.of(result(0));
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .contains("Java &lt;17&gt; &amp; more")
                .contains("2023-11-14T22:13:20Z")
                .contains("35.625000")
                .doesNotContain("\u001b")
                .doesNotContainPattern("(?i)<script|src=|href=|url\\(|@import|https?:");
        assertThat(SelfTestHtml.of(missing())).contains("class=\"verdict out\"").contains("refused &lt;b&gt;");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3e-13, <1e-9", "-2.14e-7, -2.1e-7", "-0.00994, -0.00994", "12.3456, 12.3", "-37.5, -37.5"})
    void errorsAreShortAtEveryScale(double error, String text) {
        assertThat(SelfTestFigures.error(error)).isEqualTo(text);
    }
}
