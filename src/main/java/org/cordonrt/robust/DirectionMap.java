package org.cordonrt.robust;

import java.util.Objects;
import java.util.Optional;
import org.cordonrt.plan.Point3;

/**
 * One limit, looked at in all directions: rows from the feet to the head, columns from the left by the back and the right
 * to the front, both in equal steps; the first and the last row are one direction each. By points. Immutable.
 *
 * @param limit the limit
 * @param shiftMm how far the anatomy is shifted for the values
 * @param searchRadiusMm how far was looked for breaks
 * @param stepDegrees between rows and between columns
 * @param valueGy [row][column] the limited metric as a dose at a shift of {@code shiftMm}; NaN outside the dose grid
 * @param breakMm [row][column] the shift that breaks the limit, to about 0.05 mm; NaN when none was found
 * @param searchedMm [row][column] how far was looked: less than the radius where the dose grid ends
 * @param ellipsoid empty for a limit that is broken at rest
 */
public record DirectionMap(
        ShiftToBreak limit,
        double shiftMm,
        double searchRadiusMm,
        int stepDegrees,
        double[][] valueGy,
        double[][] breakMm,
        double[][] searchedMm,
        Optional<ToleranceEllipsoid> ellipsoid) {
    public DirectionMap {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(ellipsoid, "ellipsoid");
        valueGy = copy(valueGy);
        breakMm = copy(breakMm);
        searchedMm = copy(searchedMm);
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = rows.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy[i].clone();
        }
        return copy;
    }

    @Override
    public double[][] valueGy() {
        return copy(valueGy);
    }

    @Override
    public double[][] breakMm() {
        return copy(breakMm);
    }

    @Override
    public double[][] searchedMm() {
        return copy(searchedMm);
    }

    public int rows() {
        return 180 / stepDegrees + 1;
    }

    public int columns() {
        return 360 / stepDegrees;
    }

    /** The direction of a place, patient axes. */
    public Point3 direction(int row, int column) {
        return direction(stepDegrees, row, column);
    }

    static Point3 direction(int stepDegrees, int row, int column) {
        double up = StrictMath.toRadians(-90 + row * stepDegrees);
        double round = StrictMath.toRadians(column * stepDegrees);
        double level = Math.abs(row * stepDegrees - 90) == 90 ? 0 : StrictMath.cos(up);
        return new Point3(level * StrictMath.cos(round), level * StrictMath.sin(round), StrictMath.sin(up));
    }
}
