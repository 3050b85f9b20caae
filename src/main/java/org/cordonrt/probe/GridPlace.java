package org.cordonrt.probe;

import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;

/** Patient points in the axes of a dose grid: columns and rows counted, frames in the order of their offsets. Immutable. */
final class GridPlace {
    private final GridGeometry grid;
    private final Point3 columnAxis;
    private final Point3 rowAxis;
    private final Point3 frameAxis;
    private final boolean descending;

    GridPlace(GridGeometry grid) {
        this.grid = grid;
        // The dual basis, so that axes that are orthogonal only to a tenth of a milliradian are inverted exactly.
        Point3 a = grid.columnStep();
        Point3 b = grid.rowStep();
        Point3 c = grid.frameDirection();
        double det = a.dot(b.cross(c));
        columnAxis = b.cross(c).times(1 / det);
        rowAxis = c.cross(a).times(1 / det);
        frameAxis = a.cross(b).times(1 / det);
        descending = grid.frames() > 1 && grid.frameOffsetMm(1) < grid.frameOffsetMm(0);
    }

    double column(Point3 p) {
        return p.minus(grid.origin()).dot(columnAxis);
    }

    double row(Point3 p) {
        return p.minus(grid.origin()).dot(rowAxis);
    }

    /** Offset along the frames, mm. */
    double offset(Point3 p) {
        return p.minus(grid.origin()).dot(frameAxis);
    }

    Point3 point(double column, double row, double offsetMm) {
        return grid.origin()
                .plus(grid.columnStep().times(column))
                .plus(grid.rowStep().times(row))
                .plus(grid.frameDirection().times(offsetMm));
    }

    /** Offset of the k-th frame in increasing order. */
    double sortedOffset(int k) {
        return grid.frameOffsetMm(frame(k));
    }

    /** Number of the k-th frame in increasing order. */
    int frame(int k) {
        return descending ? grid.frames() - 1 - k : k;
    }

    /** The last k whose frame lies at or below an offset, kept within the cells; -1 below all. */
    int frameBelow(double offsetMm) {
        int low = -1;
        int high = grid.frames();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (sortedOffset(middle) <= offsetMm) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
