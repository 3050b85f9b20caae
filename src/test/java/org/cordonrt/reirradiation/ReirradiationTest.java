package org.cordonrt.reirradiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.cordonrt.Property;
import org.cordonrt.constraint.SelectionOptions;
import org.cordonrt.constraint.StructureAliases;
import org.cordonrt.constraint.Substitution;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.lq.LinearQuadratic;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.PlanSummary;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.RigidTransform;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.StructureSet;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReirradiationTest {
    private static final LinearQuadratic CORD = LinearQuadratic.ofCord();

    /** Room for rounding on top of the bounds. */
    private static final double ROUNDING = 1e-6;

    /** A box of 10 mm x 10 mm x 20 mm around the origin: five planes, 4 mm apart. */
    private static Structure box(int number, String name) {
        List<Contour> contours = new ArrayList<>();
        for (double z = -8; z <= 8; z += 4) {
            contours.add(Contour.of(
                    ContourGeometricType.CLOSED_PLANAR, new double[] {-5, -5, z, 5, -5, z, 5, 5, z, -5, 5, z}));
        }
        return Structure.of(number, name, contours);
    }

    /** A circle of 6 mm radius, as 60 points, on the same planes. */
    private static Structure cylinder(int number, String name) {
        List<Contour> contours = new ArrayList<>();
        for (double z = -8; z <= 8; z += 4) {
            double[] points = new double[180];
            for (int i = 0; i < 60; i++) {
                points[3 * i] = 6 * Math.cos(Math.PI * i / 30);
                points[3 * i + 1] = 6 * Math.sin(Math.PI * i / 30);
                points[3 * i + 2] = z;
            }
            contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, points));
        }
        return Structure.of(number, name, contours);
    }

    /** A dose on samples 2.5 mm apart that reach 40 mm around the origin; a linear one is reproduced exactly. */
    private static DoseGrid dose(ToDoubleFunction<Point3> gy) {
        return dose(gy, 40);
    }

    private static DoseGrid dose(ToDoubleFunction<Point3> gy, double reachMm) {
        int n = (int) (2 * reachMm / 2.5) + 1;
        double[] offsets = new double[n];
        for (int i = 0; i < n; i++) {
            offsets[i] = 2.5 * i;
        }
        GridGeometry g = new GridGeometry(
                n,
                n,
                new Point3(-reachMm, -reachMm, -reachMm),
                new Point3(2.5, 0, 0),
                new Point3(0, 2.5, 0),
                new Point3(0, 0, 1),
                offsets);
        double[] doses = new double[n * n * n];
        int i = 0;
        for (int z = 0; z < n; z++) {
            for (int y = 0; y < n; y++) {
                for (int x = 0; x < n; x++) {
                    doses[i++] = gy.applyAsDouble(g.centre(x, y, z));
                }
            }
        }
        return DoseGrid.of(g, doses);
    }

    private static TreatmentCase plan(int fractions, DoseGrid dose, Structure... structures) {
        return new TreatmentCase(
                List.of(),
                new StructureSet("", "1.2.3", List.of(structures)),
                Optional.of(dose),
                PlanSummary.unknown().withFractions(fractions),
                List.of(),
                List.of());
    }

    private static PriorCourse maximum(double gy, int fractions, double months) {
        return new PriorCourse.Maximum("before", gy, fractions, OptionalDouble.of(months));
    }

    private static PriorCourse distribution(DoseGrid dose, int fractions) {
        return new PriorCourse.Distribution(
                "before", dose, "here", false, fractions, OptionalDouble.of(12), OptionalDouble.empty());
    }

    private static ReirradiationAssessment assess(TreatmentCase plan, PriorCourse... courses) {
        return Reirradiation.assess(plan, List.of(courses), ReirradiationOptions.defaults());
    }

    private static CumulativeDose judged(ReirradiationAssessment a) {
        return a.doses().get(0);
    }

    private static void holds(Interval bounds, double value) {
        assertThat(bounds.lower()).isLessThanOrEqualTo(value + ROUNDING);
        assertThat(bounds.upper()).isGreaterThanOrEqualTo(value - ROUNDING);
        assertThat(bounds.upper() - bounds.lower()).isLessThanOrEqualTo(0.03);
    }

    private static Interval summed(ReirradiationAssessment a) {
        return Objects.requireNonNull(judged(a).summed());
    }

    /** Worked out by hand: 12 Gy in 1 is 42 Gy, 30 Gy in 10 is 37.5 Gy, 20 Gy in 5 is 30 Gy. */
    @Test
    void uniformDosesGiveTheHandComputedSum() {
        TreatmentCase plan = plan(1, dose(p -> 12), box(1, "ThecalSac"), box(2, "SpinalCord"));
        ReirradiationAssessment a = assess(plan, distribution(dose(p -> 30), 10), maximum(20, 5, 40));
        for (CumulativeDose d : a.doses()) {
            holds(Objects.requireNonNull(d.current()), 42);
            holds(Objects.requireNonNull(d.summed()), 42 + 37.5 + 30);
            holds(Objects.requireNonNull(d.addedMaxima()), 42 + 37.5 + 30);
            holds(d.shifted().orElseThrow().sum(), 42 + 37.5 + 30);
        }
        assertThat(a.doses()).extracting(CumulativeDose::isJudged).containsExactly(true, false);
        assertThat(a.state()).isEqualTo(CriterionState.NOT_MET);
    }

    /** Current falls and previous rises along x: the largest sum lies at an end, below the sum of the maxima. */
    @Test
    void theSumIsTakenPointByPoint() {
        TreatmentCase plan = plan(1, dose(p -> 10 + p.x() / 2), box(1, "ThecalSac"));
        ReirradiationAssessment a = assess(plan, distribution(dose(p -> 30 - p.x()), 10));
        double left = CORD.eqd2Gy(12.5, 1) + CORD.eqd2Gy(25, 10);
        double right = CORD.eqd2Gy(7.5, 1) + CORD.eqd2Gy(35, 10);
        holds(summed(a), Math.max(left, right));
        holds(Objects.requireNonNull(judged(a).addedMaxima()), CORD.eqd2Gy(12.5, 1) + CORD.eqd2Gy(35, 10));
        assertThat(Objects.requireNonNull(judged(a).summedAtMm()).x()).isCloseTo(5, within(0.05));
    }

    /** Moving the previous dose by 3 mm along its gradient adds just that. */
    @Test
    void theWorstShiftFollowsTheGradient() {
        TreatmentCase plan = plan(1, dose(p -> 12), box(1, "ThecalSac"));
        ReirradiationAssessment a = assess(plan, distribution(dose(p -> 30 + p.x()), 10));
        holds(summed(a), 42 + CORD.eqd2Gy(35, 10));
        CumulativeDose.Shifted shifted = judged(a).shifted().orElseThrow();
        double worst = 42 + CORD.eqd2Gy(38, 10);
        assertThat(shifted.sum().lower()).isCloseTo(worst, within(0.25));
        assertThat(shifted.sum().upper()).isBetween(worst - ROUNDING, worst + 0.25);
        assertThat(shifted.shiftMm()).isEqualTo(new Point3(-3, 0, 0));
        ReirradiationAssessment still = Reirradiation.assess(
                plan,
                List.of(distribution(dose(p -> 30 + p.x()), 10)),
                ReirradiationOptions.defaults().withRegistrationMm(0));
        assertThat(judged(still).shifted().orElseThrow().sum().lower())
                .isCloseTo(summed(still).lower(), within(1e-9));
    }

    /** A previous dose that was registered adds up at the right place, also when turned. */
    @Test
    void aRegisteredDoseIsSummedWhereItBelongs() {
        ToDoubleFunction<Point3> field = p -> 20 + p.x() / 2 + p.y() / 4 - p.z() / 8;
        TreatmentCase plan = plan(3, dose(field), cylinder(1, "ThecalSac"));
        ReirradiationAssessment inPlace = assess(plan, distribution(dose(field), 5));
        double angle = Math.toRadians(25);
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        RigidTransform away = RigidTransform.ofMatrix(new double[] {c, -s, 0, 4, s, c, 0, -7, 0, 0, 1, 3, 0, 0, 0, 1});
        // The same dose as another frame of reference has it: samples elsewhere, in other directions.
        DoseGrid elsewhere = dose(p -> field.applyAsDouble(away.inverse().apply(p)), 60);
        ReirradiationAssessment registered =
                assess(plan, distribution(away.inverse().apply(elsewhere), 5));
        assertThat(summed(registered).lower()).isCloseTo(summed(inPlace).lower(), within(0.02));
        assertThat(summed(registered).upper()).isCloseTo(summed(inPlace).upper(), within(0.02));
        ReirradiationAssessment unregistered = assess(plan, distribution(elsewhere, 5));
        assertThat(summed(unregistered).lower()).isNotCloseTo(summed(inPlace).lower(), within(0.5));
    }

    /** Bumpy doses and a round structure against many points of it. */
    @Test
    void theBoundsHoldForEveryPoint() {
        Property.forAll(8, random -> random, random -> {
            DoseGrid current = dose(bumps(random, 15));
            DoseGrid before = dose(bumps(random, 30));
            TreatmentCase plan = plan(2, current, cylinder(1, "ThecalSac"));
            Interval bounds = summed(assess(plan, distribution(before, 10)));
            double most = 0;
            for (int i = 0; i < 40_000; i++) {
                double r = 5.9 * Math.sqrt(random.nextDouble());
                double angle = random.nextDouble(2 * Math.PI);
                Point3 p = new Point3(r * Math.cos(angle), r * Math.sin(angle), random.nextDouble(-10, 10));
                most = Math.max(most, CORD.eqd2Gy(trilinear(current, p), 2) + CORD.eqd2Gy(trilinear(before, p), 10));
            }
            assertThat(most).isLessThanOrEqualTo(bounds.upper());
            assertThat(bounds.lower()).isLessThan(most + 5);
            assertThat(bounds.upper() - bounds.lower()).isLessThan(0.02);
        });
    }

    private static ToDoubleFunction<Point3> bumps(SplittableRandom random, double height) {
        List<Point3> centres = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            centres.add(new Point3(random.nextDouble(-12, 12), random.nextDouble(-12, 12), random.nextDouble(-15, 15)));
        }
        return p -> centres.stream()
                .mapToDouble(c -> height * Math.exp(-c.distanceTo(p) * c.distanceTo(p) / 120))
                .sum();
    }

    private static double trilinear(DoseGrid dose, Point3 p) {
        Point3 o = dose.geometry().origin();
        double x = (p.x() - o.x()) / 2.5;
        double y = (p.y() - o.y()) / 2.5;
        double z = (p.z() - o.z()) / 2.5;
        int i = (int) x;
        int j = (int) y;
        int k = (int) z;
        double sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            int a = corner & 1;
            int b = corner >> 1 & 1;
            int c = corner >> 2;
            sum += (a == 0 ? 1 - (x - i) : x - i)
                    * (b == 0 ? 1 - (y - j) : y - j)
                    * (c == 0 ? 1 - (z - k) : z - k)
                    * dose.doseGy(i + a, j + b, k + c);
        }
        return sum;
    }

    /** Current 8 Gy in 1 (20 Gy), before 30 Gy in 10 (37.5 Gy), 12 months: all met; then each alone is not. */
    @ParameterizedTest
    @CsvSource({
        // current Gy, fractions, previous Gy, fractions, months, met R1 to R4
        "8, 1, 30, 10, 12, true, true, true, true",
        "8, 1, 51, 25, 12, false, true, true, true",
        "9.3, 1, 30, 10, 12, true, false, true, true",
        "8, 1, 15, 10, 12, true, true, false, true",
        "8, 1, 30, 10, 4.9, true, true, true, false",
        "8, 1, 30, 10, 5, true, true, true, true"
    })
    void eachCriterionFlipsAlone(
            double gy,
            int fractions,
            double priorGy,
            int priorFractions,
            double months,
            boolean r1,
            boolean r2,
            boolean r3,
            boolean r4) {
        TreatmentCase plan = plan(fractions, dose(p -> gy), box(1, "ThecalSac"));
        ReirradiationAssessment a = assess(plan, maximum(priorGy, priorFractions, months));
        assertThat(a.criteria())
                .extracting(r -> r.state() == CriterionState.MET)
                .containsExactly(r1, r2, r3, r4);
        boolean all = r1 && r2 && r3 && r4;
        assertThat(a.state()).isEqualTo(all ? CriterionState.MET : CriterionState.NOT_MET);
        assertThat(a.criteria()).extracting(r -> r.criterion().id()).containsExactly("R1", "R2", "R3", "R4");
    }

    /** At the limits themselves: 70 Gy, 25 Gy, 0.5 and 5 months are met. */
    @Test
    void theLimitsThemselvesAreMet() {
        assertThat(Criterion.CUMULATIVE_DOSE.judge(Interval.exactly(70))).isEqualTo(CriterionState.MET);
        assertThat(Criterion.SBRT_DOSE.judge(Interval.exactly(25))).isEqualTo(CriterionState.MET);
        assertThat(Criterion.SBRT_SHARE.judge(Interval.exactly(0.5))).isEqualTo(CriterionState.MET);
        assertThat(Criterion.INTERVAL.judge(Interval.exactly(5))).isEqualTo(CriterionState.MET);
        assertThat(Criterion.CUMULATIVE_DOSE.judge(new Interval(69.9, 70.1))).isEqualTo(CriterionState.NOT_EVALUABLE);
        assertThat(Criterion.INTERVAL.judge(new Interval(4.9, 5.1))).isEqualTo(CriterionState.NOT_EVALUABLE);
        assertThat(Criterion.SBRT_SHARE.judge(new Interval(0.51, 0.6))).isEqualTo(CriterionState.NOT_MET);
    }

    /** The criteria are for the thecal sac; the cord inside it would make them permissive. */
    @Test
    void withoutASacNothingIsMetUnlessTheUserSaysSo() {
        TreatmentCase plan = plan(1, dose(p -> 8), box(1, "SpinalCord"));
        ReirradiationAssessment a = assess(plan, maximum(30, 10, 12));
        assertThat(a.state()).isEqualTo(CriterionState.NOT_EVALUABLE);
        assertThat(a.criteria().get(0).reason()).contains("no thecal sac", "--substitute thecal-sac=");
        assertThat(a.doses())
                .singleElement()
                .satisfies(d -> assertThat(d.isJudged()).isFalse());
        ReirradiationAssessment onCord = Reirradiation.assess(
                plan,
                List.of(maximum(30, 10, 12)),
                ReirradiationOptions.defaults()
                        .withSelection(new SelectionOptions(
                                Optional.empty(),
                                List.of(),
                                List.of(Substitution.parse("sac=SpinalCord")),
                                StructureAliases.none())));
        assertThat(onCord.state()).isEqualTo(CriterionState.MET);
        assertThat(judged(onCord).structure().isSubstitute()).isTrue();
        assertThat(onCord.issues()).extracting(i -> i.code()).contains(IssueCode.SUBSTITUTED_STRUCTURE);
    }

    @Test
    void anUnknownDateIsNoInterval() {
        TreatmentCase plan = plan(1, dose(p -> 8), box(1, "ThecalSac"));
        PriorCourse undated = new PriorCourse.Maximum("old", 30, 10, OptionalDouble.empty());
        ReirradiationAssessment a = assess(plan, undated, maximum(1, 1, 12));
        assertThat(a.criteria().get(3).state()).isEqualTo(CriterionState.NOT_EVALUABLE);
        assertThat(a.state()).isEqualTo(CriterionState.NOT_EVALUABLE);
        // What is too soon is too soon, whatever the other one.
        assertThat(assess(plan, undated, maximum(1, 1, 3)).criteria().get(3).state())
                .isEqualTo(CriterionState.NOT_MET);
    }

    /** Where the previous dose is not known it is not zero. */
    @Test
    void aPartOutsideThePreviousGridIsNotEvaluable() {
        TreatmentCase plan = plan(1, dose(p -> 8), box(1, "ThecalSac"));
        DoseGrid small = dose(p -> 30, 7.5);
        ReirradiationAssessment a = assess(plan, distribution(small, 10));
        assertThat(judged(a).reason()).contains("outside the dose grid of before", "outside=GY");
        assertThat(a.state()).isEqualTo(CriterionState.NOT_EVALUABLE);
        PriorCourse stated = new PriorCourse.Distribution(
                "before", small, "here", false, 10, OptionalDouble.of(12), OptionalDouble.of(40));
        ReirradiationAssessment b = assess(plan, stated);
        holds(summed(b), 20 + CORD.eqd2Gy(40, 10));
        assertThat(b.assumptions()).anyMatch(x -> x.contains("40 Gy assumed outside"));
        assertThat(judged(assess(plan(1, small, box(1, "ThecalSac")), maximum(1, 1, 12)))
                        .reason())
                .contains("outside the current dose grid");
    }

    @Test
    void refusesWhatCannotBeAdded() {
        TreatmentCase plan = plan(1, dose(p -> 8), box(1, "ThecalSac"));
        refused(IssueCode.USAGE, plan, List.of());
        TreatmentCase unknown = new TreatmentCase(
                List.of(), plan.structures(), plan.dose(), PlanSummary.unknown(), List.of(), List.of());
        refused(IssueCode.FRACTIONS_UNKNOWN, unknown, List.of(maximum(30, 10, 12)));
        TreatmentCase noDose =
                new TreatmentCase(List.of(), plan.structures(), Optional.empty(), plan.plan(), List.of(), List.of());
        refused(IssueCode.NO_DOSE, noDose, List.of(maximum(30, 10, 12)));
    }

    private static void refused(IssueCode code, TreatmentCase plan, List<PriorCourse> courses) {
        assertThatExceptionOfType(CordonException.class)
                .isThrownBy(() -> Reirradiation.assess(plan, courses, ReirradiationOptions.defaults()))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    /** Met as registered, and not 3 mm beside it: that is said. */
    @Test
    void aSumThatARegistrationErrorWouldBreakCarriesACaution() {
        TreatmentCase plan = plan(1, dose(p -> 8), box(1, "ThecalSac"));
        ReirradiationAssessment a = assess(plan, distribution(dose(p -> 38 + 1.2 * p.x()), 20));
        assertThat(a.criteria().get(0).state()).isEqualTo(CriterionState.MET);
        holds(summed(a), 20 + CORD.eqd2Gy(44, 20));
        // 3 mm further along the gradient it would be 72.1 Gy.
        assertThat(a.criteria().get(0).reason()).contains("3 mm beside");
    }
}
