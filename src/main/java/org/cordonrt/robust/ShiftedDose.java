package org.cordonrt.robust;

import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.plan.Point3;

/**
 * The dose that a part of a solid may receive at the shifts of a box. Part and box are boxes themselves, the one along
 * the solid's frame, the other along axes of its own; together they reach over a box of the dose grid, which {@link
 * DoseBox} bounds. Not thread-safe.
 */
final class ShiftedDose {
    /** What was found of the last part looked at. */
    final DoseBox dose;

    /** The slopes of the linear function over it along the solid's frame and along the shifts' axes, Gy per mm. */
    final double[] slope = new double[3];

    final double[] rate = new double[3];

    private final Point3[] axes;

    /** Dose samples for each mm along the solid's frame and along the shifts' axes, in rows of three, and at rest. */
    private final double[] perFrame = new double[9];

    private final double[] perAxis = new double[9];
    private final double[] offset = new double[3];

    /** Components of the shifts' axes (rows) along the solid's frame. */
    private final double[] axisInFrame = new double[9];

    private final double[] middle = new double[3];
    private final double[] half = new double[3];
    private final double[] reach = new double[3];
    private long looks;

    /** @param axes orthogonal unit vectors along which shifts are given */
    ShiftedDose(DoseBlock block, PlaneFrame f, Point3[] axes) {
        this.dose = new DoseBox(block);
        this.axes = axes.clone();
        double[] place = block.placing(Displacement.NONE.affine(new Point3(0, 0, 0)));
        Point3[] frame = {f.u(), f.v(), f.w()};
        for (int r = 0; r < 3; r++) {
            Point3 p = new Point3(place[4 * r], place[4 * r + 1], place[4 * r + 2]);
            for (int d = 0; d < 3; d++) {
                perFrame[3 * r + d] = p.dot(frame[d]);
                perAxis[3 * r + d] = p.dot(axes[d]);
                axisInFrame[3 * r + d] = axes[r].dot(frame[d]);
            }
            offset[r] = place[4 * r + 3];
        }
    }

    /** Half widths of the box of shifts that parts are looked at with, along the axes, mm. */
    void setReach(double[] q) {
        for (int r = 0; r < 3; r++) {
            reach[r] = Math.abs(perAxis[3 * r]) * q[0]
                    + Math.abs(perAxis[3 * r + 1]) * q[1]
                    + Math.abs(perAxis[3 * r + 2]) * q[2];
        }
    }

    /**
     * Looks at the dose that a part can receive.
     *
     * @param m0 middle of the part in the solid's frame, mm
     * @param h0 half widths, mm
     * @param centre of the box of shifts
     * @return false where there is none
     */
    boolean over(double m0, double m1, double m2, double h0, double h1, double h2, double[] centre) {
        place(m0, m1, m2, h0, h1, h2, centre);
        return dose.over(middle, half);
    }

    /** As {@link #over}, for the extremes only. */
    boolean range(double m0, double m1, double m2, double h0, double h1, double h2, double[] centre) {
        place(m0, m1, m2, h0, h1, h2, centre);
        return dose.range(middle, half);
    }

    private void place(double m0, double m1, double m2, double h0, double h1, double h2, double[] centre) {
        looks++;
        for (int r = 0; r < 3; r++) {
            int o = 3 * r;
            middle[r] = offset[r]
                    + perFrame[o] * m0
                    + perFrame[o + 1] * m1
                    + perFrame[o + 2] * m2
                    + perAxis[o] * centre[0]
                    + perAxis[o + 1] * centre[1]
                    + perAxis[o + 2] * centre[2];
            half[r] = reach[r]
                    + Math.abs(perFrame[o]) * h0
                    + Math.abs(perFrame[o + 1]) * h1
                    + Math.abs(perFrame[o + 2]) * h2;
        }
    }

    /** The linear function in the middle of the part at the middle of the box, Gy. */
    double linearGy() {
        return dose.linearGy(middle);
    }

    /** Sets {@link #slope} and {@link #rate}; by how much the linear function changes over half a box of shifts, Gy. */
    double slopes(double[] q) {
        double most = 0;
        for (int d = 0; d < 3; d++) {
            slope[d] = 0;
            rate[d] = 0;
            for (int r = 0; r < 3; r++) {
                slope[d] += dose.slope[r] * perFrame[3 * r + d];
                rate[d] += dose.slope[r] * perAxis[3 * r + d];
            }
            most += Math.abs(rate[d]) * q[d];
        }
        return most;
    }

    /** A vector along the shifts' axes, along the solid's frame. */
    void toFrame(double[] alongAxes, double[] alongFrame) {
        for (int f = 0; f < 3; f++) {
            alongFrame[f] = axisInFrame[f] * alongAxes[0]
                    + axisInFrame[3 + f] * alongAxes[1]
                    + axisInFrame[6 + f] * alongAxes[2];
        }
    }

    /** A vector along the solid's frame, along the shifts' axes. */
    void toAxes(double[] alongFrame, double[] alongAxes) {
        for (int d = 0; d < 3; d++) {
            alongAxes[d] = axisInFrame[3 * d] * alongFrame[0]
                    + axisInFrame[3 * d + 1] * alongFrame[1]
                    + axisInFrame[3 * d + 2] * alongFrame[2];
        }
    }

    /** Half widths of a box along the solid's frame around a box along the shifts' axes. */
    void aroundInFrame(double[] q, double[] around) {
        for (int f = 0; f < 3; f++) {
            around[f] = Math.abs(axisInFrame[f]) * q[0]
                    + Math.abs(axisInFrame[3 + f]) * q[1]
                    + Math.abs(axisInFrame[6 + f]) * q[2];
        }
    }

    /** Sums over the solid's frame of what each mm adds, for the half widths of a box, told apart by its axes. */
    void spare(double[] perMm, double[] q, double[] byAxis) {
        for (int d = 0; d < 3; d++) {
            byAxis[d] = q[d]
                    * (Math.abs(axisInFrame[3 * d]) * perMm[0]
                            + Math.abs(axisInFrame[3 * d + 1]) * perMm[1]
                            + Math.abs(axisInFrame[3 * d + 2]) * perMm[2]);
        }
    }

    /** The patient-space shift of coordinates along the axes, mm. */
    Point3 point(double[] along) {
        return axes[0].times(along[0]).plus(axes[1].times(along[1])).plus(axes[2].times(along[2]));
    }

    /** How many parts were looked at. */
    long looks() {
        return looks;
    }
}
