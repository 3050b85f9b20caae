package org.cordonrt.margin;

/**
 * The smallest distance of two triangles in space: two that meet have an edge of one that pierces the other; two that do
 * not are nearest at a vertex of one and any point of the other, or at two edges. Triangles may be degenerate. Keeps the
 * best found over all calls; not thread-safe.
 */
final class TrianglePair {
    double best2;
    final double[] onA = new double[3];
    final double[] onB = new double[3];

    TrianglePair(double limit2) {
        best2 = limit2;
    }

    /** @param a0 a1 a2 where the corners of the first triangle stand in {@code a}; {@code mayMeet} whether to look */
    void between(double[] a, int a0, int a1, int a2, double[] b, int b0, int b1, int b2, boolean mayMeet) {
        if (mayMeet
                && (pierces(a, a0, a1, b, b0, b1, b2)
                        || pierces(a, a1, a2, b, b0, b1, b2)
                        || pierces(a, a2, a0, b, b0, b1, b2)
                        || pierces(b, b0, b1, a, a0, a1, a2)
                        || pierces(b, b1, b2, a, a0, a1, a2)
                        || pierces(b, b2, b0, a, a0, a1, a2))) {
            return;
        }
        edges(a, a0, a1, b, b0, b1, b2);
        edges(a, a1, a2, b, b0, b1, b2);
        edges(a, a2, a0, b, b0, b1, b2);
        face(a, a0, b, b0, b1, b2, true);
        face(a, a1, b, b0, b1, b2, true);
        face(a, a2, b, b0, b1, b2, true);
        face(b, b0, a, a0, a1, a2, false);
        face(b, b1, a, a0, a1, a2, false);
        face(b, b2, a, a0, a1, a2, false);
    }

    private boolean pierces(double[] p, int p0, int p1, double[] t, int t0, int t1, int t2) {
        double ux = t[t1] - t[t0];
        double uy = t[t1 + 1] - t[t0 + 1];
        double uz = t[t1 + 2] - t[t0 + 2];
        double vx = t[t2] - t[t0];
        double vy = t[t2 + 1] - t[t0 + 1];
        double vz = t[t2 + 2] - t[t0 + 2];
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        double d0 = nx * (p[p0] - t[t0]) + ny * (p[p0 + 1] - t[t0 + 1]) + nz * (p[p0 + 2] - t[t0 + 2]);
        double d1 = nx * (p[p1] - t[t0]) + ny * (p[p1 + 1] - t[t0 + 1]) + nz * (p[p1 + 2] - t[t0 + 2]);
        if (!(d0 > 0 && d1 < 0 || d0 < 0 && d1 > 0)) {
            return false;
        }
        double s = d0 / (d0 - d1);
        double x = p[p0] + s * (p[p1] - p[p0]);
        double y = p[p0 + 1] + s * (p[p1 + 1] - p[p0 + 1]);
        double z = p[p0 + 2] + s * (p[p1 + 2] - p[p0 + 2]);
        double wx = x - t[t0];
        double wy = y - t[t0 + 1];
        double wz = z - t[t0 + 2];
        double uu = ux * ux + uy * uy + uz * uz;
        double uv = ux * vx + uy * vy + uz * vz;
        double vv = vx * vx + vy * vy + vz * vz;
        double wu = wx * ux + wy * uy + wz * uz;
        double wv = wx * vx + wy * vy + wz * vz;
        double det = uu * vv - uv * uv;
        double alpha = vv * wu - uv * wv;
        double beta = uu * wv - uv * wu;
        if (!(det > 0 && alpha >= 0 && beta >= 0 && alpha + beta <= det)) {
            return false;
        }
        // In a triangle as thin as rounding the sides of its plane say nothing: the point must really lie in it.
        double fx = wx - (alpha * ux + beta * vx) / det;
        double fy = wy - (alpha * uy + beta * vy) / det;
        double fz = wz - (alpha * uz + beta * vz) / det;
        if (fx * fx + fy * fy + fz * fz > Nearest.TOUCH_MM * Nearest.TOUCH_MM) {
            return false;
        }
        best2 = 0;
        onA[0] = onB[0] = x;
        onA[1] = onB[1] = y;
        onA[2] = onB[2] = z;
        return true;
    }

    private void edges(double[] a, int a0, int a1, double[] b, int b0, int b1, int b2) {
        edge(a, a0, a1, b, b0, b1);
        edge(a, a0, a1, b, b1, b2);
        edge(a, a0, a1, b, b2, b0);
    }

    private void edge(double[] a, int a0, int a1, double[] b, int b0, int b1) {
        double ux = a[a1] - a[a0];
        double uy = a[a1 + 1] - a[a0 + 1];
        double uz = a[a1 + 2] - a[a0 + 2];
        double vx = b[b1] - b[b0];
        double vy = b[b1 + 1] - b[b0 + 1];
        double vz = b[b1 + 2] - b[b0 + 2];
        double wx = a[a0] - b[b0];
        double wy = a[a0 + 1] - b[b0 + 1];
        double wz = a[a0 + 2] - b[b0 + 2];
        double uu = ux * ux + uy * uy + uz * uz;
        double vv = vx * vx + vy * vy + vz * vz;
        double uv = ux * vx + uy * vy + uz * vz;
        double uw = ux * wx + uy * wy + uz * wz;
        double vw = vx * wx + vy * wy + vz * wz;
        double det = uu * vv - uv * uv;
        // Nearest points of the lines, then of the segments: any s will do where they are parallel.
        double s = det > 0 ? clamp((uv * vw - vv * uw) / det) : 0;
        double t = vv > 0 ? (uv * s + vw) / vv : 0;
        if (!(vv > 0) || t < 0 || t > 1) {
            t = clamp(t);
            s = uu > 0 ? clamp((uv * t - uw) / uu) : 0;
        }
        take(
                a[a0] + s * ux,
                a[a0 + 1] + s * uy,
                a[a0 + 2] + s * uz,
                b[b0] + t * vx,
                b[b0 + 1] + t * vy,
                b[b0 + 2] + t * vz,
                true);
    }

    /** A corner above the inside of a triangle; above its edges, the edges tell. */
    private void face(double[] p, int p0, double[] t, int t0, int t1, int t2, boolean cornerOfA) {
        double ux = t[t1] - t[t0];
        double uy = t[t1 + 1] - t[t0 + 1];
        double uz = t[t1 + 2] - t[t0 + 2];
        double vx = t[t2] - t[t0];
        double vy = t[t2 + 1] - t[t0 + 1];
        double vz = t[t2 + 2] - t[t0 + 2];
        double wx = p[p0] - t[t0];
        double wy = p[p0 + 1] - t[t0 + 1];
        double wz = p[p0 + 2] - t[t0 + 2];
        double uu = ux * ux + uy * uy + uz * uz;
        double uv = ux * vx + uy * vy + uz * vz;
        double vv = vx * vx + vy * vy + vz * vz;
        double wu = wx * ux + wy * uy + wz * uz;
        double wv = wx * vx + wy * vy + wz * vz;
        double det = uu * vv - uv * uv;
        double alpha = vv * wu - uv * wv;
        double beta = uu * wv - uv * wu;
        if (det > 0 && alpha > 0 && beta > 0 && alpha + beta < det) {
            double s = alpha / det;
            double r = beta / det;
            take(
                    p[p0],
                    p[p0 + 1],
                    p[p0 + 2],
                    t[t0] + s * ux + r * vx,
                    t[t0 + 1] + s * uy + r * vy,
                    t[t0 + 2] + s * uz + r * vz,
                    cornerOfA);
        }
    }

    private void take(double px, double py, double pz, double qx, double qy, double qz, boolean firstIsA) {
        double dx = px - qx;
        double dy = py - qy;
        double dz = pz - qz;
        double d2 = dx * dx + dy * dy + dz * dz;
        if (d2 < best2) {
            best2 = d2;
            double[] p = firstIsA ? onA : onB;
            double[] q = firstIsA ? onB : onA;
            p[0] = px;
            p[1] = py;
            p[2] = pz;
            q[0] = qx;
            q[1] = qy;
            q[2] = qz;
        }
    }

    private static double clamp(double t) {
        return t < 0 ? 0 : Math.min(t, 1);
    }
}
