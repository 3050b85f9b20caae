package org.cordonrt.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.Property;
import org.cordonrt.check.Assessment;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.RobustnessCriterion;
import org.cordonrt.constraint.State;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.Test;

/** All directions, in doses whose answer is a formula. */
class DirectionMapsTest {
    private static final double G = 1.5;
    private static final Point3 UP = new Point3(0.48, -0.6, 0.64);

    private static DirectionMap map(TreatmentCase plan, double limitGy, double radiusMm) {
        RobustOptions options = RobustOptions.defaults()
                .withSearchRadiusMm(radiusMm)
                .withSearchDegrees(0)
                .withMostBoxes(20)
                .withScenarioSize(1.25, 0)
                .withThreads(1);
        return DirectionMaps.of(
                        plan,
                        Robustness.assess(plan, CheckedPhantom.check(plan, CheckedPhantom.limit(limitGy)), options))
                .get(0);
    }

    @Test
    void inAPlaneGradientValuesFollowTheCosineAndBreaksItsInverse() {
        TreatmentCase plan = CheckedPhantom.plan(Phantoms.dose(30, p -> 20 + G * p.dot(UP)));
        double rest = CheckedPhantom.restGy(plan);
        double room = 2.4;
        DirectionMap map = map(plan, rest + room, 4);
        for (int r = 0; r < map.rows(); r++) {
            for (int c = 0; c < map.columns(); c++) {
                double slope = G * map.direction(r, c).dot(UP);
                assertThat(map.valueGy()[r][c]).isCloseTo(rest + 1.25 * slope, within(0.02));
                assertThat(map.searchedMm()[r][c]).isEqualTo(4);
                double expected = room / slope;
                if (slope > 0 && expected < 3.8) {
                    assertThat(map.breakMm()[r][c]).isCloseTo(expected, within(0.12));
                } else if (slope <= 0 || expected > 4.2) {
                    assertThat(map.breakMm()[r][c]).isNaN();
                }
            }
        }
        ToleranceEllipsoid e = map.ellipsoid().orElseThrow();
        assertThat(e.axes().get(0).halfLengthMm()).isBetween(0.85 * room / G, 1.05 * room / G);
        assertThat(Math.abs(e.axes().get(0).direction().dot(UP))).isGreaterThan(0.995);
        assertThat(e.axes().get(1).halfLengthMm()).isGreaterThan(2.5);
        assertThat(e.axes().get(2).halfLengthMm()).isLessThanOrEqualTo(4);
    }

    @Test
    void aFlatDoseLetsTheAnatomyMoveAsFarAsWasLooked() {
        TreatmentCase plan = CheckedPhantom.plan(Phantoms.dose(30, p -> 9));
        DirectionMap map = map(plan, 10, 3);
        assertThat(map.ellipsoid().orElseThrow().axes())
                .allSatisfy(a -> assertThat(a.halfLengthMm()).isCloseTo(3, within(1e-6)));
    }

    @Test
    void aLimitBrokenAtRestLeavesNoRoom() {
        TreatmentCase plan = CheckedPhantom.plan(Phantoms.dose(30, p -> 20 + G * p.x()));
        assertThat(map(plan, CheckedPhantom.restGy(plan) - 0.5, 2).ellipsoid()).isEmpty();
    }

    /** The radii of an ellipsoid lead back to it. */
    @Test
    void anEllipsoidIsFoundAgainFromItsRadii() {
        Property.forAll(30, random -> random, random -> {
            Displacement turn = Displacement.rotation(
                    new Point3(180 * random.nextDouble(), 180 * random.nextDouble(), 180 * random.nextDouble()));
            double[] m = turn.affine(new Point3(0, 0, 0));
            double[] half = {1 + random.nextDouble(), 2.5 + random.nextDouble(), 4 + random.nextDouble()};
            List<ToleranceEllipsoid.Axis> axes = new ArrayList<>();
            for (int k = 0; k < 3; k++) {
                axes.add(new ToleranceEllipsoid.Axis(new Point3(m[k], m[4 + k], m[8 + k]), half[k]));
            }
            ToleranceEllipsoid truth = new ToleranceEllipsoid(axes);
            List<Point3> units = DirectionMaps.units();
            double[] mm = units.stream().mapToDouble(truth::alongMm).toArray();
            double[] weights = new double[mm.length];
            java.util.Arrays.fill(weights, 1);
            ToleranceEllipsoid found = ToleranceEllipsoid.within(units, mm, weights);
            for (int k = 0; k < 3; k++) {
                assertThat(found.axes().get(k).halfLengthMm()).isLessThanOrEqualTo(half[k] * (1 + 1e-9));
            }
            for (int i = 0; i < mm.length; i++) {
                assertThat(found.alongMm(units.get(i))).isLessThanOrEqualTo(mm[i] * (1 + 1e-9));
            }
            assertThat(found.axes().get(0).halfLengthMm()).isCloseTo(half[0], within(0.02 * half[0]));
            assertThat(Math.abs(found.axes()
                            .get(0)
                            .direction()
                            .dot(truth.axes().get(0).direction())))
                    .isCloseTo(1, within(1e-3));
        });
    }

    /** What a limit asks is judged by the way that the gradient leaves, (L - d) / G. */
    @Test
    void aCriterionIsKeptUpToTheRoomOverTheGradient() {
        TreatmentCase plan = CheckedPhantom.plan(Phantoms.dose(30, p -> 20 + G * p.dot(UP)));
        double mm = 1.6;
        Constraint c = CheckedPhantom.limit(CheckedPhantom.restGy(plan) + mm * G);
        assertThat(tested(plan, c, mm - 0.06)).isEqualTo(State.PASS);
        assertThat(tested(plan, c, mm + 0.06)).isEqualTo(State.FAIL);
    }

    private static State tested(TreatmentCase plan, Constraint c, double mm) {
        Assessment open = CheckedPhantom.check(plan, c.withRobustness(new RobustnessCriterion(mm)));
        assertThat(open.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        return RobustnessCriteria.tested(plan, open, 1).verdict().state();
    }
}
