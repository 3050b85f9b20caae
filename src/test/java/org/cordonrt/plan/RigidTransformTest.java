package org.cordonrt.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

class RigidTransformTest {

    /** A rotation by three angles and a shift, as the 16 numbers of a file. */
    static double[] matrix(SplittableRandom random) {
        double a = random.nextDouble(-Math.PI, Math.PI);
        double b = random.nextDouble(-Math.PI, Math.PI);
        double c = random.nextDouble(-Math.PI, Math.PI);
        double sa = Math.sin(a);
        double ca = Math.cos(a);
        double sb = Math.sin(b);
        double cb = Math.cos(b);
        double sc = Math.sin(c);
        double cc = Math.cos(c);
        return new double[] {
            ca * cb,
            ca * sb * sc - sa * cc,
            ca * sb * cc + sa * sc,
            random.nextDouble(-300, 300),
            sa * cb,
            sa * sb * sc + ca * cc,
            sa * sb * cc - ca * sc,
            random.nextDouble(-300, 300),
            -sb,
            cb * sc,
            cb * cc,
            random.nextDouble(-300, 300),
            0,
            0,
            0,
            1
        };
    }

    private static Point3 point(SplittableRandom random) {
        return new Point3(random.nextDouble(-200, 200), random.nextDouble(-200, 200), random.nextDouble(-200, 200));
    }

    private static void same(Point3 a, Point3 b) {
        assertThat(a.distanceTo(b)).isLessThan(1e-9);
    }

    @Test
    void keepsDistancesAndLeadsBack() {
        Property.forAll(200, random -> random, random -> {
            double[] m = matrix(random);
            RigidTransform t = RigidTransform.ofMatrix(m);
            Point3 p = point(random);
            Point3 q = point(random);
            Point3 byHand = new Point3(
                    m[0] * p.x() + m[1] * p.y() + m[2] * p.z() + m[3],
                    m[4] * p.x() + m[5] * p.y() + m[6] * p.z() + m[7],
                    m[8] * p.x() + m[9] * p.y() + m[10] * p.z() + m[11]);
            same(t.apply(p), byHand);
            assertThat(t.apply(p).distanceTo(t.apply(q))).isCloseTo(p.distanceTo(q), within(1e-9));
            same(t.inverse().apply(t.apply(p)), p);
            RigidTransform other = RigidTransform.ofMatrix(matrix(random));
            same(other.after(t).apply(p), other.apply(t.apply(p)));
        });
    }

    /** Six decimals, as files have them, are made an exact rotation again. */
    @Test
    void roundedNumbersBecomeAnExactRotation() {
        Property.forAll(100, random -> random, random -> {
            double[] m = matrix(random);
            for (int i = 0; i < 12; i++) {
                m[i] = Math.rint(m[i] * 1e4) / 1e4;
            }
            RigidTransform t = RigidTransform.ofMatrix(m);
            Point3 p = point(random);
            assertThat(t.rotate(p).norm()).isCloseTo(p.norm(), within(1e-9));
        });
    }

    @Test
    void movesADoseWithItsSamples() {
        GridGeometry g = new GridGeometry(
                2,
                3,
                new Point3(10, 20, 30),
                new Point3(2, 0, 0),
                new Point3(0, 3, 0),
                new Point3(0, 0, 1),
                new double[] {0, 4});
        double[] doses = new double[12];
        for (int i = 0; i < doses.length; i++) {
            doses[i] = i;
        }
        DoseGrid dose = DoseGrid.of(g, doses);
        Property.forAll(20, random -> random, random -> {
            RigidTransform t = RigidTransform.ofMatrix(matrix(random));
            DoseGrid moved = t.apply(dose);
            for (int k = 0; k < 2; k++) {
                for (int j = 0; j < 3; j++) {
                    for (int i = 0; i < 2; i++) {
                        same(moved.geometry().centre(i, j, k), t.apply(g.centre(i, j, k)));
                        assertThat(moved.doseGy(i, j, k)).isEqualTo(dose.doseGy(i, j, k));
                    }
                }
            }
        });
    }

    @Test
    void tellsItsAngle() {
        double c = Math.cos(Math.toRadians(7));
        double s = Math.sin(Math.toRadians(7));
        RigidTransform t = RigidTransform.ofMatrix(new double[] {c, -s, 0, 1, s, c, 0, 2, 0, 0, 1, 3, 0, 0, 0, 1});
        assertThat(t.rotationDegrees()).isCloseTo(7, within(1e-9));
        assertThat(t.translationMm()).isEqualTo(new Point3(1, 2, 3));
        assertThat(RigidTransform.identity().rotationDegrees()).isZero();
    }

    @Test
    void refusesWhatIsNotRigid() {
        refused("16 numbers", 1, 0, 0);
        refused("scales or shears", 1.01, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
        refused("scales or shears", 1, 0.01, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
        refused("mirrors", -1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
        refused("last row", 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0.1, 1);
        refused("not finite", 1, 0, 0, Double.NaN, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
        refused("more than 10 m", 1, 0, 0, 1e6, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
        refused("scales or shears", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    private static void refused(String why, double... numbers) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RigidTransform.ofMatrix(numbers))
                .withMessageContaining(why);
    }
}
