package org.cordonrt.robust;

import java.util.Objects;
import org.cordonrt.plan.Point3;

/**
 * How far the anatomy may be shifted along one direction. Immutable.
 *
 * @param direction unit vector, patient axes
 * @param lowerMm no shorter shift along it breaks the limit, for certain
 * @param upperMm a shift that breaks it, for certain; NaN when none was found
 * @param searchedMm how far was looked: less than the radius where the dose grid ends
 */
public record AxisShift(Point3 direction, double lowerMm, double upperMm, double searchedMm) {
    public AxisShift {
        Objects.requireNonNull(direction, "direction");
        if (!(lowerMm >= 0) || upperMm < lowerMm) {
            throw new IllegalArgumentException("a break between " + lowerMm + " and " + upperMm + " mm");
        }
    }

    public boolean breaks() {
        return !Double.isNaN(upperMm);
    }
}
