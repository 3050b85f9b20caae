package org.cordonrt.probe;

import java.util.OptionalDouble;
import org.cordonrt.plan.Point3;

/**
 * The dose along the shortest path from a target to a structure. Numbers that cannot be told are NaN: outside the dose
 * grid, without a prescription, where a level is not crossed. Immutable.
 *
 * @param targetGy dose at the target's surface, Gy
 * @param structureGy dose at the structure's surface, Gy
 * @param gyPerMm mean fall of the dose between the two, Gy per mm; negative when it rises
 * @param percentPerMm the same in percent of the prescription
 * @param width9050Mm length along the path on which the dose falls from 90 to 50 % of the prescription, mm
 * @param width8020Mm length along the path on which the dose falls from 80 to 20 % of the prescription, mm
 */
public record FallOff(
        double targetGy,
        double structureGy,
        double gyPerMm,
        double percentPerMm,
        double width9050Mm,
        double width8020Mm) {
    /** Surfaces nearer than this have no path between them whose direction means anything. */
    private static final double SHORTEST_MM = 0.01;

    /** The path is followed so far into the target and beyond the structure's surface to find where levels are crossed. */
    public static final double BEYOND_MM = 15;

    /** Distance of the samples between which a crossing is interpolated: small against any dose grid. */
    public static final double STEP_MM = 0.1;

    /**
     * Looks along a path.
     *
     * @param target point on the target's surface
     * @param structure point on the structure's surface
     * @param prescriptionGy what percentages refer to
     */
    public static FallOff along(PointDose dose, Point3 target, Point3 structure, OptionalDouble prescriptionGy) {
        double length = target.distanceTo(structure);
        double targetGy = dose.atGy(target);
        double structureGy = dose.atGy(structure);
        if (!(length >= SHORTEST_MM)) {
            return new FallOff(targetGy, structureGy, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double slope = (targetGy - structureGy) / length;
        if (prescriptionGy.isEmpty()) {
            return new FallOff(targetGy, structureGy, slope, Double.NaN, Double.NaN, Double.NaN);
        }
        double gy = prescriptionGy.getAsDouble();
        Descent descent = new Descent(dose, target, structure.minus(target).times(1 / length), length);
        return new FallOff(
                targetGy,
                structureGy,
                slope,
                100 * slope / gy,
                descent.at(0.5 * gy) - descent.at(0.9 * gy),
                descent.at(0.2 * gy) - descent.at(0.8 * gy));
    }

    /** The longest unbroken fall along the line: from the highest dose at or before the structure down to the lowest after. */
    private static final class Descent {
        private final double[] gy;
        private final double[] at;
        private final int top;
        private final int bottom;

        Descent(PointDose dose, Point3 origin, Point3 direction, double length) {
            int n = (int) Math.ceil((length + 2 * BEYOND_MM) / STEP_MM) + 1;
            gy = new double[n];
            at = new double[n];
            for (int i = 0; i < n; i++) {
                at[i] = -BEYOND_MM + i * (length + 2 * BEYOND_MM) / (n - 1);
                gy[i] = dose.atGy(origin.plus(direction.times(at[i])));
            }
            int peak = -1;
            for (int i = 0; i < n && at[i] <= length; i++) {
                // The last of equals: a plateau ends where the fall begins.
                if (!Double.isNaN(gy[i]) && (peak < 0 || gy[i] >= gy[peak])) {
                    peak = i;
                }
            }
            top = peak;
            int low = peak;
            for (int i = Math.max(0, peak); peak >= 0 && i < n && !Double.isNaN(gy[i]); i++) {
                if (gy[i] < gy[low]) {
                    low = i;
                }
            }
            bottom = low;
        }

        /** Where the dose falls below a level for the first time; NaN when it does not. */
        double at(double level) {
            if (top < 0 || gy[top] < level || gy[bottom] >= level) {
                return Double.NaN;
            }
            for (int i = top + 1; i <= bottom; i++) {
                if (gy[i] < level) {
                    double share = (gy[i - 1] - level) / (gy[i - 1] - gy[i]);
                    return at[i - 1] + share * (at[i] - at[i - 1]);
                }
            }
            return Double.NaN;
        }
    }
}
