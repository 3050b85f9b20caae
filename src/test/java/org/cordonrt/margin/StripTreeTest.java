package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.SurfaceStrip;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class StripTreeTest {
    private static StripTree random(SplittableRandom r) {
        int points = 2 + r.nextInt(70);
        double[] lower = new double[3 * points];
        double[] upper = new double[3 * points];
        for (int i = 0; i < lower.length; i++) {
            // A walk, so that runs have a direction; now and then a point twice.
            lower[i] = i < 3 ? r.nextDouble(-9, 9) : lower[i - 3] + r.nextInt(4) * r.nextDouble(-0.5, 1);
            upper[i] = lower[i] + r.nextDouble(2);
        }
        return new StripTree(new SurfaceStrip(lower, upper));
    }

    private static Point3 at(double[] row, int i) {
        return new Point3(row[3 * i], row[3 * i + 1], row[3 * i + 2]);
    }

    @Test
    void distancesOfBoxesAlongEveryAxis() {
        double[] a = {-7, 1, 2, 3, 4, 5, 6};
        double[][] apart = {{7, 0, 0}, {0, 8, 0}, {0, 0, 9}, {7, 8, 0}, {7, 8, 9}, {0, 0, 0}, {2, 2, 2}};
        for (double[] by : apart) {
            double expected = 0;
            double[] up = new double[6];
            double[] down = new double[6];
            for (int i = 0; i < 6; i++) {
                up[i] = a[i + 1] + by[i % 3];
                down[i] = a[i + 1] - by[i % 3];
            }
            for (double d : by) {
                // Boxes 3 wide.
                expected += Math.max(0, d - 3) * Math.max(0, d - 3);
            }
            assertThat(StripTree.boxes2(a, 1, up, 0)).isEqualTo(expected);
            assertThat(StripTree.boxes2(a, 1, down, 0)).isEqualTo(expected);
            assertThat(StripTree.boxes2(up, 0, a, 1)).isEqualTo(expected);
        }
    }

    @Test
    void theBoxesAndTheBallsHoldAllPoints() {
        Property.forAll(300, StripTreeTest::random, t -> {
            StripTree same = new StripTree(new SurfaceStrip(t.upper, t.lower));
            assertThat(StripTree.boxes2(t, same)).isZero();
            for (double[] row : new double[][] {t.lower, t.upper}) {
                for (int node = 1; node < t.nodes.length / StripTree.STRIDE; node++) {
                    if (t.isEmpty(node)) {
                        continue;
                    }
                    int o = StripTree.STRIDE * node;
                    Point3 middle = new Point3(t.nodes[o], t.nodes[o + 1], t.nodes[o + 2]);
                    Point3 from = at(row, t.firstItem(node));
                    Point3 along = at(row, t.endItem(node)).minus(from);
                    for (int i = t.firstItem(node); i <= t.endItem(node); i++) {
                        Point3 p = at(row, i);
                        double[] box = {0, p.x(), p.y(), p.z(), p.x(), p.y(), p.z()};
                        assertThat(t.toBox2(box, 1)).isLessThan(1e-18);
                        assertThat(p.distanceTo(middle)).isLessThanOrEqualTo(t.nodes[o + StripTree.RADIUS] + 1e-9);
                        assertThat(off(p.minus(from), along)).isLessThanOrEqualTo(t.nodes[o + StripTree.STRAY] + 1e-9);
                    }
                }
            }
        });
    }

    /** Distance to a segment from the origin. */
    private static double off(Point3 p, Point3 along) {
        double f = along.norm() > 0 ? Math.max(0, Math.min(1, p.dot(along) / along.dot(along))) : 0;
        return p.distanceTo(along.times(f));
    }

    /** Ends at the corners of a rectangle of 6 x 8: its middle, half its diagonal, and nothing strays. */
    @Test
    void aStraightRunIsKnownByItsEnds() {
        double[] lower = new double[3 * 20];
        double[] upper = new double[3 * 20];
        for (int i = 0; i < 20; i++) {
            lower[3 * i] = upper[3 * i] = 1 + 6 * i / 19.0;
            upper[3 * i + 1] = 8;
            lower[3 * i + 2] = upper[3 * i + 2] = 5;
        }
        StripTree t = new StripTree(new SurfaceStrip(lower, upper));
        assertThat(t.nodes[StripTree.STRIDE]).isCloseTo(4, within(1e-12));
        assertThat(t.nodes[StripTree.STRIDE + 1]).isCloseTo(4, within(1e-12));
        assertThat(t.nodes[StripTree.STRIDE + 2]).isCloseTo(5, within(1e-12));
        assertThat(t.nodes[StripTree.STRIDE + StripTree.RADIUS]).isCloseTo(5, within(1e-12));
        assertThat(t.nodes[StripTree.STRIDE + StripTree.STRAY]).isCloseTo(0, within(1e-12));
    }

    /** A triangle's outline in one leaf: its tip is 3 off, and 2 beyond the end of the line from end to end. */
    @Test
    void aBendStraysByItsHeight() {
        double[] row = {0, 0, 0, 2, 3, 0, 4, 0, 0};
        StripTree t = new StripTree(new SurfaceStrip(row, row.clone()));
        assertThat(t.isLeaf(1)).isTrue();
        assertThat(t.nodes[StripTree.STRIDE + StripTree.STRAY]).isCloseTo(3, within(1e-12));
        assertThat(t.nodes[StripTree.STRIDE + StripTree.RADIUS]).isCloseTo(2 + 3, within(1e-12));
        double[] beyond = {0, 0, 0, 6, 0, 0, 4, 0, 0};
        StripTree b = new StripTree(new SurfaceStrip(beyond, beyond.clone()));
        assertThat(b.nodes[StripTree.STRIDE + StripTree.STRAY]).isCloseTo(2, within(1e-12));
    }

    @Test
    void nodesDivideTheQuadrilateralsAmongThem() {
        Property.forAll(300, StripTreeTest::random, t -> {
            int items = t.lower.length / 3 - 1;
            assertThat(t.firstItem(1)).isZero();
            assertThat(t.endItem(1)).isEqualTo(items);
            for (int node = 1; node < t.nodes.length / StripTree.STRIDE; node++) {
                if (t.isLeaf(node)) {
                    assertThat(t.endItem(node) - t.firstItem(node)).isLessThanOrEqualTo(StripTree.LEAF);
                } else {
                    assertThat(t.firstItem(2 * node)).isEqualTo(t.firstItem(node));
                    assertThat(t.endItem(2 * node + 1)).isEqualTo(t.endItem(node));
                    assertThat(Math.min(items, t.firstItem(2 * node + 1))).isEqualTo(t.endItem(2 * node));
                }
            }
        });
    }
}
