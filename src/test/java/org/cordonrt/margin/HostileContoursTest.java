package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cordonrt.margin.Shapes.disc;
import static org.cordonrt.margin.Shapes.planes;
import static org.cordonrt.margin.Shapes.prism;
import static org.cordonrt.margin.Shapes.rectangle;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.SlabSolid;
import org.junit.jupiter.api.Test;

/** Contours as they come out of drawing tools and exports, not as geometry books have them. */
class HostileContoursTest {
    private static final double[] PLANES = planes(0, 2, 6);

    @Test
    void aKeyholeIsAHole() {
        double[] keyhole = {-10, -10, 0, -10, 0, -5, -5, -5, -5, 5, 5, 5, 5, -5, 0, -5, 0, -10, 10, -10, 10, 10, -10, 10
        };
        SlabSolid cord = prism(PLANES, rectangle(-1, -1, 1, 1));
        SlabSolid asKeyhole = prism(PLANES, keyhole);
        SlabSolid asHole = prism(PLANES, rectangle(-10, -10, 10, 10), rectangle(-5, -5, 5, 5));
        assertThat(Separation.between(cord, asKeyhole).slabMm()).isCloseTo(4, within(1e-9));
        assertThat(Separation.between(cord, asHole).slabMm()).isCloseTo(4, within(1e-9));
        // The channel is no surface: a block across it lies 2.5 mm deep in the wall.
        SlabSolid block = prism(planes(2, 2, 4), rectangle(-2, -9, 2, -6));
        for (SlabSolid ring : new SlabSolid[] {asKeyhole, asHole}) {
            Separation s = Separation.between(ring, block);
            assertThat(s.deepestOverlapMm()).isBetween(2.5 - 0.01, 2.5 + 1e-9);
            assertThat(s.overlapCc()).isCloseTo(4 * 3 * 8 / 1000.0, within(1e-12));
        }
    }

    @Test
    void aSlantedKeyholeChannelIsNoSurfaceEither() {
        double[] keyhole = {
            -10, -10, 1.7, -10, 3.1, -5, -5, -5, -5, 5, 5, 5, 5, -5, 3.1, -5, 1.7, -10, 10, -10, 10, 10, -10, 10
        };
        Separation s = Separation.between(prism(PLANES, keyhole), prism(planes(2, 2, 4), rectangle(0, -9, 4, -6)));
        assertThat(s.deepestOverlapMm()).isBetween(2.5 - 0.01, 2.5 + 1e-6);
    }

    @Test
    void aBridgeBetweenIslandsDrawnInOneStrokeIsNoTissue() {
        // Two squares left and right of the cord, joined by a line that runs there and back straight through it.
        double[] islands = {-10, 0, -5, 0, 5, 0, 5, -5, 10, -5, 10, 5, 5, 5, 5, 0, -5, 0, -5, 5, -10, 5};
        double[] cord = disc(0, 0, 2, 32);
        Separation s = Separation.between(prism(PLANES, cord), prism(PLANES, islands));
        assertThat(s.slabMm()).isCloseTo(3, within(1e-9));
        assertThat(s.planesMm()).isCloseTo(3, within(1e-9));
        // And the far island, wholly inside another structure, is found although the near one is outside.
        SlabSolid around = prism(PLANES, rectangle(4, -6, 11, 6));
        Separation inside = Separation.between(around, prism(PLANES, islands));
        assertThat(inside.slabMm()).isZero();
        assertThat(inside.overlapCc()).isCloseTo(50 * 12 / 1000.0, within(1e-9));
    }

    @Test
    void aSpikeIsNoTissue() {
        double[] spiked = {0, 0, 10, 0, 10, 5, 14, 5, 10, 5, 10, 10, 0, 10};
        Separation s = Separation.between(prism(PLANES, spiked), prism(PLANES, rectangle(15, 0, 20, 10)));
        assertThat(s.slabMm()).isCloseTo(5, within(1e-9));
    }

    @Test
    void aFigureOfEightHasNothingInItsOtherQuarters() {
        double[] eight = {0, 0, 10, 10, 10, 0, 0, 10};
        SlabSolid between = prism(PLANES, disc(5, 9, 1, 12));
        Separation s = Separation.between(prism(PLANES, eight), between);
        // The lobes are left and right of the crossing at (5, 5).
        assertThat(s.overlapCc()).isZero();
        assertThat(s.slabMm()).isPositive();
        Separation inLobe = Separation.between(prism(PLANES, eight), prism(PLANES, disc(1.5, 5, 1, 12)));
        assertThat(inLobe.slabMm()).isZero();
        assertThat(inLobe.overlapCc()).isPositive();
    }

    @Test
    void thousandsOfPointsOnStraightLinesAreTheStraightLines() {
        int perSide = 5000;
        double[] corners = {0, 0, 10, 0, 10, 10, 0, 10};
        double[] xy = new double[2 * 4 * perSide];
        for (int i = 0; i < 4 * perSide; i++) {
            int side = i / perSide;
            int next = (side + 1) % 4;
            double t = (i % perSide) / (double) perSide;
            xy[2 * i] = corners[2 * side] + t * (corners[2 * next] - corners[2 * side]);
            xy[2 * i + 1] = corners[2 * side + 1] + t * (corners[2 * next + 1] - corners[2 * side + 1]);
        }
        SlabSolid fine = prism(PLANES, xy);
        Separation apart = Separation.between(fine, prism(PLANES, rectangle(13, 2, 20, 8)));
        assertThat(apart.slabMm()).isCloseTo(3, within(1e-9));
        Separation touching = Separation.between(fine, prism(PLANES, rectangle(10, 0, 20, 10)));
        assertThat(touching.slabMm()).isZero();
        assertThat(touching.overlapCc()).isZero();
        Separation into = Separation.between(fine, prism(PLANES, rectangle(9, 0, 20, 10)));
        assertThat(into.overlapCc()).isCloseTo(10 * 12 / 1000.0, within(1e-9));
        assertThat(into.deepestOverlapMm()).isBetween(1 - 0.01, 1 + 1e-6);
    }

    @Test
    void abuttingContoursOfOnePlaneHaveNoSurfaceBetweenThem() {
        SlabSolid halves = prism(PLANES, rectangle(-6, -6, 0, 6), rectangle(0, -6, 6, 6));
        Separation s = Separation.between(halves, prism(PLANES, rectangle(-2, -2, 2, 2)));
        // 12 mm of slabs: the ends are farther than the sides' 6 mm only at mid-height.
        assertThat(s.deepestOverlapMm()).isBetween(6 - 0.01, 6 + 1e-6);
    }

    @Test
    void aGapAsThinAsRoundingIsTouching() {
        double tenth = 0.1 + 0.2;
        Separation s =
                Separation.between(prism(PLANES, rectangle(0, 0, 0.3, 5)), prism(PLANES, rectangle(tenth, 0, 5, 5)));
        assertThat(s.slabMm()).isZero();
        assertThat(s.overlapCc()).isZero();
    }

    @Test
    void farFromTheOriginAsNear() {
        double far = 4000;
        Separation s = Separation.between(
                prism(PLANES, rectangle(far, -far, far + 5, 5 - far)),
                prism(PLANES, rectangle(far + 7, 8 - far, far + 9, 12 - far)));
        assertThat(s.slabMm()).isCloseTo(Math.sqrt(4 + 9), within(1e-9));
    }

    @Test
    void everyNumberOfRandomTanglesIsFiniteAndFits() {
        Property.forAll(150, HostileContoursTest::tangles, t -> {
            Separation s = Separation.between(t[0], t[1]);
            assertThat(s.slabMm()).isFinite().isNotNegative();
            assertThat(s.planesMm()).isFinite().isGreaterThanOrEqualTo(s.slabMm());
            assertThat(s.overlapCc()).isBetween(0.0, Math.min(t[0].volumeCc(), t[1].volumeCc()) * (1 + 1e-9));
            assertThat(s.overlapCc() > 0 && s.slabMm() > 0).isFalse();
            assertThat(s.deepestOverlapMm()).isFinite().isNotNegative();
            assertThat(new PointOracle(t[0]).distanceMm(s.slabFromPointMm())).isLessThan(1e-6);
            assertThat(new PointOracle(t[1]).distanceMm(s.slabToPointMm())).isLessThan(1e-6);
            assertThat(s.slabFromPointMm().distanceTo(s.slabToPointMm())).isCloseTo(s.slabMm(), within(1e-9));
        });
    }

    /** Two solids of self-crossing polygons, half of them on a coarse lattice so that much coincides. */
    private static SlabSolid[] tangles(SplittableRandom random) {
        boolean lattice = random.nextBoolean();
        SlabSolid[] solids = new SlabSolid[2];
        for (int k = 0; k < 2; k++) {
            double[] xy = new double[2 * (4 + random.nextInt(8))];
            for (int i = 0; i < xy.length; i++) {
                xy[i] = lattice ? 4 * random.nextInt(6) : random.nextDouble(20);
            }
            // A sliver that makes sure there is an area.
            solids[k] = prism(planes(random.nextInt(3) * 4, 2, 3), xy, rectangle(30 + k, 0, 31 + k, 20));
        }
        return solids;
    }
}
