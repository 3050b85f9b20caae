package org.cordonrt.benchmark;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.cordonrt.robust.RobustAssessment;
import org.cordonrt.robust.RobustOptions;
import org.cordonrt.robust.Robustness;
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

/** Robustness assessments of a spine plan for the limits of TG101: shifts to break with axes, turns and the table of scenarios. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class RobustBenchmark {
    /** The cord's length: its volume and points grow with it. */
    @Param({"60", "240"})
    public double cordLengthMm;

    @Param({"1", "2"})
    public int threads;

    private SpinePlan plan;

    @Setup
    public void read() throws IOException {
        plan = SpinePlan.read(cordLengthMm);
    }

    @Benchmark
    public RobustAssessment shiftToBreak() {
        return Robustness.assess(
                plan.plan(), plan.atRest(), RobustOptions.defaults().withThreads(threads));
    }
}
