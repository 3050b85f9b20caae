package org.cordonrt.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.Test;

class DoseMaximumReviewTest {
    private static final TreatmentCase SMALL = Cases.small();

    private static List<Issue> found(TreatmentCase c) {
        return PlanCheck.assess(c, CheckOptions.defaults()).issues().stream()
                .filter(i -> i.code() == IssueCode.DOSE_MAXIMUM_OUTSIDE)
                .toList();
    }

    /** The case with a hot corner of the grid. */
    private static TreatmentCase withHotCorner() {
        DoseGrid dose = SMALL.dose().orElseThrow();
        GridGeometry g = dose.geometry();
        double[] gy = new double[g.sampleCount()];
        int next = 0;
        for (int k = 0; k < g.frames(); k++) {
            for (int j = 0; j < g.rows(); j++) {
                for (int i = 0; i < g.columns(); i++) {
                    gy[next++] = dose.doseGy(i, j, k);
                }
            }
        }
        gy[0] = 1.5 * dose.maxSampleGy();
        return Cases.withDose(SMALL, Optional.of(DoseGrid.of(g, gy)));
    }

    @Test
    void aDoseThatIsHottestInItsTargetIsSound() {
        assertThat(found(SMALL)).isEmpty();
    }

    @Test
    void aHotPointWhereNothingIsDrawnIsPointedOut() {
        TreatmentCase c = withHotCorner();
        Point3 at = c.dose().orElseThrow().hottestSample();
        assertThat(found(c))
                .singleElement()
                .satisfies(i -> assertThat(i.message())
                        .contains(String.format(java.util.Locale.ROOT, "(%.1f, %.1f, %.1f)", at.x(), at.y(), at.z())));
    }

    @Test
    void anyOtherStructureMayBeHottest() {
        TreatmentCase c = withHotCorner();
        assertThat(found(withBoxAround(c, "Bolus"))).isEmpty();
        assertThat(found(withBoxAround(c, "BODY")))
                .as("the outline holds everything")
                .hasSize(1);
    }

    @Test
    void withoutATargetNothingIsExpected() {
        TreatmentCase c = withHotCorner();
        List<Structure> organs = c.structures().structures().stream()
                .filter(s -> !s.name().matches("(?i).*(gtv|ctv|ptv).*"))
                .toList();
        assertThat(found(Cases.withStructures(c, organs))).isEmpty();
    }

    private static TreatmentCase withBoxAround(TreatmentCase c, String name) {
        Point3 at = c.dose().orElseThrow().hottestSample();
        List<Contour> planes = java.util.stream.IntStream.rangeClosed(-2, 2)
                .mapToObj(k -> Cases.square(at.plus(new Point3(0, 0, 2 * k)), 5))
                .toList();
        List<Structure> all = new java.util.ArrayList<>(c.structures().structures());
        all.add(Structure.of(999, name, planes));
        return Cases.withStructures(c, all);
    }
}
