package org.cordonrt.selftest;

import java.util.Locale;
import java.util.Objects;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.phantom.analytic.Family;
import org.cordonrt.phantom.analytic.Truth;
import org.jspecify.annotations.Nullable;

/**
 * One number beside its truth.
 *
 * @param family of the case
 * @param caseName where it was measured
 * @param structure ROI name
 * @param solid what was assumed between contour planes
 * @param basis what the truth is the truth of
 * @param quantity what kind of number it is
 * @param expression which number
 * @param unit of truth, value and interval
 * @param truth by closed form
 * @param value what Cordon says; NaN when it says none
 * @param lower lower end of the interval; NaN where there is none
 * @param upper upper end
 * @param error value minus truth: in percent or in {@code unit}, as {@code relative} says
 * @param relative whether the error is in percent: of the truth, for a curve of the structure's volume
 * @param limit of the error's magnitude; NaN where it is only reported
 * @param reason why there is no value; null when there is one
 */
public record Comparison(
        Family family,
        String caseName,
        String structure,
        SolidModel solid,
        Truth.Basis basis,
        Quantity quantity,
        String expression,
        String unit,
        double truth,
        double value,
        double lower,
        double upper,
        double error,
        boolean relative,
        double limit,
        @Nullable String reason) {
    public Comparison {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(caseName, "caseName");
        Objects.requireNonNull(structure, "structure");
        Objects.requireNonNull(solid, "solid");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(expression, "expression");
        Objects.requireNonNull(unit, "unit");
    }

    /** Whether there is no value. */
    public boolean isMissing() {
        return Double.isNaN(value);
    }

    /** What was assumed between contour planes, in a word. */
    public String solidWord() {
        return solid.name().toLowerCase(Locale.ROOT);
    }

    /** Unit of the error: percent of the truth, or that of the number. */
    public String errorUnit() {
        return relative ? "%" : unit;
    }

    /** Whether the truth is that of the slab model, which intervals hold for. */
    public boolean isSlabTruth() {
        return basis == Truth.Basis.CONTOUR_SLABS;
    }

    public boolean hasInterval() {
        return !Double.isNaN(lower);
    }

    /** Width of the interval, in {@code unit}; NaN where there is none. */
    public double width() {
        return upper - lower;
    }

    /** Whether the truth lies in the interval, to the rounding of the truth itself. */
    public boolean holdsTruth() {
        double rounding = Limits.TRUTH_ROUNDING * Math.max(1, Math.abs(truth));
        return lower - rounding <= truth && truth <= upper + rounding;
    }

    /** Whether there is a value, and the error keeps its limit if it has one. */
    public boolean isWithin() {
        return !isMissing() && (Double.isNaN(limit) || Math.abs(error) <= limit);
    }
}
