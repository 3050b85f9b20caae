package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.SurfaceStrip;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class StripSearchTest {
    /** A ribbon of up to 40 quadrilaterals that turns and twists. */
    private static StripTree ribbon(SplittableRandom r, double away) {
        int n = 1 + r.nextInt(40);
        double[] lower = new double[3 * n + 3];
        double[] upper = new double[3 * n + 3];
        double[] at = {r.nextDouble(-away, away), r.nextDouble(-away, away), r.nextDouble(-away, away)};
        double[] way = {r.nextDouble(-1, 1), r.nextDouble(-1, 1), r.nextDouble(-1, 1)};
        for (int i = 0; i <= n; i++) {
            for (int d = 0; d < 3; d++) {
                at[d] += way[d] + r.nextDouble(-0.3, 0.3);
                way[d] += r.nextDouble(-0.3, 0.3);
                lower[3 * i + d] = at[d];
                upper[3 * i + d] = at[d] + r.nextDouble(-1, 2);
            }
        }
        return new StripTree(new SurfaceStrip(lower, upper));
    }

    private static Point3 at(double[] row, int i) {
        return new Point3(row[3 * i], row[3 * i + 1], row[3 * i + 2]);
    }

    /** The two triangles of each quadrilateral, on either side of its shorter diagonal: nine numbers each. */
    private static double[][] triangles(StripTree t) {
        int n = t.lower.length / 3 - 1;
        double[][] triangles = new double[2 * n][];
        for (int i = 0; i < n; i++) {
            Point3 a = at(t.lower, i);
            Point3 b = at(t.lower, i + 1);
            Point3 c = at(t.upper, i + 1);
            Point3 d = at(t.upper, i);
            boolean shorter = a.distanceTo(c) <= b.distanceTo(d);
            triangles[2 * i] = shorter ? numbers(a, b, c) : numbers(a, b, d);
            triangles[2 * i + 1] = shorter ? numbers(a, c, d) : numbers(b, c, d);
        }
        return triangles;
    }

    private static double[] numbers(Point3 a, Point3 b, Point3 c) {
        return new double[] {a.x(), a.y(), a.z(), b.x(), b.y(), b.z(), c.x(), c.y(), c.z()};
    }

    static double byAllPairs(StripTree s, StripTree t) {
        TrianglePair pair = new TrianglePair(Double.POSITIVE_INFINITY);
        double[][] other = triangles(t);
        for (double[] a : triangles(s)) {
            for (double[] b : other) {
                pair.between(a, 0, 3, 6, b, 0, 3, 6, true);
            }
        }
        return Math.sqrt(pair.best2);
    }

    @Test
    void theSmallestOfAllPairsOfTriangles() {
        Property.forAll(400, r -> new StripTree[] {ribbon(r, 1), ribbon(r, 1 + r.nextInt(30))}, t -> {
            StripSearch search = new StripSearch();
            search.search(t[0], t[1]);
            double expected = byAllPairs(t[0], t[1]);
            assertThat(search.nearest().distanceMm()).isCloseTo(expected, within(1e-9));
            assertThat(search.best()).isCloseTo(expected, within(1e-9));
            assertThat(search.best2()).isCloseTo(expected * expected, within(1e-9 * (1 + expected)));
            Nearest n = search.nearest();
            assertThat(n.onFirst().distanceTo(n.onSecond())).isCloseTo(expected, within(1e-9));
        });
    }

    @Test
    void theBestOfSeveralSearchesIsKept() {
        Property.forAll(100, r -> new StripTree[] {ribbon(r, 9), ribbon(r, 9), ribbon(r, 9), ribbon(r, 9)}, t -> {
            StripSearch search = new StripSearch();
            double expected = Double.POSITIVE_INFINITY;
            for (int i = 0; i < 2; i++) {
                for (int j = 2; j < 4; j++) {
                    search.search(t[i], t[j]);
                    expected = Math.min(expected, byAllPairs(t[i], t[j]));
                    assertThat(search.best()).isCloseTo(expected, within(1e-9));
                }
            }
        });
    }

    @Test
    void aKnownDistanceIsKeptUnlessSomethingIsNearer() {
        StripTree low = square(0);
        StripTree high = square(3);
        Point3 a = new Point3(1, 2, 3);
        StripSearch far = new StripSearch();
        far.startWith(new Nearest(2.5, a, new Point3(1, 2, 5.5)));
        far.search(low, high);
        assertThat(far.nearest()).isEqualTo(new Nearest(2.5, a, new Point3(1, 2, 5.5)));
        StripSearch near = new StripSearch();
        near.startWith(new Nearest(4, a, new Point3(1, 2, 7)));
        assertThat(near.best()).isEqualTo(4);
        assertThat(near.best2()).isEqualTo(16);
        near.search(low, high);
        assertThat(near.nearest().distanceMm()).isEqualTo(3);
        assertThat(near.nearest().onFirst().z()).isZero();
        assertThat(near.nearest().onSecond().z()).isEqualTo(3);
    }

    /** One quadrilateral, 4 by 4, at a height. */
    private static StripTree square(double z) {
        return new StripTree(new SurfaceStrip(new double[] {0, 0, z, 4, 0, z}, new double[] {0, 4, z, 4, 4, z}));
    }

    /** Two corners up, two down: the shorter diagonal runs over the saddle or under it. */
    @Test
    void aQuadrilateralThatIsNotFlatIsFoldedAlongItsShorterDiagonal() {
        StripTree kite =
                new StripTree(new SurfaceStrip(new double[] {-1, 0, 2, 0, -5, 0}, new double[] {0, 5, 0, 1, 0, 2}));
        StripSearch search = new StripSearch();
        search.search(kite, square(9));
        assertThat(search.nearest().distanceMm()).isCloseTo(7, within(1e-9));
        // From below, at the middle: the fold is up at z = 2.
        StripTree below = new StripTree(new SurfaceStrip(
                new double[] {-0.1, -0.1, -3, 0.1, -0.1, -3}, new double[] {-0.1, 0.1, -3, 0.1, 0.1, -3}));
        StripSearch under = new StripSearch();
        under.search(kite, below);
        assertThat(under.nearest().distanceMm()).isGreaterThan(4.5);
    }

    @Test
    void stripsThatCrossMeet() {
        StripTree upright =
                new StripTree(new SurfaceStrip(new double[] {2, 2, -3, 2, 3, -3}, new double[] {2, 2, 3, 2, 3, 3}));
        StripSearch search = new StripSearch();
        search.search(square(0), upright);
        assertThat(search.nearest().distanceMm()).isZero();
        assertThat(search.nearest().onFirst()).isEqualTo(search.nearest().onSecond());
    }
}
