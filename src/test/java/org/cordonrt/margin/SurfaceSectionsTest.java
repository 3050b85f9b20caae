package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** A box that leans by 0.5 mm a mm along x: from x = 0 to 4 at the bottom. */
class SurfaceSectionsTest {
    private static SlabSolid leaning() {
        Shapes shapes = Shapes.axial();
        for (int k = 0; k < 6; k++) {
            shapes.add(new double[] {2 * k}, Shapes.rectangle(k, 0, 4 + k, 4));
        }
        return shapes.solid();
    }

    private static Station at(SlabSolid from, SlabSolid to, double height) {
        return new SurfaceSections(from.surface(), to.surface()).at(from.slabs().get(0), height, true);
    }

    @Test
    void aSectionIsThatOfTheSurfaceAtItsHeight() {
        SlabSolid wall = Shapes.prism(Shapes.planes(-10, 2, 20), Shapes.rectangle(20, -9, 30, 9));
        for (double height : new double[] {0, 1, 4, 5.5}) {
            Station s = at(leaning(), wall, height);
            assertThat(s.distanceMm()).isCloseTo(16 - height / 2, within(1e-9));
            assertThat(s.inPlaneMm()).isCloseTo(16 - height / 2, within(1e-9));
            assertThat(s.centreMm().distanceTo(new Point3(2 + height / 2, 2, height)))
                    .isLessThan(1e-9);
            assertThat(s.fromPointMm().x()).isCloseTo(4 + height / 2, within(1e-9));
            assertThat(s.fromPointMm().z()).isCloseTo(height, within(1e-9));
            assertThat(s.toPointMm().x()).isCloseTo(20, within(1e-9));
            assertThat(s.heightMm()).isEqualTo(height);
            assertThat(s.onPlane()).isTrue();
        }
    }

    /** The slanted side, x = 4 + z / 2, seen from its left: the distance at right angles to it. */
    @Test
    void theOtherIsItsSurfaceToo() {
        SlabSolid post = Shapes.prism(Shapes.planes(0, 2, 6), Shapes.rectangle(10, 0, 14, 4));
        Station s = at(post, leaning(), 4);
        assertThat(s.inPlaneMm()).isCloseTo(10 - 6, within(1e-9));
        assertThat(s.distanceMm()).isCloseTo((10 - 6) * 2 / Math.sqrt(5), within(1e-9));
        assertThat(s.fromPointMm().distanceTo(new Point3(10, s.fromPointMm().y(), 4)))
                .isLessThan(1e-9);
        assertThat(s.toPointMm().x()).isCloseTo(4 + s.toPointMm().z() / 2, within(1e-9));
    }

    @Test
    void aboveOrBelowNothingIsInThePlane() {
        SlabSolid roof = Shapes.prism(Shapes.planes(20, 2, 3), Shapes.rectangle(-20, -20, 20, 20));
        Station s = at(leaning(), roof, 4);
        assertThat(s.distanceMm()).isCloseTo(15, within(1e-9));
        assertThat(s.toPointMm().z()).isCloseTo(19, within(1e-9));
        assertThat(s.inPlaneMm()).isNaN();
        SlabSolid floor = Shapes.prism(Shapes.planes(-20, 2, 3), Shapes.rectangle(-20, -20, 20, 20));
        assertThat(at(leaning(), floor, 4).distanceMm()).isCloseTo(4 + 15, within(1e-9));
    }

    @Test
    void insideItIsNotApartAndTouchingNeither() {
        SlabSolid around = Shapes.prism(Shapes.planes(-10, 2, 20), Shapes.rectangle(-20, -9, 30, 9));
        Station s = at(leaning(), around, 4);
        assertThat(s.distanceMm()).isZero();
        assertThat(s.inPlaneMm()).isZero();
        assertThat(s.fromPointMm()).isEqualTo(s.toPointMm());
        SlabSolid through = Shapes.prism(Shapes.planes(-10, 2, 20), Shapes.rectangle(5, 1, 30, 3));
        assertThat(at(leaning(), through, 4).distanceMm()).isZero();
        SlabSolid pin = Shapes.prism(Shapes.planes(-10, 2, 20), Shapes.rectangle(3, 1, 4, 3));
        assertThat(at(leaning(), pin, 4).distanceMm()).as("around it").isZero();
    }

    @Test
    void planesAtAnAngleHaveNoSectionInThePlane() {
        SlabSolid sagittal = Shapes.moved(p -> new Point3(p.z(), p.x(), p.y()))
                .add(Shapes.planes(21, 2, 4), Shapes.rectangle(-9, -9, 9, 19))
                .solid();
        Station s = at(leaning(), sagittal, 4);
        assertThat(s.distanceMm()).isCloseTo(20 - 6, within(1e-9));
        assertThat(s.inPlaneMm()).isNaN();
        // Upside down is parallel.
        SlabSolid below = Shapes.moved(p -> new Point3(p.x(), -p.y(), -p.z()))
                .add(Shapes.planes(-19, 2, 20), Shapes.rectangle(20, -9, 30, 9))
                .solid();
        assertThat(at(leaning(), below, 4).inPlaneMm()).isCloseTo(14, within(1e-9));
    }

    /** Of many parts and heights the nearest one. */
    @Test
    void theNearestOfSeveralPatchesCounts() {
        SlabSolid stairs = Shapes.axial()
                .add(Shapes.planes(0, 2, 2), Shapes.rectangle(12, 0, 40, 4))
                .add(Shapes.planes(4, 2, 2), Shapes.rectangle(14, 0, 40, 4))
                .add(Shapes.planes(8, 2, 2), Shapes.rectangle(16, 0, 40, 4), Shapes.rectangle(-9, 0, -7.5, 4))
                .solid();
        SlabSolid post = Shapes.prism(Shapes.planes(0, 2, 6), Shapes.rectangle(0, 0, 4, 4));
        assertThat(at(post, stairs, 0).distanceMm()).isCloseTo(8, within(1e-9));
        assertThat(at(post, stairs, 9).distanceMm()).isCloseTo(7.5, within(1e-9));
        assertThat(at(post, stairs, 9).inPlaneMm()).isCloseTo(7.5, within(1e-9));
    }
}
