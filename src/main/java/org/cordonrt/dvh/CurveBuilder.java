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

    private final BoxCut cut = new BoxCut();

    /** Doses of a box, its half, the half of that ... */
    private final double[] dose = new double[(MAX_SPLITS + 1) * Trilinear.SIZE];

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
    public void boxes(Layer layer, int a0, int a1, int b) {
        double row = layer.rowMm3(b);
        int i = layer.at(a0, b);
        for (int a = a0; a < a1; a++, i++) {
            double mm3 = row * layer.widthA(a);
            int first = binAtOrAbove(layer.min[i]);
            if (first > binAtOrBelow(layer.max[i])) {
                whole(first, mm3);
            } else {
                layer.dose(i, dose);
                addBox(0, mm3);
            }
        }
    }

    /** Adds the box whose dose is the one with the given number in {@link #dose}, or its halves, which are the next. */
    private void addBox(int splits, double mm3) {
        int at = Trilinear.SIZE * splits;
        double below = Trilinear.below(dose, at);
        double above = Trilinear.above(dose, at);
        double half = Trilinear.range(dose, at) / 2;
        int first = binAtOrAbove(dose[at] - half - below);
        int last = binAtOrBelow(dose[at] + half + above);
        if (below + above > 2 * allowedGy && first <= last && splits < MAX_SPLITS) {
            int axis = Trilinear.worstAxis(dose, at);
            Trilinear.half(dose, at, axis, false, dose, at + Trilinear.SIZE);
            addBox(splits + 1, mm3 / 2);
            Trilinear.half(dose, at, axis, true, dose, at + Trilinear.SIZE);
            addBox(splits + 1, mm3 / 2);
            return;
        }
        whole(first, mm3);
        cut.set(dose, at);
        for (int i = first; i <= last; i++) {
            double d = i * binGy;
            middle[i] += mm3 * cut.shareAbove(d);
            lower[i] += mm3 * cut.shareAbove(d + below);
            upper[i] += mm3 * cut.shareAbove(d - above);
        }
    }

    @Override
    public void prisms(Layer layer, Prisms prisms, int from, int to, int slab) {
        for (int k = from; k < to; k++) {
            int a = prisms.a(k);
            int b = prisms.b(k);
            int i = layer.at(a, b);
            int first = binAtOrAbove(layer.min[i]);
            if (first > binAtOrBelow(layer.max[i])) {
                whole(first, layer.mm3(a, b) * prisms.area(k));
            } else {
                layer.dose(i, dose);
                addIfSolid(PrismPiece.of(dose, layer.mm3(a, b), prisms, k));
            }
        }
    }

    @Override
    public void polyhedron(Cell cell, Polyhedron body) {
        Trilinear.ofCorners(cell.corner, dose);
        addIfSolid(PolyhedronPiece.of(dose, cell.mm3, body));
    }

    private void addIfSolid(@Nullable Piece p) {
        if (p != null) {
            add(p, 0);
        }
    }

    private void add(Piece p, int splits) {
        int first = binAtOrAbove(p.bottomGy());
        int last = binAtOrBelow(p.topGy());
        if (p.remainderGy() > allowedGy && first <= last && splits < MAX_SPLITS) {
            List<Piece> halves = new ArrayList<>(2);
            p.split(halves);
            for (Piece h : halves) {
                add(h, splits + 1);
            }
            return;
        }
        whole(first, p.mm3);
        for (int i = first; i <= last; i++) {
            double d = i * binGy;
            middle[i] += p.linearMm3Above(d);
            lower[i] += p.leastMm3Above(d);
            upper[i] += p.mostMm3Above(d);
        }
    }

    private int binAtOrAbove(double gy) {
        return Math.max(0, (int) Math.ceil(gy / binGy));
    }

    private int binAtOrBelow(double gy) {
        return Math.min(middle.length - 1, (int) Math.floor(gy / binGy));
    }

    /** Adds a volume that lies above all doses up to the one before the first that it straddles. */
    private void whole(int first, double mm3) {
        if (first > 0) {
            whole[Math.min(first, whole.length) - 1] += mm3;
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
