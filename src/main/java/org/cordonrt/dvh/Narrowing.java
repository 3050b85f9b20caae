package org.cordonrt.dvh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Narrows the range that holds a D_v where too many cells straddle it to be kept: adds up, cell by cell and keeping none,
 * bounds of the volume above a few doses of the range.
 */
final class Narrowing implements CellSink {
    private static final int LEVELS = 24;

    /** Relative rounding of a sum over many cells. */
    private static final double ROUNDING = 1e-9;

    private final double lowGy;
    private final double highGy;
    private final double[] least = new double[LEVELS + 1];
    private final double[] most = new double[LEVELS + 1];
    private double aboveMm3;

    Narrowing(double lowGy, double highGy) {
        this.lowGy = lowGy;
        this.highGy = highGy;
    }

    private double level(int i) {
        return i == LEVELS ? highGy : lowGy + i * (highGy - lowGy) / LEVELS;
    }

    /** The narrower range: {low, high}. */
    double[] range(double mm3) {
        double low = lowGy;
        double high = highGy;
        for (int i = 0; i <= LEVELS; i++) {
            if (aboveMm3 + least[i] >= mm3 * (1 + ROUNDING)) {
                low = Math.max(low, level(i));
            }
            if (aboveMm3 + most[i] < mm3 * (1 - ROUNDING)) {
                high = Math.min(high, level(i));
            }
        }
        return new double[] {low, high};
    }

    @Override
    public void box(Cell cell) {
        if (isAbove(cell)) {
            aboveMm3 += cell.mm3;
        } else if (isStraddling(cell)) {
            add(Piece.box(cell.corner, cell.mm3));
        }
    }

    @Override
    public void prism(Cell cell, List<double[]> rings, int slab) {
        if (isAbove(cell)) {
            aboveMm3 += RingClip.area(rings) * cell.mm3;
        } else if (isStraddling(cell)) {
            add(Piece.prism(cell.corner, cell.mm3, rings));
        }
    }

    @Override
    public void polyhedron(Cell cell, Polyhedron body) {
        if (isAbove(cell)) {
            aboveMm3 += body.volume() * cell.mm3;
        } else if (isStraddling(cell)) {
            add(Piece.polyhedron(cell.corner, cell.mm3, body));
        }
    }

    private boolean isAbove(Cell cell) {
        return cell.minCornerGy() > highGy;
    }

    private boolean isStraddling(Cell cell) {
        return cell.maxCornerGy() >= lowGy;
    }

    private void add(@Nullable Piece p) {
        if (p != null) {
            for (int i = 0; i <= LEVELS; i++) {
                least[i] += p.leastMm3Above(level(i));
                most[i] += p.mostMm3Above(level(i));
            }
        }
    }
}
