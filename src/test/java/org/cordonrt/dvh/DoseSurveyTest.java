package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** What one walk over the cells tells of the dose. */
class DoseSurveyTest {
    private static DoseSurvey survey(SlabSolid solid, DoseGrid dose) {
        return DoseSurvey.of(SolidCells.of(solid, new GridAxes(dose.geometry(), solid.frame())), dose);
    }

    @Test
    void theMeanIsExact() {
        for (double spacing : new double[] {1.7, 2.5, 5}) {
            assertThat(survey(ProductDose.solid(), ProductDose.dose(spacing)).meanGy())
                    .isCloseTo(ProductDose.MEAN_GY, within(1e-12));
        }
        // Of x y / 4 over a triangle with the corners 0, (8, 0) and (0, 8): 64 / 12 / 4.
        SlabSolid triangle =
                SlabSolid.of(Shapes.polygon(new double[] {0, 0, 8, 0, 0, 8}, 1, 3, 5), SolidOptions.defaults());
        assertThat(survey(triangle, ProductDose.dose(1.7)).meanGy()).isCloseTo(64.0 / 48, within(1e-12));
    }

    @Test
    void inAnObliqueGridTheMeanOfALinearDoseIsThatOfTheMiddle() {
        PlaneFrame f = PlaneFrame.ofNormal(new Point3(0.3, -0.2, 1));
        DoseGrid dose =
                Shapes.grid(9, 9, 9, new Point3(4, 4, 3), f.u(), f.v(), f.w(), 2.3, 2.1, p -> 10 + p.x() - 0.3 * p.z());
        assertThat(survey(ProductDose.solid(), dose).meanGy()).isCloseTo(10 + 4 - 0.9, within(1e-9));
    }

    /** Between corner doses of cells of 1.7 mm: a dose is bracketed within the range of one cell. */
    @Test
    void theBracketHoldsTheDoseOfEveryVolume() {
        DoseSurvey survey = survey(ProductDose.solid(), ProductDose.dose(1.7));
        assertThat(survey.smallestCornerGy()).isBetween(-4.0, 0.0);
        assertThat(survey.largestCornerGy()).isBetween(16.0, 24.0);
        for (double share : new double[] {0.0001, 0.01, 0.2, 0.5, 0.9, 0.999}) {
            double mm3 = share * ProductDose.VOLUME_MM3;
            double truth = ProductDose.gyAt(mm3);
            double[] sure = survey.bracket(mm3);
            assertThat(sure[0]).isLessThanOrEqualTo(truth);
            assertThat(sure[1]).isGreaterThanOrEqualTo(truth);
            // Over a cell at most x and y are 9.7, and the dose changes by 1.7 (x + y) / 4.
            assertThat(sure[1] - sure[0]).isLessThan(9);
            assertThat(survey.guess(mm3)).isCloseTo(truth, within(1.2));
            double[] likely = survey.likely(mm3, 0.04);
            assertThat(likely[0]).isGreaterThanOrEqualTo(sure[0]);
            assertThat(likely[1]).isLessThanOrEqualTo(sure[1]);
            assertThat(likely[1] - likely[0]).isLessThan(0.2001 * (sure[1] - sure[0]) + 1e-12);
            double guess = Math.min(sure[1], Math.max(sure[0], survey.guess(mm3)));
            assertThat(guess).isBetween(likely[0], likely[1]);
            double[] wider = survey.likely(mm3, 1);
            assertThat(wider[0]).isCloseTo(Math.max(sure[0], survey.guess(mm3) - 1), within(1e-9));
            assertThat(wider[1]).isCloseTo(Math.min(sure[1], survey.guess(mm3) + 1), within(1e-9));
        }
    }

    /** Ten layers of a dose that rises by 2 Gy each: the mean doses tell the volumes to a class. */
    @Test
    void layersAreCountedByTheirDoses() {
        SlabSolid solid = Shapes.cuboid(0, 4, 0, 4, 0, 20);
        DoseGrid dose =
                Shapes.grid(5, 5, 13, new Point3(2, 2, 10), Shapes.X, Shapes.Y, Shapes.Z, 2, 2, p -> 30 + p.z());
        DoseSurvey survey = survey(solid, dose);
        assertThat(survey.smallestCornerGy()).isEqualTo(30);
        assertThat(survey.largestCornerGy()).isEqualTo(50);
        double perClass = 20 / 4096.0;
        // Each layer has 32 mm3, at its mean dose; the guess lies in the class of that.
        assertThat(survey.guess(16)).isCloseTo(49, within(2 * perClass));
        assertThat(survey.guess(5.5 * 32)).isCloseTo(39, within(2 * perClass));
        double[] sure = survey.bracket(5.5 * 32);
        assertThat(sure[0]).isCloseTo(38, within(2 * perClass)).isLessThanOrEqualTo(38);
        assertThat(sure[1]).isCloseTo(40, within(3 * perClass)).isGreaterThanOrEqualTo(40);
        // Four cells in a layer: those of the range from 34.5 to 37.5 lie in the layers from 34 to 38.
        assertThat(survey.straddling(new double[] {34.5, 37.5})).isCloseTo(8, within(1e-9));
        assertThat(survey.straddling(new double[] {35, 35.5})).isCloseTo(4, within(1e-9));
        assertThat(survey.straddling(new double[] {0, 100})).isCloseTo(40, within(1e-9));
        // Beyond the first and the last class there is no dose.
        assertThat(survey.bracket(0)[1]).isGreaterThanOrEqualTo(50);
        assertThat(survey.bracket(320)[0]).isLessThanOrEqualTo(30);
    }

    @Test
    void aFlatDoseIsOneClass() {
        DoseGrid flat = Shapes.grid(9, 9, 9, new Point3(4, 4, 3), Shapes.X, Shapes.Y, Shapes.Z, 2, 2, p -> 7.25);
        DoseSurvey survey = survey(ProductDose.solid(), flat);
        assertThat(survey.meanGy()).isCloseTo(7.25, within(1e-12));
        assertThat(survey.guess(100)).isCloseTo(7.25, within(1e-12));
        assertThat(survey.bracket(100)).containsExactly(7.25, 7.25);
    }
}
