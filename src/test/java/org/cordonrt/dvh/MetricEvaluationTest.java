package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

/** Metrics against closed forms, and how close their intervals are. */
class MetricEvaluationTest {
    private static final double ROUNDING = 1e-9;

    private static List<Metric> metrics(String... expressions) {
        return Stream.of(expressions).map(Metric::parse).toList();
    }

    static List<Metric> metrics() {
        return metrics(
                "Max[Gy]",
                "Min[Gy]",
                "Mean[Gy]",
                "D0.003cc[Gy]",
                "D0.03cc[Gy]",
                "D10%[Gy]",
                "D50%[Gy]",
                "D95%[Gy]",
                "V1Gy[cc]",
                "V4Gy[%]",
                "V15.9Gy[cc]",
                "CV5Gy[cc]",
                "CV5Gy[%]");
    }

    private static void assertHolds(MetricValue v, double truth, double toleranceGy) {
        ProductDose.assertHolds(v, truth, toleranceGy);
        if (v.metric().unit().equals("Gy")) {
            assertThat(v.value()).as(v.toString()).isCloseTo(truth, within(toleranceGy / 4));
        }
    }

    @Test
    void ofAProductEveryMetricHoldsItsClosedForm() {
        for (double spacing : new double[] {1.7, 5}) {
            for (double tolerance : new double[] {0.4, 0.05, 0.002}) {
                Dvh dvh = Dvh.of(
                        ProductDose.solid(),
                        ProductDose.dose(spacing),
                        DvhOptions.defaults().withToleranceGy(tolerance));
                for (MetricValue v : dvh.evaluate(metrics())) {
                    assertHolds(v, ProductDose.of(v.metric()), tolerance);
                    if (v.metric() instanceof Metric.VolumeAtDose m) {
                        // As a dose the interval is the tolerance wide at most.
                        double share = v.metric().unit().equals("%") ? 100 / ProductDose.VOLUME_MM3 : 1e-3;
                        double allowed = ProductDose.mm3Above(m.doseGy() - tolerance / 2)
                                - ProductDose.mm3Above(m.doseGy() + tolerance / 2);
                        assertThat(v.upper() - v.lower())
                                .as(v.toString())
                                .isLessThanOrEqualTo(1.1 * allowed * share + 1e-6);
                    }
                }
            }
        }
    }

    @Test
    void centigraysAreAHundredTimesAsMany() {
        Dvh dvh = Dvh.of(ProductDose.solid(), ProductDose.dose(2), DvhOptions.defaults());
        for (String m : List.of("Max", "Min", "Mean", "D0.03cc", "D50%")) {
            MetricValue gy = dvh.evaluate(Metric.parse(m + "[Gy]"));
            MetricValue cGy = dvh.evaluate(Metric.parse(m + "[cGy]"));
            assertThat(cGy.value()).isCloseTo(100 * gy.value(), within(1e-9));
            assertThat(cGy.lower()).isCloseTo(100 * gy.lower(), within(1e-9));
            assertThat(cGy.upper()).isCloseTo(100 * gy.upper(), within(1e-9));
        }
    }

    @Test
    void aComplementIsTheRestOfTheVolume() {
        Dvh dvh = Dvh.of(
                ProductDose.solid(), ProductDose.dose(5), DvhOptions.defaults().withToleranceGy(0.3));
        MetricValue above = dvh.evaluate(Metric.parse("V5Gy[cc]"));
        MetricValue below = dvh.evaluate(Metric.parse("CV5Gy[cc]"));
        assertThat(above.value() + below.value()).isCloseTo(0.384, within(1e-12));
        assertThat(above.lower() + below.upper()).isCloseTo(0.384, within(1e-12));
        assertThat(above.upper() + below.lower()).isCloseTo(0.384, within(1e-12));
    }

    @Test
    void theExtremesAreAtTheCorners() {
        Dvh dvh = Dvh.of(ProductDose.solid(), ProductDose.dose(1.7), DvhOptions.defaults());
        MetricValue max = dvh.evaluate(Metric.parse("Max[Gy]"));
        assertThat(max.value()).isCloseTo(16, within(ROUNDING));
        assertThat(max.upper() - max.lower()).isBetween(1e-12, 1e-10);
        assertThat(max.locationMm().x()).isCloseTo(8, within(ROUNDING));
        assertThat(max.locationMm().y()).isCloseTo(8, within(ROUNDING));
        assertThat(max.locationMm().z()).isBetween(-ROUNDING, 6 + ROUNDING);
        MetricValue min = dvh.evaluate(Metric.parse("Min[Gy]"));
        assertThat(min.locationMm().x() * min.locationMm().y()).isCloseTo(0, within(ROUNDING));
        assertThat(min.value()).isCloseTo(0, within(ROUNDING));
        MetricValue all = dvh.evaluate(Metric.parse("D100%[Gy]"));
        assertThat(all.value()).isEqualTo(min.value());
        assertThat(all.note()).isNull();
    }

    @Test
    void moreVolumeThanThereIsHasTheMinimumWithANote() {
        Dvh dvh = Dvh.of(ProductDose.solid(), ProductDose.dose(1.7), DvhOptions.defaults());
        MetricValue more = dvh.evaluate(Metric.parse("D0.385cc[Gy]"));
        assertThat(more.value()).isCloseTo(0, within(ROUNDING));
        assertThat(more.note()).isEqualTo("the structure has only 0.384 cc, so this is its minimum dose");
        assertThat(dvh.evaluate(Metric.parse("D0.384cc[Gy]")).note()).isNull();
        MetricValue nearly = dvh.evaluate(Metric.parse("D0.3839cc[Gy]"));
        assertThat(nearly.value())
                .isCloseTo(ProductDose.gyAt(383.9), within(5e-4))
                .isGreaterThan(1e-4);
    }

    @Test
    void theOrderInWhichMetricsAreAskedDoesNotMatter() {
        Dvh dvh = Dvh.of(ProductDose.solid(), ProductDose.dose(1.7), DvhOptions.defaults());
        List<Metric> metrics = metrics();
        List<MetricValue> together = dvh.evaluate(metrics);
        List<Metric> reversed = new ArrayList<>(metrics);
        Collections.reverse(reversed);
        List<MetricValue> backwards = new ArrayList<>(dvh.evaluate(reversed));
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(together);
        for (int i = 0; i < metrics.size(); i++) {
            assertThat(together.get(i).metric()).isEqualTo(metrics.get(i));
            assertThat(dvh.evaluate(metrics.get(i))).isEqualTo(together.get(i));
        }
    }

    /** In a linear dose nothing is unsure but rounding. */
    @Test
    void inALinearDoseTheIntervalIsThatOfRounding() {
        SlabSolid solid = Shapes.cuboid(0, 8, 0, 6, 0, 10);
        Point3 tilted = new Point3(0.3, -0.2, 1);
        for (PlaneFrame f : List.of(PlaneFrame.AXIAL, PlaneFrame.ofNormal(tilted))) {
            DoseGrid dose =
                    Shapes.grid(9, 9, 9, new Point3(4, 3, 5), f.u(), f.v(), f.w(), 2.3, 2.1, p -> 10 + 0.5 * p.x());
            Dvh dvh = Dvh.of(solid, dose, DvhOptions.defaults());
            assertThat(dvh.coveredFraction()).isEqualTo(1);
            MetricValue d25 = dvh.evaluate(Metric.parse("D25%[Gy]"));
            assertThat(d25.value()).isCloseTo(13, within(1e-6));
            assertThat(d25.upper() - d25.lower()).isLessThan(0.01);
            MetricValue v12 = dvh.evaluate(Metric.parse("V12Gy[cc]"));
            assertThat(v12.value()).isCloseTo(0.24, within(1e-6));
            assertThat(v12.upper() - v12.lower()).isLessThan(1e-6);
            assertThat(dvh.evaluate(Metric.parse("CV12Gy[%]")).value()).isCloseTo(50, within(1e-6));
            assertThat(dvh.evaluate(Metric.parse("Mean[Gy]")).value()).isCloseTo(12, within(1e-9));
            MetricValue max = dvh.evaluate(Metric.parse("Max[Gy]"));
            assertThat(max.value()).isCloseTo(14, within(1e-9));
            assertThat(max.locationMm().x()).isCloseTo(8, within(1e-9));
            MetricValue min = dvh.evaluate(Metric.parse("Min[Gy]"));
            assertThat(min.value()).isCloseTo(10, within(1e-9));
            assertThat(min.locationMm().x()).isCloseTo(0, within(1e-9));
            assertThat(min.note()).isNull();
        }
    }

    @Test
    void beyondAllDosesThereIsAllOrNothing() {
        Dvh dvh = Dvh.of(ProductDose.solid(), ProductDose.dose(1.7), DvhOptions.defaults());
        MetricValue none = dvh.evaluate(Metric.parse("V16.1Gy[cc]"));
        assertThat(none.upper()).isCloseTo(0, within(1e-9));
        assertThat(none.lower()).isZero();
        MetricValue all = dvh.evaluate(Metric.parse("V0Gy[%]"));
        assertThat(all.value()).isCloseTo(100, within(0.05));
        assertThat(all.upper()).isEqualTo(100);
        assertThat(dvh.evaluate(Metric.parse("CV16.1Gy[%]")).value()).isCloseTo(100, within(1e-6));
    }

    /** A dose of one value all over is that value, within rounding, whatever is asked. */
    @Test
    void aFlatDoseIsItself() {
        DoseGrid flat = Shapes.grid(9, 9, 9, new Point3(4, 4, 3), Shapes.X, Shapes.Y, Shapes.Z, 2, 2, p -> 7.25);
        Dvh dvh = Dvh.of(ProductDose.solid(), flat, DvhOptions.defaults());
        for (String m : List.of("Max[Gy]", "Min[Gy]", "Mean[Gy]", "D0.03cc[Gy]", "D50%[Gy]", "D99%[Gy]")) {
            MetricValue v = dvh.evaluate(Metric.parse(m));
            assertThat(v.value()).as(m).isCloseTo(7.25, within(1e-9));
            assertThat(v.upper() - v.lower()).as(m).isLessThan(1e-9);
        }
        assertThat(dvh.evaluate(Metric.parse("V7.2Gy[%]")).value()).isCloseTo(100, within(1e-6));
        assertThat(dvh.evaluate(Metric.parse("V7.3Gy[%]")).value()).isZero();
    }

    @Test
    void anotherToleranceIsAskedForOneCall() {
        Dvh dvh = Dvh.of(ProductDose.solid(), ProductDose.dose(5), DvhOptions.defaults());
        List<Metric> median = metrics("D50%[Gy]");
        MetricValue wide = dvh.evaluate(median, 0.5).get(0);
        MetricValue narrow = dvh.evaluate(median, 0.001).get(0);
        assertThat(narrow.upper() - narrow.lower()).isLessThanOrEqualTo(0.001 + 1e-9);
        assertThat(wide.upper() - wide.lower()).isBetween(0.002, 0.5);
        assertThat(dvh.evaluate(median).get(0).upper()
                        - dvh.evaluate(median).get(0).lower())
                .isLessThanOrEqualTo(0.01 + 1e-9);
    }

    @Test
    void whatIsPartlyOutsideHasNoMetricsButTheShareThatIsInside() {
        DoseGrid dose = Shapes.grid(6, 9, 9, new Point3(0, 4, 3), Shapes.X, Shapes.Y, Shapes.Z, 2, 2, p -> 10);
        Dvh dvh = Dvh.of(ProductDose.solid(), dose, DvhOptions.defaults());
        assertThat(dvh.volumeCc()).isCloseTo(0.384, within(1e-12));
        assertThat(dvh.coveredFraction()).isCloseTo(5.0 / 8, within(1e-12));
        assertThat(dvh.isCovered()).isFalse();
        assertThat(dvh.evaluate(Metric.parse("Max[Gy]")).notEvaluable())
                .isEqualTo("37.5 % of the structure's volume lies outside the dose grid");
        Dvh nearly = Dvh.of(Shapes.cuboid(-4, 5.0001, 0, 8, 0, 6), dose, DvhOptions.defaults());
        assertThat(nearly.evaluate(Metric.parse("Max[Gy]")).notEvaluable())
                .isEqualTo("less than 0.01 % of the structure's volume lies outside the dose grid");
        assertThat(Dvh.of(Shapes.cuboid(-4, 5, 0, 8, 0, 6), dose, DvhOptions.defaults())
                        .coveredFraction())
                .isEqualTo(1);
    }

    /** Layers of 625 cells: a few of them straddle a dose for sure, one of them does, and one can be kept. */
    @Test
    void moreCellsThanAreKeptAreNarrowedDownToOneLayer() {
        SlabSolid solid = Shapes.cuboid(0, 25, 0, 25, 0, 10);
        DoseGrid dose =
                Shapes.grid(26, 26, 11, new Point3(12.5, 12.5, 5), Shapes.X, Shapes.Y, Shapes.Z, 1, 1, p -> 10 + p.z());
        Dvh few = Dvh.of(solid, dose, new DvhOptions(0.01, 1000));
        for (double percent : new double[] {6.7, 34.2, 55, 93.3}) {
            MetricValue v = few.evaluate(Metric.parse("D" + percent + "%[Gy]"));
            assertHolds(v, 20 - percent / 10, 0.01);
        }
        // A volume looks at one layer only, of which it may keep all or not.
        assertHolds(few.evaluate(Metric.parse("V13.3Gy[cc]")), 6.7 * 0.625, 0.01);
        // Of a larger layer some is left unsorted: a dose is narrowed down all the same, a volume has a note.
        SlabSolid wide = Shapes.cuboid(0, 40, 0, 40, 0, 4);
        DoseGrid flat =
                Shapes.grid(41, 41, 5, new Point3(20, 20, 2), Shapes.X, Shapes.Y, Shapes.Z, 1, 1, p -> 10 + p.z());
        Dvh bound = Dvh.of(wide, flat, new DvhOptions(0.01, 1000));
        assertHolds(bound.evaluate(Metric.parse("D55%[Gy]")), 11.8, 0.01);
        MetricValue v = bound.evaluate(Metric.parse("V11.8Gy[cc]"));
        assertThat(v.note()).isEqualTo("the work bound was reached; the interval is wider than the tolerance");
        assertThat(2.2 * 1.6).isBetween(v.lower(), v.upper());
        assertThat(v.upper() - v.lower()).isCloseTo(0.6, within(0.01));
    }

    /** Of many cells only those near the likely dose are looked at; where it is elsewhere, all that may be. */
    @Test
    void inManyCellsTheLikelyDoseIsLookedAtFirst() {
        SlabSolid solid = Shapes.cuboid(0, 60, 0, 60, 0, 6);
        DoseGrid layers =
                Shapes.grid(61, 61, 7, new Point3(30, 30, 3), Shapes.X, Shapes.Y, Shapes.Z, 1, 1, p -> 10 + p.z());
        Dvh dvh = Dvh.of(solid, layers, DvhOptions.defaults());
        assertHolds(dvh.evaluate(Metric.parse("D41%[Gy]")), 16 - 0.41 * 6, 0.01);
        assertHolds(dvh.evaluate(Metric.parse("D58.4%[Gy]")), 16 - 0.584 * 6, 0.01);
        // Cells that reach from 10 to 20 Gy with all doses between: the mean doses say little of the hottest 1 %.
        DoseGrid comb = Shapes.grid(
                61,
                61,
                7,
                new Point3(30, 30, 3),
                Shapes.X,
                Shapes.Y,
                Shapes.Z,
                1,
                1,
                p -> 10 + 10 * Math.floorMod(Math.round(p.x()), 2));
        Dvh rough = Dvh.of(solid, comb, DvhOptions.defaults());
        assertHolds(rough.evaluate(Metric.parse("D1%[Gy]")), 19.9, 0.01);
        assertHolds(rough.evaluate(Metric.parse("D70%[Gy]")), 13, 0.01);
        assertHolds(rough.evaluate(Metric.parse("V12Gy[%]")), 80, 0.01);
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> DvhOptions.defaults().withToleranceGy(bad))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new DvhOptions(0.01, 999)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new DvhOptions(0.01, 1000).maxPieces()).isEqualTo(1000);
        assertThat(DvhOptions.defaults().toleranceGy()).isEqualTo(0.01);
        assertThat(DvhOptions.defaults().withToleranceGy(0.5).maxPieces()).isEqualTo(200_000);
    }
}
