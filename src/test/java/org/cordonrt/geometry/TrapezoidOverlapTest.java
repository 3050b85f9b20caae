package org.cordonrt.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

class TrapezoidOverlapTest {
    private static void assertShared(double area, double[] s, double[] t) {
        double[][] a = {s};
        double[][] b = {t};
        assertThat(TrapezoidOverlap.areaMm2(a, b)).isCloseTo(area, within(1e-12));
        assertThat(TrapezoidOverlap.areaMm2(b, a)).isCloseTo(area, within(1e-12));
    }

    private static double[] box(double x0, double y0, double x1, double y1) {
        return new double[] {x0, y0, x1, y0, x1, y1, x0, y1};
    }

    /** As trapezoids are listed: lower left, lower right, upper right, upper left. */
    private static double[] trapezoid(double low, double high, double x0, double x1, double topX0, double topX1) {
        return new double[] {x0, low, x1, low, topX1, high, topX0, high};
    }

    @Test
    void boxesShareABoxOrNothing() {
        assertShared(6, box(1, 1, 5, 4), box(2, 2, 8, 10).clone());
        assertShared(12, box(1, 1, 5, 4), box(0, 0, 9, 9));
        assertShared(0, box(1, 1, 5, 4), box(5, 1, 9, 4));
        assertShared(0, box(1, 1, 5, 4), box(1, 4, 5, 9));
        assertShared(0, box(1, 1, 5, 4), box(7, 2, 9, 3));
    }

    @Test
    void whatOverlapsByLessThanCoordinatesAreKnownIsTouching() {
        assertThat(TrapezoidOverlap.areaMm2(new double[][] {box(0, 0, 5, 5)}, new double[][] {box(5 - 5e-10, 0, 9, 5)}))
                .isZero();
        assertThat(TrapezoidOverlap.areaMm2(new double[][] {box(0, 0, 5, 5)}, new double[][] {box(0, 5 - 5e-10, 5, 9)}))
                .isZero();
        assertThat(TrapezoidOverlap.areaMm2(new double[][] {box(0, 0, 5, 5)}, new double[][] {box(5 - 1e-8, 0, 9, 5)}))
                .isCloseTo(5e-8, within(1e-14));
    }

    @Test
    void slantedSidesShareTheIntegralOfTheCommonWidth() {
        // Triangles on their base and on their tip: a rhombus with diagonals 3 and 6.
        double[] up = trapezoid(0, 6, 0, 6, 3, 3);
        double[] down = trapezoid(0, 6, 3, 3, 0, 6);
        assertShared(9, up, down);
        assertShared(18, up, up);
        // Left side leaning one way, right side the other: they cross at different heights.
        assertShared(9, up, trapezoid(0, 6, -9, 3, -9, 3));
        assertShared(2, up, trapezoid(4, 9, -9, 9, -9, 9));
        assertShared(8, trapezoid(1, 5, 0, 4, 4, 8), trapezoid(1, 5, 4, 8, 0, 4));
        // A slope of 1 against a wall: half a square.
        assertShared(8, trapezoid(10, 14, 0, 4, 4, 8), box(4, 0, 20, 20));
        assertShared(12.5, trapezoid(0, 10, 0, 10, 10, 20), trapezoid(5, 15, 0, 10, 0, 10));
    }

    @Test
    void listsShareTheSumOverAllPairs() {
        Property.forAll(300, random -> List.of(stack(random), stack(random)), pair -> {
            double sum = 0;
            for (double[] s : pair.get(0)) {
                for (double[] t : pair.get(1)) {
                    sum += clipped(s, t);
                }
            }
            assertThat(TrapezoidOverlap.areaMm2(pair.get(0), pair.get(1))).isCloseTo(sum, within(1e-9));
        });
    }

    /** Trapezoids in increasing order of their lower sides; they may overlap, which only multiplies the sum. */
    private static double[][] stack(SplittableRandom random) {
        List<double[]> all = new ArrayList<>();
        int n = 1 + random.nextInt(60);
        for (int i = 0; i < n; i++) {
            double low = random.nextInt(8);
            double x = random.nextDouble(10);
            double topX = random.nextDouble(10);
            all.add(trapezoid(
                    low, low + 1 + random.nextInt(5), x, x + random.nextDouble(4), topX, topX + random.nextDouble(4)));
        }
        all.sort((s, t) -> Double.compare(s[1], t[1]));
        return all.toArray(new double[0][]);
    }

    /** The area of one convex ring cut to the left of each edge of another (Sutherland and Hodgman). */
    private static double clipped(double[] subject, double[] clip) {
        double[] ring = subject;
        for (int i = 0; i < clip.length && ring.length > 0; i += 2) {
            int j = (i + 2) % clip.length;
            double ux = clip[j] - clip[i];
            double uy = clip[j + 1] - clip[i + 1];
            if (ux == 0 && uy == 0) {
                continue;
            }
            List<Double> kept = new ArrayList<>();
            for (int k = 0; k < ring.length; k += 2) {
                int m = (k + 2) % ring.length;
                double p = ux * (ring[k + 1] - clip[i + 1]) - uy * (ring[k] - clip[i]);
                double q = ux * (ring[m + 1] - clip[i + 1]) - uy * (ring[m] - clip[i]);
                if (p >= 0) {
                    kept.add(ring[k]);
                    kept.add(ring[k + 1]);
                }
                if (p >= 0 != q >= 0) {
                    double t = p / (p - q);
                    kept.add(ring[k] + t * (ring[m] - ring[k]));
                    kept.add(ring[k + 1] + t * (ring[m + 1] - ring[k + 1]));
                }
            }
            ring = kept.stream().mapToDouble(Double::doubleValue).toArray();
        }
        return Rings.area(ring);
    }
}
