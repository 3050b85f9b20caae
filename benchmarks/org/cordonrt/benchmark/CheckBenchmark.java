package org.cordonrt.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.phantom.GridSize;
import org.cordonrt.phantom.SpineOptions;
import org.cordonrt.phantom.SpinePhantom;
import org.cordonrt.plan.TreatmentCase;
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

/**
 * Reading a plan and checking it, in a process that is warm. SMALL is {@code testdata/spine/1fx-pass}, 0.4 MB; CLINICAL
 * has 256 x 256 x 200 dose samples of 32 bits and 30 structures, 77 MB.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class CheckBenchmark {
    @Param({"SMALL", "CLINICAL"})
    public String plan = "";

    /** Threads of the check. */
    @Param({"1", "2"})
    public int threads;

    private CaseRequest request = CaseRequest.of(Path.of("."));
    private CheckOptions options = CheckOptions.defaults();

    @Setup
    public void build() throws IOException {
        Path folder = Path.of("testdata/spine/1fx-pass");
        if (plan.equals("CLINICAL")) {
            folder = Files.createTempDirectory("cordon-benchmark");
            folder.toFile().deleteOnExit();
            SpineOptions.Builder clinical = SpineOptions.defaults().toBuilder();
            clinical.doseSize(new GridSize(256, 256, 200)).doseSpacingMm(1.25).doseBits(32);
            clinical.cordLengthMm(240).planeSpacingMm(1.25).pointSpacingMm(0.5).extraStructures(20);
            SpinePhantom.of(clinical.build()).write(folder);
        }
        request = CaseRequest.of(folder);
        options = CheckOptions.defaults()
                .withModel(CheckOptions.defaults().model().withThreads(threads));
    }

    /** The bound of {@link #readAndCheck}: the files must be read. */
    @Benchmark
    public TreatmentCase readAndCheckBound() {
        return CaseReader.read(request);
    }

    @Benchmark
    public Assessment readAndCheck() {
        return PlanCheck.assess(CaseReader.read(request), options);
    }
}
