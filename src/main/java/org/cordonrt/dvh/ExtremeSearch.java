package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.plan.DoseGrid;

/**
 * Finds the largest or smallest dose of a solid. For aligned solids it is exact: on a prism in one dose cell the
 * trilinear dose has its extremes on the upper or lower face; there, being bilinear, on the polygon's boundary: at a
 * vertex, at a cell corner inside, or at the stationary point of an edge, along which it is a quadratic. That list is
 * finite, and only cells whose corner doses beat the best so far need it.
 *
 * <p>In oblique solids the vertices of the parts bound the extreme from inside; those parts that might beat the best
 * vertex are halved until none can by more than a given precision.
 */
final class ExtremeSearch implements CellSink {
    /** Oblique extremes are found to this, Gy; far below any tolerance, far above rounding. */
    private static final double OBLIQUE_PRECISION_GY = 1e-7;

    private static final int PRUNE_EVERY = 20_000;

    private record Part(double[] corner, Polyhedron body, int a, int b, int c) {
        /** Largest value that sign x dose may take on within. */
        double bound(double sign) {
            Piece p = Piece.polyhedron(corner, 1, body);
            return p == null ? Double.NEGATIVE_INFINITY : p.bound(sign);
        }
    }

    private final SolidCells cells;
    private final GridAxes axes;
    private final int maxPieces;

    /** 1 to look for the largest dose, -1 for the smallest; {@code best} is sign times a dose. */
    private final double sign;

    private double best = Double.NEGATIVE_INFINITY;

    /** Where: cell and place in the cell, 0 to 1. */
    private final int[] bestCell = new int[3];

    private final double[] bestAt = new double[3];
    private List<Part> open = new ArrayList<>();

    private ExtremeSearch(SolidCells cells, GridAxes axes, boolean largest, int maxPieces) {
        this.cells = cells;
        this.axes = axes;
        this.sign = largest ? 1 : -1;
        this.maxPieces = maxPieces;
    }

    static Extreme find(
            SolidCells cells, GridAxes axes, DoseGrid dose, boolean largest, DvhOptions options, double roundingGy) {
        ExtremeSearch search = new ExtremeSearch(cells, axes, largest, options.maxPieces());
        cells.walk(dose, search);
        return search.finish(roundingGy);
    }

    private Extreme finish(double roundingGy) {
        double inside = refineOpen();
        double value = sign * best;
        double outer = sign * Math.max(best, inside);
        Certified gy = Certified.within(
                value,
                Math.min(value, outer) - roundingGy,
                Math.max(value, outer) + roundingGy,
                Math.abs(outer - value) > 2 * OBLIQUE_PRECISION_GY);
        double[] at = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double[] knots = axes.knots(axis);
            int i = bestCell[axis];
            at[axis] = knots[i] + bestAt[axis] * (knots[i + 1] - knots[i]);
        }
        return new Extreme(gy, axes.patientPoint(at[0], at[1], at[2]));
    }

    private void offer(double gy, int a, int b, int c, double x, double y, double z) {
        if (sign * gy > best) {
            best = sign * gy;
            bestCell[0] = a;
            bestCell[1] = b;
            bestCell[2] = c;
            bestAt[0] = x;
            bestAt[1] = y;
            bestAt[2] = z;
        }
    }

    private boolean mayImprove(Cell cell) {
        return (sign > 0 ? cell.maxCornerGy() : -cell.minCornerGy()) > best;
    }

    @Override
    public void box(Cell cell) {
        if (mayImprove(cell)) {
            for (int i = 0; i < 8; i++) {
                offer(cell.corner[i], cell.a, cell.b, cell.c, i & 1, (i >> 1) & 1, (i & 4) == 0 ? cell.c0 : cell.c1);
            }
        }
    }

    @Override
    public void prism(Cell cell, List<double[]> rings, int slab) {
        if (mayImprove(cell)) {
            for (double[] ring : rings) {
                face(cell, ring, slab, 0, cell.c0);
                face(cell, ring, slab, 4, cell.c1);
            }
        }
    }

    /** The candidates on one face; {@code at} is the first of its four corner doses. */
    private void face(Cell cell, double[] ring, int slab, int at, double z) {
        double d00 = cell.corner[at];
        double da = cell.corner[at + 1] - d00;
        double db = cell.corner[at + 2] - d00;
        double dab = cell.corner[at + 3] - cell.corner[at + 1] - cell.corner[at + 2] + d00;
        double px = ring[ring.length - 2];
        double py = ring[ring.length - 1];
        for (int i = 0; i < ring.length; i += 2) {
            double qx = ring[i];
            double qy = ring[i + 1];
            // A cut ring may run to and fro along cell edges and touch a cell corner that it does not enclose.
            if (!isCellCorner(qx, qy) || cells.holdsKnot(slab, cell.a + (int) qx, cell.b + (int) qy)) {
                offer(d00 + da * qx + db * qy + dab * qx * qy, cell.a, cell.b, cell.c, qx, qy, z);
            }
            double ex = qx - px;
            double ey = qy - py;
            double curvature = dab * ex * ey;
            if (curvature != 0) {
                double slope = da * ex + db * ey + dab * (px * ey + py * ex);
                double t = -slope / (2 * curvature);
                if (t > 0 && t < 1) {
                    double x = px + t * ex;
                    double y = py + t * ey;
                    offer(d00 + da * x + db * y + dab * x * y, cell.a, cell.b, cell.c, x, y, z);
                }
            }
            px = qx;
            py = qy;
        }
    }

    private static boolean isCellCorner(double x, double y) {
        return (x == 0 || x == 1) && (y == 0 || y == 1);
    }

    @Override
    public void polyhedron(Cell cell, Polyhedron body) {
        if (mayImprove(cell)) {
            Part part = new Part(cell.corner.clone(), body, cell.a, cell.b, cell.c);
            offerVertices(part);
            open.add(part);
            if (open.size() % PRUNE_EVERY == 0) {
                prune();
            }
        }
    }

    private void offerVertices(Part part) {
        for (double[] f : part.body.faces()) {
            for (int i = 0; i < f.length; i += 3) {
                double gy = Piece.trilinear(part.corner, f[i], f[i + 1], f[i + 2]);
                offer(gy, part.a, part.b, part.c, f[i], f[i + 1], f[i + 2]);
            }
        }
    }

    private void prune() {
        open.removeIf(t -> t.bound(sign) <= best + OBLIQUE_PRECISION_GY);
    }

    /** Halves what may beat the best vertex; returns a bound for what is left. */
    private double refineOpen() {
        prune();
        int work = 0;
        while (!open.isEmpty() && work < maxPieces) {
            List<Part> halves = new ArrayList<>();
            for (Part part : open) {
                addHalves(part, halves);
            }
            work += halves.size();
            open = halves;
            prune();
        }
        double bound = best;
        for (Part part : open) {
            bound = Math.max(bound, part.bound(sign));
        }
        return open.isEmpty() ? best + (cells instanceof ObliqueCells ? OBLIQUE_PRECISION_GY : 0) : bound;
    }

    private void addHalves(Part part, List<Part> out) {
        int longest = 0;
        for (int axis = 1; axis < 3; axis++) {
            if (part.body.max(axis) - part.body.min(axis) > part.body.max(longest) - part.body.min(longest)) {
                longest = axis;
            }
        }
        double middle = (part.body.min(longest) + part.body.max(longest)) / 2;
        for (boolean above : new boolean[] {false, true}) {
            Polyhedron half = part.body.keep(longest, middle, above);
            if (half != null) {
                Part h = new Part(part.corner, half, part.a, part.b, part.c);
                offerVertices(h);
                out.add(h);
            }
        }
    }
}
