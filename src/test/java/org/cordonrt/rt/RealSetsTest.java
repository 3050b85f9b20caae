package org.cordonrt.rt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.StoredDvh;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.Test;

/** Exports of planning systems, as testdata/real/README.md describes them. */
class RealSetsTest {
    private static final Path REAL = Path.of("testdata", "real");

    private static TreatmentCase read(String set) {
        return CaseReader.read(CaseRequest.of(REAL.resolve(set)));
    }

    @Test
    void eclipsePlanWithStoredHistograms() {
        TreatmentCase c = read("eclipse-breast-stored-dvh");
        assertThat(c.plan().fractions()).hasValue(7);
        assertThat(c.plan().prescriptionGy()).hasValue(14);
        assertThat(c.structures().byNumber(2).orElseThrow().contours()).isEmpty();
        DoseGrid dose = c.dose().orElseThrow();
        assertThat(dose.geometry().sampleCount()).isEqualTo(194 * 129 * 98);
        // Eclipse stores 104.8627 % of the 14 Gy it prescribes as the maximum of the body.
        assertThat(dose.maxSampleGy()).isCloseTo(14 * 1.04862666666667, within(1e-4));

        assertThat(c.storedDvhs())
                .extracting(StoredDvh::roiNumber)
                .containsExactlyInAnyOrder(1, 3, 4, 5, 6, 7, 8, 9, 10);
        StoredDvh body = c.storedDvhs().get(0);
        assertThat(body.volumeCc()[0]).isCloseTo(13944.4228874521, within(1e-9));
        assertThat(body.doseGy()).hasSize(1470);
        assertThat(body.doseGy()[1469]).isCloseTo(14.69, within(1e-9));
        assertThat(body.maxGy()).isEmpty();
        assertThat(c.issues())
                .extracting(Issue::code)
                .containsExactly(IssueCode.PLAN_NOT_APPROVED, IssueCode.STORED_DVH_ODDITY);
    }

    @Test
    void doseAndStructuresWithoutAPlan() {
        TreatmentCase c = read("eclipse-prostate-phantom");
        assertThat(c.structures().structures()).hasSize(6);
        assertThat(c.dose().orElseThrow().geometry().sampleCount()).isEqualTo(136 * 86 * 92);
        assertThat(c.plan().fractions()).isEmpty();
        assertThat(c.issues()).extracting(Issue::code).containsExactly(IssueCode.LINK_ASSUMED);
    }

    @Test
    void theBeamsOfAnIonPlanAddUpToItsPlanDose() {
        TreatmentCase whole = read("raystation-ramp-phantom");
        assertThat(whole.plan().fractions()).hasValue(1);
        assertThat(whole.issues())
                .extracting(Issue::code)
                .containsExactlyInAnyOrder(IssueCode.INPUT_NOT_USED, IssueCode.DOSE_TYPE, IssueCode.DOSE_IMPLAUSIBLE);
        assertThat(whole.structures()
                        .byNumber(5)
                        .orElseThrow()
                        .contours()
                        .get(0)
                        .type())
                .isEqualTo(ContourGeometricType.POINT);

        TreatmentCase sum = CaseReader.read(CaseRequest.of(REAL.resolve("raystation-ramp-phantom"))
                .withDoses(List.of("rtdose_beam1.dcm", "rtdose_beam2.dcm")));
        DoseGrid a = whole.dose().orElseThrow();
        DoseGrid b = sum.dose().orElseThrow();
        double worst = 0;
        for (int k = 0; k < 110; k++) {
            for (int j = 0; j < 107; j++) {
                for (int i = 0; i < 107; i++) {
                    worst = Math.max(worst, Math.abs(a.doseGy(i, j, k) - b.doseGy(i, j, k)));
                }
            }
        }
        // Each file rounds to its own unit of some 3e-5 Gy.
        assertThat(worst).isLessThan(5e-5);
    }
}
