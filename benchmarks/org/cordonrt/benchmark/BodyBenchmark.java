package org.cordonrt.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cordonrt.dvh.Dvh;
import org.cordonrt.dvh.DvhOptions;
import org.cordonrt.geometry.SlabSolid;
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

/** Near-maximum doses of an external contour of 20 litres. One thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class BodyBenchmark {
    /** Distance of the dose samples, mm. */
    @Param({"2", "4"})
    public double gridMm;

    private SlabSolid solid = Anatomies.solid("CORD_2");
    private DoseGrid grid = Anatomies.dose("PLANE", solid, 2);
    private double[] row = new double[0];

    @Setup
    public void build() {
        solid = Anatomies.solid("BODY_20000");
        grid = Anatomies.dose("FALLOFF", solid, gridMm);
        row = new double[grid.geometry().columns()];
    }

    @Benchmark
    public Dvh cut() {
        return Dvh.of(solid, grid, DvhOptions.defaults());
    }

    /** The bound of the others: the dose in the box around the body, read once. */
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

    @Benchmark
    public List<MetricValue> nearMaximum() {
        return Dvh.of(solid, grid, DvhOptions.defaults()).evaluate(DvhBenchmark.NEAR_MAXIMUM);
    }
}
