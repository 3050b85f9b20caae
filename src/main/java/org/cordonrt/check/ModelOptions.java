package org.cordonrt.check;

import java.util.Objects;
import org.cordonrt.geometry.EndCap;
import org.cordonrt.geometry.SolidModel;

/**
 * How numbers are computed. Immutable.
 *
 * @param solid what is assumed between contour planes
 * @param endCap how far solids reach beyond their outermost contour planes
 * @param toleranceGy width of the interval around a dose metric, Gy, above 0
 * @param threads number of threads, at least 1; changes no bit of the result
 */
public record ModelOptions(SolidModel solid, EndCap endCap, double toleranceGy, int threads) {
    /** A hundredth of a gray: far below what a planning system knows, and what limits are printed with. */
    public static final double DEFAULT_TOLERANCE_GY = 0.01;

    public ModelOptions {
        Objects.requireNonNull(solid, "solid");
        Objects.requireNonNull(endCap, "endCap");
        if (!(toleranceGy > 0) || Double.isInfinite(toleranceGy)) {
            throw new IllegalArgumentException("a tolerance of " + toleranceGy + " Gy");
        }
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
    }

    /** Slabs with half-slice end caps, 0.01 Gy, all processors. */
    public static ModelOptions defaults() {
        return new ModelOptions(
                SolidModel.SLAB,
                EndCap.HALF,
                DEFAULT_TOLERANCE_GY,
                Runtime.getRuntime().availableProcessors());
    }

    /** The same with another model of what lies between contour planes. */
    public ModelOptions withSolid(SolidModel model) {
        return new ModelOptions(model, endCap, toleranceGy, threads);
    }

    /** The same with another end cap. */
    public ModelOptions withEndCap(EndCap cap) {
        return new ModelOptions(solid, cap, toleranceGy, threads);
    }

    /** The same with another width of intervals, Gy, above 0. */
    public ModelOptions withToleranceGy(double gy) {
        return new ModelOptions(solid, endCap, gy, threads);
    }

    /** The same with another number of threads, at least 1. */
    public ModelOptions withThreads(int n) {
        return new ModelOptions(solid, endCap, toleranceGy, n);
    }

    /** SLAB or SHAPE: the model's name in documents. */
    public String solidName() {
        return solid.name();
    }

    /** The end cap in documents: {@code half}, {@code none}, or a limit such as {@code 1.5mm}. */
    public String endCapText() {
        return endCap.text();
    }
}
