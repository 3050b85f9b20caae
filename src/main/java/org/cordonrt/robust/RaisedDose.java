package org.cordonrt.robust;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;

/**
 * A dose that is nowhere below the planned one seen from any shift in a box: sample by sample the planned dose plus what
 * it can rise by within the box nearby. See the package page. Not thread-safe: it keeps the grids that it made.
 */
final class RaisedDose {
    /** Boxes that are smaller than this share of a cell are raised by the cells around a sample alone. */
    private static final double SMALL = 0.2;

    /** Doses are interpolated to about 1e-15 of the largest. */
    private static final double ROUNDING = 1e-9;

    /** Samples of all grids that are kept: 32 MB. */
    private static final int MOST_SAMPLES = 4_000_000;

    /**
     * One dose for a size of box.
     *
     * @param dose raised samples
     * @param mostGy largest rise of any sample
     */
    record Raised(DoseGrid dose, double mostGy) {}

    private final DoseBlock block;
    private final Point3[] frame;

    /** For each cell the largest gradient component along each direction of the frame, without sign, Gy per mm. */
    private final double[][] steepest = new double[3][];

    private final Map<String, Raised> made = new HashMap<>();
    private final int ca;
    private final int cb;
    private final int cc;

    /** @param frame three orthogonal unit vectors along which boxes lie */
    RaisedDose(DoseBlock block, Point3[] frame) {
        this.block = block;
        this.frame = frame.clone();
        ca = Math.max(0, block.na - 1);
        cb = Math.max(0, block.nb - 1);
        cc = Math.max(0, block.nc - 1);
        for (int d = 0; d < 3; d++) {
            steepest[d] = new double[ca * cb * cc];
        }
        for (int k = 0; k < cc; k++) {
            for (int j = 0; j < cb; j++) {
                for (int i = 0; i < ca; i++) {
                    addCell(i, j, k);
                }
            }
        }
    }

    /** Every component of the gradient is a weighted mean of its values at the corners. */
    private void addCell(int i, int j, int k) {
        int cell = (k * cb + j) * ca + i;
        int o = (k * block.nb + j) * block.na + i;
        int row = block.na;
        int plane = block.na * block.nb;
        double height = block.offsetsMm[k + 1] - block.offsetsMm[k];
        for (int n = 0; n < 8; n++) {
            int x = o + (n & 1);
            int y = (n >> 1 & 1) * row;
            int z = (n >> 2) * plane;
            int fixedX = n & 1;
            double da = block.gy[o + 1 + y + z] - block.gy[o + y + z];
            double db = block.gy[x + row + z] - block.gy[x + z];
            double dc = (block.gy[o + fixedX + y + plane] - block.gy[o + fixedX + y]) / height;
            for (int d = 0; d < 3; d++) {
                double g = da * frame[d].dot(block.dualA)
                        + db * frame[d].dot(block.dualB)
                        + dc * frame[d].dot(block.dualC);
                steepest[d][cell] = Math.max(steepest[d][cell], Math.abs(g));
            }
        }
    }

    /** Mean size of the gradient's components where the dose is between two levels, Gy per mm. */
    double[] typical(double fromGy, double toGy) {
        double[] sum = new double[3];
        int n = 0;
        for (int k = 0; k < cc; k++) {
            for (int j = 0; j < cb; j++) {
                for (int i = 0; i < ca; i++) {
                    double d = block.gy[(k * block.nb + j) * block.na + i];
                    if (d >= fromGy && d <= toGy) {
                        n++;
                        for (int axis = 0; axis < 3; axis++) {
                            sum[axis] += steepest[axis][(k * cb + j) * ca + i];
                        }
                    }
                }
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            sum[axis] = n == 0 ? 1e-3 : Math.max(1e-6, sum[axis] / n);
        }
        return sum;
    }

    /** @param half half widths of the box along the frame, mm */
    Raised of(double[] half) {
        String key = Arrays.toString(half);
        Raised known = made.get(key);
        if (known == null) {
            if ((long) made.size() * block.gy.length >= MOST_SAMPLES) {
                made.clear();
            }
            known = make(half);
            made.put(key, known);
        }
        return known;
    }

    private Raised make(double[] half) {
        double[] rise = new double[ca * cb * cc];
        for (int c = 0; c < rise.length; c++) {
            rise[c] = steepest[0][c] * half[0] + steepest[1][c] * half[1] + steepest[2][c] * half[2];
        }
        double factor = 1;
        Point3[] dual = {block.dualA, block.dualB, block.dualC};
        int[] by = new int[3];
        double least = Double.POSITIVE_INFINITY;
        for (int k = 1; k < block.nc; k++) {
            least = Math.min(least, block.offsetsMm[k] - block.offsetsMm[k - 1]);
        }
        for (int d = 0; d < 3; d++) {
            double cells = 0;
            for (int e = 0; e < 3; e++) {
                cells += Math.abs(frame[e].dot(dual[d])) * half[e];
            }
            cells /= d == 2 ? least : 1;
            by[d] = cells <= SMALL ? 0 : (int) Math.ceil(cells);
            factor /= by[d] == 0 ? 1 - cells : 1;
        }
        double[] near = spread(rise, new int[] {ca, cb, cc}, 0, by[0]);
        near = spread(near, new int[] {block.na, cb, cc}, 1, by[1]);
        near = spread(near, new int[] {block.na, block.nb, cc}, 2, by[2]);
        double[] gy = new double[block.gy.length];
        double most = 0;
        for (int n = 0; n < gy.length; n++) {
            double r = near[n] * factor * (1 + ROUNDING) + ROUNDING;
            gy[n] = block.gy[n] + r;
            most = Math.max(most, r);
        }
        return new Raised(block.grid(gy), most);
    }

    /** From cells to samples along one axis: the largest of the cells that touch a sample, and of {@code by} more. */
    private static double[] spread(double[] cells, int[] size, int axis, int by) {
        int[] out = size.clone();
        out[axis]++;
        double[] samples = new double[out[0] * out[1] * out[2]];
        int stride = axis == 0 ? 1 : axis == 1 ? size[0] : size[0] * size[1];
        for (int k = 0; k < out[2]; k++) {
            for (int j = 0; j < out[1]; j++) {
                for (int i = 0; i < out[0]; i++) {
                    int at = axis == 0 ? i : axis == 1 ? j : k;
                    int from = Math.max(0, at - 1 - by);
                    int to = Math.min(size[axis] - 1, at + by);
                    int base = ((axis == 2 ? 0 : k) * size[1] + (axis == 1 ? 0 : j)) * size[0] + (axis == 0 ? 0 : i);
                    double max = 0;
                    for (int c = from; c <= to; c++) {
                        max = Math.max(max, cells[base + c * stride]);
                    }
                    samples[(k * out[1] + j) * out[0] + i] = max;
                }
            }
        }
        return samples;
    }
}
