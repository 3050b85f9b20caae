package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.UnaryOperator;
import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** Both ways to look for a solid in a box: the box lies along the axes of the entered solid, here the patient's. */
class ReachTest {
    private static final UnaryOperator<Point3> SAGITTAL = p -> new Point3(p.z(), p.x(), p.y());

    private static Reach parallel(SlabSolid solid) {
        return new ParallelReach(new SlabStack(solid, PlaneFrame.AXIAL));
    }

    /** For a solid on planes across x, whose planes meet axial ones along y. */
    private static Reach oblique(SlabSolid solid, ObliqueFrames frames) {
        PrismSet prisms = new PrismSet(solid, false, frames.second(), frames.first());
        return new ObliqueReach(prisms, frames.cos(), frames.sin());
    }

    private static void assertMeets(
            Reach reach, double x, double y, double halfX, double halfY, double low, double high, double... at) {
        double[] found = new double[3];
        assertThat(reach.meets(x, y, halfX, halfY, low, high, found)).isTrue();
        assertThat(found).containsExactly(at, within(1e-9));
    }

    /** Narrow from 0 to 4, wide from 4 to 10. */
    private static SlabSolid stepped() {
        return Shapes.axial()
                .add(Shapes.planes(1, 2, 2), Shapes.rectangle(0, 0, 4, 4))
                .add(Shapes.planes(5, 2, 3), Shapes.rectangle(0, 0, 20, 4))
                .solid();
    }

    @Test
    void aBoxInsideASlabIsMetInItsMiddle() {
        assertMeets(parallel(stepped()), 2, 2, 1, 1, 0.5, 1.5, 2, 2, 1);
        assertMeets(parallel(stepped()), 10, 2, 1, 1, 4.5, 5.5, 10, 2, 5);
    }

    @Test
    void aBoxMayReachTheSolidWithItsEndOnly() {
        // Its middle lies below the wide part, beside the narrow one.
        assertMeets(parallel(stepped()), 10, 2, 1, 1, 1, 4.5, 10, 2, 4.25);
        assertMeets(parallel(stepped()), 2, 2, 1, 1, 9, 15, 2, 2, 9.5);
        assertMeets(parallel(stepped()), 2, 2, 1, 1, -5, 1, 2, 2, 0.5);
        assertMeets(parallel(stepped()), 2, 2, 1, 1, 10, 15, 2, 2, 10);
        // Its middle lies where the slabs of the planes at 5 and 7 meet.
        assertMeets(parallel(stepped()), 5, 2, 1, 1, 3, 9, 5, 2, 7);
    }

    @Test
    void aBoxBesideOrBeyondTheSolidIsNot() {
        Reach reach = parallel(stepped());
        double[] found = new double[3];
        assertThat(reach.meets(10, 2, 1, 1, 1, 3.9, found)).isFalse();
        assertThat(reach.meets(2, 2, 1, 1, 10.1, 15, found)).isFalse();
        assertThat(reach.meets(2, 2, 1, 1, -5, -0.1, found)).isFalse();
        assertThat(reach.meets(30, 2, 9, 1, 0, 10, found)).isFalse();
        assertThat(reach.meets(2, 9, 1, 4, 0, 10, found)).isFalse();
    }

    @Test
    void aSolidOfRandomShapeIsMetWhereItsPointsAre() {
        Property.forAll(100, r -> r, r -> {
            SlabSolid solid = RandomSolids.pair(r).first(Shapes.IN_PLACE);
            PointOracle oracle = new PointOracle(solid);
            Reach reach = parallel(solid);
            double[] found = new double[3];
            for (int k = 0; k < 20; k++) {
                double x = r.nextDouble(-12, 12);
                double y = r.nextDouble(-12, 12);
                double z = r.nextDouble(-6, 12);
                double half = r.nextDouble(2);
                boolean meets = reach.meets(x, y, half, half, z - half, z + half, found);
                if (meets) {
                    Point3 p = new Point3(found[0], found[1], found[2]);
                    assertThat(oracle.distanceMm(p)).isLessThan(1e-9);
                    assertThat(Math.max(Math.abs(p.x() - x), Math.max(Math.abs(p.y() - y), Math.abs(p.z() - z))))
                            .isLessThan(half + 1e-9);
                }
                // A ball in the box that meets the solid, a ball around the box that does not.
                double distance = oracle.distanceMm(new Point3(x, y, z));
                if (distance < half || distance > half * Math.sqrt(3)) {
                    assertThat(meets).isEqualTo(distance < half);
                }
            }
        });
    }

    @Test
    void aSolidOnOtherPlanesIsMetWhereItsPointsAre() {
        Property.forAll(100, r -> r, r -> {
            SlabSolid solid = RandomSolids.pair(r).first(r.nextBoolean() ? SAGITTAL : Shapes.rigidMotion(r));
            ObliqueFrames frames = ObliqueFrames.of(PlaneFrame.AXIAL, solid.frame());
            PlaneFrame own = frames.first();
            PointOracle oracle = new PointOracle(solid);
            Reach reach = oblique(solid, frames);
            Point3 middle = oracle.gridInside(1).get(0);
            double[] found = new double[3];
            for (int k = 0; k < 20; k++) {
                double x = middle.dot(own.u()) + r.nextDouble(-12, 12);
                double y = middle.dot(own.v()) + r.nextDouble(-12, 12);
                double z = middle.dot(own.w()) + r.nextDouble(-12, 12);
                double half = r.nextDouble(3);
                boolean meets = reach.meets(x, y, half, half, z - half, z + half, found);
                if (meets) {
                    Point3 p = own.point(found[0], found[1], found[2]);
                    assertThat(oracle.distanceMm(p)).isLessThan(1e-9);
                    assertThat(Math.max(
                                    Math.abs(found[0] - x), Math.max(Math.abs(found[1] - y), Math.abs(found[2] - z))))
                            .isLessThan(half + 1e-9);
                }
                double distance = oracle.distanceMm(own.point(x, y, z));
                if (distance < half || distance > half * Math.sqrt(3)) {
                    assertThat(meets).isEqualTo(distance < half);
                }
            }
        });
    }

    /** A box on planes across x from x = 2 to 6, 4 wide in y, from 0 to 10 in z. */
    @Test
    void aBoxOnSagittalPlanesIsMetInTheMiddleOfWhatIsCommon() {
        SlabSolid solid = Shapes.moved(SAGITTAL)
                .add(Shapes.planes(3, 2, 2), Shapes.rectangle(0, 0, 4, 10))
                .solid();
        ObliqueFrames frames = ObliqueFrames.of(PlaneFrame.AXIAL, solid.frame());
        // In the frame of the common direction, which runs along y or against it.
        double sign = frames.first().u().y();
        Reach reach = oblique(solid, frames);
        double[] found = new double[3];
        // From x = 3 to 3.5, y = 1 to 3, z = 8 to 12: common up to z = 10.
        double y = new Point3(3.25, 2, 0).dot(frames.first().v());
        assertThat(reach.meets(sign * 2, y, 1, 0.25, 8, 12, found)).isTrue();
        Point3 p = frames.first().point(found[0], found[1], found[2]);
        assertThat(p.distanceTo(new Point3(3.25, 2, 9))).isLessThan(1e-9);
        // Over the side at y = 4: from 3 to 5, of which 3 to 4 is common.
        assertThat(reach.meets(sign * 4, y, 1, 0.25, 4, 6, found)).isTrue();
        p = frames.first().point(found[0], found[1], found[2]);
        assertThat(p.distanceTo(new Point3(3.25, 3.5, 5))).isLessThan(1e-9);
        assertThat(reach.meets(sign * 6, y, 1, 0.25, 4, 6, found)).isFalse();
        assertThat(reach.meets(sign * 2, y, 1, 0.25, 10.1, 12, found)).isFalse();
    }
}
