package org.cordonrt.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class ScenarioDosesTest {
    private static final Point3 REST = new Point3(0, 0, 0);

    private final DoseGrid dose = Phantoms.dose(40, p -> 20 + p.x() + 0.5 * p.y());
    private final MovedLimit limit = Phantoms.nearMaximum(Phantoms.cord(), 0.35, 25);
    private final MovingStructure points = MovingStructure.of(limit.solid(), 0.75);
    private final ScenarioDoses scenarios = new ScenarioDoses(
            List.of(new ScenarioDoses.Body(points, List.of(limit), List.of(0), List.of())), dose, REST, Double.NaN);

    @Test
    void aShiftInAPlaneGradientAddsTheGradient() {
        List<ScenarioValues> values = scenarios.values(
                List.of(
                        new Scenario("rest", Displacement.NONE),
                        new Scenario("left", Displacement.shift(new Point3(2, 0, 0))),
                        new Scenario("out", Displacement.shift(new Point3(0, 0, 30)))),
                1);
        double rest = values.get(0).limitGy()[0];
        double certified = new CertifiedShifts(limit, dose, new DoseBlock(dose, REST, REST), 0)
                .metric(REST, 1e-3)
                .value();
        assertThat(rest).as("never below what is certified").isBetween(certified, certified + 0.01);
        assertThat(values.get(1).limitGy()[0] - rest).isCloseTo(2, within(0.02));
        assertThat(values.get(2).limitGy()[0]).isNaN();
    }

    @Test
    void piecesHaveTheWholeVolume() {
        double mm3 = 0;
        double[] gy = new double[points.points()];
        mm3 += points.mm3Above(gy, -1);
        assertThat(mm3).isCloseTo(points.totalMm3(), within(1e-6 * mm3));
        assertThat(points.centre().norm()).isLessThan(1e-6);
    }

    @Test
    void turnsRunAsTheirAxesSay() {
        Point3 turned =
                Displacement.rotation(new Point3(0, 0, 90)).transform(REST).apply(new Point3(1, 0, 0));
        assertThat(turned.distanceTo(new Point3(0, 1, 0))).isLessThan(1e-9);
        Displacement both = new Displacement(new Point3(1, 2, 3), new Point3(10, -20, 30));
        Point3 centre = new Point3(5, 6, 7);
        Point3 p = new Point3(-3, 8, 2);
        double[] m = both.affine(centre);
        Point3 q = new Point3(
                m[0] * p.x() + m[1] * p.y() + m[2] * p.z() + m[3],
                m[4] * p.x() + m[5] * p.y() + m[6] * p.z() + m[7],
                m[8] * p.x() + m[9] * p.y() + m[10] * p.z() + m[11]);
        assertThat(q.distanceTo(both.transform(centre).apply(p))).isLessThan(1e-9);
        assertThat(q.minus(centre).minus(both.shiftMm()).norm()).isCloseTo(p.distanceTo(centre), within(1e-9));
    }

    @Test
    void aSeedAndANumberMakeACourse() {
        SetupErrors errors = new SetupErrors(130, 7, 0.5, 0.7, 0.5, 0.5);
        assertThat(ScenarioDoses.course(errors, 5, 3)).isEqualTo(ScenarioDoses.course(errors, 5, 3));
        assertThat(ScenarioDoses.course(errors, 5, 3)).isNotEqualTo(ScenarioDoses.course(errors, 6, 3));
        assertThat(ScenarioDoses.course(new SetupErrors(130, 8, 0.5, 0.7, 0.5, 0.5), 5, 3))
                .isNotEqualTo(ScenarioDoses.course(errors, 5, 3));
    }

    @Test
    void systematicErrorsAreTheSameInEveryFraction() {
        List<Displacement> course = ScenarioDoses.course(new SetupErrors(1, 7, 1, 0, 1, 0), 0, 4);
        assertThat(course).hasSize(4);
        assertThat(course.stream().distinct()).hasSize(1);
    }

    @Test
    void drawnErrorsHaveTheirSize() {
        SetupErrors errors = new SetupErrors(20_000, 3, 0.8, 0.6, 0, 0);
        double squares = 0;
        for (int i = 0; i < errors.samples(); i++) {
            double x = ScenarioDoses.course(errors, i, 1).get(0).shiftMm().x();
            squares += x * x;
        }
        // Systematic and random variances add up to 1; four standard errors are 0.04.
        assertThat(squares / errors.samples()).isCloseTo(1, within(0.04));
    }

    @Test
    void directionsHaveTheirWords() {
        assertThat(PatientDirection.words(new Point3(1, 0, 0))).isEqualTo("left");
        assertThat(PatientDirection.words(new Point3(1, 1, 0.1))).isEqualTo("posterior left");
        assertThat(PatientDirection.words(new Point3(-1, -1, -1))).isEqualTo("anterior right feet");
        assertThat(PatientDirection.words(REST)).isEqualTo("nowhere");
    }
}
