package org.cordonrt.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.Test;

class NestingReviewTest {
    private static final TreatmentCase SMALL = Cases.small();

    private static List<Issue> of(TreatmentCase plan, IssueCode code) {
        return PlanCheck.assess(plan, CheckOptions.defaults()).issues().stream()
                .filter(i -> i.code() == code)
                .toList();
    }

    /** The contours of one structure, scaled sideways about the middle of each, under another name. */
    private static TreatmentCase drawn(String replaced, String name, String from, double factor) {
        return Cases.replacing(SMALL, replaced, scaled(Cases.named(SMALL, from), name, factor));
    }

    private static Structure scaled(Structure s, String name, double factor) {
        List<Contour> contours = new ArrayList<>();
        for (Contour c : s.contours()) {
            double mx = 0;
            double my = 0;
            for (int i = 0; i < c.size(); i++) {
                mx += c.x(i) / c.size();
                my += c.y(i) / c.size();
            }
            double[] xyz = c.toArray();
            for (int i = 0; i < c.size(); i++) {
                xyz[3 * i] = mx + factor * (xyz[3 * i] - mx);
                xyz[3 * i + 1] = my + factor * (xyz[3 * i + 1] - my);
            }
            contours.add(Contour.of(c.type(), xyz));
        }
        return Structure.of(s.roiNumber(), name, contours);
    }

    @Test
    void aTruePrvIsMeasuredAndNothingSaid() {
        List<Issue> issues = of(SMALL, IssueCode.PRV_MARGIN);
        assertThat(issues).hasSize(1);
        assertThat(issues.get(0).message()).contains("its name says 2 mm", "means R");
        assertThat(issues.get(0).severity()).as(issues.get(0).message()).isEqualTo(Severity.INFO);
        assertThat(of(SMALL, IssueCode.NOT_INSIDE)).isEmpty();
    }

    @Test
    void aPrvNarrowerThanItsNameIsAWarning() {
        // 1.2 times a radius of 5 mm: about 1 mm instead of 2.
        List<Issue> issues = of(drawn("SpinalCord_PRV02", "SpinalCord_PRV02", "SpinalCord", 1.2), IssueCode.PRV_MARGIN);
        assertThat(issues)
                .anyMatch(i -> i.severity() == Severity.WARNING
                        && i.message().contains("too narrow")
                        && i.message().contains("its name says 2 mm"));
    }

    @Test
    void aPrvWiderThanItsNameIsAWarning() {
        List<Issue> issues = of(drawn("SpinalCord_PRV02", "SpinalCord_PRV02", "SpinalCord", 1.8), IssueCode.PRV_MARGIN);
        assertThat(issues)
                .anyMatch(i -> i.severity() == Severity.WARNING && i.message().contains("wider than its name"));
    }

    @Test
    void aPrvWithoutANumberIsOnlyMeasured() {
        List<Issue> issues = of(
                Cases.replacing(
                        SMALL,
                        "SpinalCord_PRV02",
                        new Structure(
                                0,
                                "SpinalCord_PRV",
                                "",
                                null,
                                Cases.named(SMALL, "SpinalCord_PRV02").contours())),
                IssueCode.PRV_MARGIN);
        assertThat(issues).hasSize(1);
        assertThat(issues.get(0).severity()).isEqualTo(Severity.INFO);
        assertThat(issues.get(0).message()).contains("states no margin");
    }

    @Test
    void missingPlanesOfAPrvAreNamed() {
        Structure whole = Cases.named(SMALL, "SpinalCord_PRV02");
        Structure cut = Structure.of(
                0,
                whole.name(),
                whole.contours().stream().filter(c -> c.z(0) < -195).toList());
        List<Issue> issues = of(Cases.replacing(SMALL, "SpinalCord_PRV02", cut), IssueCode.PRV_MARGIN);
        assertThat(issues)
                .anyMatch(i -> i.severity() == Severity.WARNING && i.message().contains("is missing from -195.5 to"));
    }

    @Test
    void aCordThatLeavesItsSacIsNamedWithPlaceAndSize() {
        List<Issue> issues = of(drawn("ThecalSac", "ThecalSac", "SpinalCord", 0.8), IssueCode.NOT_INSIDE);
        assertThat(issues).hasSize(1);
        assertThat(issues.get(0).message())
                .contains("'SpinalCord' reaches out of 'ThecalSac'", "(x, y, z) = (", " cc in all");
    }

    @Test
    void aSacDrawnBesideTheTargetAloneIsInOrder() {
        Structure whole = Cases.named(SMALL, "ThecalSac");
        Structure part = Structure.of(
                0,
                whole.name(),
                whole.contours().stream()
                        .filter(c -> Math.abs(c.z(0) + 200) < 8)
                        .toList());
        assertThat(of(Cases.replacing(SMALL, "ThecalSac", part), IssueCode.NOT_INSIDE))
                .isEmpty();
    }

    @Test
    void withoutWarningsStrictnessChangesNothing() {
        Assessment a = PlanCheck.assess(Cases.withDose(SMALL, Optional.empty()), CheckOptions.defaults());
        assertThat(a.hasWarnings()).isFalse();
        assertThat(a.strict()).isSameAs(a);
    }
}
