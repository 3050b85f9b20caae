package org.cordonrt.robust;

import java.util.Objects;
import org.cordonrt.plan.Point3;

/**
 * The smallest turn about an axis through the target's centre that breaks a limit: searched in small steps by points, not
 * certified. Immutable.
 *
 * @param axis unit vector, patient axes; turns are right-handed about it
 * @param degrees the turn; NaN when none was found
 * @param searchedDegrees how far was looked: less than asked where the dose grid ends
 */
public record RotationToBreak(Point3 axis, double degrees, double searchedDegrees) {
    public RotationToBreak {
        Objects.requireNonNull(axis, "axis");
    }

    public boolean breaks() {
        return !Double.isNaN(degrees);
    }
}
