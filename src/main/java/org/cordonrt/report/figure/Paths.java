package org.cordonrt.report.figure;

/** Path data. Stateless. */
final class Paths {
    private Paths() {}

    /** A line through points x0, y0, x1, y1, ... in px; one that ends where it starts is closed. */
    static String of(double[] xy) {
        int n = xy.length;
        boolean closed = n > 4 && xy[0] == xy[n - 2] && xy[1] == xy[n - 1];
        StringBuilder d = new StringBuilder(6 * n);
        for (int i = 0; i < (closed ? n - 2 : n); i += 2) {
            d.append(i == 0 ? 'M' : 'L').append(Svg.num(xy[i])).append(',').append(Svg.num(xy[i + 1]));
        }
        return closed ? d.append('Z').toString() : d.toString();
    }
}
