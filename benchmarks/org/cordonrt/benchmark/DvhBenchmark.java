package org.cordonrt.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cordonrt.dvh.Dvh;
import org.cordonrt.dvh.DvhCurve;
import org.cordonrt.dvh.DvhOptions;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
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
 * The certified DVH of one structure from its solid and the dose grid, with the default tolerance of 0.01 Gy. The solid
 * is built beforehand; cutting it by the dose cells is part of the measured time. One thread.
 *
 * <p>Run as {@code benchmarks/README.md} says.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DvhBenchmark {
    static final List<Metric> NEAR_MAXIMUM = Stream.of("Max[Gy]", "D0.03cc[Gy]", "D0.035cc[Gy]")
            .map(Metric::parse)
            .toList();
    static final List<Metric> TARGET = Stream.of("D95%[Gy]", "D98%[Gy]", "D2%[Gy]", "Max[Gy]", "Min[Gy]", "Mean[Gy]")
            .map(Metric::parse)
            .toList();

    /** Shape and volume in cc. */
    @Param({"CORD_2", "CORD_8", "TARGET_30", "TARGET_300"})
    public String structure = "";

    /** Distance of the dose samples, mm; the contours are 1 mm apart. */
    @Param({"1", "2"})
    public double gridMm;

    /** See {@link Anatomies#dose}. */
    @Param({"FALLOFF", "RIPPLE", "PLANE", "GAUSS"})
    public String dose = "";

    private SlabSolid solid = Anatomies.solid("CORD_2");
    private DoseGrid grid = Anatomies.dose("PLANE", solid, 2);
    private List<Metric> metrics = NEAR_MAXIMUM;
    private double[] row = new double[0];

    @Setup
    public void build() {
        solid = Anatomies.solid(structure);
        grid = Anatomies.dose(dose, solid, gridMm);
        row = new double[grid.geometry().columns()];
        metrics = structure.startsWith("CORD") ? NEAR_MAXIMUM : TARGET;
    }

    /** The solid cut by the dose cells. */
    @Benchmark
    public Dvh cut() {
        return Dvh.of(solid, grid, DvhOptions.defaults());
    }

    /** The bound of the others: the dose in the box around the solid, read once. */
    @Benchmark
    public double cutBound() {
        double sum = 0;
        for (int frame = 0; frame < grid.geometry().frames(); frame++) {
            for (int r = 0; r < grid.geometry().rows(); r++) {
                grid.copyRowGy(r, frame, 0, row.length, row, 0);
                sum += row[0];
            }
        }
        return sum;
    }

    /** Max, D0.03cc and D0.035cc of a cord; D95%, D98%, D2%, Max, Min and Mean of a target. */
    @Benchmark
    public List<MetricValue> metrics() {
        return Dvh.of(solid, grid, DvhOptions.defaults()).evaluate(metrics);
    }

    /** Max, D0.03cc and D0.035cc, of any structure. */
    @Benchmark
    public List<MetricValue> nearMaximum() {
        return Dvh.of(solid, grid, DvhOptions.defaults()).evaluate(NEAR_MAXIMUM);
    }

    /** The curve and its envelope, in steps of 0.1 Gy. */
    @Benchmark
    public DvhCurve curve() {
        return Dvh.of(solid, grid, DvhOptions.defaults()).curve(0.1);
    }
}
