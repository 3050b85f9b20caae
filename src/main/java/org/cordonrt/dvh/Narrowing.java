package org.cordonrt.dvh;

import org.jspecify.annotations.Nullable;

/**
 * Narrows the range that holds a D_v where too many cells straddle it to be kept: adds up, keeping few cells at a time,
 * bounds of the volume above a few doses of the range.
 */
final class Narrowing implements CellSink {
    private static final int LEVELS = 24;

    /** Boxes whose bounds are added up together. */
    private static final int BATCH = 2048;

    /** Relative rounding of a sum over many cells. */
    private static final double ROUNDING = 1e-9;

    private final double lowGy;
    private final double highGy;
    private final double[] least = new double[LEVELS + 1];
    private final double[] most = new double[LEVELS + 1];
    private final BoxTable boxes = new BoxTable();
    private final double[] dose = new double[Trilinear.SIZE];
    private double aboveMm3;
    private double straddlingMm3;

    Narrowing(double lowGy, double highGy) {
        this.lowGy = lowGy;
        this.highGy = highGy;
    }

    private double level(int i) {
        return i == LEVELS ? highGy : lowGy + i * (highGy - lowGy) / LEVELS;
    }

    /** The narrower range: {low, high}. */
    double[] range(double mm3) {
        addUp();
        double low = lowGy;
        double high = highGy;
        double slack = ROUNDING * (aboveMm3 + straddlingMm3);
        for (int i = 0; i <= LEVELS; i++) {
            if (aboveMm3 + least[i] >= mm3 + slack) {
                low = Math.max(low, level(i));
            }
            if (aboveMm3 + most[i] < mm3 - slack) {
                high = Math.min(high, level(i));
            }
        }
        return new double[] {low, high};
    }

    @Override
    public void boxes(Layer layer, int a0, int a1, int b) {
        double row = layer.rowMm3(b);
        int i = layer.at(a0, b);
        for (int a = a0; a < a1; a++, i++) {
            double mm3 = row * layer.widthA(a);
            if (isStraddling(layer.min[i], layer.max[i], mm3)) {
                layer.dose(i, dose);
                boxes.add(dose, 0, mm3);
                if (boxes.size() == BATCH) {
                    addUp();
                }
            }
        }
    }

    private void addUp() {
        for (int i = 0; i <= LEVELS; i++) {
            least[i] += boxes.leastMm3Above(level(i));
            most[i] += boxes.mostMm3Above(level(i));
        }
        boxes.clear();
    }

    @Override
    public void prisms(Layer layer, Prisms prisms, int from, int to, int slab) {
        for (int k = from; k < to; k++) {
            int a = prisms.a(k);
            int b = prisms.b(k);
            int i = layer.at(a, b);
            double mm3 = layer.mm3(a, b);
            if (isStraddling(layer.min[i], layer.max[i], mm3 * prisms.area(k))) {
                layer.dose(i, dose);
                add(PrismPiece.of(dose, mm3, prisms, k), mm3 * prisms.area(k));
            }
        }
    }

    @Override
    public void polyhedron(Cell cell, Polyhedron body) {
        double mm3 = body.volume() * cell.mm3;
        if (isStraddling(cell.minCornerGy(), cell.maxCornerGy(), mm3)) {
            Trilinear.ofCorners(cell.corner, dose);
            add(PolyhedronPiece.of(dose, cell.mm3, body), mm3);
        }
    }

    /** Counts a cell above the range, and tells whether one straddles it. */
    private boolean isStraddling(double min, double max, double mm3) {
        if (min > highGy) {
            aboveMm3 += mm3;
            return false;
        }
        if (max >= lowGy) {
            straddlingMm3 += Math.abs(mm3);
            return true;
        }
        return false;
    }

    private void add(@Nullable Piece p, double mm3) {
        for (int i = 0; i <= LEVELS; i++) {
            if (p == null) {
                // Too thin to have a volume of its own: it may lie anywhere.
                most[i] += Math.abs(mm3);
            } else {
                least[i] += p.leastMm3Above(level(i));
                most[i] += p.mostMm3Above(level(i));
            }
        }
    }
}
