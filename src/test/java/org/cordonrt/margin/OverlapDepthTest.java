package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.Property;
import org.cordonrt.geometry.EndCap;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class OverlapDepthTest {
    private static final Point3 SOMEWHERE = new Point3(1, 1, 1);

    private static SlabSolid box(double x0, double y0, double z0, double x1, double y1, double z1) {
        // Three planes, half a spacing of 1/3 within the ends.
        double step = (z1 - z0) / 3;
        return Shapes.prism(Shapes.planes(z0 + step / 2, step, 3), Shapes.rectangle(x0, y0, x1, y1));
    }

    private static OverlapDepth depth(SlabSolid entered, SlabSolid entering) {
        return new OverlapDepth(entered, entering, SOMEWHERE);
    }

    private static void assertDepth(OverlapDepth depth, double mm) {
        assertThat(depth.depthMm()).isBetween(mm - OverlapDepth.TOLERANCE_MM, mm + 1e-9);
    }

    /** A box 20 x 16 x 12 is entered through each of its sides by another one that is as wide as it. */
    @Test
    void aBoxThatReachesInFromASideIsAsDeepAsItsEnd() {
        SlabSolid entered = box(0, 0, 0, 20, 16, 12);
        assertDepth(depth(entered, box(-9, 0, 0, 3, 16, 12)), 3);
        assertDepth(depth(entered, box(17, 0, 0, 29, 16, 12)), 3);
        assertDepth(depth(entered, box(0, -9, 0, 20, 3, 12)), 3);
        assertDepth(depth(entered, box(0, 13, 0, 20, 29, 12)), 3);
        assertDepth(depth(entered, box(0, 0, -9, 20, 16, 3)), 3);
        assertDepth(depth(entered, box(0, 0, 9, 20, 16, 29)), 3);
    }

    @Test
    void theDeepestPointLiesInBothAndAtThatDepth() {
        SlabSolid entered = box(0, 0, 0, 20, 16, 12);
        OverlapDepth needle = depth(entered, box(11, 4.9, 4, 40, 5.1, 8));
        assertDepth(needle, 5.1);
        Point3 p = needle.deepestPoint();
        assertThat(p.y()).isBetween(4.9, 5.1);
        assertThat(p.x()).isGreaterThanOrEqualTo(11);
        assertThat(Math.min(p.y(), Math.min(12 - p.z(), Math.min(p.z(), 20 - p.x()))))
                .isCloseTo(needle.depthMm(), within(1e-9));
    }

    @Test
    void theMiddleOfABoxIsHalfItsShortestSideDeep() {
        SlabSolid entered = box(0, 0, 0, 20, 16, 12);
        assertDepth(depth(entered, box(-5, -5, -5, 25, 25, 25)), 6);
        assertDepth(depth(entered, entered), 6);
        assertDepth(depth(box(0, 0, 0, 20, 6, 12), entered), 3);
        assertDepth(depth(box(0, 0, 0, 4, 16, 12), entered), 2);
    }

    @Test
    void whatOnlyTouchesIsNotDeep() {
        OverlapDepth touching = depth(box(0, 0, 0, 20, 16, 12), box(20, 0, 0, 30, 16, 12));
        assertThat(touching.depthMm()).isZero();
        assertThat(touching.deepestPoint()).isEqualTo(SOMEWHERE);
    }

    /** The way out leads through the hole: from the middle of the wall half of its 4 mm. */
    @Test
    void aHoleIsOutside() {
        SlabSolid pipe =
                Shapes.prism(Shapes.planes(0, 2, 20), Shapes.rectangle(0, 0, 20, 20), Shapes.rectangle(4, 4, 16, 16));
        assertDepth(depth(pipe, box(-5, 8, 8, 25, 12, 30)), 2);
    }

    /** A step: below z = 5 the box reaches to x = 10, above it to x = 4, where a point is nearest to the edge at (4, 5). */
    @Test
    void theWayOutMayLeadAroundAnEdge() {
        SlabSolid stepped = Shapes.axial()
                .add(Shapes.planes(0.5, 1, 5), Shapes.rectangle(-30, -30, 10, 30))
                .add(Shapes.planes(5.5, 1, 5), Shapes.rectangle(-30, -30, 4, 30))
                .solid();
        // At (1.99, 0, 2.95): 2.01 and 2.05 from the edge.
        assertDepth(depth(stepped, box(1.99, -1, 2.95, 2.01, 1, 3.05)), Math.hypot(2.01, 2.05));
        SlabSolid upsideDown = Shapes.axial()
                .add(Shapes.planes(-9.5, 1, 5), Shapes.rectangle(-30, -30, 4, 30))
                .add(Shapes.planes(-4.5, 1, 5), Shapes.rectangle(-30, -30, 10, 30))
                .solid();
        assertDepth(depth(upsideDown, box(1.99, -1, -3.05, 2.01, 1, -2.95)), Math.hypot(2.01, 2.05));
    }

    /** Off each corner of a hole: from 3 to 6 and from 4 to 8 away along the axes, 10 at most. */
    @Test
    void theDeepestPlaceMayBeAnyCornerOfWhatReachesIn() {
        SlabSolid block = Shapes.prism(
                Shapes.planes(-37.5, 25, 4), Shapes.rectangle(-60, -60, 60, 60), Shapes.rectangle(-10, -10, 10, 10));
        for (int x = -1; x <= 1; x += 2) {
            for (int y = -1; y <= 1; y += 2) {
                OverlapDepth depth = depth(
                        block,
                        box(
                                Math.min(x * 13, x * 16),
                                Math.min(y * 14, y * 18),
                                -2,
                                Math.max(x * 13, x * 16),
                                Math.max(y * 14, y * 18),
                                2));
                assertDepth(depth, 10);
                assertThat(depth.deepestPoint().x()).isCloseTo(x * 16, within(0.1));
                assertThat(depth.deepestPoint().y()).isCloseTo(y * 18, within(0.1));
            }
        }
    }

    /** The same off each edge of a tunnel that runs across the slabs along y. */
    @Test
    void orAnyEdgeUpOrDown() {
        double[] whole = Shapes.rectangle(-60, -60, 60, 60);
        double[] left = Shapes.rectangle(-60, -60, -10, 60);
        double[] right = Shapes.rectangle(10, -60, 60, 60);
        SlabSolid block = Shapes.axial()
                .add(Shapes.planes(-55, 10, 5), whole)
                .add(Shapes.planes(-5, 10, 2), left, right)
                .add(Shapes.planes(15, 10, 5), whole)
                .solid();
        for (int x = -1; x <= 1; x += 2) {
            for (int z = -1; z <= 1; z += 2) {
                OverlapDepth depth = depth(
                        block,
                        box(
                                Math.min(x * 13, x * 16),
                                -2,
                                Math.min(z * 14, z * 18),
                                Math.max(x * 13, x * 16),
                                2,
                                Math.max(z * 14, z * 18)));
                assertDepth(depth, 10);
            }
        }
    }

    /** Surfaces that end between planes may leave heights without anything. */
    @Test
    void aHeightBetweenTwoPartsIsOutside() {
        SlabSolid parts = Shapes.axial()
                .add(new double[] {0, 2}, Shapes.rectangle(0, 0, 20, 20))
                .add(new double[] {4, 6}, Shapes.rectangle(60, 0, 80, 20))
                .solid()
                .under(SolidModel.SHAPE, new EndCap(0.5));
        // From -0.5 to 2.5, and from 3.5 to 6.5.
        assertDepth(depth(parts, box(-5, -5, -5, 30, 30, 30)), 1.5);
        assertDepth(depth(parts, box(50, -5, -5, 90, 30, 30)), 1.5);
    }

    @Test
    void turnedPlanesGiveTheSameDepth() {
        SlabSolid entered = box(0, 0, 0, 20, 16, 12);
        // The entering box drawn on planes across x instead of z.
        SlabSolid entering = Shapes.moved(p -> new Point3(p.z(), p.x(), p.y()))
                .add(Shapes.planes(-8, 2, 6), Shapes.rectangle(4, 4, 12, 8))
                .solid();
        assertDepth(depth(entered, entering), 3);
        SlabSolid fromAbove = Shapes.moved(p -> new Point3(p.z(), p.x(), p.y()))
                .add(Shapes.planes(5, 2, 4), Shapes.rectangle(4, 10, 12, 20))
                .solid();
        assertDepth(depth(entered, fromAbove), 2);
    }

    /** Points of a grid in both: none is deeper, and the one found is as deep as it says. */
    @Test
    void randomSolidsAsDeepAsTheirPoints() {
        Property.forAll(60, r -> RandomSolids.pair(r), solids -> {
            SlabSolid a = solids.first(Shapes.IN_PLACE);
            SlabSolid b = solids.second(Shapes.IN_PLACE);
            OverlapDepth depth = depth(a, b);
            PointOracle inA = new PointOracle(a);
            PointOracle inB = new PointOracle(b);
            if (depth.depthMm() > 0) {
                assertThat(inA.depthMm(depth.deepestPoint())).isCloseTo(depth.depthMm(), within(1e-6));
                assertThat(inB.distanceMm(depth.deepestPoint())).isLessThan(1e-9);
            }
            for (Point3 p : inB.gridInside(1.5)) {
                assertThat(inA.depthMm(p)).isLessThan(depth.depthMm() + OverlapDepth.TOLERANCE_MM + 1e-9);
            }
        });
    }
}
