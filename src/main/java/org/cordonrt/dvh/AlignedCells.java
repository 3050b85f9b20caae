package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordonrt.Interruption;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.PlaneRegion;
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

    /** Boundary cells to make room for before any is known: about 20 MB. */
    private static final double MOST_EXPECTED = 100_000;

    private static final double LEAST_EXPECTED = 16;

    /** One slab: full cells as runs along A, boundary cells, and the layers of cells that it passes. */
    private static final class SlabCells {
        /** The slab's part of {@link #runs}. */
        int fromRun;

        int toRun;

        /** The slab's part of {@link #prisms}. */
        int fromPrism;

        int toPrism;

        final List<double[]> rings = new ArrayList<>();

        /** Rows of cells that hold some of the slab. */
        int fromB = Integer.MAX_VALUE;

        int toB;

        int[] c = new int[0];
        double[] c0 = new double[0];
        double[] c1 = new double[0];
    }

    /** Takes the blocks of the slab that is being cut. */
    private final class Cutter implements PlaneDivision.Sink {
        private SlabCells cells = new SlabCells();

        /** Rows of full cells until they are sorted into runs: where they start, and end, as b and a. */
        private long[] starts = new long[64];

        private long[] ends = new long[64];
        private int rows;

        void begin(SlabCells slab) {
            cells = slab;
            rows = 0;
            cells.fromRun = runLength;
            cells.fromPrism = prisms.count();
        }

        /** Sorts the rows, which do not overlap, and joins those that continue each other. */
        void end() {
            Arrays.sort(starts, 0, rows);
            Arrays.sort(ends, 0, rows);
            if (runLength + 3 * rows > runs.length) {
                runs = Arrays.copyOf(runs, Math.max(2 * runs.length, runLength + 3 * rows));
            }
            for (int i = 0; i < rows; i++) {
                if (i > 0 && starts[i] == ends[i - 1]) {
                    runs[runLength - 2] = (int) ends[i];
                } else {
                    runs[runLength++] = (int) starts[i];
                    runs[runLength++] = (int) ends[i];
                    runs[runLength++] = (int) (starts[i] >>> Integer.SIZE);
                }
            }
            cells.toRun = runLength;
            cells.toPrism = prisms.count();
        }

        private void addRow(int from, int to, int b) {
            if (rows == starts.length) {
                starts = Arrays.copyOf(starts, 2 * rows);
                ends = Arrays.copyOf(ends, 2 * rows);
            }
            starts[rows] = (long) b << Integer.SIZE | from;
            ends[rows++] = (long) b << Integer.SIZE | to;
        }

        @Override
        public void full(int a0, int a1, int b0, int b1) {
            for (int b = b0; b < b1; b++) {
                addRow(a0, a1, b);
            }
            touch(cells, a0, a1, b0, b1);
        }

        @Override
        public void boundary(int a, int b, RingStack rings, int from, int to) {
            prisms.add(a, b, rings, from, to, knotsA[a], knotsA[a + 1], knotsB[b], knotsB[b + 1]);
            touch(cells, a, a + 1, b, b + 1);
        }
    }

    private final GridAxes axes;
    private final double[] knotsA;
    private final double[] knotsB;
    private final double[] knotsC;
    private final List<SlabCells> slabs = new ArrayList<>();

    /** Full cells of all slabs as first a, end a (exclusive), b; in a slab in increasing order of b, then a. */
    private int[] runs = new int[96];

    private int runLength;

    /** Boundary cells of all slabs. */
    private final Prisms prisms;

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
        double boundary = 0;
        for (Slab s : solid.slabs()) {
            PlaneRegion r = s.region();
            boundary += 2 * (r.maxX() - r.minX() + r.maxY() - r.minY()) / axes.smallestSpacingMm() + 8;
        }
        prisms = new Prisms((int) Math.max(LEAST_EXPECTED, Math.min(boundary, MOST_EXPECTED)));
        double covered = 0;
        Cutter cutter = new Cutter();
        PlaneDivision division = new PlaneDivision(knotsA, knotsB, cutter);
        for (Slab s : solid.slabs()) {
            Interruption.check();
            covered += add(solid.frame(), s, cutter, division);
        }
        coveredMm3 = covered;
    }

    @Override
    public double coveredMm3() {
        return coveredMm3;
    }

    /** Cuts one slab and returns its covered volume, mm3. */
    private double add(PlaneFrame frame, Slab slab, Cutter cutter, PlaneDivision division) {
        SlabCells cells = new SlabCells();
        slabs.add(cells);
        double height = cutHeight(cells, frame, slab);
        for (double[] ring : slab.region().toRings()) {
            cells.rings.add(toAxes(ring, frame, slab.planeMm()));
        }
        double area = 0;
        for (double[] ring : cells.rings) {
            area += Rings.area(ring);
        }
        if (area < 0) {
            // The grid's axes see the contours from behind.
            cells.rings.replaceAll(Rings::reversed);
        }
        if (height == 0 || axes.cells(0) < 1 || axes.cells(1) < 1) {
            return 0;
        }
        cutter.begin(cells);
        double covered = division.divide(cells.rings);
        cutter.end();
        return covered * height * axes.unitMm3();
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

    private void touch(SlabCells cells, int a0, int a1, int b0, int b1) {
        minA = Math.min(minA, a0);
        maxA = Math.max(maxA, a1);
        minB = Math.min(minB, b0);
        maxB = Math.max(maxB, b1);
        cells.fromB = Math.min(cells.fromB, b0);
        cells.toB = Math.max(cells.toB, b1);
    }

    @Override
    public boolean holdsKnot(int slab, int a, int b) {
        return RingClip.holds(slabs.get(slab).rings, knotsA[a], knotsB[b]);
    }

    @Override
    public double[] doseRange(DoseGrid dose) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        if (maxA < 0) {
            return range;
        }
        DosePlanes planes = new DosePlanes(dose, axes, minA, maxA, minB, maxB);
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (SlabCells cells : slabs) {
            for (int c : cells.c) {
                first = Math.min(first, c);
                last = Math.max(last, c + 1);
            }
        }
        for (int c = first; c <= last; c++) {
            planes.extend(c, range);
        }
        return range;
    }

    @Override
    public void walk(DoseGrid dose, CellSink sink) {
        if (maxA < 0) {
            return;
        }
        Layer layer = new Layer(axes, new DosePlanes(dose, axes, minA, maxA, minB, maxB));
        for (int s = 0; s < slabs.size(); s++) {
            Interruption.check();
            SlabCells cells = slabs.get(s);
            if (cells.toB == 0) {
                continue;
            }
            for (int i = 0; i < cells.c.length; i++) {
                layer.set(cells.c[i], cells.c0[i], cells.c1[i], cells.fromB, cells.toB);
                for (int r = cells.fromRun; r < cells.toRun; r += 3) {
                    sink.boxes(layer, runs[r], runs[r + 1], runs[r + 2]);
                }
                sink.prisms(layer, prisms, cells.fromPrism, cells.toPrism, s);
            }
        }
    }
}
