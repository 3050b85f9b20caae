package org.cordonrt.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.junit.jupiter.api.Test;

class TreatmentCaseBuilderTest {
    private static final double[] SQUARE = {0, 0, 5, 10, 0, 5, 10, 10, 5, 0, 10, 5};
    private static final GridGeometry GRID = GridGeometry.axial(2, 3, 2, new Point3(-1, -2, -3), new Point3(2, 3, 4));

    @Test
    void numbersStructuresInTheOrderOfAdding() {
        TreatmentCase plan = TreatmentCase.builder()
                .structure("SpinalCord", SQUARE)
                .structure(Structure.of(7, "GTV", List.of()))
                .structure("PTV", List.of(SQUARE, SQUARE))
                .build();
        assertThat(plan.structures().structures())
                .extracting(Structure::roiNumber)
                .containsExactly(1, 7, 8);
        assertThat(plan.structures().structures().get(2).contours()).hasSize(2);
        assertThat(plan.structures().structures().get(0).contours().get(0).type())
                .isEqualTo(ContourGeometricType.CLOSED_PLANAR);
        assertThat(plan.dose()).isEmpty();
        assertThat(plan.plan().fractions()).isEmpty();
    }

    @Test
    void anAxialGridHasItsSamplesAlongXThenYThenZ() {
        assertThat(GRID.centre(1, 2, 1)).isEqualTo(new Point3(1, 4, 1));
        double[] doseGy = new double[GRID.sampleCount()];
        doseGy[1] = 1;
        doseGy[2] = 2;
        doseGy[6] = 6;
        DoseGrid dose = DoseGrid.of(GRID, doseGy);
        assertThat(dose.doseGy(1, 0, 0)).isEqualTo(1);
        assertThat(dose.doseGy(0, 1, 0)).isEqualTo(2);
        assertThat(dose.doseGy(0, 0, 1)).isEqualTo(6);
    }

    @Test
    void singlePrecisionIsAnotherWayToSayTheSame() {
        float[] single = new float[GRID.sampleCount()];
        double[] twice = new double[GRID.sampleCount()];
        for (int i = 0; i < single.length; i++) {
            single[i] = 0.1f * i;
            twice[i] = single[i];
        }
        DoseGrid a = DoseGrid.of(GRID, single);
        DoseGrid b = DoseGrid.of(GRID, twice);
        double[] rowA = new double[2];
        double[] rowB = new double[2];
        a.copyRowGy(2, 1, 0, 2, rowA, 0);
        b.copyRowGy(2, 1, 0, 2, rowB, 0);
        assertThat(rowA).isEqualTo(rowB);
        assertThat(a.maxSampleGy()).isEqualTo(b.maxSampleGy());
        assertThat(a.doseGy(1, 1, 1)).isEqualTo(b.doseGy(1, 1, 1));
    }

    @Test
    void keepsItsOwnCopyOfTheArrays() {
        double[] doseGy = new double[GRID.sampleCount()];
        doseGy[0] = 12;
        double[] square = SQUARE.clone();
        TreatmentCase plan = TreatmentCase.builder()
                .structure("GTV", square)
                .dose(GRID, doseGy)
                .build();
        doseGy[0] = 99;
        square[0] = 99;
        assertThat(plan.dose().orElseThrow().doseGy(0, 0, 0)).isEqualTo(12);
        assertThat(plan.structures().structures().get(0).contours().get(0).x(0)).isZero();
    }

    @Test
    void aDoseOfOneFractionIsDoubted() {
        double[] doseGy = new double[GRID.sampleCount()];
        doseGy[0] = 6;
        TreatmentCaseBuilder builder =
                TreatmentCase.builder().dose(GRID, doseGy).fractions(3).prescriptionGy(18);
        assertThat(builder.build().issues()).extracting(Issue::code).containsExactly(IssueCode.DOSE_IMPLAUSIBLE);
        doseGy[0] = 18;
        TreatmentCase whole = builder.dose(GRID, doseGy).build();
        assertThat(whole.issues()).isEmpty();
        assertThat(whole.plan().fractions()).isEqualTo(OptionalInt.of(3));
    }

    @Test
    void anotherDoseIsDoubtedAnew() {
        double[] doseGy = new double[GRID.sampleCount()];
        doseGy[0] = 18;
        TreatmentCase whole =
                TreatmentCase.builder().dose(GRID, doseGy).prescriptionGy(18).build();
        doseGy[0] = 1800;
        TreatmentCase wrongUnit = whole.withDose(DoseGrid.of(GRID, doseGy));
        assertThat(wrongUnit.issues()).extracting(Issue::code).containsExactly(IssueCode.DOSE_IMPLAUSIBLE);
        assertThat(wrongUnit.withDose(whole.dose().orElseThrow()).issues()).isEmpty();
    }

    @Test
    void refusesWhatMakesNoSense() {
        TreatmentCaseBuilder b = TreatmentCase.builder();
        assertThatThrownBy(() -> b.structure("GTV", new double[] {1, 2})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> b.structure("GTV", new double[] {1, 2, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> b.dose(GRID, new double[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> b.dose(GRID, new float[] {Float.NaN})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> b.fractions(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> b.prescriptionGy(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GridGeometry.axial(2, 2, 0, new Point3(0, 0, 0), new Point3(1, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GridGeometry.axial(2, 2, 2, new Point3(0, 0, 0), new Point3(1, 1, -1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TreatmentCase.builder()
                        .structure(Structure.of(1, "A", List.of()))
                        .structure(Structure.of(1, "B", List.of()))
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
