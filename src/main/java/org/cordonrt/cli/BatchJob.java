package org.cordonrt.cli;

import java.util.List;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.issue.CordonException;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.BatchLine;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;

/**
 * Checks one plan after the other, each for itself: whatever goes wrong with one is its line. Thread-safe.
 *
 * @param options what to check, on one thread a plan
 * @param strict whether warnings are errors
 * @param base what the user said about reading; its paths are replaced
 * @param settings what of it stands in configuration files, so that every line tells it
 * @param checkedWithSha256 see {@link BatchLine.Stamp}
 */
record BatchJob(
        CheckOptions options, boolean strict, CaseRequest base, List<String> settings, String checkedWithSha256) {
    BatchJob {
        settings = List.copyOf(settings);
    }

    /** What a line of this plan must carry to hold. */
    BatchLine.Stamp stamp(PlanFolder folder) {
        return new BatchLine.Stamp(folder.shown(), folder.filesSha256(), checkedWithSha256);
    }

    BatchLine check(PlanFolder folder) {
        BatchLine.Stamp stamp = new BatchLine.Stamp(folder.shown(), "", checkedWithSha256);
        try {
            stamp = stamp(folder);
            TreatmentCase plan = CaseInput.told(CaseReader.read(base.withPaths(folder.path())), settings);
            Assessment found = CheckVerb.robust(plan, PlanCheck.assess(plan, options));
            boolean refused = strict && found.hasWarnings();
            Assessment a = refused ? found.strict() : found;
            ExitCode exit = refused ? ExitCode.INPUT : ExitCode.of(a.verdict());
            return BatchLine.of(stamp, a, exit.number());
        } catch (CordonException e) {
            return BatchLine.refused(
                    stamp,
                    e.code().name(),
                    String.valueOf(e.getMessage()),
                    ExitCode.of(e.code()).number());
        } catch (OutOfMemoryError e) {
            return BatchLine.refused(
                    stamp,
                    "OUT_OF_MEMORY",
                    "not enough memory; use fewer --jobs, or give Java more, e.g. CORDON_JAVA_OPTS=-Xmx4g",
                    ExitCode.INTERNAL.number());
        } catch (RuntimeException | StackOverflowError e) {
            return BatchLine.refused(stamp, "INTERNAL", "an error inside Cordon: " + e, ExitCode.INTERNAL.number());
        }
    }
}
