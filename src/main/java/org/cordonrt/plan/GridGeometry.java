package org.cordonrt.plan;

import java.util.Objects;

/**
 * Where the samples of a dose grid lie: {@code columns x rows x frames} sample centres. The centre of sample
 * (column i, row j, frame k) is {@code origin + i columnStep + j rowStep + frameOffsetsMm[k] frameDirection}.
 *
 * <p>The three directions are orthogonal; frame offsets are strictly monotonic but need not be equidistant. Immutable
 * and thread-safe.
 */
public final class GridGeometry {
    /** Largest allowed |cos| between two axes: a tenth of a milliradian, above the rounding of exported cosines. */
    private static final double ORTHOGONALITY = 1e-4;

    private final int columns;
    private final int rows;
    private final Point3 origin;
    private final Point3 columnStep;
    private final Point3 rowStep;
    private final Point3 frameDirection;
    private final double[] frameOffsetsMm;

    /**
     * @param columns samples along a row, at least 1
     * @param rows rows in a frame, at least 1
     * @param origin centre of sample (0, 0) in the plane of frame offset 0, mm
     * @param columnStep from one column to the next, mm
     * @param rowStep from one row to the next, mm
     * @param frameDirection unit vector along which frame offsets count
     * @param frameOffsetsMm offset of each frame, strictly increasing or strictly decreasing; copied
     * @throws IllegalArgumentException if sizes are not positive, steps are zero or not orthogonal, or offsets are not
     *     strictly monotonic
     */
    public GridGeometry(
            int columns,
            int rows,
            Point3 origin,
            Point3 columnStep,
            Point3 rowStep,
            Point3 frameDirection,
            double[] frameOffsetsMm) {
        this.columns = columns;
        this.rows = rows;
        this.origin = Objects.requireNonNull(origin, "origin");
        this.columnStep = Objects.requireNonNull(columnStep, "columnStep");
        this.rowStep = Objects.requireNonNull(rowStep, "rowStep");
        this.frameDirection = Objects.requireNonNull(frameDirection, "frameDirection");
        this.frameOffsetsMm = frameOffsetsMm.clone();
        if (columns < 1 || rows < 1 || frameOffsetsMm.length < 1) {
            throw new IllegalArgumentException(
                    "a dose grid needs samples, not " + columns + " x " + rows + " x " + frameOffsetsMm.length);
        }
        if (!origin.isFinite() || !columnStep.isFinite() || !rowStep.isFinite() || !frameDirection.isFinite()) {
            throw new IllegalArgumentException("the dose grid's position is not finite");
        }
        requireUsable("column spacing", columnStep.norm());
        requireUsable("row spacing", rowStep.norm());
        if (Math.abs(frameDirection.norm() - 1) > ORTHOGONALITY) {
            throw new IllegalArgumentException("the frame direction is not a unit vector");
        }
        requireOrthogonal(columnStep, rowStep);
        requireOrthogonal(columnStep, frameDirection);
        requireOrthogonal(rowStep, frameDirection);
        double sign = frames() > 1 ? Math.signum(frameOffsetsMm[1] - frameOffsetsMm[0]) : 1;
        for (int k = 0; k < frames(); k++) {
            if (!Double.isFinite(frameOffsetsMm[k])) {
                throw new IllegalArgumentException("frame offset " + k + " is not finite");
            }
            if (k > 0 && !(sign * (frameOffsetsMm[k] - frameOffsetsMm[k - 1]) > 0)) {
                throw new IllegalArgumentException("frame offsets are not strictly monotonic at frame " + k);
            }
        }
    }

    /**
     * The usual grid: columns along x, rows along y, frames along z, at equal distances.
     *
     * @param columns samples along x, at least 1
     * @param rows samples along y, at least 1
     * @param frames samples along z, at least 1
     * @param firstCentre centre of sample (0, 0, 0), which has the least x, y and z, mm
     * @param spacingMm distance of neighbouring samples along x, y and z, mm, above 0
     * @throws IllegalArgumentException if a size or spacing is not positive
     */
    public static GridGeometry axial(int columns, int rows, int frames, Point3 firstCentre, Point3 spacingMm) {
        if (frames < 1) {
            throw new IllegalArgumentException("a dose grid needs frames, not " + frames);
        }
        requireUsable("frame spacing", spacingMm.z());
        requireUsable("column spacing", spacingMm.x());
        requireUsable("row spacing", spacingMm.y());
        double[] offsetsMm = new double[frames];
        for (int k = 0; k < frames; k++) {
            offsetsMm[k] = k * spacingMm.z();
        }
        return new GridGeometry(
                columns,
                rows,
                firstCentre,
                new Point3(spacingMm.x(), 0, 0),
                new Point3(0, spacingMm.y(), 0),
                new Point3(0, 0, 1),
                offsetsMm);
    }

    private static void requireUsable(String what, double mm) {
        if (!(mm > 1e-6 && mm < 1e6)) {
            throw new IllegalArgumentException("the " + what + " is " + mm + " mm");
        }
    }

    private static void requireOrthogonal(Point3 a, Point3 b) {
        if (Math.abs(a.dot(b)) > ORTHOGONALITY * a.norm() * b.norm()) {
            throw new IllegalArgumentException("the dose grid's axes are not orthogonal");
        }
    }

    /** Samples along a row. */
    public int columns() {
        return columns;
    }

    /** Rows in a frame. */
    public int rows() {
        return rows;
    }

    /** Number of frames. */
    public int frames() {
        return frameOffsetsMm.length;
    }

    /** Centre of sample (0, 0) in the plane of frame offset 0, mm. */
    public Point3 origin() {
        return origin;
    }

    /** From one column to the next, mm. */
    public Point3 columnStep() {
        return columnStep;
    }

    /** From one row to the next, mm. */
    public Point3 rowStep() {
        return rowStep;
    }

    /** Unit vector along which frame offsets count. */
    public Point3 frameDirection() {
        return frameDirection;
    }

    /** Offset of a frame, mm. */
    public double frameOffsetMm(int frame) {
        return frameOffsetsMm[frame];
    }

    /** A copy of the offsets of all frames, mm. */
    public double[] frameOffsetsMm() {
        return frameOffsetsMm.clone();
    }

    /** The same grid, moved. */
    public GridGeometry movedBy(Point3 mm) {
        return new GridGeometry(columns, rows, origin.plus(mm), columnStep, rowStep, frameDirection, frameOffsetsMm);
    }

    /** Largest distance of neighbouring samples along any axis, mm. */
    public double widestSpacingMm() {
        double widest = Math.max(columnStep.norm(), rowStep.norm());
        for (int k = 1; k < frames(); k++) {
            widest = Math.max(widest, Math.abs(frameOffsetsMm[k] - frameOffsetsMm[k - 1]));
        }
        return widest;
    }

    /** Number of samples, which a Java array can hold. */
    public int sampleCount() {
        return Math.multiplyExact(Math.multiplyExact(columns, rows), frames());
    }

    /** The centre of a sample, mm, LPS. */
    public Point3 centre(int column, int row, int frame) {
        return origin.plus(columnStep.times(column))
                .plus(rowStep.times(row))
                .plus(frameDirection.times(frameOffsetsMm[frame]));
    }

    /** Whether both grids have their samples at the same places, to {@code toleranceMm}. */
    public boolean matches(GridGeometry o, double toleranceMm) {
        if (columns != o.columns || rows != o.rows || frames() != o.frames()) {
            return false;
        }
        int c = columns - 1;
        int r = rows - 1;
        for (int k = 0; k < frames(); k++) {
            if (centre(0, 0, k).distanceTo(o.centre(0, 0, k)) > toleranceMm
                    || centre(c, 0, k).distanceTo(o.centre(c, 0, k)) > toleranceMm
                    || centre(0, r, k).distanceTo(o.centre(0, r, k)) > toleranceMm) {
                return false;
            }
        }
        return true;
    }
}
