package org.cordonrt.robust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cordonrt.check.CaseDetail;
import org.cordonrt.check.OrderedTasks;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.TreatmentCase;

/**
 * Looks in all directions, for pictures and for tolerance ellipsoids. Stateless: may be called from any number of
 * threads.
 */
public final class DirectionMaps {
    /** Fine enough for a smooth picture: 266 directions. */
    private static final int STEP_DEGREES = 15;

    private static final int ROWS = 180 / STEP_DEGREES + 1;
    private static final int COLUMNS = 360 / STEP_DEGREES;

    private DirectionMaps() {}

    /**
     * A map for each evaluable limit, in their order.
     *
     * @param plan the case that was assessed
     * @throws java.util.concurrent.CancellationException soon after this thread is interrupted
     */
    public static List<DirectionMap> of(TreatmentCase plan, RobustAssessment a) {
        List<ShiftToBreak> evaluable = a.evaluable();
        RobustOptions options = a.options();
        MovingCase moving = new MovingCase(
                plan,
                a.atRest(),
                CaseDetail.of(plan, a.atRest()),
                evaluable.stream().map(ShiftToBreak::limit).toList());
        List<Point3> units = units();
        List<Scenario> shifts = units.stream()
                .map(u -> new Scenario(
                        PatientDirection.words(u),
                        Displacement.shift(u.times(options.shiftMm())),
                        Scenario.Group.SPHERE))
                .toList();
        List<ScenarioValues> values = moving.scenarioDoses(evaluable).ofLimits().values(shifts, options.threads());
        List<double[][]> breaks =
                OrderedTasks.map(evaluable, options.threads(), s -> breaks(s, moving, options, units));
        List<DirectionMap> maps = new ArrayList<>();
        for (int i = 0; i < evaluable.size(); i++) {
            int place = i;
            double[] gy = values.stream().mapToDouble(v -> v.limitGy()[place]).toArray();
            double[] mm = breaks.get(i)[0];
            double[] searched = breaks.get(i)[1];
            maps.add(new DirectionMap(
                    evaluable.get(i),
                    options.shiftMm(),
                    options.searchRadiusMm(),
                    STEP_DEGREES,
                    spread(gy),
                    spread(mm),
                    spread(searched),
                    ellipsoid(units, mm, searched)));
        }
        return maps;
    }

    private static boolean isPole(int row) {
        return row == 0 || row == ROWS - 1;
    }

    /** Every direction once, in the order of {@link #spread}. */
    static List<Point3> units() {
        List<Point3> units = new ArrayList<>();
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < (isPole(r) ? 1 : COLUMNS); c++) {
                units.add(DirectionMap.direction(STEP_DEGREES, r, c));
            }
        }
        return units;
    }

    /** Rows of equal length: a pole is the same all around. */
    private static double[][] spread(double[] list) {
        double[][] grid = new double[ROWS][COLUMNS];
        int next = 0;
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                grid[r][c] = isPole(r) ? list[next] : list[next++];
            }
            next += isPole(r) ? 1 : 0;
        }
        return grid;
    }

    /** Where the limit breaks along each direction, and how far was looked, mm. */
    private static double[][] breaks(ShiftToBreak s, MovingCase moving, RobustOptions options, List<Point3> units) {
        double radius = options.searchRadiusMm();
        MovingCase.Limited of = moving.of(s.limit()).orElseThrow();
        MovedLimit limit = MovedLimit.of(s.limit(), of.solid());
        DoseGrid dose = moving.dose();
        Point3[] box = of.points().box();
        Point3 around = new Point3(radius, radius, radius);
        DoseBlock block = new DoseBlock(dose, box[0].minus(around), box[1].plus(around));
        SampledLimit sampled =
                new SampledLimit(limit, LimitSearch.thatMatter(limit, of.points(), radius, block), block);
        Coverage coverage = Coverage.of(of.points(), dose.geometry());
        double[] mm = new double[units.size()];
        double[] searched = new double[units.size()];
        for (int i = 0; i < mm.length; i++) {
            searched[i] = coverage.along(units.get(i), radius);
            mm[i] = s.isBrokenAtRest() ? 0 : LimitSearch.firstBreak(units.get(i), searched[i], sampled);
        }
        return new double[][] {mm, searched};
    }

    private static Optional<ToleranceEllipsoid> ellipsoid(List<Point3> units, double[] mm, double[] searched) {
        double[] one = new double[mm.length];
        for (int i = 0; i < one.length; i++) {
            one[i] = Double.isNaN(mm[i]) ? searched[i] : mm[i];
        }
        double[][] grid = spread(one);
        double[] both = new double[mm.length];
        double[] weights = new double[mm.length];
        double step = StrictMath.toRadians(STEP_DEGREES);
        int n = 0;
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < (isPole(r) ? 1 : COLUMNS); c++) {
                both[n] = Math.min(grid[r][c], grid[ROWS - 1 - r][(c + COLUMNS / 2) % COLUMNS]);
                // By the area that a place of the grid stands for.
                weights[n++] = isPole(r)
                        ? 2 * Math.PI * (1 - StrictMath.cos(step / 2)) / (step * step)
                        : StrictMath.cos(r * step - Math.PI / 2);
            }
        }
        return Arrays.stream(both).allMatch(r -> r > 0)
                ? Optional.of(ToleranceEllipsoid.within(units, both, weights))
                : Optional.empty();
    }
}
