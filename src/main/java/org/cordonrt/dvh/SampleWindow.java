package org.cordonrt.dvh;

import java.util.Arrays;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;

/**
 * The block of a dose grid's samples around a solid: which of them are copied from each new dose. Samples of the block
 * lie as in the grid, column index fastest. Immutable.
 */
final class SampleWindow {
    private static final int ROW = 4;

    private final GridGeometry stated;
    private final GridGeometry whole;
    private final GridGeometry block;
    private final int firstColumn;
    private final int firstRow;
    private final int firstFrame;

    /** For each row that is needed: row, frame and first column in the block, and number of samples. */
    private int[] rows = new int[0];

    private SampleWindow(GridGeometry stated, GridGeometry whole, int[] first, int[] last) {
        this.stated = stated;
        this.whole = whole;
        firstColumn = first[0];
        firstRow = first[1];
        firstFrame = first[2];
        double[] offsets = new double[last[2] - first[2] + 1];
        for (int k = 0; k < offsets.length; k++) {
            offsets[k] = whole.frameOffsetMm(first[2] + k);
        }
        block = new GridGeometry(
                last[0] - first[0] + 1,
                last[1] - first[1] + 1,
                whole.origin()
                        .plus(whole.columnStep().times(first[0]))
                        .plus(whole.rowStep().times(first[1])),
                whole.columnStep(),
                whole.rowStep(),
                whole.frameDirection(),
                offsets);
    }

    /**
     * The smallest block that holds what a grid holds of a solid.
     *
     * @param stated the grid as doses come with it
     * @param whole the same grid, perhaps moved
     */
    static SampleWindow around(SlabSolid solid, GridGeometry stated, GridGeometry whole) {
        PlaneFrame f = solid.frame();
        GridAxes axes = new GridAxes(whole, f);
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Slab s : solid.slabs()) {
            for (int corner = 0; corner < 8; corner++) {
                Point3 p = f.point(
                        (corner & 1) == 0 ? s.region().minX() : s.region().maxX(),
                        (corner & 2) == 0 ? s.region().minY() : s.region().maxY(),
                        (corner & 4) == 0 ? s.lowMm() : s.highMm());
                double[] at = axes.axesOf(p);
                for (int axis = 0; axis < 3; axis++) {
                    int dir = axes.directionOf(axis);
                    low[dir] = Math.min(low[dir], at[axis]);
                    high[dir] = Math.max(high[dir], at[axis]);
                }
            }
        }
        int[] first = new int[3];
        int[] last = new int[3];
        int[] count = {whole.columns(), whole.rows(), whole.frames()};
        for (int dir = 0; dir < 3; dir++) {
            int from = count[dir] - 1;
            int to = 0;
            for (int i = 0; i < count[dir]; i++) {
                double here = dir < 2 ? i : whole.frameOffsetMm(i);
                double before = i == 0 ? here : dir < 2 ? i - 1 : whole.frameOffsetMm(i - 1);
                double after = i == count[dir] - 1 ? here : dir < 2 ? i + 1 : whole.frameOffsetMm(i + 1);
                // A sample is needed when a cell beside it may hold some of the solid.
                if (Math.max(before, after) >= low[dir] - 1e-6 && Math.min(before, after) <= high[dir] + 1e-6) {
                    from = Math.min(from, i);
                    to = Math.max(to, i);
                }
            }
            first[dir] = Math.min(from, Math.max(0, count[dir] - 1));
            last[dir] = Math.max(first[dir], to);
        }
        return new SampleWindow(stated, whole, first, last);
    }

    /** Notes which samples of the block are needed, instead of all; those of a row become one stretch. */
    void need(boolean[] isNeeded) {
        int[] found = new int[ROW * block.rows() * block.frames()];
        int n = 0;
        int at = 0;
        for (int k = 0; k < block.frames(); k++) {
            for (int j = 0; j < block.rows(); j++, at += block.columns()) {
                int from = block.columns();
                int to = -1;
                for (int i = 0; i < block.columns(); i++) {
                    if (isNeeded[at + i]) {
                        from = Math.min(from, i);
                        to = i;
                    }
                }
                if (to >= 0) {
                    found[n++] = j;
                    found[n++] = k;
                    found[n++] = from;
                    found[n++] = to - from + 1;
                }
            }
        }
        rows = Arrays.copyOf(found, n);
    }

    GridGeometry block() {
        return block;
    }

    int size() {
        return block.columns() * block.rows() * block.frames();
    }

    private int source(int row) {
        return ((rows[row + 1] + firstFrame) * whole.rows() + rows[row] + firstRow) * whole.columns()
                + rows[row + 2]
                + firstColumn;
    }

    private int target(int row) {
        return (rows[row + 1] * block.rows() + rows[row]) * block.columns() + rows[row + 2];
    }

    void copy(double[] doseGy, double[] out) {
        requireAll(doseGy.length);
        for (int r = 0; r < rows.length; r += ROW) {
            System.arraycopy(doseGy, source(r), out, target(r), rows[r + 3]);
        }
        requireFinite(out);
    }

    void copy(float[] doseGy, double[] out) {
        requireAll(doseGy.length);
        for (int r = 0; r < rows.length; r += ROW) {
            int from = source(r);
            int to = target(r);
            for (int i = 0; i < rows[r + 3]; i++) {
                out[to + i] = doseGy[from + i];
            }
        }
        requireFinite(out);
    }

    void copy(DoseGrid dose, double[] out) {
        GridGeometry g = dose.geometry();
        if (g != stated && !g.matches(stated, 0)) {
            throw new IllegalArgumentException("the dose is on another grid than the structure was prepared for");
        }
        for (int r = 0; r < rows.length; r += ROW) {
            dose.copyRowGy(
                    rows[r] + firstRow,
                    rows[r + 1] + firstFrame,
                    rows[r + 2] + firstColumn,
                    rows[r + 3],
                    out,
                    target(r));
        }
    }

    private void requireAll(int length) {
        if (length != whole.sampleCount()) {
            throw new IllegalArgumentException(
                    "the grid has " + whole.sampleCount() + " samples, but " + length + " were given");
        }
    }

    private void requireFinite(double[] out) {
        for (int r = 0; r < rows.length; r += ROW) {
            int from = target(r);
            double sum = 0;
            for (int i = from; i < from + rows[r + 3]; i++) {
                // Not a number, but for finite ones: those add 0.
                sum += out[i] * 0;
            }
            if (sum != 0) {
                throw new IllegalArgumentException("a dose sample is not finite");
            }
        }
    }
}
