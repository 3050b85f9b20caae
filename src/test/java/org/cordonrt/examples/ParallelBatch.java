package org.cordonrt.examples;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.ModelOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.issue.CordonException;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;

/** Checks many plans, as many at a time as there are processors. A plan that is refused does not stop the others. */
final class ParallelBatch {
    private ParallelBatch() {}

    /** The verdict of each folder, or the code of why there is none. */
    static Map<Path, String> run(List<Path> folders) {
        // One thread for each plan: plans side by side make better use of the processors than parts of one.
        CheckOptions options =
                CheckOptions.defaults().withModel(ModelOptions.defaults().withThreads(1));
        Map<Path, String> verdicts = new ConcurrentSkipListMap<>();
        folders.parallelStream().forEach(folder -> verdicts.put(folder, verdict(folder, options)));
        return verdicts;
    }

    private static String verdict(Path folder, CheckOptions options) {
        try {
            return PlanCheck.assess(CaseReader.read(CaseRequest.of(folder)), options)
                    .verdict()
                    .state()
                    .name();
        } catch (CordonException refusal) {
            return refusal.code().name();
        }
    }
}
