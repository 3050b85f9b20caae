package org.cordonrt.illustration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cordonrt.plan.CtVolume;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;

/**
 * A CT sampled on several views at once: slice by slice, each read once and only where a view needs it. Between voxel
 * centres values are trilinear. Where slices are missing there is no value.
 */
final class CtRasters {
    /** A step between slices above this many usual ones has nothing in between that was ever scanned. */
    private static final double GAP_FACTOR = 1.5;

    private final GridGeometry grid;

    /** Frames in increasing order of their offsets. */
    private final int[] frames;

    private final double[] offsetsMm;
    private final double widestStepMm;

    /** One view: for each pixel its place in the grid, and what has been added up. */
    private final class Sampling {
        final float[] column;
        final float[] row;
        final float[] offset;
        final float[] sum;
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;

        Sampling(ViewPlane plane, int size) {
            int n = size * size;
            column = new float[n];
            row = new float[n];
            offset = new float[n];
            sum = new float[n];
            double pixel = plane.sizeMm() / size;
            for (int i = 0; i < n; i++) {
                Point3 p = plane.point(
                                plane.leftMm() + (i % size + 0.5) * pixel,
                                plane.topMm() + (Math.floorDiv(i, size) + 0.5) * pixel)
                        .minus(grid.origin());
                column[i] =
                        (float) (p.dot(grid.columnStep()) / grid.columnStep().dot(grid.columnStep()));
                row[i] = (float) (p.dot(grid.rowStep()) / grid.rowStep().dot(grid.rowStep()));
                offset[i] = (float) p.dot(grid.frameDirection());
                boolean inside = column[i] >= 0
                        && column[i] <= grid.columns() - 1
                        && row[i] >= 0
                        && row[i] <= grid.rows() - 1
                        && isCovered(offset[i]);
                if (inside) {
                    least = Math.min(least, offset[i]);
                    most = Math.max(most, offset[i]);
                } else {
                    sum[i] = Float.NaN;
                }
            }
        }
    }

    private CtRasters(GridGeometry grid) {
        this.grid = grid;
        int n = grid.frames();
        frames = new int[n];
        offsetsMm = new double[n];
        boolean descending = n > 1 && grid.frameOffsetMm(1) < grid.frameOffsetMm(0);
        for (int k = 0; k < n; k++) {
            frames[k] = descending ? n - 1 - k : k;
            offsetsMm[k] = grid.frameOffsetMm(frames[k]);
        }
        double[] steps = new double[Math.max(1, n - 1)];
        for (int k = 0; k + 1 < n; k++) {
            steps[k] = offsetsMm[k + 1] - offsetsMm[k];
        }
        Arrays.sort(steps);
        widestStepMm = GAP_FACTOR * steps[steps.length / 2];
    }

    private boolean isCovered(double offset) {
        int at = Arrays.binarySearch(offsetsMm, offset);
        int above = at >= 0 ? at : -at - 1;
        return at >= 0
                || above > 0 && above < offsetsMm.length && offsetsMm[above] - offsetsMm[above - 1] <= widestStepMm;
    }

    /**
     * @return one raster for each plane, in Hounsfield units; empty where the CT has nothing
     * @throws org.cordonrt.issue.CordonException when a slice cannot be read
     */
    static List<Optional<Raster>> of(CtVolume ct, List<ViewPlane> planes, int size) {
        CtRasters work = new CtRasters(ct.geometry());
        List<Sampling> views = new ArrayList<>();
        for (ViewPlane p : planes) {
            views.add(work.new Sampling(p, size));
        }
        for (int k = 0; k < work.frames.length; k++) {
            double low = k == 0 ? work.offsetsMm[0] : work.offsetsMm[k - 1];
            double high = k + 1 == work.frames.length ? work.offsetsMm[k] : work.offsetsMm[k + 1];
            List<Sampling> touched =
                    views.stream().filter(v -> v.least <= high && v.most >= low).toList();
            if (!touched.isEmpty()) {
                short[] hu = ct.hounsfield(work.frames[k]);
                for (Sampling v : touched) {
                    work.add(v, k, low, high, hu);
                }
            }
        }
        List<Optional<Raster>> rasters = new ArrayList<>();
        for (Sampling v : views) {
            Raster r = new Raster(size, v.sum);
            rasters.add(r.hasValues() ? Optional.of(r) : Optional.empty());
        }
        return rasters;
    }

    /** Adds what the k-th slice contributes: a hat function of the distance along the frames. */
    private void add(Sampling v, int k, double low, double high, short[] hu) {
        double here = offsetsMm[k];
        int columns = grid.columns();
        for (int i = 0; i < v.sum.length; i++) {
            double o = v.offset[i];
            double weight = o == here ? 1 : o < here ? (o - low) / (here - low) : (high - o) / (high - here);
            if (!(weight > 0) || Float.isNaN(v.sum[i])) {
                continue;
            }
            int c = Math.min((int) v.column[i], columns - 2);
            int r = Math.min((int) v.row[i], grid.rows() - 2);
            double s = v.column[i] - c;
            double t = v.row[i] - r;
            int at = r * columns + c;
            double top = hu[at] + s * (hu[at + 1] - hu[at]);
            double bottom = hu[at + columns] + s * (hu[at + columns + 1] - hu[at + columns]);
            v.sum[i] += (float) (weight * (top + t * (bottom - top)));
        }
    }
}
