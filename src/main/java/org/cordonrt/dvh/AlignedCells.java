package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.Rings;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;

/**
 * A solid whose planes are parallel to two axes of the grid. Each slab is cut once in its plane, by halving the grid
 * until a block is empty, full or a single cell, and once along its height.
 */
final class AlignedCells implements SolidCells {
    /** Heights this near to a cell's end, as a share of the cell, are rounding. */
    private static final double ROUNDING = 1e-12;

    private record BoundaryCell(int a, int b, List<double[]> rings) {}

    private static final class SlabCells {
        /** Full cells, as first a, end a (exclusive), b. */
        int[] runs = new int[48];

        int runLength;
        final List<BoundaryCell> boundary = new ArrayList<>();
        final List<double[]> rings = new ArrayList<>();
        int[] c = new int[0];
        double[] c0 = new double[0];
        double[] c1 = new double[0];

        void addRun(int from, int to, int b) {
            if (runLength > 0 && runs[runLength - 1] == b && runs[runLength - 2] == from) {
                runs[runLength - 2] = to;
                return;
            }
            if (runLength == runs.length) {
                runs = Arrays.copyOf(runs, 2 * runLength);
            }
            runs[runLength++] = from;
            runs[runLength++] = to;
            runs[runLength++] = b;
        }
    }

    private final GridAxes axes;
    private final double[] knotsA;
    private final double[] knotsB;
    private final double[] knotsC;
    private final List<SlabCells> slabs = new ArrayList<>();
    private int minA = Integer.MAX_VALUE;
    private int minB = Integer.MAX_VALUE;
    private int maxA = -1;
    private int maxB = -1;
    private final double coveredMm3;

    AlignedCells(SlabSolid solid, GridAxes axes) {
        this.axes = axes;
        knotsA = axes.knots(0);
        knotsB = axes.knots(1);
        knotsC = axes.knots(2);
        double covered = 0;
        for (Slab s : solid.slabs()) {
            covered += add(solid.frame(), s);
        }
        coveredMm3 = covered;
    }

    @Override
    public double coveredMm3() {
        return coveredMm3;
    }

    /** Cuts one slab and returns its covered volume, mm3. */
    private double add(PlaneFrame frame, Slab slab) {
        SlabCells cells = new SlabCells();
        slabs.add(cells);
        double height = cutHeight(cells, frame, slab);
        for (double[] ring : slab.region().toRings()) {
            cells.rings.add(toAxes(ring, frame, slab.planeMm()));
        }
        if (RingClip.area(cells.rings) < 0) {
            // The grid's axes see the contours from behind.
            cells.rings.replaceAll(Rings::reversed);
        }
        if (height == 0 || axes.cells(0) < 1 || axes.cells(1) < 1) {
            return 0;
        }
        double area = new PlaneDivision(knotsA, knotsB, new PlaneDivision.Sink() {
                    @Override
                    public void full(int a0, int a1, int b0, int b1) {
                        for (int b = b0; b < b1; b++) {
                            cells.addRun(a0, a1, b);
                        }
                        touch(a0, a1, b0, b1);
                    }

                    @Override
                    public void boundary(int a, int b, List<double[]> rings) {
                        cells.boundary.add(new BoundaryCell(a, b, inCellUnits(rings, a, b)));
                        touch(a, a + 1, b, b + 1);
                    }
                })
                .divide(cells.rings);
        return area * height * axes.unitMm3();
    }

    private double[] toAxes(double[] ring, PlaneFrame frame, double planeMm) {
        double[] out = new double[ring.length];
        double[] origin = axes.axesOf(frame.point(0, 0, planeMm));
        double[] u = axes.axesOfDirection(frame.u());
        double[] v = axes.axesOfDirection(frame.v());
        for (int i = 0; i < ring.length; i += 2) {
            out[i] = origin[0] + ring[i] * u[0] + ring[i + 1] * v[0];
            out[i + 1] = origin[1] + ring[i] * u[1] + ring[i + 1] * v[1];
        }
        return out;
    }

    /** Notes which cells along C the slab passes, and returns the covered height in axis units. */
    private double cutHeight(SlabCells cells, PlaneFrame frame, Slab slab) {
        Point3 low = frame.point(0, 0, slab.lowMm());
        Point3 high = frame.point(0, 0, slab.highMm());
        double p = axes.axesOf(low)[2];
        double q = axes.axesOf(high)[2];
        double from = Math.max(Math.min(p, q), knotsC[0]);
        double to = Math.min(Math.max(p, q), knotsC[axes.cells(2)]);
        int n = 0;
        double height = 0;
        int first = Math.max(0, cellOf(knotsC, from));
        for (int c = first; c < axes.cells(2) && knotsC[c] < to; c++) {
            double dc = knotsC[c + 1] - knotsC[c];
            double c0 = Math.max(0, (from - knotsC[c]) / dc);
            double c1 = Math.min(1, (to - knotsC[c]) / dc);
            if (c1 - c0 > ROUNDING) {
                cells.c = Arrays.copyOf(cells.c, n + 1);
                cells.c0 = Arrays.copyOf(cells.c0, n + 1);
                cells.c1 = Arrays.copyOf(cells.c1, n + 1);
                cells.c[n] = c;
                cells.c0[n] = c0 < ROUNDING ? 0 : c0;
                cells.c1[n] = c1 > 1 - ROUNDING ? 1 : c1;
                height += (cells.c1[n] - cells.c0[n]) * dc;
                n++;
            }
        }
        return height;
    }

    private static int cellOf(double[] knots, double x) {
        int i = Arrays.binarySearch(knots, x);
        return i >= 0 ? i : -i - 2;
    }

    private void touch(int a0, int a1, int b0, int b1) {
        minA = Math.min(minA, a0);
        maxA = Math.max(maxA, a1);
        minB = Math.min(minB, b0);
        maxB = Math.max(maxB, b1);
    }

    private List<double[]> inCellUnits(List<double[]> rings, int a, int b) {
        double wa = knotsA[a + 1] - knotsA[a];
        double wb = knotsB[b + 1] - knotsB[b];
        List<double[]> out = new ArrayList<>(rings.size());
        for (double[] r : rings) {
            double[] u = new double[r.length];
            for (int i = 0; i < r.length; i += 2) {
                // A vertex on a knot must stay exactly on the cell's edge.
                u[i] = r[i] == knotsA[a + 1] ? 1 : (r[i] - knotsA[a]) / wa;
                u[i + 1] = r[i + 1] == knotsB[b + 1] ? 1 : (r[i + 1] - knotsB[b]) / wb;
            }
            out.add(u);
        }
        return List.copyOf(out);
    }

    @Override
    public boolean holdsKnot(int slab, int a, int b) {
        return RingClip.holds(slabs.get(slab).rings, knotsA[a], knotsB[b]);
    }

    @Override
    public void walk(DoseGrid dose, CellSink sink) {
        if (maxA < 0) {
            return;
        }
        DosePlanes planes = new DosePlanes(dose, axes, minA, maxA, minB, maxB);
        Cell cell = new Cell();
        for (int s = 0; s < slabs.size(); s++) {
            SlabCells cells = slabs.get(s);
            for (int i = 0; i < cells.c.length; i++) {
                cell.c = cells.c[i];
                cell.c0 = cells.c0[i];
                cell.c1 = cells.c1[i];
                double[] below = planes.plane(cell.c);
                double[] above = planes.plane(cell.c + 1);
                walkRuns(cells, cell, planes, below, above, sink);
                for (BoundaryCell bc : cells.boundary) {
                    cell.a = bc.a;
                    cell.b = bc.b;
                    int o = planes.offset(bc.a, bc.b);
                    load(cell, below, above, o, planes.stride(), 0);
                    load(cell, below, above, o + 1, planes.stride(), 1);
                    cell.mm3 = mm3(cell);
                    sink.prism(cell, bc.rings, s);
                }
            }
        }
    }

    private void walkRuns(
            SlabCells cells, Cell cell, DosePlanes planes, double[] below, double[] above, CellSink sink) {
        double[] k = cell.corner;
        for (int r = 0; r < cells.runLength; r += 3) {
            cell.b = cells.runs[r + 2];
            int o = planes.offset(cells.runs[r], cell.b);
            load(cell, below, above, o, planes.stride(), 1);
            for (int a = cells.runs[r]; a < cells.runs[r + 1]; a++) {
                // The right-hand corners of one cell are the left-hand ones of the next.
                k[0] = k[1];
                k[2] = k[3];
                k[4] = k[5];
                k[6] = k[7];
                o++;
                load(cell, below, above, o, planes.stride(), 1);
                cell.a = a;
                cell.mm3 = mm3(cell);
                sink.box(cell);
            }
        }
    }

    /** Fills the four corners at one end in A from the column of samples at {@code o}. */
    private static void load(Cell cell, double[] below, double[] above, int o, int stride, int atA) {
        double[] k = cell.corner;
        double p0 = below[o];
        double q0 = above[o];
        double p1 = below[o + stride];
        double q1 = above[o + stride];
        k[atA] = p0 + cell.c0 * (q0 - p0);
        k[atA + 2] = p1 + cell.c0 * (q1 - p1);
        // Exactly the upper sample at the upper end.
        k[atA + 4] = cell.c1 == 1 ? q0 : p0 + cell.c1 * (q0 - p0);
        k[atA + 6] = cell.c1 == 1 ? q1 : p1 + cell.c1 * (q1 - p1);
    }

    private double mm3(Cell cell) {
        return axes.unitMm3()
                * (knotsA[cell.a + 1] - knotsA[cell.a])
                * (knotsB[cell.b + 1] - knotsB[cell.b])
                * (knotsC[cell.c + 1] - knotsC[cell.c])
                * (cell.c1 - cell.c0);
    }
}
