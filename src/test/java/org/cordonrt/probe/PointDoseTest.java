package org.cordonrt.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class PointDoseTest {
    private static final Point3 SLOPE = new Point3(0.3, -0.7, 1.1);

    private record Case(GridGeometry grid, Point3 inside) {}

    /** Any orientation, uneven frames in either order. */
    private static Case any(SplittableRandom r) {
        PlaneFrame f = PlaneFrame.ofNormal(new Point3(r.nextDouble(-1, 1), r.nextDouble(-1, 1), r.nextDouble(0.1, 1)));
        boolean down = r.nextBoolean();
        double[] offsets = new double[2 + r.nextInt(6)];
        for (int k = 1; k < offsets.length; k++) {
            offsets[k] = offsets[k - 1] + (down ? -1 : 1) * r.nextDouble(0.5, 3);
        }
        GridGeometry g = new GridGeometry(
                2 + r.nextInt(5),
                2 + r.nextInt(5),
                new Point3(r.nextDouble(-50, 50), r.nextDouble(-50, 50), r.nextDouble(-50, 50)),
                f.u().times(r.nextDouble(0.5, 3)),
                f.v().times(r.nextDouble(0.5, 3)),
                f.w(),
                offsets);
        Point3 p = g.origin()
                .plus(g.columnStep().times(r.nextDouble() * (g.columns() - 1)))
                .plus(g.rowStep().times(r.nextDouble() * (g.rows() - 1)))
                .plus(g.frameDirection().times(r.nextDouble() * offsets[offsets.length - 1]));
        return new Case(g, p);
    }

    @Test
    void aLinearDoseIsMetExactlyAndNothingOutside() {
        Property.forAll(300, PointDoseTest::any, c -> {
            PointDose dose = PointDose.of(Grids.sampled(c.grid, p -> 100 + p.dot(SLOPE)));
            assertThat(dose.atGy(c.inside)).isCloseTo(100 + c.inside.dot(SLOPE), within(1e-9));
            Point3 beyond = c.grid.centre(c.grid.columns() - 1, 0, 0)
                    .plus(c.grid.columnStep().times(1e-3));
            assertThat(dose.atGy(beyond)).isNaN();
        });
    }

    @Test
    void samplesAreMetAtTheirCentresUpToTheLast() {
        DoseGrid grid = Grids.cube(p -> Math.sin(p.x()) + p.y() * p.z());
        PointDose dose = PointDose.of(grid);
        for (int i = 0; i < 21; i++) {
            assertThat(dose.atGy(grid.geometry().centre(i, 20 - i, i)))
                    .isCloseTo(grid.doseGy(i, 20 - i, i), within(1e-12));
        }
    }
}
