package org.cordonrt.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.constraint.ConstraintSets;
import org.cordonrt.phantom.GridSize;
import org.cordonrt.phantom.SpineOptions;
import org.cordonrt.phantom.SpinePhantom;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.robust.RobustAssessment;
import org.cordonrt.robust.RobustOptions;
import org.cordonrt.robust.Robustness;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;
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

    private TreatmentCase read;
    private Assessment atRest;

    @Setup
    public void read() throws IOException {
        Path folder = Files.createTempDirectory("cordon-benchmark");
        folder.toFile().deleteOnExit();
        SpineOptions.Builder plan = SpineOptions.defaults().toBuilder();
        plan.doseSize(new GridSize(120, 120, 200)).doseSpacingMm(1.25).doseBits(32);
        plan.cordLengthMm(cordLengthMm).planeSpacingMm(1.25).pointSpacingMm(0.5);
        SpinePhantom.of(plan.build()).write(folder);
        read = CaseReader.read(CaseRequest.of(folder));
        atRest = PlanCheck.assess(read, CheckOptions.defaults().withSets(ConstraintSets.loadAll(List.of("TG101"))));
    }

    @Benchmark
    public RobustAssessment shiftToBreak() {
        return Robustness.assess(read, atRest, RobustOptions.defaults().withThreads(threads));
    }
}
