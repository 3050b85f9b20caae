package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up the cumulative DVH of a solid and its envelope at equidistant doses. */
final class CurveBuilder implements CellSink {
    /** Splits of one cell in a row: eight halvings of every direction. */
    private static final int MAX_SPLITS = 24;

    private static final double MM3_PER_CC = 1000;

    /** As a share of the tolerance; the intervals become wider by three times as much. */
    private static final double TILT = 0.02;

    private final double binGy;
    private final double allowedGy;

    /** Given to pieces with level edges, which have no form as cubes. */
    private final double tiltGy;

    private final int size;

    /** Volume above each dose from cells that straddle it. */
    private final CurveSums middle;

    private final CurveSums lower;
    private final CurveSums upper;

    /** Volume of cells that lie wholly above this dose, but not wholly above the next. */
    private final double[] whole;

    /** Volume of cells that were added as cubes. */
    private double cubesMm3;

    private final BoxCut cut = new BoxCut();
    private final TruncatedCubes cubes = new TruncatedCubes();

    /** Doses of a box, its half, the half of that ... */
    private final double[] dose = new double[(MAX_SPLITS + 1) * Trilinear.SIZE];

    CurveBuilder(double binGy, double maxGy, double toleranceGy) {
        this.binGy = binGy;
        this.allowedGy = toleranceGy / 2;
        this.tiltGy = TILT * toleranceGy;
        size = (int) Math.ceil(Math.max(0, maxGy) / binGy) + 2;
        middle = new CurveSums(binGy, size);
        lower = new CurveSums(binGy, size);
        upper = new CurveSums(binGy, size);
        whole = new double[size];
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
        if (CurveSums.isWorth(first, last)) {
            cubes.box(dose, at, mm3, 0);
            if (addCubes(mm3, 2 * half, below, above, 0)) {
                return;
            }
            cubes.box(dose, at, mm3, tiltGy);
            if (addCubes(mm3, 2 * half, below, above, tiltGy)) {
                return;
            }
        }
        whole(first, mm3);
        cut.set(dose, at);
        for (int i = first; i <= last; i++) {
            double d = i * binGy;
            middle.add(i, mm3 * cut.shareAbove(d));
            lower.add(i, mm3 * cut.shareAbove(d + below));
            upper.add(i, mm3 * cut.shareAbove(d - above));
        }
    }

    /**
     * Adds what is in {@link #cubes}, if that is exact enough.
     *
     * @param linearGy range of the linear function before it was tilted
     */
    private boolean addCubes(double mm3, double linearGy, double below, double above, double tilt) {
        double moved = TruncatedCubes.MOVED * tilt;
        if (!CurveSums.suits(cubes, mm3, linearGy + below + above + 4 * moved, binGy)) {
            return false;
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < cubes.size(); i++) {
            least = Math.min(least, cubes.at(i));
            most = Math.max(most, cubes.at(i));
        }
        int first = binAtOrAbove(least - below - moved);
        int last = binAtOrBelow(most + above + moved);
        cubesMm3 += mm3;
        whole(CurveSums.beginning(first), mm3);
        middle.add(cubes, first, last, 0);
        lower.add(cubes, first, last, -below - moved);
        upper.add(cubes, first, last, above + moved);
        return true;
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
        if (CurveSums.isWorth(first, last)) {
            double linearGy = p.highestGy() - p.lowestGy();
            if (p.cubes(cubes, 0) && addCubes(p.mm3, linearGy, p.belowGy, p.aboveGy, 0)
                    || p.cubes(cubes, tiltGy) && addCubes(p.mm3, linearGy, p.belowGy, p.aboveGy, tiltGy)) {
                return;
            }
        }
        whole(first, p.mm3);
        for (int i = first; i <= last; i++) {
            double d = i * binGy;
            middle.add(i, p.linearMm3Above(d));
            lower.add(i, p.leastMm3Above(d));
            upper.add(i, p.mostMm3Above(d));
        }
    }

    private int binAtOrAbove(double gy) {
        return Math.max(0, (int) Math.ceil(gy / binGy));
    }

    private int binAtOrBelow(double gy) {
        return Math.min(size - 1, (int) Math.floor(gy / binGy));
    }

    /** Adds a volume that lies above all doses up to the one before the first that it straddles. */
    private void whole(int first, double mm3) {
        if (first > 0) {
            whole[Math.min(first, whole.length) - 1] += mm3;
        }
    }

    DvhCurve build() {
        double[] dose = new double[size];
        double[] value = middle.build();
        double[] least = lower.build();
        double[] most = upper.build();
        double slack = CurveSums.VOLUME_ROUNDING * cubesMm3;
        double above = 0;
        for (int i = size - 1; i >= 0; i--) {
            above += whole[i];
            dose[i] = i * binGy;
            value[i] = (value[i] + above) / MM3_PER_CC;
            least[i] = Math.max(0, least[i] + above - slack) / MM3_PER_CC;
            most[i] = (most[i] + above + slack) / MM3_PER_CC;
            if (i + 1 < size) {
                // Rounding of sums must not make the curve rise.
                value[i] = Math.max(value[i], value[i + 1]);
                least[i] = Math.max(least[i], least[i + 1]);
                most[i] = Math.max(most[i], most[i + 1]);
            }
        }
        return new DvhCurve(dose, value, least, most);
    }
}
