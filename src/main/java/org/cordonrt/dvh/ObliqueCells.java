package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordonrt.Interruption;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.DoseGrid;
import org.jspecify.annotations.Nullable;

/**
 * A solid whose planes run obliquely through the grid. Its slabs are divided into convex prisms about the size of a cell,
 * and those are cut along the cell faces until each part lies in one cell: slower than the aligned way, but as exact. The
 * parts are kept when they are few; else each walk cuts anew.
 */
final class ObliqueCells implements SolidCells {
    private final SlabSolid solid;
    private final GridAxes axes;
    private final double coveredMm3;

    /** Parts kept at most: about 200 MB. */
    private static final int MAX_KEPT = 100_000;

    private record Cut(Polyhedron body, int a, int b, int c) {}

    /** All of them, or none when there are too many to keep. */
    private final List<Cut> kept;

    ObliqueCells(SlabSolid solid, GridAxes axes) {
        this.solid = solid;
        this.axes = axes;
        List<Cut> first = new ArrayList<>();
        double[] sum = new double[1];
        int[] count = new int[1];
        cutAll((body, a, b, c) -> {
            sum[0] += body.volume();
            if (++count[0] <= MAX_KEPT) {
                first.add(new Cut(body, a, b, c));
            }
        });
        coveredMm3 = sum[0] * axes.unitMm3();
        kept = count[0] <= MAX_KEPT ? List.copyOf(first) : List.of();
    }

    private void forEachCut(CutSink sink) {
        if (kept.isEmpty()) {
            cutAll(sink);
        } else {
            for (Cut k : kept) {
                sink.accept(k.body, k.a, k.b, k.c);
            }
        }
    }

    @Override
    public double coveredMm3() {
        return coveredMm3;
    }

    @Override
    public boolean holdsKnot(int slab, int a, int b) {
        throw new IllegalStateException("oblique solids have no prisms");
    }

    private interface CutSink {
        void accept(Polyhedron body, int a, int b, int c);
    }

    private void cutAll(CutSink sink) {
        if (axes.cells(0) < 1 || axes.cells(1) < 1 || axes.cells(2) < 1) {
            return;
        }
        for (Slab s : solid.slabs()) {
            Interruption.check();
            for (double[] q : quadrilaterals(s.region())) {
                divide(Polyhedron.prism(corners(q, s.lowMm()), corners(q, s.highMm())), 0, new int[3], sink);
            }
        }
    }

    /**
     * A plane's region as convex quadrilaterals about the size of a dose cell: squares inside, trapezoids along the
     * boundary. Long slivers across the whole region would be cut by many cells.
     */
    private List<double[]> quadrilaterals(PlaneRegion region) {
        double[] x = lattice(region.minX(), region.maxX());
        double[] y = lattice(region.minY(), region.maxY());
        List<double[]> out = new ArrayList<>();
        PlaneDivision division = new PlaneDivision(x, y, new PlaneDivision.Sink() {
            @Override
            public void full(int a0, int a1, int b0, int b1) {
                out.add(new double[] {x[a0], y[b0], x[a1], y[b0], x[a1], y[b1], x[a0], y[b1]});
            }

            @Override
            public void boundary(int a, int b, RingStack rings, int from, int to) {
                out.addAll(Arrays.asList(
                        PlaneRegion.evenOdd(List.of(rings.toRings(from, to))).toTrapezoids()));
            }
        });
        division.divide(Arrays.asList(region.toRings()));
        return out;
    }

    private double[] lattice(double from, double to) {
        int n = (int) Math.ceil((to - from) / axes.smallestSpacingMm());
        double[] knots = new double[Math.max(1, n) + 1];
        for (int i = 0; i < knots.length; i++) {
            knots[i] = i == knots.length - 1 ? to : from + i * (to - from) / (knots.length - 1);
        }
        return knots;
    }

    private double[][] corners(double[] trapezoid, double heightMm) {
        double[][] p = new double[4][];
        for (int i = 0; i < 4; i++) {
            p[i] = axes.axesOf(solid.frame().point(trapezoid[2 * i], trapezoid[2 * i + 1], heightMm));
        }
        return p;
    }

    /** Cuts a body along the faces of one axis after the other; what lies outside the hull is dropped. */
    private void divide(@Nullable Polyhedron body, int axis, int[] cell, CutSink sink) {
        if (body == null) {
            return;
        }
        if (axis == 3) {
            if (body.volume() > 0) {
                sink.accept(body, cell[0], cell[1], cell[2]);
            }
            return;
        }
        double[] knots = axes.knots(axis);
        int from = Math.max(0, cellAt(knots, body.min(axis)));
        int to = Math.min(knots.length - 2, cellAt(knots, body.max(axis)));
        for (int i = from; i <= to; i++) {
            Polyhedron above = body.keep(axis, knots[i], true);
            cell[axis] = i;
            divide(above == null ? null : above.keep(axis, knots[i + 1], false), axis + 1, cell, sink);
        }
    }

    /** Cell that holds x: -1 below the first knot, the last knot's number at or above the last. */
    private static int cellAt(double[] knots, double x) {
        int i = Arrays.binarySearch(knots, x);
        return i >= 0 ? i : -i - 2;
    }

    @Override
    public double[] doseRange(DoseGrid dose) {
        CornerRange range = CornerRange.of(this, dose);
        return new double[] {range.minGy(), range.maxGy()};
    }

    @Override
    public void walk(DoseGrid dose, CellSink sink) {
        Cell cell = new Cell();
        cell.a = -1;
        cell.c0 = 0;
        cell.c1 = 1;
        forEachCut((body, a, b, c) -> {
            if (a != cell.a || b != cell.b || c != cell.c) {
                load(dose, cell, a, b, c);
            }
            sink.polyhedron(cell, inCellUnits(body, a, b, c));
        });
    }

    private void load(DoseGrid dose, Cell cell, int a, int b, int c) {
        cell.a = a;
        cell.b = b;
        cell.c = c;
        int[] at = new int[3];
        for (int i = 0; i < 8; i++) {
            at[axes.directionOf(0)] = axes.sampleIndex(axes.directionOf(0), a + (i & 1));
            at[axes.directionOf(1)] = axes.sampleIndex(axes.directionOf(1), b + ((i >> 1) & 1));
            at[axes.directionOf(2)] = axes.sampleIndex(axes.directionOf(2), c + (i >> 2));
            cell.corner[i] = dose.doseGy(at[0], at[1], at[2]);
        }
        cell.mm3 = axes.unitMm3() * width(0, a) * width(1, b) * width(2, c);
    }

    private double width(int axis, int cell) {
        return axes.knots(axis)[cell + 1] - axes.knots(axis)[cell];
    }

    private Polyhedron inCellUnits(Polyhedron body, int a, int b, int c) {
        return body.inUnits(
                new double[] {axes.knots(0)[a], axes.knots(1)[b], axes.knots(2)[c]},
                new double[] {width(0, a), width(1, b), width(2, c)});
    }
}
