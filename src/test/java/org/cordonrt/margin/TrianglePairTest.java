package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class TrianglePairTest {
    private static TrianglePair between(double[] a, double[] b) {
        TrianglePair pair = new TrianglePair(Double.POSITIVE_INFINITY);
        pair.between(a, 0, 3, 6, b, 0, 3, 6, true);
        return pair;
    }

    private static void assertApart(double distance, double[] a, double[] b) {
        assertThat(Math.sqrt(between(a, b).best2)).isCloseTo(distance, within(1e-12));
        assertThat(Math.sqrt(between(b, a).best2)).isCloseTo(distance, within(1e-12));
    }

    private static final double[] FLOOR = {0, 0, 0, 10, 0, 0, 0, 10, 0};

    @Test
    void oneAboveTheOther() {
        assertApart(2, FLOOR, new double[] {1, 1, 2, 11, 1, 2, 1, 11, 2});
    }

    @Test
    void aCornerAboveTheInside() {
        TrianglePair p = between(FLOOR, new double[] {3, 4, 1.5, 30, 4, 50, 3, 40, 50});
        assertThat(p.best2).isCloseTo(2.25, within(1e-12));
        assertThat(p.onA).containsExactly(new double[] {3, 4, 0}, within(1e-12));
        assertThat(p.onB).containsExactly(new double[] {3, 4, 1.5}, within(1e-12));
    }

    @Test
    void aCornerBeyondACornerOrAnEdge() {
        assertApart(3, FLOOR, new double[] {-1, -2, 2, -10, -20, 2, -20, -10, 2});
        assertApart(5, FLOOR, new double[] {5, -3, 4, 5, -30, 40, 6, -30, 40});
        // Beyond the long edge, where x + y = 10.
        assertApart(Math.sqrt(2), FLOOR, new double[] {6, 6, 0, 20, 21, 0, 21, 20, 0});
    }

    @Test
    void edgesThatPassEachOther() {
        // An edge along y, 2 above the edge along x and 1 beside it.
        assertApart(Math.sqrt(5), FLOOR, new double[] {5, -1, 2, 5, -1, 40, 4, -1, 40});
        assertApart(2, FLOOR, new double[] {5, -7, 2, 5, 7, 2, 5, 0, 40});
    }

    @Test
    void oneThroughTheOtherMeetsItWhereItPierces() {
        TrianglePair p = between(FLOOR, new double[] {2, 3, -1, 2, 3, 1, 3, 4, 1});
        assertThat(p.best2).isZero();
        assertThat(p.onA).containsExactly(new double[] {2, 3, 0}, within(1e-12));
        assertThat(p.onB).containsExactly(p.onA);
        assertApart(0, FLOOR, new double[] {5, -7, -2, 5, 7, 2, 5, 0, 40});
        // Through the plane, but beside the triangle: 1 from the edge along x, 1 from the one along y, and from the
        // long one.
        assertApart(1, FLOOR, new double[] {5, -1, -1, 5, -1, 1, 5, -9, 0});
        assertApart(1, FLOOR, new double[] {-1, 5, -1, -1, 5, 1, -9, 5, 0});
        assertApart(Math.sqrt(2), FLOOR, new double[] {6, 6, -1, 6, 6, 1, 9, 9, 0});
    }

    @Test
    void withoutALookWhetherTheyMeetTheyAreNearestAtACornerOrTwoEdges() {
        TrianglePair p = new TrianglePair(100);
        p.between(FLOOR, 0, 3, 6, new double[] {2, 3, -1, 2, 3, 1, 3, 4, 1}, 0, 3, 6, false);
        assertThat(p.best2).isCloseTo(1, within(1e-12));
    }

    @Test
    void trianglesWithoutAreaAreSegmentsAndPoints() {
        double[] segment = {2, 2, 3, 2, 2, 8, 2, 2, 5};
        double[] point = {3, 3, 4, 3, 3, 4, 3, 3, 4};
        assertApart(3, FLOOR, segment);
        assertApart(4, FLOOR, point);
        assertApart(Math.sqrt(2), segment, point);
        assertApart(5, point, new double[] {6, 7, 4, 6, 7, 4, 6, 7, 4});
    }

    /** The normal of a triangle as thin as rounding points anywhere: an edge that passes 0.1 to 1 mm beside it does not pierce it. */
    @Test
    void whatPassesBesideANeedleDoesNotPierceIt() {
        Property.forAll(3000, r -> r.doubles(14, -1, 1).toArray(), d -> {
            Point3 corner = new Point3(100 * d[0], 100 * d[1], 100 * d[2]);
            Point3 along = new Point3(10 * d[3], 10 * d[4], 10 * d[5]);
            Point3 other = corner.plus(along.times(0.5)).plus(new Point3(d[6], d[7], d[8]).times(1e-13));
            Point3 aside = along.cross(new Point3(d[9], d[10], d[11]));
            aside = aside.times((0.55 + 0.45 * d[12]) / aside.norm());
            Point3 across = along.cross(aside).times(1 / along.norm());
            across = across.times((0.1 + Math.abs(d[13])) / across.norm());
            Point3 beside = corner.plus(along.times(0.3)).plus(aside);
            double[] needle = numbers(corner, corner.plus(along), other);
            double[] edge = numbers(beside.plus(across), beside.minus(across), beside.plus(across));
            TrianglePair pair = new TrianglePair(Double.POSITIVE_INFINITY);
            pair.between(needle, 0, 3, 6, edge, 0, 3, 6, true);
            assertThat(Math.sqrt(pair.best2)).isCloseTo(aside.norm(), within(1e-6));
        });
    }

    private static double[] numbers(Point3 a, Point3 b, Point3 c) {
        return new double[] {a.x(), a.y(), a.z(), b.x(), b.y(), b.z(), c.x(), c.y(), c.z()};
    }

    @Test
    void whatIsNoNearerThanTheLimitIsNotTaken() {
        TrianglePair p = new TrianglePair(1);
        p.between(FLOOR, 0, 3, 6, new double[] {1, 1, 1, 11, 1, 1, 1, 11, 1}, 0, 3, 6, true);
        assertThat(p.best2).isEqualTo(1);
        assertThat(p.onA).containsOnly(0);
        assertThat(p.onB).containsOnly(0);
    }

    /**
     * Nothing lies nearer if no corner of either lies beyond the plane through its nearest point, across the way between
     * both: the condition of a smallest distance of convex bodies, and a sufficient one.
     */
    @Test
    void nothingLiesNearerThanTheNearestPoints() {
        Property.forAll(3000, TrianglePairTest::triangles, t -> {
            TrianglePair pair = between(t[0], t[1]);
            Point3 p = at(pair.onA, 0);
            Point3 q = at(pair.onB, 0);
            double d = Math.sqrt(pair.best2);
            assertThat(p.distanceTo(q)).isCloseTo(d, within(1e-9));
            assertOn(t[0], p);
            assertOn(t[1], q);
            if (d > 1e-6) {
                Point3 way = q.minus(p).times(1 / d);
                for (int i = 0; i < 9; i += 3) {
                    assertThat(at(t[0], i).minus(p).dot(way)).isLessThan(1e-8);
                    assertThat(at(t[1], i).minus(q).dot(way)).isGreaterThan(-1e-8);
                }
            }
            assertThat(Math.sqrt(between(t[1], t[0]).best2)).isCloseTo(d, within(1e-9));
        });
    }

    private static Point3 at(double[] t, int i) {
        return new Point3(t[i], t[i + 1], t[i + 2]);
    }

    /** Parts seen from a point of a triangle are no larger than the triangle. */
    private static void assertOn(double[] t, Point3 p) {
        Point3 a = at(t, 0);
        Point3 b = at(t, 3);
        Point3 c = at(t, 6);
        double parts = area(p, a, b) + area(p, b, c) + area(p, c, a);
        assertThat(parts).isCloseTo(area(a, b, c), within(1e-7));
    }

    private static double area(Point3 a, Point3 b, Point3 c) {
        return b.minus(a).cross(c.minus(a)).norm();
    }

    /** On a coarse lattice, where edges run parallel and corners meet, and off it. */
    private static double[][] triangles(SplittableRandom random) {
        boolean lattice = random.nextInt(3) == 0;
        double apart = random.nextInt(3) * 2;
        double[][] t = new double[2][9];
        for (int k = 0; k < 2; k++) {
            for (int i = 0; i < 9; i++) {
                double c = lattice ? random.nextInt(-2, 3) : random.nextDouble(-3, 3);
                t[k][i] = i % 3 == 1 ? c + k * apart : c;
            }
        }
        return t;
    }
}
