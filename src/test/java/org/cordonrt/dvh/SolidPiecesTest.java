package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A solid in small pieces. */
class SolidPiecesTest {
    private record Sums(double mm3, Point3 middle, double largest) {
        static Sums of(SolidPieces pieces) {
            double sum = 0;
            double largest = 0;
            Point3 moment = new Point3(0, 0, 0);
            for (int i = 0; i < pieces.count(); i++) {
                sum += pieces.mm3(i);
                largest = Math.max(largest, pieces.mm3(i));
                moment = moment.plus(new Point3(pieces.x(i), pieces.y(i), pieces.z(i)).times(pieces.mm3(i)));
            }
            return new Sums(sum, moment.times(1 / sum), largest);
        }
    }

    @Test
    void thePiecesOfACuboidHaveItsVolumeAndItsMiddle() {
        SlabSolid solid = Shapes.cuboid(-3, 5, 10, 14, 20, 26);
        for (double pitch : new double[] {0.7, 1, 2.5}) {
            SolidPieces pieces = SolidPieces.of(solid, pitch);
            Sums sums = Sums.of(pieces);
            assertThat(sums.mm3).isCloseTo(192, within(1e-9));
            assertThat(sums.middle.minus(new Point3(1, 12, 23)).norm()).isLessThan(1e-9);
            assertThat(sums.largest).isLessThanOrEqualTo(pitch * pitch * pitch + 1e-9);
            assertThat(sums.largest).isGreaterThan(0.5 * pitch * pitch * pitch);
            assertThat(pieces.count()).isGreaterThan((int) (192 / (pitch * pitch * pitch)));
            // The heights are divided evenly: 3 mm each into pieces of 3 / ceil(3 / pitch).
            double height = 3 / Math.ceil(3 / pitch);
            assertThat(pieces.radiusMm()).isCloseTo(Math.sqrt(2 * pitch * pitch + height * height), within(1e-9));
        }
    }

    @Test
    void everyPieceLiesInTheSolid() {
        SolidPieces pieces = SolidPieces.of(Shapes.cuboid(-3, 5, 10, 14, 20, 26), 1.3);
        for (int i = 0; i < pieces.count(); i++) {
            assertThat(pieces.x(i)).isBetween(-3.0, 5.0);
            assertThat(pieces.y(i)).isBetween(10.0, 14.0);
            assertThat(pieces.z(i)).isBetween(20.0, 26.0);
            assertThat(pieces.mm3(i)).isPositive();
        }
    }

    /** Of a ring with a hole, and of one in planes that lie askew: volume, and the middle that its parts have. */
    @Test
    void thePiecesOfAnySolidHaveItsVolumeAndItsMiddle() {
        Property.forAll(10, random -> random, random -> {
            SlabSolid solid = SolidPartTest.ring(random);
            Sums sums = Sums.of(SolidPieces.of(solid, 0.9));
            double mm3 = 0;
            double[] moment = new double[3];
            for (SolidPart p : SolidPart.of(solid)) {
                mm3 += p.mm3();
                for (int axis = 0; axis < 3; axis++) {
                    double[] slope = new double[3];
                    slope[axis] = 1;
                    moment[axis] += p.integral(slope) + p.mm3() * p.middleMm(axis);
                }
            }
            assertThat(sums.mm3).isCloseTo(mm3, within(1e-9 * mm3));
            assertThat(sums.middle.x()).isCloseTo(moment[0] / mm3, within(1e-9));
            assertThat(sums.middle.y()).isCloseTo(moment[1] / mm3, within(1e-9));
            assertThat(sums.middle.z()).isCloseTo(moment[2] / mm3, within(1e-9));
        });
        PlaneFrame askew = PlaneFrame.ofNormal(new Point3(0.3, 0.5, 1));
        SlabSolid cylinder = SlabSolid.of(
                Shapes.stack(4, 0, 2, 16, z -> 5, p -> askew.point(p.x() + 3, p.y() - 1, p.z() + 7)),
                SolidOptions.defaults());
        Sums sums = Sums.of(SolidPieces.of(cylinder, 1.1));
        assertThat(sums.mm3).isCloseTo(1000 * cylinder.volumeCc(), within(1e-9));
        assertThat(sums.middle.minus(askew.point(3, -1, 10)).norm()).isLessThan(1e-9);
    }

    /** Four million lattice points are the most: a finer pitch than they allow is coarsened. */
    @Test
    @Tag("slow")
    void aPitchTooFineForTheSolidIsCoarsened() {
        SolidPieces pieces = SolidPieces.of(Shapes.cuboid(0, 3, 0, 3, 0, 1), 0.01);
        // The lattice is turned by 0.46: (3 (cos + sin))^2 mm2 times 1 mm, and edges. Steps of a quarter fit at the
        // third.
        double pitch = 0.01 * 1.25 * 1.25 * 1.25;
        assertThat(pieces.radiusMm()).isCloseTo(Math.sqrt(2 * pitch * pitch + 0.25 / 26 / 26), within(1e-9));
        assertThat(pieces.count()).isLessThan(4_000_000);
        assertThat(Sums.of(pieces).mm3).isCloseTo(9, within(1e-9));
    }

    @Test
    void refusesAPitchThatIsNone() {
        SlabSolid solid = Shapes.cuboid(0, 1, 0, 1, 0, 1);
        for (double bad : new double[] {0, -1, Double.NaN}) {
            assertThatThrownBy(() -> SolidPieces.of(solid, bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
