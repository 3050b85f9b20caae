package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.EndCap;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class NearestPointTest {
    private record Question(SlabSolid solid, Point3 point) {}

    private static Question any(SplittableRandom r) {
        RandomSolids solids = RandomSolids.pair(r);
        var motion = Shapes.rigidMotion(r);
        Point3 p = motion.apply(new Point3(r.nextDouble(-20, 20), r.nextDouble(-20, 20), r.nextDouble(-15, 15)));
        return new Question(solids.first(motion), p);
    }

    @Test
    void theDistanceOfAPointIsThatFoundByOtherMeans() {
        Property.forAll(200, NearestPointTest::any, q -> {
            NearestPoint.Found f = NearestPoint.on(q.solid).to(q.point);
            PointOracle oracle = new PointOracle(q.solid);
            assertThat(f.distanceMm()).isCloseTo(oracle.distanceMm(q.point), within(1e-9));
            assertThat(f.point().distanceTo(q.point)).isCloseTo(f.distanceMm(), within(1e-9));
            assertThat(oracle.distanceMm(f.point())).isLessThan(1e-9);
        });
    }

    private static void assertFound(NearestPoint.Found found, double x, double y, double z, double distance) {
        assertThat(found.distanceMm()).isCloseTo(distance, within(1e-9));
        assertThat(found.point().distanceTo(new Point3(x, y, z))).isLessThan(1e-9);
    }

    /** Narrow from 0 to 4, wide from 4 to 10. */
    private static SlabSolid stepped() {
        return Shapes.axial()
                .add(Shapes.planes(1, 2, 2), Shapes.rectangle(0, 0, 8, 20))
                .add(Shapes.planes(5, 2, 3), Shapes.rectangle(0, 0, 30, 20))
                .solid();
    }

    @Test
    void fromOutsideToASideAStepOrAnEnd() {
        NearestPoint on = NearestPoint.on(stepped());
        assertFound(on.to(new Point3(33, 5, 6)), 30, 5, 6, 3);
        assertFound(on.to(new Point3(5, 5, 14)), 5, 5, 10, 4);
        assertFound(on.to(new Point3(5, 5, -3)), 5, 5, 0, 3);
        assertFound(on.to(new Point3(20, 5, 1)), 20, 5, 4, 3);
        assertFound(on.to(new Point3(10, 5, 1)), 8, 5, 1, 2);
        assertFound(on.to(new Point3(33, 24, 14)), 30, 20, 10, Math.sqrt(9 + 16 + 16));
        assertFound(on.to(new Point3(20, 5, -3)), 20, 5, 4, 7);
    }

    @Test
    void aPointInsideIsItsOwnNearest() {
        Point3 p = new Point3(3, 4, 5);
        assertThat(NearestPoint.on(stepped()).to(p)).isEqualTo(new NearestPoint.Found(0, p));
        Point3 out = new Point3(33, 4, 5);
        assertThat(NearestPoint.outside(stepped()).to(out)).isEqualTo(new NearestPoint.Found(0, out));
        Point3 above = new Point3(3, 4, 10.5);
        assertThat(NearestPoint.outside(stepped()).to(above)).isEqualTo(new NearestPoint.Found(0, above));
    }

    @Test
    void theWayOutLeadsToASideAStepOrAnEnd() {
        NearestPoint out = NearestPoint.outside(stepped());
        assertFound(out.to(new Point3(28, 10, 7)), 30, 10, 7, 2);
        assertFound(out.to(new Point3(4, 10, 9)), 4, 10, 10, 1);
        assertFound(out.to(new Point3(4, 10, 1)), 4, 10, 0, 1);
        assertFound(out.to(new Point3(20, 10, 5)), 20, 10, 4, 1);
        assertFound(out.to(new Point3(7, 10, 2)), 8, 10, 2, 1);
        // Around the step's edge at (8, 4).
        assertFound(out.to(new Point3(7, 10, 5)), 8, 10, 4, Math.sqrt(2));
    }

    /** From -0.5 to 2.5, and aside from 3.5 to 6.5. */
    @Test
    void theWayOutMayLeadBetweenTwoParts() {
        SlabSolid parts = Shapes.axial()
                .add(new double[] {0, 2}, Shapes.rectangle(0, 0, 20, 20))
                .add(new double[] {4, 6}, Shapes.rectangle(60, 0, 80, 20))
                .solid()
                .under(SolidModel.SHAPE, new EndCap(0.5));
        NearestPoint out = NearestPoint.outside(parts);
        assertFound(out.to(new Point3(10, 10, 2)), 10, 10, 2.5, 0.5);
        assertFound(out.to(new Point3(70, 10, 4)), 70, 10, 3.5, 0.5);
        assertFound(out.to(new Point3(70, 10, 6)), 70, 10, 6.5, 0.5);
        assertFound(out.to(new Point3(10, 10, 0)), 10, 10, -0.5, 0.5);
        Point3 between = new Point3(10, 10, 3);
        assertThat(out.to(between)).isEqualTo(new NearestPoint.Found(0, between));
        assertFound(NearestPoint.on(parts).to(between), 10, 10, 2.5, 0.5);
    }
}
