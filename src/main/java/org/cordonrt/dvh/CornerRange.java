package org.cordonrt.dvh;

import java.util.List;
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

    private void take(Cell cell) {
        minGy = Math.min(minGy, cell.minCornerGy());
        maxGy = Math.max(maxGy, cell.maxCornerGy());
    }

    @Override
    public void box(Cell cell) {
        take(cell);
    }

    @Override
    public void prism(Cell cell, List<double[]> rings, int slab) {
        take(cell);
    }

    @Override
    public void polyhedron(Cell cell, Polyhedron body) {
        take(cell);
    }
}
