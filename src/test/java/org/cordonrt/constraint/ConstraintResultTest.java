package org.cordonrt.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.Property;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintResultTest {
    private static final StructureMatch CORD = StructureNaming.recognise(Structures.drawn(1, "SpinalCord"));
    private static final Constraint AT_MOST_14 = Limits.limit("SPINAL_CORD D0.035cc[Gy] <= 14");
    private static final Constraint BELOW_10 = Limits.limit("SPINAL_CORD D0.35cc[Gy] < 10");

    private static ConstraintResult judge(Constraint c, double lower, double value, double upper) {
        return ConstraintResult.judge("SET", c, CORD, MetricValue.of(c.metric(), value, lower, upper));
    }

    @ParameterizedTest
    @CsvSource({
        // lower, value, upper, <= 14
        "13.0, 13.0, 13.0, PASS",
        "13.0, 13.5, 13.99, PASS",
        "14.0, 14.0, 14.0, PASS",
        "13.9, 13.95, 14.01, NOT_EVALUABLE",
        "13.9, 14.0, 14.1, NOT_EVALUABLE",
        "13.9, 14.001, 14.1, FAIL",
        "14.1, 14.2, 14.3, FAIL",
        "0, 0, Infinity, NOT_EVALUABLE"
    })
    void aLimitInsideTheCertifiedIntervalIsNeverAPass(double lower, double value, double upper, State state) {
        assertThat(judge(AT_MOST_14, lower, value, upper).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "9.0, 9.0, 9.0, PASS",
        "10.0, 10.0, 10.0, FAIL",
        "9.9, 9.95, 10.0, NOT_EVALUABLE",
        "9.9, 10.0, 10.1, FAIL"
    })
    void belowMeansBelow(double lower, double value, double upper, State state) {
        assertThat(judge(BELOW_10, lower, value, upper).state()).isEqualTo(state);
    }

    @Test
    void theReasonSaysByHowMuch() {
        assertThat(judge(AT_MOST_14, 14.4, 14.4, 14.4).reason()).isEqualTo("0.4 Gy above the limit");
        assertThat(judge(AT_MOST_14, 14.0001, 14.0001, 14.0001).reason()).isEqualTo("0.0001 Gy above the limit");
        assertThat(judge(BELOW_10, 10, 10, 10).reason()).isEqualTo("at the limit, must stay below");
        assertThat(judge(AT_MOST_14, 13.9, 13.95, 14.1).reason())
                .isEqualTo("the limit lies inside the certified interval [13.9, 14.1] Gy: cannot be decided at this"
                        + " tolerance");
        assertThat(judge(AT_MOST_14, 1, 1, 1).reason()).isNull();
    }

    @Test
    void aVolumeLimitIsJudgedInItsUnit() {
        Constraint c = Limits.limit("SPINAL_CORD V10Gy[cc] < 0.35");
        assertThat(judge(c, 0.34, 0.34, 0.34).state()).isEqualTo(State.PASS);
        ConstraintResult broken = judge(c, 0.5, 0.5, 0.5);
        assertThat(broken.state()).isEqualTo(State.FAIL);
        assertThat(broken.reason()).isEqualTo("0.15 cc above the limit");
        assertThat(broken.headroom().getAsDouble()).isCloseTo(-0.15, within(1e-12));
    }

    @Test
    void aGoalIsNeverBroken() {
        Constraint goal = Limits.limit("SPINAL_CORD Max[Gy] <= 10", 1, Level.OPTIMAL);
        assertThat(judge(goal, 9, 9, 9).state()).isEqualTo(State.PASS);
        assertThat(judge(goal, 11, 11, 11).state()).isEqualTo(State.ACCEPTABLE);
        assertThat(judge(goal, 9, 9.5, 11).state()).isEqualTo(State.ACCEPTABLE);
        assertThat(judge(goal, 11, 11, 11).reason()).isEqualTo("goal: 1 Gy above the limit");
    }

    @Test
    void whatCouldNotBeMeasuredIsNotJudged() {
        MetricValue none = MetricValue.notEvaluable(AT_MOST_14.metric(), "3 % lies outside the dose grid");
        ConstraintResult r = ConstraintResult.judge("SET", AT_MOST_14, CORD, none);
        assertThat(r.state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(r.reason()).isEqualTo("3 % lies outside the dose grid");
        assertThat(r.headroom()).isEmpty();
    }

    @Test
    void refusesTheValueOfAnotherMetric() {
        MetricValue other = MetricValue.of(Metric.parse("Mean[Gy]"), 1, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConstraintResult.judge("SET", AT_MOST_14, CORD, other))
                .withMessageContaining("Mean[Gy]");
    }

    @Test
    void noStateButAPassGoesWithoutReasonAndNoneWithoutValue() {
        MetricValue v = Limits.exactly(AT_MOST_14, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConstraintResult("S", AT_MOST_14, CORD, v, State.FAIL, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConstraintResult("S", AT_MOST_14, CORD, null, State.PASS, null));
    }

    @Test
    void aPassHoldsForEveryValueOfTheInterval() {
        record Case(double lower, double value, double upper, double limit, boolean strict) {}
        Property.forAll(
                5000,
                random -> {
                    // A coarse grid of values, so that equality happens often.
                    double lower = random.nextInt(8);
                    double value = lower + random.nextInt(3);
                    return new Case(
                            lower, value, value + random.nextInt(3), 1 + random.nextInt(10), random.nextBoolean());
                },
                c -> {
                    Constraint limit = Limits.limit("SPINAL_CORD Max[Gy] " + (c.strict ? "< " : "<= ") + c.limit);
                    State state = judge(limit, c.lower, c.value, c.upper).state();
                    boolean surelyMet = c.strict ? c.upper < c.limit : c.upper <= c.limit;
                    boolean valueMet = c.strict ? c.value < c.limit : c.value <= c.limit;
                    assertThat(state == State.PASS).isEqualTo(surelyMet);
                    assertThat(state == State.FAIL).isEqualTo(!valueMet);
                });
    }
}
