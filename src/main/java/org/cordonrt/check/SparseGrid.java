package org.cordonrt.check;

import java.util.Optional;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;

/** Every n-th sample of a dose grid, as far as a solid needs them. */
final class SparseGrid {
    private static final int CORNERS = 8;

    private SparseGrid() {}

    /**
     * @param first index of the first sample kept along each axis, below {@code step}
     * @return empty when too few samples are left to make a grid around the solid
     */
    static Optional<DoseGrid> around(SlabSolid solid, DoseGrid dose, int step, int first) {
        GridGeometry g = dose.geometry();
        double[] box = indexBox(solid, g);
        int[] columns = kept(box[0], box[3], g.columns(), step, first);
        int[] rows = kept(box[1], box[4], g.rows(), step, first);
        int[] frames = kept(box[2], box[5], g.frames(), step, first);
        if (columns[1] < 2 || rows[1] < 2 || frames[1] < 2) {
            return Optional.empty();
        }
        double[] offsets = new double[frames[1]];
        for (int k = 0; k < offsets.length; k++) {
            offsets[k] = g.frameOffsetMm(frames[0] + step * k);
        }
        int wide = (columns[1] - 1) * step + 1;
        double[] row = new double[wide];
        double[] doseGy = new double[columns[1] * rows[1] * frames[1]];
        int next = 0;
        for (int k = 0; k < frames[1]; k++) {
            for (int j = 0; j < rows[1]; j++) {
                dose.copyRowGy(rows[0] + step * j, frames[0] + step * k, columns[0], wide, row, 0);
                for (int i = 0; i < wide; i += step) {
                    doseGy[next++] = row[i];
                }
            }
        }
        GridGeometry sparse = new GridGeometry(
                columns[1],
                rows[1],
                g.origin()
                        .plus(g.columnStep().times(columns[0]))
                        .plus(g.rowStep().times(rows[0])),
                g.columnStep().times(step),
                g.rowStep().times(step),
                g.frameDirection(),
                offsets);
        return Optional.of(DoseGrid.of(sparse, doseGy));
    }

    /** First kept index and number of kept ones: those around [low, high] and one more on each side. */
    private static int[] kept(double low, double high, int count, int step, int first) {
        int from = Math.max(0, (int) Math.floor((low - first) / step) - 1);
        int last = (count - 1 - first) / step;
        int to = Math.min(last, (int) Math.ceil((high - first) / step) + 1);
        return new int[] {first + step * from, Math.max(0, to - from + 1)};
    }

    /** The solid's box in sample indices: least column, row and frame, then greatest. */
    private static double[] indexBox(SlabSolid solid, GridGeometry g) {
        double[] box = {
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        for (Slab s : solid.slabs()) {
            for (int corner = 0; corner < CORNERS; corner++) {
                Point3 p = solid.frame()
                        .point(
                                (corner & 1) == 0
                                        ? s.region().minX()
                                        : s.region().maxX(),
                                (corner & 2) == 0
                                        ? s.region().minY()
                                        : s.region().maxY(),
                                (corner & 4) == 0 ? s.lowMm() : s.highMm())
                        .minus(g.origin());
                double[] at = {
                    p.dot(g.columnStep()) / g.columnStep().dot(g.columnStep()),
                    p.dot(g.rowStep()) / g.rowStep().dot(g.rowStep()),
                    frameIndex(g, p.dot(g.frameDirection()))
                };
                for (int d = 0; d < 3; d++) {
                    box[d] = Math.min(box[d], at[d]);
                    box[3 + d] = Math.max(box[3 + d], at[d]);
                }
            }
        }
        return box;
    }

    /** Between which frames an offset lies, as a number between their indices. */
    private static double frameIndex(GridGeometry g, double offset) {
        int below = 0;
        boolean up = g.frames() < 2 || g.frameOffsetMm(1) > g.frameOffsetMm(0);
        while (below < g.frames() && (up ? g.frameOffsetMm(below) <= offset : g.frameOffsetMm(below) >= offset)) {
            below++;
        }
        return below - 0.5;
    }
}
