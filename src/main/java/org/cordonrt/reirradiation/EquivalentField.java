package org.cordonrt.reirradiation;

import java.util.OptionalDouble;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.lq.LinearQuadratic;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.ejml.data.DMatrix3;
import org.ejml.data.DMatrix3x3;
import org.ejml.dense.fixed.CommonOps_DDF3;

/**
 * The EQD2 of one course as a function of a point in the frame of a solid. The dose is trilinear between samples, and
 * EQD2 grows with the dose, so the range over a box follows from the range of the dose, which a trilinear function takes
 * on at the corners of the parts that the cells cut from the box.
 */
final class EquivalentField {
    private final DoseGrid dose;
    private final int fractions;
    private final LinearQuadratic model;
    private final OptionalDouble outsideGy;

    /** Rows of the map from frame coordinates to (column, row, mm along the frames). */
    private final double[][] map = new double[3][3];

    private final double[] offset = new double[3];
    private final double[][] knots = new double[3][];
    private final boolean framesReversed;

    EquivalentField(DoseGrid dose, int fractions, LinearQuadratic model, OptionalDouble outsideGy, PlaneFrame frame) {
        this.dose = dose;
        this.fractions = fractions;
        this.model = model;
        this.outsideGy = outsideGy;
        GridGeometry g = dose.geometry();
        DMatrix3x3 toPatient = new DMatrix3x3();
        Point3[] steps = {g.columnStep(), g.rowStep(), g.frameDirection()};
        for (int c = 0; c < 3; c++) {
            toPatient.set(0, c, steps[c].x());
            toPatient.set(1, c, steps[c].y());
            toPatient.set(2, c, steps[c].z());
        }
        DMatrix3x3 toGrid = new DMatrix3x3();
        CommonOps_DDF3.invert(toPatient, toGrid);
        Point3[] axes = {frame.u(), frame.v(), frame.w()};
        for (int a = 0; a < 3; a++) {
            double[] column = times(toGrid, axes[a]);
            for (int r = 0; r < 3; r++) {
                map[r][a] = column[r];
            }
        }
        double[] origin = times(toGrid, g.origin());
        for (int r = 0; r < 3; r++) {
            offset[r] = -origin[r];
        }
        framesReversed = g.frames() > 1 && g.frameOffsetMm(1) < g.frameOffsetMm(0);
        int[] sizes = {g.columns(), g.rows(), g.frames()};
        for (int axis = 0; axis < 3; axis++) {
            knots[axis] = new double[sizes[axis]];
            for (int i = 0; i < sizes[axis]; i++) {
                knots[axis][i] = axis < 2 ? i : g.frameOffsetMm(framesReversed ? sizes[2] - 1 - i : i);
            }
        }
    }

    private static double[] times(DMatrix3x3 m, Point3 p) {
        DMatrix3 out = new DMatrix3();
        CommonOps_DDF3.mult(m, new DMatrix3(p.x(), p.y(), p.z()), out);
        return new double[] {out.a1, out.a2, out.a3};
    }

    /** EQD2 at a point in frame coordinates, Gy; outside the grid the assumed dose, or that of the nearest point. */
    double at(double a, double b, double c) {
        double[] p = new double[3];
        boolean inside = true;
        for (int r = 0; r < 3; r++) {
            double v = map[r][0] * a + map[r][1] * b + map[r][2] * c + offset[r];
            double first = knots[r][0];
            double last = knots[r][knots[r].length - 1];
            inside &= v >= first && v <= last;
            p[r] = Math.min(last, Math.max(first, v));
        }
        return eqd2(inside || outsideGy.isEmpty() ? trilinear(p[0], p[1], p[2]) : outsideGy.getAsDouble());
    }

    /**
     * Bounds of EQD2 over the part of a box that lies in the grid, widened by the assumed dose where a part does not.
     *
     * @param centre in frame coordinates
     * @param half half sides of the box, mm
     * @param aroundMm the field may lie elsewhere by up to this
     * @param out receives lower and upper bound, Gy; both are added to what is there
     */
    void addRange(double[] centre, double[] half, double aroundMm, double[] out) {
        double[][] nodes = new double[3][];
        boolean leaves = false;
        boolean touches = true;
        for (int r = 0; r < 3; r++) {
            double v = map[r][0] * centre[0] + map[r][1] * centre[1] + map[r][2] * centre[2] + offset[r];
            double reach = Math.abs(map[r][0]) * half[0]
                    + Math.abs(map[r][1]) * half[1]
                    + Math.abs(map[r][2]) * half[2]
                    + aroundMm * Math.sqrt(map[r][0] * map[r][0] + map[r][1] * map[r][1] + map[r][2] * map[r][2]);
            double first = knots[r][0];
            double last = knots[r][knots[r].length - 1];
            leaves |= v - reach < first || v + reach > last;
            touches &= v + reach >= first && v - reach <= last;
            double from = Math.min(last, Math.max(first, v - reach));
            double to = Math.min(last, Math.max(first, v + reach));
            nodes[r] = nodes(knots[r], from, to);
        }
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        if (touches || outsideGy.isEmpty()) {
            for (double z : nodes[2]) {
                for (double y : nodes[1]) {
                    for (double x : nodes[0]) {
                        double d = trilinear(x, y, z);
                        least = Math.min(least, d);
                        most = Math.max(most, d);
                    }
                }
            }
        }
        if (leaves && outsideGy.isPresent()) {
            least = Math.min(least, outsideGy.getAsDouble());
            most = Math.max(most, outsideGy.getAsDouble());
        }
        out[0] += eqd2(least);
        out[1] += eqd2(most);
    }

    /** Both ends and every knot between them. */
    private static double[] nodes(double[] knots, double from, double to) {
        int first = lastAtMost(knots, from) + 1;
        int end = first;
        while (end < knots.length && knots[end] < to) {
            end++;
        }
        double[] nodes = new double[end - first + 2];
        nodes[0] = from;
        System.arraycopy(knots, first, nodes, 1, end - first);
        nodes[nodes.length - 1] = to;
        return nodes;
    }

    private static int lastAtMost(double[] knots, double v) {
        int low = 0;
        int high = knots.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (knots[middle] <= v) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private double trilinear(double x, double y, double z) {
        int i = cell(knots[0], x);
        int j = cell(knots[1], y);
        int k = cell(knots[2], z);
        double fx = share(knots[0], i, x);
        double fy = share(knots[1], j, y);
        double fz = share(knots[2], k, z);
        double sum = 0;
        for (int dk = 0; dk <= (fz > 0 ? 1 : 0); dk++) {
            for (int dj = 0; dj <= (fy > 0 ? 1 : 0); dj++) {
                for (int di = 0; di <= (fx > 0 ? 1 : 0); di++) {
                    double weight = (di == 0 ? 1 - fx : fx) * (dj == 0 ? 1 - fy : fy) * (dk == 0 ? 1 - fz : fz);
                    int frame = framesReversed ? knots[2].length - 1 - (k + dk) : k + dk;
                    sum += weight * dose.doseGy(i + di, j + dj, frame);
                }
            }
        }
        return sum;
    }

    private static int cell(double[] knots, double v) {
        return Math.max(0, Math.min(knots.length - 2, lastAtMost(knots, v)));
    }

    private static double share(double[] knots, int cell, double v) {
        return knots.length == 1 ? 0 : (v - knots[cell]) / (knots[cell + 1] - knots[cell]);
    }

    private double eqd2(double doseGy) {
        return model.eqd2Gy(Math.max(0, doseGy), fractions);
    }
}
