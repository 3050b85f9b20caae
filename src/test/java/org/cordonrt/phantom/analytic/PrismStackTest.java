package org.cordonrt.phantom.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.metric.Metric;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** The truth of stacked polygons against counting points. */
class PrismStackTest {

    private record Case(List<Section> sections, LinearDose dose) {}

    private static Case random(SplittableRandom r) {
        List<Section> sections = new ArrayList<>();
        double z = r.nextDouble(-10, 10);
        int planes = r.nextInt(2, 6);
        for (int k = 0; k < planes; k++) {
            double[] outer = star(r, 5 + r.nextDouble() * 5);
            double[] hole = star(r, 1 + r.nextDouble());
            sections.add(new Section(
                    z,
                    List.of(outer, hole),
                    ContourGeometricType.CLOSED_PLANAR,
                    List.of(new Ring(r.nextBoolean() ? outer : Outlines.reversed(outer), 1), new Ring(hole, -1))));
            z += 0.2 + 3 * r.nextDouble();
        }
        // Some gradients lie along an axis, where other formulas hold.
        Point3 gradient = new Point3(
                r.nextInt(3) == 0 ? 0 : r.nextDouble(-1, 1),
                r.nextInt(3) == 0 ? 0 : r.nextDouble(-1, 1),
                r.nextInt(3) == 0 ? 0 : r.nextDouble(-1, 1));
        return new Case(sections, new LinearDose(20, gradient.norm() < 0.1 ? new Point3(0, 0, 1) : gradient));
    }

    /** A polygon around the origin, seldom convex, never nearer than a third of its radius. */
    private static double[] star(SplittableRandom r, double radius) {
        int n = r.nextInt(3, 12);
        double[] xy = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double a = 2 * Math.PI * i / n;
            double d = radius * (n < 5 ? 1 : r.nextDouble(0.7, 1));
            xy[2 * i] = d * Math.cos(a);
            xy[2 * i + 1] = d * Math.sin(a);
        }
        return xy;
    }

    @Test
    void agreesWithCountingPoints() {
        Property.forAll(30, PrismStackTest::random, c -> {
            DoseDistribution truth = PrismStack.of(c.sections).under(c.dose);
            double middle = truth.minGy() + 0.6 * (truth.maxGy() - truth.minGy());
            double volume = 0;
            double above = 0;
            double integral = 0;
            double step = 0.2;
            for (int k = 0; k < c.sections.size(); k++) {
                double[] slab = bounds(c.sections, k);
                int layers = 50;
                double dz = (slab[1] - slab[0]) / layers;
                for (double x = -10 + step / 2; x < 10; x += step) {
                    for (double y = -10 + step / 2; y < 10; y += step) {
                        if (!inside(c.sections.get(k), x, y)) {
                            continue;
                        }
                        for (int i = 0; i < layers; i++) {
                            double gy = c.dose.at(new Point3(x, y, slab[0] + (i + 0.5) * dz));
                            double mm3 = step * step * dz;
                            volume += mm3;
                            integral += gy * mm3;
                            above += gy >= middle ? mm3 : 0;
                            assertThat(gy).isBetween(truth.minGy() - 1e-9, truth.maxGy() + 1e-9);
                        }
                    }
                }
            }
            assertThat(truth.volumeMm3()).isCloseTo(volume, within(0.012 * volume));
            assertThat(truth.meanGy()).isCloseTo(integral / volume, within(0.02));
            assertThat(truth.atLeastMm3().applyAsDouble(middle)).isCloseTo(above, within(0.015 * volume));
        });
    }

    /** Half-way to the neighbours; at the ends as far out as in. */
    private static double[] bounds(List<Section> s, int k) {
        double z = s.get(k).heightMm();
        double below = k > 0 ? (z - s.get(k - 1).heightMm()) / 2 : (s.get(1).heightMm() - z) / 2;
        double above = k + 1 < s.size() ? (s.get(k + 1).heightMm() - z) / 2 : below;
        return new double[] {z - below, z + above};
    }

    private static boolean inside(Section s, double x, double y) {
        boolean in = false;
        for (double[] xy : s.drawn()) {
            for (int i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
                if (xy[i + 1] > y != xy[j + 1] > y
                        && x < (xy[j] - xy[i]) * (y - xy[i + 1]) / (xy[j + 1] - xy[i + 1]) + xy[i]) {
                    in = !in;
                }
            }
        }
        return in;
    }

    @Test
    void doseAtAVolumeHasThatVolume() {
        Property.forAll(30, PrismStackTest::random, c -> {
            DoseDistribution truth = PrismStack.of(c.sections).under(c.dose);
            for (double percent : new double[] {1, 5, 50, 95, 99}) {
                double gy = truth.value(Metric.parse("D" + (int) percent + "%[Gy]"));
                assertThat(truth.atLeastMm3().applyAsDouble(gy - 1e-9) / truth.volumeMm3())
                        .isGreaterThanOrEqualTo(percent / 100 - 1e-12);
                assertThat(truth.atLeastMm3().applyAsDouble(gy + 1e-9) / truth.volumeMm3())
                        .isLessThanOrEqualTo(percent / 100 + 1e-12);
            }
        });
    }

    @Test
    void aBoxIsABox() {
        List<Section> box = List.of(
                Section.of(0, new double[] {0, 0, 4, 0, 4, 2, 0, 2}),
                Section.of(1, new double[] {0, 0, 4, 0, 4, 2, 0, 2}));
        DoseDistribution d = PrismStack.of(box).under(new LinearDose(1, new Point3(1, 0, 0)));
        assertThat(d.volumeMm3()).isEqualTo(16);
        assertThat(d.minGy()).isEqualTo(1);
        assertThat(d.maxGy()).isEqualTo(5);
        assertThat(d.meanGy()).isEqualTo(3);
        assertThat(d.atLeastMm3().applyAsDouble(4)).isEqualTo(4);
        assertThat(d.value(Metric.parse("D25%[Gy]"))).isCloseTo(4, within(1e-10));
    }

    /** A bent profile over a wedge, by hand: in strips of one millimetre the dose is 1 to 2 and 2 to 4 Gy. */
    @Test
    void aProfileIsStraightFromSampleToSample() {
        double[] wedge = {0, 0, 2, 0, 2, 2};
        List<Section> sections = List.of(Section.of(0, wedge), Section.of(1, wedge));
        ProfileDose bent = new ProfileDose(1, 0, new double[] {0, 1, 2}, new double[] {1, 2, 4});
        DoseDistribution d = PrismStack.of(sections).under(bent);
        assertThat(d.volumeMm3()).isEqualTo(4);
        assertThat(d.minGy()).isEqualTo(1);
        assertThat(d.maxGy()).isEqualTo(4);
        // Width x at x: the integral of x (1 + x) to 1 and of x 2 x to 2, over an area of 2.
        assertThat(d.meanGy()).isCloseTo((1 / 2.0 + 1 / 3.0 + 14 / 3.0) / 2, within(1e-12));
        assertThat(d.atLeastMm3().applyAsDouble(2)).isCloseTo(3, within(1e-12));
        assertThat(d.atLeastMm3().applyAsDouble(3)).isCloseTo(4 - 2.25, within(1e-12));
        assertThat(d.value(Metric.parse("D75%[Gy]"))).isCloseTo(2, within(1e-10));
    }

    @Test
    void aStraightProfileIsALinearDose() {
        Property.forAll(20, PrismStackTest::random, c -> {
            double angle = c.dose.gradient().x();
            double x = Math.cos(angle);
            double y = Math.sin(angle);
            PrismStack stack = PrismStack.of(c.sections);
            DoseDistribution straight = stack.under(new LinearDose(20, new Point3(0.5 * x, 0.5 * y, 0)));
            DoseDistribution profile = stack.under(
                    new ProfileDose(x, y, new double[] {-11, -3, 2, 11}, new double[] {14.5, 18.5, 21, 25.5}));
            assertThat(profile.meanGy()).isCloseTo(straight.meanGy(), within(1e-10));
            assertThat(profile.maxGy()).isCloseTo(straight.maxGy(), within(1e-10));
            for (double gy = 16; gy < 24; gy += 0.7) {
                assertThat(profile.atLeastMm3().applyAsDouble(gy))
                        .isCloseTo(straight.atLeastMm3().applyAsDouble(gy), within(1e-8));
            }
        });
    }

    @Test
    void meanOfAnExponentialOverADisc() {
        double sum = 0;
        int n = 4000;
        for (int i = 0; i < n; i++) {
            double x = 2 * (i + 0.5) / n - 1;
            sum += Math.exp(0.5 * x) * 2 * Math.sqrt(1 - x * x) * 2 / n;
        }
        assertThat(FalloffCases.discMean(0.5)).isCloseTo(sum / Math.PI, within(1e-5));
    }
}
