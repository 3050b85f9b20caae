package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** A dose grid as a solid's planes see it. */
class GridAxesTest {
    private static final Point3 ORIGIN = new Point3(-10, 5, 3);

    private static GridGeometry grid(Point3 column, Point3 row, double... offsets) {
        return new GridGeometry(4, 6, ORIGIN, column.times(2), row.times(3), column.cross(row), offsets);
    }

    private static int[] directions(GridAxes axes) {
        return new int[] {axes.directionOf(0), axes.directionOf(1), axes.directionOf(2)};
    }

    @Test
    void anAxialGridHasItsFramesAlongTheNormal() {
        GridAxes axes = new GridAxes(grid(Shapes.X, Shapes.Y, 0, 4, 5), PlaneFrame.AXIAL);
        assertThat(axes.isAligned()).isTrue();
        assertThat(directions(axes)).containsExactly(0, 1, 2);
        assertThat(axes.knots(0)).containsExactly(0, 1, 2, 3);
        assertThat(axes.knots(1)).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(axes.knots(2)).containsExactly(0, 4, 5);
        assertThat(axes.cells(1)).isEqualTo(5);
        assertThat(axes.unitMm3()).isCloseTo(6, within(1e-12));
        assertThat(axes.smallestSpacingMm()).isEqualTo(1);
        assertThat(axes.sampleIndex(2, 1)).isEqualTo(1);
        assertThat(axes.patientPoint(1, 2, 4)).isEqualTo(new Point3(-8, 11, 7));
        assertThat(axes.axesOf(new Point3(-8, 11, 7))).containsExactly(new double[] {1, 2, 4}, within(1e-12));
        assertThat(axes.axesOfDirection(new Point3(4, 3, 7))).containsExactly(new double[] {2, 1, 7}, within(1e-12));
    }

    /** Knots increase even where frames go down. */
    @Test
    void descendingFramesAreTurned() {
        GridAxes axes = new GridAxes(grid(Shapes.X, Shapes.Y, 5, 4, 0), PlaneFrame.AXIAL);
        assertThat(axes.knots(2)).containsExactly(0, 4, 5);
        assertThat(axes.sampleIndex(2, 0)).isEqualTo(2);
        assertThat(axes.sampleIndex(2, 2)).isZero();
        assertThat(axes.sampleIndex(1, 2)).isEqualTo(2);
        assertThat(axes.smallestSpacingMm()).isEqualTo(1);
    }

    @Test
    void theAxisAlongTheNormalComesLast() {
        // Columns along z.
        assertThat(directions(new GridAxes(grid(Shapes.Z, Shapes.X, 0, 4), PlaneFrame.AXIAL)))
                .containsExactly(1, 2, 0);
        // Rows along z.
        GridAxes axes = new GridAxes(grid(Shapes.X, Shapes.Z, 0, 4), PlaneFrame.AXIAL);
        assertThat(directions(axes)).containsExactly(0, 2, 1);
        assertThat(axes.isAligned()).isTrue();
        assertThat(axes.knots(1)).containsExactly(0, 4);
        assertThat(axes.knots(2)).hasSize(6);
        assertThat(axes.patientPoint(1, 4, 2)).isEqualTo(new Point3(-8, 1, 9));
        assertThat(axes.smallestSpacingMm()).isEqualTo(2);
    }

    @Test
    void aTiltedGridIsNotAligned() {
        double a = 1e-6;
        Point3 tilted = new Point3(Math.cos(a), 0, Math.sin(a));
        assertThat(new GridAxes(grid(tilted, Shapes.Y, 0, 4), PlaneFrame.AXIAL).isAligned())
                .isFalse();
        // Turned about the normal it stays aligned.
        Point3 u = new Point3(0.6, 0.8, 0);
        GridAxes turned = new GridAxes(grid(u, new Point3(-0.8, 0.6, 0), 0, 4), PlaneFrame.AXIAL);
        assertThat(turned.isAligned()).isTrue();
        assertThat(directions(turned)).containsExactly(0, 1, 2);
        assertThat(new GridAxes(grid(tilted, Shapes.Y, 0, 4), PlaneFrame.ofNormal(tilted.cross(Shapes.Y))).isAligned())
                .isTrue();
    }

    @Test
    void aSingleFrameHasNoCells() {
        GridAxes axes = new GridAxes(grid(Shapes.X, Shapes.Y, 0), PlaneFrame.AXIAL);
        assertThat(axes.cells(2)).isZero();
        assertThat(axes.smallestSpacingMm()).isEqualTo(2);
    }

    @Test
    void pointsGoToAxesAndBack() {
        Property.forAll(50, random -> random, random -> {
            PlaneFrame f = PlaneFrame.ofNormal(new Point3(random.nextDouble(), random.nextDouble(), 1));
            GridAxes axes = new GridAxes(grid(f.u(), f.v(), 0, 4, 9), PlaneFrame.AXIAL);
            double[] at = axes.axesOf(axes.patientPoint(1.5, 2.25, 7));
            assertThat(at).containsExactly(new double[] {1.5, 2.25, 7}, within(1e-12));
            assertThat(axes.unitMm3()).isCloseTo(6, within(1e-12));
        });
    }
}
