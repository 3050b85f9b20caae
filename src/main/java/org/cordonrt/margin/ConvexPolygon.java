package org.cordonrt.margin;

import java.util.function.IntToDoubleFunction;

/**
 * A convex polygon in a plane whose vertices carry, besides y and z, values that are linear over the plane; clipping
 * interpolates them all. Reused; not thread-safe.
 */
final class ConvexPolygon {
    /** A rectangle clipped eight times has no more vertices than this. */
    private static final int MAX_VERTICES = 16;

    private final int columns;
    private final double[] sign = new double[MAX_VERTICES];
    private double[] data;
    private double[] spare;
    private int size;

    /** @param columns y, z and the values carried along */
    ConvexPolygon(int columns) {
        this.columns = columns;
        data = new double[columns * MAX_VERTICES];
        spare = new double[columns * MAX_VERTICES];
    }

    int size() {
        return size;
    }

    double get(int vertex, int column) {
        return data[columns * vertex + column];
    }

    void set(int vertex, int column, double value) {
        data[columns * vertex + column] = value;
    }

    /** The mean of a column over the vertices. */
    double mean(int column) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += get(k, column);
        }
        return sum / size;
    }

    void copyFrom(ConvexPolygon other) {
        size = other.size;
        System.arraycopy(other.data, 0, data, 0, columns * size);
    }

    /** Starts again with (y0, z0), (y0, z1), (y1, z1), (y1, z0), in this order. */
    void rectangle(double y0, double y1, double z0, double z1) {
        size = 4;
        for (int k = 0; k < 4; k++) {
            set(k, 0, k < 2 ? y0 : y1);
            set(k, 1, k == 1 || k == 2 ? z1 : z0);
        }
    }

    /** Keeps what lies between the y and z bounds of a prism, whose frame is turned against the polygon's. */
    void clipByTurnedRectangle(double cos, double sin, double[] prisms, int o) {
        clip(k -> get(k, 0) * cos - get(k, 1) * sin - prisms[o]);
        clip(k -> prisms[o + 1] - (get(k, 0) * cos - get(k, 1) * sin));
        clip(k -> get(k, 0) * sin + get(k, 1) * cos - prisms[o + 6]);
        clip(k -> prisms[o + 7] - (get(k, 0) * sin + get(k, 1) * cos));
    }

    /** Keeps the part where a linear function of the vertex is not negative. */
    void clip(IntToDoubleFunction linear) {
        if (size == 0) {
            return;
        }
        boolean all = true;
        for (int k = 0; k < size; k++) {
            sign[k] = linear.applyAsDouble(k);
            all &= sign[k] >= 0;
        }
        if (all) {
            return;
        }
        int m = 0;
        for (int k = 0; k < size; k++) {
            int next = k + 1 < size ? k + 1 : 0;
            if (sign[k] >= 0) {
                System.arraycopy(data, columns * k, spare, columns * m++, columns);
            }
            if (sign[k] < 0 != sign[next] < 0) {
                double t = sign[k] / (sign[k] - sign[next]);
                for (int c = 0; c < columns; c++) {
                    double from = data[columns * k + c];
                    spare[columns * m + c] = from + t * (data[columns * next + c] - from);
                }
                m++;
            }
        }
        double[] swap = data;
        data = spare;
        spare = swap;
        size = m;
    }
}
