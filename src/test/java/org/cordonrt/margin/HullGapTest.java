package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.SurfaceStrip;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class HullGapTest {
    /** A flat parallelogram of some quadrilaterals side by side, from a corner along u; each reaches over along v. */
    private record Flat(Point3 corner, Point3 u, Point3 v, int quadrilaterals) {
        StripTree strip() {
            double[] lower = new double[3 * (quadrilaterals + 1)];
            double[] upper = lower.clone();
            for (int i = 0; i <= quadrilaterals; i++) {
                Point3 p = corner.plus(u.times(i / (double) quadrilaterals));
                put(lower, i, p);
                put(upper, i, p.plus(v));
            }
            return new StripTree(new SurfaceStrip(lower, upper));
        }

        private static void put(double[] row, int i, Point3 p) {
            row[3 * i] = p.x();
            row[3 * i + 1] = p.y();
            row[3 * i + 2] = p.z();
        }

        private double[] corners() {
            double[] c = new double[12];
            put(c, 0, corner);
            put(c, 1, corner.plus(u));
            put(c, 2, corner.plus(u).plus(v));
            put(c, 3, corner.plus(v));
            return c;
        }

        double distanceMm(Flat o) {
            TrianglePair pair = new TrianglePair(Double.POSITIVE_INFINITY);
            double[] a = corners();
            double[] b = o.corners();
            for (int i = 3; i <= 6; i += 3) {
                for (int j = 3; j <= 6; j += 3) {
                    pair.between(a, 0, i, i + 3, b, 0, j, j + 3, true);
                }
            }
            return Math.sqrt(pair.best2);
        }
    }

    private record Pair(Flat a, Flat b) {}

    private static Pair any(SplittableRandom r) {
        return new Pair(flat(r, new Point3(0, 0, 0)), flat(r, vector(r, 1).times(r.nextDouble(8))));
    }

    /** None is wider than the gap, so that a few steps are enough to see it. */
    private static Pair farApart(SplittableRandom r) {
        Point3 way = vector(r, 1);
        return new Pair(flat(r, new Point3(0, 0, 0)), flat(r, way.times(r.nextDouble(12, 30) / way.norm())));
    }

    private static Flat flat(SplittableRandom r, Point3 about) {
        Point3 u = vector(r, 2);
        Point3 v = vector(r, 2);
        return new Flat(about.minus(u.plus(v).times(0.5)), u, v, 1 + r.nextInt(30));
    }

    private static Point3 vector(SplittableRandom r, double most) {
        return new Point3(r.nextDouble(-most, most), r.nextDouble(-most, most), r.nextDouble(-most, most));
    }

    private static boolean nodesApart(Pair p, double distance) {
        return new HullGap().nodesApart(p.a.strip(), 1, p.b.strip(), 1, distance);
    }

    private static HullGap fromMiddles(Pair p) {
        HullGap gap = new HullGap();
        gap.startAtMiddles(p.a.strip(), 0, 3 * p.a.quadrilaterals, p.b.strip(), 0, 3 * p.b.quadrilaterals);
        return gap;
    }

    private static boolean runsApart(HullGap gap, Pair p, double distance) {
        return gap.runsApart(p.a.strip(), 0, 3 * p.a.quadrilaterals, p.b.strip(), 0, 3 * p.b.quadrilaterals, distance);
    }

    @Test
    void whatIsNearerIsNeverCalledApart() {
        Property.forAll(3000, HullGapTest::any, p -> {
            double beyond = p.a.distanceMm(p.b) * (1 + 1e-9) + 1e-9;
            assertThat(nodesApart(p, beyond)).isFalse();
            HullGap gap = fromMiddles(p);
            assertThat(runsApart(gap, p, beyond)).isFalse();
            if (gap.areDisjoint()) {
                assertThat(p.a.distanceMm(p.b)).isPositive();
            }
        });
    }

    @Test
    void whatIsFarApartIsCalledSo() {
        Property.forAll(2000, HullGapTest::farApart, p -> {
            double within = 0.99 * p.a.distanceMm(p.b);
            assertThat(nodesApart(p, within)).isTrue();
            HullGap gap = fromMiddles(p);
            assertThat(runsApart(gap, p, within)).isTrue();
            assertThat(gap.areDisjoint()).isTrue();
        });
    }

    @Test
    void aWalkOfRunsGoesOnWhereThatOfTheirNodesEnded() {
        Property.forAll(1000, HullGapTest::farApart, p -> {
            double d = p.a.distanceMm(p.b);
            HullGap gap = new HullGap();
            assertThat(gap.nodesApart(p.a.strip(), 1, p.b.strip(), 1, d + 1e-6)).isFalse();
            assertThat(runsApart(gap, p, 0.999 * d)).isTrue();
            assertThat(runsApart(gap, p, d + 1e-6)).isFalse();
        });
    }

    /** Runs that bend: no two points of nodes that are called apart are nearer than said. */
    @Test
    void nodesThatBendAreApartWithAllTheirPoints() {
        Property.forAll(300, random -> new StripTree[] {wave(random), wave(random)}, t -> {
            HullGap gap = new HullGap();
            for (int i = 1; i < 16; i++) {
                for (int j = 1; j < 16; j++) {
                    if (!t[0].isEmpty(i) && !t[1].isEmpty(j)) {
                        double d = points(t[0], i, t[1], j);
                        assertThat(gap.nodesApart(t[0], i, t[1], j, d * (1 + 1e-9) + 1e-9))
                                .isFalse();
                    }
                }
            }
        });
    }

    /** 8 leaves: three times round a helix, thick as a ribbon. */
    private static StripTree wave(SplittableRandom r) {
        int n = 57 + r.nextInt(8);
        Point3 at = vector(r, 8);
        Point3 up = vector(r, 1);
        double radius = r.nextDouble(0.1, 3);
        double turn = r.nextDouble(0.5, 3) * 2 * Math.PI / n;
        double[] lower = new double[3 * n + 3];
        double[] upper = new double[3 * n + 3];
        for (int i = 0; i <= n; i++) {
            Point3 p = at.plus(new Point3(radius * Math.cos(turn * i), radius * Math.sin(turn * i), 0.1 * i));
            Flat.put(lower, i, p);
            Flat.put(upper, i, p.plus(up));
        }
        return new StripTree(new SurfaceStrip(lower, upper));
    }

    private static double points(StripTree s, int i, StripTree t, int j) {
        double best = Double.POSITIVE_INFINITY;
        for (double[] p : new double[][] {s.lower, s.upper}) {
            for (double[] q : new double[][] {t.lower, t.upper}) {
                for (int k = s.firstItem(i); k <= s.endItem(i); k++) {
                    for (int m = t.firstItem(j); m <= t.endItem(j); m++) {
                        Point3 a = new Point3(p[3 * k], p[3 * k + 1], p[3 * k + 2]);
                        Point3 b = new Point3(q[3 * m], q[3 * m + 1], q[3 * m + 2]);
                        best = Math.min(best, a.distanceTo(b));
                    }
                }
            }
        }
        return best;
    }
}
