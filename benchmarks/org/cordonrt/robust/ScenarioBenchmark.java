package org.cordonrt.robust;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cordonrt.benchmark.SpinePlan;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CaseDetail;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.StructureKind;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Six-degree-of-freedom scenarios of a cord with limits on 0.035 cc and 0.35 cc: structures and doses are there, only the
 * scenarios are drawn and measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class ScenarioBenchmark {
    /** The cord's length: its volume and points grow with it. */
    @Param({"60", "240"})
    public double cordLengthMm;

    @Param({"100", "1000", "10000"})
    public int scenarios;

    @Param({"1", "2"})
    public int threads;

    private ScenarioDoses doses;
    private List<ConstraintResult> limits;

    @Setup(Level.Trial)
    public void read() throws IOException {
        SpinePlan spine = SpinePlan.read(cordLengthMm);
        Assessment atRest = spine.atRest();
        limits = atRest.constraints().stream()
                .filter(r -> r.counts() && r.constraint().structureKind() == StructureKind.SPINAL_CORD)
                .filter(r -> List.of("D0.035cc[Gy]", "D0.35cc[Gy]")
                        .contains(r.constraint().metric().expression()))
                .toList();
        if (limits.size() != 2) {
            throw new IllegalStateException(limits.size() + " limits instead of two");
        }
        MovingCase moving = new MovingCase(spine.plan(), atRest, CaseDetail.of(spine.plan(), atRest), limits);
        MovingCase.Limited cord = moving.of(limits.get(0)).orElseThrow();
        List<MovedLimit> moved =
                limits.stream().map(r -> MovedLimit.of(r, cord.solid())).toList();
        doses = new ScenarioDoses(
                List.of(new ScenarioDoses.Body(cord.points(), moved, List.of(0, 1), List.of())),
                moving.dose(),
                moving.centre(),
                Double.NaN);
    }

    @Benchmark
    public Object courses() {
        return doses.courses(limits, List.of(), new SetupErrors(scenarios, 1, 0.7, 0.7, 0.5, 0.5), 1, threads);
    }
}
