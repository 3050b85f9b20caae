package org.cordonrt.phantom.analytic;

import java.util.ArrayList;
import java.util.List;

/** Polygons for sections of bodies, interleaved x and y in mm, counterclockwise, in ten-thousandths of a millimetre. */
final class Outlines {
    /** As fine as a planning system may write, and exactly as its file holds it. */
    private static final double STEPS_PER_MM = 10_000;

    /** Half the width of the polygon that marks a section which is only a point, mm. */
    private static final double POINT_MM = 0.01;

    private Outlines() {}

    /** Vertices on the circle, at most {@code spacingMm} apart; a small square where the radius is 0. */
    static double[] circle(double x, double y, double radiusMm, double spacingMm) {
        int n = Math.max(12, (int) StrictMath.ceil(2 * Math.PI * radiusMm / spacingMm));
        return radiusMm < 2 * POINT_MM ? point(x, y) : regular(x, y, radiusMm, n);
    }

    /** A regular polygon. */
    static double[] regular(double x, double y, double radiusMm, int vertices) {
        double[] xy = new double[2 * vertices];
        for (int i = 0; i < vertices; i++) {
            double a = 2 * Math.PI * i / vertices;
            xy[2 * i] = round(x + radiusMm * StrictMath.cos(a));
            xy[2 * i + 1] = round(y + radiusMm * StrictMath.sin(a));
        }
        return xy;
    }

    /** A mark for a section that has shrunk to a point. */
    static double[] point(double x, double y) {
        return rectangle(x - POINT_MM, y - POINT_MM, x + POINT_MM, y + POINT_MM);
    }

    static double[] rectangle(double x0, double y0, double x1, double y1) {
        return rounded(x0, y0, x1, y0, x1, y1, x0, y1);
    }

    /** A rectangle at least as wide as a mark, with vertices at most {@code spacingMm} apart. */
    static double[] denseRectangle(double halfX, double halfY, double spacingMm) {
        double hx = Math.max(halfX, POINT_MM);
        return dense(rectangle(-hx, -halfY, hx, halfY), spacingMm);
    }

    /** The same polygon with vertices at most {@code spacingMm} apart. */
    static double[] dense(double[] corners, double spacingMm) {
        List<Double> xy = new ArrayList<>();
        int n = corners.length / 2;
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            double dx = corners[2 * j] - corners[2 * i];
            double dy = corners[2 * j + 1] - corners[2 * i + 1];
            int parts = Math.max(1, (int) StrictMath.ceil(Math.sqrt(dx * dx + dy * dy) / spacingMm));
            for (int k = 0; k < parts; k++) {
                xy.add(corners[2 * i] + dx * k / parts);
                xy.add(corners[2 * i + 1] + dy * k / parts);
            }
        }
        return rounded(xy.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The same polygon begun at another vertex and run the other way round. */
    static double[] reversed(double[] xy) {
        double[] r = new double[xy.length];
        int n = xy.length / 2;
        for (int i = 0; i < n; i++) {
            r[2 * i] = xy[2 * (n - 1 - i)];
            r[2 * i + 1] = xy[2 * (n - 1 - i) + 1];
        }
        return r;
    }

    /** One polygon for a ring: out along the outer, over to the inner, back round it the other way, and over again. */
    static double[] keyhole(double[] outer, double[] inner) {
        double[] back = reversed(inner);
        int n = outer.length;
        int m = back.length;
        double[] xy = new double[n + m + 4];
        System.arraycopy(outer, 0, xy, 0, n);
        xy[n] = outer[0];
        xy[n + 1] = outer[1];
        // The inner begins and ends at its first vertex, which is the last of the reversed one.
        xy[n + 2] = inner[0];
        xy[n + 3] = inner[1];
        System.arraycopy(back, 0, xy, n + 4, m);
        return xy;
    }

    static double[] rounded(double... xy) {
        double[] r = new double[xy.length];
        for (int i = 0; i < xy.length; i++) {
            r[i] = round(xy[i]);
        }
        return r;
    }

    static double round(double mm) {
        // Adding zero turns -0.0 into 0.0, which is how it reads back from a file.
        return Math.rint(mm * STEPS_PER_MM) / STEPS_PER_MM + 0.0;
    }
}
