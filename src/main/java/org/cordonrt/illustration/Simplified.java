package org.cordonrt.illustration;

import java.util.Arrays;

/** Lines without the vertices that change nothing (Douglas and Peucker 1973, doi:10.3138/FM57-6770-U75U-7727). */
public final class Simplified {
    private Simplified() {}

    /**
     * @param ab a0, b0, a1, b1, ...: at least one point
     * @param flat largest distance of a vertex that is left out from the line that remains, in the unit of the points
     * @return a new array; the first and the last point stay
     */
    public static double[] of(double[] ab, double flat) {
        int n = ab.length / 2;
        boolean[] kept = new boolean[n];
        kept[0] = true;
        kept[n - 1] = true;
        // Ranges still to look at, as a stack: lines can be longer than recursion is deep.
        int[] stack = new int[2 * n + 2];
        int top = 0;
        stack[top++] = 0;
        stack[top++] = n - 1;
        while (top > 0) {
            int last = stack[--top];
            int first = stack[--top];
            double worst = flat * flat;
            int at = -1;
            for (int i = first + 1; i < last; i++) {
                double d = distance2(ab, i, first, last);
                if (d > worst) {
                    worst = d;
                    at = i;
                }
            }
            if (at >= 0) {
                kept[at] = true;
                stack[top++] = first;
                stack[top++] = at;
                stack[top++] = at;
                stack[top++] = last;
            }
        }
        double[] out = new double[ab.length];
        int m = 0;
        for (int i = 0; i < n; i++) {
            if (kept[i]) {
                out[m++] = ab[2 * i];
                out[m++] = ab[2 * i + 1];
            }
        }
        return Arrays.copyOf(out, m);
    }

    private static double distance2(double[] ab, int i, int from, int to) {
        double x = ab[2 * i] - ab[2 * from];
        double y = ab[2 * i + 1] - ab[2 * from + 1];
        double dx = ab[2 * to] - ab[2 * from];
        double dy = ab[2 * to + 1] - ab[2 * from + 1];
        double length2 = dx * dx + dy * dy;
        double t = length2 == 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length2));
        double ex = x - t * dx;
        double ey = y - t * dy;
        return ex * ex + ey * ey;
    }
}
