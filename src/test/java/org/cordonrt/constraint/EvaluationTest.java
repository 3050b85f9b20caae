package org.cordonrt.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.cordonrt.Property;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.StructureSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {

    /** Measured values of structures that are large enough for every limit. */
    private interface Large extends Measurement {
        @Override
        default OptionalDouble volumeCc(Structure structure) {
            return OptionalDouble.of(50);
        }
    }

    /** Every metric of every structure comes to this dose. */
    private static Large uniform(double doseGy) {
        return (structure, metric) -> MetricValue.of(metric, doseGy, doseGy, doseGy);
    }

    /** The same, on structures of this volume. */
    private static Measurement uniform(double doseGy, OptionalDouble volumeCc) {
        return new Measurement() {
            @Override
            public MetricValue measure(Structure structure, Metric metric) {
                return MetricValue.of(metric, doseGy, doseGy, doseGy);
            }

            @Override
            public OptionalDouble volumeCc(Structure structure) {
                return volumeCc;
            }
        };
    }

    private static final Large UNASKED = (structure, metric) -> {
        throw new AssertionError("asked for " + metric.expression() + " of " + structure.name());
    };

    private static StructureSelection select(StructureSet set) {
        return StructureSelection.of(set, Optional.empty(), List.of());
    }

    private static Evaluation evaluate(
            List<ConstraintSet> sets, StructureSet structures, int fractions, Measurement measurement) {
        return Evaluation.of(sets, select(structures), OptionalInt.of(fractions), measurement);
    }

    private static Evaluation byDefault(StructureSet structures, int fractions, Measurement measurement) {
        return evaluate(ConstraintSets.loadAll(ConstraintSets.defaultIds()), structures, fractions, measurement);
    }

    private static ConstraintResult result(Evaluation e, String set, String id) {
        return e.results().stream()
                .filter(r -> r.setId().equals(set) && r.constraint().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"1, 6.9, PASS", "1, 7.0, FAIL", "3, 12.2, PASS", "3, 12.3, FAIL", "5, 14.4, PASS", "5, 14.5, FAIL"})
    void aUniformDoseMeetsTheTightestLimitOrNot(int fractions, double doseGy, State verdict) {
        Evaluation e = byDefault(Structures.named("SpinalCord"), fractions, uniform(doseGy));
        assertThat(e.verdict().state()).isEqualTo(verdict);
        assertThat(e.issues()).isEmpty();
    }

    @Test
    void limitsForOtherFractionsAreSkippedNotInterpolated() {
        Evaluation e = byDefault(Structures.named("SpinalCord"), 3, uniform(1));
        assertThat(result(e, "TG101", "T1").state()).isEqualTo(State.SKIPPED);
        assertThat(result(e, "TG101", "T1").reason()).isEqualTo("published for 1 fraction, the plan has 3");
        assertThat(result(e, "TG101", "T4").state()).isEqualTo(State.PASS);
        assertThat(result(e, "TG101", "T13-max").state()).isEqualTo(State.SKIPPED);
        assertThat(result(e, "QUANTEC", "Q2").state()).isEqualTo(State.PASS);
        assertThat(result(e, "HYTEC", "S3").reason()).isEqualTo("no thecal sac in the structure set");
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 30})
    void aPlanWithoutALimitOfItsFractionsIsNeverAPass(int fractions) {
        Evaluation e = byDefault(Structures.named("SpinalCord", "CaudaEquina"), fractions, UNASKED);
        assertThat(e.results()).allMatch(r -> r.state() == State.SKIPPED);
        assertThat(e.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(e.issues()).extracting(Issue::code).containsExactly(IssueCode.NO_LIMIT_APPLIES);
        assertThat(e.issues().get(0).message()).contains("for " + fractions + " fractions", "TG101", "--constraints");
        assertThat(e.verdict().reason()).isEqualTo(e.issues().get(0).message());
    }

    /** For two and four fractions HyTEC alone has a limit. */
    @ParameterizedTest
    @CsvSource({"2, 17.0, PASS", "2, 17.1, FAIL", "4, 23.0, PASS", "4, 23.1, FAIL"})
    void hytecClosesTheGap(int fractions, double doseGy, State verdict) {
        Evaluation e = byDefault(Structures.named("SpinalCord"), fractions, uniform(doseGy));
        assertThat(e.verdict().state()).isEqualTo(verdict);
        Evaluation withSac = byDefault(Structures.named("SpinalCord", "ThecalSac"), fractions, uniform(doseGy));
        assertThat(withSac.verdict().state()).isEqualTo(verdict);
    }

    @Test
    void aMissingCordIsNotEvaluable() {
        Evaluation e = byDefault(Structures.named("ThecalSac", "PTV"), 1, uniform(1));
        assertThat(result(e, "TG101", "T3").state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(result(e, "HYTEC", "S1").state()).isEqualTo(State.PASS);
        assertThat(e.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(e.verdict().reason()).contains("no spinal cord in the structure set", "--cord");
    }

    @Test
    void anotherOrganIsTestedOnlyWhenDrawnAndThenCounts() {
        Large hotCauda = (s, m) -> {
            double doseGy = s.name().equals("CaudaEquina") ? 20 : 5;
            return MetricValue.of(m, doseGy, doseGy, doseGy);
        };
        assertThat(byDefault(Structures.named("SpinalCord"), 1, hotCauda)
                        .verdict()
                        .state())
                .isEqualTo(State.PASS);
        Evaluation e = byDefault(Structures.named("SpinalCord", "CaudaEquina"), 1, hotCauda);
        assertThat(e.verdict().state()).isEqualTo(State.FAIL);
        assertThat(e.verdict().reason()).contains("'CaudaEquina'");
    }

    /** The bony canal's table says nothing about a drawn cord; a cold cauda must not make that a pass. */
    @Test
    void limitsOnOtherOrgansAloneAreNoPass() {
        ConstraintSet canal = ConstraintSets.load("TIMMERMAN2022");
        Evaluation e = evaluate(List.of(canal), Structures.named("SpinalCord", "CaudaEquina"), 1, uniform(1));
        assertThat(result(e, "TIMMERMAN2022", "cauda-1fx-max").state()).isEqualTo(State.PASS);
        assertThat(e.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(e.issues().get(0).message()).contains("TIMMERMAN2022: no spinal canal in the structure set");
        assertThat(evaluate(List.of(canal), Structures.named("SpinalCanal"), 1, uniform(1))
                        .verdict()
                        .state())
                .isEqualTo(State.PASS);
    }

    @Test
    void aUserMayRequireAnotherOrganAlone() {
        ConstraintSet cauda = Limits.set("MINE", Limits.limit("CAUDA_EQUINA Max[Gy] <= 16", Requirement.ALWAYS));
        assertThat(evaluate(List.of(cauda), Structures.named("CaudaEquina"), 1, uniform(15))
                        .verdict()
                        .state())
                .isEqualTo(State.PASS);
        assertThat(evaluate(List.of(cauda), Structures.named("Kidney_L"), 1, UNASKED)
                        .verdict()
                        .state())
                .isEqualTo(State.NOT_EVALUABLE);
    }

    @Test
    void withoutFractionsNothingIsJudged() {
        Evaluation e = Evaluation.of(
                List.of(ConstraintSets.load("QUANTEC")),
                select(Structures.named("SpinalCord")),
                OptionalInt.empty(),
                UNASKED);
        assertThat(e.results()).allMatch(r -> r.state() == State.NOT_EVALUABLE);
        assertThat(e.results().get(0).reason()).contains("--fractions");
        assertThat(e.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
    }

    @Test
    void informationDoesNotCount() {
        ConstraintSet set = Limits.set(
                "MINE",
                Limits.limit("SPINAL_CORD Max[Gy] <= 14"),
                Limits.limit("SPINAL_CORD Max[Gy] <= 12", Requirement.NEVER));
        Evaluation e = evaluate(List.of(set), Structures.named("SpinalCord"), 1, uniform(13));
        assertThat(e.results()).extracting(ConstraintResult::state).containsExactly(State.PASS, State.FAIL);
        assertThat(e.verdict().state()).isEqualTo(State.PASS);
    }

    @Test
    void informationAloneIsNoPass() {
        ConstraintSet set = Limits.set("MINE", Limits.limit("SPINAL_CORD Max[Gy] <= 14", Requirement.NEVER));
        Evaluation e = evaluate(List.of(set), Structures.named("SpinalCord"), 1, uniform(1));
        assertThat(e.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(e.issues().get(0).message()).contains("MINE: information only");
    }

    @ParameterizedTest
    @CsvSource({
        // dose, state of the goal of 10 Gy beside a limit of 14 Gy, verdict
        "9, PASS, PASS",
        "12, ACCEPTABLE, ACCEPTABLE",
        "15, FAIL, FAIL"
    })
    void aMissedGoalIsAcceptableWhileTheLimitHolds(double doseGy, State goal, State verdict) {
        ConstraintSet set = Limits.set(
                "MINE",
                Limits.limit("SPINAL_CORD Max[Gy] <= 10", 1, Level.OPTIMAL),
                Limits.limit("SPINAL_CORD Max[Gy] <= 14", 1, Level.MANDATORY));
        Evaluation e = evaluate(List.of(set), Structures.named("SpinalCord"), 1, uniform(doseGy));
        assertThat(e.results().get(0).state()).isEqualTo(goal);
        assertThat(e.verdict().state()).isEqualTo(verdict);
    }

    /** A broken limit on another number, organ or course says nothing about the goal; it has its own say in the verdict. */
    @ParameterizedTest
    @CsvSource({
        "SPINAL_CORD D0.035cc[Gy] <= 10, 1, FAIL",
        "CAUDA_EQUINA Max[Gy] <= 10, 1, FAIL",
        "SPINAL_CORD Max[Gy] <= 10, 3, ACCEPTABLE"
    })
    void aMissedGoalIsHeldAgainstItsOwnLimitOnly(String other, int fractions, State verdict) {
        ConstraintSet set = Limits.set(
                "MINE",
                Limits.limit("SPINAL_CORD Max[Gy] <= 11", 1, Level.OPTIMAL),
                Limits.limit("SPINAL_CORD Max[Gy] <= 14", 1, Level.MANDATORY),
                Limits.limit(other, fractions, Level.MANDATORY));
        Evaluation e = evaluate(List.of(set), Structures.named("SpinalCord", "CaudaEquina"), 1, uniform(12));
        assertThat(e.results().get(0).state()).isEqualTo(State.ACCEPTABLE);
        assertThat(e.verdict().state()).isEqualTo(verdict);
    }

    @Test
    void aMissedGoalWithoutAnyLimitMetShowsNothing() {
        ConstraintSet set = Limits.set("MINE", Limits.limit("SPINAL_CORD Max[Gy] <= 10", 1, Level.OPTIMAL));
        Evaluation e = evaluate(List.of(set), Structures.named("SpinalCord"), 1, uniform(99));
        assertThat(e.results().get(0).state()).isEqualTo(State.ACCEPTABLE);
        assertThat(e.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
    }

    @Test
    void aSubstituteIsTestedForBothKinds() {
        StructureSelection s =
                StructureSelection.of(Structures.named("ThecalSac"), Optional.of("ThecalSac"), List.of());
        Evaluation e =
                Evaluation.of(ConstraintSets.loadAll(List.of("HYTEC", "QUANTEC")), s, OptionalInt.of(1), uniform(12.8));
        assertThat(result(e, "QUANTEC", "Q1").state()).isEqualTo(State.PASS);
        assertThat(result(e, "QUANTEC", "Q1").structure()).matches(m -> m != null && m.isSubstitute());
        assertThat(result(e, "HYTEC", "S1").state()).isEqualTo(State.FAIL);
        assertThat(e.verdict().state()).isEqualTo(State.FAIL);
    }

    @Test
    void aLimitOnAPlexusHasAResultForEachSide() {
        Large hotRight = (s, m) -> {
            double doseGy = s.name().endsWith("_R") ? 30 : 5;
            return MetricValue.of(m, doseGy, doseGy, doseGy);
        };
        Evaluation e = byDefault(Structures.named("SpinalCord", "BrachialPlex_L", "BrachialPlex_R"), 1, hotRight);
        assertThat(e.results().stream().filter(r -> r.constraint().id().equals("T23-1fx")))
                .extracting(ConstraintResult::state)
                .containsExactly(State.PASS, State.FAIL);
        assertThat(e.verdict().state()).isEqualTo(State.FAIL);
    }

    @Test
    void whatCouldNotBeMeasuredIsNoPass() {
        Large partly = (s, m) -> m.expression().startsWith("D1.2cc")
                ? MetricValue.notEvaluable(m, "the structure is smaller than 1.2 cc")
                : MetricValue.of(m, 1, 1, 1);
        Evaluation e = byDefault(Structures.named("SpinalCord"), 1, partly);
        assertThat(e.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(e.verdict().reason()).contains("T2", "smaller than 1.2 cc");
    }

    /** The cold end of a stub must not stand for its near-maximum. */
    @Test
    void aCordSmallerThanTheLimitsVolumeIsNoPass() {
        StructureSet cord = Structures.named("SpinalCord");
        Evaluation e = byDefault(cord, 1, uniform(1, OptionalDouble.of(1.1)));
        assertThat(result(e, "TG101", "T1").state()).isEqualTo(State.PASS);
        assertThat(result(e, "TG101", "T2").state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(result(e, "TG101", "T2").reason())
                .isEqualTo("the structure has only 1.1 cc, the limit is about 1.2 cc");
        assertThat(result(e, "TG101", "T2").headroom()).isEmpty();
        assertThat(e.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(byDefault(cord, 1, uniform(1, OptionalDouble.empty()))
                        .verdict()
                        .state())
                .isEqualTo(State.NOT_EVALUABLE);
        assertThat(byDefault(cord, 1, uniform(1, OptionalDouble.of(1.2)))
                        .verdict()
                        .state())
                .isEqualTo(State.PASS);
    }

    @Test
    void aSmallOrganIsOutsideALimitOnMoreVolume() {
        Evaluation e = byDefault(Structures.named("SpinalCord", "CaudaEquina"), 1, uniform(6.5, OptionalDouble.of(4)));
        assertThat(result(e, "TG101", "T13-D5cc").state()).isEqualTo(State.SKIPPED);
        assertThat(result(e, "TG101", "T13-max").state()).isEqualTo(State.PASS);
        assertThat(e.verdict().state()).isEqualTo(State.PASS);
    }

    @Test
    void aVolumeLimitCannotBeKeptByAStub() {
        ConstraintSet set = Limits.set("MINE", Limits.limit("SPINAL_CORD V10Gy[cc] < 0.35"));
        Evaluation stub = evaluate(List.of(set), Structures.named("Cord"), 1, uniform(0.2, OptionalDouble.of(0.2)));
        assertThat(stub.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        Evaluation cord = evaluate(List.of(set), Structures.named("Cord"), 1, uniform(0.2, OptionalDouble.of(3)));
        assertThat(cord.verdict().state()).isEqualTo(State.PASS);
    }

    @Test
    void theVerdictNamesTheTightestLimit() {
        Evaluation pass = byDefault(Structures.named("SpinalCord"), 1, uniform(6));
        assertThat(pass.verdict().decidedBy())
                .matches(r -> r != null && r.constraint().id().equals("T2"));
        Evaluation fail = byDefault(Structures.named("SpinalCord"), 1, uniform(20));
        assertThat(fail.verdict().reason())
                .startsWith("'SpinalCord', D1.2cc[Gy] < 7 Gy (TG101 T2): 13 Gy above the limit (and 4 more)");
    }

    @Test
    void nothingIsNoPass() {
        assertThat(Verdict.of(List.of()).state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(evaluate(List.of(), Structures.named("SpinalCord"), 1, UNASKED)
                        .verdict()
                        .state())
                .isEqualTo(State.NOT_EVALUABLE);
    }

    /** PASS only if every counting result passed; the order of results never matters. */
    @Test
    void theVerdictIsTheWorstOfWhatCounts() {
        ConstraintSet tg101 = ConstraintSets.load("TG101");
        Property.forAll(
                500,
                random -> {
                    Random doses = new Random(random.nextLong());
                    return new ArrayList<>(evaluate(
                                    List.of(tg101),
                                    Structures.named("SpinalCord", "CaudaEquina", "Esophagus"),
                                    1,
                                    (Large) (s, m) -> {
                                        double doseGy = doses.nextInt(20);
                                        return doses.nextInt(20) == 0
                                                ? MetricValue.notEvaluable(m, "not covered")
                                                : MetricValue.of(m, doseGy, doseGy, doseGy + doses.nextInt(2));
                                    })
                            .results());
                },
                results -> {
                    State verdict = Verdict.of(results).state();
                    List<State> counting = results.stream()
                            .filter(ConstraintResult::counts)
                            .map(ConstraintResult::state)
                            .toList();
                    assertThat(verdict == State.PASS)
                            .isEqualTo(counting.stream().allMatch(s -> s == State.PASS));
                    assertThat(verdict == State.FAIL).isEqualTo(counting.contains(State.FAIL));
                    Collections.shuffle(results, new Random(results.size()));
                    assertThat(Verdict.of(results).state()).isEqualTo(verdict);
                });
    }
}
