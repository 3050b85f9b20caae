package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** Walks over the cells of a grid that hold a solid: which volume is in which, and what the dose there is. */
class SolidCellsTest {
    private static final Point3 GRADIENT = new Point3(0.7, -0.4, 1.3);
    private static final ToDoubleFunction<Point3> LINEAR = p -> 20 + p.dot(GRADIENT);
    private static final double EXACT = 1e-9;

    /** Adds up the volume in each cell, and compares the dose at the corners of every part with a linear one. */
    private static final class Recorder implements CellSink {
        final GridAxes axes;
        final Map<List<Integer>, Double> mm3 = new HashMap<>();
        int boxes;
        int prisms;
        int bodies;

        /** By how much a number differs from what it should be, at most. */
        double off;

        double minGy = Double.POSITIVE_INFINITY;
        double maxGy = Double.NEGATIVE_INFINITY;

        Recorder(GridAxes axes) {
            this.axes = axes;
        }

        private double expected(int a, int b, int c, double x, double y, double z) {
            double[][] k = {axes.knots(0), axes.knots(1), axes.knots(2)};
            return LINEAR.applyAsDouble(axes.patientPoint(
                    k[0][a] + x * (k[0][a + 1] - k[0][a]),
                    k[1][b] + y * (k[1][b + 1] - k[1][b]),
                    k[2][c] + z * (k[2][c + 1] - k[2][c])));
        }

        private void compare(double actual, double expected) {
            off = Math.max(off, Math.abs(actual - expected));
        }

        private void check(Layer layer, int a, int b) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            int i = layer.at(a, b);
            double[] corners = new double[8];
            for (int k = 0; k < 8; k++) {
                double gy = expected(a, b, layer.c, k & 1, (k >> 1) & 1, k < 4 ? layer.c0 : layer.c1);
                compare(layer.corner(i, k), gy);
                min = Math.min(min, gy);
                max = Math.max(max, gy);
                corners[k] = gy;
            }
            compare(layer.min[i], min);
            compare(layer.max[i], max);
            minGy = Math.min(minGy, min);
            maxGy = Math.max(maxGy, max);
            double[] dose = new double[Trilinear.SIZE];
            layer.dose(i, dose);
            double[] same = new double[Trilinear.SIZE];
            Trilinear.ofCorners(corners, same);
            for (int k = 0; k < Trilinear.SIZE; k++) {
                compare(dose[k], same[k]);
            }
        }

        private void add(int a, int b, int c, double volume) {
            mm3.merge(List.of(a, b, c), volume, Double::sum);
        }

        @Override
        public void boxes(Layer layer, int a0, int a1, int b) {
            assertThat(a0).isLessThan(a1);
            for (int a = a0; a < a1; a++) {
                boxes++;
                check(layer, a, b);
                compare(layer.rowMm3(b) * layer.widthA(a), layer.mm3(a, b));
                add(a, b, layer.c, layer.mm3(a, b));
            }
        }

        @Override
        public void prisms(Layer layer, Prisms all, int from, int to, int slab) {
            for (int k = from; k < to; k++) {
                prisms++;
                check(layer, all.a(k), all.b(k));
                add(all.a(k), all.b(k), layer.c, layer.mm3(all.a(k), all.b(k)) * all.area(k));
            }
        }

        @Override
        public void polyhedron(Cell cell, Polyhedron body) {
            bodies++;
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < 8; k++) {
                double gy = expected(cell.a, cell.b, cell.c, k & 1, (k >> 1) & 1, k >> 2);
                compare(cell.corner[k], gy);
                min = Math.min(min, gy);
                max = Math.max(max, gy);
            }
            compare(cell.minCornerGy(), min);
            compare(cell.maxCornerGy(), max);
            minGy = Math.min(minGy, min);
            maxGy = Math.max(maxGy, max);
            for (int axis = 0; axis < 3; axis++) {
                compare(Math.min(0, body.min(axis)), 0);
                compare(Math.max(1, body.max(axis)), 1);
            }
            add(cell.a, cell.b, cell.c, body.volume() * cell.mm3);
        }

        double sum() {
            return mm3.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    private static GridGeometry grid(Point3 column, Point3 row, double... offsets) {
        Point3 frame = column.cross(row);
        Point3 origin = new Point3(0.3, -0.2, 0.4)
                .minus(column.times(6))
                .minus(row.times(5.25))
                .minus(frame.times((offsets[0] + offsets[offsets.length - 1]) / 2));
        return new GridGeometry(7, 8, origin, column.times(2), row.times(1.5), frame, offsets);
    }

    private static final double[] EVEN = {0, 1.8, 3.6, 5.4, 7.2, 9, 10.8};
    private static final double[] UNEVEN_DOWN = {11, 8.6, 7, 6.5, 4, 2.5, 0};

    private static final Point3[][] ORIENTATIONS = {
        {Shapes.X, Shapes.Y},
        {Shapes.X.times(-1), Shapes.Y},
        {Shapes.Y, Shapes.X},
        {Shapes.Y, Shapes.Z.times(-1)},
        {Shapes.X, Shapes.Z},
        {Shapes.Z, Shapes.X}
    };

    private static double overlap(double p, double q, double low, double high) {
        return Math.max(0, Math.min(Math.max(p, q), high) - Math.max(Math.min(p, q), low));
    }

    @Test
    void ofACuboidEveryCellHoldsWhatOverlaps() {
        double[][] cuboids = {{-3.3, 4.1, -2.7, 3.4, -4, 4}, {-3.7, 4.3, -2.45, 2.05, -3.2, 2.2}, {-9, 2, -1, 9, 0, 9}};
        for (double[] c : cuboids) {
            SlabSolid solid = Shapes.cuboid(c[0], c[1], c[2], c[3], c[4], c[5]);
            for (Point3[] o : ORIENTATIONS) {
                for (double[] offsets : List.of(EVEN, UNEVEN_DOWN)) {
                    GridGeometry g = grid(o[0], o[1], offsets);
                    GridAxes axes = new GridAxes(g, solid.frame());
                    SolidCells cells = SolidCells.of(solid, axes);
                    Recorder recorder = new Recorder(axes);
                    cells.walk(Shapes.sample(g, LINEAR), recorder);
                    assertThat(recorder.bodies).isZero();
                    double all = 0;
                    for (int i = 0; i < axes.cells(0); i++) {
                        for (int j = 0; j < axes.cells(1); j++) {
                            for (int k = 0; k < axes.cells(2); k++) {
                                Point3 p = axes.patientPoint(axes.knots(0)[i], axes.knots(1)[j], axes.knots(2)[k]);
                                Point3 q = axes.patientPoint(
                                        axes.knots(0)[i + 1], axes.knots(1)[j + 1], axes.knots(2)[k + 1]);
                                double mm3 = overlap(p.x(), q.x(), c[0], c[1])
                                        * overlap(p.y(), q.y(), c[2], c[3])
                                        * overlap(p.z(), q.z(), c[4], c[5]);
                                recorder.compare(recorder.mm3.getOrDefault(List.of(i, j, k), 0.0), mm3);
                                all += mm3;
                            }
                        }
                    }
                    assertThat(recorder.off).isLessThan(EXACT);
                    assertThat(cells.coveredMm3()).isCloseTo(all, within(EXACT));
                    double[] range = cells.doseRange(Shapes.sample(g, LINEAR));
                    CornerRange corners = CornerRange.of(cells, Shapes.sample(g, LINEAR));
                    assertThat(corners.minGy()).isCloseTo(recorder.minGy, within(EXACT));
                    assertThat(corners.maxGy()).isCloseTo(recorder.maxGy, within(EXACT));
                    assertThat(range[0]).isLessThanOrEqualTo(corners.minGy());
                    assertThat(range[1]).isGreaterThanOrEqualTo(corners.maxGy());
                }
            }
        }
    }

    /** Boxes in the middle, prisms around them. */
    @Test
    void aCuboidThatEndsInCellsHasPrismsAllAround() {
        GridGeometry g = grid(Shapes.X, Shapes.Y, EVEN);
        SlabSolid solid = Shapes.cuboid(-4.7, 4.7, -4, 4, -3, 3);
        GridAxes axes = new GridAxes(g, solid.frame());
        Recorder recorder = new Recorder(axes);
        SolidCells.of(solid, axes).walk(Shapes.sample(g, LINEAR), recorder);
        // 4 x 5 full cells and 22 around them, in two layers of the lower slab and three of the upper.
        assertThat(recorder.boxes).isEqualTo(20 * 5);
        assertThat(recorder.prisms).isEqualTo(22 * 5);
        assertThat(recorder.off).isLessThan(EXACT);
    }

    /** In any grid that holds it a solid has its volume, and the corners of its cells the dose there. */
    @Test
    void inAnObliqueGridThePartsAreTheWhole() {
        Property.forAll(8, random -> random, random -> {
            SlabSolid solid = SolidPartTest.ring(random);
            PlaneFrame f = PlaneFrame.ofNormal(new Point3(random.nextDouble(), random.nextDouble(), 1));
            DoseGrid dose = Shapes.grid(9, 10, 9, new Point3(0.3, 0.2, 2), f.u(), f.v(), f.w(), 2.5, 2.4, LINEAR);
            GridAxes axes = new GridAxes(dose.geometry(), solid.frame());
            SolidCells cells = SolidCells.of(solid, axes);
            Recorder recorder = new Recorder(axes);
            cells.walk(dose, recorder);
            assertThat(recorder.boxes + recorder.prisms).isZero();
            assertThat(recorder.off).isLessThan(EXACT);
            double mm3 = 1000 * solid.volumeCc();
            assertThat(recorder.sum()).isCloseTo(mm3, within(1e-9 * mm3));
            assertThat(cells.coveredMm3()).isCloseTo(mm3, within(1e-9 * mm3));
            double[] range = cells.doseRange(dose);
            CornerRange corners = CornerRange.of(cells, dose);
            assertThat(range).containsExactly(corners.minGy(), corners.maxGy());
            assertThat(range).containsExactly(new double[] {recorder.minGy, recorder.maxGy}, within(EXACT));
            Recorder second = new Recorder(axes);
            cells.walk(dose, new SinkGroup(List.of(second)));
            assertThat(second.mm3).isEqualTo(recorder.mm3);
        });
    }

    /** Cut by a plane, the aligned and the oblique way agree on what the grid covers. */
    @Test
    void aGridCoversWhatLiesInItsHull() {
        SlabSolid solid = Shapes.cuboid(-10, 10, -10, 10, -10, 10);
        double a = 0.3;
        Point3 u = new Point3(Math.cos(a), 0, Math.sin(a));
        GridGeometry within = grid(u, Shapes.Y, EVEN);
        GridAxes axes = new GridAxes(within, solid.frame());
        assertThat(SolidCells.of(solid, axes).coveredMm3()).isCloseTo(12 * 10.5 * 10.8, within(1e-6));
        Recorder recorder = new Recorder(axes);
        SolidCells.of(solid, axes).walk(Shapes.sample(within, LINEAR), recorder);
        assertThat(recorder.mm3).hasSize(6 * 7 * 6);
        recorder.mm3.values().forEach(mm3 -> assertThat(mm3).isCloseTo(2 * 1.5 * 1.8, within(1e-9)));
        // Half of it sticks out: the grid's middle lies on a face.
        SlabSolid half = Shapes.cuboid(0.3, 20, -20, 20, -20, 20);
        assertThat(SolidCells.of(half, new GridAxes(within, half.frame())).coveredMm3())
                .isCloseTo(12 * 10.5 * 10.8 / 2, within(1e-6));
        SlabSolid away = Shapes.cuboid(30, 40, 0, 1, 0, 1);
        assertThat(SolidCells.of(away, new GridAxes(within, away.frame())).coveredMm3())
                .isZero();
    }

    @Test
    void aGridWithoutCellsCoversNothing() {
        SlabSolid solid = Shapes.cuboid(-3, 3, -3, 3, -3, 3);
        Point3 tilted = new Point3(0.8, 0, 0.6);
        for (Point3 u : List.of(Shapes.X, tilted)) {
            Point3 w = u.cross(Shapes.Y);
            for (int[] n : new int[][] {{1, 5, 5}, {5, 1, 5}, {5, 5, 1}}) {
                DoseGrid dose = Shapes.grid(n[0], n[1], n[2], new Point3(0, 0, 0), u, Shapes.Y, w, 3, 3, LINEAR);
                GridAxes axes = new GridAxes(dose.geometry(), solid.frame());
                SolidCells cells = SolidCells.of(solid, axes);
                assertThat(cells.coveredMm3()).isZero();
                Recorder recorder = new Recorder(axes);
                cells.walk(dose, recorder);
                assertThat(recorder.mm3).isEmpty();
            }
        }
    }

    @Test
    void aKnotIsHeldByTheSlabsThatHaveIt() {
        SlabSolid solid = Shapes.cuboid(-3.7, 2.3, -2.45, 2.05, -3, 3);
        GridAxes axes = new GridAxes(grid(Shapes.X, Shapes.Y, EVEN), solid.frame());
        SolidCells cells = SolidCells.of(solid, axes);
        // Knots lie at -5.7, -3.7, ... and at -5.45, -3.95, -2.45, ...
        assertThat(cells.holdsKnot(0, 1, 2)).isTrue();
        assertThat(cells.holdsKnot(0, 4, 5)).isTrue();
        assertThat(cells.holdsKnot(1, 3, 3)).isTrue();
        assertThat(cells.holdsKnot(0, 0, 3)).isFalse();
        assertThat(cells.holdsKnot(0, 3, 1)).isFalse();
        assertThat(cells.holdsKnot(1, 5, 3)).isFalse();
    }

    /** Rings of any shape, with a hole, in a grid turned about the normal and seen from behind. */
    @Test
    void inATurnedGridThePartsAreTheWhole() {
        Property.forAll(20, random -> random, random -> {
            SlabSolid solid = SolidPartTest.ring(random);
            double a = random.nextDouble(6);
            double side = random.nextBoolean() ? 1 : -1;
            Point3 u = new Point3(Math.cos(a), Math.sin(a), 0);
            Point3 v = new Point3(-side * Math.sin(a), side * Math.cos(a), 0);
            DoseGrid dose = Shapes.grid(12, 12, 7, new Point3(0.1, 0.2, 2), u, v, u.cross(v), 1.7, 1.6, LINEAR);
            GridAxes axes = new GridAxes(dose.geometry(), solid.frame());
            SolidCells cells = SolidCells.of(solid, axes);
            Recorder recorder = new Recorder(axes);
            // Two sinks see the same walk.
            Recorder second = new Recorder(axes);
            cells.walk(dose, new SinkGroup(List.of(recorder, second)));
            double mm3 = 1000 * solid.volumeCc();
            assertThat(recorder.sum()).isCloseTo(mm3, within(1e-9 * mm3));
            assertThat(recorder.off).isLessThan(EXACT);
            assertThat(second.mm3).isEqualTo(recorder.mm3);
            assertThat(cells.coveredMm3()).isCloseTo(mm3, within(1e-9 * mm3));
        });
    }

    /** Stripes of cells: more rows of full cells than there was room for at first, none joined with its neighbour. */
    @Test
    void manyRowsOfFullCellsAreAllKept() {
        int stripes = 70;
        double[] comb = new double[8 * stripes + 4];
        for (int i = 0; i < stripes; i++) {
            double[] tooth = {3 * i, 0, 3 * i, 4, 3 * i + 2, 4, 3 * i + 2, 0};
            System.arraycopy(tooth, 0, comb, 8 * i, 8);
        }
        double[] back = {3 * stripes - 1, -1, 0, -1};
        System.arraycopy(back, 0, comb, 8 * stripes, 4);
        SlabSolid solid = SlabSolid.of(Shapes.polygon(comb, 0.5, 1.5), SolidOptions.defaults());
        GridGeometry g = GridGeometry.axial(3 * stripes, 6, 3, new Point3(0, -1, 0), new Point3(1, 1, 1));
        GridAxes axes = new GridAxes(g, solid.frame());
        Recorder recorder = new Recorder(axes);
        SolidCells.of(solid, axes).walk(Shapes.sample(g, LINEAR), recorder);
        assertThat(recorder.prisms).isZero();
        assertThat(recorder.boxes).isEqualTo(2 * (8 * stripes + 3 * stripes - 1));
        assertThat(recorder.sum()).isCloseTo(recorder.boxes, within(EXACT));
        assertThat(recorder.off).isLessThan(EXACT);
        for (int a = 0; a < 3 * stripes - 1; a++) {
            assertThat(recorder.mm3.containsKey(List.of(a, 2, 1))).isEqualTo(a % 3 < 2);
        }
    }

    @Test
    void anInterruptedThreadStopsCutting() {
        SlabSolid solid = Shapes.cuboid(-3, 3, -3, 3, -3, 3);
        GridAxes aligned = new GridAxes(grid(Shapes.X, Shapes.Y, EVEN), solid.frame());
        GridAxes oblique = new GridAxes(grid(new Point3(0.8, 0, 0.6), Shapes.Y, EVEN), solid.frame());
        SolidCells cells = SolidCells.of(solid, aligned);
        DoseGrid dose = Shapes.sample(grid(Shapes.X, Shapes.Y, EVEN), LINEAR);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> SolidCells.of(solid, aligned)).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> SolidCells.of(solid, oblique)).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> cells.walk(dose, new SinkGroup(List.of())))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
