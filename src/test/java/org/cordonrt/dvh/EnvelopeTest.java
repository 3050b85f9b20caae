package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the intervals promise, for random polygons with holes and random doses from smooth to rough. */
@Tag("slow")
class EnvelopeTest {
    /** Random solid and dose on a random grid around it. */
    private record Case(SlabSolid solid, DoseGrid dose, PlaneFrame axes, SplittableRandom random) {
        static Case random(SplittableRandom random) {
            List<double[]> rings = new ArrayList<>();
            rings.add(star(random, 4, 7));
            if (random.nextBoolean()) {
                rings.add(star(random, 1, 3.5));
            }
            double[] planes = {-4.1, -2, 0.3, 2.9};
            Structure s = Structure.of(
                    1,
                    "Star",
                    rings.stream()
                            .flatMap(r -> Shapes.polygon(r, planes).contours().stream())
                            .toList());
            SlabSolid solid = SlabSolid.of(s, SolidOptions.defaults());
            boolean oblique = random.nextInt(4) == 0;
            PlaneFrame axes = oblique
                    ? PlaneFrame.ofNormal(new Point3(random.nextDouble(), random.nextDouble(), 1))
                    : PlaneFrame.AXIAL;
            double steep = random.nextDouble(0.25);
            double wave = random.nextDouble(2);
            double noise = random.nextBoolean() ? random.nextDouble(0.5) : 0;
            DoseGrid dose = Shapes.grid(
                    16,
                    15,
                    14,
                    new Point3(random.nextDouble(), random.nextDouble(), random.nextDouble()),
                    axes.u(),
                    axes.v(),
                    axes.w(),
                    1.5 + random.nextDouble(),
                    1.5 + random.nextDouble(),
                    p -> 12 * Math.exp(-steep * (p.x() + 0.3 * p.z()))
                            + wave * Math.sin(p.y() / 2) * Math.cos(p.x() / 3)
                            + random.nextDouble(noise + 1e-9));
            return new Case(solid, dose, axes, random);
        }

        private static double[] star(SplittableRandom random, double least, double most) {
            int n = 5 + random.nextInt(20);
            double[] xy = new double[2 * n];
            for (int i = 0; i < n; i++) {
                double r = least + random.nextDouble(most - least);
                xy[2 * i] = r * Math.cos(2 * Math.PI * i / n);
                xy[2 * i + 1] = r * Math.sin(2 * Math.PI * i / n);
            }
            return xy;
        }

        List<Metric> metrics() {
            double cc = solid.volumeCc();
            return List.of(
                    Metric.parse("D0.03cc[Gy]"),
                    Metric.parse(String.format("D%.3fcc[Gy]", cc * (0.1 + random.nextDouble(0.8)))),
                    Metric.parse(String.format("D%.1f%%[Gy]", 1 + random.nextDouble(98))),
                    Metric.parse("D99%[Gy]"),
                    Metric.parse(String.format("V%.2fGy[%%]", 6 + random.nextDouble(10))),
                    Metric.parse("V12Gy[cc]"));
        }
    }

    @Test
    void aSampledDvhLiesInTheEnvelopeAndInTheIntervals() {
        Property.forAll(10, Case::random, c -> {
            Dvh d = Dvh.of(c.solid, c.dose, DvhOptions.defaults());
            assertThat(d.isCovered()).isTrue();
            BruteForce brute = new BruteForce(c.solid, c.dose, c.axes);
            DvhCurve curve = d.curve(0.37);
            for (int i = 0; i < curve.size(); i++) {
                double[] cc = brute.volumeRange(curve.doseGy(i));
                assertThat(curve.lowerCc(i)).isLessThanOrEqualTo(cc[1]);
                assertThat(curve.upperCc(i)).isGreaterThanOrEqualTo(cc[0]);
                assertThat(curve.volumeCc(i)).isBetween(curve.lowerCc(i), curve.upperCc(i));
            }
            for (MetricValue v : d.evaluate(c.metrics().subList(1, 3))) {
                double[] range = brute.range(v.metric());
                assertThat(v.lower()).as(v.metric().expression()).isLessThanOrEqualTo(range[1]);
                assertThat(v.upper()).as(v.metric().expression()).isGreaterThanOrEqualTo(range[0]);
            }
        });
    }

    /** The curve and the metrics are found in different ways and bound the same truth. */
    @Test
    void theCurveAndTheMetricsAgree() {
        Property.forAll(10, Case::random, c -> {
            Dvh d = Dvh.of(c.solid, c.dose, DvhOptions.defaults());
            DvhCurve curve = d.curve(0.5);
            for (int i = 0; i < curve.size(); i += 3) {
                MetricValue v = d.evaluate(Metric.parse("V" + curve.doseGy(i) + "Gy[cc]"));
                assertThat(v.lower()).isLessThanOrEqualTo(curve.upperCc(i) + 1e-9);
                assertThat(v.upper()).isGreaterThanOrEqualTo(curve.lowerCc(i) - 1e-9);
            }
        });
    }

    @Test
    void halvingTheToleranceGivesAnIntervalWithinTheWiderOne() {
        Property.forAll(10, Case::random, c -> {
            for (Metric m : c.metrics()) {
                MetricValue wider = null;
                for (double tolerance = 0.2; tolerance > 0.002; tolerance /= 2) {
                    Dvh d = Dvh.of(c.solid, c.dose, DvhOptions.defaults().withToleranceGy(tolerance));
                    MetricValue v = d.evaluate(m);
                    assertThat(v.value()).isBetween(v.lower(), v.upper());
                    if (m instanceof Metric.DoseAtVolume && v.note() == null) {
                        assertThat(v.upper() - v.lower()).as(m.expression()).isLessThanOrEqualTo(tolerance + 1e-9);
                    }
                    if (wider != null) {
                        assertThat(v.lower()).as(m.expression()).isGreaterThanOrEqualTo(wider.lower());
                        assertThat(v.upper()).as(m.expression()).isLessThanOrEqualTo(wider.upper());
                    }
                    wider = v;
                }
            }
        });
    }

    /** Whether metrics are asked one by one or together, in whatever order, the numbers are the same to the last bit. */
    @Test
    void numbersDoNotDependOnWhatElseIsAsked() {
        Property.forAll(10, Case::random, c -> {
            Dvh d = Dvh.of(c.solid, c.dose, DvhOptions.defaults());
            List<Metric> metrics = new ArrayList<>(c.metrics());
            metrics.add(Metric.parse("Max[Gy]"));
            metrics.add(Metric.parse("Min[Gy]"));
            metrics.add(Metric.parse("Mean[Gy]"));
            List<MetricValue> together = d.evaluate(metrics);
            for (int i = metrics.size() - 1; i >= 0; i--) {
                assertThat(d.evaluate(metrics.get(i))).isEqualTo(together.get(i));
            }
        });
    }

    @Test
    void aWorkBoundThatIsReachedIsSaidAndTheIntervalStillHolds() {
        SplittableRandom random = new SplittableRandom(3);
        Structure block = Shapes.polygon(new double[] {-8, -8, 8, -8, 8, 8, -8, 8}, -8, -4, 0, 4, 8);
        SlabSolid solid = SlabSolid.of(block, SolidOptions.defaults());
        DoseGrid noise = Shapes.grid(
                25, 25, 25, new Point3(0, 0, 0), Shapes.X, Shapes.Y, Shapes.Z, 1, 1, p -> 10 + random.nextDouble(4));
        Metric median = Metric.parse("D50%[Gy]");
        Metric volume = Metric.parse("V12Gy[cc]");
        Dvh free = Dvh.of(solid, noise, new DvhOptions(0.02, 2_000_000));
        Dvh bound = Dvh.of(solid, noise, new DvhOptions(0.0005, 1000));
        for (Metric m : List.of(median, volume)) {
            MetricValue truth = free.evaluate(m);
            assertThat(truth.note()).isNull();
            MetricValue v = bound.evaluate(m);
            assertThat(v.note()).contains("the work bound was reached");
            assertThat(v.lower()).isLessThanOrEqualTo(truth.upper());
            assertThat(v.upper()).isGreaterThanOrEqualTo(truth.lower());
        }
        MetricValue d50 = bound.evaluate(median);
        assertThat(d50.upper() - d50.lower()).isGreaterThan(0.0005);
    }
}
