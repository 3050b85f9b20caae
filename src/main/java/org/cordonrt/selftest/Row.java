package org.cordonrt.selftest;

import java.util.Locale;
import java.util.Objects;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.phantom.analytic.Family;

/**
 * One line of the table: many comparisons in one figure.
 *
 * @param family of the cases
 * @param solid what was assumed between contour planes
 * @param what is summed up
 * @param measure what the figure is
 * @param cases number of cases
 * @param numbers number of comparisons
 * @param found the figure
 * @param low smallest of the range; NaN where the measure is no range
 * @param high largest of the range
 * @param limit largest magnitude of the figure; NaN where it is only reported
 * @param unit of the figure; empty for counts and ratios
 * @param missing numbers that there should be and are not
 */
public record Row(
        Family family,
        SolidModel solid,
        String what,
        Measure measure,
        int cases,
        int numbers,
        double found,
        double low,
        double high,
        double limit,
        String unit,
        int missing) {
    /** What the figure is. */
    public enum Measure {
        /** The error of largest magnitude. */
        LARGEST_ERROR,
        /** How many numbers are outside. */
        COUNT_OUTSIDE,
        /** The widest interval. */
        WIDEST_INTERVAL,
        /** The mean, with its range. */
        MEAN
    }

    /** How a figure compares with what is demanded. */
    public enum Grade {
        OK,
        OUT,
        /** Nothing is demanded. */
        REPORTED
    }

    public Row {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(solid, "solid");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(unit, "unit");
    }

    /** What was assumed between contour planes, in a word. */
    public String solidWord() {
        return solid.name().toLowerCase(Locale.ROOT);
    }

    /** Whether the solids were interpolated between contour planes. */
    public boolean isOfShapes() {
        return solid == SolidModel.SHAPE;
    }

    /** A number that is missing is out, whatever is demanded of the others. */
    public Grade grade() {
        if (missing > 0) {
            return Grade.OUT;
        }
        if (Double.isNaN(limit)) {
            return Grade.REPORTED;
        }
        return Math.abs(found) <= limit ? Grade.OK : Grade.OUT;
    }
}
