package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.geometry.SlabSolid;
import org.junit.jupiter.api.Test;

class BandsTest {
    private static SlabStack stack(SlabSolid solid) {
        return new SlabStack(solid, solid.frame());
    }

    private static TrapezoidSet.Foot nearest(Bands bands, int slab, double x, double y) {
        TrapezoidSet.Foot foot = new TrapezoidSet.Foot().within2(Double.POSITIVE_INFINITY);
        bands.nearest(slab, x, y, foot);
        return foot;
    }

    private static void assertFoot(Bands bands, double px, double py, double x, double y) {
        TrapezoidSet.Foot foot = nearest(bands, 0, px, py);
        assertThat(foot.x).isCloseTo(x, within(1e-12));
        assertThat(foot.y).isCloseTo(y, within(1e-12));
        assertThat(Math.sqrt(foot.distance2)).isCloseTo(Math.hypot(px - x, py - y), within(1e-12));
    }

    @Test
    void theSlabAtAHeightOrTheNearestOne() {
        Bands b = Bands.filled(stack(Shapes.prism(Shapes.planes(0, 2, 3), Shapes.rectangle(0, 0, 4, 4))));
        // From -1 to 1, to 3 and to 5: the lower end belongs to a slab.
        assertThat(b.at(-50)).isZero();
        assertThat(b.at(-1)).isZero();
        assertThat(b.at(0.999)).isZero();
        assertThat(b.at(1)).isEqualTo(1);
        assertThat(b.at(2.999)).isEqualTo(1);
        assertThat(b.at(3)).isEqualTo(2);
        assertThat(b.at(50)).isEqualTo(2);
    }

    @Test
    void theNearestPointOfAFilledSlab() {
        Bands b = Bands.filled(stack(Shapes.prism(Shapes.planes(0, 2, 3), Shapes.rectangle(0, 0, 4, 6))));
        assertFoot(b, 1, 2, 1, 2);
        assertFoot(b, 7, 3, 4, 3);
        assertFoot(b, -2, 3, 0, 3);
        assertFoot(b, 7, 10, 4, 6);
        assertFoot(b, 2, -3, 2, 0);
    }

    /** Plain rings, and rings cut into trapezoids because they touch. */
    @Test
    void theNearestFreePoint() {
        SlabSolid plain = Shapes.prism(Shapes.planes(0, 2, 3), Shapes.rectangle(0, 0, 8, 6));
        SlabSolid touching =
                Shapes.prism(Shapes.planes(0, 2, 3), Shapes.rectangle(0, 0, 3, 6), Shapes.rectangle(3, 0, 8, 6));
        assertThat(plain.slabs().get(0).region().mayRepeatEdges()).isFalse();
        for (SlabSolid s : new SlabSolid[] {plain, touching}) {
            Bands b = Bands.free(stack(s));
            assertFoot(b, 1, 3, 0, 3);
            assertFoot(b, 6, 3.5, 8, 3.5);
            assertFoot(b, 7.5, 3, 8, 3);
            assertFoot(b, 4, 5.5, 4, 6);
            assertFoot(b, 3, 5, 3, 6);
            assertFoot(b, 3, 2, 3, 0);
            // Free themselves: beside the region, on the rim of what is known, and far out.
            assertFoot(b, 8.5, 3, 8.5, 3);
            assertFoot(b, -1, 3, -1, 3);
            assertFoot(b, 9, 7, 9, 7);
            assertFoot(b, 3, 6.999, 3, 6.999);
            assertFoot(b, -40, 3, -40, 3);
            assertFoot(b, 40, 3, 40, 3);
            assertFoot(b, 3, -40, 3, -40);
            assertFoot(b, 3, 40, 3, 40);
        }
    }

    @Test
    void aHoleIsFreeAndASeamIsNot() {
        SlabSolid pipe =
                Shapes.prism(Shapes.planes(0, 2, 3), Shapes.rectangle(0, 0, 20, 20), Shapes.rectangle(9, 9, 11, 11));
        assertFoot(Bands.free(stack(pipe)), 10, 6, 10, 9);
        assertFoot(Bands.free(stack(pipe)), 10, 10, 10, 10);
        double[][] wide = {Shapes.rectangle(0, 0, 10, 20), Shapes.rectangle(10 + 1e-5, 0, 20, 20)};
        double[][] seam = {Shapes.rectangle(0, 0, 10, 20), Shapes.rectangle(10 + 5e-7, 0, 20, 20)};
        double[][] flat = {Shapes.rectangle(0, 0, 20, 10), Shapes.rectangle(0, 10 + 5e-7, 20, 20)};
        double[] planes = Shapes.planes(0, 2, 3);
        assertThat(nearest(Bands.free(stack(Shapes.prism(planes, wide))), 0, 9, 10).distance2)
                .isCloseTo(1, within(1e-9));
        assertThat(nearest(Bands.free(stack(Shapes.prism(planes, seam))), 0, 9, 10).distance2)
                .isCloseTo(81, within(1e-3));
        assertThat(nearest(Bands.free(stack(Shapes.prism(planes, flat))), 0, 10, 9).distance2)
                .isCloseTo(81, within(1e-3));
    }

    private record Window(SlabSolid solid, double x, double y, double halfX, double halfY) {}

    private static Window window(SplittableRandom r) {
        double[][] polygons = new double[2 + r.nextInt(3)][];
        // One out of every window's reach: boxes that coincide leave nothing.
        polygons[0] = Shapes.rectangle(30, 0, 32, 2);
        for (int i = 1; i < polygons.length; i++) {
            double x = r.nextInt(12);
            double y = r.nextInt(12);
            polygons[i] = Shapes.rectangle(x, y, x + 1 + r.nextInt(8), y + 1 + r.nextInt(8));
        }
        return new Window(
                Shapes.prism(Shapes.planes(0, 2, 2), polygons),
                r.nextDouble(-3, 23),
                r.nextDouble(-3, 23),
                r.nextDouble(4),
                r.nextDouble(4));
    }

    /** Whole corners of the lattice decide whether a window meets boxes on it: no part of a box is narrower than 1. */
    @Test
    void aWindowMeetsARegionWhereItHoldsAPointOfIt() {
        Property.forAll(600, BandsTest::window, w -> {
            PlaneRegion region = w.solid.slabs().get(0).region();
            boolean expected = false;
            for (double[] t : region.toTrapezoids()) {
                expected |= t[0] <= w.x + w.halfX
                        && t[2] >= w.x - w.halfX
                        && t[1] <= w.y + w.halfY
                        && t[5] >= w.y - w.halfY;
            }
            double[] found = new double[3];
            boolean meets = Bands.filled(stack(w.solid)).meets(0, w.x, w.y, w.halfX, w.halfY, found);
            assertThat(meets).isEqualTo(expected);
            if (meets) {
                assertThat(found[0]).isBetween(w.x - w.halfX - 1e-12, w.x + w.halfX + 1e-12);
                assertThat(found[1]).isBetween(w.y - w.halfY - 1e-12, w.y + w.halfY + 1e-12);
                TrapezoidSet.Foot foot = nearest(Bands.filled(stack(w.solid)), 0, found[0], found[1]);
                assertThat(foot.distance2).isLessThan(1e-18);
            }
        });
    }
}
