package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.Interruption;

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
            double[] dose = new double[Trilinear.SIZE];
            Trilinear.ofCorners(corner, dose);
            Piece p = PolyhedronPiece.of(dose, 1, body);
            return p == null ? Double.NEGATIVE_INFINITY : sign > 0 ? p.topGy() : -p.bottomGy();
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

    /** A search that wants one walk over the cells. */
    ExtremeSearch(SolidCells cells, GridAxes axes, boolean largest, int maxPieces) {
        this.cells = cells;
        this.axes = axes;
        this.sign = largest ? 1 : -1;
        this.maxPieces = maxPieces;
    }

    /** After a walk: the extreme. */
    Extreme finish(double roundingGy) {
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

    private boolean mayImprove(double min, double max) {
        return (sign > 0 ? max : -min) > best;
    }

    @Override
    public void boxes(Layer layer, int a0, int a1, int b) {
        int i = layer.at(a0, b);
        for (int a = a0; a < a1; a++, i++) {
            if (mayImprove(layer.min[i], layer.max[i])) {
                for (int k = 0; k < 8; k++) {
                    offer(layer.corner(i, k), a, b, layer.c, k & 1, (k >> 1) & 1, k < 4 ? layer.c0 : layer.c1);
                }
            }
        }
    }

    @Override
    public void prisms(Layer layer, Prisms prisms, int from, int to, int slab) {
        for (int k = from; k < to; k++) {
            int i = layer.at(prisms.a(k), prisms.b(k));
            if (mayImprove(layer.min[i], layer.max[i])) {
                for (int r = prisms.firstRing(k); r < prisms.lastRing(k); r++) {
                    face(layer, i, prisms, k, r, slab, false);
                    face(layer, i, prisms, k, r, slab, true);
                }
            }
        }
    }

    /** The candidates of a ring on the lower or the upper face of the cell at place {@code at}. */
    private void face(Layer layer, int at, Prisms prisms, int prism, int ring, int slab, boolean upper) {
        int first = upper ? 4 : 0;
        double d00 = layer.corner(at, first);
        double d10 = layer.corner(at, first + 1);
        double d01 = layer.corner(at, first + 2);
        double d11 = layer.corner(at, first + 3);
        if (!mayImprove(
                Math.min(Math.min(d00, d10), Math.min(d01, d11)), Math.max(Math.max(d00, d10), Math.max(d01, d11)))) {
            return;
        }
        double da = d10 - d00;
        double db = d01 - d00;
        double dab = d11 - d10 - d01 + d00;
        int a = prisms.a(prism);
        int b = prisms.b(prism);
        double z = upper ? layer.c1 : layer.c0;
        double[] xy = prisms.xy();
        int from = prisms.ringFrom(ring);
        int to = prisms.ringTo(ring);
        double px = xy[to - 2];
        double py = xy[to - 1];
        for (int i = from; i < to; i += 2) {
            double qx = xy[i];
            double qy = xy[i + 1];
            double gy = d00 + da * qx + db * qy + dab * qx * qy;
            // A cut ring may run to and fro along cell edges and touch a cell corner that it does not enclose.
            if (sign * gy > best && (!isCellCorner(qx, qy) || cells.holdsKnot(slab, a + (int) qx, b + (int) qy))) {
                offer(gy, a, b, layer.c, qx, qy, z);
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
                    offer(d00 + da * x + db * y + dab * x * y, a, b, layer.c, x, y, z);
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
        if (mayImprove(cell.minCornerGy(), cell.maxCornerGy())) {
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
                double gy = Trilinear.between(part.corner, f[i], f[i + 1], f[i + 2]);
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
            Interruption.check();
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
