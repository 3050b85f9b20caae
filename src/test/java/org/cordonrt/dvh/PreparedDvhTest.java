package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cordonrt.dvh.Shapes.X;
import static org.cordonrt.dvh.Shapes.Y;
import static org.cordonrt.dvh.Shapes.Z;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.cordonrt.Property;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A prepared structure says of every dose what the ordinary way says, within the intervals of both. */
class PreparedDvhTest {
    private static final List<Metric> METRICS = Stream.of(
                    "Max[Gy]",
                    "D0.03cc[Gy]",
                    "D0.035cc[cGy]",
                    "D0.35cc[Gy]",
                    "D10%[Gy]",
                    "D50%[Gy]",
                    "D95%[Gy]",
                    "D100%[Gy]",
                    "V9Gy[cc]",
                    "V7Gy[%]",
                    "CV8Gy[cc]",
                    "Mean[Gy]",
                    "Min[Gy]")
            .map(Metric::parse)
            .toList();

    private record Sample(
            Structure structure, GridGeometry grid, List<double[]> doses, double toleranceGy, Point3 shift) {
        SlabSolid solid() {
            return SlabSolid.of(structure, SolidOptions.defaults());
        }

        DvhOptions options() {
            return DvhOptions.defaults().withToleranceGy(toleranceGy);
        }
    }

    /** Stacks of discs, some with a hole, in grids of all spacings, axial and not, with doses that bend. */
    private static Sample sample(SplittableRandom r) {
        double spacing = r.nextDouble(0.8, 3);
        double slice = r.nextDouble(0.7, 3);
        double frame = r.nextDouble(0.8, 3);
        boolean flipped = r.nextBoolean();
        boolean coronal = r.nextInt(4) == 0;
        double radius = r.nextDouble(3, 8);
        int planes = (int) Math.ceil(20 / slice);
        double lean = r.nextDouble(-0.3, 0.3);
        List<Contour> contours = new ArrayList<>();
        double first = r.nextDouble(-11, -9);
        double phase = r.nextDouble();
        for (int k = 0; k < planes; k++) {
            double z = first + k * slice;
            contours.add(disc(z, lean * z, radius + Math.sin(z / 3), 24 + r.nextInt(30), phase, coronal));
            if (phase > 0.6) {
                contours.add(disc(z, lean * z, radius / 3, 12, phase, coronal));
            }
        }
        int n = (int) Math.ceil(44 / spacing);
        int m = (int) Math.ceil(44 / frame);
        double[] offsets = new double[m];
        for (int k = 0; k < m; k++) {
            offsets[k] = (flipped ? -1 : 1) * k * frame;
        }
        Point3 corner =
                new Point3(-22 + r.nextDouble(), -22 + r.nextDouble(), (flipped ? -1 : 1) * (-21.5 + r.nextDouble()));
        GridGeometry grid = new GridGeometry(n + 1, n + 1, corner, X.times(spacing), Y.times(spacing), Z, offsets);
        double dir = r.nextDouble(2 * Math.PI);
        double wave = r.nextDouble(0.3);
        ToDoubleFunction<Point3> one = p ->
                10 * Math.exp(-0.07 * (p.x() * Math.cos(dir) + p.y() * Math.sin(dir) + 6)) + wave * Math.sin(p.z());
        ToDoubleFunction<Point3> two = p -> 4 + 0.3 * p.y() + 0.02 * p.x() * p.z();
        ToDoubleFunction<Point3> flat = p -> 8;
        List<double[]> doses =
                Stream.of(one, two, flat).map(f -> samples(grid, f)).toList();
        return new Sample(
                Structure.of(1, "Test", contours),
                grid,
                doses,
                r.nextBoolean() ? 0.05 : 0.01,
                new Point3(r.nextDouble(-3, 3), r.nextDouble(-3, 3), r.nextDouble(-3, 3)));
    }

    private static Contour disc(double at, double aside, double radius, int points, double phase, boolean coronal) {
        double[] xyz = new double[3 * points];
        for (int i = 0; i < points; i++) {
            double a = 2 * Math.PI * (i + phase) / points;
            double u = aside + radius * Math.cos(a);
            double v = radius * Math.sin(a);
            xyz[3 * i] = u;
            xyz[3 * i + 1] = coronal ? at : v;
            xyz[3 * i + 2] = coronal ? v : at;
        }
        return Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz);
    }

    private static double[] samples(GridGeometry g, ToDoubleFunction<Point3> doseGy) {
        double[] d = new double[g.sampleCount()];
        int n = 0;
        for (int k = 0; k < g.frames(); k++) {
            for (int j = 0; j < g.rows(); j++) {
                for (int i = 0; i < g.columns(); i++) {
                    d[n++] = doseGy.applyAsDouble(g.centre(i, j, k));
                }
            }
        }
        return d;
    }

    private static void assertSameTruth(List<MetricValue> one, List<MetricValue> other, double toleranceGy) {
        for (int i = 0; i < one.size(); i++) {
            MetricValue a = one.get(i);
            MetricValue b = other.get(i);
            assertThat(a.isEvaluable()).isEqualTo(b.isEvaluable());
            if (a.isEvaluable()) {
                double ulps = 1e-9 * Math.max(1, Math.abs(a.value()));
                assertThat(a.lower()).as(a + " and " + b).isLessThanOrEqualTo(b.upper() + ulps);
                assertThat(b.lower()).as(a + " and " + b).isLessThanOrEqualTo(a.upper() + ulps);
                if (a.metric().unit().equals("Gy")) {
                    assertThat(a.upper() - a.lower()).as(a.toString()).isLessThanOrEqualTo(toleranceGy + 1e-9);
                }
            }
        }
    }

    @Test
    @Tag("slow")
    void agreesWithTheOrdinaryWay() {
        Property.forAll(150, PreparedDvhTest::sample, s -> {
            SlabSolid solid = s.solid();
            PreparedDvh prepared = PreparedDvh.of(solid, s.grid(), METRICS, s.options());
            DvhEvaluator evaluator = prepared.evaluator();
            for (double[] doseGy : s.doses()) {
                DoseGrid dose = DoseGrid.of(s.grid(), doseGy);
                Dvh ordinary = Dvh.of(solid, dose, DvhOptions.defaults().withToleranceGy(0.002));
                assertThat(prepared.coveredFraction()).isCloseTo(ordinary.coveredFraction(), within(1e-9));
                evaluator.evaluate(doseGy);
                assertSameTruth(evaluator.values(), ordinary.evaluate(METRICS), s.toleranceGy());
            }
        });
    }

    @Test
    @Tag("slow")
    void theSameDoseIsTheSameBitsWhateverCameBefore() {
        Property.forAll(20, PreparedDvhTest::sample, s -> {
            PreparedDvh prepared = PreparedDvh.of(s.solid(), s.grid(), METRICS, s.options());
            DvhEvaluator used = prepared.evaluator();
            s.doses().forEach(used::evaluate);
            used.evaluate(s.doses().get(0));
            List<MetricValue> again = used.values();
            used.evaluate(DoseGrid.of(s.grid(), s.doses().get(0)));
            assertThat(used.values()).isEqualTo(again);
            assertThat(prepared.evaluate(DoseGrid.of(s.grid(), s.doses().get(0))))
                    .isEqualTo(again);
        });
    }

    @Test
    void sumsAndScalesLikeTheArrays() {
        Property.forAll(30, PreparedDvhTest::sample, s -> {
            PreparedDvh prepared = PreparedDvh.of(s.solid(), s.grid(), METRICS, s.options());
            double[] weights = {0.6, 0.3, 0.25};
            double[] sum = new double[s.grid().sampleCount()];
            List<LocalDose> beams = new ArrayList<>();
            for (int b = 0; b < weights.length; b++) {
                beams.add(prepared.local(s.doses().get(b)));
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weights[b] * s.doses().get(b)[i];
                }
            }
            DvhEvaluator evaluator = prepared.evaluator();
            evaluator.evaluateSum(beams, weights);
            List<MetricValue> summed = evaluator.values();
            evaluator.evaluate(sum);
            assertThat(summed).isEqualTo(evaluator.values());

            evaluator.evaluate(DoseGrid.of(s.grid(), s.doses().get(0)), 0.6);
            List<MetricValue> scaled = evaluator.values();
            evaluator.evaluateSum(beams, new double[] {0.6, 0, 0});
            assertThat(scaled).isEqualTo(evaluator.values());
        });
    }

    @Test
    @Tag("slow")
    void aMovedStructureIsTheStructureMoved() {
        Property.forAll(50, PreparedDvhTest::sample, s -> {
            PreparedDvh moved =
                    PreparedDvh.of(s.solid(), s.grid(), METRICS, s.options()).movedBy(s.shift());
            List<Contour> contours = new ArrayList<>();
            for (Contour c : s.structure().contours()) {
                double[] xyz = c.toArray();
                for (int i = 0; i < xyz.length; i += 3) {
                    xyz[i] += s.shift().x();
                    xyz[i + 1] += s.shift().y();
                    xyz[i + 2] += s.shift().z();
                }
                contours.add(Contour.closed(xyz));
            }
            SlabSolid there = SlabSolid.of(Structure.of(1, "Moved", contours), SolidOptions.defaults());
            DvhEvaluator evaluator = moved.evaluator();
            for (double[] doseGy : s.doses()) {
                evaluator.evaluate(doseGy);
                Dvh ordinary = Dvh.of(there, DoseGrid.of(s.grid(), doseGy), DvhOptions.defaults());
                assertSameTruth(evaluator.values(), ordinary.evaluate(METRICS), s.toleranceGy());
            }
        });
    }

    @Test
    void singlePrecisionIsTakenAsItIs() {
        Property.forAll(5, PreparedDvhTest::sample, s -> {
            float[] single = new float[s.grid().sampleCount()];
            double[] twice = new double[single.length];
            for (int i = 0; i < single.length; i++) {
                single[i] = (float) s.doses().get(0)[i];
                twice[i] = single[i];
            }
            PreparedDvh prepared = PreparedDvh.of(s.solid(), s.grid(), METRICS, s.options());
            DvhEvaluator evaluator = prepared.evaluator();
            evaluator.evaluate(single);
            List<MetricValue> values = evaluator.values();
            evaluator.evaluate(twice);
            assertThat(values).isEqualTo(evaluator.values());
            evaluator.evaluateSum(List.of(prepared.local(single)), new double[] {1});
            assertThat(values).isEqualTo(evaluator.values());
        });
    }

    @Test
    @Tag("slow")
    void anObliqueGridGivesTheOrdinaryNumbers() {
        Sample s = sample(new SplittableRandom(3));
        double c = Math.cos(0.2);
        double d = Math.sin(0.2);
        Point3 turned = new Point3(c, d * c, d * d);
        DoseGrid dose = Shapes.grid(
                24,
                24,
                24,
                new Point3(0, 0, 0),
                turned,
                new Point3(-d, c * c, c * d),
                new Point3(0, -d, c),
                2,
                2,
                p -> 10 - 0.2 * p.x());
        PreparedDvh prepared = PreparedDvh.of(s.solid(), dose.geometry(), METRICS, s.options());
        assertSameTruth(
                prepared.evaluate(dose), Dvh.of(s.solid(), dose, s.options()).evaluate(METRICS), s.toleranceGy());
    }

    @Test
    void aStructureThatLeavesTheGridHasNoNumbers() {
        Sample s = sample(new SplittableRandom(4));
        PreparedDvh away =
                PreparedDvh.of(s.solid(), s.grid(), METRICS, s.options()).movedBy(new Point3(20, 0, 0));
        DvhEvaluator evaluator = away.evaluator();
        evaluator.evaluate(s.doses().get(0));
        assertThat(evaluator.values()).noneMatch(MetricValue::isEvaluable);
        assertThat(evaluator.upper(0)).isNaN();
        assertThat(away.coveredFraction()).isLessThan(1);
        assertThat(away.movedBy(new Point3(500, 0, 0)).coveredFraction()).isZero();
    }

    @Test
    void refusesWhatIsNoDoseOfItsGridAndForgetsTheLast() {
        Sample s = sample(new SplittableRandom(5));
        PreparedDvh prepared = PreparedDvh.of(s.solid(), s.grid(), METRICS, s.options());
        DvhEvaluator evaluator = prepared.evaluator();
        assertThatThrownBy(evaluator::values).isInstanceOf(IllegalStateException.class);
        evaluator.evaluate(s.doses().get(0));
        assertThatThrownBy(() -> evaluator.evaluate(new double[3])).isInstanceOf(IllegalArgumentException.class);
        assertThat(evaluator.value(0)).isNaN();
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] broken = s.doses().get(0).clone();
            Arrays.fill(broken, bad);
            assertThatThrownBy(() -> evaluator.evaluate(broken)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() ->
                            evaluator.evaluate(DoseGrid.of(s.grid(), s.doses().get(0)), bad))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        DoseGrid elsewhere =
                DoseGrid.of(s.grid().movedBy(new Point3(0.1, 0, 0)), s.doses().get(0));
        assertThatThrownBy(() -> evaluator.evaluate(elsewhere)).isInstanceOf(IllegalArgumentException.class);
        LocalDose foreign =
                prepared.movedBy(new Point3(1, 0, 0)).local(s.doses().get(0));
        assertThatThrownBy(() -> evaluator.evaluateSum(List.of(foreign), new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> evaluator.evaluateSum(List.of(), new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
