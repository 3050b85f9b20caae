package org.cordonrt.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.constraint.ConstraintSets;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.robust.RobustAssessment;
import org.cordonrt.robust.RobustOptions;
import org.cordonrt.robust.Robustness;
import org.cordonrt.robust.SetupErrors;
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

/** Whole robustness assessments; the difference between numbers of samples is the cost of scenarios. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class RobustBenchmark {
    /** A folder with a plan. */
    @Param("testdata/spine/1fx-pass")
    public String plan;

    @Param({"1", "1000", "4000"})
    public int samples;

    @Param({"1", "400"})
    public int boxes;

    private TreatmentCase read;
    private Assessment atRest;

    @Setup
    public void read() {
        read = CaseReader.read(CaseRequest.of(List.of(Path.of(plan))));
        atRest = PlanCheck.assess(read, CheckOptions.defaults().withSets(ConstraintSets.loadAll(List.of("TG101"))));
    }

    @Benchmark
    public RobustAssessment assess() {
        return Robustness.assess(
                read,
                atRest,
                RobustOptions.defaults()
                        .withMostBoxes(boxes)
                        .withSetupErrors(new SetupErrors(samples, 1, 0.7, 0.7, 0.5, 0.5)));
    }
}
