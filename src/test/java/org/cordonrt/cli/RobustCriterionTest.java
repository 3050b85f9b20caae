package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.constraint.ConstraintSets;
import org.cordonrt.constraint.State;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.Schemas;
import org.cordonrt.robust.RobustnessCriteria;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Limits that ask to hold for a shift: every verb that judges a plan tests them, and none passes them untested. */
class RobustCriterionTest {
    /** The near-maximum of its cord, 8.92 Gy, reaches 14 Gy 2.70 to 2.75 mm to the front. */
    private static final Path PLAN = Path.of("testdata/spine/1fx-pass");

    @TempDir
    Path folder;

    private Path limits(String mm, String level) throws IOException {
        return Files.writeString(folder.resolve("our.yaml"), """
                schema: cordon/constraint-set/1
                id: OUR
                name: Our limits
                version: "1"
                description: Of our department.
                citation: Department protocol 12, 2026
                doi: none
                constraints:
                  - id: shifted
                    structure: SPINAL_CORD
                    structureInSource: Spinal cord on MRI
                    fractions: 1
                    metric: D0.035cc[Gy]
                    comparator: <=
                    limit: 14
                    unit: Gy
                    level: %s
                    endpoint: myelopathy
                    where: page 3
                    status: V1
                    robust: {shiftMm: %s}
                """.formatted(level, mm));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        2.6, mandatory, PASS, 0
        2.8, mandatory, FAIL, 1
        2.8, optimal, ACCEPTABLE, 0
        """)
    void checkAndRobustAndBatchAgree(String mm, String level, State state, int exit) throws IOException {
        Path limits = limits(mm, level);
        // A goal alone shows nothing.
        List<Object> more = new ArrayList<>(List.of(PLAN, "--constraints", limits));
        if (level.equals("optimal")) {
            more.addAll(List.of("--constraints", "QUANTEC"));
        }
        more.addAll(List.of("--format", "json"));
        CommandLineRun check = run("check", more);
        JsonNode json = Schemas.valid(check.outBytes());
        JsonNode limit = json.get("constraints").get(0);
        assertThat(limit.get("state").asString()).isEqualTo(state.name());
        assertThat(limit.get("robust").get("shiftMm").asDouble()).isEqualTo(Double.parseDouble(mm));
        assertThat(limit.get("robust").get("stateAsPlanned").asString()).isEqualTo("PASS");
        assertThat(check.exit()).isEqualTo(exit);
        List<Object> quick = new ArrayList<>(more);
        quick.addAll(List.of("--search-radius", "3", "--search-work", "300"));
        CommandLineRun robust = run("robust", quick);
        assertThat(robust.exit()).isEqualTo(exit);
        JsonNode moved = Schemas.valid(robust.outBytes());
        assertThat(moved.get("state").asString()).isEqualTo(state.name());
        assertThat(moved.get("atRest").asString()).isEqualTo("PASS");
        assertThat(moved.get("required").get(0).get("requiredMm").asDouble()).isEqualTo(Double.parseDouble(mm));
        assertThat(run("batch", more.subList(0, more.size() - 2)).exit()).isEqualTo(exit);
    }

    private static CommandLineRun run(String verb, List<Object> arguments) {
        List<Object> all = new ArrayList<>(List.of(verb));
        all.addAll(arguments);
        return CommandLineRun.of(all.toArray());
    }

    @Test
    void textSaysWhatWasAskedAndWhatCameOfIt() throws IOException {
        assertThat(CommandLineRun.of("check", PLAN, "--constraints", limits("1", "mandatory"))
                        .out()
                        .replaceAll("\\s+", " "))
                .startsWith("PASS")
                .contains("holds for 1 mm in every direction");
        Path page = folder.resolve("check.html");
        assertThat(CommandLineRun.of("check", PLAN, "--constraints", limits("1", "mandatory"), "--out", "html=" + page)
                        .exit())
                .isZero();
        assertThat(Files.readString(page))
                .contains("holds for 1 mm in every direction", "Limits that must hold for shifts");
        CommandLineRun broken = CommandLineRun.of("check", PLAN, "--constraints", limits("3", "mandatory"));
        assertThat(broken.out().replaceAll("\\s+", " "))
                .startsWith("FAIL")
                .contains("not robust: a shorter shift breaks it, 2.7")
                .containsPattern(
                        "a shorter shift breaks it, 2\\.7\\d mm anterior( right| left)?; asked is that it holds for 3 mm in every direction");
        assertThat(CommandLineRun.of("constraints", "show", limits("3", "mandatory"))
                        .out())
                .contains("robust: holds for 3 mm in every direction");
        assertThat(CommandLineRun.of("constraints", "lint", limits("3", "mandatory"))
                        .exit())
                .isZero();
    }

    /** A shift that takes the cord out of the dose is not safe. */
    @Test
    void whatLeavesTheDoseIsNotEvaluable() throws IOException {
        Path far = limits("9", "mandatory");
        Files.writeString(far, Files.readString(far).replace("limit: 14", "limit: 60"));
        CommandLineRun r = CommandLineRun.of("check", PLAN, "--constraints", far);
        assertThat(r.exit()).isEqualTo(4);
        assertThat(r.out().replaceAll("\\s+", " "))
                .startsWith("NOT_EVALUABLE")
                .contains("shorter shifts take the structure out of the dose grid");
    }

    @Test
    void theCheckAloneLeavesItOpenAndFindingsStillWithholdThePass() throws IOException {
        TreatmentCase plan = CaseReader.read(CaseRequest.of(List.of(PLAN)));
        CheckOptions options = CheckOptions.defaults()
                .withSets(
                        ConstraintSets.loadAll(List.of(limits("1", "mandatory").toString())));
        Assessment open = PlanCheck.assess(plan, options);
        assertThat(open.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        Assessment tested = RobustnessCriteria.tested(plan, open, 1);
        assertThat(tested.verdict().state()).isEqualTo(State.PASS);
        assertThat(RobustnessCriteria.tested(plan, tested, 2)).isEqualTo(tested);

        List<Issue> issues = new ArrayList<>(plan.issues());
        issues.add(Issue.of(IssueCode.COURSE_NOT_WHOLE, "the dose looks like that of one phase"));
        TreatmentCase doubted = new TreatmentCase(
                plan.inputs(), plan.structures(), plan.dose(), plan.plan(), plan.storedDvhs(), issues);
        Assessment held = RobustnessCriteria.tested(doubted, PlanCheck.assess(doubted, options), 1);
        assertThat(held.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(held.verdict().reason()).contains("one phase");

        Assessment strict = RobustnessCriteria.tested(
                plan, PlanCheck.assess(plan, options.withPartialCordMm(40)).strict(), 1);
        assertThat(strict.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
    }
}
