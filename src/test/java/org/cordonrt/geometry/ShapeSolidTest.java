package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shape model against bodies whose contours are known at every height. */
class ShapeSolidTest {
    private static final SolidOptions SHAPE = SolidOptions.defaults().withModel(SolidModel.SHAPE);

    @Test
    void aBodyThatDoesNotChangeBetweenPlanesIsTheSameInBothModels() {
        List<double[]> rings = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            rings.add(disc(0, 0, 5, 40));
        }
        SlabSolid slab = SlabSolid.of(stack(rings, 0, 3), SolidOptions.defaults());
        SlabSolid shape = slab.under(SolidModel.SHAPE, EndCap.HALF);
        assertThat(shape.volumeCc()).isCloseTo(slab.volumeCc(), within(1e-12));
        assertThat(shape.slabs()).hasSameSizeAs(slab.slabs());
    }

    @ParameterizedTest
    @ValueSource(doubles = {15, 25, 35, 50})
    void aSlantedCylinderComesOutSlanted(double degrees) {
        double lean = Math.tan(Math.toRadians(degrees));
        Structure cord = body(-15, 15, 3, z -> List.of(disc(lean * z, 0, 5, 60)));
        SlabSolid shape = SlabSolid.of(cord, SHAPE);
        double area = Rings.area(disc(0, 0, 5, 60));
        assertThat(shape.volumeCc()).isCloseTo(area * 33 / 1000, within(1e-6));
        for (Slab s : shape.slabs()) {
            if (s.planeMm() > -15 && s.planeMm() < 15) {
                assertThat(s.region().minX()).isCloseTo(lean * s.planeMm() - 5, within(1e-6));
                assertThat(s.region().maxX()).isCloseTo(lean * s.planeMm() + 5, within(1e-6));
                assertThat(lean * (s.highMm() - s.lowMm())).isLessThan(0.2 + 1e-9);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3, 4})
    void aSphereKeepsItsVolumeWithinTwoPercentAndItsPoles(double spacing) {
        Structure sphere =
                body(-12, 12, spacing, z -> List.of(disc(0, 0, Math.max(0.05, Math.sqrt(144 - z * z)), 300)));
        SlabSolid shape = SlabSolid.of(sphere, SHAPE);
        assertThat(shape.volumeCc()).isCloseTo(7.2382, within(0.02 * 7.2382));
        assertThat(shape.slabs().get(0).lowMm()).isCloseTo(-12, within(0.01));
        assertThat(shape.slabs().get(shape.slabs().size() - 1).highMm()).isCloseTo(12, within(0.01));
    }

    @Test
    void aSphereWhosePolesLieBetweenPlanesClosesThere() {
        for (double shift : new double[] {0.2, 0.7, 1.3, 1.9, 2.4, 2.9}) {
            Structure sphere = body(
                    -15 + shift,
                    15,
                    3,
                    z -> Math.abs(z) < 12 ? List.of(disc(0, 0, Math.sqrt(144 - z * z), 200)) : List.of());
            SlabSolid shape = SlabSolid.of(sphere, SHAPE);
            assertThat(shape.slabs().get(0).lowMm()).as("shift " + shift).isCloseTo(-12, within(0.05));
            assertThat(shape.slabs().get(shape.slabs().size() - 1).highMm()).isCloseTo(12, within(0.05));
            assertThat(shape.volumeCc()).isCloseTo(7.2382, within(0.02 * 7.2382));
        }
    }

    @Test
    void aConeComesOutAsDrawn() {
        Structure cone = body(0, 24, 3, z -> List.of(disc(0, 0, Math.max(0.02, 12 - z / 2), 120)));
        SlabSolid shape = SlabSolid.of(cone, SHAPE.withEndCap(EndCap.NONE));
        assertThat(shape.volumeCc()).isCloseTo(Math.PI * 144 * 24 / 3 / 1000, within(0.005 * 3.62));
        List<Slab> capped = SlabSolid.of(cone, SHAPE).slabs();
        assertThat(capped.get(0).lowMm()).as("the base ends blunt").isCloseTo(-1.5, within(1e-9));
        assertThat(capped.get(capped.size() - 1).highMm())
                .as("the tip ends in a point")
                .isCloseTo(24, within(0.06));
    }

    @Test
    void contoursInAnyOrderOfPointsAndAnyNumberOfThemMakeTheSameBody() {
        int[] corners = {40, 73, 25, 64, 51};
        List<double[]> rings = new ArrayList<>();
        for (int i = 0; i < corners.length; i++) {
            double[] ring = turned(disc(1.5 * i, 0.5 * i, 6, corners[i]), 7 * i);
            rings.add(i % 2 == 0 ? ring : Rings.reversed(ring));
        }
        SlabSolid shape = SlabSolid.of(stack(rings, 0, 2), SHAPE.withEndCap(EndCap.NONE));
        assertThat(shape.volumeCc()).isCloseTo(Math.PI * 36 * 8 / 1000, within(0.01 * Math.PI * 36 * 8 / 1000));
    }

    @Test
    void aBranchStartsFromThePartOfTheRingNearestToIt() {
        List<List<double[]>> planes = List.of(
                List.of(disc(0, 0, 8, 100)),
                List.of(disc(0, 0, 8, 100)),
                List.of(disc(-5, 0, 3, 60), disc(5, 0, 3, 60)),
                List.of(disc(-5, 0, 3, 60), disc(5, 0, 3, 60)));
        SlabSolid shape = SlabSolid.of(planes(planes, 0, 3), SHAPE.withEndCap(EndCap.NONE));
        double one = Rings.area(disc(0, 0, 8, 100));
        double two = 2 * Rings.area(disc(0, 0, 3, 60));
        double before = one;
        for (Slab s : shape.slabs()) {
            assertThat(s.region().areaMm2()).isBetween(two * 0.999, one * 1.001);
            assertThat(s.region().areaMm2()).isLessThanOrEqualTo(before * 1.0001);
            before = s.region().areaMm2();
            assertThat(s.region().contains(-5, 0)).isTrue();
            assertThat(s.region().contains(5, 0)).isTrue();
        }
        assertThat(shape.volumeCc() * 1000).isBetween(3 * one + 3 * two, 6 * one + 3 * two);
    }

    @Test
    void aHoleRunsOnAndAHoleThatEndsIsClosedHalfWay() {
        double[] outer = disc(0, 0, 10, 80);
        double[] hole = disc(0, 0, 4, 40);
        List<List<double[]>> planes =
                List.of(List.of(outer, hole), List.of(outer, hole), List.of(outer), List.of(outer));
        SlabSolid slab = SlabSolid.of(planes(planes, 0, 3), SolidOptions.defaults());
        SlabSolid shape = slab.under(SolidModel.SHAPE, EndCap.HALF);
        assertThat(shape.volumeCc()).isCloseTo(slab.volumeCc(), within(1e-9));
    }

    @Test
    void anIslandOfOnePlaneIsCarriedHalfWayToBothSides() {
        double[] body = disc(0, 0, 10, 80);
        double[] island = disc(30, 0, 5, 80);
        List<List<double[]>> planes = List.of(List.of(body), List.of(body, island), List.of(body));
        SlabSolid slab = SlabSolid.of(planes(planes, 0, 3), SolidOptions.defaults());
        SlabSolid shape = slab.under(SolidModel.SHAPE, EndCap.HALF);
        assertThat(shape.volumeCc()).isCloseTo(slab.volumeCc(), within(1e-9));
    }

    @Test
    void contoursThatCrossOnOnePlaneDoNotDisturbTheirNeighbours() {
        double[] body = disc(0, 0, 10, 80);
        List<List<double[]>> planes =
                List.of(List.of(body), List.of(disc(-4, 0, 7, 60), disc(4, 0.1, 7, 60)), List.of(body));
        SlabSolid shape = SlabSolid.of(planes(planes, 0, 3), SHAPE);
        assertThat(shape.volumeCc()).isPositive();
        for (Slab s : shape.slabs()) {
            assertThat(s.region().areaMm2()).isLessThan(400);
        }
    }

    @Test
    void theEndCapIsHonoured() {
        Structure cylinder = body(0, 9, 3, z -> List.of(disc(0, 0, 5, 60)));
        double area = Rings.area(disc(0, 0, 5, 60));
        SlabSolid half = SlabSolid.of(cylinder, SHAPE);
        assertThat(half.volumeCc()).isCloseTo(area * 12 / 1000, within(1e-9));
        assertThat(half.under(SolidModel.SHAPE, EndCap.NONE).volumeCc()).isCloseTo(area * 9 / 1000, within(1e-9));
        assertThat(half.under(SolidModel.SHAPE, new EndCap(1)).volumeCc()).isCloseTo(area * 11 / 1000, within(1e-9));
    }

    @Test
    void aSinglePlaneIsTheSameInBothModels() {
        Structure one = body(0, 0, 1, z -> List.of(disc(0, 0, 5, 60)));
        assertThat(SlabSolid.of(one, SHAPE).volumeCc())
                .isEqualTo(SlabSolid.of(one, SolidOptions.defaults()).volumeCc());
    }

    private static double[] turned(double[] ring, int by) {
        double[] out = new double[ring.length];
        for (int i = 0; i < ring.length; i++) {
            out[i] = ring[(i + 2 * by) % ring.length];
        }
        return out;
    }

    static double[] disc(double x, double y, double r, int n) {
        double[] ring = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double a = 2 * Math.PI * i / n;
            ring[2 * i] = x + r * Math.cos(a);
            ring[2 * i + 1] = y + r * Math.sin(a);
        }
        return ring;
    }

    private static Structure body(double from, double to, double spacing, DoubleFunction<List<double[]>> section) {
        List<List<double[]>> planes = new ArrayList<>();
        int n = (int) Math.floor((to - from) / spacing + 1e-9);
        for (int i = 0; i <= n; i++) {
            planes.add(section.apply(from + i * spacing));
        }
        return planes(planes, from, spacing);
    }

    private static Structure stack(List<double[]> rings, double from, double spacing) {
        return planes(rings.stream().map(List::of).toList(), from, spacing);
    }

    private static Structure planes(List<List<double[]>> planes, double from, double spacing) {
        List<Contour> contours = new ArrayList<>();
        for (int k = 0; k < planes.size(); k++) {
            for (double[] ring : planes.get(k)) {
                double[] xyz = new double[ring.length / 2 * 3];
                for (int i = 0; i < ring.length / 2; i++) {
                    xyz[3 * i] = ring[2 * i];
                    xyz[3 * i + 1] = ring[2 * i + 1];
                    xyz[3 * i + 2] = from + k * spacing;
                }
                contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz));
            }
        }
        return Structure.of(1, "Test", contours);
    }
}
