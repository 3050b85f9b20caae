package org.cordonrt.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cordonrt.dvh.DvhEvaluator;
import org.cordonrt.dvh.DvhOptions;
import org.cordonrt.dvh.LocalDose;
import org.cordonrt.dvh.PreparedDvh;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.metric.Metric;
import org.cordonrt.plan.DoseGrid;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A prepared cord of 8 cc for a new dose: Max, D0.03cc, D0.035cc and D0.35cc with their intervals. One thread.
 *
 * <p>Run as {@code benchmarks/README.md} says.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PreparedBenchmark {
    private static final List<Metric> METRICS = Stream.of("Max[Gy]", "D0.03cc[Gy]", "D0.035cc[Gy]", "D0.35cc[Gy]")
            .map(Metric::parse)
            .toList();
    private static final int BEAMS = 10;

    /** Distance of the dose samples, mm; the contours are 1 mm apart. */
    @Param({"1", "2"})
    public double gridMm;

    /** See {@link Anatomies#dose}. */
    @Param({"FALLOFF", "RIPPLE"})
    public String dose = "";

    /** Width of the intervals, Gy. */
    @Param({"0.05", "0.01"})
    public double toleranceGy;

    private SlabSolid solid = Anatomies.solid("CORD_2");
    private DoseGrid grid = Anatomies.dose("PLANE", solid, 2);
    private double[] doseGy = new double[0];
    private PreparedDvh prepared = PreparedDvh.of(solid, grid.geometry(), METRICS, DvhOptions.defaults());
    private DvhEvaluator evaluator = prepared.evaluator();
    private List<LocalDose> beams = List.of();
    private final double[] weights = new double[BEAMS];

    @Setup
    public void build() {
        solid = Anatomies.solid("CORD_8");
        grid = Anatomies.dose(dose, solid, gridMm);
        doseGy = new double[grid.geometry().sampleCount()];
        for (int k = 0, at = 0; k < grid.geometry().frames(); k++) {
            for (int j = 0;
                    j < grid.geometry().rows();
                    j++, at += grid.geometry().columns()) {
                grid.copyRowGy(j, k, 0, grid.geometry().columns(), doseGy, at);
            }
        }
        prepared = PreparedDvh.of(
                solid, grid.geometry(), METRICS, DvhOptions.defaults().withToleranceGy(toleranceGy));
        evaluator = prepared.evaluator();
        beams = Stream.generate(() -> prepared.local(grid)).limit(BEAMS).toList();
    }

    /** What is done once for a structure. */
    @Benchmark
    public PreparedDvh prepare() {
        return PreparedDvh.of(
                solid, grid.geometry(), METRICS, DvhOptions.defaults().withToleranceGy(toleranceGy));
    }

    /** A dose in an array. */
    @Benchmark
    public double array() {
        evaluator.evaluate(doseGy);
        return evaluator.upper(3);
    }

    /** A weighted sum of ten beams. */
    @Benchmark
    public double beams() {
        for (int i = 0; i < BEAMS; i++) {
            weights[i] = 0.1 + 0.001 * i;
        }
        evaluator.evaluateSum(beams, weights);
        return evaluator.upper(3);
    }
}
