package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cordonrt.report.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DryRunTest {
    private static final String PLAN = "testdata/spine/1fx-fail";

    @TempDir
    Path dir;

    @Test
    void saysWhatACheckWouldTestAndWritesNothing() {
        Path file = dir.resolve("x.json");
        CommandLineRun run = CommandLineRun.of("check", PLAN, "--dry-run", "--out", "json=" + file);
        assertThat(run.exit()).as("no verdict, so nothing is broken").isZero();
        assertThat(run.out())
                .startsWith("Nothing was computed")
                .contains("RTDOSE    testdata/spine/1fx-fail/rtdose.dcm", "SpinalCord_PRV02")
                .containsPattern("ThecalSac +Max\\[Gy\\] <= 12.4 Gy +HYTEC S1")
                .containsPattern("part of SpinalCord +D10%")
                .contains("no cauda equina in the structure set")
                .doesNotContain("PASS", "FAIL");
        assertThat(file).doesNotExist();
    }

    @Test
    void isAlsoWrittenAsJsonAndAsNothingElse() {
        JsonNode json = Schemas.parse(CommandLineRun.of("check", PLAN, "--dry-run", "--format", "json")
                .outBytes());
        assertThat(json.get("inputs")).hasSize(3);
        assertThat(json.get("limits").get(0).get("structures").get(0).asString())
                .isEqualTo("SpinalCord");
        assertThat(CommandLineRun.of("check", PLAN, "--dry-run", "--format", "csv")
                        .exit())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dvh",
                "margin --profile",
                "compare --stored",
                "reirradiation --prior max=30Gy,fractions=10,months=18"
            })
    void everyVerbThatReadsACaseHasOne(String verb) {
        Object[] words = (verb + " " + PLAN + " --dry-run").split(" ");
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("Nothing was computed").contains("SpinalCord");
    }

    @Test
    void whatCannotBeReadIsStillRefused() {
        assertThat(CommandLineRun.of("check", dir, "--dry-run").exit()).isEqualTo(3);
    }
}
