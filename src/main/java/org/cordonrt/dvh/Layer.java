package org.cordonrt.dvh;

/**
 * The dose in the cells of one layer along C, from height {@code c0} to {@code c1} of the cells: values at the knots of a
 * window in A and B, and the range of every cell. Reused from layer to layer, not kept.
 */
final class Layer {
    private final GridAxes axes;
    private final DosePlanes planes;
    private final double[] knotsA;
    private final double[] knotsB;
    private final double[] knotsC;
    private final int stride;

    private final double[] lowBuffer;
    private final double[] highBuffer;
    private final double[] fold;

    /** Doses at the knots, Gy, at the lower and upper end in C. */
    double[] low;

    double[] high;

    /** Least and greatest corner dose of each cell, at the place of its first knot. */
    final double[] min;

    final double[] max;

    int c;
    double c0;
    double c1;
    private double height;

    Layer(GridAxes axes, DosePlanes planes) {
        this.axes = axes;
        this.planes = planes;
        this.knotsA = axes.knots(0);
        this.knotsB = axes.knots(1);
        this.knotsC = axes.knots(2);
        this.stride = planes.stride();
        int n = planes.size();
        this.lowBuffer = new double[n];
        this.highBuffer = new double[n];
        this.fold = new double[n];
        this.low = lowBuffer;
        this.high = highBuffer;
        this.min = new double[n];
        this.max = new double[n];
    }

    /** Moves to part of a cell layer, and prepares its cells from row {@code fromB} up to, not including, {@code toB}. */
    void set(int cell, double from, double to, int fromB, int toB) {
        c = cell;
        c0 = from;
        c1 = to;
        height = axes.unitMm3() * (knotsC[c + 1] - knotsC[c]) * (c1 - c0);
        double[] below = planes.plane(c);
        double[] above = planes.plane(c + 1);
        int i = planes.firstOfRow(fromB);
        int n = planes.firstOfRow(toB + 1);
        low = c0 == 0 ? below : blend(below, above, c0, lowBuffer, i, n);
        // Exactly the upper sample at the upper end.
        high = c1 == 1 ? above : blend(below, above, c1, highBuffer, i, n);
        foldMin(low, high, min, i, n);
        foldMax(low, high, max, i, n);
        for (int apart : new int[] {stride, 1}) {
            n -= apart;
            // Through a copy: loops over one array at two places would not be vectorized.
            System.arraycopy(min, i + apart, fold, i, n - i);
            foldMin(min, fold, min, i, n);
            System.arraycopy(max, i + apart, fold, i, n - i);
            foldMax(max, fold, max, i, n);
        }
    }

    private static double[] blend(double[] p, double[] q, double t, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = p[i] + t * (q[i] - p[i]);
        }
        return out;
    }

    private static void foldMin(double[] p, double[] q, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.min(p[i], q[i]);
        }
    }

    private static void foldMax(double[] p, double[] q, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.max(p[i], q[i]);
        }
    }

    /** Place of a cell, or of its first knot. */
    int at(int a, int b) {
        return planes.offset(a, b);
    }

    /** From one knot of B to the next. */
    int stride() {
        return stride;
    }

    double widthA(int a) {
        return knotsA[a + 1] - knotsA[a];
    }

    /** Volume of the cells of a row, mm3 per unit of A. */
    double rowMm3(int b) {
        return (knotsB[b + 1] - knotsB[b]) * height;
    }

    /** Volume of a cell between the heights, mm3. */
    double mm3(int a, int b) {
        return widthA(a) * rowMm3(b);
    }

    /** The dose in the cell at a place. */
    void dose(int i, double[] f) {
        int j = i + stride;
        Trilinear.ofCorners(low[i], low[i + 1], low[j], low[j + 1], high[i], high[i + 1], high[j], high[j + 1], f);
    }

    /** Dose at a corner of the cell at a place; bit 0 of the corner's number is A, bit 1 B, bit 2 C. */
    double corner(int i, int corner) {
        double[] plane = (corner & 4) == 0 ? low : high;
        return plane[i + (corner & 1) + ((corner & 2) == 0 ? 0 : stride)];
    }
}
