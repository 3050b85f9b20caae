package org.cordonrt.cli;

import java.util.List;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.ModelOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.constraint.ConstraintSet;
import org.cordonrt.constraint.ConstraintSets;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.JsonReport;
import org.cordonrt.report.TextReport;
import org.cordonrt.report.TextStyle;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.DoseNeed;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon check}: a plan against published limits. */
final class CheckVerb implements Verb {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "check",
                "Check a plan against published spinal cord limits.",
                "Reads the plan, measures the dose to the cord and the structures around it, and compares it with every"
                        + " limit that the chosen sets publish for the plan's number of fractions. Limits of several"
                        + " sources stand side by side; none is interpolated. What could not be evaluated is never a"
                        + " pass.");
        CliOptions.addCase(spec);
        spec.addOption(CliOptions.one(
                "--cord", "NAME", "Take this structure as the spinal cord (default: the one whose name says so)."));
        spec.addOption(CliOptions.many(
                "--target", "NAME", "Take this structure as a target (repeatable; default: all GTV, CTV, ITV, PTV)."));
        spec.addOption(CliOptions.many(
                "--constraints",
                "SET-OR-FILE",
                "Constraint set by its name or a YAML file (repeatable; default: "
                        + String.join(", ", ConstraintSets.defaultIds())
                        + "). See cordon constraints list."));
        Outputs.addTo(spec);
        CliOptions.addGeneral(spec);
        spec.usageMessage()
                .footer(CliOptions.footer(
                        "cordon check plan/",
                        "cordon check plan/ --cord Myelon --fractions 3",
                        "cordon check plan/ --constraints TG101 --constraints our-limits.yaml",
                        "cordon check plan/ --format json --out text=report.txt"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        Outputs outputs = Outputs.of(parsed);
        List<String> asked = CliOptions.texts(parsed, "--constraints");
        List<ConstraintSet> sets = ConstraintSets.loadAll(asked.isEmpty() ? ConstraintSets.defaultIds() : asked);
        CheckOptions options = new CheckOptions(
                sets, CliOptions.text(parsed, "--cord"), CliOptions.texts(parsed, "--target"), ModelOptions.defaults());
        TreatmentCase plan = CaseReader.read(CliOptions.caseRequest(parsed, DoseNeed.REQUIRED));
        Assessment assessment = PlanCheck.assess(plan, options);
        outputs.write(terminal, assessment.inputs(), new Outputs.Rendering() {
            @Override
            public byte[] json() {
                return JsonReport.of(assessment);
            }

            @Override
            public String text(TextStyle style) {
                return TextReport.of(assessment, style);
            }
        });
        return ExitCode.of(assessment.verdict());
    }
}
