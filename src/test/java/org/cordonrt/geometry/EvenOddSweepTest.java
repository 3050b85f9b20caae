package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

class EvenOddSweepTest {
    private static double[] box(double x0, double y0, double x1, double y1) {
        return new double[] {x0, y0, x1, y0, x1, y1, x0, y1};
    }

    private static PlaneRegion evenOdd(double[]... polygons) {
        return PlaneRegion.evenOdd(List.of(polygons));
    }

    @Test
    void polygonsThatKeepApartStayAsDrawnOuterOnesLeftHolesRight() {
        double[] outer = box(0, 0, 20, 20);
        double[] hole = box(4, 4, 16, 16);
        double[] island = box(8, 8, 12, 12);
        PlaneRegion r = evenOdd(outer, hole, island, Rings.reversed(box(30, 0, 40, 10)));
        assertThat(r.hasCrossings()).isFalse();
        assertThat(r.mayRepeatEdges()).isFalse();
        assertThat(r.toRings()).hasDimensions(4, 8);
        assertThat(r.toRings()[0]).isEqualTo(outer);
        assertThat(r.toRings()[1]).isEqualTo(Rings.reversed(hole));
        assertThat(r.toRings()[2]).isEqualTo(island);
        assertThat(Rings.area(r.toRings()[3])).isEqualTo(100);
        assertThat(r.toEdges()).hasSize(64).startsWith(0, 0, 20, 0, 20, 0, 20, 20, 20, 20, 0, 20, 0, 20, 0, 0);
    }

    @Test
    void polygonsThatTouchCrossOrCoincideAreCutIntoTrapezoids() {
        assertThat(evenOdd(box(0, 0, 5, 5), box(3, 3, 9, 9)).hasCrossings()).isTrue();
        assertThat(evenOdd(box(0, 0, 5, 5), box(0, 0, 5, 3)).areaMm2()).isEqualTo(10);
        assertThat(evenOdd(box(0, 0, 5, 5), box(1, 0, 3, 5)).areaMm2()).isEqualTo(15);
        assertThat(evenOdd(new double[] {0, 0, 6, 6, 6, 0, 0, 6}).hasCrossings())
                .isTrue();
    }

    @Test
    void aSlotNarrowerThanASeamMayRepeatEdges() {
        for (double width : new double[] {1e-5, 5e-7}) {
            boolean seam = width < 1e-6;
            PlaneRegion upright = evenOdd(box(0, 0, 5, 9), box(5 + width, 0, 9, 9));
            assertThat(upright.mayRepeatEdges()).isEqualTo(seam);
            PlaneRegion level = evenOdd(box(0, 0, 9, 5), box(0, 5 + width, 9, 9));
            assertThat(level.mayRepeatEdges()).isEqualTo(seam);
            // A thin hole in either direction is one as well.
            assertThat(evenOdd(box(0, 0, 9, 9), box(3, 4, 6, 4 + width)).mayRepeatEdges())
                    .isEqualTo(seam);
            assertThat(evenOdd(box(0, 0, 9, 9), box(3, 4, 3 + width, 7)).mayRepeatEdges())
                    .isEqualTo(seam);
        }
    }

    /** Edges that meet at a tip are near each other there, but not all along. */
    @Test
    void aPointedTipIsNoSeam() {
        assertThat(evenOdd(new double[] {0, 0, 8, 0, 4, 6}).mayRepeatEdges()).isFalse();
        assertThat(evenOdd(new double[] {4, 0, 8, 6, 0, 6}).mayRepeatEdges()).isFalse();
    }

    /** Heights so near each other that the keys of a sort cannot tell them apart. */
    @Test
    void theLowestEdgeComesFirstHoweverLittleLowerItIs() {
        double[] first = box(0, 2e-18, 4, 1000);
        double[] second = box(10, 1e-18, 12, 1000);
        double[] third = box(20, 3e-18, 23, 1000);
        for (List<double[]> order : List.of(List.of(first, second, third), List.of(third, first, second))) {
            PlaneRegion r = PlaneRegion.evenOdd(order);
            assertThat(r.areaMm2()).isCloseTo(9000, within(1e-9));
            double lower = 0;
            for (double[] t : r.toTrapezoids()) {
                assertThat(t[1]).isGreaterThanOrEqualTo(lower);
                lower = t[1];
            }
            assertThat(r.toTrapezoids()).hasDimensions(3, 8);
        }
    }

    @Test
    void whatRingsCoverIsTheirUnionWithoutTheHoles() {
        double[] a = box(0, 0, 6, 6);
        double[] b = box(4, 4, 10, 10);
        assertThat(PlaneRegion.covered(List.of(a)).toRings()).isDeepEqualTo(new double[][] {a});
        assertThat(PlaneRegion.covered(List.of(a, b)).areaMm2()).isCloseTo(36 + 36 - 4, within(1e-12));
        assertThat(PlaneRegion.covered(List.of(a, a)).areaMm2()).isCloseTo(36, within(1e-12));
        assertThat(PlaneRegion.covered(List.of(a, Rings.reversed(box(1, 1, 3, 3))))
                        .areaMm2())
                .isCloseTo(32, within(1e-12));
        assertThat(PlaneRegion.covered(List.of(Rings.reversed(a))).areaMm2()).isZero();
        // A bow tie: one lobe runs the one way, the other lobe the other.
        assertThat(PlaneRegion.covered(List.of(new double[] {0, 0, 6, 6, 6, 0, 0, 6}))
                        .areaMm2())
                .isCloseTo(9, within(1e-12));
    }

    @Test
    void aUnionHoldsWhatAnyOfItsRingsHolds() {
        Property.forAll(
                200,
                random -> {
                    double[][] boxes = new double[1 + random.nextInt(5)][];
                    for (int i = 0; i < boxes.length; i++) {
                        double x = random.nextInt(12);
                        double y = random.nextInt(12);
                        boxes[i] = box(x, y, x + 1 + random.nextInt(8), y + 1 + random.nextInt(8));
                    }
                    return List.of(boxes);
                },
                boxes -> {
                    PlaneRegion r = PlaneRegion.covered(boxes);
                    int cells = 0;
                    for (double x = 0.5; x < 20; x++) {
                        for (double y = 0.5; y < 20; y++) {
                            double px = x;
                            double py = y;
                            boolean any = boxes.stream().anyMatch(b -> Rings.windingNumber(b, px, py) != 0);
                            assertThat(r.contains(x, y)).isEqualTo(any);
                            cells += any ? 1 : 0;
                        }
                    }
                    assertThat(r.areaMm2()).isCloseTo(cells, within(1e-9));
                });
    }
}
