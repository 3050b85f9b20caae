package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.cordonrt.Property;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class PrismDistanceTest {
    private static final UnaryOperator<Point3> SAGITTAL = p -> new Point3(p.z(), p.x(), p.y());

    private static Nearest between(SlabSolid a, SlabSolid b, boolean flat) {
        ObliqueFrames frames = ObliqueFrames.of(a.frame(), b.frame());
        return new PrismDistance(
                        new PrismSet(a, flat, frames.first(), frames.first()),
                        new PrismSet(b, flat, frames.second(), frames.first()),
                        frames)
                .nearest();
    }

    private static Nearest between(SlabSolid a, SlabSolid b) {
        return between(a, b, false);
    }

    private record Boxes(double[] a, double[] b) {
        static Boxes any(SplittableRandom r) {
            return new Boxes(box(r), box(r));
        }

        private static double[] box(SplittableRandom r) {
            double[] box = new double[6];
            for (int c = 0; c < 3; c++) {
                box[c] = r.nextDouble(-20, 20);
                box[c + 3] = box[c] + r.nextDouble(1, 12);
            }
            return box;
        }

        double gap(int c) {
            return Math.max(0, Math.max(b[c] - a[c + 3], a[c] - b[c + 3]));
        }

        /** On two axial planes a quarter of its height from its ends. */
        static SlabSolid axial(double[] box) {
            double step = (box[5] - box[2]) / 2;
            return Shapes.prism(
                    Shapes.planes(box[2] + step / 2, step, 2), Shapes.rectangle(box[0], box[1], box[3], box[4]));
        }

        static SlabSolid sagittal(double[] box) {
            double step = (box[3] - box[0]) / 2;
            return Shapes.moved(SAGITTAL)
                    .add(Shapes.planes(box[0] + step / 2, step, 2), Shapes.rectangle(box[1], box[2], box[4], box[5]))
                    .solid();
        }
    }

    private static boolean isIn(double[] box, Point3 p) {
        double[] at = {p.x(), p.y(), p.z()};
        for (int c = 0; c < 3; c++) {
            if (at[c] < box[c] - 1e-9 || at[c] > box[c + 3] + 1e-9) {
                return false;
            }
        }
        return true;
    }

    @Test
    void boxesDrawnOnAxialAndSagittalPlanesAreApartByTheirGaps() {
        Property.forAll(1000, Boxes::any, boxes -> {
            Nearest n = between(Boxes.axial(boxes.a), Boxes.sagittal(boxes.b));
            double expected =
                    Math.sqrt(Math.pow(boxes.gap(0), 2) + Math.pow(boxes.gap(1), 2) + Math.pow(boxes.gap(2), 2));
            assertThat(n.distanceMm()).isCloseTo(expected, within(1e-9));
            assertThat(n.onFirst().distanceTo(n.onSecond())).isCloseTo(expected, within(1e-9));
            assertThat(isIn(boxes.a, n.onFirst())).isTrue();
            assertThat(isIn(boxes.b, n.onSecond())).isTrue();
        });
    }

    /** Flat contours half a spacing inside their slabs, at right angles to each other. */
    @Test
    void flatContoursEndAtTheirPlanes() {
        SlabSolid axial = Boxes.axial(new double[] {0, 0, 0, 10, 10, 8});
        SlabSolid above = Boxes.sagittal(new double[] {2, 2, 11, 8, 8, 15});
        assertThat(between(axial, above, true).distanceMm()).isCloseTo(11 - 6, within(1e-9));
        SlabSolid beside = Boxes.sagittal(new double[] {14, 2, 0, 22, 8, 8});
        assertThat(between(axial, beside, true).distanceMm()).isCloseTo(16 - 10, within(1e-9));
        SlabSolid through = Boxes.sagittal(new double[] {2, 2, -9, 8, 8, 15});
        assertThat(between(axial, through, true).distanceMm()).isZero();
        Nearest meet = between(axial, through, true);
        assertThat(meet.onFirst()).isEqualTo(meet.onSecond());
    }

    /** A roof's ridge along (1, 1, 0) over one along (1, -1, 0): edges that cross, 3 mm apart. */
    @Test
    void edgesThatCrossAreNearestInsideBoth() {
        // Coronal and sagittal prisms with triangular ends, turned by an eighth about z.
        double h = Math.sqrt(0.5);
        UnaryOperator<Point3> along = p -> new Point3(h * (p.z() - p.x()), h * (p.z() + p.x()), p.y());
        UnaryOperator<Point3> across = p -> new Point3(h * (p.z() - p.x()), -h * (p.z() + p.x()), p.y());
        SlabSolid lower = Shapes.moved(along)
                .add(Shapes.planes(-9, 6, 4), new double[] {-5, -5, 5, -5, 0, 0})
                .solid();
        SlabSolid upper = Shapes.moved(across)
                .add(Shapes.planes(-9, 6, 4), new double[] {-5, 8, 0, 3, 5, 8})
                .solid();
        Nearest n = between(lower, upper);
        assertThat(n.distanceMm()).isCloseTo(3, within(1e-9));
        assertThat(n.onFirst().distanceTo(new Point3(0, 0, 0))).isLessThan(1e-9);
        assertThat(n.onSecond().distanceTo(new Point3(0, 0, 3))).isLessThan(1e-9);
    }

    /** The eight corners of each prism of a solid's slabs, in patient coordinates, as its own trapezoids give them. */
    private static double[][] corners(SlabSolid solid) {
        return solid.slabs().stream()
                .flatMap(s -> Arrays.stream(s.region().toTrapezoids()).map(t -> corners(solid, s, t)))
                .toArray(double[][]::new);
    }

    private static double[] corners(SlabSolid solid, Slab slab, double[] t) {
        double[] out = new double[24];
        for (int k = 0; k < 8; k++) {
            Point3 p = solid.frame().point(t[2 * (k % 4)], t[2 * (k % 4) + 1], k < 4 ? slab.lowMm() : slab.highMm());
            out[3 * k] = p.x();
            out[3 * k + 1] = p.y();
            out[3 * k + 2] = p.z();
        }
        return out;
    }

    private static final int[][] FACES = {
        {0, 1, 2, 3}, {4, 5, 6, 7}, {0, 1, 5, 4}, {1, 2, 6, 5}, {2, 3, 7, 6}, {3, 0, 4, 7}
    };

    /** The smallest distance of any two of the triangles that the faces of both consist of. */
    private static double byTriangles(SlabSolid a, SlabSolid b) {
        TrianglePair pair = new TrianglePair(Double.POSITIVE_INFINITY);
        for (double[] p : corners(a)) {
            for (double[] q : corners(b)) {
                for (int[] f : FACES) {
                    for (int[] g : FACES) {
                        for (int half = 0; half < 4; half++) {
                            int i = 1 + half % 2;
                            int j = 1 + half / 2;
                            pair.between(
                                    p, 3 * f[0], 3 * f[i], 3 * f[i + 1], q, 3 * g[0], 3 * g[j], 3 * g[j + 1], true);
                        }
                    }
                }
            }
        }
        return Math.sqrt(pair.best2);
    }

    private static SlabSolid wedge(SplittableRandom r, UnaryOperator<Point3> motion) {
        double x = r.nextDouble(-8, 8);
        double y = r.nextDouble(-8, 8);
        double[] triangle = {
            x, y, x + r.nextDouble(2, 6), y + r.nextDouble(-2, 2), x + r.nextDouble(-2, 4), y + r.nextDouble(2, 6)
        };
        return Shapes.moved(motion)
                .add(new double[] {r.nextDouble(-8, 8)}, triangle)
                .solid();
    }

    @Test
    void randomWedgesAsTheirTriangles() {
        Property.forAll(400, r -> r, r -> {
            SlabSolid a = wedge(r, Shapes.rigidMotion(r));
            UnaryOperator<Point3> turn = Shapes.rigidMotion(r);
            double[] corner = corners(a)[0];
            Point3 shift = new Point3(corner[0], corner[1], corner[2]).minus(turn.apply(new Point3(0, 0, 0)));
            SlabSolid b = wedge(r, p -> turn.apply(p).plus(shift));
            Nearest n = between(a, b);
            PointOracle onA = new PointOracle(a);
            PointOracle onB = new PointOracle(b);
            assertThat(onA.distanceMm(n.onFirst())).isLessThan(1e-9);
            assertThat(onB.distanceMm(n.onSecond())).isLessThan(1e-9);
            assertThat(n.onFirst().distanceTo(n.onSecond())).isCloseTo(n.distanceMm(), within(1e-9));
            // Of two that overlap the triangles may be apart: the one within the other.
            if (n.distanceMm() > 0) {
                assertThat(n.distanceMm()).isCloseTo(byTriangles(a, b), within(1e-9));
            } else {
                boolean within = onA.gridInside(0.3).stream().anyMatch(p -> onB.distanceMm(p) == 0);
                assertThat(within || byTriangles(a, b) < 1e-9).isTrue();
            }
        });
    }
}
