package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

class TrapezoidOutlineTest {
    private static double[] box(double x0, double y0, double x1, double y1) {
        return new double[] {x0, y0, x1, y0, x1, y1, x0, y1};
    }

    private static double area(List<double[]> rings) {
        return rings.stream().mapToDouble(Rings::area).sum();
    }

    private static double length(List<double[]> rings) {
        double sum = 0;
        for (double[] r : rings) {
            for (int i = 0; i < r.length; i += 2) {
                int j = (i + 2) % r.length;
                sum += Math.hypot(r[j] - r[i], r[j + 1] - r[i + 1]);
            }
        }
        return sum;
    }

    @Test
    void oneTrapezoidIsItsOwnOutline() {
        double[] t = {1, 0, 9, 0, 7, 4, 3, 4};
        List<double[]> rings = TrapezoidOutline.of(new double[][] {t});
        assertThat(rings).hasSize(1);
        assertThat(Rings.area(rings.get(0))).isEqualTo(24);
        assertThat(rings.get(0)).hasSize(8).contains(t);
    }

    @Test
    void sharedSidesAreNoPartOfTheOutline() {
        List<double[]> beside = TrapezoidOutline.of(new double[][] {box(0, 0, 4, 5), box(4, 0, 9, 5)});
        assertThat(beside).hasSize(1);
        assertThat(area(beside)).isEqualTo(45);
        assertThat(length(beside)).isEqualTo(28);
        // A wide one on two narrow ones: a bridge, open below.
        List<double[]> bridge =
                TrapezoidOutline.of(new double[][] {box(0, 0, 2, 3), box(6, 0, 9, 3), box(-1, 3, 10, 5)});
        assertThat(bridge).hasSize(1);
        assertThat(area(bridge)).isEqualTo(6 + 9 + 22);
        assertThat(length(bridge)).isEqualTo(11 + 2 * 2 + 2 + 3 + 4 * 3 + (11 - 2 - 3));
    }

    @Test
    void aHoleRunsClockwise() {
        List<double[]> rings = TrapezoidOutline.of(
                new double[][] {box(0, 0, 9, 2), box(0, 2, 3, 5), box(5, 2, 9, 5), box(0, 5, 9, 8)});
        assertThat(rings).hasSize(2);
        assertThat(rings.stream().mapToDouble(Rings::area)).containsExactlyInAnyOrder(72.0, -6.0);
    }

    @Test
    void partsThatOnlyMeetAtACornerOrNotAtAllAreAllThere() {
        assertThat(area(TrapezoidOutline.of(new double[][] {box(0, 0, 2, 2), box(2, 2, 4, 4)})))
                .isEqualTo(8);
        List<double[]> apart = TrapezoidOutline.of(new double[][] {box(0, 0, 2, 2), box(7, 0, 9, 2)});
        assertThat(apart).hasSize(2).allMatch(r -> Rings.area(r) == 4);
    }

    @Test
    void zeroesOfEitherSignAreTheSamePlace() {
        List<double[]> rings = TrapezoidOutline.of(new double[][] {
            {-0.0, -2, 3, -2, 3, -0.0, -0.0, -0.0},
            {0.0, 0.0, 3, 0.0, 3, 2, 0.0, 2}
        });
        assertThat(rings).hasSize(1);
        assertThat(length(rings)).isEqualTo(14);
        assertThat(area(rings)).isEqualTo(12);
        List<double[]> left = TrapezoidOutline.of(new double[][] {
            {-3, -2, -0.0, -2, -0.0, -0.0, -3, -0.0},
            {-3, 0.0, 0.0, 0.0, 0.0, 2, -3, 2},
            {0.0, -2, 3, -2, 3, 2, 0.0, 2}
        });
        assertThat(left).hasSize(1);
        assertThat(area(left)).isEqualTo(24);
    }

    /** The outline goes once around what the region holds, and not around what it does not. */
    @Test
    void outlinesHaveTheAreaAndTheInsideOfTheirRegion() {
        Property.forAll(300, TrapezoidOutlineTest::squares, polygons -> {
            PlaneRegion region = PlaneRegion.evenOdd(polygons);
            List<double[]> rings = region.outlines();
            assertThat(area(rings)).isCloseTo(region.areaMm2(), within(1e-9));
            SplittableRandom random = new SplittableRandom(polygons.size());
            for (int i = 0; i < 100; i++) {
                double x = random.nextDouble(20);
                double y = random.nextDouble(20);
                int winding = rings.stream()
                        .mapToInt(r -> Rings.windingNumber(r, x, y))
                        .sum();
                assertThat(winding).isEqualTo(region.contains(x, y) ? 1 : 0);
            }
            if (region.hasCrossings()) {
                assertThat(length(rings)).isLessThanOrEqualTo(length(polygons) + 1e-9);
            }
        });
    }

    /** Boxes and diamonds on a lattice, which touch, coincide and cross. */
    private static List<double[]> squares(SplittableRandom random) {
        List<double[]> polygons = new ArrayList<>();
        for (int k = 2 + random.nextInt(4); k > 0; k--) {
            double x = random.nextInt(1, 12);
            double y = random.nextInt(1, 12);
            double a = random.nextInt(1, 7);
            polygons.add(
                    random.nextBoolean()
                            ? box(x, y, x + a, y + random.nextInt(1, 7))
                            : new double[] {x + a, y, x + 2 * a, y + a, x + a, y + 2 * a, x, y + a});
        }
        return polygons;
    }
}
