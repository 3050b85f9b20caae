package org.cordonrt.dvh;

/** Tetrahedra as twelve numbers, x0, y0, z0, x1, ...: volume, and linear and trilinear functions on them. */
final class Tetrahedra {
    private Tetrahedra() {}

    /** Volume, positive when the last three vertices run counter-clockwise seen from outside. */
    static double signedVolume(double[] t) {
        double ax = t[3] - t[0];
        double ay = t[4] - t[1];
        double az = t[5] - t[2];
        double bx = t[6] - t[0];
        double by = t[7] - t[1];
        double bz = t[8] - t[2];
        double cx = t[9] - t[0];
        double cy = t[10] - t[1];
        double cz = t[11] - t[2];
        return (ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx)) / 6;
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
