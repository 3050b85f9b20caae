package org.cordonrt.dvh;

import org.cordonrt.plan.DoseGrid;

/** The smallest and the largest corner dose of a solid's cells: bounds of every dose in it. */
final class CornerRange implements CellSink {
    private double minGy = Double.POSITIVE_INFINITY;
    private double maxGy = Double.NEGATIVE_INFINITY;

    private CornerRange() {}

    static CornerRange of(SolidCells cells, DoseGrid dose) {
        CornerRange range = new CornerRange();
        cells.walk(dose, range);
        return range;
    }

    double minGy() {
        return minGy;
    }

    double maxGy() {
        return maxGy;
    }

    private void take(double min, double max) {
        minGy = Math.min(minGy, min);
        maxGy = Math.max(maxGy, max);
    }

    @Override
    public void boxes(Layer layer, int a0, int a1, int b) {
        int from = layer.at(a0, b);
        for (int i = from; i < from + a1 - a0; i++) {
            take(layer.min[i], layer.max[i]);
        }
    }

    @Override
    public void prisms(Layer layer, Prisms prisms, int from, int to, int slab) {
        for (int k = from; k < to; k++) {
            int i = layer.at(prisms.a(k), prisms.b(k));
            take(layer.min[i], layer.max[i]);
        }
    }

    @Override
    public void polyhedron(Cell cell, Polyhedron body) {
        take(cell.minCornerGy(), cell.maxCornerGy());
    }
}
