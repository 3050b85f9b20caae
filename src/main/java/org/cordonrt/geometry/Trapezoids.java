package org.cordonrt.geometry;

import java.util.Arrays;

/** Collects trapezoids between two edges, joining those that continue each other between the same edges. */
final class Trapezoids {
    private static final int STRIDE = 6;

    /** For an edge, one more than the trapezoid it last bounded from the left. */
    private final int[] lastByLeftEdge;

    private int[] rightEdge = new int[16];
    // bottom, top, then x at bottom left, bottom right, top left, top right
    private double[] data = new double[16 * STRIDE];
    private int count;

    Trapezoids(int edges) {
        lastByLeftEdge = new int[edges];
    }

    void add(
            int leftEdge,
            int rightEdgeOf,
            double bottom,
            double top,
            double bottomLeft,
            double bottomRight,
            double topLeft,
            double topRight) {
        int last = lastByLeftEdge[leftEdge] - 1;
        if (last >= 0 && rightEdge[last] == rightEdgeOf && data[last * STRIDE + 1] == bottom) {
            data[last * STRIDE + 1] = top;
            data[last * STRIDE + 4] = topLeft;
            data[last * STRIDE + 5] = topRight;
            return;
        }
        if (count == rightEdge.length) {
            rightEdge = Arrays.copyOf(rightEdge, 2 * count);
            data = Arrays.copyOf(data, 2 * count * STRIDE);
        }
        rightEdge[count] = rightEdgeOf;
        int o = count * STRIDE;
        data[o] = bottom;
        data[o + 1] = top;
        data[o + 2] = bottomLeft;
        data[o + 3] = bottomRight;
        data[o + 4] = topLeft;
        data[o + 5] = topRight;
        lastByLeftEdge[leftEdge] = ++count;
    }

    /** Each trapezoid with a positive area as a counter-clockwise ring of four vertices. */
    double[][] finish() {
        double[][] rings = new double[count][];
        int n = 0;
        for (int t = 0; t < count; t++) {
            int o = t * STRIDE;
            double bottom = data[o];
            double top = data[o + 1];
            if (data[o + 3] > data[o + 2] || data[o + 5] > data[o + 4]) {
                rings[n++] =
                        new double[] {data[o + 2], bottom, data[o + 3], bottom, data[o + 5], top, data[o + 4], top};
            }
        }
        return n == count ? rings : Arrays.copyOf(rings, n);
    }
}
