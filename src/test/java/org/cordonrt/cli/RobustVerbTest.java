package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.constraint.ConstraintSets;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.RobustJson;
import org.cordonrt.report.Schemas;
import org.cordonrt.robust.DirectionMaps;
import org.cordonrt.robust.RobustAssessment;
import org.cordonrt.robust.RobustOptions;
import org.cordonrt.robust.Robustness;
import org.cordonrt.robust.SetupErrors;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RobustVerbTest {
    private static final String PASS = "testdata/spine/1fx-pass";

    @TempDir
    Path folder;

    @Test
    void jsonFollowsItsSchemaAndRepeatsForASeed() throws Exception {
        Path file = folder.resolve("own.csv");
        Files.writeString(file, "# own\nback and turned,0,1.5,0,1,0,-1\n");
        CommandLineRun one = run(file, "3");
        CommandLineRun two = run(file, "3");
        assertThat(one.out()).isEqualTo(two.out());
        JsonNode json = Schemas.valid(one.out().getBytes(StandardCharsets.UTF_8));
        assertThat(one.exit()).isEqualTo(0);
        assertThat(json.get("limits").size()).isEqualTo(1);
        JsonNode limit = json.get("limits").get(0);
        assertThat(limit.get("lowerMm").asDouble())
                .isLessThanOrEqualTo(limit.get("upperMm").asDouble());
        assertThat(json.get("approximation").asString()).contains("-1.3 +- 3.5 %");
        assertThat(json.get("scenarios").get(13).get("name").asString()).isEqualTo("back and turned");
        assertThat(json.get("chances").get(0).get("samples").asInt()).isEqualTo(60);
        assertThat(run(file, "4").out()).isNotEqualTo(one.out());
    }

    private static CommandLineRun run(Path file, String seed) {
        return CommandLineRun.of(
                "robust",
                PASS,
                "--constraints",
                "QUANTEC",
                "--search-radius",
                "2.5",
                "--scenarios",
                file.toString(),
                "--samples",
                "60",
                "--seed",
                seed,
                "--systematic",
                "0.5",
                "--random",
                "0.5",
                "--random-deg",
                "0.5",
                "--format",
                "json");
    }

    @Test
    void aRequiredProbabilityIsJudgedByItsWholeInterval() {
        CommandLineRun r = small("--samples", "60", "--systematic", "0.1", "--require-probability", "90");
        assertThat(r.exit()).isZero();
        JsonNode json = Schemas.valid(r.out().getBytes(StandardCharsets.UTF_8));
        assertThat(json.get("requiredChances").get(0).get("state").asString()).isEqualTo("PASS");
        // All of 60 courses show no more than 94 %.
        CommandLineRun open = small("--samples", "60", "--systematic", "0.1", "--require-probability", "99");
        assertThat(open.exit()).isEqualTo(4);
        assertThat(small("--require-probability", "90").exit()).isEqualTo(2);
    }

    @Test
    void theGridHasItsScenarios() {
        JsonNode json = Schemas.valid(small("--grid", "2").out().getBytes(StandardCharsets.UTF_8));
        int grid = 0;
        for (JsonNode s : json.get("scenarios")) {
            grid += s.get("group").asString().equals("GRID") ? 1 : 0;
        }
        assertThat(grid).isEqualTo(64);
        assertThat(small("--grid", "6").exit()).isEqualTo(2);
    }

    private static CommandLineRun small(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("robust", PASS, "--constraints", "QUANTEC", "--search-radius", "0.5", "--format", "json"));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void aRequiredShiftThatBreaksALimitIsExitCode1() {
        CommandLineRun r = CommandLineRun.of("robust", PASS, "--constraints", "QUANTEC", "--require-shift", "2.2mm");
        assertThat(r.exit()).isEqualTo(1);
        assertThat(r.out()).startsWith("FAIL").contains("a shorter shift breaks it");
    }

    @Test
    void threadsChangeNoByte() {
        TreatmentCase plan = CaseReader.read(CaseRequest.of(List.of(Path.of(PASS))));
        Assessment atRest = PlanCheck.assess(
                plan, CheckOptions.defaults().withSets(ConstraintSets.loadAll(List.of("HYTEC", "QUANTEC"))));
        RobustOptions options = RobustOptions.defaults()
                .withSearchRadiusMm(2)
                .withMostBoxes(40)
                .withSetupErrors(new SetupErrors(120, 5, 0.5, 0.7, 0.3, 0.3));
        assertThat(json(plan, Robustness.assess(plan, atRest, options.withThreads(1))))
                .isEqualTo(json(plan, Robustness.assess(plan, atRest, options.withThreads(3))));
    }

    /** The part of the cord beside the target is moved as it was checked, however far it reaches. */
    @Test
    void aPartialCordOfAnotherReachIsMoved() {
        CommandLineRun r = CommandLineRun.of(
                "robust",
                PASS,
                "--constraints",
                "TG101",
                "--partial-cord-mm",
                "9",
                "--search-radius",
                "0.5",
                "--search-work",
                "20",
                "--format",
                "json");
        JsonNode limits = Schemas.valid(r.outBytes()).get("limits");
        JsonNode partial = null;
        for (JsonNode limit : limits) {
            partial = limit.get("structure").asString().startsWith("Derived partial") ? limit : partial;
        }
        assertThat(partial).isNotNull();
        assertThat(partial.get("reason").isNull()).isTrue();
        assertThat(partial.get("lowerMm").asDouble()).isPositive();
    }

    private static byte[] json(TreatmentCase plan, RobustAssessment a) {
        return RobustJson.of(a, DirectionMaps.of(plan, a));
    }

    @Test
    void wrongUsageIsSaid() {
        assertThat(CommandLineRun.of("robust", PASS, "--require-shift", "-1mm").exit())
                .isEqualTo(2);
        assertThat(CommandLineRun.of("robust", PASS, "--require-shift", "20mm").exit())
                .isEqualTo(2);
        assertThat(CommandLineRun.of("robust", PASS, "--samples", "10").exit()).isEqualTo(2);
        assertThat(CommandLineRun.of("robust", PASS, "--systematic", "1").exit())
                .isEqualTo(2);
        assertThat(CommandLineRun.of("robust", PASS, "--scenarios", "no-such-file")
                        .exit())
                .isEqualTo(2);
    }

    /** It once divided the structures down to that size. */
    @Test
    void aTinySearchRadiusEnds() {
        CommandLineRun run = CommandLineRun.of("robust", "testdata/spine/1fx-pass", "--search-radius", "0.01");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("PASS");
    }
}
