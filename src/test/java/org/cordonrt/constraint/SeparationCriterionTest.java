package org.cordonrt.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.junit.jupiter.api.Test;

/** Margin criteria: least distances beside largest doses. */
class SeparationCriterionTest {
    private static final Constraint SURGERY = limit("surgery-1fx");
    private static final Constraint TRIAL = limit("trial-1fx");

    private static Constraint limit(String id) {
        return ConstraintSets.load("SEPARATION").constraints().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ConstraintResult judged(Constraint c, double mm) {
        StructureMatch cord = StructureNaming.recognise(org.cordonrt.plan.Structure.of(1, "SpinalCord", List.of()));
        return ConstraintResult.judge("SEPARATION", c, cord, MetricValue.of(c.metric(), mm, mm, mm));
    }

    @Test
    void aGapAtLeastAsWideMeetsTheCriterion() {
        assertThat(judged(SURGERY, 2.5).state()).isEqualTo(State.PASS);
        assertThat(judged(SURGERY, 2).state()).isEqualTo(State.PASS);
        assertThat(judged(SURGERY, 2.5).headroom()).hasValue(0.5);
    }

    @Test
    void aNarrowerGapBreaksIt() {
        ConstraintResult r = judged(SURGERY, 1.5);
        assertThat(r.state()).isEqualTo(State.FAIL);
        assertThat(r.reason()).isEqualTo("0.5 mm short of the least");
        assertThat(r.headroom()).hasValue(-0.5);
    }

    @Test
    void theWiderGapOfATrialIsAGoal() {
        assertThat(judged(TRIAL, 2.5).state()).isEqualTo(State.ACCEPTABLE);
        assertThat(judged(TRIAL, 3).state()).isEqualTo(State.PASS);
    }

    @Test
    void itSaysWhatItIsMeasuredTo() {
        assertThat(TRIAL.text()).isEqualTo("Separation[mm] to GTV >= 3 mm");
        assertThat(TRIAL.to()).contains(StructureKind.GTV);
        assertThat(TRIAL.metric()).isEqualTo(new Metric.Separation("GTV")).isNotEqualTo(new Metric.Separation("PTV"));
    }

    @Test
    void aToleranceForDosesIsNoneForGaps() {
        assertThat(ToleranceBand.parse("5%").above(SURGERY)).isZero();
    }

    @Test
    void aGapCannotStandForALimitOnTheDose() {
        ConstraintResult gap = judged(SURGERY, 5);
        Constraint dose = ConstraintSets.load("TG101").forFractions(1).get(0);
        ConstraintResult skipped = new ConstraintResult("TG101", dose, null, null, State.SKIPPED, "not here");
        assertThat(Verdict.of(List.of(gap)).state()).isEqualTo(State.PASS);
        assertThat(Verdict.of(List.of(gap, skipped)).state()).isEqualTo(State.NOT_EVALUABLE);
    }
}
