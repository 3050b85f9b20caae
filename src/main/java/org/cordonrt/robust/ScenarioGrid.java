package org.cordonrt.robust;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.plan.Point3;

/** Shifts along and turns about all three axes at once: a grid with six degrees of freedom. Stateless. */
public final class ScenarioGrid {
    /** 5 steps for each degree of freedom make 15625 scenarios. */
    public static final int MOST_STEPS = 5;

    private ScenarioGrid() {}

    /**
     * All combinations of evenly spaced values from the negative to the positive of a size.
     *
     * @param shiftMm largest shift along each axis; 0 for turns alone
     * @param degrees largest turn about each axis; 0 for shifts alone
     * @param steps values for each, 2 to {@value #MOST_STEPS}; an odd number has 0 among them
     */
    public static List<Scenario> of(double shiftMm, double degrees, int steps) {
        if (!(shiftMm >= 0 && degrees >= 0) || steps < 2 || steps > MOST_STEPS) {
            throw new IllegalArgumentException(shiftMm + " mm, " + degrees + " degrees, " + steps + " steps");
        }
        List<Point3> shifts = points(shiftMm, steps);
        List<Point3> turns = points(degrees, steps);
        List<Scenario> all = new ArrayList<>(shifts.size() * turns.size());
        for (Point3 shift : shifts) {
            for (Point3 turn : turns) {
                all.add(new Scenario("grid " + (all.size() + 1), new Displacement(shift, turn), Scenario.Group.GRID));
            }
        }
        return all;
    }

    private static List<Point3> points(double most, int steps) {
        if (most == 0) {
            return List.of(new Point3(0, 0, 0));
        }
        double[] at = new double[steps];
        for (int i = 0; i < steps; i++) {
            at[i] = most * (2.0 * i / (steps - 1) - 1);
        }
        List<Point3> points = new ArrayList<>();
        for (double x : at) {
            for (double y : at) {
                for (double z : at) {
                    points.add(new Point3(x, y, z));
                }
            }
        }
        return points;
    }
}
