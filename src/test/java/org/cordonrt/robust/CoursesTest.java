package org.cordonrt.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cordonrt.check.Assessment;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.Test;

/** Courses with set-up errors, in a plane gradient: there a dose is normally distributed. */
class CoursesTest {
    private static final double G = 1.5;
    private static final Point3 UP = new Point3(0.48, -0.6, 0.64);
    private static final int SAMPLES = 4000;

    private static TreatmentCase plan() {
        Structure target = Phantoms.drawnTube(4, 9);
        return TreatmentCase.builder()
                .structure(Phantoms.drawnTube(5, 15))
                .structure(new Structure(2, "PTV", target.interpretedType(), target.displayColor(), target.contours()))
                .dose(Phantoms.dose(34, p -> 20 + G * p.dot(UP)))
                .fractions(1)
                .prescriptionGy(20)
                .build();
    }

    private static RobustAssessment drawn(SetupErrors errors) {
        TreatmentCase plan = plan();
        Assessment rest = CheckedPhantom.check(plan, CheckedPhantom.limit(CheckedPhantom.restGy(plan) + 1.2));
        return Robustness.assess(
                plan,
                rest,
                RobustOptions.defaults()
                        .withSearchRadiusMm(1)
                        .withSearchDegrees(0)
                        .withMostBoxes(5)
                        .withScenarioSize(1, 0)
                        .withSetupErrors(errors)
                        .withThreads(1));
    }

    @Test
    void dosesSpreadByTheGradientTimesTheErrors() {
        // Systematic 0.6 and random 0.8 mm make 1 mm in one fraction.
        RobustAssessment a = drawn(new SetupErrors(SAMPLES, 7, 0.6, 0.8, 0, 0));
        double rest = a.limits().get(0).limit().value().value();
        Chance c = a.chances().get(0);
        assertThat(c.notEvaluable()).isZero();
        assertThat(c.percentilesGy()).hasSize(101).isSorted();
        assertThat(c.percentilesGy().get(50)).isCloseTo(rest, within(0.1));
        assertThat(c.percentilesGy().get(95)).isCloseTo(rest + 1.645 * G, within(0.15));
        assertThat(c.percentilesGy().get(5)).isCloseTo(rest - 1.645 * G, within(0.15));
        assertThat(c.worst20Gy()).isCloseTo(c.percentilesGy().get(95), within(0.05));
        // Room 1.2 Gy of a standard deviation of 1.5 Gy: 78.8 %.
        assertThat(c.probability()).isCloseTo(0.788, within(0.025));

        TargetMetric metric = new TargetMetric(a.targets().get(0).target(), TargetMetric.Kind.D95);
        TargetSpread d95 = a.targetSpreads().get(a.targets().indexOf(metric));
        double atRest = a.scenarios().get(0).targets()[a.targets().indexOf(metric)];
        assertThat(d95.middle()).isCloseTo(atRest, within(0.1));
        assertThat(d95.mean()).isCloseTo(atRest, within(0.1));
        assertThat(d95.worst20()).isCloseTo(atRest - 1.645 * G, within(0.15));
        assertThat(a.targetSpreads()).hasSameSizeAs(a.targets()).hasSize(3);
    }

    /** A generator whose seed is that of another plus its step is the other one, one number later. */
    @Test
    void neighbouringSeedsShareNoNumbers() {
        List<Double> all = new ArrayList<>();
        for (long seed = 0; seed < 20; seed++) {
            for (int n = 0; n < 20; n++) {
                for (Displacement d : ScenarioDoses.course(new SetupErrors(1, seed, 1, 1, 1, 1), n, 3)) {
                    Collections.addAll(
                            all,
                            d.shiftMm().x(),
                            d.shiftMm().y(),
                            d.rotationDegrees().z());
                }
            }
        }
        assertThat(all).doesNotHaveDuplicates();
        // Nor is the first number of one the second of another.
        List<Double> first = new ArrayList<>();
        for (long seed = 0; seed < 50; seed++) {
            Point3 shift = ScenarioDoses.course(new SetupErrors(1, seed, 1, 0, 0, 0), 0, 1)
                    .get(0)
                    .shiftMm();
            Collections.addAll(first, shift.x(), shift.y(), shift.z());
        }
        assertThat(first).doesNotHaveDuplicates();
    }
}
