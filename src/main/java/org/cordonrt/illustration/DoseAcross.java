package org.cordonrt.illustration;

import java.util.Objects;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.plan.Point3;

/**
 * The dose along the straight line from a target's surface to the cord's where they are nearest, and beyond both.
 * Immutable.
 *
 * @param target where the line comes from
 * @param cord where it goes to
 * @param targetPointMm on the target's surface: position 0
 * @param cordPointMm on the cord's surface: position {@code gapMm}
 * @param gapMm the distance of both, mm; 0 when they meet: the line then runs on to the middle of the cord
 * @param cordEndMm position where the line leaves the cord again; NaN when it does not within the line
 * @param atMm positions, increasing, mm from the target's surface towards the cord
 * @param doseGy the dose there, Gy; NaN outside the dose grid
 */
public record DoseAcross(
        StructureMatch target,
        StructureMatch cord,
        Point3 targetPointMm,
        Point3 cordPointMm,
        double gapMm,
        double cordEndMm,
        Samples atMm,
        Samples doseGy) {
    public DoseAcross {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(cord, "cord");
        Objects.requireNonNull(targetPointMm, "targetPointMm");
        Objects.requireNonNull(cordPointMm, "cordPointMm");
        if (atMm.size() != doseGy.size()) {
            throw new IllegalArgumentException(atMm.size() + " places, " + doseGy.size() + " doses");
        }
    }
}
