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

    /** Coordinates of rings that a full block hardly ever has. */
    private static final int MANY = 40;

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
        int from = clipped(clipped(0, 0, x), 1, y);
        int to = stack.size();
        if (from == to) {
            return 0;
        }
        double[] rangeX = stack.range(from, to, 0);
        double[] rangeY = stack.range(from, to, 1);
        divide(
                from,
                to,
                lineBelow(x, rangeX[0]),
                lineAbove(x, rangeX[1]),
                lineBelow(y, rangeY[0]),
                lineAbove(y, rangeY[1]));
        return stack.area(from, to);
    }

    /** Cuts off what lies outside the lattice along an axis; returns the number of the first ring that is left. */
    private int clipped(int from, int axis, double[] lines) {
        double[] range = stack.range(from, stack.size(), axis);
        int first = from;
        double last = lines[lines.length - 1];
        if (range[0] < lines[0]) {
            int to = stack.size();
            stack.keep(first, to, axis, lines[0], true);
            first = to;
        }
        if (range[1] > last) {
            int to = stack.size();
            stack.keep(first, to, axis, last, false);
            first = to;
        }
        return first;
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
        boolean single = a1 - a0 == 1 && b1 - b0 == 1;
        if (!single && stack.end(to - 1) - stack.start(from) > MANY) {
            // Neither empty nor full, most likely; if it is, smaller blocks will tell.
            halve(from, to, a0, a1, b0, b1);
            return;
        }
        double area = stack.area(from, to);
        double block = (x[a1] - x[a0]) * (y[b1] - y[b0]);
        // A tiny share of a large block may be a whole small structure; of a cell it is rounding.
        if (area <= (single ? ROUNDING : ROUNDING * ROUNDING) * block) {
            return;
        }
        if (area >= (1 - ROUNDING) * block) {
            sink.full(a0, a1, b0, b1);
        } else if (single) {
            sink.boundary(a0, b0, stack, from, to);
        } else {
            halve(from, to, a0, a1, b0, b1);
        }
    }

    private void halve(int from, int to, int a0, int a1, int b0, int b1) {
        boolean alongA = a1 - a0 >= b1 - b0;
        int middle = alongA ? (a0 + a1) >>> 1 : (b0 + b1) >>> 1;
        int below = stack.size();
        int above = stack.split(from, to, alongA ? 0 : 1, alongA ? x[middle] : y[middle]);
        int end = stack.size();
        if (alongA) {
            divide(below, above, a0, middle, b0, b1);
            stack.pop(end);
            divide(above, end, middle, a1, b0, b1);
        } else {
            divide(below, above, a0, a1, b0, middle);
            stack.pop(end);
            divide(above, end, a0, a1, middle, b1);
        }
        stack.pop(below);
    }
}
