package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class SurfaceGapTest {
    private static final double SPACING = 0.5;

    /** Planes from 0 to 20: the slabs reach from -1 to 21. */
    private static SlabSolid box(double x0, double y0, double x1, double y1) {
        return Shapes.prism(Shapes.planes(0, 2, 11), Shapes.rectangle(x0, y0, x1, y1));
    }

    @Test
    void aBoxInABoxHasItsMarginInEachDirection() {
        // 1 mm to the right, 2 left, 3 anterior, 4 posterior, 2 up and down.
        SlabSolid inner = box(-5, -5, 5, 5);
        SlabSolid outer = Shapes.prism(Shapes.planes(-2, 2, 13), Shapes.rectangle(-6, -8, 7, 9));
        Expansion e = Expansion.of(inner, outer, SPACING);
        assertThat(e.byDirection().get(Expansion.Direction.RIGHT).minMm()).isCloseTo(1, within(1e-9));
        assertThat(e.byDirection().get(Expansion.Direction.LEFT).minMm()).isCloseTo(2, within(1e-9));
        assertThat(e.byDirection().get(Expansion.Direction.ANTERIOR).minMm()).isCloseTo(3, within(1e-9));
        assertThat(e.byDirection().get(Expansion.Direction.POSTERIOR).minMm()).isCloseTo(4, within(1e-9));
        assertThat(e.byDirection().get(Expansion.Direction.SUPERIOR).minMm()).isCloseTo(2, within(1e-9));
        assertThat(e.byDirection().get(Expansion.Direction.INFERIOR).minMm()).isCloseTo(2, within(1e-9));
        assertThat(e.all().minMm()).isCloseTo(1, within(1e-9));
        assertThat(Breach.of(inner, outer, SPACING)).isEmpty();
    }

    @Test
    void bothDirectionsOfTwoBoxesSideBySide() {
        // From one to the other 3 mm across; the far sides are 13 and 7 mm away.
        SurfaceGap gap = SurfaceGap.between(box(0, 0, 10, 10), box(13, 0, 17, 10), SPACING);
        assertThat(gap.forward().minMm()).isCloseTo(3, within(1e-9));
        assertThat(gap.backward().minMm()).isCloseTo(3, within(1e-9));
        assertThat(gap.forward().maxMm()).isCloseTo(13, within(1e-9));
        assertThat(gap.backward().maxMm()).isCloseTo(7, within(1e-9));
        assertThat(gap.hausdorffMm()).isCloseTo(13, within(1e-9));
        assertThat(gap.forward().meanMm()).isBetween(3.0, 13.0);
        assertThat(gap.forward().p5Mm()).isLessThanOrEqualTo(gap.forward().p95Mm());
    }

    @Test
    void aSurfaceInsideAnotherIsMeasuredToItsWall() {
        SlabSolid inner = Shapes.prism(Shapes.planes(4, 2, 7), Shapes.rectangle(-2, -2, 2, 2));
        SlabSolid outer = box(-10, -10, 10, 10);
        SurfaceGap gap = SurfaceGap.between(inner, outer, SPACING);
        // The level ends are 4 mm below the ends of the outer box, the sides 8 mm from its sides.
        assertThat(gap.forward().minMm()).isCloseTo(4, within(1e-9));
        assertThat(gap.forward().maxMm()).isCloseTo(8, within(0.5));
    }

    @Test
    void aPartThatReachesOutIsFoundWithItsVolume() {
        SlabSolid inner = box(-5, -5, 7, 5);
        SlabSolid outer = box(-6, -6, 6, 6);
        Breach b = Breach.of(inner, outer, SPACING).orElseThrow();
        assertThat(b.outsideCc()).isCloseTo(1 * 10 * 22 / 1000.0, within(1e-9));
        assertThat(b.farthestMm()).isCloseTo(1, within(1e-9));
        assertThat(b.farthestAtMm().x()).isCloseTo(7, within(1e-9));
        assertThat(b.fromMm()).isCloseTo(-1, within(SPACING));
        assertThat(b.toMm()).isCloseTo(21, within(SPACING));
    }

    @Test
    void aSurfaceThatRunsInsideHasANegativeMargin() {
        Expansion e = Expansion.of(box(-5, -5, 5, 5), box(-6, -6, 4, 6), SPACING);
        assertThat(e.byDirection().get(Expansion.Direction.LEFT).minMm()).isCloseTo(-1, within(1e-9));
    }

    @Test
    void theSmallestSampledDistanceIsTheSeparationUpToTheBound() {
        Property.forAll(25, RandomSolids::pair, p -> {
            SlabSolid a = p.first(Shapes.IN_PLACE);
            SlabSolid b = p.second(Shapes.IN_PLACE);
            double exact = Separation.between(a, b).slabMm();
            SurfaceGap gap = SurfaceGap.between(a, b, SPACING);
            if (exact > 0) {
                assertThat(gap.forward().minMm()).isBetween(exact - 1e-9, exact + gap.boundMm() + SPACING / 2);
                assertThat(gap.backward().minMm()).isBetween(exact - 1e-9, exact + gap.boundMm() + SPACING / 2);
            }
        });
    }

    private record Inside(SlabSolid solid, Point3 point) {}

    private static Inside any(SplittableRandom r) {
        var motion = Shapes.rigidMotion(r);
        SlabSolid solid = RandomSolids.pair(r).first(motion);
        var points = new PointOracle(solid).gridInside(1);
        return new Inside(solid, points.get(r.nextInt(points.size())));
    }

    @Test
    void theWayOutIsTheDepthFoundByOtherMeans() {
        Property.forAll(100, SurfaceGapTest::any, i -> {
            NearestPoint.Found out = NearestPoint.outside(i.solid).to(i.point);
            assertThat(out.distanceMm()).isCloseTo(new PointOracle(i.solid).depthMm(i.point), within(1e-5));
            assertThat(out.point().distanceTo(i.point)).isCloseTo(out.distanceMm(), within(1e-9));
        });
    }
}
