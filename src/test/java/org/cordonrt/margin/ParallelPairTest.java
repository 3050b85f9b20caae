package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cordonrt.Property;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.junit.jupiter.api.Test;

class ParallelPairTest {
    private static double beside(Slab s, Slab t) {
        return Math.sqrt(
                new RegionDistance(new RegionEdges(s.region()), new RegionEdges(t.region()), Double.POSITIVE_INFINITY)
                        .distance2());
    }

    private static void assertTaken(Nearest n, double expected, SlabSolid a, SlabSolid b) {
        assertThat(n.distanceMm()).isCloseTo(expected, within(1e-9));
        assertThat(n.onFirst().distanceTo(n.onSecond())).isCloseTo(expected, within(1e-9));
        assertThat(new PointOracle(a).distanceMm(n.onFirst())).isLessThan(1e-9);
        assertThat(new PointOracle(b).distanceMm(n.onSecond())).isLessThan(1e-9);
    }

    @Test
    void theSmallestOfAllPairsOfSlabsAndOfPlanes() {
        Property.forAll(200, RandomSolids::pair, p -> {
            SlabSolid a = p.first(Shapes.IN_PLACE);
            SlabSolid b = p.second(Shapes.IN_PLACE);
            double slabs = Double.POSITIVE_INFINITY;
            double planes = Double.POSITIVE_INFINITY;
            double mm3 = 0;
            for (Slab s : a.slabs()) {
                for (Slab t : b.slabs()) {
                    double beside = beside(s, t);
                    double gap = Math.max(0, Math.max(t.lowMm() - s.highMm(), s.lowMm() - t.highMm()));
                    slabs = Math.min(slabs, Math.hypot(gap, beside));
                    planes = Math.min(planes, Math.hypot(t.planeMm() - s.planeMm(), beside));
                    double common = Math.min(s.highMm(), t.highMm()) - Math.max(s.lowMm(), t.lowMm());
                    mm3 += Math.max(0, common) * s.region().overlapAreaMm2(t.region());
                }
            }
            ParallelPair pair = new ParallelPair(a, b);
            assertTaken(pair.slabs(), slabs, a, b);
            assertTaken(pair.planes(), planes, a, b);
            assertThat(pair.overlapMm3()).isCloseTo(mm3, within(1e-9 * (1 + mm3)));
        });
    }

    /** The nearest slabs are not those at the same height. */
    @Test
    void stepsUpAndDownAreFound() {
        SlabSolid post = Shapes.prism(Shapes.planes(0, 2, 3), Shapes.rectangle(0, 0, 4, 4));
        for (int step : new int[] {0, 9, 19}) {
            Shapes wall = Shapes.axial();
            for (int k = 0; k < 20; k++) {
                wall.add(new double[] {2 * k - 18}, Shapes.rectangle(k == step ? 5 : 60, 0, 70, 4));
            }
            Nearest n = new ParallelPair(post, wall.solid()).slabs();
            // The step reaches from one below to one above its plane, the post from -1 to 5.
            double z = 2 * step - 18;
            double gap = Math.max(0, Math.max(z - 1 - 5, -1 - (z + 1)));
            assertThat(n.distanceMm()).isCloseTo(Math.hypot(1, gap), within(1e-9));
            assertThat(n.onFirst().x()).isEqualTo(4);
            assertThat(n.onSecond().x()).isEqualTo(5);
            assertThat(n.onSecond().z()).isBetween(z - 1, z + 1);
            Nearest back = new ParallelPair(wall.solid(), post).slabs();
            assertThat(back.distanceMm()).isEqualTo(n.distanceMm());
            assertThat(back.onFirst()).isEqualTo(n.onSecond());
        }
    }

    @Test
    void flatContoursBesideEachOtherAreAtTheSameHeight() {
        SlabSolid left = Shapes.prism(Shapes.planes(0, 2, 3), Shapes.rectangle(0, 0, 4, 4));
        SlabSolid right = Shapes.prism(Shapes.planes(0.5, 2, 3), Shapes.rectangle(7, 0, 9, 4));
        Nearest slabs = new ParallelPair(left, right).slabs();
        assertThat(slabs.distanceMm()).isEqualTo(3);
        assertThat(slabs.onFirst().z()).isEqualTo(slabs.onSecond().z());
        Nearest planes = new ParallelPair(left, right).planes();
        assertThat(planes.distanceMm()).isCloseTo(Math.hypot(3, 0.5), within(1e-12));
        assertThat(planes.onSecond().z() - planes.onFirst().z()).isEqualTo(0.5);
    }
}
