package org.cordonrt.dvh;

import java.util.List;

/**
 * Divides a plane region among the cells of a rectangular lattice, by halving the lattice until a block is empty, full
 * or a single cell.
 */
final class PlaneDivision {
    /** Receives the blocks. */
    interface Sink {
        /** The region fills all cells from (a0, b0) up to, not including, (a1, b1). */
        void full(int a0, int a1, int b0, int b1);

        /** The region fills part of a cell. */
        void boundary(int a, int b, List<double[]> rings);
    }

    /** Shares of a block this near to 0 or 1 are rounding: a cell that is full to 1e-12 is full. */
    private static final double ROUNDING = 1e-12;

    private final double[] x;
    private final double[] y;
    private final Sink sink;

    /** A lattice with the given lines, increasing. */
    PlaneDivision(double[] x, double[] y, Sink sink) {
        this.x = x;
        this.y = y;
        this.sink = sink;
    }

    /** Divides a region, given by rings with winding number 1 inside and 0 outside; returns its area in the lattice. */
    double divide(List<double[]> rings) {
        List<double[]> inside = RingClip.keep(rings, 0, x[0], true);
        inside = RingClip.keep(inside, 0, x[x.length - 1], false);
        inside = RingClip.keep(inside, 1, y[0], true);
        inside = RingClip.keep(inside, 1, y[y.length - 1], false);
        divide(inside, 0, x.length - 1, 0, y.length - 1);
        return RingClip.area(inside);
    }

    private void divide(List<double[]> rings, int a0, int a1, int b0, int b1) {
        if (rings.isEmpty()) {
            return;
        }
        double area = RingClip.area(rings);
        double block = (x[a1] - x[a0]) * (y[b1] - y[b0]);
        boolean single = a1 - a0 == 1 && b1 - b0 == 1;
        // A tiny share of a large block may be a whole small structure; of a cell it is rounding.
        if (area <= (single ? ROUNDING : ROUNDING * ROUNDING) * block) {
            return;
        }
        if (area >= (1 - ROUNDING) * block) {
            sink.full(a0, a1, b0, b1);
        } else if (single) {
            sink.boundary(a0, b0, rings);
        } else if (a1 - a0 >= b1 - b0) {
            int middle = (a0 + a1) >>> 1;
            divide(RingClip.keep(rings, 0, x[middle], false), a0, middle, b0, b1);
            divide(RingClip.keep(rings, 0, x[middle], true), middle, a1, b0, b1);
        } else {
            int middle = (b0 + b1) >>> 1;
            divide(RingClip.keep(rings, 1, y[middle], false), a0, a1, b0, middle);
            divide(RingClip.keep(rings, 1, y[middle], true), a0, a1, middle, b1);
        }
    }
}
