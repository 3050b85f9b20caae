package org.cordonrt.robust;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.plan.Point3;

/** Directions that cover the sphere evenly: a Fibonacci lattice (Gonzalez 2010, DOI 10.1007/s11004-009-9257-x). */
public final class SphereOfDirections {
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    private SphereOfDirections() {}

    /** @param count how many unit vectors, at least 1 */
    public static List<Point3> of(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(count + " directions");
        }
        List<Point3> directions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double z = 1 - (2 * i + 1.0) / count;
            double r = Math.sqrt(1 - z * z);
            double a = i * GOLDEN_ANGLE;
            directions.add(new Point3(r * StrictMath.cos(a), r * StrictMath.sin(a), z));
        }
        return directions;
    }
}
