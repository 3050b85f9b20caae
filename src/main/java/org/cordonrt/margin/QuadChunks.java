package org.cordonrt.margin;

import java.util.Arrays;

/**
 * Quadrilaterals in their order, which is a coherent one, with boxes around runs of them: short runs (chunks), and longer
 * ones of several chunks. Immutable once built.
 */
final class QuadChunks {
    static final int CORNERS = 12;

    /** Quadrilaterals in a chunk. */
    static final int CHUNK = 8;

    /** Chunks in a long run. */
    static final int RUN = 4;

    private static final int STRIDE = 6;

    final double[] corners;
    private final int items;
    private final double[] chunkBox;
    private final double[] runBox;
    private final double[] allBox = new double[STRIDE];

    /** Sum of the normals of each chunk; NaN until it is asked for. */
    private final double[] normals;

    /** @param quads corners, twelve numbers each; kept */
    QuadChunks(double[] quads) {
        corners = quads;
        items = quads.length / CORNERS;
        chunkBox = new double[STRIDE * chunks()];
        runBox = new double[STRIDE * runs()];
        normals = new double[3 * chunks()];
        Arrays.fill(normals, Double.NaN);
        for (int k = 0; k < chunks(); k++) {
            double x0 = Double.POSITIVE_INFINITY;
            double y0 = x0;
            double z0 = x0;
            double x1 = Double.NEGATIVE_INFINITY;
            double y1 = x1;
            double z1 = x1;
            for (int c = CORNERS * CHUNK * k; c < CORNERS * end(k); c += 3) {
                x0 = Math.min(x0, quads[c]);
                x1 = Math.max(x1, quads[c]);
                y0 = Math.min(y0, quads[c + 1]);
                y1 = Math.max(y1, quads[c + 1]);
                z0 = Math.min(z0, quads[c + 2]);
                z1 = Math.max(z1, quads[c + 2]);
            }
            int o = STRIDE * k;
            chunkBox[o] = x0;
            chunkBox[o + 1] = y0;
            chunkBox[o + 2] = z0;
            chunkBox[o + 3] = x1;
            chunkBox[o + 4] = y1;
            chunkBox[o + 5] = z1;
        }
        around(chunkBox, RUN, runBox);
        around(runBox, Math.max(1, runs()), allBox);
    }

    /** Boxes around so many boxes each. */
    private static void around(double[] boxes, int each, double[] out) {
        for (int o = 0; o < out.length; o += STRIDE) {
            for (int d = 0; d < 3; d++) {
                out[o + d] = Double.POSITIVE_INFINITY;
                out[o + 3 + d] = Double.NEGATIVE_INFINITY;
            }
            for (int b = o * each; b < Math.min(boxes.length, (o + STRIDE) * each); b += STRIDE) {
                for (int d = 0; d < 3; d++) {
                    out[o + d] = Math.min(out[o + d], boxes[b + d]);
                    out[o + 3 + d] = Math.max(out[o + 3 + d], boxes[b + 3 + d]);
                }
            }
        }
    }

    /** Writes the sum of the normals of a chunk to {@code out}. */
    void normalOf(int chunk, double[] out) {
        int o = 3 * chunk;
        if (Double.isNaN(normals[o])) {
            sumNormals(corners, CORNERS * CHUNK * chunk, CORNERS * end(chunk), out);
            System.arraycopy(out, 0, normals, o, 3);
        } else {
            System.arraycopy(normals, o, out, 0, 3);
        }
    }

    boolean isEmpty() {
        return items == 0;
    }

    int chunks() {
        return (items + CHUNK - 1) / CHUNK;
    }

    int runs() {
        return (chunks() + RUN - 1) / RUN;
    }

    /** One past the last chunk of a run. */
    int endChunk(int run) {
        return Math.min(chunks(), RUN * (run + 1));
    }

    /** One past the last quadrilateral of a chunk. */
    int end(int chunk) {
        return Math.min(items, CHUNK * (chunk + 1));
    }

    static double chunks2(QuadChunks a, int i, QuadChunks b, int j) {
        return boxes2(a.chunkBox, STRIDE * i, b.chunkBox, STRIDE * j);
    }

    static double runs2(QuadChunks a, int i, QuadChunks b, int j) {
        return boxes2(a.runBox, STRIDE * i, b.runBox, STRIDE * j);
    }

    /** Squared distance of a run's box and the box around all of the other. */
    static double runToAll2(QuadChunks a, int run, QuadChunks b) {
        return boxes2(a.runBox, STRIDE * run, b.allBox, 0);
    }

    /** Squared distance of everything here and a box, least then greatest coordinates. */
    double toBox2(double[] other, int at) {
        return boxes2(allBox, 0, other, at);
    }

    /** Squared distance of two boxes, each least then greatest coordinates. */
    static double boxes2(double[] a, int i, double[] b, int j) {
        double dx = Math.max(0, Math.max(b[j] - a[i + 3], a[i] - b[j + 3]));
        double dy = Math.max(0, Math.max(b[j + 1] - a[i + 4], a[i + 1] - b[j + 4]));
        double dz = Math.max(0, Math.max(b[j + 2] - a[i + 5], a[i + 2] - b[j + 5]));
        return dx * dx + dy * dy + dz * dz;
    }

    /** The sum of the normals, each as long as its quadrilateral is large. */
    static void sumNormals(double[] c, int from, int to, double[] normal) {
        double nx = 0;
        double ny = 0;
        double nz = 0;
        for (int o = from; o < to; o += CORNERS) {
            double ux = c[o + 6] - c[o];
            double uy = c[o + 7] - c[o + 1];
            double uz = c[o + 8] - c[o + 2];
            double vx = c[o + 9] - c[o + 3];
            double vy = c[o + 10] - c[o + 4];
            double vz = c[o + 11] - c[o + 5];
            // Neighbours may begin at another corner: take them the same way round.
            double x = uy * vz - uz * vy;
            double y = uz * vx - ux * vz;
            double z = ux * vy - uy * vx;
            double sense = x * nx + y * ny + z * nz < 0 ? -1 : 1;
            nx += sense * x;
            ny += sense * y;
            nz += sense * z;
        }
        normal[0] = nx;
        normal[1] = ny;
        normal[2] = nz;
    }
}
