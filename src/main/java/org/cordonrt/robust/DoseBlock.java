package org.cordonrt.robust;

import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;

/**
 * The part of a dose grid around some structures as one flat array, with the frames in increasing order of their
 * offsets. Immutable and thread-safe.
 */
final class DoseBlock {
    /** Points this far outside the hull, in samples or mm, are on it up to rounding. */
    private static final double ROUNDING = 1e-9;

    /** Frames are taken for equidistant when none is off by more than this share of the step. */
    private static final double EVEN = 1e-9;

    /** Samples along columns, rows and frames, and their doses; column fastest. */
    final int na;

    final int nb;
    final int nc;
    final double[] gy;

    /** Offsets of the block's frames along the frame direction, mm. */
    final double[] offsetsMm;

    /** Rows of the inverse of (column step, row step, frame direction): gradients of column, row and offset, per mm. */
    final Point3 dualA;

    final Point3 dualB;
    final Point3 dualC;

    private final GridGeometry grid;
    private final int i0;
    private final int j0;
    private final boolean even;

    /** The samples around a patient-space box, mm. */
    DoseBlock(DoseGrid dose, Point3 low, Point3 high) {
        grid = dose.geometry();
        Point3 a = grid.columnStep();
        Point3 b = grid.rowStep();
        Point3 c = grid.frameDirection();
        double det = a.dot(b.cross(c));
        dualA = b.cross(c).times(1 / det);
        dualB = c.cross(a).times(1 / det);
        dualC = a.cross(b).times(1 / det);
        double[] lo = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] hi = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int corner = 0; corner < 8; corner++) {
            Point3 p = new Point3(
                            (corner & 1) == 0 ? low.x() : high.x(),
                            (corner & 2) == 0 ? low.y() : high.y(),
                            (corner & 4) == 0 ? low.z() : high.z())
                    .minus(grid.origin());
            double[] at = {p.dot(dualA), p.dot(dualB), p.dot(dualC)};
            for (int d = 0; d < 3; d++) {
                lo[d] = Math.min(lo[d], at[d]);
                hi[d] = Math.max(hi[d], at[d]);
            }
        }
        i0 = clamp(Math.floor(lo[0]) - 1, grid.columns());
        int i1 = clamp(Math.ceil(hi[0]) + 1, grid.columns());
        j0 = clamp(Math.floor(lo[1]) - 1, grid.rows());
        int j1 = clamp(Math.ceil(hi[1]) + 1, grid.rows());
        int frames = grid.frames();
        boolean reversed = frames > 1 && grid.frameOffsetMm(1) < grid.frameOffsetMm(0);
        int k0 = 0;
        while (k0 + 1 < frames && offset(k0 + 1, reversed) <= lo[2]) {
            k0++;
        }
        int k1 = frames - 1;
        while (k1 > k0 && offset(k1 - 1, reversed) >= hi[2]) {
            k1--;
        }
        na = i1 - i0 + 1;
        nb = j1 - j0 + 1;
        nc = k1 - k0 + 1;
        gy = new double[na * nb * nc];
        offsetsMm = new double[nc];
        for (int k = 0; k < nc; k++) {
            offsetsMm[k] = offset(k0 + k, reversed);
            int frame = reversed ? frames - 1 - (k0 + k) : k0 + k;
            for (int j = 0; j < nb; j++) {
                dose.copyRowGy(j0 + j, frame, i0, na, gy, (k * nb + j) * na);
            }
        }
        even = stepsAreEven();
    }

    private static int clamp(double index, int n) {
        return (int) Math.max(0, Math.min(n - 1.0, index));
    }

    private double offset(int k, boolean reversed) {
        return grid.frameOffsetMm(reversed ? grid.frames() - 1 - k : k);
    }

    private boolean stepsAreEven() {
        double step = nc > 1 ? (offsetsMm[nc - 1] - offsetsMm[0]) / (nc - 1) : 1;
        for (int k = 0; k < nc; k++) {
            if (Math.abs(offsetsMm[k] - offsetsMm[0] - k * step) > EVEN * step) {
                return false;
            }
        }
        return true;
    }

    /**
     * Patient coordinates, moved by {@code move}, to columns, rows and frames of the block (frames in mm from the first
     * where they are not equidistant): three rows of four numbers.
     */
    double[] placing(double[] move) {
        double step = even && nc > 1 ? (offsetsMm[nc - 1] - offsetsMm[0]) / (nc - 1) : 1;
        Point3[] dual = {dualA, dualB, dualC.times(1 / step)};
        double[] first = {i0, j0, offsetsMm[0] / step};
        double[] out = new double[12];
        for (int r = 0; r < 3; r++) {
            Point3 d = dual[r];
            for (int c = 0; c < 4; c++) {
                out[4 * r + c] = d.x() * move[c] + d.y() * move[4 + c] + d.z() * move[8 + c];
            }
            out[4 * r + 3] -= d.dot(grid.origin()) + first[r];
        }
        return out;
    }

    /** Whether the frames are equidistant. */
    boolean isEven() {
        return even;
    }

    /** Distances of the frames from the first, mm. */
    double[] fromFirstMm() {
        double[] out = new double[nc];
        for (int k = 0; k < nc; k++) {
            out[k] = offsetsMm[k] - offsetsMm[0];
        }
        return out;
    }

    /** The cell along the frames that a place lies in. */
    int frameCell(double c) {
        if (even) {
            return (int) c;
        }
        int k = 0;
        while (k + 2 < nc && offsetsMm[k + 1] - offsetsMm[0] <= c) {
            k++;
        }
        return k;
    }

    /** The dose at a place that {@link #placing} gives, Gy; NaN outside the block. */
    double at(double a, double b, double c) {
        double t = c;
        int k = frameCell(c);
        if (!even) {
            t = nc > 1 ? k + (c + offsetsMm[0] - offsetsMm[k]) / (offsetsMm[k + 1] - offsetsMm[k]) : c;
        }
        if (!(a >= -ROUNDING
                        && a <= na - 1 + ROUNDING
                        && b >= -ROUNDING
                        && b <= nb - 1 + ROUNDING
                        && t >= -ROUNDING
                        && t <= nc - 1 + ROUNDING)
                || na < 2
                || nb < 2
                || nc < 2) {
            return Double.NaN;
        }
        int i = Math.min((int) a, na - 2);
        int j = Math.min((int) b, nb - 2);
        k = Math.min(k, nc - 2);
        double fa = a - i;
        double fb = b - j;
        double fc = t - k;
        int o = (k * nb + j) * na + i;
        int up = na * nb;
        double low = line(o, fa) * (1 - fb) + line(o + na, fa) * fb;
        double high = line(o + up, fa) * (1 - fb) + line(o + up + na, fa) * fb;
        return low * (1 - fc) + high * fc;
    }

    private double line(int o, double f) {
        return gy[o] * (1 - f) + gy[o + 1] * f;
    }

    /** Other doses at the block's samples, Gy, as a grid. */
    DoseGrid grid(double[] doseGy) {
        Point3 origin = grid.origin()
                .plus(grid.columnStep().times(i0))
                .plus(grid.rowStep().times(j0));
        return DoseGrid.of(
                new GridGeometry(na, nb, origin, grid.columnStep(), grid.rowStep(), grid.frameDirection(), offsetsMm),
                doseGy);
    }

    /** The largest dose that any place in a patient-space box can have, Gy; -infinity where there is none. */
    double maxNear(Point3 low, Point3 high) {
        double[] at = placing(Displacement.NONE.affine(new Point3(0, 0, 0)));
        double[] lo = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] hi = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int corner = 0; corner < 8; corner++) {
            double x = (corner & 1) == 0 ? low.x() : high.x();
            double y = (corner & 2) == 0 ? low.y() : high.y();
            double z = (corner & 4) == 0 ? low.z() : high.z();
            for (int d = 0; d < 3; d++) {
                double v = at[4 * d] * x + at[4 * d + 1] * y + at[4 * d + 2] * z + at[4 * d + 3];
                lo[d] = Math.min(lo[d], v);
                hi[d] = Math.max(hi[d], v);
            }
        }
        double max = Double.NEGATIVE_INFINITY;
        int k1 = Math.min(nc - 1, frameCell(hi[2]) + 2);
        for (int k = Math.max(0, frameCell(lo[2]) - 1); k <= k1; k++) {
            for (int j = (int) Math.max(0, Math.floor(lo[1])); j <= Math.min(nb - 1, Math.ceil(hi[1])); j++) {
                for (int i = (int) Math.max(0, Math.floor(lo[0])); i <= Math.min(na - 1, Math.ceil(hi[0])); i++) {
                    max = Math.max(max, gy[(k * nb + j) * na + i]);
                }
            }
        }
        return max;
    }

    /** Largest dose of the block, Gy. */
    double maxGy() {
        double max = 0;
        for (double d : gy) {
            max = Math.max(max, d);
        }
        return max;
    }
}
