package org.cordonrt.dvh;

import java.util.Arrays;

/**
 * The volume of one piece above a dose d as a sum of w (t - d)^3 over those corners whose dose t is above d: what a
 * linear function on a polytope has, wherever no edge of it is level. Reused from piece to piece; not thread-safe.
 *
 * <p>Lawrence, doi:10.1090/S0025-5718-1991-1079024-2, has it for any polytope; here it is written out for a box and for
 * a polygon over a height.
 */
final class TruncatedCubes {
    private double[] at = new double[64];
    private double[] weight = new double[64];
    private int size;
    private double weights;

    int size() {
        return size;
    }

    /** Dose of a corner, Gy. */
    double at(int i) {
        return at[i];
    }

    /** What the cube above that corner counts for, mm3/Gy3. */
    double weight(int i) {
        return weight[i];
    }

    /** Sum of the weights without their signs; not finite when the volume has no such form. */
    double weights() {
        return weights;
    }

    void clear() {
        size = 0;
        weights = 0;
    }

    void add(double gy, double w) {
        if (size == at.length) {
            at = Arrays.copyOf(at, 2 * size);
            weight = Arrays.copyOf(weight, 2 * size);
        }
        at[size] = gy;
        weight[size++] = w;
        weights += Math.abs(w);
    }

    /** How far a tilt moves the function at most, as a share of the tilt: by half of it along each of three axes. */
    static final double MOVED = 1.5;

    /**
     * Takes on the linear part of a {@link Trilinear} function on a box.
     *
     * @param tiltGy what the function rises more across the box in each direction, so that no edge is level; 0 or more
     */
    void box(double[] f, int from, double mm3, double tiltGy) {
        clear();
        double a = Math.abs(f[from + Trilinear.A]) + tiltGy;
        double b = Math.abs(f[from + Trilinear.B]) + tiltGy;
        double c = Math.abs(f[from + Trilinear.C]) + tiltGy;
        double w = mm3 / (6 * a * b * c);
        double least = f[from] - (a + b + c) / 2;
        add(least, -w);
        add(least + a, w);
        add(least + b, w);
        add(least + c, w);
        add(least + a + b, -w);
        add(least + a + c, -w);
        add(least + b + c, -w);
        add(least + a + b + c, w);
    }
}
