package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class RegionEdgesTest {
    private static PlaneRegion region(double[]... rings) {
        return PlaneRegion.evenOdd(List.of(rings));
    }

    /** A star of up to 80 points, half of the time with a hole of up to 20. */
    private static PlaneRegion star(SplittableRandom r) {
        double x = r.nextDouble(-20, 20);
        double y = r.nextDouble(-20, 20);
        double[] outer = ring(r, x, y, 3 + r.nextInt(78), 5, 9);
        return r.nextBoolean() ? region(outer) : region(outer, ring(r, x, y, 3 + r.nextInt(18), 1, 2));
    }

    private static double[] ring(SplittableRandom r, double x, double y, int n, double from, double to) {
        double[] ring = Shapes.disc(0, 0, 1, n);
        for (int i = 0; i < ring.length; i += 2) {
            double radius = r.nextDouble(from, to);
            ring[i] = x + radius * ring[i];
            ring[i + 1] = y + radius * ring[i + 1];
        }
        return ring;
    }

    private static boolean isEmpty(RegionEdges e, int node) {
        return e.extent(node) == Double.NEGATIVE_INFINITY;
    }

    /** The edges below a node: beginning and end of each. */
    private static List<double[]> below(RegionEdges e, int node) {
        List<double[]> edges = new ArrayList<>();
        if (!e.isLeaf(node)) {
            edges.addAll(below(e, 2 * node));
            edges.addAll(below(e, 2 * node + 1));
        } else if (!isEmpty(e, node)) {
            for (int o = e.firstPoint(node); o < e.lastPoint(node); o += 2) {
                edges.add(Arrays.copyOfRange(e.points, o, o + 4));
            }
        }
        return edges;
    }

    private static int nodes(RegionEdges e) {
        int first = 1;
        while (!e.isLeaf(first)) {
            first *= 2;
        }
        return 2 * first;
    }

    /** Least and greatest x and y. */
    private static double[] box(List<double[]> edges) {
        double[] box = {1e9, 1e9, -1e9, -1e9};
        for (double[] e : edges) {
            box[0] = Math.min(box[0], Math.min(e[0], e[2]));
            box[1] = Math.min(box[1], Math.min(e[1], e[3]));
            box[2] = Math.max(box[2], Math.max(e[0], e[2]));
            box[3] = Math.max(box[3], Math.max(e[1], e[3]));
        }
        return box;
    }

    private static double distance(List<double[]> p, List<double[]> q) {
        double best2 = Double.POSITIVE_INFINITY;
        for (double[] e : p) {
            for (double[] f : q) {
                best2 = Math.min(best2, Segments.distance2(e[0], e[1], e[2], e[3], f[0], f[1], f[2], f[3]));
            }
        }
        return Math.sqrt(best2);
    }

    @Test
    void theLeavesHoldEveryEdgeOnce() {
        Property.forAll(100, RegionEdgesTest::star, region -> {
            RegionEdges edges = new RegionEdges(region);
            List<List<Double>> found = new ArrayList<>();
            below(edges, 1).forEach(e -> found.add(List.of(e[0], e[1], e[2], e[3])));
            List<List<Double>> expected = new ArrayList<>();
            double[] all = region.toEdges();
            for (int o = 0; o < all.length; o += 4) {
                expected.add(List.of(all[o], all[o + 1], all[o + 2], all[o + 3]));
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(edges.parts()).hasSize(region.toRings().length);
        });
    }

    @Test
    void boxesAreAsLargeAsTheirEdges() {
        Property.forAll(60, r -> List.of(new RegionEdges(star(r)), new RegionEdges(star(r))), pair -> {
            RegionEdges a = pair.get(0);
            RegionEdges b = pair.get(1);
            for (int i = 1; i < nodes(a); i++) {
                double[] p = box(below(a, i));
                if (isEmpty(a, i)) {
                    assertThat(RegionEdges.boxes2(a, i, b, 1)).isInfinite();
                    continue;
                }
                assertThat(a.extent(i)).isCloseTo(p[2] - p[0] + p[3] - p[1], within(1e-9));
                for (int j = 1; j < nodes(b); j++) {
                    if (!isEmpty(b, j)) {
                        double[] q = box(below(b, j));
                        double dx = Math.max(0, Math.max(q[0] - p[2], p[0] - q[2]));
                        double dy = Math.max(0, Math.max(q[1] - p[3], p[1] - q[3]));
                        assertThat(RegionEdges.boxes2(a, i, b, j)).isCloseTo(dx * dx + dy * dy, within(1e-9));
                    }
                }
            }
        });
    }

    @Test
    void whatIsSaidToBeApartIsApart() {
        Property.forAll(60, r -> List.of(new RegionEdges(star(r)), new RegionEdges(star(r))), pair -> {
            RegionEdges a = pair.get(0);
            RegionEdges b = pair.get(1);
            for (int i = 1; i < nodes(a); i++) {
                for (int j = 1; j < nodes(b); j++) {
                    if (!isEmpty(a, i) && !isEmpty(b, j)) {
                        double distance = distance(below(a, i), below(b, j));
                        assertThat(RegionEdges.apart(a, i, b, j, distance + 1e-9))
                                .isFalse();
                    }
                }
            }
        });
    }

    /** Of runs along straight sides boxes would say little: the segments from end to end say all. */
    @Test
    void straightSidesAreApartByTheirDistance() {
        RegionEdges left = new RegionEdges(region(fence(0, 1)));
        RegionEdges right = new RegionEdges(region(fence(14, 1)));
        int sides = 0;
        for (int i = 1; i < nodes(left); i++) {
            for (int j = 1; j < nodes(right); j++) {
                if (isStraight(left, i) && isStraight(right, j)) {
                    sides++;
                    double distance = distance(below(left, i), below(right, j));
                    assertThat(RegionEdges.apart(left, i, right, j, distance - 1e-6))
                            .isTrue();
                    assertThat(RegionEdges.apart(left, i, right, j, distance + 1e-6))
                            .isFalse();
                }
            }
        }
        assertThat(sides).isGreaterThan(100);
    }

    private static boolean isStraight(RegionEdges e, int node) {
        List<double[]> edges = below(e, node);
        double[] first = edges.isEmpty() ? null : edges.get(0);
        return first != null
                && edges.stream()
                        .allMatch(s -> Math.abs((s[2] - s[0]) * (first[3] - first[1])
                                                - (s[3] - s[1]) * (first[2] - first[0]))
                                        < 1e-9
                                && (s[2] - s[0]) * (first[2] - first[0]) + (s[3] - s[1]) * (first[3] - first[1]) > 0);
    }

    /** A parallelogram whose long sides, in steps, lean by 3 in 4. */
    private static double[] fence(double x, double step) {
        double[] ring = new double[2 * 82];
        for (int k = 0; k <= 40; k++) {
            ring[2 * k] = x + 4 + 0.75 * k * step;
            ring[2 * k + 1] = k * step;
            ring[2 * (81 - k)] = x + 0.75 * k * step;
            ring[2 * (81 - k) + 1] = k * step;
        }
        return ring;
    }

    @Test
    void runsThatAreSaidToBeApartAre() {
        Property.forAll(100, r -> List.of(new RegionEdges(star(r)), new RegionEdges(star(r))), pair -> {
            RegionEdges a = pair.get(0);
            RegionEdges b = pair.get(1);
            for (int i = nodes(a) / 2; i < nodes(a); i++) {
                for (int j = nodes(b) / 2; j < nodes(b); j++) {
                    if (!isEmpty(a, i) && !isEmpty(b, j)) {
                        double distance = distance(below(a, i), below(b, j));
                        assertThat(RegionEdges.runsApart(
                                        a,
                                        a.firstPoint(i),
                                        a.lastPoint(i),
                                        b,
                                        b.firstPoint(j),
                                        b.lastPoint(j),
                                        distance + 1e-9))
                                .isFalse();
                    }
                }
            }
        });
    }

    /** Two triangles' sides: single edges are their own hulls, so that the answer is exact. */
    @Test
    void singleEdgesAreApartByTheirDistance() {
        Property.forAll(
                300,
                r -> List.of(
                        new RegionEdges(region(ring(r, 0, 0, 3, 1, 4))),
                        new RegionEdges(region(ring(r, 9, 3, 3, 1, 4)))),
                pair -> {
                    RegionEdges a = pair.get(0);
                    RegionEdges b = pair.get(1);
                    for (int i = 0; i < 6; i += 2) {
                        for (int j = 0; j < 6; j += 2) {
                            double distance = distance(
                                    List.of(Arrays.copyOfRange(a.points, i, i + 4)),
                                    List.of(Arrays.copyOfRange(b.points, j, j + 4)));
                            assertThat(RegionEdges.runsApart(a, i, i + 2, b, j, j + 2, 0.98 * distance))
                                    .isTrue();
                        }
                    }
                });
    }

    @Test
    void theNearestPointIsThatOfTheNearestEdge() {
        Property.forAll(200, r -> r, r -> {
            RegionEdges edges = new RegionEdges(star(r));
            double x = r.nextDouble(-30, 30);
            double y = r.nextDouble(-30, 30);
            double distance = distance(below(edges, 1), List.of(new double[] {x, y, x, y}));
            TrapezoidSet.Foot foot = new TrapezoidSet.Foot();
            edges.nearest(x, y, foot.within2(Double.POSITIVE_INFINITY));
            assertThat(Math.sqrt(foot.distance2)).isCloseTo(distance, within(1e-9));
            assertThat(Math.hypot(foot.x - x, foot.y - y)).isCloseTo(distance, within(1e-9));
            // Its edge is the one it was found on.
            assertThat(foot.pieceDistance(x, y, new TrapezoidSet.Foot())).isCloseTo(distance, within(1e-9));
            // Nothing that is not nearer than the limit is found.
            edges.nearest(x, y, foot.within2(distance * distance * 0.999));
            assertThat(foot.distance2).isEqualTo(distance * distance * 0.999);
            edges.nearest(x, y, foot.within2(distance * distance * 1.001));
            assertThat(Math.sqrt(foot.distance2)).isCloseTo(distance, within(1e-9));
        });
    }

    @Test
    void aPointIsHeldAsByTheRegion() {
        Property.forAll(100, r -> r, r -> {
            PlaneRegion region = star(r);
            RegionEdges edges = new RegionEdges(region);
            for (int k = 0; k < 40; k++) {
                double x = r.nextDouble(region.minX() - 1, region.maxX() + 1);
                double y = r.nextDouble(region.minY() - 1, region.maxY() + 1);
                assertThat(edges.contains(x, y)).isEqualTo(region.contains(x, y));
            }
        });
    }

    @Test
    void aHeightSharedWithCornersIsCrossedOnce() {
        RegionEdges rhomb = new RegionEdges(region(new double[] {0, -2, 3, 0, 0, 2, -3, 0}));
        assertThat(rhomb.contains(0, 0)).isTrue();
        for (double y : new double[] {-2, 0, 2}) {
            assertThat(rhomb.contains(-4, y)).isFalse();
            assertThat(rhomb.contains(4, y)).isFalse();
        }
    }

    /** Against a fine grid of the rectangle, and the point found lies in both. */
    @Test
    void aRectangleMeetsARegionWhereItHoldsAPointOfIt() {
        Property.forAll(300, r -> r, r -> {
            PlaneRegion region = star(r);
            RegionEdges edges = new RegionEdges(region);
            double x = r.nextDouble(region.minX() - 4, region.maxX() + 4);
            double y = r.nextDouble(region.minY() - 4, region.maxY() + 4);
            double halfX = r.nextDouble(3);
            double halfY = r.nextDouble(3);
            double[] found = new double[2];
            boolean meets = edges.meets(x, y, halfX, halfY, found);
            if (meets) {
                assertThat(Math.abs(found[0] - x)).isLessThan(halfX + 1e-9);
                assertThat(Math.abs(found[1] - y)).isLessThan(halfY + 1e-9);
                TrapezoidSet.Foot foot = new TrapezoidSet.Foot();
                edges.nearest(found[0], found[1], foot.within2(1e9));
                assertThat(region.contains(found[0], found[1]) || foot.distance2 < 1e-18)
                        .isTrue();
            }
            for (int k = 0; k <= 20; k++) {
                for (int l = 0; l <= 20; l++) {
                    if (region.contains(x + halfX * (k - 10) / 10, y + halfY * (l - 10) / 10)) {
                        assertThat(meets).isTrue();
                    }
                }
            }
        });
    }

    @Test
    void theMiddleIsFoundIfItIsAPointElseThePointOfAnEdgeNearestToIt() {
        RegionEdges box = new RegionEdges(region(Shapes.rectangle(0, 0, 10, 6)));
        assertMeets(box, 4, 3, 1, 1, 4, 3);
        assertMeets(box, -1, 3, 2, 1, 0, 3);
        assertMeets(box, 12, 3, 2.5, 1, 10, 3);
        assertMeets(box, 5, 7, 1, 2, 5, 6);
        assertMeets(box, 5, -1, 1, 2, 5, 0);
        // Only its corner.
        assertMeets(box, 11, 7, 1, 1, 10, 6);
        assertThat(box.meets(11, 7, 0.9, 2, new double[2])).isFalse();
        assertThat(box.meets(11, 7, 2, 0.9, new double[2])).isFalse();
        // A slanted side, from (0, 10) to (10, 0), passes the window's middle 0.5 away along both axes.
        RegionEdges corner = new RegionEdges(region(new double[] {0, 0, 10, 0, 0, 10}));
        assertMeets(corner, 5.5, 5.5, 1, 1, 5, 5);
        assertMeets(corner, 9.5, 1.5, 0.6, 1.2, 9, 1);
        // The foot of the perpendicular lies outside of the window: the nearest point within is taken.
        assertMeets(corner, 5, 6.5, 0.5, 2, 4.5, 5.5);
        assertMeets(corner, 6.5, 5, 2, 0.5, 5.5, 4.5);
    }

    private static void assertMeets(
            RegionEdges edges, double x, double y, double halfX, double halfY, double foundX, double foundY) {
        double[] found = new double[2];
        assertThat(edges.meets(x, y, halfX, halfY, found)).isTrue();
        assertThat(found).containsExactly(new double[] {foundX, foundY}, within(1e-12));
    }

    @Test
    void turnedEdgesAreTheSamePlaces() {
        PlaneFrame own = PlaneFrame.ofNormal(new Point3(0, 0, 1));
        PlaneFrame other = PlaneFrame.ofNormal(new Point3(0, 0, -1));
        PlaneFrame turned = new PlaneFrame(new Point3(0, 1, 0), new Point3(-1, 0, 0), new Point3(0, 0, 1));
        RegionEdges edges = new RegionEdges(region(Shapes.rectangle(1, 2, 10, 6)));
        assertThat(edges.turned(own, 5, turned).points)
                .containsExactly(new double[] {2, -1, 2, -10, 6, -10, 6, -1, 2, -1}, within(1e-12));
        assertThat(edges.turned(own, 5, turned).contains(4, -3)).isTrue();
        assertThat(edges.turned(own, 5, turned).contains(3, 4)).isFalse();
        assertThat(edges.turned(own, 5, other).points).hasSize(10);
        // Across: what is y in the one is the height of the other.
        PlaneFrame sagittal = PlaneFrame.ofNormal(new Point3(1, 0, 0));
        assertThat(edges.turned(own, 5, sagittal).points)
                .containsExactly(new double[] {2, 5, 2, 5, 6, 5, 6, 5, 2, 5}, within(1e-12));
    }

    /** The bridge of a keyhole does not bound anything: what is left are two chains. */
    @Test
    void bridgesAreLeftOut() {
        double[] keyhole = {0, 0, 4, 0, 4, 2, 2, 2, 2, 7, 7, 7, 7, 2, 4 + 1e-8, 2, 4 + 1e-8, 0, 10, 0, 10, 10, 0, 10};
        PlaneRegion region = region(keyhole);
        assertThat(region.mayRepeatEdges()).isTrue();
        RegionEdges edges = new RegionEdges(region);
        TrapezoidSet.Foot foot = new TrapezoidSet.Foot();
        edges.nearest(8.5, 8.5, foot.within2(1e9));
        assertThat(foot.distance2).isCloseTo(2.25, within(1e-9));
        PlaneRegion cross = region(Shapes.rectangle(0, 4, 10, 6), Shapes.rectangle(4, 0, 6, 10));
        assertThat(cross.mayRepeatEdges()).isTrue();
        assertThat(new RegionEdges(cross).contains(5, 5)).isFalse();
        assertThat(new RegionEdges(cross).contains(2, 5)).isTrue();
        assertThat(new RegionEdges(cross).contains(5, 8)).isTrue();
    }
}
