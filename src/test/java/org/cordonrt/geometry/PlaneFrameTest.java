package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.Property;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class PlaneFrameTest {
    private static void assertRightHanded(PlaneFrame f) {
        assertThat(f.u().norm()).isCloseTo(1, within(1e-14));
        assertThat(f.v().norm()).isCloseTo(1, within(1e-14));
        assertThat(f.w().norm()).isCloseTo(1, within(1e-14));
        assertThat(f.u().dot(f.v())).isCloseTo(0, within(1e-14));
        assertThat(f.u().cross(f.v()).distanceTo(f.w())).isCloseTo(0, within(1e-14));
    }

    @Test
    void normalsAlongAPatientAxisGiveThePatientsOwnCoordinates() {
        for (double sign : new double[] {1, -1}) {
            assertThat(PlaneFrame.ofNormal(new Point3(0, 0, sign))).isSameAs(PlaneFrame.AXIAL);
            PlaneFrame sagittal = PlaneFrame.ofNormal(new Point3(sign, 0, 0));
            PlaneFrame coronal = PlaneFrame.ofNormal(new Point3(0, sign, 0));
            assertRightHanded(sagittal);
            assertRightHanded(coronal);
            assertThat(sagittal.w()).isEqualTo(new Point3(1, 0, 0));
            assertThat(coronal.w()).isEqualTo(new Point3(0, 1, 0));
            assertThat(sagittal.point(4, 5, 6)).isEqualTo(new Point3(6, 4, 5));
            assertThat(coronal.point(4, 5, 6)).isEqualTo(new Point3(5, 6, 4));
        }
    }

    @Test
    void anyNormalOfAnyLengthMakesARightHandedFrame() {
        Property.forAll(
                500,
                random -> new Point3(random.nextDouble(-3, 3), random.nextDouble(-3, 3), random.nextDouble(-3, 3)),
                normal -> {
                    PlaneFrame f = PlaneFrame.ofNormal(normal);
                    assertRightHanded(f);
                    assertThat(f.w().distanceTo(normal.times(1 / normal.norm())))
                            .isCloseTo(0, within(1e-14));
                    Point3 p = f.point(3, -2, 7);
                    assertThat(p.dot(f.u())).isCloseTo(3, within(1e-12));
                    assertThat(p.dot(f.v())).isCloseTo(-2, within(1e-12));
                    assertThat(p.dot(f.w())).isCloseTo(7, within(1e-12));
                    double[] out = {1, 2, 3, 4, 5};
                    f.point(3, -2, 7, out, 1);
                    assertThat(new Point3(out[1], out[2], out[3]).distanceTo(p)).isCloseTo(0, within(1e-12));
                    assertThat(out[0]).isEqualTo(1);
                    assertThat(out[4]).isEqualTo(5);
                });
    }

    /** The first direction in the plane is the patient axis that leans least out of it. */
    @Test
    void theFirstDirectionIsThePatientAxisNearestToThePlane() {
        assertThat(PlaneFrame.ofNormal(new Point3(0.1, 0.2, 1)).u().x()).isGreaterThan(0.99);
        assertThat(PlaneFrame.ofNormal(new Point3(0.2, 0.1, 1)).u().y()).isGreaterThan(0.99);
        assertThat(PlaneFrame.ofNormal(new Point3(1, 0.2, 0.1)).u().z()).isGreaterThan(0.99);
        assertThat(PlaneFrame.ofNormal(new Point3(0.2, 1, 0.1)).u().z()).isGreaterThan(0.99);
        assertThat(PlaneFrame.ofNormal(new Point3(0.1, 1, 0.2)).u().x()).isGreaterThan(0.99);
        assertThat(PlaneFrame.ofNormal(new Point3(1, 0.1, 0.2)).u().y()).isGreaterThan(0.99);
    }

    @Test
    void framesAreEqualInAllDirectionsOrNot() {
        PlaneFrame f = new PlaneFrame(new Point3(1, 0, 0), new Point3(0, 1, 0), new Point3(0, 0, 1));
        Point3 other = new Point3(0.6, 0.8, 0);
        assertThat(f).isEqualTo(PlaneFrame.AXIAL).hasSameHashCodeAs(PlaneFrame.AXIAL);
        assertThat(f).isNotEqualTo(new PlaneFrame(other, f.v(), f.w()));
        assertThat(f).isNotEqualTo(new PlaneFrame(f.u(), other, f.w()));
        assertThat(f).isNotEqualTo(new PlaneFrame(f.u(), f.v(), other));
        assertThat(f.equals(null)).isFalse();
    }
}
