package org.cordonrt.selftest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.cordonrt.check.OrderedTasks;
import org.cordonrt.check.Tool;
import org.cordonrt.phantom.analytic.AnalyticCase;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;

/**
 * Runs analytic phantoms through DICOM files and the path of a patient's plan, and compares with the truth. Immutable
 * and thread-safe.
 *
 * @param reader reads the folder of a case
 * @param threads number of cases at a time, at least 1; changes no bit of the result
 */
public record SelfTest(Function<Path, TreatmentCase> reader, int threads) {
    public SelfTest {
        Objects.requireNonNull(reader, "reader");
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
    }

    /** Reads as a check does, on all processors. */
    public static SelfTest standard() {
        return new SelfTest(
                folder -> CaseReader.read(CaseRequest.of(folder)),
                Runtime.getRuntime().availableProcessors());
    }

    /** The same with another way of reading, to see that an error there is found. */
    public SelfTest withReader(Function<Path, TreatmentCase> newReader) {
        return new SelfTest(newReader, threads);
    }

    /**
     * Runs the cases.
     *
     * @param when what the record is dated with
     * @param progress called when a case is done, from any thread
     * @throws org.cordonrt.issue.CordonException OUTPUT_UNWRITABLE without room for temporary files
     */
    public SelfTestResult run(List<AnalyticCase> cases, Instant when, Runnable progress) {
        List<Comparison> comparisons = OrderedTasks.map(cases, threads, c -> {
                    List<Comparison> found = new CaseRun(c, reader).compare();
                    progress.run();
                    return found;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
        return new SelfTestResult(
                Tool.current(), when, Platform.current(), cases.size(), Summary.of(comparisons), comparisons);
    }
}
