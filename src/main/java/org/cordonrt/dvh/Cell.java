package org.cordonrt.dvh;

/** The part of a dose cell that a walk stands at, from height {@code c0} to {@code c1} of the cell; reused, not kept. */
final class Cell {
    /** Doses at the corners of that part, Gy; bit 0 of the index is A, bit 1 B, bit 2 C. */
    final double[] corner = new double[8];

    /** Volume of that part, mm3. */
    double mm3;

    int a;
    int b;
    int c;
    double c0;
    double c1;

    double minCornerGy() {
        double lo = corner[0];
        for (int i = 1; i < 8; i++) {
            lo = Math.min(lo, corner[i]);
        }
        return lo;
    }

    double maxCornerGy() {
        double hi = corner[0];
        for (int i = 1; i < 8; i++) {
            hi = Math.max(hi, corner[i]);
        }
        return hi;
    }
}
