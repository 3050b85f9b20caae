package org.cordonrt.dvh;

import java.util.Arrays;

/**
 * Boundary cells of slabs: in each, a polygon over the height of the slab. Geometry only. Coordinates are in
 * units of the cell, 0 to 1. Where a region falls into several rings (outer counter-clockwise, holes clockwise), the
 * polygon runs from the first ring's start to each other ring and back: those ways enclose nothing.
 */
final class Prisms {
    /** For each prism: integrals of 1, x, y and x y, and the polygon's least and greatest x and y. */
    private static final int NUMBERS = 8;

    /** Coordinates of a polygon, usually. */
    private static final int COORDINATES = 12;

    private int count;
    private int[] a;
    private int[] b;
    private int[] polygonEnd;
    private int[] ringsEnd;
    private double[] numbers;

    /** Start and end in {@link #xy} of each ring. */
    private int[] rings;

    private double[] xy;

    /**
     * @param expected number of prisms to make room for at first
     */
    Prisms(int expected) {
        a = new int[expected];
        b = new int[expected];
        polygonEnd = new int[expected];
        ringsEnd = new int[expected];
        rings = new int[2 * expected];
        numbers = new double[NUMBERS * expected];
        xy = new double[COORDINATES * expected];
    }

    int count() {
        return count;
    }

    int a(int i) {
        return a[i];
    }

    int b(int i) {
        return b[i];
    }

    /** Coordinates of all polygons. */
    double[] xy() {
        return xy;
    }

    /** Where a prism's polygon starts in {@link #xy}. */
    int from(int i) {
        return i == 0 ? 0 : polygonEnd[i - 1];
    }

    int to(int i) {
        return polygonEnd[i];
    }

    int firstRing(int i) {
        return i == 0 ? 0 : ringsEnd[i - 1];
    }

    int lastRing(int i) {
        return ringsEnd[i];
    }

    int ringFrom(int ring) {
        return rings[2 * ring];
    }

    int ringTo(int ring) {
        return rings[2 * ring + 1];
    }

    /** The polygon's area. */
    double area(int i) {
        return numbers[i * NUMBERS];
    }

    double momentX(int i) {
        return numbers[i * NUMBERS + 1];
    }

    double momentY(int i) {
        return numbers[i * NUMBERS + 2];
    }

    double momentXy(int i) {
        return numbers[i * NUMBERS + 3];
    }

    double minX(int i) {
        return numbers[i * NUMBERS + 4];
    }

    double minY(int i) {
        return numbers[i * NUMBERS + 5];
    }

    double maxX(int i) {
        return numbers[i * NUMBERS + 6];
    }

    double maxY(int i) {
        return numbers[i * NUMBERS + 7];
    }

    /** Adds a cell, from (x0, y0) to (x1, y1), with rings that lie in it. */
    void add(int cellA, int cellB, RingStack stack, int from, int to, double x0, double x1, double y0, double y1) {
        reserve(stack.end(to - 1) - stack.start(from) + 4 * (to - from), to - from);
        int start = from(count);
        int n = start;
        int ring = firstRing(count);
        double[] p = stack.xy();
        double minX = 1;
        double minY = 1;
        double maxX = 0;
        double maxY = 0;
        for (int r = from; r < to; r++) {
            rings[2 * ring] = n;
            for (int i = stack.start(r); i < stack.end(r); i += 2) {
                // A vertex on a cell's edge must stay exactly on it.
                double x = p[i] == x1 ? 1 : (p[i] - x0) / (x1 - x0);
                double y = p[i + 1] == y1 ? 1 : (p[i + 1] - y0) / (y1 - y0);
                xy[n++] = x;
                xy[n++] = y;
                minX = Order.lesser(minX, x);
                minY = Order.lesser(minY, y);
                maxX = Order.greater(maxX, x);
                maxY = Order.greater(maxY, y);
            }
            rings[2 * ring + 1] = n;
            Moments.add(xy, rings[2 * ring], n, numbers, count * NUMBERS);
            if (to - from > 1) {
                n = way(n, rings[2 * ring]);
                n = way(n, start);
            }
            ring++;
        }
        a[count] = cellA;
        b[count] = cellB;
        polygonEnd[count] = n;
        ringsEnd[count] = ring;
        int o = count * NUMBERS + 4;
        numbers[o] = minX;
        numbers[o + 1] = minY;
        numbers[o + 2] = maxX;
        numbers[o + 3] = maxY;
        count++;
    }

    private int way(int n, int to) {
        xy[n] = xy[to];
        xy[n + 1] = xy[to + 1];
        return n + 2;
    }

    private void reserve(int coordinates, int moreRings) {
        if (count == a.length) {
            a = Arrays.copyOf(a, 2 * count);
            b = Arrays.copyOf(b, 2 * count);
            polygonEnd = Arrays.copyOf(polygonEnd, 2 * count);
            ringsEnd = Arrays.copyOf(ringsEnd, 2 * count);
            numbers = Arrays.copyOf(numbers, 2 * count * NUMBERS);
        }
        int n = from(count) + coordinates;
        if (n > xy.length) {
            xy = Arrays.copyOf(xy, Math.max(n, 2 * xy.length));
        }
        int r = 2 * (firstRing(count) + moreRings);
        if (r > rings.length) {
            rings = Arrays.copyOf(rings, Math.max(r, 2 * rings.length));
        }
    }
}
