package org.cordonrt.dvh;

import org.cordonrt.plan.DoseGrid;

/**
 * The dose samples of a window in A and B, plane by plane along C. Keeps the two planes in use, so that a whole grid is
 * never copied.
 */
final class DosePlanes {
    private final DoseGrid dose;
    private final GridAxes axes;
    private final int fromA;
    private final int fromB;
    private final int countA;
    private final int countB;
    private final double[][] planes;
    private final int[] planeOf = {-1, -1};

    /** A window of knots, both ends included. */
    DosePlanes(DoseGrid dose, GridAxes axes, int fromA, int toA, int fromB, int toB) {
        this.dose = dose;
        this.axes = axes;
        this.fromA = fromA;
        this.fromB = fromB;
        this.countA = toA - fromA + 1;
        this.countB = toB - fromB + 1;
        this.planes = new double[2][countA * countB];
    }

    /** Distance in a plane's array from one knot of B to the next. */
    int stride() {
        return countA;
    }

    /** Number of knots in a plane. */
    int size() {
        return countA * countB;
    }

    /** Place of the first knot of a row. */
    int firstOfRow(int b) {
        return (b - fromB) * countA;
    }

    /** Place of knot (a, b) in a plane's array. */
    int offset(int a, int b) {
        return (b - fromB) * countA + (a - fromA);
    }

    /** The plane of samples at knot c, Gy; valid until the plane two further on is asked for. */
    double[] plane(int c) {
        int slot = c & 1;
        if (planeOf[slot] != c) {
            load(c, planes[slot]);
            planeOf[slot] = c;
        }
        return planes[slot];
    }

    /** Extends a range by the samples at knot c. */
    void extend(int c, double[] range) {
        double lo = range[0];
        double hi = range[1];
        for (double d : plane(c)) {
            lo = Math.min(lo, d);
            hi = Math.max(hi, d);
        }
        range[0] = lo;
        range[1] = hi;
    }

    private void load(int c, double[] out) {
        int dirA = axes.directionOf(0);
        int dirB = axes.directionOf(1);
        int dirC = axes.directionOf(2);
        int[] at = new int[3];
        at[dirC] = axes.sampleIndex(dirC, c);
        for (int b = 0; b < countB; b++) {
            at[dirB] = axes.sampleIndex(dirB, fromB + b);
            if (dirA == 0) {
                dose.copyRowGy(at[1], at[2], fromA, countA, out, b * countA);
            } else {
                for (int a = 0; a < countA; a++) {
                    at[dirA] = axes.sampleIndex(dirA, fromA + a);
                    out[b * countA + a] = dose.doseGy(at[0], at[1], at[2]);
                }
            }
        }
    }
}
