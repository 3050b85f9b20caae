package org.cordonrt.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** How far the anatomy may move, against closed forms and brute force. */
class ShiftToBreakTest {
    private static final Point3 REST = new Point3(0, 0, 0);

    @Test
    void inAPlaneGradientTheWayIsTheRoomOverTheGradient() {
        double g = 0.8;
        Point3 up = new Point3(0.36, 0.48, -0.8);
        DoseGrid dose = Phantoms.dose(30, p -> 20 + g * p.dot(up));
        MovedLimit asked = Phantoms.nearMaximum(Phantoms.cord(), 0.35, 0);
        double rest = new CertifiedShifts(asked, dose, new DoseBlock(dose, REST, REST), 0)
                .metric(REST, 1e-3)
                .value();
        double room = 1.2;
        LimitSearch.Answer a =
                Phantoms.answer(Phantoms.nearMaximum(Phantoms.cord(), 0.35, rest + room), dose, Phantoms.options());
        assertThat(a.upperMm()).isCloseTo(room / g, within(0.02));
        assertThat(a.lowerMm()).isCloseTo(room / g, within(0.02)).isLessThanOrEqualTo(a.upperMm());
        assertThat(a.upperMm() - a.lowerMm()).isLessThanOrEqualTo(0.02);
        assertThat(a.breakMm().dot(up) / a.upperMm()).isGreaterThan(0.99);
        assertThat(PatientDirection.words(a.breakMm())).isEqualTo("posterior left feet");
        for (AxisShift axis : a.axes()) {
            double along = axis.direction().dot(up) * g;
            if (along * 4 > room) {
                assertThat(axis.upperMm()).isCloseTo(room / along, within(0.02));
                assertThat(axis.lowerMm()).isCloseTo(room / along, within(0.02));
            } else {
                assertThat(axis.breaks()).isFalse();
                assertThat(axis.lowerMm()).isEqualTo(4);
            }
        }
    }

    /** Small and large volumes, and slopes of which none lies along the grid. */
    @Test
    void theBoundsMeetInEverySlope() {
        Property.forAll(8, random -> random, random -> {
            double g = 0.4 + random.nextDouble();
            Point3 u =
                    new Point3(random.nextDouble() - 0.5, random.nextDouble() - 0.5, 0.2 * (random.nextDouble() - 0.5));
            Point3 up = u.times(1 / u.norm());
            DoseGrid dose = Phantoms.dose(30, p -> 20 + g * p.dot(up));
            SlabSolid solid = Phantoms.vase(random);
            double cc = solid.volumeCc() * (0.1 + 0.6 * random.nextDouble());
            double rest = new CertifiedShifts(
                            Phantoms.nearMaximum(solid, cc, 0), dose, new DoseBlock(dose, REST, REST), 0)
                    .metric(REST, 1e-3)
                    .value();
            double room = 0.3 + 2 * random.nextDouble();
            LimitSearch.Answer a =
                    Phantoms.answer(Phantoms.nearMaximum(solid, cc, rest + room * g), dose, Phantoms.options());
            assertThat(a.lowerMm()).isBetween(room - 0.025, room + 0.003 / g);
            assertThat(a.upperMm()).isBetween(room - 0.003 / g, room + 0.025);
        });
    }

    @Test
    void theMaximumBreaksWhereTheNearestCornerDoes() {
        DoseGrid dose = Phantoms.dose(30, p -> 20 - p.y());
        LimitSearch.Answer a = Phantoms.answer(Phantoms.maximum(Phantoms.cord(), 27), dose, Phantoms.options());
        assertThat(a.upperMm()).isCloseTo(2, within(0.02));
        assertThat(a.lowerMm()).isCloseTo(2, within(0.02));
        assertThat(PatientDirection.words(a.breakMm())).isEqualTo("anterior");
    }

    @Test
    void aFlatDoseIsNotBrokenByAnyShift() {
        DoseGrid dose = Phantoms.dose(30, p -> 9);
        LimitSearch.Answer a =
                Phantoms.answer(Phantoms.nearMaximum(Phantoms.cord(), 0.35, 10), dose, Phantoms.options());
        assertThat(a.breakMm()).isNull();
        assertThat(a.lowerMm()).isEqualTo(4);
        assertThat(a.rotations()).noneMatch(RotationToBreak::breaks);
    }

    @Test
    void beyondTheDoseGridNothingIsSafe() {
        DoseGrid dose = Phantoms.dose(16, p -> 9);
        LimitSearch.Answer a =
                Phantoms.answer(Phantoms.nearMaximum(Phantoms.cord(), 0.35, 10), dose, Phantoms.options());
        assertThat(a.coveredMm()).isCloseTo(1, within(1e-5));
        assertThat(a.axes().get(5).searchedMm()).isCloseTo(1, within(1e-5));
        assertThat(a.axes().get(5).lowerMm()).isLessThanOrEqualTo(1);
    }

    @Test
    void aTurnAboutTheCentreTakesTheEndsIntoTheDose() {
        // Dose rises to the back; the end at height 15 mm comes back by 15 sin(angle) when turned about the left axis.
        DoseGrid dose = Phantoms.dose(40, p -> 20 + p.y());
        LimitSearch.Answer a = Phantoms.answer(Phantoms.maximum(Phantoms.cord(), 26), dose, Phantoms.options());
        // Of the corner (5, 15): 5 cos + 15 sin = 6.
        double expected = Math.toDegrees(Math.asin(6 / Math.hypot(5, 15)) - Math.atan2(5, 15));
        RotationToBreak left = a.rotations().stream()
                .filter(r -> r.axis().x() == 1)
                .findFirst()
                .orElseThrow();
        assertThat(left.degrees()).isCloseTo(expected, within(0.05));
        assertThat(a.rotations().stream()
                        .filter(r -> r.axis().z() == 1)
                        .findFirst()
                        .orElseThrow()
                        .breaks())
                .isFalse();
    }

    @Test
    void aBrokenLimitIsRepairedByTheWayBack() {
        DoseGrid dose = Phantoms.dose(30, p -> 20 + 2 * p.x());
        LimitSearch.Answer a = Phantoms.answer(Phantoms.maximum(Phantoms.cord(), 28), dose, Phantoms.options());
        assertThat(a.lowerMm()).isZero();
        assertThat(a.breakMm()).isEqualTo(REST);
        assertThat(a.repairMm().norm()).isCloseTo(1, within(0.05));
        assertThat(PatientDirection.words(a.repairMm())).isEqualTo("right");
    }

    /** No shift of a dense grid that is shorter than the bound may break the limit. */
    @Test
    void bruteForceFindsNoShorterBreak() {
        Property.forAll(12, random -> random, random -> {
            DoseGrid dose = bumps(random);
            SlabSolid solid = random.nextBoolean() ? Phantoms.tube(4, 6) : Phantoms.vase(random);
            MovedLimit asked = random.nextInt(3) > 0
                    ? Phantoms.nearMaximum(solid, 0.03 + 0.1 * random.nextDouble(), 0)
                    : Phantoms.maximum(solid, 0);
            CertifiedShifts rest = new CertifiedShifts(asked, dose, new DoseBlock(dose, REST, REST), 0);
            double limitGy = rest.metric(REST, 1e-3).value() + 0.2 + random.nextDouble();
            MovedLimit limit =
                    new MovedLimit(asked.solid(), asked.kind(), asked.volumeMm3(), limitGy, asked.comparison());
            LimitSearch.Answer a = Phantoms.answer(
                    limit, dose, RobustOptions.defaults().withSearchRadiusMm(1).withMostBoxes(150));
            DoseBlock all = new DoseBlock(dose, new Point3(-20, -20, -20), new Point3(20, 20, 20));
            CertifiedShifts arbiter = new CertifiedShifts(limit, dose, all, 1.5);
            if (a.breakMm() != null) {
                assertThat(limit.isKept(arbiter.metric(a.breakMm(), 1e-4).lower()))
                        .isFalse();
            }
            // The whole ball costs too much with certified values: points decide which few are worth one.
            SampledLimit sampled = new SampledLimit(limit, MovingStructure.of(limit.solid(), 0.75), all);
            int n = (int) Math.floor(a.lowerMm() / 0.1);
            for (int i = -n; i <= n; i++) {
                for (int j = -n; j <= n; j++) {
                    for (int k = -n; k <= n; k++) {
                        Point3 s = new Point3(i * 0.1, j * 0.1, k * 0.1);
                        if (s.norm() < a.lowerMm() && sampled.excess(s) > -0.1) {
                            assertThat(arbiter.breaks(s, 1e-3))
                                    .as("%s of %s", s, a)
                                    .isFalse();
                        }
                    }
                }
            }
        });
    }

    /** A smooth dose of three wide bells. */
    private static DoseGrid bumps(SplittableRandom random) {
        double[][] bells = new double[3][];
        for (int b = 0; b < 3; b++) {
            bells[b] = new double[] {
                20 * random.nextDouble() - 10,
                20 * random.nextDouble() - 10,
                20 * random.nextDouble() - 10,
                5 + 10 * random.nextDouble(),
                5 + 5 * random.nextDouble()
            };
        }
        return Phantoms.dose(20, p -> {
            double gy = 1;
            for (double[] b : bells) {
                double d = p.distanceTo(new Point3(b[0], b[1], b[2])) / b[4];
                gy += b[3] * Math.exp(-d * d / 2);
            }
            return gy;
        });
    }
}
