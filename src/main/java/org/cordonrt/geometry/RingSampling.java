package org.cordonrt.geometry;

import java.util.Arrays;

/** A ring by the length of its outline: positions from 0 (the first vertex) up to 1 (the first vertex again). */
final class RingSampling {
    private final double[] ring;
    private final double[] at;
    private final int n;

    RingSampling(double[] ring) {
        this.ring = ring;
        n = ring.length / 2;
        at = new double[n + 1];
        for (int i = 0; i < n; i++) {
            int j = i + 1 == n ? 0 : i + 1;
            double dx = ring[2 * j] - ring[2 * i];
            double dy = ring[2 * j + 1] - ring[2 * i + 1];
            at[i + 1] = at[i] + Math.sqrt(dx * dx + dy * dy);
        }
        double length = at[n];
        for (int i = 1; i < n; i++) {
            at[i] /= length;
        }
        at[n] = 1;
    }

    int size() {
        return n;
    }

    /** Position of a vertex. */
    double at(int vertex) {
        return at[vertex];
    }

    /** Writes the point at a position, any real number, to {@code out[o], out[o + 1]}. */
    void point(double position, double[] out, int o) {
        double f = position - Math.floor(position);
        int k = Arrays.binarySearch(at, f);
        if (k < 0) {
            k = -k - 2;
        }
        k = Math.min(k, n - 1);
        int j = k + 1 == n ? 0 : k + 1;
        double span = at[k + 1] - at[k];
        double t = span > 0 ? (f - at[k]) / span : 0;
        out[o] = ring[2 * k] + t * (ring[2 * j] - ring[2 * k]);
        out[o + 1] = ring[2 * k + 1] + t * (ring[2 * j + 1] - ring[2 * k + 1]);
    }

    /** Position of the point of the outline that is nearest to (x, y) when both axes are stretched. */
    double nearest(double x, double y, double stretchX, double stretchY) {
        double best = Double.POSITIVE_INFINITY;
        double position = 0;
        for (int i = 0; i < n; i++) {
            int j = i + 1 == n ? 0 : i + 1;
            double ux = (ring[2 * j] - ring[2 * i]) * stretchX;
            double uy = (ring[2 * j + 1] - ring[2 * i + 1]) * stretchY;
            double wx = (x - ring[2 * i]) * stretchX;
            double wy = (y - ring[2 * i + 1]) * stretchY;
            double uu = ux * ux + uy * uy;
            double t = uu > 0 ? Math.max(0, Math.min(1, (wx * ux + wy * uy) / uu)) : 0;
            double d2 = (wx - t * ux) * (wx - t * ux) + (wy - t * uy) * (wy - t * uy);
            if (d2 < best) {
                best = d2;
                position = at[i] + t * (at[i + 1] - at[i]);
            }
        }
        return position;
    }
}
