package org.cordonrt.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.ConstraintSets;
import org.cordonrt.constraint.State;
import org.cordonrt.geometry.EndCap;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.metric.Metric;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StabilityTest {
    private static TreatmentCase pass;

    @BeforeAll
    static void read() {
        pass = CaseReader.read(CaseRequest.of(List.of(Path.of("testdata", "spine", "1fx-pass"))));
    }

    @Test
    void aPlanWithRoomPassesUnderAllConventions() {
        Stability s = PlanCheck.assess(pass, CheckOptions.defaults())
                .derived()
                .stability()
                .orElseThrow();
        assertThat(s.stated()).isEqualTo(State.PASS);
        assertThat(s.others()).hasSize(8);
        assertThat(s.agreeing()).isEqualTo(8);
        assertThat(s.isStable()).isTrue();
    }

    @Test
    void eachConventionGivesWhatACheckUnderItGives() {
        CheckOptions options = CheckOptions.defaults();
        Stability s = PlanCheck.assess(pass, options).derived().stability().orElseThrow();
        for (Stability.Outcome o : s.others()) {
            if (o.convention().nearMaximum().isEmpty()) {
                ModelOptions model = ModelOptions.defaults()
                        .withSolid(o.convention().solid())
                        .withEndCap(o.convention().endCap());
                Assessment there = PlanCheck.assess(pass, options.withModel(model));
                assertThat(there.verdict().state()).isEqualTo(o.state());
                assertThat(there.derived().stability().orElseThrow().others()).hasSize(8);
            }
        }
    }

    /** A limit between the maximum and the hottest 0.035 cc: whether it is kept depends on the reading alone. */
    @Test
    void aLimitThatHangsOnTheReadingOfMaximumIsNamed() {
        Metric max = Metric.parse("Max[Gy]");
        double maximum = value(max);
        double near = value(Metric.parse("D0.035cc[Gy]"));
        double scale = 14 / ((maximum + near) / 2);
        Assessment a = PlanCheck.assess(
                Cases.withDose(pass, pass.dose().map(d -> Cases.scaled(d, scale))),
                CheckOptions.defaults()
                        .withSets(ConstraintSets.loadAll(List.of("HYTEC")))
                        .withAcceptDose(true));
        assertThat(result(a, "H1").state()).isEqualTo(State.FAIL);
        Stability s = a.derived().stability().orElseThrow();
        assertThat(s.isStable()).isFalse();
        Stability.Outcome point = outcome(s, "maximum read as Max");
        assertThat(point.changed()).isEmpty();
        Stability.Outcome small = outcome(s, "maximum read as D0.035cc");
        assertThat(small.changed()).anyMatch(r -> r.constraint().id().equals("H1") && r.state() == State.PASS);
        assertThat(outcome(s, "slab solids, no end caps").convention().endCap()).isEqualTo(EndCap.NONE);
    }

    @Test
    void aGridThatIsCoarseForTheFallOffIsNamed() {
        Assessment a = PlanCheck.assess(pass, CheckOptions.defaults());
        GridAdequacy g = a.derived().gridAdequacy().orElseThrow();
        assertThat(g.spacingMm()).isCloseTo(2, within(1e-9));
        assertThat(g.coarser()).extracting(GridAdequacy.Coarser::step).containsExactly(2, 3);
        assertThat(g.largestPercent()).isGreaterThan(GridAdequacy.WARN_PERCENT);
        assertThat(a.issues()).extracting(Issue::code).contains(IssueCode.DOSE_GRID_COARSE);
    }

    /** A linear dose is the same from any samples. */
    @Test
    void aLinearDoseNeedsNoFinerGrid() {
        TreatmentCase linear = Cases.withDose(pass, pass.dose().map(d -> Cases.linear(d.geometry())));
        Assessment a = PlanCheck.assess(linear, CheckOptions.defaults().withAcceptDose(true));
        GridAdequacy g = a.derived().gridAdequacy().orElseThrow();
        assertThat(g.largestPercent()).isLessThan(0.1);
        assertThat(a.issues()).extracting(Issue::code).doesNotContain(IssueCode.DOSE_GRID_COARSE);
    }

    @Test
    void shapesAreAsStableAsSlabs() {
        Assessment a = PlanCheck.assess(
                pass, CheckOptions.defaults().withModel(ModelOptions.defaults().withSolid(SolidModel.SHAPE)));
        assertThat(a.model().solid()).isEqualTo(SolidModel.SHAPE);
        assertThat(a.verdict().state()).isEqualTo(State.PASS);
    }

    private static double value(Metric m) {
        return PlanCheck.assess(pass, CheckOptions.defaults()).cord().orElseThrow().metrics().stream()
                .filter(v -> v.metric().equals(m))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static ConstraintResult result(Assessment a, String id) {
        return a.constraints().stream()
                .filter(r -> r.constraint().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stability.Outcome outcome(Stability s, String words) {
        return s.others().stream()
                .filter(o -> o.convention().words().equals(words))
                .findFirst()
                .orElseThrow();
    }
}
