package org.cordonrt.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.constraint.ConstraintSet;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.dicom.Tag;
import org.cordonrt.issue.CordonException;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.JsonReport;
import org.cordonrt.report.TextReport;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;
import org.cordonrt.rt.DoseNeed;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon check}: a plan against published limits. */
final class CheckVerb implements Verb {
    static final String ACCEPT_DOSE = "--accept-dose";
    static final String STRICT = "--strict";
    static final String PARTIAL_CORD = "--partial-cord-mm";
    private static final String IDENTIFIERS = "--include-identifiers";

    /** What was found, and what it was found in: pictures need both. */
    record Checked(Assessment assessment, TreatmentCase plan) {}

    private static Forms<Checked> forms() {
        return Forms.of((r, style) -> TextReport.of(r.assessment, style), r -> JsonReport.of(r.assessment));
    }

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
        CheckChoices.addTo(spec);
        Outputs.addTo(spec, forms());
        spec.addOption(CliOptions.flag(
                IDENTIFIERS, "Name the patient in the result: name, ID and birth date (default: never)."));
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
        Outputs<Checked> outputs = Outputs.of(parsed, forms());
        CaseRequest request = CliOptions.caseRequest(parsed, DoseNeed.REQUIRED);
        // The sets are read while the files are.
        CompletableFuture<List<ConstraintSet>> loading = CompletableFuture.supplyAsync(() -> CheckChoices.sets(parsed));
        TreatmentCase plan;
        try {
            plan = CaseReader.read(request);
        } catch (CordonException e) {
            // Wrong usage is said first, whichever was found first.
            loaded(loading);
            throw e;
        }
        CheckOptions options = CheckChoices.options(parsed, loaded(loading));
        Assessment assessed = PlanCheck.assess(plan, options);
        boolean refused = CliOptions.has(parsed, STRICT) && assessed.hasWarnings();
        Assessment found = refused ? assessed.strict() : assessed;
        Assessment assessment = CliOptions.has(parsed, IDENTIFIERS) ? found.withPatient(patient(found)) : found;
        outputs.write(terminal, assessment.inputs(), new Checked(assessment, plan));
        return refused ? ExitCode.INPUT : ExitCode.of(assessment.verdict());
    }

    private static List<ConstraintSet> loaded(CompletableFuture<List<ConstraintSet>> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof CordonException refusal) {
                throw refusal;
            }
            throw e;
        }
    }

    /** Read apart from the case, so that identifiers reach no other part of the program. */
    private static Assessment.Patient patient(Assessment found) {
        DataSet ds = DicomFile.read(Path.of(found.inputs().get(0).path())).dataSet();
        return new Assessment.Patient(
                ds.text(Tag.PatientName).orElse(""),
                ds.text(Tag.PatientID).orElse(""),
                ds.text(Tag.PatientBirthDate).orElse(""));
    }
}
