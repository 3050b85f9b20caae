package org.cordonrt.dvh;

import java.util.Arrays;

/**
 * Divides a plane region among the cells of a rectangular lattice, by halving the lattice until a block is empty, full
 * or a single cell.
 */
final class PlaneDivision {
    /** Receives the blocks. */
    interface Sink {
        /** The region fills all cells from (a0, b0) up to, not including, (a1, b1). */
        void full(int a0, int a1, int b0, int b1);

        /** The region fills part of a cell: the rings from one number up to, not including, another; not to be kept. */
        void boundary(int a, int b, RingStack rings, int from, int to);
    }

    /** Shares of a block this near to 0 or 1 are rounding: a cell that is full to 1e-12 is full. */
    private static final double ROUNDING = 1e-12;

    private final double[] x;
    private final double[] y;
    private final Sink sink;
    private final RingStack stack = new RingStack();

    /** A lattice with the given lines, increasing. */
    PlaneDivision(double[] x, double[] y, Sink sink) {
        this.x = x;
        this.y = y;
        this.sink = sink;
    }

    /** Divides a region, given by rings with winding number 1 inside and 0 outside; returns its area in the lattice. */
    double divide(Iterable<double[]> rings) {
        stack.pop(0);
        for (double[] r : rings) {
            if (r.length >= 6) {
                stack.push(r);
            }
        }
        int from = 0;
        from = clipped(from, 0, x[0], true);
        from = clipped(from, 0, x[x.length - 1], false);
        from = clipped(from, 1, y[0], true);
        from = clipped(from, 1, y[y.length - 1], false);
        int to = stack.size();
        if (from == to) {
            return 0;
        }
        double[] rangeX = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] rangeY = rangeX.clone();
        stack.extend(from, to, 0, rangeX);
        stack.extend(from, to, 1, rangeY);
        divide(
                from,
                to,
                lineBelow(x, rangeX[0]),
                lineAbove(x, rangeX[1]),
                lineBelow(y, rangeY[0]),
                lineAbove(y, rangeY[1]));
        return stack.area(from, to);
    }

    /** Cuts all rings from one on along a line; returns the number of the first that is left. */
    private int clipped(int from, int axis, double value, boolean above) {
        double[] range = {value, value};
        stack.extend(from, stack.size(), axis, range);
        if (above ? range[0] >= value : range[1] <= value) {
            return from;
        }
        int to = stack.size();
        stack.keep(from, to, axis, value, above);
        return to;
    }

    /** Number of the last line at or below a coordinate, of those with a cell above. */
    private static int lineBelow(double[] lines, double v) {
        int i = Arrays.binarySearch(lines, v);
        return Math.min(lines.length - 2, Math.max(0, i >= 0 ? i : -i - 2));
    }

    /** Number of the first line at or above a coordinate, of those with a cell below. */
    private static int lineAbove(double[] lines, double v) {
        int i = Arrays.binarySearch(lines, v);
        return Math.min(lines.length - 1, Math.max(1, i >= 0 ? i : -i - 1));
    }

    private void divide(int from, int to, int a0, int a1, int b0, int b1) {
        if (from == to) {
            return;
        }
        double area = stack.area(from, to);
        double block = (x[a1] - x[a0]) * (y[b1] - y[b0]);
        boolean single = a1 - a0 == 1 && b1 - b0 == 1;
        // A tiny share of a large block may be a whole small structure; of a cell it is rounding.
        if (area <= (single ? ROUNDING : ROUNDING * ROUNDING) * block) {
            return;
        }
        if (area >= (1 - ROUNDING) * block) {
            sink.full(a0, a1, b0, b1);
        } else if (single) {
            sink.boundary(a0, b0, stack, from, to);
        } else if (a1 - a0 >= b1 - b0) {
            int middle = (a0 + a1) >>> 1;
            for (boolean above : SIDES) {
                stack.keep(from, to, 0, x[middle], above);
                divide(to, stack.size(), above ? middle : a0, above ? a1 : middle, b0, b1);
                stack.pop(to);
            }
        } else {
            int middle = (b0 + b1) >>> 1;
            for (boolean above : SIDES) {
                stack.keep(from, to, 1, y[middle], above);
                divide(to, stack.size(), a0, a1, above ? middle : b0, above ? b1 : middle);
                stack.pop(to);
            }
        }
    }

    private static final boolean[] SIDES = {false, true};
}
