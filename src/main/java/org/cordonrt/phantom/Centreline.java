package org.cordonrt.phantom;

import java.util.SplittableRandom;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;

/**
 * The middle of the cord: x and y for each z. Cubic splines through control points drawn from a seed, plus a slant in
 * the sagittal plane. Immutable.
 */
final class Centreline {
    /** Distance of control points along z, mm: about two vertebrae, so that the cord bends as gently as a real one. */
    private static final double KNOT_SPACING_MM = 40;

    /** Largest sideways displacement of a control point, mm. */
    private static final double SCOLIOSIS_MM = 2.5;

    /** Largest displacement of a control point to the front or back, mm. */
    private static final double KYPHOSIS_MM = 5;

    private final double x0;
    private final double y0;
    private final double z0;
    private final double slope;
    private final PolynomialSplineFunction x;
    private final PolynomialSplineFunction y;
    private final PolynomialSplineFunction dx;
    private final PolynomialSplineFunction dy;

    /**
     * @param x0 middle, mm
     * @param y0 middle, mm
     * @param z0 middle, mm
     * @param halfLengthMm how far from z0 the line must reach
     * @param bends 0 for a straight line, 1 for the full bends
     */
    Centreline(double x0, double y0, double z0, double halfLengthMm, long seed, double bends, double slantDegrees) {
        this.x0 = x0;
        this.y0 = y0;
        this.z0 = z0;
        this.slope = StrictMath.tan(StrictMath.toRadians(slantDegrees));
        int reach = Math.max(1, (int) Math.ceil(halfLengthMm / KNOT_SPACING_MM));
        int knots = 2 * reach + 1;
        SplittableRandom random = new SplittableRandom(seed);
        double[] z = new double[knots];
        double[] xs = new double[knots];
        double[] ys = new double[knots];
        for (int i = 0; i < knots; i++) {
            z[i] = (i - reach) * KNOT_SPACING_MM;
            xs[i] = bends * SCOLIOSIS_MM * (2 * random.nextDouble() - 1);
            ys[i] = bends * KYPHOSIS_MM * (2 * random.nextDouble() - 1);
        }
        SplineInterpolator spline = new SplineInterpolator();
        this.x = spline.interpolate(z, xs);
        this.y = spline.interpolate(z, ys);
        this.dx = x.polynomialSplineDerivative();
        this.dy = y.polynomialSplineDerivative();
    }

    double x(double z) {
        return x0 + x.value(z - z0);
    }

    double y(double z) {
        return y0 + y.value(z - z0) + slope * (z - z0);
    }

    /** How much longer an axial section of a tube along this line is than its cross-section, along x. */
    double stretchX(double z) {
        double d = dx.value(z - z0);
        return Math.sqrt(1 + d * d);
    }

    /** How much longer an axial section of a tube along this line is than its cross-section, along y. */
    double stretchY(double z) {
        double d = dy.value(z - z0) + slope;
        return Math.sqrt(1 + d * d);
    }
}
