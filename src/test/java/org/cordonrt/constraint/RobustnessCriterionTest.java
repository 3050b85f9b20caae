package org.cordonrt.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cordonrt.constraint.ConstraintFiles.with;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.StructureSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What limits ask beyond the plan as it stands. */
class RobustnessCriterionTest {
    private static final RobustnessCriterion ONE_MM = new RobustnessCriterion(1);

    private static Constraint asking(Level level) {
        return Limits.limit("SPINAL_CORD D0.035cc[Gy] <= 14", 1, level).withRobustness(ONE_MM);
    }

    private static Evaluation evaluated(double gy, Constraint... limits) {
        Measurement measured = new Measurement() {
            @Override
            public MetricValue measure(Structure structure, Metric metric) {
                return MetricValue.of(metric, gy, gy, gy);
            }

            @Override
            public OptionalDouble volumeCc(Structure structure) {
                return OptionalDouble.of(5);
            }
        };
        StructureSet cord = Structures.named("SpinalCord");
        return Evaluation.of(
                List.of(Limits.set("S", limits)),
                StructureSelection.of(cord, Optional.empty(), List.of()),
                OptionalInt.of(1),
                measured);
    }

    @Test
    void aFileMayAskForIt() {
        Constraint c = ConstraintFileReader.read(with("limit: 14", "limit: 14\\n    robust: {shiftMm: 1.5}"))
                .set()
                .constraints()
                .get(0);
        assertThat(c.robustness()).contains(new RobustnessCriterion(1.5));
        assertThat(c.robustness().get().text()).isEqualTo("holds for 1.5 mm in every direction");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
        robust: true => type
        robust: 1 => type
        robust: {} => missing-key
        robust: {shift: 1} => unknown-key
        robust: {shiftMm: 1, degrees: 1} => unknown-key
        robust: {shiftMm: 0} => value
        robust: {shiftMm: -1} => value
        robust: {shiftMm: 10.5} => value
        robust: {shiftMm: "1"} => type
        robust: {shiftMm: .nan} => value
        """)
    void anythingElseIsRefused(String line, String rule) {
        assertThat(ConstraintFiles.errors(with("limit: 14", "limit: 14\\n    " + line)))
                .extracting(LintFinding::rule)
                .contains(rule);
    }

    @Test
    void whatIsNeverJudgedAsksForNothing() {
        String information = with("level: mandatory", "level: information\\n    robust: {shiftMm: 1}");
        assertThat(ConstraintFiles.errors(information)).isNotEmpty();
    }

    @Test
    void aLimitMetAsPlannedIsNoPassBeforeItsRobustnessIsTested() {
        Evaluation e = evaluated(10, asking(Level.MANDATORY));
        ConstraintResult r = e.results().get(0);
        assertThat(r.state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(r.reason()).isEqualTo("met as planned; that it holds for 1 mm in every direction was not tested");
        assertThat(e.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(r.asPlannedOnly().state()).isEqualTo(State.PASS);
        // Nor is a goal that is missed as planned acceptable before.
        assertThat(evaluated(15, asking(Level.OPTIMAL)).results().get(0).state())
                .isEqualTo(State.NOT_EVALUABLE);
    }

    @Test
    void aLimitBrokenAsPlannedIsBroken() {
        ConstraintResult r = evaluated(15, asking(Level.MANDATORY)).results().get(0);
        assertThat(r.state()).isEqualTo(State.FAIL);
        assertThat(r.asPlanned()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> r.withRobustness(State.PASS, null));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        MANDATORY, PASS, PASS
        MANDATORY, FAIL, FAIL
        MANDATORY, NOT_EVALUABLE, NOT_EVALUABLE
        OPTIMAL, PASS, PASS
        OPTIMAL, FAIL, ACCEPTABLE
        OPTIMAL, NOT_EVALUABLE, NOT_EVALUABLE
        """)
    void whatCameOfItSettlesTheLimit(Level level, State tested, State settled) {
        ConstraintResult r = evaluated(10, asking(level)).results().get(0).withRobustness(tested, "because");
        assertThat(r.state()).isEqualTo(settled);
        assertThat(r.reason()).isEqualTo("because");
    }

    /** One dose as planned, and a higher one when shifted, are two limits on one metric. */
    @Test
    void aLimitAndAnotherForShiftsAreNoContradiction() {
        String twice = with(
                "metric: V10Gy[cc]\\n    comparator: <\\n    limit: 0.35\\n    unit: cc\\n    level: optimal",
                "metric: D0.035cc[Gy]\\n    comparator: <=\\n    limit: 16\\n    unit: Gy\\n    level: mandatory"
                        + "\\n    robust: {shiftMm: 1}");
        assertThat(ConstraintFiles.errors(twice)).isEmpty();
        assertThat(ConstraintFiles.errors(twice.replace("    robust: {shiftMm: 1}\n", "")))
                .extracting(LintFinding::rule)
                .contains("limited-twice");
    }

    @Test
    void aDistanceIsHeldAgainstNoShift() {
        Constraint gap = ConstraintSets.load("SEPARATION").constraints().get(0);
        assertThatIllegalArgumentException().isThrownBy(() -> gap.withRobustness(ONE_MM));
        assertThatIllegalArgumentException().isThrownBy(() -> new RobustnessCriterion(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RobustnessCriterion(Double.NaN));
    }
}
