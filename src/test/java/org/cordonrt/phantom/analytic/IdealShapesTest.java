package org.cordonrt.phantom.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.cordonrt.metric.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The closed forms of the ideal shapes against sums over thin slices, and against values worked out elsewhere. */
class IdealShapesTest {
    private static final double R = 12;
    private static final double H = 24;

    /** Midpoint sum of a section's area. */
    private static double sum(DoubleUnaryOperator areaMm2, double from, double to) {
        int n = 20_000;
        double step = (to - from) / n;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += areaMm2.applyAsDouble(from + (i + 0.5) * step) * step;
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"-11.5", "-9.3", "-3.1", "0", "2.2", "7.7", "11.5"})
    void volumeBeyondAPlaneIsTheSumOfItsSections(double s) {
        double gy = 16 + s;
        double sphere = sum(t -> Math.PI * (R * R - t * t), s, R);
        assertThat(IdealShapes.sphere().atLeastMm3().applyAsDouble(gy)).isCloseTo(sphere, within(1e-3));

        double cylinder = sum(t -> 2 * H * Math.sqrt(R * R - t * t), s, R);
        assertThat(IdealShapes.cylinderAcross(0).atLeastMm3().applyAsDouble(gy)).isCloseTo(cylinder, within(1e-2));
        assertThat(IdealShapes.cylinderAlong(0).atLeastMm3().applyAsDouble(gy))
                .isCloseTo(Math.PI * R * R * (R - s), within(1e-9));

        double cone = sum(t -> Math.PI * Math.pow(R * (t + R) / H, 2), s, R);
        assertThat(IdealShapes.coneAlong(0).atLeastMm3().applyAsDouble(gy)).isCloseTo(cone, within(1e-3));

        double across = sum(h -> IdealShapes.segmentMm2(s, R * h / H), 0, H);
        assertThat(IdealShapes.coneAcross(0).atLeastMm3().applyAsDouble(gy)).isCloseTo(across, within(1e-2));
    }

    @Test
    void meanIsTheIntegralOfTheHistogram() {
        for (DoseDistribution d : new DoseDistribution[] {
            IdealShapes.sphere(),
            IdealShapes.cylinderAlong(1.5),
            IdealShapes.cylinderAcross(1.5),
            IdealShapes.coneAlong(1.5),
            IdealShapes.coneAcross(1.5),
            IdealShapes.cord(5, 20, 8)
        }) {
            double mean = d.minGy() + sum(d.atLeastMm3(), d.minGy(), d.maxGy()) / d.volumeMm3();
            assertThat(d.meanGy()).isCloseTo(mean, within(1e-5));
            assertThat(d.atLeastMm3().applyAsDouble(d.minGy())).isCloseTo(d.volumeMm3(), within(1e-9));
            assertThat(d.atLeastMm3().applyAsDouble(d.maxGy())).isCloseTo(0, within(1e-9));
        }
    }

    /** From a program in another language that inverts the same volumes. */
    @Test
    void metricsAgreeWithAnIndependentTable() {
        row(IdealShapes.sphere(), 7.2382, 5.4137, 24.7516, 26.5863, 27.0231, 27.0965);
        row(IdealShapes.cylinderAlong(1.5), 12.2145, 2.77, 28.15, 29.23, 29.4226, 29.4337);
        row(IdealShapes.cylinderAcross(0), 10.8573, 4.788, 25.6646, 27.2120, 27.6308, 27.6670);
        row(IdealShapes.coneAlong(0), 3.6191, 9.1706, 27.5931, 27.9197, 27.9224, 27.9335);
        row(IdealShapes.coneAlong(1.5), 4.2977, 9.4755, 29.0250, 29.4050, 29.4226, 29.4337);
        row(IdealShapes.coneAcross(0), 3.6191, 6.2111, 23.7043, 25.7889, 25.8189, 25.9518);
    }

    private static void row(
            DoseDistribution d, double cc, double d99, double d5, double d1, double d0035cc, double d003cc) {
        assertThat(d.volumeMm3() / 1000).isCloseTo(cc, within(6e-5));
        assertThat(d.value(Metric.parse("D99%[Gy]"))).isCloseTo(d99, within(6e-5));
        assertThat(d.value(Metric.parse("D5%[Gy]"))).isCloseTo(d5, within(6e-5));
        assertThat(d.value(Metric.parse("D1%[Gy]"))).isCloseTo(d1, within(6e-5));
        assertThat(d.value(Metric.parse("D0.035cc[Gy]"))).isCloseTo(d0035cc, within(6e-5));
        assertThat(d.value(Metric.parse("D0.03cc[cGy]"))).isCloseTo(100 * d003cc, within(6e-3));
    }

    @Test
    void volumesAtADoseComeInEitherUnitAndAsComplement() {
        DoseDistribution half = IdealShapes.cylinderAlong(0);
        assertThat(half.value(Metric.parse("V16Gy[%]"))).isCloseTo(50, within(1e-12));
        assertThat(half.value(Metric.parse("V16Gy[cc]"))).isCloseTo(5.42867, within(1e-5));
        assertThat(half.value(Metric.parse("CV22Gy[%]"))).isCloseTo(75, within(1e-12));
    }
}
