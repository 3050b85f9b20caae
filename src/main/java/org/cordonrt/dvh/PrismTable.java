package org.cordonrt.dvh;

import java.util.Arrays;

/**
 * Polygons over a height with a trilinear dose, many at a time in flat arrays and reused: bounds of the volume above a
 * dose. The linear part of the dose is integrated as in {@link PrismPiece}; where it hardly changes in the plane, or
 * hardly with height, that change counts as part of the remainder.
 */
final class PrismTable {
    /** Ratio of slopes below which the smaller counts as remainder: what it may add is that share of the larger. */
    private static final double SMALL = 1e-5;

    private static final int NUMBERS = 10;
    private static final int LEVEL = 0;
    private static final int GRAD_X = 1;
    private static final int GRAD_Y = 2;
    private static final int RISE = 3;
    private static final int LOWEST = 4;
    private static final int HIGHEST = 5;
    private static final int BELOW = 6;
    private static final int ABOVE = 7;
    private static final int LEVEL_INTEGRAL = 8;
    private static final int MM3 = 9;

    private final Prisms prisms;
    private final double[] xy;
    private int size;
    private int[] prism = new int[64];
    private double[] numbers = new double[64 * NUMBERS];

    PrismTable(Prisms prisms) {
        this.prisms = prisms;
        this.xy = prisms.xy();
    }

    void clear() {
        size = 0;
    }

    /**
     * Adds a polygon.
     *
     * @param f the dose on the box around the polygon, from f[0] on
     */
    void add(int number, double[] f, double volumeMm3) {
        if (size == prism.length) {
            prism = Arrays.copyOf(prism, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size * NUMBERS);
        }
        double x0 = prisms.minX(number);
        double y0 = prisms.minY(number);
        double wx = prisms.maxX(number) - x0;
        double wy = prisms.maxY(number) - y0;
        double gx = f[Trilinear.A] / wx;
        double gy = f[Trilinear.B] / wy;
        double level = f[Trilinear.MEAN] - gx * (x0 + wx / 2) - gy * (y0 + wy / 2);
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (int i = prisms.from(number); i < prisms.to(number); i += 2) {
            double v = level + gx * xy[i] + gy * xy[i + 1];
            lo = v < lo ? v : lo;
            hi = v > hi ? v : hi;
        }
        int o = size * NUMBERS;
        numbers[o + LEVEL] = level;
        numbers[o + GRAD_X] = gx;
        numbers[o + GRAD_Y] = gy;
        numbers[o + RISE] = Math.abs(f[Trilinear.C]);
        numbers[o + LOWEST] = lo;
        numbers[o + HIGHEST] = hi;
        numbers[o + BELOW] = Trilinear.below(f, 0);
        numbers[o + ABOVE] = Trilinear.above(f, 0);
        numbers[o + LEVEL_INTEGRAL] =
                level * prisms.area(number) + gx * prisms.momentX(number) + gy * prisms.momentY(number);
        numbers[o + MM3] = volumeMm3;
        prism[size++] = number;
    }

    /** At least this volume receives d, mm3. */
    double leastMm3Above(double d) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += above(i, d + numbers[i * NUMBERS + BELOW], 1);
        }
        return sum;
    }

    /** At most this volume receives d, mm3. */
    double mostMm3Above(double d) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += above(i, d - numbers[i * NUMBERS + ABOVE], -1);
        }
        return sum;
    }

    /**
     * Volume where the linear part is at least d.
     *
     * @param side 1 for a volume that is surely not too large, -1 for one that is surely not too small
     */
    private double above(int i, double dose, int side) {
        int o = i * NUMBERS;
        double height = numbers[o + RISE];
        double lowest = numbers[o + LOWEST];
        double highest = numbers[o + HIGHEST];
        double d = dose;
        double inPlane = highest - lowest;
        boolean isLevel = inPlane <= SMALL * height;
        boolean isUpright = !isLevel && height <= SMALL * inPlane;
        if (isLevel) {
            d += side * inPlane / 2;
        } else if (isUpright) {
            d += side * height / 2;
        }
        if (d + height / 2 <= lowest) {
            return numbers[o + MM3];
        }
        if (d - height / 2 >= highest) {
            return 0;
        }
        double area = prisms.area(prism[i]);
        double share;
        if (isLevel) {
            share = ((highest + lowest) / 2 + height / 2 - d) / height;
        } else if (isUpright) {
            share = areaAbove(i, d) / area;
        } else {
            share = (integralAbove(i, d - height / 2) - integralAbove(i, d + height / 2)) / (height * area);
        }
        return numbers[o + MM3] * Math.min(1, Math.max(0, share));
    }

    /** Integral over the polygon of max(function half-way up - d, 0); see {@link PrismPiece}. */
    private double integralAbove(int i, double d) {
        int o = i * NUMBERS;
        if (d >= numbers[o + HIGHEST]) {
            return 0;
        }
        int number = prism[i];
        if (d <= numbers[o + LOWEST]) {
            return numbers[o + LEVEL_INTEGRAL] - d * prisms.area(number);
        }
        double gx = numbers[o + GRAD_X];
        double gy = numbers[o + GRAD_Y];
        double start = numbers[o + LEVEL] - d;
        double[] p = xy;
        int end = prisms.to(number);
        double x = p[end - 2];
        double y = p[end - 1];
        double at = start + gx * x + gy * y;
        double sum = 0;
        for (int k = prisms.from(number); k < end; k += 2) {
            double nextX = p[k];
            double nextY = p[k + 1];
            double next = start + gx * nextX + gy * nextY;
            if (at >= 0 || next >= 0) {
                double squares = at < 0
                        ? next * next * (next / (next - at))
                        : next < 0 ? at * at * (at / (at - next)) : at * at + at * next + next * next;
                sum += (gx * (nextY - y) - gy * (nextX - x)) * squares;
            }
            x = nextX;
            y = nextY;
            at = next;
        }
        return sum / (6 * (gx * gx + gy * gy));
    }

    /** Area of the polygon where the function half-way up is at least d: the derivative of the integral. */
    private double areaAbove(int i, double d) {
        int o = i * NUMBERS;
        int number = prism[i];
        double gx = numbers[o + GRAD_X];
        double gy = numbers[o + GRAD_Y];
        double start = numbers[o + LEVEL] - d;
        int end = prisms.to(number);
        double x = xy[end - 2];
        double y = xy[end - 1];
        double p = start + gx * x + gy * y;
        double sum = 0;
        for (int k = prisms.from(number); k < end; k += 2) {
            double nextX = xy[k];
            double nextY = xy[k + 1];
            double q = start + gx * nextX + gy * nextY;
            if (p > 0 || q > 0) {
                double flux = gx * (nextY - y) - gy * (nextX - x);
                sum += flux * (p > 0 ? q >= 0 ? p + q : p * p / (p - q) : q * q / (q - p));
            }
            x = nextX;
            y = nextY;
            p = q;
        }
        return sum / (2 * (gx * gx + gy * gy));
    }
}
