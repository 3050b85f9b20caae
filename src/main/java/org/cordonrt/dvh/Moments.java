package org.cordonrt.dvh;

import java.util.List;

/** Integrals over plane regions given by rings. */
final class Moments {
    private Moments() {}

    /** Integrals of 1, x, y and x y: a fan of signed triangles from each ring's first vertex. */
    static double[] of(List<double[]> rings) {
        double[] m = new double[4];
        for (double[] r : rings) {
            add(r, m);
        }
        return m;
    }

    /** Adds one ring's integrals to m. */
    static void add(double[] r, double[] m) {
        double x0 = r[0];
        double y0 = r[1];
        for (int i = 2; i + 3 < r.length; i += 2) {
            double x1 = r[i];
            double y1 = r[i + 1];
            double x2 = r[i + 2];
            double y2 = r[i + 3];
            double area = ((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / 2;
            m[0] += area;
            m[1] += area * (x0 + x1 + x2) / 3;
            m[2] += area * (y0 + y1 + y2) / 3;
            // Mean of x y over a triangle: barycentric products have the means 1/6 and 1/12.
            m[3] += area * ((x0 + x1 + x2) * (y0 + y1 + y2) + x0 * y0 + x1 * y1 + x2 * y2) / 12;
        }
    }
}
