package org.cordonrt.phantom;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Closed curves as points: x and y in turn, counterclockwise, the first point not repeated. */
final class Curves {
    /** Fewer points would not show a round shape. */
    private static final int FEWEST_POINTS = 8;

    private Curves() {}

    /** How many points to put on a curve of this length. */
    static int count(double lengthMm, double spacingMm) {
        return Math.max(FEWEST_POINTS, (int) Math.ceil(lengthMm / spacingMm));
    }

    static double[] ellipse(Ellipse e, double pointSpacingMm) {
        int n = count(2 * Math.PI * Math.max(e.a(), e.b()), pointSpacingMm);
        double[] xy = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double angle = 2 * Math.PI * i / n;
            xy[2 * i] = e.cx() + e.a() * StrictMath.cos(angle);
            xy[2 * i + 1] = e.cy() + e.b() * StrictMath.sin(angle);
        }
        return xy;
    }

    /** A curve around a centre, by its radius for each angle from +x towards +y. */
    static double[] polar(double cx, double cy, int points, DoubleUnaryOperator radius) {
        double[] xy = new double[2 * points];
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * i / points;
            double r = radius.applyAsDouble(angle);
            xy[2 * i] = cx + r * StrictMath.cos(angle);
            xy[2 * i + 1] = cy + r * StrictMath.sin(angle);
        }
        return xy;
    }

    static double[] reversed(double[] xy) {
        double[] r = new double[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            r[xy.length - 2 - i] = xy[i];
            r[xy.length - 1 - i] = xy[i + 1];
        }
        return r;
    }

    /** The first run of points, then the second in reverse. */
    static double[] joinBackwards(double[] first, double[] second) {
        return join(first, reversed(second));
    }

    private static double[] join(double[] first, double[] second) {
        double[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /**
     * One curve for an outer curve with a hole: around the outer one back to its start, along a bridge to the nearest
     * point of the hole, around the hole in the other sense, and back over the same bridge.
     */
    static double[] keyhole(double[] outer, double[] hole) {
        int n = hole.length / 2;
        int nearest = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double d = StrictMath.hypot(hole[2 * i] - outer[0], hole[2 * i + 1] - outer[1]);
            if (d < best) {
                best = d;
                nearest = i;
            }
        }
        double[] inner = new double[hole.length + 2];
        for (int k = 0; k <= n; k++) {
            int i = Math.floorMod(nearest - k, n);
            inner[2 * k] = hole[2 * i];
            inner[2 * k + 1] = hole[2 * i + 1];
        }
        double[] closedOuter = join(outer, new double[] {outer[0], outer[1]});
        return join(closedOuter, inner);
    }
}
