package org.cordonrt.dvh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.cordonrt.Property;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics against closed forms: shapes in a plane gradient of 1 Gy/mm with 16 Gy at the centre. */
class DvhTest {
    private static final int POINTS = 3600;

    private static Dvh dvh(Structure s, DoseGrid dose) {
        return Dvh.of(SlabSolid.of(s, SolidOptions.defaults()), dose, DvhOptions.defaults());
    }

    private static DoseGrid linear(Point3 direction, double spacing) {
        int n = (int) Math.ceil(40 / spacing) + 1;
        return Shapes.grid(
                n,
                n,
                n,
                new Point3(0.3, -0.2, 0.1),
                Shapes.X,
                Shapes.Y,
                Shapes.Z,
                spacing,
                spacing,
                p -> 16 + p.dot(direction));
    }

    private static double value(Dvh dvh, String metric) {
        MetricValue v = dvh.evaluate(Metric.parse(metric));
        assertThat(v.notEvaluable()).isNull();
        return v.value();
    }

    private static Structure coarseCylinder() {
        return Shapes.stack(7, -12, 4, 36, z -> 12, p -> p);
    }

    private static Structure cylinder(double slice) {
        int n = (int) Math.round(24 / slice) + 1;
        return Shapes.stack(n, -12, slice, POINTS, z -> 12, p -> p);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3})
    void cylinderInAGradientAcrossItsAxis(double slice) {
        Dvh d = dvh(cylinder(slice), linear(Shapes.X, 2.5));
        double length = 24 + slice;
        DoubleUnaryOperator above = dose -> length * Shapes.segment(dose - 16, 12);
        assertThat(d.volumeCc()).isCloseTo(Math.PI * 144 * length / 1000, within(1e-4));
        assertThat(value(d, "Max[Gy]")).isCloseTo(28, within(1e-9));
        assertThat(value(d, "Min[Gy]")).isCloseTo(4, within(1e-4));
        assertThat(value(d, "Mean[Gy]")).isCloseTo(16, within(1e-9));
        for (String m : List.of(
                "D0.03cc[Gy]", "D0.035cc[Gy]", "D0.35cc[Gy]", "D1.2cc[Gy]", "D5%[Gy]", "D95%[Gy]", "D99%[Gy]")) {
            double dose = value(d, m);
            Metric.DoseAtVolume metric = (Metric.DoseAtVolume) Metric.parse(m);
            double mm3 = m.contains("cc") ? metric.volume() * 1000 : metric.volume() / 100 * d.volumeCc() * 1000;
            // The dose whose closed-form volume is the asked one, by bisection.
            double lo = 4;
            double hi = 28;
            while (hi - lo > 1e-12) {
                double mid = (lo + hi) / 2;
                if (above.applyAsDouble(mid) > mm3) {
                    lo = mid;
                } else {
                    hi = mid;
                }
            }
            assertThat(dose).as(m).isCloseTo(lo, within(1e-4));
        }
        assertThat(value(d, "V20Gy[cc]")).isCloseTo(above.applyAsDouble(20) / 1000, within(1e-5));
        assertThat(value(d, "CV20Gy[cc]") + value(d, "V20Gy[cc]")).isCloseTo(d.volumeCc(), within(1e-9));
        assertThat(value(d, "V16Gy[%]")).isCloseTo(50, within(1e-5));
    }

    @Test
    void cylinderInAGradientAlongItsAxisHasItsEndCaps() {
        Dvh d = dvh(cylinder(3), linear(Shapes.Z, 2));
        assertThat(value(d, "Max[Gy]")).isCloseTo(29.5, within(1e-9));
        assertThat(value(d, "Min[Gy]")).isCloseTo(2.5, within(1e-9));
        assertThat(value(d, "D99%[Gy]")).isCloseTo(2.77, within(1e-6));
        assertThat(value(d, "D5%[Gy]")).isCloseTo(28.15, within(1e-6));
        assertThat(value(d, "D0.035cc[Gy]")).isCloseTo(29.4226, within(1e-4));
        assertThat(value(d, "D0.03cc[Gy]")).isCloseTo(29.4337, within(1e-4));
    }

    @Test
    @Tag("slow")
    void coneAcrossItsAxisAsItsSlabsSay() {
        Structure cone = Shapes.stack(120, -11.9, 0.2, POINTS, z -> 12 * (z + 12) / 24, p -> p);
        Dvh d = dvh(cone, linear(Shapes.Y, 2));
        // Against the ideal cone: slices of 0.2 mm are nearly it.
        assertThat(value(d, "D0.035cc[Gy]")).isCloseTo(25.8189, within(0.01));
        assertThat(value(d, "D0.03cc[Gy]")).isCloseTo(25.9518, within(0.01));
        assertThat(value(d, "D95%[Gy]")).isCloseTo(8.2957, within(0.01));
        assertThat(value(d, "D1%[Gy]")).isCloseTo(25.7889, within(0.01));
    }

    /** The same cylinder and gradient with every way a planning system may lay out the grid gives the same numbers. */
    @Test
    void numbersDoNotDependOnTheGridsOrientation() {
        Structure cylinder = coarseCylinder();
        Point3 gradient = new Point3(0.6, -0.3, 0.74);
        ToDoubleFunction<Point3> dose = p -> 16 + p.dot(gradient);
        List<Metric> metrics = metrics();
        List<MetricValue> reference = dvh(cylinder, linear(gradient, 2)).evaluate(metrics);
        Point3[][] orientations = {
            {Shapes.X, Shapes.Y}, {Shapes.X.times(-1), Shapes.Y}, {Shapes.X, Shapes.Y.times(-1)},
            {Shapes.X.times(-1), Shapes.Y.times(-1)}, {Shapes.Y, Shapes.X}, {Shapes.Y.times(-1), Shapes.X},
            {Shapes.Y, Shapes.Z.times(-1)}, {Shapes.X, Shapes.Z.times(-1)}, {Shapes.Z, Shapes.X}
        };
        for (Point3[] o : orientations) {
            DoseGrid g = Shapes.grid(30, 34, 32, new Point3(0, 0, 0), o[0], o[1], o[0].cross(o[1]), 1.5, 1.4, dose);
            assertSame(dvh(cylinder, g).evaluate(metrics), reference, 1e-6);
        }
        for (double degrees : new double[] {5, 50}) {
            PlaneFrame f = PlaneFrame.ofNormal(new Point3(Math.sin(Math.toRadians(degrees)), 0.3, 1));
            DoseGrid g = Shapes.grid(21, 21, 21, new Point3(0, 0, 0), f.u(), f.v(), f.w(), 3, 2.5, dose);
            assertSame(dvh(cylinder, g).evaluate(metrics), reference, 1e-6);
        }
    }

    /** Contours and grid turned together, with every coordinate rounded to what DICOM's 16 characters hold. */
    @Test
    @Tag("slow")
    void numbersDoNotDependOnThePatientsOrientation() {
        double[] samples = new SplittableRandom(7).doubles(13 * 13 * 13, 5, 8).toArray();
        double[] offsets = new double[13];
        for (int k = 0; k < 13; k++) {
            offsets[k] = 2 * k;
        }
        List<MetricValue> reference = null;
        for (Point3 axis : List.of(Shapes.Z, Shapes.X, Shapes.Y, new Point3(0.2, -0.1, 1), new Point3(1, 1, 1))) {
            PlaneFrame f = PlaneFrame.ofNormal(axis);
            Point3 centre = new Point3(31.7, -120.4, 55.1);
            Structure s = Shapes.stack(
                    6, -10, 4, 48, z -> 8 + z / 3, p -> rounded(centre.plus(f.point(p.x(), p.y(), p.z()))));
            Point3 origin = rounded(centre.plus(f.point(-15, -15, -12)));
            DoseGrid dose = DoseGrid.of(
                    new GridGeometry(13, 13, origin, f.u().times(2.5), f.v().times(2.5), f.w(), offsets), samples);
            SolidOptions options = SolidOptions.defaults().withPreferredNormals(List.of(f.u(), f.v(), f.w()));
            List<MetricValue> values = Dvh.of(SlabSolid.of(s, options), dose, DvhOptions.defaults())
                    .evaluate(metrics());
            if (reference == null) {
                reference = values;
            }
            // Rounded contours are cut a little differently, and with them the cells that are split.
            assertSame(values, reference, 1e-5);
        }
    }

    private static Point3 rounded(Point3 p) {
        return new Point3(rounded(p.x()), rounded(p.y()), rounded(p.z()));
    }

    private static double rounded(double v) {
        return Math.round(v * 1e10) / 1e10;
    }

    /** The ways to draw a ring give one DVH. */
    @Test
    void aRingsDvhIsTheSameAsHoleAndAsKeyhole() {
        double[] outer = {-8, -8, 8, -8, 8, 8, -8, 8};
        double[] inner = {-3, -3, -3, 3, 3, 3, 3, -3};
        double[] slanted = {-8, -8, 8, -8, 8, 8, -8, 8, -8, -8, -3, -3, -3, 3, 3, 3, 3, -3, -3, -3};
        double[] level = {-8, -8, 8, -8, 8, -3, 3, -3, -3, -3, -3, 3, 3, 3, 3, -3, 8, -3, 8, 8, -8, 8};
        DoseGrid dose = Shapes.grid(
                13,
                13,
                13,
                new Point3(0, 0, 4),
                Shapes.X,
                Shapes.Y,
                Shapes.Z,
                2.1,
                2.3,
                p -> 10 + Math.sin(p.x() / 3) * Math.cos(p.y() / 4) * (p.z() + 3));
        Structure hole = Structure.of(
                1,
                "Ring",
                Stream.of(outer, inner)
                        .flatMap(p -> Shapes.polygon(p, 0, 2, 4, 6, 8).contours().stream())
                        .toList());
        List<MetricValue> reference = dvh(hole, dose).evaluate(metrics());
        // A seam through a cell makes two parts of it, and the values are estimates from the parts.
        assertSame(dvh(Shapes.polygon(slanted, 0, 2, 4, 6, 8), dose).evaluate(metrics()), reference, 1e-5);
        assertSame(dvh(Shapes.polygon(level, 0, 2, 4, 6, 8), dose).evaluate(metrics()), reference, 1e-5);
    }

    @Test
    void descendingAndUnevenFramesGiveTheSameNumbers() {
        Point3 gradient = new Point3(0.6, -0.3, 0.74);
        List<MetricValue> reference = dvh(coarseCylinder(), linear(gradient, 2)).evaluate(metrics());
        Point3 origin = new Point3(-20, -20, 0);
        for (double[] offsets :
                new double[][] {{20, 13, 8, 3, 1, -2, -8, -14, -19}, {-19, -14, -8, -2, 1, 3, 8, 13, 20}}) {
            GridGeometry g =
                    new GridGeometry(17, 17, origin, Shapes.X.times(2.5), Shapes.Y.times(2.5), Shapes.Z, offsets);
            DoseGrid dose = Shapes.sample(g, p -> 16 + p.dot(gradient));
            assertSame(dvh(coarseCylinder(), dose).evaluate(metrics()), reference, 1e-6);
        }
    }

    private static List<Metric> metrics() {
        return List.of(
                        "Max[Gy]",
                        "Min[Gy]",
                        "Mean[Gy]",
                        "D0.035cc[Gy]",
                        "D0.35cc[Gy]",
                        "D10%[Gy]",
                        "D98%[Gy]",
                        "V20Gy[cc]")
                .stream()
                .map(Metric::parse)
                .toList();
    }

    private static void assertSame(List<MetricValue> actual, List<MetricValue> expected, double tolerance) {
        for (int i = 0; i < actual.size(); i++) {
            MetricValue a = actual.get(i);
            assertThat(a.value())
                    .as(a.metric().expression())
                    .isCloseTo(expected.get(i).value(), within(tolerance));
            assertThat(expected.get(i).value()).isBetween(a.lower() - tolerance, a.upper() + tolerance);
        }
    }

    /** A work bound far below the number of cells costs time, not truth. */
    @Test
    @Tag("slow")
    void manyCellsInAPlateauAreNarrowedDown() {
        DoseGrid dose = Shapes.grid(
                33,
                33,
                33,
                new Point3(0, 0, 0),
                Shapes.X,
                Shapes.Y,
                Shapes.Z,
                1,
                1,
                p -> 20 + 0.02 * Math.sin(5 * p.x() + 3 * p.y()) + 0.03 * p.z() / 12);
        SlabSolid solid = SlabSolid.of(coarseCylinder(), SolidOptions.defaults());
        Dvh free = Dvh.of(solid, dose, DvhOptions.defaults().withToleranceGy(0.002));
        Dvh bound = Dvh.of(solid, dose, new DvhOptions(0.002, 2000));
        for (String m : List.of("D10%[Gy]", "D50%[Gy]", "D95%[Gy]")) {
            MetricValue truth = free.evaluate(Metric.parse(m));
            MetricValue v = bound.evaluate(Metric.parse(m));
            assertThat(truth.note()).isNull();
            assertThat(v.lower()).as(m).isLessThanOrEqualTo(truth.upper());
            assertThat(v.upper()).as(m).isGreaterThanOrEqualTo(truth.lower());
            assertThat(v.upper() - v.lower()).as(m).isLessThan(0.03);
        }
    }

    @Test
    void aSaddleHasItsMaximumInsideAnEdge() {
        // D = 10 + x y on the diamond |x| + |y| <= 4, drawn as a square on its corner: best at (2, 2).
        Structure diamond = Shapes.polygon(new double[] {4, 0, 0, 4, -4, 0, 0, -4}, 0, 2, 4);
        DoseGrid g = Shapes.grid(
                2, 2, 2, new Point3(0, 0, 2), Shapes.X, Shapes.Y, Shapes.Z, 20, 20, p -> 10 + p.x() * p.y());
        Dvh d = dvh(diamond, g);
        MetricValue max = d.evaluate(Metric.parse("Max[Gy]"));
        assertThat(max.value()).isCloseTo(14, within(1e-12));
        assertThat(Math.abs(max.locationMm().x())).isCloseTo(2, within(1e-9));
        assertThat(max.locationMm().x() * max.locationMm().y()).isCloseTo(4, within(1e-9));
        assertThat(value(d, "Min[Gy]")).isCloseTo(6, within(1e-12));
    }

    @Test
    void aCellCornerOutsideANotchedContourIsNotPartOfIt() {
        // A C around the sample at the origin, where alone the dose is high.
        Structure c = Shapes.polygon(new double[] {-3, -3, 3, -3, 3, -1, -1, -1, -1, 1, 3, 1, 3, 3, -3, 3}, 0, 1, 2);
        DoseGrid g = Shapes.grid(
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
        // On the C's inner corner (-1, -1) the bilinear dose is a quarter of the sample; on its inner edges at most
        // half.
        assertThat(value(dvh(c, g), "Max[Gy]")).isCloseTo(10, within(1e-9));
    }

    @Test
    void moreVolumeThanThereIsGivesTheMinimumWithANote() {
        Structure tiny = Shapes.polygon(new double[] {0, 0, 2, 0, 2, 2, 0, 2}, 0, 1, 2);
        MetricValue v = dvh(tiny, linear(Shapes.X, 2)).evaluate(Metric.parse("D0.035cc[Gy]"));
        assertThat(v.value()).isCloseTo(16, within(1e-9));
        assertThat(v.note()).contains("only 0.012 cc");
    }

    @Test
    void aUniformDoseIsItselfForEveryMetric() {
        DoseGrid g = Shapes.grid(21, 21, 21, new Point3(0, 0, 0), Shapes.X, Shapes.Y, Shapes.Z, 2, 2, p -> 12.5);
        Dvh d = dvh(cylinder(2), g);
        for (MetricValue v : d.evaluate(metrics().subList(0, 7))) {
            assertThat(v.value()).as(v.metric().expression()).isCloseTo(12.5, within(1e-9));
        }
        assertThat(value(d, "V12.5Gy[%]")).isCloseTo(100, within(1e-6));
        assertThat(value(d, "V12.6Gy[%]")).isZero();
    }

    @Test
    void moreCellsOfOneDoseThanAreKeptAreNoTrouble() {
        DoseGrid g = Shapes.grid(
                31,
                31,
                31,
                new Point3(0, 0, 0),
                Shapes.X,
                Shapes.Y,
                Shapes.Z,
                1,
                1,
                p -> p.z() > 11 ? 12.5 + p.z() - 11 : 12.5);
        Dvh d = Dvh.of(SlabSolid.of(coarseCylinder(), SolidOptions.defaults()), g, new DvhOptions(0.01, 1000));
        assertThat(value(d, "D50%[Gy]")).isCloseTo(12.5, within(0.01));
        assertThat(value(d, "D98%[Gy]")).isCloseTo(12.5, within(0.01));
    }

    @Test
    void outsideTheGridThereIsNoDoseAndNoNumber() {
        Structure cylinder = coarseCylinder();
        DoseGrid half = Shapes.grid(21, 21, 7, new Point3(0, 0, 6.5), Shapes.X, Shapes.Y, Shapes.Z, 2, 2, p -> 10);
        Dvh d = dvh(cylinder, half);
        assertThat(d.isCovered()).isFalse();
        assertThat(d.coveredFraction()).isCloseTo(12.0 / 28, within(1e-9));
        for (MetricValue v : d.evaluate(metrics())) {
            assertThat(v.isEvaluable()).isFalse();
            assertThat(v.notEvaluable()).contains("outside the dose grid");
        }
    }

    @Test
    void aGridOfOneFrameCoversNothing() {
        DoseGrid one = Shapes.grid(21, 21, 1, new Point3(0, 0, 0), Shapes.X, Shapes.Y, Shapes.Z, 2, 2, p -> 10);
        assertThat(dvh(cylinder(2), one).coveredFraction()).isZero();
    }

    @Test
    void aStructureThatTouchesTheGridsEdgeIsCovered() {
        Structure box =
                Shapes.polygon(new double[] {-10, -10, 10, -10, 10, 10, -10, 10}, -9, -7, -5, -3, -1, 1, 3, 5, 7, 9);
        DoseGrid g = Shapes.grid(9, 9, 9, new Point3(0, 0, 0), Shapes.X, Shapes.Y, Shapes.Z, 2.5, 2.5, p -> 16 + p.z());
        Dvh d = dvh(box, g);
        assertThat(d.isCovered()).isTrue();
        assertThat(value(d, "Max[Gy]")).isEqualTo(26);
        assertThat(value(d, "D25%[Gy]")).isCloseTo(21, within(1e-6));
    }

    /** Random solids in rough random doses: a brute-force DVH lies inside the intervals, aligned and oblique. */
    @Test
    @Tag("slow")
    void bruteForceLiesWithinTheIntervals() {
        Property.forAll(12, Rough::random, rough -> {
            SlabSolid solid = SlabSolid.of(rough.structure, SolidOptions.defaults());
            Dvh d = Dvh.of(solid, rough.dose, DvhOptions.defaults().withToleranceGy(0.05));
            assertThat(d.isCovered()).isTrue();
            BruteForce brute = new BruteForce(solid, rough.dose, rough.axes);
            for (String m :
                    List.of("D0.035cc[Gy]", "D0.1cc[Gy]", "D10%[Gy]", "D50%[Gy]", "D95%[Gy]", "V11Gy[%]", "Mean[Gy]")) {
                Metric metric = Metric.parse(m);
                MetricValue v = d.evaluate(metric);
                double[] range = brute.range(metric);
                assertThat(v.lower()).as(m).isLessThanOrEqualTo(range[1]);
                assertThat(v.upper()).as(m).isGreaterThanOrEqualTo(range[0]);
                if (m.endsWith("[Gy]") && v.note() == null) {
                    assertThat(v.upper() - v.lower()).as(m).isLessThanOrEqualTo(0.0501);
                }
            }
            MetricValue max = d.evaluate(Metric.parse("Max[Gy]"));
            MetricValue min = d.evaluate(Metric.parse("Min[Gy]"));
            assertThat(brute.max()).isBetween(max.value() - 0.7, max.upper());
            assertThat(brute.min()).isBetween(min.lower(), min.value() + 0.7);
            DvhCurve curve = d.curve(0.5);
            for (int i = 0; i < curve.size(); i++) {
                double[] volume = brute.volumeRange(curve.doseGy(i));
                assertThat(curve.lowerCc(i)).isLessThanOrEqualTo(volume[1]);
                assertThat(curve.upperCc(i)).isGreaterThanOrEqualTo(volume[0]);
                assertThat(curve.volumeCc(i)).isBetween(curve.lowerCc(i), curve.upperCc(i));
            }
        });
    }

    /** A random star-shaped solid on a few planes in a dose of random samples; every other grid is oblique. */
    private static final class Rough {
        final Structure structure;
        final DoseGrid dose;
        final PlaneFrame axes;

        private Rough(Structure structure, DoseGrid dose, PlaneFrame axes) {
            this.structure = structure;
            this.dose = dose;
            this.axes = axes;
        }

        static Rough random(SplittableRandom random) {
            double[] radii = new double[24];
            for (int i = 0; i < radii.length; i++) {
                radii[i] = 2 + random.nextDouble(5);
            }
            double[] xy = new double[2 * radii.length];
            for (int i = 0; i < radii.length; i++) {
                double a = 2 * Math.PI * i / radii.length;
                xy[2 * i] = radii[i] * Math.cos(a);
                xy[2 * i + 1] = radii[i] * Math.sin(a);
            }
            Structure s = Shapes.polygon(xy, -4, -1, 1.5, 4);
            PlaneFrame axes = random.nextBoolean()
                    ? PlaneFrame.AXIAL
                    : PlaneFrame.ofNormal(new Point3(random.nextDouble(), random.nextDouble(), 1));
            double base = random.nextDouble(4);
            DoseGrid g = Shapes.grid(
                    13,
                    13,
                    13,
                    new Point3(0, 0, 0),
                    axes.u(),
                    axes.v(),
                    axes.w(),
                    2.5,
                    2,
                    p -> base + 8 + p.x() + random.nextDouble(1.5));
            return new Rough(s, g, axes);
        }
    }

    private static double[] slopeAndDose(SplittableRandom random) {
        return new double[] {
            random.nextDouble() - 0.5,
            random.nextDouble() - 0.5,
            random.nextDouble() - 0.5,
            10 + random.nextInt(120) / 10.0
        };
    }

    private static DoseGrid bent(Point3 along) {
        return Shapes.grid(
                17,
                17,
                17,
                new Point3(0.3, -0.2, 0.1),
                Shapes.X,
                Shapes.Y,
                Shapes.Z,
                2.5,
                2.5,
                p -> 16 + p.dot(along) + 0.03 * p.x() * p.y() + 3 * Math.sin(p.z() / 4));
    }

    /** As wide as asked and around the truth, from a wide interval that costs little to one that tells much. */
    @Test
    void volumeToAWidth() {
        Property.forAll(20, DvhTest::slopeAndDose, c -> {
            Point3 along = new Point3(c[0], c[1], c[2]);
            Dvh d = dvh(coarseCylinder(), bent(along));
            double dose = c[3];
            MetricValue truth = Dvh.of(
                            SlabSolid.of(coarseCylinder(), SolidOptions.defaults()),
                            bent(along),
                            new DvhOptions(1e-4, 2_000_000))
                    .evaluate(Metric.parse("V" + dose + "Gy[cc]"));
            for (double widthCc : new double[] {5, 0.5, 0.01, 1e-4}) {
                MetricValue v = d.volumeAt(dose, widthCc);
                assertThat(v.note()).isNull();
                assertThat(v.upper() - v.lower()).isLessThanOrEqualTo(widthCc + 1e-8);
                assertThat(v.lower()).isLessThanOrEqualTo(truth.upper()).isLessThanOrEqualTo(v.value());
                assertThat(v.upper()).isGreaterThanOrEqualTo(truth.lower()).isGreaterThanOrEqualTo(v.value());
            }
        });
    }

    @Test
    void volumeToAWidthOfASolidBeyondTheGridIsNotEvaluable() {
        Dvh d = dvh(Shapes.stack(7, 20, 4, 36, z -> 12, p -> p), linear(Shapes.X, 2.5));
        assertThat(d.volumeAt(16, 0.1).isEvaluable()).isFalse();
    }

    @Test
    void whereTheWorkIsBoundedTheVolumeSaysSo() {
        Dvh d = Dvh.of(
                SlabSolid.of(coarseCylinder(), SolidOptions.defaults()),
                bent(new Point3(0.3, 0.5, 0.2)),
                new DvhOptions(0.01, 1000));
        MetricValue v = d.volumeAt(16, 1e-9);
        assertThat(v.note()).isNotNull();
        assertThat(v.upper() - v.lower()).isGreaterThan(1e-9);
    }
}
