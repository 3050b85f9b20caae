package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeSlabsTest {
    private static final double[] BOX = Outlines.box(0, 0, 8, 4);

    private static List<Slab> slabs(double[] heights, double[][]... rings) {
        return SlabSolid.of(
                        Outlines.structure(heights, rings),
                        SolidOptions.defaults().withModel(SolidModel.SHAPE))
                .slabs();
    }

    /** Low, high and area of each. */
    private static void assertSlabs(List<Slab> slabs, double... numbers) {
        List<Double> found = new ArrayList<>();
        for (Slab s : slabs) {
            found.add(s.lowMm());
            found.add(s.highMm());
            found.add(s.region().areaMm2());
        }
        assertThat(found.stream().mapToDouble(d -> d).toArray()).containsExactly(numbers, within(1e-9));
    }

    @Test
    void whatDoesNotChangeIsCutAtItsPlanesOnly() {
        double[][] one = {BOX};
        assertSlabs(slabs(new double[] {0, 2, 6}, one, one, one), -1, 1, 32, 1, 4, 32, 4, 7.5, 32);
    }

    /** Moved by 0.6 mm: four levels, each with a slab half-way to its neighbours. */
    @Test
    void whatMovesIsCutAtEveryLevel() {
        List<Slab> slabs =
                slabs(new double[] {0, 2}, new double[][] {BOX}, new double[][] {Outlines.placed(BOX, 1, 1, 0.6, 0)});
        List<Double> left = slabs.stream().map(s -> s.region().minX()).toList();
        List<Double> planes = slabs.stream().map(Slab::planeMm).toList();
        assertThat(slabs.get(0).lowMm()).isCloseTo(-1, within(1e-12));
        assertThat(slabs.get(slabs.size() - 1).highMm()).isCloseTo(3, within(1e-12));
        for (int k = 0; k < slabs.size(); k++) {
            assertThat(left.get(k)).isCloseTo(0.3 * planes.get(k), within(1e-9));
            if (k > 0) {
                assertThat(slabs.get(k).lowMm()).isEqualTo(slabs.get(k - 1).highMm());
                assertThat(slabs.get(k).lowMm()).isCloseTo((planes.get(k) + planes.get(k - 1)) / 2, within(1e-9));
            }
        }
        assertThat(planes).contains(0.0, 2.0);
    }

    @Test
    void aPlanesSlabHasTheContoursThemselves() {
        double[] cross = Outlines.box(3, -2, 5, 6);
        SlabSolid solid = SlabSolid.of(
                Outlines.structure(new double[] {0, 2}, new double[][] {BOX, cross}, new double[][] {BOX, cross}),
                SolidOptions.defaults().withModel(SolidModel.SHAPE));
        assertThat(solid.slabs()).hasSize(2);
        assertThat(solid.slabs().get(0).region()).isSameAs(solid.surface().contours(0));
        assertThat(solid.slabs().get(1).region()).isSameAs(solid.surface().contours(1));
    }

    /** The island ends half-way to either side, but no farther than half of one and a half usual spacings. */
    @Test
    void anIslandCutsTheSlabsWhereItEnds() {
        double[] island = Outlines.box(20, 0, 22, 2);
        assertSlabs(
                slabs(new double[] {0, 2, 6}, new double[][] {BOX}, new double[][] {BOX, island}, new double[][] {BOX}),
                -1,
                1,
                32,
                1,
                3.5,
                36,
                3.5,
                4,
                32,
                4,
                7.5,
                32);
        // The box changes as well: no level is left out, and the island ends where it did.
        List<Slab> moving = slabs(
                new double[] {0, 2}, new double[][] {BOX, island}, new double[][] {Outlines.placed(BOX, 1, 1, 0.5, 0)});
        double volume = 0;
        for (Slab s : moving) {
            volume += s.thicknessMm() * s.region().areaMm2();
            boolean beside = s.region().areaMm2() > 33;
            assertThat(beside ? s.highMm() <= 1 + 1e-9 : s.lowMm() >= 1 - 1e-9).isTrue();
        }
        assertThat(volume).isCloseTo(32 * 4 + 4 * 2, within(1e-9));
    }

    @Test
    void partsThatFollowWithoutTouchingLeaveAGap() {
        double[] far = Outlines.box(40, 0, 48, 4);
        SlabSolid apart = SlabSolid.of(
                Outlines.structure(
                        new double[] {0, 2, 4}, new double[][] {BOX}, new double[][] {BOX}, new double[][] {far}),
                new SolidOptions(new EndCap(0.5), 2, List.of(), SolidModel.SHAPE));
        assertSlabs(apart.slabs(), -0.5, 1, 32, 1, 2.5, 32, 3.5, 4.5, 32);
    }

    @Test
    void withoutEndCapsItEndsAtItsPlanes() {
        double[][] one = {BOX};
        SlabSolid solid = SlabSolid.of(
                Outlines.structure(new double[] {0, 2, 6}, one, one, one),
                new SolidOptions(EndCap.NONE, 2, List.of(), SolidModel.SHAPE));
        assertSlabs(solid.slabs(), 0, 1, 32, 1, 4, 32, 4, 6, 32);
    }
}
