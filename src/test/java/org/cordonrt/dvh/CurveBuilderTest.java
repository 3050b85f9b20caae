package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** The curve and its envelope against closed forms. */
class CurveBuilderTest {
    /** Fine bins are added up from moments of cubes, coarse ones dose by dose. */
    @Test
    void ofAProductTheEnvelopeHoldsTheClosedForm() {
        for (double spacing : new double[] {1.1, 5}) {
            Dvh dvh = Dvh.of(ProductDose.solid(), ProductDose.dose(spacing), DvhOptions.defaults());
            for (double bin : new double[] {0.01, 0.5, 3}) {
                for (double tolerance : new double[] {0.01, 0.2}) {
                    DvhCurve curve = dvh.curve(bin, tolerance);
                    assertThat(curve.doseGy(curve.size() - 1)).isGreaterThanOrEqualTo(16);
                    double off = 0;
                    for (int i = 0; i < curve.size(); i++) {
                        double gy = curve.doseGy(i);
                        double cc = ProductDose.mm3Above(gy) / 1000;
                        assertThat(gy).isCloseTo(i * bin, within(1e-9));
                        assertThat(curve.lowerCc(i)).isLessThanOrEqualTo(cc + 1e-9);
                        assertThat(curve.upperCc(i)).isGreaterThanOrEqualTo(cc - 1e-9);
                        assertThat(curve.volumeCc(i)).isBetween(curve.lowerCc(i), curve.upperCc(i));
                        double wide = (ProductDose.mm3Above(gy - 0.55 * tolerance)
                                        - ProductDose.mm3Above(gy + 0.55 * tolerance))
                                / 1000;
                        assertThat(curve.upperCc(i) - curve.lowerCc(i)).isLessThanOrEqualTo(1.1 * wide + 1e-6);
                        off = Math.max(off, Math.abs(curve.volumeCc(i) - cc));
                        if (i > 0) {
                            assertThat(curve.volumeCc(i)).isLessThanOrEqualTo(curve.volumeCc(i - 1));
                            assertThat(curve.lowerCc(i)).isLessThanOrEqualTo(curve.lowerCc(i - 1));
                            assertThat(curve.upperCc(i)).isLessThanOrEqualTo(curve.upperCc(i - 1));
                        }
                    }
                    assertThat(off).isLessThan(0.05 * tolerance);
                }
            }
        }
    }

    @Test
    void inALinearDoseTheCurveIsALine() {
        SlabSolid solid = Shapes.cuboid(0, 8, 0, 6, 0, 10);
        for (PlaneFrame f : List.of(PlaneFrame.AXIAL, PlaneFrame.ofNormal(new Point3(0.3, -0.2, 1)))) {
            DoseGrid dose =
                    Shapes.grid(9, 9, 9, new Point3(4, 3, 5), f.u(), f.v(), f.w(), 2.3, 2.1, p -> 10 + 0.5 * p.x());
            for (double bin : new double[] {0.013, 0.3}) {
                DvhCurve curve = Dvh.of(solid, dose, DvhOptions.defaults()).curve(bin);
                for (int i = 0; i < curve.size(); i++) {
                    double share = Math.min(1, Math.max(0, (14 - curve.doseGy(i)) / 4));
                    assertThat(curve.volumeCc(i)).isCloseTo(0.48 * share, within(1e-6));
                    assertThat(curve.upperCc(i) - curve.lowerCc(i)).isLessThan(1e-3);
                }
            }
        }
    }

    /** The volume at no dose is all of it; no bins remain above the largest dose. */
    @Test
    void theCurveRunsFromAllToNothing() {
        DvhCurve curve = Dvh.of(ProductDose.solid(), ProductDose.dose(2), DvhOptions.defaults())
                .curve(0.1);
        assertThat(curve.doseGy(0)).isZero();
        assertThat(curve.volumeCc(0)).isCloseTo(0.384, within(5e-4));
        assertThat(curve.upperCc(0)).isGreaterThanOrEqualTo(0.384);
        assertThat(curve.volumeCc(curve.size() - 1)).isZero();
        assertThat(curve.upperCc(curve.size() - 1)).isLessThan(1e-6);
    }

    @Test
    void outsideTheGridTheCurveIsOfWhatIsCovered() {
        DoseGrid dose = Shapes.grid(6, 9, 9, new Point3(0, 4, 3), Shapes.X, Shapes.Y, Shapes.Z, 2, 2, p -> 10);
        DvhCurve half = Dvh.of(ProductDose.solid(), dose, DvhOptions.defaults()).curve(1);
        assertThat(half.volumeCc(10)).isCloseTo(0.384 * 5 / 8, within(1e-9));
        assertThat(half.volumeCc(11)).isZero();
        DvhCurve none = Dvh.of(Shapes.cuboid(50, 60, 0, 1, 0, 1), dose, DvhOptions.defaults())
                .curve(1);
        assertThat(none.size()).isEqualTo(2);
        assertThat(none.volumeCc(0)).isZero();
    }

    @Test
    void refusesBinsAndTolerancesThatMakeNoSense() {
        Dvh dvh = Dvh.of(ProductDose.solid(), ProductDose.dose(5), DvhOptions.defaults());
        for (double bad : new double[] {0, -1, Double.NaN}) {
            assertThatThrownBy(() -> dvh.curve(bad)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> dvh.curve(1, bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> dvh.curve(1e-6)).hasMessageContaining("too many points");
    }
}
