package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.cordonrt.report.Schemas;
import org.junit.jupiter.api.Test;

/** {@code --strict}: what a person should look at is an error. */
class StrictTest {
    private static final String CASE = "testdata/spine/1fx-pass";

    @Test
    void aWarningIsAnErrorAndNothingPasses() {
        // The cord of this case is drawn 30 mm beyond its targets at most.
        CommandLineRun usual = CommandLineRun.of("check", CASE, "--partial-cord-mm", "40");
        assertThat(usual.exit()).isZero();
        assertThat(usual.out()).startsWith("PASS").contains("WARNING CORD_TOO_SHORT");
        CommandLineRun strict =
                CommandLineRun.of("check", CASE, "--partial-cord-mm", "40", "--strict", "--format", "json");
        assertThat(strict.exit()).isEqualTo(3);
        var json = Schemas.valid(strict.outBytes());
        assertThat(json.get("verdict").asString()).isEqualTo("NOT_EVALUABLE");
        assertThat(json.get("verdictReason").asString()).contains("CORD_TOO_SHORT", "--strict");
        assertThat(new String(strict.outBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"severity\": \"ERROR\"")
                .containsOnlyOnce("WARNING");
    }

    @Test
    void aBrokenLimitStaysBroken() {
        CommandLineRun strict =
                CommandLineRun.of("check", "testdata/spine/1fx-fail", "--partial-cord-mm", "40", "--strict");
        assertThat(strict.exit()).isEqualTo(3);
        assertThat(strict.out()).startsWith("FAIL").contains("ERROR CORD_TOO_SHORT");
    }
}
