package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cordonrt.issue.CordonException;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class ContourPlanesTest {
    private static Contour contour(double... xyz) {
        return Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz);
    }

    /** A square of side 10 in the plane through the origin that rises by {@code slope} along x. */
    private static Contour tilted(double slope, double z) {
        return contour(0, 0, z, 10, 0, z + 10 * slope, 10, 10, z + 10 * slope, 0, 10, z);
    }

    private static Contour reversed(Contour c) {
        double[] xyz = new double[3 * c.size()];
        for (int i = 0; i < c.size(); i++) {
            int o = c.size() - 1 - i;
            xyz[3 * i] = c.x(o);
            xyz[3 * i + 1] = c.y(o);
            xyz[3 * i + 2] = c.z(o);
        }
        return contour(xyz);
    }

    private static PlaneFrame frame(List<Contour> contours, Point3... preferred) {
        return ContourPlanes.frameOf("Cord", contours, List.of(preferred));
    }

    private static void assertNormal(PlaneFrame frame, double x, double y, double z) {
        double n = Math.sqrt(x * x + y * y + z * z);
        assertThat(frame.w().x()).isCloseTo(x / n, within(1e-12));
        assertThat(frame.w().y()).isCloseTo(y / n, within(1e-12));
        assertThat(frame.w().z()).isCloseTo(z / n, within(1e-12));
    }

    /** A hundredth of a millimetre up or down is rounding: 0.02 mm from one side to the other. */
    @Test
    void contoursAlmostInThePatientsPlanesAreInThem() {
        assertThat(frame(List.of(tilted(0, 5), tilted(0.0019, 7)))).isEqualTo(PlaneFrame.AXIAL);
        assertNormal(frame(List.of(tilted(0.0021, 5), tilted(0.0021, 7))), -0.0021, 0, 1);
        assertNormal(frame(List.of(contour(3, 0, 0, 3, 9, 0, 3, 9, 9))), 1, 0, 0);
        assertNormal(frame(List.of(contour(0, 3, 0, 0, 3, 9, 9, 3, 9))), 0, 1, 0);
    }

    @Test
    void aPreferredNormalIsTakenWhereItFits() {
        Point3 grid = new Point3(-0.3, 0, 1);
        // Tilted by a hair more than the grid.
        assertNormal(frame(List.of(tilted(0.301, 5)), grid), -0.3, 0, 1);
        assertNormal(frame(List.of(tilted(0.31, 5)), grid), -0.31, 0, 1);
        assertThat(frame(List.of(tilted(0, 5)), grid)).as("axial first").isEqualTo(PlaneFrame.AXIAL);
    }

    @Test
    void theNormalPointsUpWhicheverWayContoursRun() {
        Contour up = tilted(0.5, 0);
        Contour down = reversed(tilted(0.5, 3));
        assertNormal(frame(List.of(up, down)), -0.5, 0, 1);
        assertNormal(frame(List.of(down, up)), -0.5, 0, 1);
        assertNormal(frame(List.of(down, down, up)), -0.5, 0, 1);
    }

    @Test
    void anUprightPlanesNormalPointsAlongItsNextAxis() {
        // The diagonal of x and y, then one between z and y whose planes hold x.
        Contour diagonal = contour(0, 0, 0, 6, 6, 0, 6, 6, 9, 0, 0, 9);
        assertNormal(frame(List.of(diagonal)), -1, 1, 0);
        assertNormal(frame(List.of(reversed(diagonal))), -1, 1, 0);
        Contour leaning = contour(0, 0, 0, 9, 0, 0, 9, 6, 6, 0, 6, 6);
        assertNormal(frame(List.of(leaning)), 0, -1, 1);
        assertNormal(frame(List.of(reversed(leaning))), 0, -1, 1);
    }

    /** A small contour off by rounding does not tilt what a large one says. */
    @Test
    void largeContoursWeighMost() {
        Contour small = contour(0, 0, 0, 0.1, 0, 0.05, 0.1, 0.1, 0.055, 0, 0.1, 0.005);
        PlaneFrame frame = frame(List.of(small, tilted(0.5, 3)));
        assertThat(frame.w().y() / frame.w().z()).isCloseTo(0, within(1e-5));
        assertThat(frame.w().x() / frame.w().z()).isCloseTo(-0.5, within(1e-5));
    }

    @Test
    void contoursWithoutAnyAreaAreTakenToBeAxial() {
        assertThat(frame(List.of(contour(0, 0, 0, 5, 5, 5, 9, 9, 9)))).isEqualTo(PlaneFrame.AXIAL);
    }

    @Test
    void whatIsNotFlatIsRefusedWithItsNumberAndHowFarItIsOff() {
        // Opposite corners up and down by 0.3 mm, seen along the diagonal planes' normal.
        Contour bent = contour(0, 0, 0.3, 10, 0, -0.3, 10, 10, 0.3, 0, 10, -0.3);
        assertThatThrownBy(() -> frame(List.of(tilted(0, 0), bent)))
                .isInstanceOf(CordonException.class)
                .hasMessageContaining("structure 'Cord': closed contour 2 is not flat")
                .hasMessageContaining("(off by 0.3 mm)");
        Contour almost = contour(0, 0, 0.09, 10, 0, -0.09, 10, 10, 0.09, 0, 10, -0.09);
        assertNormal(frame(List.of(tilted(0, 0), almost)), 0, 0, 1);
    }
}
