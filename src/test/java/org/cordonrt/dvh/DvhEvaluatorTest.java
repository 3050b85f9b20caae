package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cordonrt.Property;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** A prepared structure against closed forms. */
class DvhEvaluatorTest {
    private static final double ROUNDING = 1e-9;

    private static void assertHolds(MetricValue v, double truth, double toleranceGy) {
        assertThat(v.note()).isNull();
        assertThat(v.value()).as(v.toString()).isBetween(v.lower(), v.upper());
        assertThat(truth).as(v.toString()).isBetween(v.lower() - ROUNDING, v.upper() + ROUNDING);
        if (v.metric().unit().equals("Gy")) {
            assertThat(v.upper() - v.lower()).as(v.toString()).isLessThanOrEqualTo(toleranceGy + 1e-9);
        }
    }

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
                    assertHolds(v, ProductDose.of(v.metric()), tolerance);
                    if (v.metric().unit().equals("Gy")) {
                        assertThat(v.value()).isCloseTo(ProductDose.of(v.metric()), within(tolerance / 3));
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

    /** A C around the sample at the origin, where alone the dose is high: its inner edges reach half of it. */
    @Test
    void aCellCornerOutsideANotchedContourIsNotPartOfIt() {
        SlabSolid c = SlabSolid.of(
                Shapes.polygon(new double[] {-3, -3, 3, -3, 3, -1, -1, -1, -1, 1, 3, 1, 3, 3, -3, 3}, 0, 1, 2),
                SolidOptions.defaults());
        for (double spacing : new double[] {1, 2}) {
            DoseGrid dose = Shapes.grid(
                    9,
                    9,
                    5,
                    new Point3(0, 0, 1),
                    Shapes.X,
                    Shapes.Y,
                    Shapes.Z,
                    spacing,
                    2,
                    p -> p.x() == 0 && p.y() == 0 ? 20 : 0);
            PreparedDvh prepared =
                    PreparedDvh.of(c, dose.geometry(), List.of(Metric.parse("Max[Gy]")), DvhOptions.defaults());
            assertThat(prepared.evaluate(dose).get(0).value()).isCloseTo(spacing == 1 ? 0 : 10, within(1e-9));
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
                assertHolds(v, 7.25, 0.01);
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
}
