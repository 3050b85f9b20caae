package org.cordonrt.dvh;

/** Integrals over plane regions given by rings. */
final class Moments {
    private Moments() {}

    /**
     * Adds the integrals of 1, x, y and x y over a ring, r[from ..] up to r[to], to m[at ..]: a fan of signed triangles
     * from its first vertex.
     */
    static void add(double[] r, int from, int to, double[] m, int at) {
        double x0 = r[from];
        double y0 = r[from + 1];
        double m0 = 0;
        double m1 = 0;
        double m2 = 0;
        double m3 = 0;
        for (int i = from + 2; i + 3 < to; i += 2) {
            double x1 = r[i];
            double y1 = r[i + 1];
            double x2 = r[i + 2];
            double y2 = r[i + 3];
            double area = ((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / 2;
            double x = x0 + x1 + x2;
            double y = y0 + y1 + y2;
            m0 += area;
            m1 += area * x;
            m2 += area * y;
            // Mean of x y over a triangle: barycentric products have the means 1/6 and 1/12.
            m3 += area * (x * y + x0 * y0 + x1 * y1 + x2 * y2);
        }
        m[at] += m0;
        m[at + 1] += m1 / 3;
        m[at + 2] += m2 / 3;
        m[at + 3] += m3 / 12;
    }
}
