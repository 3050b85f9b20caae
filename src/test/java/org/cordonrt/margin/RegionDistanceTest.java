package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneRegion;
import org.junit.jupiter.api.Test;

class RegionDistanceTest {
    private static RegionEdges edges(double[]... rings) {
        return new RegionEdges(PlaneRegion.evenOdd(List.of(rings)));
    }

    private static RegionDistance between(RegionEdges a, RegionEdges b) {
        return new RegionDistance(a, b, Double.POSITIVE_INFINITY);
    }

    private static void assertNearest(RegionEdges a, RegionEdges b, double ax, double ay, double bx, double by) {
        RegionDistance there = between(a, b);
        assertThat(there.found()).isTrue();
        assertThat(Math.sqrt(there.distance2())).isCloseTo(Math.hypot(ax - bx, ay - by), within(1e-12));
        assertThat(new double[] {there.ax(), there.ay(), there.bx(), there.by()})
                .containsExactly(new double[] {ax, ay, bx, by}, within(1e-12));
        RegionDistance back = between(b, a);
        assertThat(new double[] {back.ax(), back.ay(), back.bx(), back.by()})
                .containsExactly(new double[] {bx, by, ax, ay}, within(1e-12));
    }

    @Test
    void aCornerAndASide() {
        RegionEdges box = edges(Shapes.rectangle(0, 0, 10, 6));
        assertNearest(box, edges(new double[] {13, 2, 20, 0, 20, 9}), 10, 2, 13, 2);
        assertNearest(box, edges(new double[] {-3, 2, -20, 0, -20, 9}), 0, 2, -3, 2);
        assertNearest(box, edges(new double[] {4, 8, 9, 20, 0, 20}), 4, 6, 4, 8);
        assertNearest(box, edges(new double[] {4, -8, 9, -20, 0, -20}), 4, 0, 4, -8);
        // A slanted side over the corner (10, 6): x + y = 18, nearest at (11, 7).
        assertNearest(box, edges(new double[] {8, 10, 30, 30, 18, 0}), 10, 6, 11, 7);
    }

    @Test
    void twoCorners() {
        assertNearest(edges(Shapes.rectangle(0, 0, 10, 6)), edges(Shapes.rectangle(13, 10, 20, 20)), 10, 6, 13, 10);
    }

    @Test
    void sidesThatCrossMeetWhereTheyCross() {
        RegionDistance d = between(edges(new double[] {0, 0, 10, 0, 5, 20}), edges(new double[] {0, 8, 10, 8, 5, -20}));
        assertThat(d.distance2()).isZero();
        assertThat(d.ax()).isEqualTo(d.bx());
        assertThat(d.ay()).isEqualTo(d.by());
        // Somewhere on both outlines.
        TrapezoidSet.Foot foot = new TrapezoidSet.Foot();
        edges(new double[] {0, 0, 10, 0, 5, 20}).nearest(d.ax(), d.ay(), foot.within2(1e9));
        assertThat(foot.distance2).isLessThan(1e-18);
        edges(new double[] {0, 8, 10, 8, 5, -20}).nearest(d.ax(), d.ay(), foot.within2(1e9));
        assertThat(foot.distance2).isLessThan(1e-18);
    }

    @Test
    void oneInsideTheOtherIsNotApartButOneInItsHoleIs() {
        RegionEdges small = edges(Shapes.rectangle(4, 4, 6, 6));
        RegionEdges large = edges(Shapes.rectangle(0, 0, 20, 20));
        assertThat(between(small, large).distance2()).isZero();
        assertThat(between(large, small).distance2()).isZero();
        assertThat(between(large, small).ax()).isBetween(4.0, 6.0);
        RegionEdges pipe = edges(Shapes.rectangle(0, 0, 20, 20), Shapes.rectangle(1, 2, 18, 18));
        assertThat(between(small, pipe).distance2()).isEqualTo(4);
        assertThat(between(pipe, small).distance2()).isEqualTo(4);
        // Of two parts the second lies inside.
        RegionEdges parts = edges(Shapes.rectangle(40, 4, 46, 6), Shapes.rectangle(4, 4, 6, 6));
        assertThat(between(parts, large).distance2()).isZero();
    }

    @Test
    void onlyWhatIsBelowTheLimitIsFound() {
        RegionEdges left = edges(Shapes.rectangle(0, 0, 10, 6));
        RegionEdges right = edges(Shapes.rectangle(13, 0, 20, 6));
        assertThat(new RegionDistance(left, right, 9).found()).isFalse();
        assertThat(new RegionDistance(left, right, 9).distance2()).isEqualTo(9);
        assertThat(new RegionDistance(left, right, 9.001).found()).isTrue();
        assertThat(new RegionDistance(left, right, 9.001).distance2()).isEqualTo(9);
    }

    @Test
    void anyDistanceBelowTheLimitMayDo() {
        Property.forAll(200, r -> r, r -> {
            PlaneRegion p = star(r);
            PlaneRegion q = star(r);
            RegionEdges a = new RegionEdges(p);
            RegionEdges b = new RegionEdges(q);
            double distance = Math.sqrt(between(a, b).distance2());
            double limit = r.nextDouble(0.1, 20);
            RegionDistance any = new RegionDistance(a, b, limit * limit, true);
            assertThat(any.found()).isEqualTo(distance < limit);
            if (any.found()) {
                assertThat(Math.sqrt(any.distance2())).isBetween(distance - 1e-9, limit);
                assertThat(Math.hypot(any.ax() - any.bx(), any.ay() - any.by()))
                        .isCloseTo(Math.sqrt(any.distance2()), within(1e-9));
            }
        });
    }

    private static PlaneRegion star(SplittableRandom r) {
        double[] ring = Shapes.disc(0, 0, 1, 3 + r.nextInt(40));
        double x = r.nextDouble(-15, 15);
        double y = r.nextDouble(-15, 15);
        for (int i = 0; i < ring.length; i += 2) {
            double radius = r.nextDouble(2, 8);
            ring[i] = x + radius * ring[i];
            ring[i + 1] = y + radius * ring[i + 1];
        }
        return PlaneRegion.evenOdd(List.of(ring));
    }

    /** The distance over all pairs of edges, or nothing where a corner of one lies in the other. */
    private static double byAllPairs(PlaneRegion p, PlaneRegion q) {
        double[] a = p.toEdges();
        double[] b = q.toEdges();
        double best2 = Double.POSITIVE_INFINITY;
        for (int i = 0; i < a.length; i += 4) {
            for (int j = 0; j < b.length; j += 4) {
                best2 = Math.min(
                        best2,
                        Segments.distance2(a[i], a[i + 1], a[i + 2], a[i + 3], b[j], b[j + 1], b[j + 2], b[j + 3]));
            }
        }
        return p.contains(b[0], b[1]) || q.contains(a[0], a[1]) ? 0 : Math.sqrt(best2);
    }

    @Test
    void theSmallestOfAllPairsOfEdges() {
        Property.forAll(300, r -> List.of(star(r), star(r)), pair -> {
            RegionDistance d = between(new RegionEdges(pair.get(0)), new RegionEdges(pair.get(1)));
            double expected = byAllPairs(pair.get(0), pair.get(1));
            assertThat(Math.sqrt(d.distance2())).isCloseTo(expected, within(1e-9));
            assertThat(Math.hypot(d.ax() - d.bx(), d.ay() - d.by())).isCloseTo(expected, within(1e-9));
            TrapezoidSet.Foot foot = new TrapezoidSet.Foot();
            new RegionEdges(pair.get(0)).nearest(d.ax(), d.ay(), foot.within2(1e9));
            assertThat(foot.distance2 < 1e-18 || pair.get(0).contains(d.ax(), d.ay()))
                    .isTrue();
            new RegionEdges(pair.get(1)).nearest(d.bx(), d.by(), foot.within2(1e9));
            assertThat(foot.distance2 < 1e-18 || pair.get(1).contains(d.bx(), d.by()))
                    .isTrue();
        });
    }
}
