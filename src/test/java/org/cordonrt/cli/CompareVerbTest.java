package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cordonrt.report.Schemas;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Stored DVHs of a commercial planning system beside Cordon's. */
class CompareVerbTest {
    private static final Path BREAST = Path.of("testdata", "real", "eclipse-breast-stored-dvh");

    @Test
    void eclipseAgreesOrAnotherConventionSaysWhy() {
        CommandLineRun run = CommandLineRun.of("compare", BREAST, "--stored", "--format", "json");
        assertThat(run.exit()).as(run.err()).isEqualTo(1);
        JsonNode found = Schemas.valid(run.outBytes());
        Map<String, String> outcomes = new HashMap<>();
        for (JsonNode s : found.get("structures")) {
            for (JsonNode m : s.get("metrics")) {
                outcomes.put(
                        s.get("name").asString() + " " + m.get("expression").asString(),
                        m.get("outcome").asString());
                assertThat(m.get("outcome").asString().equals("EXPLAINED"))
                        .isEqualTo(!m.get("explanation").isNull());
                assertThat(m.get("lower").asDouble())
                        .isLessThanOrEqualTo(m.get("value").asDouble());
            }
        }
        assertThat(outcomes)
                .containsEntry("Tumor Bed D95%[Gy]", "AGREES")
                .containsEntry("Heart D2%[Gy]", "AGREES")
                .containsEntry("Tumor Bed Volume[cc]", "EXPLAINED")
                // A strip a millimetre wide, of which the planning system's own grid keeps two thirds.
                .containsEntry("Scar Volume[cc]", "DIFFERS");
        assertThat(found.get("agree").asInt()).isGreaterThan(40);
        assertThat(found.get("structures").get(0).get("reason").asString()).contains("outside the dose grid");
    }

    @Test
    void aStructureAloneAndAWiderTolerance() {
        CommandLineRun run = CommandLineRun.of(
                "compare", BREAST, "--stored", "--structure", "Scar", "--agree-percent", "60", "--agree-gy", "1");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("AGREES").contains("Scar").doesNotContain("Heart");
    }

    @Test
    void nothingStoredIsAnErrorAndNothingComparableIsNoAgreement() {
        CommandLineRun none = CommandLineRun.of("compare", Path.of("testdata", "spine", "1fx-pass"), "--stored");
        assertThat(none.exit()).isEqualTo(3);
        assertThat(none.err()).contains("holds no DVH").hasLineCount(1);
        CommandLineRun body = CommandLineRun.of("compare", BREAST, "--stored", "--structure", "BODY");
        assertThat(body.exit()).isEqualTo(4);
        assertThat(CommandLineRun.of("compare", BREAST).exit()).isEqualTo(2);
    }
}
