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
import org.cordonrt.report.CsvReport;
import org.cordonrt.report.GithubAnnotations;
import org.cordonrt.report.JsonReport;
import org.cordonrt.report.JunitReport;
import org.cordonrt.report.MarkdownReport;
import org.cordonrt.report.PlotText;
import org.cordonrt.report.SarifReport;
import org.cordonrt.report.TextReport;
import org.cordonrt.report.TextStyle;
import org.cordonrt.report.html.HtmlReport;
import org.cordonrt.report.html.PdfReport;
import org.cordonrt.robust.RobustnessCriteria;
import org.cordonrt.rt.CaseRequest;
import org.cordonrt.rt.DoseNeed;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon check}: a plan against published limits. */
final class CheckVerb implements Verb {
    static final String ACCEPT_DOSE = "--accept-dose";
    static final String ANNOTATIONS = "--github-annotations";
    static final String STRICT = "--strict";
    static final String PARTIAL_CORD = "--partial-cord-mm";
    private static final String IDENTIFIERS = "--include-identifiers";

    /**
     * What was found, and its pictures.
     *
     * @param plots whether text has plots
     */
    record Checked(Assessment assessment, Pictures pictures, boolean plots) {}

    private static Forms<Checked> forms() {
        return Forms.<Checked>of(CheckVerb::text, r -> JsonReport.of(r.assessment))
                .with(OutputFormat.CSV, r -> CsvReport.of(r.assessment))
                .withText(OutputFormat.MD, r -> MarkdownReport.of(r.assessment))
                .with(OutputFormat.JUNIT, r -> JunitReport.of(r.assessment))
                .with(OutputFormat.SARIF, r -> SarifReport.of(r.assessment))
                .withText(OutputFormat.GITHUB, r -> GithubAnnotations.of(r.assessment))
                .with(
                        OutputFormat.HTML,
                        r -> HtmlReport.of(r.assessment, r.pictures.illustrations(), r.pictures.figures()))
                .with(
                        OutputFormat.PDF,
                        r -> PdfReport.of(r.assessment, r.pictures.illustrations(), r.pictures.figures()))
                .withFiles(OutputFormat.SVG, (r, style, folder) -> FigureFiles.svg(folder, r.pictures.figures()))
                .withFiles(OutputFormat.PNG, (r, style, folder) -> FigureFiles.png(folder, r.pictures.figures()));
    }

    private static String text(Checked c, TextStyle style) {
        String text = TextReport.of(c.assessment, style);
        return c.plots
                ? text
                        + PlotText.of(
                                PlotOption.histograms(c.assessment, c.pictures.plan()),
                                c.assessment.constraints(),
                                PlotOption.gaps(c.assessment, c.pictures.plan()),
                                style)
                : text;
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
        PlotOption.addTo(spec);
        spec.addOption(CliOptions.flag(
                ANNOTATIONS, "Also write GitHub annotations to standard error, for GitHub Actions (default: no)."));
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
        CaseRequest asked = CliOptions.caseRequest(parsed, DoseNeed.REQUIRED);
        // Text does not show digests of the files, and they take as long as reading.
        CaseRequest request = outputs.isTextOnly() ? asked.withoutDigests() : asked;
        // The sets are read while the files are.
        CompletableFuture<List<ConstraintSet>> loading = CompletableFuture.supplyAsync(() -> CheckChoices.sets(parsed));
        TreatmentCase plan;
        try {
            plan = CaseInput.read(parsed, request, terminal);
        } catch (CordonException e) {
            // Wrong usage is said first, whichever was found first.
            loaded(loading);
            throw e;
        }
        CheckOptions options = CheckChoices.options(parsed, loaded(loading));
        if (DryRun.isAsked(parsed)) {
            return DryRun.show(plan, options, parsed, terminal);
        }
        Assessment assessed = robust(
                plan, PlanCheck.assess(plan, options, s -> terminal.progress().stage(s.words())));
        boolean refused = CliOptions.has(parsed, STRICT) && assessed.hasWarnings();
        Assessment found = refused ? assessed.strict() : assessed;
        Assessment assessment = CliOptions.has(parsed, IDENTIFIERS) ? found.withPatient(patient(found)) : found;
        outputs.write(
                terminal,
                assessment.inputs(),
                new Checked(assessment, new Pictures(plan, assessment, request.paths()), PlotOption.isAsked(parsed)));
        if (CliOptions.has(parsed, ANNOTATIONS)) {
            terminal.complainAtLength(GithubAnnotations.of(assessment));
        }
        return refused ? ExitCode.INPUT : ExitCode.of(assessment.verdict());
    }

    /** Only where a limit asks for it: it takes its time. */
    static Assessment robust(TreatmentCase plan, Assessment found) {
        return found.asksForRobustness()
                ? RobustnessCriteria.tested(plan, found, found.model().threads())
                : found;
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
