package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cordonrt.report.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarginProfileTest {
    private static final String CASE = "testdata/spine/1fx-pass";

    @TempDir
    Path scratch;

    @Test
    void theGapAlongTheCordToEveryTarget() {
        CommandLineRun run = CommandLineRun.of("margin", CASE, "--profile");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("Along SpinalCord, to GTV", "Along SpinalCord, to PTV", "smallest 3.0", "o'clock", "90-50")
                .contains("PMC5658825");
        assertThat(run.out().lines()).allMatch(l -> l.length() <= 100);
    }

    @Test
    void jsonHasEveryHeight() {
        var json = Schemas.valid(CommandLineRun.of("margin", CASE, "--profile", "--to", "GTV", "--format", "json")
                .outBytes());
        assertThat(json.get("profile").size()).isEqualTo(1);
        var profile = json.get("profile").get(0);
        // 41 planes and what lies between.
        assertThat(profile.get("places").size()).isEqualTo(81);
        assertThat(profile.get("smallestMm").asDouble()).isBetween(2.9, 3.1);
        assertThat(profile.get("places").get(40).get("fallOff").get("toGy").asDouble())
                .isGreaterThan(profile.get("places")
                        .get(40)
                        .get("fallOff")
                        .get("fromGy")
                        .asDouble());
    }

    @Test
    void csvHasALineForEveryHeight() throws Exception {
        Path csv = scratch.resolve("profile.csv");
        CommandLineRun run = CommandLineRun.of("margin", CASE, "--profile", "--to", "GTV", "--out", "csv=" + csv);
        assertThat(run.exit()).isZero();
        List<String> lines = Files.readString(csv).lines().toList();
        assertThat(lines).hasSize(82);
        assertThat(lines.get(0)).startsWith("from,to,heightMm,onPlane,distanceMm,inPlaneMm");
        assertThat(lines).allMatch(l -> l.split(",", -1).length == 20);
        assertThat(lines.get(1)).startsWith("SpinalCord,GTV,-240,true,");
    }

    @Test
    void withoutADoseTheGapIsMeasuredAllTheSame() {
        CommandLineRun run = CommandLineRun.of("margin", CASE + "/rtstruct.dcm", "--profile", "--format", "json");
        assertThat(run.exit()).isZero();
        assertThat(Schemas.valid(run.outBytes())
                        .get("profile")
                        .get(0)
                        .get("places")
                        .get(0)
                        .has("fallOff"))
                .isFalse();
    }

    @Test
    void separationsAloneMayBeCsvToo() {
        CommandLineRun run =
                CommandLineRun.of("margin", CASE, "--from", "SpinalCord", "--to", "GTV", "--format", "csv");
        assertThat(run.out()).startsWith("from,to,distanceMm,slabMm").contains("\r\nSpinalCord,GTV,");
    }

    @Test
    void otherVerbsHaveNoCsv() {
        CommandLineRun run = CommandLineRun.of("list", CASE, "--format", "csv");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("'csv'", "text, json");
    }
}
