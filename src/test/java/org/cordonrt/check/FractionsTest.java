package org.cordonrt.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cordonrt.constraint.State;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.phantom.SpineOptions;
import org.cordonrt.plan.FractionsSource;
import org.cordonrt.plan.PlanSummary;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One plan, read as one of 1 to 5 and of 7 fractions: which of the default limits are tested, and what comes of it. */
class FractionsTest {
    private static final TreatmentCase PLAN =
            Cases.phantom(SpineOptions.defaults().toBuilder().cordMaxGy(5));

    private static TreatmentCase in(int fractions) {
        PlanSummary plan = new PlanSummary(
                "T", OptionalInt.of(fractions), FractionsSource.RTPLAN, OptionalDouble.of(18), "APPROVED");
        return Cases.withPlan(PLAN, plan);
    }

    private static TreatmentCase with(TreatmentCase c, IssueCode code) {
        List<Issue> issues = new ArrayList<>(c.issues());
        issues.add(Issue.of(code, "as the reader found"));
        return new TreatmentCase(c.inputs(), c.structures(), c.dose(), c.plan(), c.storedDvhs(), issues);
    }

    /** TG-101 has limits for 1, 3 and 5, HyTEC for 1 to 5, QUANTEC for 1 and 3; nobody has any for 7. */
    @ParameterizedTest
    @CsvSource({
        "1, PASS,          TG101 HYTEC QUANTEC",
        "2, PASS,          HYTEC",
        "3, PASS,          TG101 HYTEC QUANTEC",
        "4, PASS,          HYTEC",
        "5, PASS,          TG101 HYTEC",
        "7, NOT_EVALUABLE, ''"
    })
    void eachNumberOfFractionsHasItsLimits(int fractions, State verdict, String sets) {
        Assessment a = PlanCheck.assess(in(fractions), CheckOptions.defaults());
        assertThat(a.verdict().state()).isEqualTo(verdict);
        List<String> tested = a.constraints().stream()
                .filter(r -> r.state() == State.PASS)
                .map(r -> r.setId())
                .distinct()
                .toList();
        assertThat(String.join(" ", tested)).isEqualTo(sets);
        assertThat(a.constraints())
                .filteredOn(r -> r.constraint().fractions() != fractions)
                .allMatch(r -> r.state() == State.SKIPPED)
                .allSatisfy(
                        r -> assertThat(r.reason()).contains("published for").contains("the plan has " + fractions));
    }

    /** A phase or boost, a sum of plans and the dose of one fraction meet limits easily: none is a pass by itself. */
    @ParameterizedTest
    @CsvSource({"COURSE_NOT_WHOLE", "DOSE_IMPLAUSIBLE"})
    void whatMayNotBeTheWholeCourseIsNoPass(IssueCode code) {
        TreatmentCase part = with(in(1), code);
        Assessment a = PlanCheck.assess(part, CheckOptions.defaults());
        assertThat(a.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(a.verdict().reason()).contains("as the reader found", "--accept-dose");
        Assessment accepted = PlanCheck.assess(part, CheckOptions.defaults().withAcceptDose(true));
        assertThat(accepted.verdict().state()).isEqualTo(State.PASS);
    }

    @Test
    void aBrokenLimitStaysBroken() {
        TreatmentCase hot = Cases.phantom(SpineOptions.defaults().toBuilder().cordMaxGy(17));
        assertThat(PlanCheck.assess(with(hot, IssueCode.COURSE_NOT_WHOLE), CheckOptions.defaults())
                        .verdict()
                        .state())
                .isEqualTo(State.FAIL);
    }
}
