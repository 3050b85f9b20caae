package org.cordonrt.dvh;

import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.ejml.data.DMatrix3;
import org.ejml.data.DMatrix3x3;
import org.ejml.dense.fixed.CommonOps_DDF3;

/**
 * A dose grid seen from a solid: three axes A, B, C, of which C is the one that the solid's planes are stacked along
 * when there is such a one. A point has one axis coordinate for each: column and row number for those directions, mm for
 * the frames. The samples lie at the knots, which increase.
 */
final class GridAxes {
    /** A direction this close to an axis, per mm, moves less than a micrometre over a metre. */
    private static final double PARALLEL = 1e-9;

    private final GridGeometry grid;
    private final DMatrix3x3 toPatient = new DMatrix3x3();
    private final DMatrix3x3 toAxes = new DMatrix3x3();

    /** Grid direction (0 column, 1 row, 2 frame) of A, B and C. */
    private final int[] direction;

    private final double[][] knots = new double[3][];
    private final boolean framesReversed;
    private final boolean aligned;
    private final double unitMm3;

    GridAxes(GridGeometry grid, PlaneFrame frame) {
        this.grid = grid;
        setColumn(toPatient, 0, grid.columnStep());
        setColumn(toPatient, 1, grid.rowStep());
        setColumn(toPatient, 2, grid.frameDirection());
        CommonOps_DDF3.invert(toPatient, toAxes);
        unitMm3 = Math.abs(CommonOps_DDF3.det(toPatient));
        framesReversed = grid.frames() > 1 && grid.frameOffsetMm(1) < grid.frameOffsetMm(0);
        int stacked = stackedDirection(frame);
        aligned = stacked >= 0;
        direction = switch (stacked) {
            case 0 -> new int[] {1, 2, 0};
            case 1 -> new int[] {0, 2, 1};
            default -> new int[] {0, 1, 2};
        };
        for (int axis = 0; axis < 3; axis++) {
            knots[axis] = knotsOf(direction[axis]);
        }
    }

    private static void setColumn(DMatrix3x3 m, int column, Point3 p) {
        m.set(0, column, p.x());
        m.set(1, column, p.y());
        m.set(2, column, p.z());
    }

    /** The grid direction along the frame's normal, when the other two span the frame's planes; else -1. */
    private int stackedDirection(PlaneFrame frame) {
        double[] w = axesOfVector(frame.w());
        double[] u = axesOfVector(frame.u());
        double[] v = axesOfVector(frame.v());
        for (int d = 0; d < 3; d++) {
            if (isZero(w[(d + 1) % 3]) && isZero(w[(d + 2) % 3]) && isZero(u[d]) && isZero(v[d])) {
                return d;
            }
        }
        return -1;
    }

    private static boolean isZero(double v) {
        return Math.abs(v) <= PARALLEL;
    }

    private double[] axesOfVector(Point3 p) {
        DMatrix3 out = new DMatrix3();
        CommonOps_DDF3.mult(toAxes, new DMatrix3(p.x(), p.y(), p.z()), out);
        return new double[] {out.a1, out.a2, out.a3};
    }

    private double[] knotsOf(int dir) {
        int n = dir == 0 ? grid.columns() : dir == 1 ? grid.rows() : grid.frames();
        double[] k = new double[n];
        for (int i = 0; i < n; i++) {
            k[i] = dir < 2 ? i : grid.frameOffsetMm(framesReversed ? n - 1 - i : i);
        }
        return k;
    }

    /** Whether the solid's planes are parallel to two axes, so that C runs along their normal. */
    boolean isAligned() {
        return aligned;
    }

    /** Sample positions along an axis (0 A, 1 B, 2 C), increasing; the caller must not write to them. */
    double[] knots(int axis) {
        return knots[axis];
    }

    /** Number of cells along an axis. */
    int cells(int axis) {
        return knots[axis].length - 1;
    }

    /** The smallest distance between neighbouring samples, mm. */
    double smallestSpacingMm() {
        double least = Math.min(grid.columnStep().norm(), grid.rowStep().norm());
        for (int k = 1; k < grid.frames(); k++) {
            least = Math.min(least, Math.abs(grid.frameOffsetMm(k) - grid.frameOffsetMm(k - 1)));
        }
        return least;
    }

    /** Volume of one unit of A times one of B times one of C, mm3. */
    double unitMm3() {
        return unitMm3;
    }

    /** Axis coordinates (A, B, C) of a patient point. */
    double[] axesOf(Point3 p) {
        return permuted(axesOfVector(p.minus(grid.origin())));
    }

    /** Axis components (A, B, C) of a patient vector. */
    double[] axesOfDirection(Point3 p) {
        return permuted(axesOfVector(p));
    }

    private double[] permuted(double[] byDirection) {
        return new double[] {byDirection[direction[0]], byDirection[direction[1]], byDirection[direction[2]]};
    }

    /** The patient point with axis coordinates (a, b, c). */
    Point3 patientPoint(double a, double b, double c) {
        double[] byDirection = new double[3];
        byDirection[direction[0]] = a;
        byDirection[direction[1]] = b;
        byDirection[direction[2]] = c;
        return grid.origin()
                .plus(grid.columnStep().times(byDirection[0]))
                .plus(grid.rowStep().times(byDirection[1]))
                .plus(grid.frameDirection().times(byDirection[2]));
    }

    /** Index of the sample at a knot of a grid direction. */
    int sampleIndex(int dir, int knot) {
        return dir == 2 && framesReversed ? grid.frames() - 1 - knot : knot;
    }

    int directionOf(int axis) {
        return direction[axis];
    }
}
