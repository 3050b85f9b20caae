package org.cordonrt.examples;

import java.io.PrintStream;
import java.nio.file.Path;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.Headline;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;

/** Checks the DICOM files in a folder against the default limits. The lines between the marks stand in README.md. */
final class CheckAFolder {
    private CheckAFolder() {}

    static void run(Path folder, PrintStream out) {
        // README
        TreatmentCase plan = CaseReader.read(CaseRequest.of(folder));
        Assessment found = PlanCheck.assess(plan, CheckOptions.defaults());
        out.println(found.verdict().state() + ": " + Headline.of(found));
        for (ConstraintResult limit : found.constraints()) {
            MetricValue value = limit.value();
            if (limit.counts() && value != null) {
                String metric = value.metric().expression();
                out.println(limit.state() + " " + metric + " in [" + value.lower() + ", " + value.upper() + "]");
            }
        }
        // README
    }
}
