package org.cordonrt.dvh;

import java.util.Arrays;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/** A solid's parts and where the corners of their cells lie in the block of samples that is copied from each dose. */
final class PreparedCells {
    /** Parts are at most about this large along any axis, mm: the dose in them is linear to a few hundredths of a gray. */
    private static final double PART_MM = 1.3;

    /** Parts of very large solids stay as large as cells. */
    private static final double MOST_PARTS = 400_000;

    private final Dvh ordinary;
    private final @Nullable PartTable parts;
    private final GridAxes axes;

    /** Offset of the corner with the least index in the block, of each cell. */
    private int[] lowest = new int[0];

    /** From that corner to corner 0, and on along A, B and C. */
    private int first;

    private final int[] step = new int[3];

    private PreparedCells(Dvh ordinary, @Nullable PartTable parts, GridAxes axes) {
        this.ordinary = ordinary;
        this.parts = parts;
        this.axes = axes;
    }

    static PreparedCells of(SlabSolid solid, SampleWindow window, DvhOptions options) {
        GridGeometry block = window.block();
        GridAxes axes = new GridAxes(block, solid.frame());
        Dvh ordinary = Dvh.of(solid, DoseGrid.of(block, new float[window.size()]), options);
        boolean[] isNeeded = new boolean[window.size()];
        if (!axes.isAligned() || !ordinary.isCovered()) {
            Arrays.fill(isNeeded, true);
            window.need(isNeeded);
            return new PreparedCells(ordinary, null, axes);
        }
        int[] finer = {1, 1};
        int[] perDirection = {1, 1, 1};
        double[] spacingMm = {block.columnStep().norm(), block.rowStep().norm(), block.widestSpacingMm()};
        for (int axis = 0; axis < 2; axis++) {
            int dir = axes.directionOf(axis);
            if (solid.volumeCc() * 1000 < MOST_PARTS) {
                finer[axis] = (int) Math.max(1, Math.ceil(spacingMm[dir] / PART_MM - 1e-9));
            }
            perDirection[dir] = finer[axis];
        }
        GridGeometry fine = divided(block, perDirection);
        SolidCells fineCells = SolidCells.of(solid, new GridAxes(fine, solid.frame()));
        DoseGrid nothing = DoseGrid.of(fine, new float[fine.sampleCount()]);
        PartTable parts = PartTable.of(fineCells, sink -> fineCells.walk(nothing, sink), finer, axes.knots(2), PART_MM);
        PreparedCells cells = new PreparedCells(ordinary, parts, axes);
        cells.place(parts, block, isNeeded);
        window.need(isNeeded);
        return cells;
    }

    private static GridGeometry divided(GridGeometry g, int[] times) {
        double[] offsets = new double[(g.frames() - 1) * times[2] + 1];
        for (int k = 0; k < offsets.length; k++) {
            int from = k / times[2];
            double share = (double) (k % times[2]) / times[2];
            offsets[k] = g.frameOffsetMm(from)
                    + (share == 0 ? 0 : share * (g.frameOffsetMm(from + 1) - g.frameOffsetMm(from)));
        }
        return new GridGeometry(
                (g.columns() - 1) * times[0] + 1,
                (g.rows() - 1) * times[1] + 1,
                g.origin(),
                g.columnStep().times(1.0 / times[0]),
                g.rowStep().times(1.0 / times[1]),
                g.frameDirection(),
                offsets);
    }

    private void place(PartTable table, GridGeometry block, boolean[] isNeeded) {
        int[] strides = {1, block.columns(), block.columns() * block.rows()};
        for (int axis = 0; axis < 3; axis++) {
            int dir = axes.directionOf(axis);
            int back = axes.sampleIndex(dir, 0);
            int on = axes.sampleIndex(dir, 1);
            step[axis] = on > back ? strides[dir] : -strides[dir];
            first -= Math.min(0, step[axis]);
        }
        lowest = new int[table.cells()];
        for (int i = 0; i < lowest.length; i++) {
            int at = axes.sampleIndex(axes.directionOf(0), table.cellA(i)) * strides[axes.directionOf(0)]
                    + axes.sampleIndex(axes.directionOf(1), table.cellB(i)) * strides[axes.directionOf(1)]
                    + axes.sampleIndex(axes.directionOf(2), table.cellC(i)) * strides[axes.directionOf(2)];
            lowest[i] = at - first;
            for (int corner = 0; corner < 8; corner++) {
                isNeeded[corner(i, corner)] = true;
            }
        }
    }

    /** What computes all that is not prepared. */
    Dvh ordinary() {
        return ordinary;
    }

    /** Null where nothing can be prepared. */
    @Nullable
    PartTable parts() {
        return parts;
    }

    /** Offset in the block of the corner with the least index. */
    int lowest(int cell) {
        return lowest[cell];
    }

    /** Offset in the block of a corner; bit 0 of its number is A, bit 1 B, bit 2 C. */
    int corner(int cell, int corner) {
        return lowest[cell] + first + (corner & 1) * step[0] + ((corner >> 1) & 1) * step[1] + (corner >> 2) * step[2];
    }

    /** The patient point at a place in a cell, as shares of it. */
    Point3 point(PartTable table, int cell, double x, double y, double z) {
        return axes.patientPoint(
                between(0, table.cellA(cell), x), between(1, table.cellB(cell), y), between(2, table.cellC(cell), z));
    }

    private double between(int axis, int cell, double share) {
        double[] knots = axes.knots(axis);
        return knots[cell] + share * (knots[cell + 1] - knots[cell]);
    }

    /** The mean dose as a weighted sum of the samples of the block: their weights, which add up to 1. */
    double[] meanWeights(PartTable table, int size) {
        double[] weights = new double[size];
        double sum = 0;
        Prisms prisms = table.prisms();
        double[] n = table.numbers();
        for (int cell = 0; cell < table.cells(); cell++) {
            for (int part = table.from(cell); part < table.to(cell); part++) {
                int o = part * PartTable.NUMBERS;
                double x = n[o] + 0.5;
                double y = n[o + 1] + 0.5;
                double z = n[o + 2] + 0.5;
                double xy = x * y;
                int p = table.prism(part);
                if (p >= 0) {
                    double perX = n[o + 3] / (prisms.maxX(p) - prisms.minX(p));
                    double perY = n[o + 4] / (prisms.maxY(p) - prisms.minY(p));
                    double x0 = x - n[o + 3] / 2 - prisms.minX(p) * perX;
                    double y0 = y - n[o + 4] / 2 - prisms.minY(p) * perY;
                    double mx = prisms.momentX(p) / prisms.area(p);
                    double my = prisms.momentY(p) / prisms.area(p);
                    double mxy = prisms.momentXy(p) / prisms.area(p);
                    x = x0 + perX * mx;
                    y = y0 + perY * my;
                    xy = x0 * y0 + x0 * perY * my + y0 * perX * mx + perX * perY * mxy;
                }
                double mm3 = n[o + PartTable.MM3];
                double[] flat = {1 - x - y + xy, x - xy, y - xy, xy};
                for (int corner = 0; corner < 8; corner++) {
                    weights[corner(cell, corner)] += mm3 * flat[corner & 3] * (corner < 4 ? 1 - z : z);
                }
                sum += mm3;
            }
        }
        for (int i = 0; i < size; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
