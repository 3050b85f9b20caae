package org.cordonrt.selftest;

import org.cordonrt.phantom.analytic.Family;
import org.cordonrt.phantom.analytic.Truth.Basis;

/** What is demanded of each kind of number. */
final class Limits {
    /** Rounding of the closed forms themselves: Gy, or relative above 1. */
    static final double TRUTH_ROUNDING = 1e-9;

    /** What intervals are asked for with, Gy. */
    static final double TOLERANCE_GY = 0.01;

    /** Widest interval of a dose, Gy: the tolerance, and the rounding of doubles. */
    static final double WIDTH_GY = TOLERANCE_GY + 1e-9;

    /** Errors of more than this count in the publication of Nelms et al. */
    static final double NELMS_PERCENT = 3;

    /** How many of 340 may be off in test 1. */
    static final double NELMS_1_OFF = 0;

    /** How many of 255 may be off in test 2, with shapes, fewer than the 18 of the best published system; what slabs are off by is their convention. */
    static final double NELMS_2_OFF_WITH_SHAPES = 10;

    /** Largest mean error of the volume of small spheres over their places, percent. */
    static final double STANLEY_MEAN_PERCENT = 2;

    /** Fewest places that such a mean is demanded of: those of the default set. */
    static final int STANLEY_PLACES = 10;

    private static final double VOLUME_PERCENT = 1e-4;
    /** Percent of the structure's volume: where a histogram is steep, a hundredth of a gray is as much. */
    private static final double CURVE_PERCENT = 0.1;

    private static final double EXACT_GY = 1e-6;
    private static final double DOSE_GY = TOLERANCE_GY;

    /** Chords of 0.1 mm on a radius of 5 mm leave 0.007 % of the area out. */
    private static final double CORD_VOLUME_PERCENT = 0.05;

    private Limits() {}

    /** Whether an error counts in percent of the truth. */
    static boolean isRelative(Family family, Basis basis, Quantity quantity) {
        if (basis == Basis.CONTOUR_SLABS || family == Family.CORD || family == Family.FALLOFF) {
            return quantity == Quantity.VOLUME || quantity == Quantity.VOLUME_AT_DOSE;
        }
        return family != Family.STANLEY || quantity == Quantity.VOLUME;
    }

    /** The largest error; NaN where an error is only reported. */
    static double of(Family family, Basis basis, Quantity quantity) {
        if (basis == Basis.CONTOUR_SLABS) {
            return switch (quantity) {
                case VOLUME -> VOLUME_PERCENT;
                case EXTREME, MEAN -> EXACT_GY;
                case DOSE -> DOSE_GY;
                case CURVE -> CURVE_PERCENT;
                // Held by its interval: how steep the histogram is decides what a hundredth of a gray means.
                case VOLUME_AT_DOSE, INDEX -> Double.NaN;
            };
        }
        return switch (family) {
            case NELMS1, NELMS2 -> NELMS_PERCENT;
            case CORD -> quantity.isDose() ? DOSE_GY : CORD_VOLUME_PERCENT;
            default -> Double.NaN;
        };
    }
}
