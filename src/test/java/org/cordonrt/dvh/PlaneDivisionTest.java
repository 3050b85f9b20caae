package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.Rings;
import org.junit.jupiter.api.Test;

/** A plane region among the cells of a lattice. */
class PlaneDivisionTest {
    private static final double[] X = {0, 1, 2, 4, 5, 6, 8};
    private static final double[] Y = {-3, -1, 0, 2, 3};

    /** Area of the region in each cell. */
    private static final class Areas implements PlaneDivision.Sink {
        final double[][] area = new double[X.length - 1][Y.length - 1];
        final List<String> full = new ArrayList<>();
        int boundaries;

        @Override
        public void full(int a0, int a1, int b0, int b1) {
            full.add(a0 + "-" + a1 + " " + b0 + "-" + b1);
            for (int a = a0; a < a1; a++) {
                for (int b = b0; b < b1; b++) {
                    assertThat(area[a][b]).isZero();
                    area[a][b] = (X[a + 1] - X[a]) * (Y[b + 1] - Y[b]);
                }
            }
        }

        @Override
        public void boundary(int a, int b, RingStack rings, int from, int to) {
            boundaries++;
            assertThat(area[a][b]).isZero();
            area[a][b] = rings.area(from, to);
            double[] x = rings.range(from, to, 0);
            double[] y = rings.range(from, to, 1);
            assertThat(x[0]).isGreaterThanOrEqualTo(X[a]);
            assertThat(x[1]).isLessThanOrEqualTo(X[a + 1]);
            assertThat(y[0]).isGreaterThanOrEqualTo(Y[b]);
            assertThat(y[1]).isLessThanOrEqualTo(Y[b + 1]);
        }

        double sum() {
            return Arrays.stream(area).flatMapToDouble(Arrays::stream).sum();
        }
    }

    @Test
    void theWholeLatticeIsOneFullBlock() {
        Areas areas = new Areas();
        double mm2 = new PlaneDivision(X, Y, areas).divide(List.of(new double[] {0, -3, 8, -3, 8, 3, 0, 3}));
        assertThat(mm2).isEqualTo(48);
        assertThat(areas.full).containsExactly("0-6 0-4");
        assertThat(areas.boundaries).isZero();
    }

    @Test
    void aRectangleOfCellsFillsThem() {
        Areas areas = new Areas();
        double mm2 = new PlaneDivision(X, Y, areas).divide(List.of(new double[] {1, -1, 5, -1, 5, 2, 1, 2}));
        assertThat(mm2).isEqualTo(12);
        assertThat(areas.sum()).isEqualTo(12);
        assertThat(areas.boundaries).isZero();
        assertThat(areas.area[1][1]).isEqualTo(1);
        assertThat(areas.area[2][2]).isEqualTo(4);
        assertThat(areas.area[0][1]).isZero();
    }

    @Test
    void whatLiesOutsideTheLatticeIsCutOff() {
        Areas areas = new Areas();
        double mm2 = new PlaneDivision(X, Y, areas).divide(List.of(new double[] {-5, -9, 7, -9, 7, 9, -5, 9}));
        assertThat(mm2).isCloseTo(42, within(1e-12));
        assertThat(areas.sum()).isCloseTo(42, within(1e-12));
        assertThat(areas.area[5][0]).isCloseTo(2, within(1e-12));
        Areas none = new Areas();
        assertThat(new PlaneDivision(X, Y, none).divide(List.of(new double[] {9, 0, 10, 0, 10, 1})))
                .isZero();
        assertThat(new PlaneDivision(X, Y, none).divide(List.of(new double[] {1, 1, 2, 2})))
                .isZero();
        assertThat(none.sum()).isZero();
    }

    /** The sum over cells is the whole; each cell has what the ring cut to it has. */
    @Test
    void everyCellHasItsPartOfAnyRegion() {
        Property.forAll(150, random -> random, random -> {
            double[] outer = ring(random, 1.5, 4.5, 3 + random.nextInt(60));
            List<double[]> rings = new ArrayList<>(List.of(outer));
            if (random.nextBoolean()) {
                double[] inner = ring(random, 0.3, 1.2, 7);
                for (int i = 0; i < 7 / 2; i++) {
                    for (int k = 0; k < 2; k++) {
                        double swap = inner[2 * i + k];
                        inner[2 * i + k] = inner[12 - 2 * i + k];
                        inner[12 - 2 * i + k] = swap;
                    }
                }
                rings.add(inner);
            }
            Areas areas = new Areas();
            double mm2 = new PlaneDivision(X, Y, areas).divide(rings);
            assertThat(areas.sum()).isCloseTo(mm2, within(1e-9));
            for (int a = 0; a < X.length - 1; a++) {
                for (int b = 0; b < Y.length - 1; b++) {
                    double cell = 0;
                    for (double[] r : rings) {
                        double[] cut = RingClip.keep(RingClip.keep(r, 0, X[a], true), 0, X[a + 1], false);
                        cut = RingClip.keep(RingClip.keep(cut, 1, Y[b], true), 1, Y[b + 1], false);
                        cell += cut.length < 6 ? 0 : Rings.area(cut, 0, cut.length);
                    }
                    assertThat(areas.area[a][b]).as(a + " " + b).isCloseTo(cell, within(1e-9));
                }
            }
        });
    }

    private static double[] ring(SplittableRandom random, double least, double most, int n) {
        double[] xy = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double r = random.nextDouble(least, most);
            xy[2 * i] = 4 + r * Math.cos(2 * Math.PI * i / n);
            xy[2 * i + 1] = r * Math.sin(2 * Math.PI * i / n);
        }
        return xy;
    }

    /** A share of a cell below 1e-12 is rounding; of a block of many cells it may be a small structure. */
    @Test
    void aTinyStructureIsNoRoundingButATinyShareOfACellIs() {
        Areas areas = new Areas();
        double side = 1e-5;
        new PlaneDivision(X, Y, areas)
                .divide(List.of(new double[] {3, 1, 3 + side, 1, 3 + side, 1 + side, 3, 1 + side}));
        assertThat(areas.sum()).isCloseTo(side * side, within(1e-15));
        assertThat(areas.boundaries).isEqualTo(1);
        Areas nothing = new Areas();
        side = 1e-7;
        new PlaneDivision(X, Y, nothing)
                .divide(List.of(new double[] {3, 1, 3 + side, 1, 3 + side, 1 + side, 3, 1 + side}));
        assertThat(nothing.boundaries).isZero();
        Areas full = new Areas();
        new PlaneDivision(X, Y, full).divide(List.of(new double[] {2, 0, 4, 0, 4, 2 - 1e-13, 2, 2}));
        assertThat(full.full).containsExactly("2-3 2-3");
    }

    @Test
    void aDivisionIsUsedForRegionAfterRegion() {
        Areas areas = new Areas();
        PlaneDivision division = new PlaneDivision(X, Y, areas);
        assertThat(division.divide(List.of(new double[] {0, -3, 1, -3, 1, -1, 0, -1})))
                .isEqualTo(2);
        assertThat(division.divide(List.of(new double[] {6, 2, 8, 2, 8, 3, 6, 3})))
                .isEqualTo(2);
        assertThat(areas.full).containsExactly("0-1 0-1", "5-6 3-4");
    }
}
