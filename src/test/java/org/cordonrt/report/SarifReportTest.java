package org.cordonrt.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordonrt.report.Samples.NEAR_MAX;
import static org.cordonrt.report.Samples.limit;
import static org.cordonrt.report.Samples.match;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.cordonrt.check.Assessment;
import org.cordonrt.constraint.State;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The log against the schema of the standard. */
class SarifReportTest {

    private static JsonNode run(Assessment a) {
        JsonNode log = Schemas.parse(SarifReport.of(a));
        assertThat(schema().validate(log)).isEmpty();
        return log.get("runs").get(0);
    }

    private static Schema schema() {
        String resource = "/schema/sarif-schema-2.1.0.json";
        try (InputStream in = Objects.requireNonNull(SarifReportTest.class.getResourceAsStream(resource), resource)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theSchemaTellsWrongFromRight() {
        JsonNode wrong = Schemas.parse(
                "{\"version\": \"2.1.0\", \"runs\": [{\"results\": [{}]}]}".getBytes(StandardCharsets.UTF_8));
        assertThat(schema().validate(wrong)).isNotEmpty();
    }

    @Test
    void aPassHasNoResults() {
        JsonNode run = run(Samples.met().build());
        assertThat(run.get("results")).isEmpty();
        assertThat(run.get("properties").get("verdict").asString()).isEqualTo("PASS");
        assertThat(run.get("artifacts").get(0).get("location").get("uri").asString())
                .isEqualTo("plan/rs.dcm");
    }

    @Test
    void brokenLimitsAndFindingsWithTheirRules() {
        JsonNode run = run(new Samples()
                .tested(match(1, "SpinalCord"), "TG101", limit("T3", NEAR_MAX, 14), 15)
                .untested("TG101", limit("T9", NEAR_MAX, 14), State.NOT_EVALUABLE, "no sac")
                .untested("TG101", limit("T8", NEAR_MAX, 14), State.SKIPPED, "for 3 fractions")
                .issue(new Issue(IssueCode.CONTOUR_GAP, Severity.WARNING, "a gap"))
                .build());
        assertThat(run.get("results").values())
                .extracting(
                        r -> r.get("ruleId").asString() + " " + r.get("level").asString())
                .containsExactly("TG101/T3 error", "TG101/T9 error", "CONTOUR_GAP warning");
        JsonNode rule = run.get("tool").get("driver").get("rules").get(0);
        assertThat(rule.get("helpUri").asString()).isEqualTo("https://doi.org/10.1000/x");
        assertThat(rule.get("help").get("text").asString()).contains("A paper, 2010", "Table 3");
    }

    @Test
    void aVerdictThatNoLimitDecidedIsAResult() {
        JsonNode run = run(Samples.met()
                .issue(new Issue(IssueCode.CONTOUR_GAP, Severity.WARNING, "a gap"))
                .build()
                .strict());
        assertThat(run.get("results").get(0).get("ruleId").asString()).isEqualTo("VERDICT");
        assertThat(run.get("results").get(0).get("level").asString()).isEqualTo("error");
    }

    @ParameterizedTest
    @CsvSource({
        "plan/rs.dcm, plan/rs.dcm",
        "a b/caf\u00e9.dcm, a%20b/caf%C3%A9.dcm",
        "/data/rs.dcm, file:///data/rs.dcm",
        "C:\\plan\\rs.dcm, file:///C:/plan/rs.dcm",
        "a:b/rs.dcm, ./a:b/rs.dcm",
        "100%/#1?.dcm, 100%25/%231%3F.dcm"
    })
    void pathsAreUris(String path, String uri) {
        assertThat(SarifReport.uri(path)).isEqualTo(uri);
        assertThat(java.net.URI.create(uri)).isNotNull();
    }

    @Test
    void hostileNamesAreText() {
        JsonNode run = run(Hostile.assessment());
        assertThat(run.get("results").size()).isEqualTo(3 * Hostile.NAMES.size());
        run.get("results")
                .values()
                .forEach(r -> assertThat(r.get("message").get("text").asString())
                        .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]"));
    }
}
