package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cordonrt.Property;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.metric.VolumeUnit;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** A prepared structure against closed forms. */
class DvhEvaluatorTest {
    private static final double ROUNDING = 1e-9;

    @Test
    void ofAProductEveryMetricHoldsItsClosedForm() {
        for (double spacing : new double[] {1.2, 2.9, 5}) {
            for (double tolerance : new double[] {0.3, 0.05, 0.005}) {
                DoseGrid dose = ProductDose.dose(spacing);
                PreparedDvh prepared = PreparedDvh.of(
                        ProductDose.solid(),
                        dose.geometry(),
                        MetricEvaluationTest.metrics(),
                        DvhOptions.defaults().withToleranceGy(tolerance));
                DvhEvaluator evaluator = prepared.evaluator();
                evaluator.evaluate(dose);
                for (MetricValue v : evaluator.values()) {
                    ProductDose.assertHolds(v, ProductDose.of(v.metric()), tolerance);
                    if (v.metric().unit().equals("Gy")) {
                        assertThat(v.value()).isCloseTo(ProductDose.of(v.metric()), within(tolerance / 3));
                    } else if (v.metric() instanceof Metric.VolumeAtDose m) {
                        double wide = ProductDose.mm3Above(m.doseGy() - tolerance / 2)
                                - ProductDose.mm3Above(m.doseGy() + tolerance / 2);
                        double perMm3 = m.volumeUnit() == VolumeUnit.CC ? 1e-3 : 100 / ProductDose.VOLUME_MM3;
                        assertThat(v.upper() - v.lower()).isLessThanOrEqualTo(1.1 * wide * perMm3 + 1e-6);
                        assertThat(v.value()).isCloseTo(ProductDose.of(m), within(0.5 * wide * perMm3 + 1e-6));
                    }
                }
            }
        }
    }

    /** Linear doses in all directions: intervals as narrow as rounding, the maximum at the corner. */
    @Test
    void inALinearDoseEverythingIsKnown() {
        SlabSolid solid = Shapes.cuboid(-4, 4, -3, 3, -5, 5);
        List<Metric> metrics = List.of(
                Metric.parse("Max[Gy]"),
                Metric.parse("Mean[cGy]"),
                Metric.parse("D0.03cc[Gy]"),
                Metric.parse("D40%[cGy]"),
                Metric.parse("V21Gy[cc]"),
                Metric.parse("CV21Gy[%]"),
                Metric.parse("V21Gy[%]"),
                Metric.parse("Min[Gy]"));
        Property.forAll(20, random -> random, random -> {
            Point3 slope = new Point3(
                    random.nextDouble(-0.5, 0.5), random.nextDouble(-0.5, 0.5), random.nextDouble(-0.5, 0.5));
            DoseGrid dose = Shapes.grid(
                    8,
                    8,
                    8,
                    new Point3(random.nextDouble(-1, 1), 0, random.nextDouble(-1, 1)),
                    Shapes.X,
                    Shapes.Y,
                    random.nextBoolean() ? Shapes.Z : Shapes.Z.times(-1),
                    2,
                    2.3,
                    p -> 20 + p.dot(slope));
            double[] box = PrismPieceTest.linear(20, 8 * slope.x(), 6 * slope.y(), 10 * slope.z());
            BoxCut cut = new BoxCut();
            cut.set(box, 0);
            PreparedDvh prepared = PreparedDvh.of(solid, dose.geometry(), metrics, DvhOptions.defaults());
            DvhEvaluator e = prepared.evaluator();
            e.evaluate(dose);
            double half = Trilinear.range(box, 0) / 2;
            assertThat(e.value(0)).isCloseTo(20 + half, within(ROUNDING));
            assertThat(e.upper(0) - e.lower(0)).isBetween(1e-12, 1e-10);
            Point3 at = e.values().get(0).locationMm();
            assertThat(at.x()).isCloseTo(Math.copySign(4, slope.x()), within(1e-9));
            assertThat(at.y()).isCloseTo(Math.copySign(3, slope.y()), within(1e-9));
            assertThat(at.z()).isCloseTo(Math.copySign(5, slope.z()), within(1e-9));
            assertThat(e.value(1)).isCloseTo(2000, within(1e-6));
            assertThat(cut.shareAbove(e.lower(2))).isGreaterThanOrEqualTo(30.0 / 480 - 1e-8);
            assertThat(cut.shareAbove(e.upper(2))).isLessThanOrEqualTo(30.0 / 480 + 1e-8);
            assertThat(e.upper(2) - e.lower(2)).isLessThanOrEqualTo(0.01);
            assertThat(cut.shareAbove(e.value(3) / 100)).isCloseTo(0.4, within(1e-3));
            assertThat(e.upper(3) - e.lower(3)).isLessThanOrEqualTo(1);
            double share = cut.shareAbove(21);
            assertThat(e.value(4)).isCloseTo(0.48 * share, within(1e-8));
            assertThat(e.value(5)).isCloseTo(100 * (1 - share), within(1e-5));
            assertThat(e.value(6)).isCloseTo(100 * share, within(1e-5));
            assertThat(e.lower(6)).isLessThanOrEqualTo(100 * share + 1e-9);
            assertThat(e.value(7)).isCloseTo(20 - half, within(ROUNDING));
        });
    }

    /** The largest dose of a saddle lies on an edge of the outline, not at a vertex. */
    @Test
    void theMaximumMayLieInsideAnEdge() {
        SlabSolid diamond =
                SlabSolid.of(Shapes.polygon(new double[] {4, 0, 0, 4, -4, 0, 0, -4}, 0, 2, 4), SolidOptions.defaults());
        DoseGrid dose = Shapes.grid(
                2, 2, 2, new Point3(0, 0, 2), Shapes.X, Shapes.Y, Shapes.Z, 20, 20, p -> 10 + p.x() * p.y());
        PreparedDvh prepared =
                PreparedDvh.of(diamond, dose.geometry(), List.of(Metric.parse("Max[Gy]")), DvhOptions.defaults());
        MetricValue max = prepared.evaluate(dose).get(0);
        assertThat(max.value()).isCloseTo(14, within(1e-12));
        assertThat(Math.abs(max.locationMm().x())).isCloseTo(2, within(1e-9));
        assertThat(max.locationMm().x() * max.locationMm().y()).isCloseTo(4, within(1e-9));
    }

    /** A C around the sample at the origin, where alone the dose is high: 15 of 20 Gy reach its inner edges. */
    @Test
    void aCellCornerOutsideANotchedContourIsNotPartOfIt() {
        SlabSolid c = SlabSolid.of(
                Shapes.polygon(new double[] {-3, -3, 3, -3, 3, -0.5, -1, -0.5, -1, 0.5, 3, 0.5, 3, 3, -3, 3}, 0, 1, 2),
                SolidOptions.defaults());
        DoseGrid dose = Shapes.grid(
                9,
                9,
                5,
                new Point3(0, 0, 1),
                Shapes.X,
                Shapes.Y,
                Shapes.Z,
                2,
                2,
                p -> p.x() == 0 && p.y() == 0 ? 20 : 0);
        PreparedDvh prepared =
                PreparedDvh.of(c, dose.geometry(), List.of(Metric.parse("Max[Gy]")), DvhOptions.defaults());
        assertThat(prepared.evaluate(dose).get(0).value()).isCloseTo(15, within(1e-9));
    }

    /** Cells that the solid fills have their corners as candidates. */
    @Test
    void theMaximumOfWholeCellsIsAtACorner() {
        SlabSolid solid = Shapes.cuboid(0, 8, 0, 4, 0, 6);
        List<Metric> metrics = List.of(Metric.parse("Max[Gy]"));
        for (int sign = 0; sign < 8; sign++) {
            Point3 slope = new Point3((sign & 1) - 0.5, (sign >> 1 & 1) - 0.5, (sign >> 2) - 0.5);
            DoseGrid dose = Shapes.grid(
                    7, 7, 7, new Point3(4, 2, 3), Shapes.X, Shapes.Y, Shapes.Z, 2, 3, p -> 20 + p.dot(slope));
            MetricValue max = PreparedDvh.of(solid, dose.geometry(), metrics, DvhOptions.defaults())
                    .evaluate(dose)
                    .get(0);
            Point3 at = new Point3(slope.x() > 0 ? 8 : 0, slope.y() > 0 ? 4 : 0, slope.z() > 0 ? 6 : 0);
            assertThat(max.value()).isCloseTo(20 + at.dot(slope), within(ROUNDING));
            assertThat(max.locationMm().minus(at).norm()).isLessThan(1e-9);
        }
    }

    /** Every way a grid may lie and an outline may run: the numbers of a linear dose are the same. */
    @Test
    void theGridsOrientationDoesNotMatter() {
        SlabSolid solid = SlabSolid.of(Shapes.stack(5, -6, 3, 13, z -> 5 + z / 4, p -> p), SolidOptions.defaults());
        Point3 slope = new Point3(0.6, -0.3, 0.74);
        List<Metric> metrics = List.of(
                Metric.parse("Max[Gy]"),
                Metric.parse("D0.03cc[Gy]"),
                Metric.parse("D60%[Gy]"),
                Metric.parse("Mean[Gy]"),
                Metric.parse("V16Gy[cc]"));
        Point3[][] orientations = {
            {Shapes.X, Shapes.Y},
            {Shapes.X.times(-1), Shapes.Y},
            {Shapes.Y, Shapes.X.times(-1)},
            {Shapes.Y, Shapes.Z},
            {Shapes.X, Shapes.Z.times(-1)},
            {Shapes.Z, Shapes.Y},
        };
        double[] expected = null;
        for (Point3[] o : orientations) {
            DoseGrid dose = Shapes.grid(
                    12,
                    13,
                    11,
                    new Point3(0.1, 0.2, 0.3),
                    o[0],
                    o[1],
                    o[0].cross(o[1]),
                    1.7,
                    2.1,
                    p -> 15 + p.dot(slope));
            DvhEvaluator e = PreparedDvh.of(solid, dose.geometry(), metrics, DvhOptions.defaults())
                    .evaluator();
            e.evaluate(dose);
            double[] values = {e.value(0), e.value(1), e.value(2), e.value(3), e.value(4)};
            expected = expected == null ? values : expected;
            assertThat(values).containsExactly(expected, within(1e-5));
        }
    }

    /** Only samples that some part lies next to are read; others may be anything. */
    @Test
    void samplesFarFromTheStructureDoNotMatter() {
        DoseGrid dose = ProductDose.dose(1.2);
        GridGeometry g = dose.geometry();
        double[] samples = new double[g.sampleCount()];
        int n = 0;
        for (int k = 0; k < g.frames(); k++) {
            for (int j = 0; j < g.rows(); j++) {
                for (int i = 0; i < g.columns(); i++) {
                    Point3 p = g.centre(i, j, k);
                    boolean isNear =
                            p.x() > -1.2 && p.x() < 9.2 && p.y() > -1.2 && p.y() < 9.2 && p.z() > -1.2 && p.z() < 7.2;
                    samples[n++] = isNear ? dose.doseGy(i, j, k) : Double.NaN;
                }
            }
        }
        DvhEvaluator e = PreparedDvh.of(ProductDose.solid(), g, MetricEvaluationTest.metrics(), DvhOptions.defaults())
                .evaluator();
        e.evaluate(dose);
        List<MetricValue> values = e.values();
        e.evaluate(samples);
        assertThat(e.values()).isEqualTo(values);
        float[] single = new float[samples.length];
        for (int i = 0; i < single.length; i++) {
            single[i] = (float) samples[i];
        }
        e.evaluate(single);
        assertThat(e.value(0)).isCloseTo(values.get(0).value(), within(1e-5));
    }

    @Test
    void aFlatDoseIsItself() {
        DoseGrid flat = Shapes.grid(9, 9, 9, new Point3(4, 4, 3), Shapes.X, Shapes.Y, Shapes.Z, 2, 2, p -> 7.25);
        DvhEvaluator e = PreparedDvh.of(
                        ProductDose.solid(), flat.geometry(), MetricEvaluationTest.metrics(), DvhOptions.defaults())
                .evaluator();
        e.evaluate(flat);
        for (MetricValue v : e.values()) {
            if (v.metric().unit().equals("Gy")) {
                ProductDose.assertHolds(v, 7.25, 0.01);
            }
        }
        e.evaluate(flat, 2);
        assertThat(e.value(0)).isCloseTo(14.5, within(1e-9));
    }

    @Test
    void whatIsPreparedIsToldBack() {
        DoseGrid dose = ProductDose.dose(2);
        List<Metric> metrics = List.of(Metric.parse("D0.03cc[Gy]"), Metric.parse("Max[Gy]"));
        PreparedDvh prepared = PreparedDvh.of(
                ProductDose.solid(),
                dose.geometry(),
                metrics,
                DvhOptions.defaults().withToleranceGy(0.05));
        assertThat(prepared.metrics()).isEqualTo(metrics);
        assertThat(prepared.options().toleranceGy()).isEqualTo(0.05);
        assertThat(prepared.volumeCc()).isCloseTo(0.384, within(1e-12));
        assertThat(prepared.coveredFraction()).isEqualTo(1);
        assertThat(prepared.evaluator().value(0)).isNaN();
        // Moved out by half its width, half of it is covered.
        PreparedDvh moved = prepared.movedBy(new Point3(20, 0, 0));
        assertThat(moved.coveredFraction()).isZero();
        assertThat(moved.evaluate(dose).get(0).isEvaluable()).isFalse();
        LocalDose local = prepared.local(dose);
        DvhEvaluator e = prepared.evaluator();
        e.evaluateSum(List.of(local, local), new double[] {0.5, 1});
        assertThat(e.value(1)).isCloseTo(1.5 * 16, within(1e-9));
    }

    private static List<Metric> manyDoses(double cc) {
        List<Metric> metrics = new ArrayList<>();
        for (int i = 1; i < 40; i++) {
            metrics.add(Metric.parse(String.format(Locale.ROOT, "D%.6fcc[Gy]", cc * i * i / 1600)));
        }
        return metrics;
    }

    /** Where parts are small against the tolerance nothing is left to the ordinary way but the least dose. */
    @Test
    void smallPartsTellTheDoseOfEveryVolume() {
        DoseGrid dose = ProductDose.dose(2.9);
        List<Metric> metrics = manyDoses(ProductDose.VOLUME_MM3 / 1000);
        metrics.addAll(MetricEvaluationTest.metrics());
        DvhEvaluator e = PreparedDvh.of(
                        ProductDose.solid(),
                        dose.geometry(),
                        metrics,
                        DvhOptions.defaults().withToleranceGy(0.3))
                .evaluator();
        e.evaluate(dose);
        for (int i = 0; i < metrics.size(); i++) {
            Metric m = metrics.get(i);
            double truth = ProductDose.of(m);
            assertThat(e.isOrdinary(i))
                    .as(m.expression())
                    .isEqualTo(m.expression().startsWith("Min"));
            assertThat(truth).as(m.expression()).isBetween(e.lower(i) - ROUNDING, e.upper(i) + ROUNDING);
            if (m instanceof Metric.DoseAtVolume) {
                assertThat(e.upper(i) - e.lower(i)).as(m.expression()).isLessThan(0.2);
                assertThat(e.value(i)).as(m.expression()).isCloseTo(truth, within(0.03));
            } else if (m instanceof Metric.VolumeAtDose v) {
                double perMm3 = m.unit().equals("%") ? 100 / ProductDose.VOLUME_MM3 : 1e-3;
                double half = ProductDose.mm3Above(v.doseGy() - 0.06) - ProductDose.mm3Above(v.doseGy() + 0.06);
                assertThat(e.upper(i) - e.lower(i)).as(m.expression()).isLessThan(1.1 * half * perMm3);
            }
        }
    }

    /** From a few cells to all of them are above a dose, in layers that all have the same. */
    @Test
    void inALinearDoseSmallAndLargeVolumesAreTold() {
        SlabSolid solid = Shapes.cuboid(0, 20, 0, 20, 0, 20);
        // Of less than a row of parts the guess is too rough where the dose ends at once.
        List<Metric> metrics = manyDoses(8).subList(4, 39);
        for (Point3 slope : List.of(new Point3(1, 0, 0), new Point3(0.4, -0.7, 0.2), new Point3(0, 0, -2))) {
            DoseGrid dose = Shapes.grid(
                    12, 12, 12, new Point3(10.1, 9.8, 10), Shapes.X, Shapes.Y, Shapes.Z, 2, 2, p -> 50 + p.dot(slope));
            DvhEvaluator e = PreparedDvh.of(solid, dose.geometry(), metrics, DvhOptions.defaults())
                    .evaluator();
            e.evaluate(dose);
            BoxCut cut = new BoxCut();
            cut.set(
                    PrismPieceTest.linear(
                            50 + 10 * (slope.x() + slope.y() + slope.z()),
                            20 * slope.x(),
                            20 * slope.y(),
                            20 * slope.z()),
                    0);
            for (int i = 0; i < metrics.size(); i++) {
                double share = ((Metric.DoseAtVolume) metrics.get(i)).volume() / 8;
                assertThat(e.isOrdinary(i)).isFalse();
                assertThat(cut.shareAbove(e.lower(i))).isGreaterThanOrEqualTo(share - 1e-8);
                assertThat(cut.shareAbove(e.upper(i))).isLessThanOrEqualTo(share + 1e-8);
                assertThat(e.upper(i) - e.lower(i)).isLessThan(1e-6);
                assertThat(cut.shareAbove(e.value(i))).isCloseTo(share, within(1e-4));
            }
        }
    }

    /** The maximum has the dose where it says it lies, which is in the outline; no vertex and no edge has more. */
    @Test
    void theMaximumLiesInTheOutlineAndNoEdgeHasMore() {
        for (double spacing : new double[] {1, 2.6}) {
            DoseGrid dose = ProductDose.dose(spacing);
            Property.forAll(20, random -> random, random -> {
                double[] star = ExtremeSearchTest.outline(random);
                SlabSolid solid = SlabSolid.of(Shapes.polygon(star, 1, 3, 5), SolidOptions.defaults());
                List<Metric> metrics = List.of(Metric.parse("Max[cGy]"));
                PreparedDvh prepared = PreparedDvh.of(solid, dose.geometry(), metrics, DvhOptions.defaults());
                MetricValue max = prepared.evaluate(dose).get(0);
                ExtremeSearchTest.assertIsExtreme(star, max.value() / 100, max.locationMm(), true);
            });
        }
    }

    /** A dose that bends in all three directions has its maximum at the height where it bends upwards. */
    @Test
    void theMaximumOfATripleProductIsAtTheTop() {
        double[] diamond = {4, 0, 8, 4, 4, 8, 0, 4};
        for (double sign : new double[] {1, -1}) {
            DoseGrid dose = Shapes.grid(
                    6,
                    6,
                    6,
                    new Point3(4.1, 3.9, 3.2),
                    Shapes.X,
                    Shapes.Y,
                    Shapes.Z,
                    2.7,
                    2.7,
                    p -> 100 + p.x() * p.y() * (sign > 0 ? p.z() : 6 - p.z()));
            SlabSolid solid = SlabSolid.of(Shapes.polygon(diamond, 1, 3, 5), SolidOptions.defaults());
            PreparedDvh prepared =
                    PreparedDvh.of(solid, dose.geometry(), List.of(Metric.parse("Max[Gy]")), DvhOptions.defaults());
            MetricValue max = prepared.evaluate(dose).get(0);
            assertThat(max.value()).isCloseTo(100 + 36 * 6, within(1e-9));
            assertThat(max.locationMm().x()).isCloseTo(6, within(1e-9));
            assertThat(max.locationMm().y()).isCloseTo(6, within(1e-9));
            assertThat(max.locationMm().z()).isCloseTo(sign > 0 ? 6 : 0, within(1e-9));
        }
    }

    @Test
    void numbersOfARefusedDoseAreNotThoseOfTheLast() {
        DoseGrid dose = ProductDose.dose(2);
        int n = dose.geometry().sampleCount();
        PreparedDvh prepared = PreparedDvh.of(
                ProductDose.solid(), dose.geometry(), MetricEvaluationTest.metrics(), DvhOptions.defaults());
        DvhEvaluator e = prepared.evaluator();
        double[] bad = new double[n];
        Arrays.fill(bad, Double.POSITIVE_INFINITY);
        float[] badSingle = new float[n];
        Arrays.fill(badSingle, Float.NaN);
        DoseGrid elsewhere = Shapes.grid(3, 3, 3, new Point3(0, 0, 0), Shapes.X, Shapes.Y, Shapes.Z, 9, 9, p -> 1);
        LocalDose local = prepared.local(dose);
        List<Runnable> refused = List.of(
                () -> e.evaluate(bad),
                () -> e.evaluate(badSingle),
                () -> e.evaluate(new float[n - 1]),
                () -> e.evaluate(new double[n + 1]),
                () -> e.evaluate(elsewhere),
                () -> e.evaluate(dose, Double.NaN),
                () -> e.evaluateSum(List.of(local), new double[] {Double.NaN}),
                () -> e.evaluateSum(List.of(local), new double[2]));
        for (Runnable r : refused) {
            e.evaluate(dose);
            assertThat(e.values()).hasSize(13);
            assertThatThrownBy(r::run).isInstanceOf(IllegalArgumentException.class);
            for (int i = 0; i < 13; i++) {
                assertThat(e.value(i)).isNaN();
                assertThat(e.lower(i)).isNaN();
                assertThat(e.upper(i)).isNaN();
                assertThat(e.isOrdinary(i)).isFalse();
            }
            assertThatThrownBy(e::values).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> e.evaluate(bad)).hasMessage("a dose sample is not finite");
        assertThatThrownBy(() -> e.evaluate(badSingle)).hasMessage("a dose sample is not finite");
        assertThatThrownBy(() -> e.evaluate(dose, Double.NaN)).hasMessage("a dose times NaN");
        assertThatThrownBy(() -> e.evaluateSum(List.of(local), new double[] {Double.NEGATIVE_INFINITY}))
                .hasMessage("a dose times -Infinity");
    }

    /** The last sample that is needed is looked at as well as the first. */
    @Test
    void everySampleThatIsNeededMustBeFinite() {
        DoseGrid dose =
                Shapes.grid(6, 6, 6, new Point3(4, 4, 3), Shapes.X, Shapes.Y, Shapes.Z, 3, 3, p -> 5 + p.x() / 10);
        GridGeometry g = dose.geometry();
        PreparedDvh prepared =
                PreparedDvh.of(ProductDose.solid(), g, List.of(Metric.parse("Max[Gy]")), DvhOptions.defaults());
        int n = 0;
        for (int k = 0; k < g.frames(); k++) {
            for (int j = 0; j < g.rows(); j++) {
                for (int i = 0; i < g.columns(); i++) {
                    double[] samples = new double[g.sampleCount()];
                    samples[n++] = Double.NEGATIVE_INFINITY;
                    Point3 p = g.centre(i, j, k);
                    boolean isNeeded = p.x() > -3 && p.x() < 11 && p.y() > -3 && p.y() < 11 && p.z() > -3 && p.z() < 9;
                    if (isNeeded) {
                        assertThatThrownBy(() -> prepared.local(samples)).hasMessage("a dose sample is not finite");
                    } else {
                        prepared.local(samples);
                    }
                }
            }
        }
    }
}
