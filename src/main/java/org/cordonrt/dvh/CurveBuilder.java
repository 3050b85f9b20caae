package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up the cumulative DVH of a solid and its envelope at equidistant doses. */
final class CurveBuilder implements CellSink {
    /** Splits of one cell in a row: eight halvings of every direction. */
    private static final int MAX_SPLITS = 24;

    private static final double MM3_PER_CC = 1000;

    private final double binGy;
    private final double allowedGy;

    /** Volume above each dose from cells that straddle it. */
    private final double[] middle;

    private final double[] lower;
    private final double[] upper;

    /** Volume of cells that lie wholly above this dose, but not wholly above the next. */
    private final double[] whole;

    CurveBuilder(double binGy, double maxGy, double toleranceGy) {
        this.binGy = binGy;
        this.allowedGy = toleranceGy / 2;
        int n = (int) Math.ceil(Math.max(0, maxGy) / binGy) + 2;
        middle = new double[n];
        lower = new double[n];
        upper = new double[n];
        whole = new double[n];
    }

    @Override
    public void box(Cell cell) {
        add(Piece.box(cell.corner, cell.mm3), 0);
    }

    @Override
    public void prism(Cell cell, List<double[]> rings, int slab) {
        addIfSolid(Piece.prism(cell.corner, cell.mm3, rings));
    }

    @Override
    public void polyhedron(Cell cell, Polyhedron body) {
        addIfSolid(Piece.polyhedron(cell.corner, cell.mm3, body));
    }

    private void addIfSolid(@Nullable Piece p) {
        if (p != null) {
            add(p, 0);
        }
    }

    private void add(Piece p, int splits) {
        int first = Math.max(0, (int) Math.ceil(p.minGy / binGy));
        int last = Math.min(middle.length - 1, (int) Math.floor(p.maxGy / binGy));
        if (p.remainderGy() > allowedGy && first <= last && splits < MAX_SPLITS) {
            List<Piece> halves = new ArrayList<>(2);
            p.split(halves);
            for (Piece h : halves) {
                add(h, splits + 1);
            }
            return;
        }
        // Above all doses up to the one before the first that the piece straddles.
        if (first > 0) {
            whole[Math.min(first, whole.length) - 1] += p.mm3;
        }
        for (int i = first; i <= last; i++) {
            double d = i * binGy;
            middle[i] += p.linearMm3Above(d);
            lower[i] += p.leastMm3Above(d);
            upper[i] += p.mostMm3Above(d);
        }
    }

    DvhCurve build() {
        int n = middle.length;
        double[] dose = new double[n];
        double above = 0;
        for (int i = n - 1; i >= 0; i--) {
            above += whole[i];
            dose[i] = i * binGy;
            middle[i] = (middle[i] + above) / MM3_PER_CC;
            lower[i] = (lower[i] + above) / MM3_PER_CC;
            upper[i] = (upper[i] + above) / MM3_PER_CC;
            if (i + 1 < n) {
                // Rounding of sums must not make the curve rise.
                middle[i] = Math.max(middle[i], middle[i + 1]);
                lower[i] = Math.max(lower[i], lower[i + 1]);
                upper[i] = Math.max(upper[i], upper[i + 1]);
            }
        }
        return new DvhCurve(dose, middle, lower, upper);
    }
}
