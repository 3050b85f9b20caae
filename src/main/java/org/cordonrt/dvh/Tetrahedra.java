package org.cordonrt.dvh;

import java.util.List;

/** Tetrahedra as twelve numbers, x0, y0, z0, x1, ...: volume, cuts along planes of constant coordinate, and linear functions on them. */
final class Tetrahedra {
    private Tetrahedra() {}

    /** Unsigned volume. */
    static double volume(double[] t) {
        double ax = t[3] - t[0];
        double ay = t[4] - t[1];
        double az = t[5] - t[2];
        double bx = t[6] - t[0];
        double by = t[7] - t[1];
        double bz = t[8] - t[2];
        double cx = t[9] - t[0];
        double cy = t[10] - t[1];
        double cz = t[11] - t[2];
        return Math.abs(ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx)) / 6;
    }

    /** The two tetrahedra on either side of the middle of the longest edge. */
    static List<double[]> halvesOfLongestEdge(double[] t) {
        int from = 0;
        int to = 1;
        double longest = -1;
        for (int i = 0; i < 4; i++) {
            for (int j = i + 1; j < 4; j++) {
                double dx = t[3 * i] - t[3 * j];
                double dy = t[3 * i + 1] - t[3 * j + 1];
                double dz = t[3 * i + 2] - t[3 * j + 2];
                double length = dx * dx + dy * dy + dz * dz;
                if (length > longest) {
                    longest = length;
                    from = i;
                    to = j;
                }
            }
        }
        double[] first = t.clone();
        double[] second = t.clone();
        for (int k = 0; k < 3; k++) {
            double middle = (t[3 * from + k] + t[3 * to + k]) / 2;
            first[3 * to + k] = middle;
            second[3 * from + k] = middle;
        }
        return List.of(first, second);
    }

    /** Cuts a tetrahedron at coordinate {@code axis} = value; parts without extent are dropped later by their volume. */
    static void cut(double[] t, int axis, double value, List<double[]> below, List<double[]> above) {
        int[] low = new int[4];
        int[] high = new int[4];
        int nLow = 0;
        int nHigh = 0;
        for (int i = 0; i < 4; i++) {
            if (t[3 * i + axis] < value) {
                low[nLow++] = i;
            } else {
                high[nHigh++] = i;
            }
        }
        if (nLow == 0) {
            above.add(t);
        } else if (nHigh == 0) {
            below.add(t);
        } else if (nLow == 1) {
            cutCorner(t, axis, value, low[0], high, below, above);
        } else if (nHigh == 1) {
            cutCorner(t, axis, value, high[0], low, above, below);
        } else {
            double[] p = crossing(t, axis, value, low[0], high[0]);
            double[] q = crossing(t, axis, value, low[0], high[1]);
            double[] r = crossing(t, axis, value, low[1], high[0]);
            double[] s = crossing(t, axis, value, low[1], high[1]);
            wedge(vertex(t, low[0]), p, q, vertex(t, low[1]), r, s, below);
            wedge(vertex(t, high[0]), p, r, vertex(t, high[1]), q, s, above);
        }
    }

    /** One vertex lies alone on its side: a small tetrahedron there, a wedge on the other side. */
    private static void cutCorner(
            double[] t, int axis, double value, int alone, int[] rest, List<double[]> own, List<double[]> others) {
        double[] p = crossing(t, axis, value, alone, rest[0]);
        double[] q = crossing(t, axis, value, alone, rest[1]);
        double[] r = crossing(t, axis, value, alone, rest[2]);
        own.add(tetrahedron(vertex(t, alone), p, q, r));
        wedge(p, q, r, vertex(t, rest[0]), vertex(t, rest[1]), vertex(t, rest[2]), others);
    }

    /** A wedge with the triangles (a0, a1, a2) and (b0, b1, b2), vertex by vertex opposite, as three tetrahedra. */
    private static void wedge(
            double[] a0, double[] a1, double[] a2, double[] b0, double[] b1, double[] b2, List<double[]> out) {
        out.add(tetrahedron(a0, a1, a2, b2));
        out.add(tetrahedron(a0, a1, b1, b2));
        out.add(tetrahedron(a0, b0, b1, b2));
    }

    static void wedgeInto(double[][] a, double[][] b, List<double[]> out) {
        wedge(a[0], a[1], a[2], b[0], b[1], b[2], out);
    }

    private static double[] vertex(double[] t, int i) {
        return new double[] {t[3 * i], t[3 * i + 1], t[3 * i + 2]};
    }

    private static double[] crossing(double[] t, int axis, double value, int i, int j) {
        double f = (value - t[3 * i + axis]) / (t[3 * j + axis] - t[3 * i + axis]);
        double[] p = new double[3];
        for (int k = 0; k < 3; k++) {
            p[k] = t[3 * i + k] + f * (t[3 * j + k] - t[3 * i + k]);
        }
        p[axis] = value;
        return p;
    }

    private static double[] tetrahedron(double[] a, double[] b, double[] c, double[] d) {
        return new double[] {a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2], d[0], d[1], d[2]};
    }

    /** Mean over a tetrahedron of the trilinear function with the given corner values of the unit box; exact. */
    static double meanOfTrilinear(double[] t, double[] c) {
        double x = 0;
        double y = 0;
        double z = 0;
        double xy = 0;
        double xz = 0;
        double yz = 0;
        double xyz = 0;
        for (int i = 0; i < 4; i++) {
            x += t[3 * i] / 4;
            y += t[3 * i + 1] / 4;
            z += t[3 * i + 2] / 4;
            for (int j = 0; j < 4; j++) {
                // Means of products of barycentric coordinates: 3! a! b! ... / (3 + a + b + ...)!
                double two = (i == j ? 2 : 1) / 20.0;
                xy += two * t[3 * i] * t[3 * j + 1];
                xz += two * t[3 * i] * t[3 * j + 2];
                yz += two * t[3 * i + 1] * t[3 * j + 2];
                for (int k = 0; k < 4; k++) {
                    int equal = (i == j ? 1 : 0) + (j == k ? 1 : 0) + (i == k ? 1 : 0);
                    double three = (equal == 3 ? 6 : equal == 1 ? 2 : 1) / 120.0;
                    xyz += three * t[3 * i] * t[3 * j + 1] * t[3 * k + 2];
                }
            }
        }
        double ca = c[1] - c[0];
        double cb = c[2] - c[0];
        double cc = c[4] - c[0];
        double cab = c[3] - c[1] - c[2] + c[0];
        double cac = c[5] - c[1] - c[4] + c[0];
        double cbc = c[6] - c[2] - c[4] + c[0];
        double cabc = c[7] - c[6] - c[5] - c[3] + c[4] + c[2] + c[1] - c[0];
        return c[0] + ca * x + cb * y + cc * z + cab * xy + cac * xz + cbc * yz + cabc * xyz;
    }

    /**
     * The share of a tetrahedron in which a linear function, given by its values at the vertices in any order, is at
     * least d.
     *
     * <p>After Bloechl, Jepsen and Andersen (doi:10.1103/PhysRevB.49.16223), appendix A.
     */
    static double shareAbove(double v0, double v1, double v2, double v3, double d) {
        double lo01 = Math.min(v0, v1);
        double hi01 = Math.max(v0, v1);
        double lo23 = Math.min(v2, v3);
        double hi23 = Math.max(v2, v3);
        double e1 = Math.min(lo01, lo23);
        double e4 = Math.max(hi01, hi23);
        if (d <= e1) {
            return 1;
        }
        if (d > e4) {
            return 0;
        }
        double p = Math.max(lo01, lo23);
        double q = Math.min(hi01, hi23);
        double e2 = Math.min(p, q);
        double e3 = Math.max(p, q);
        if (d < e2) {
            double x = d - e1;
            return 1 - (x / (e2 - e1)) * (x / (e3 - e1)) * (x / (e4 - e1));
        }
        if (d >= e3) {
            if (e4 == e3) {
                return 0;
            }
            double x = e4 - d;
            return (x / (e4 - e1)) * (x / (e4 - e2)) * (x / (e4 - e3));
        }
        double e21 = e2 - e1;
        double e31 = e3 - e1;
        double e41 = e4 - e1;
        double e32 = e3 - e2;
        double e42 = e4 - e2;
        double x = d - e2;
        double below = (e21 * e21 + 3 * e21 * x + 3 * x * x - (e31 + e42) * (x / e32) * (x / e42) * x) / (e31 * e41);
        return 1 - below;
    }
}
