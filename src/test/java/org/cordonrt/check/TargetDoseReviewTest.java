package org.cordonrt.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cordonrt.constraint.State;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.PlanSummary;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.Test;

/** A dose in the wrong place spares the cord, and is no pass for that. */
class TargetDoseReviewTest {
    private static final TreatmentCase SMALL = Cases.small();

    /** As hot as before, in a corner of the grid. */
    private static TreatmentCase elsewhere(TreatmentCase c) {
        DoseGrid dose = c.dose().orElseThrow();
        double hottest = dose.maxSampleGy();
        return Cases.withDose(
                c, Optional.of(Cases.sampled(dose.geometry(), (i, j, k) -> i < 3 && j < 3 ? hottest : 1)));
    }

    private static Assessment check(TreatmentCase c) {
        return PlanCheck.assess(c, CheckOptions.defaults());
    }

    private static boolean isDoubted(Assessment a) {
        return a.issues().stream().anyMatch(i -> i.code() == IssueCode.DOSE_MISSES_TARGET);
    }

    @Test
    void aDoseInItsTargetIsSound() {
        assertThat(check(SMALL).verdict().state()).isEqualTo(State.PASS);
        assertThat(isDoubted(check(SMALL))).isFalse();
    }

    @Test
    void aDoseBesideTheTargetIsNoPass() {
        Assessment a = check(elsewhere(SMALL));
        assertThat(a.constraints()).noneMatch(r -> r.state() == State.FAIL);
        assertThat(isDoubted(a)).isTrue();
        assertThat(a.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(a.verdict().reason()).contains("no target gets the dose", "--accept-dose");
    }

    @Test
    void withoutAPrescriptionTheLargestDoseIsWhatIsDue() {
        TreatmentCase c = Cases.withPlan(SMALL, PlanSummary.unknown().withFractions(1));
        assertThat(isDoubted(check(c))).isFalse();
        assertThat(isDoubted(check(elsewhere(c)))).isTrue();
    }

    @Test
    void whoeverKnowsBetterSaysSo() {
        TreatmentCase c = elsewhere(SMALL);
        Assessment a = PlanCheck.assess(c, CheckOptions.defaults().withAcceptDose(true));
        assertThat(isDoubted(a)).isTrue();
        assertThat(a.verdict().state()).isEqualTo(State.PASS);
    }

    @Test
    void withoutATargetNothingIsExpected() {
        TreatmentCase c = elsewhere(SMALL);
        List<Structure> organs = c.structures().structures().stream()
                .filter(s -> !s.name().matches("(?i).*(gtv|ctv|ptv).*"))
                .toList();
        assertThat(isDoubted(check(Cases.withStructures(c, organs)))).isFalse();
    }
}
