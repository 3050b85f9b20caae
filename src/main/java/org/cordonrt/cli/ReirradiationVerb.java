package org.cordonrt.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordonrt.check.LimitRules;
import org.cordonrt.constraint.SelectionOptions;
import org.cordonrt.issue.Issue;
import org.cordonrt.plan.InputFile;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.reirradiation.PriorCourse;
import org.cordonrt.reirradiation.Reirradiation;
import org.cordonrt.reirradiation.ReirradiationAssessment;
import org.cordonrt.reirradiation.ReirradiationOptions;
import org.cordonrt.report.ReirradiationJson;
import org.cordonrt.report.ReirradiationText;
import org.cordonrt.rt.DoseNeed;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon reirradiation}: a plan together with previous courses. */
final class ReirradiationVerb implements Verb {
    private static final String ON = "--on";
    private static final String REGISTRATION_MM = "--registration-mm";

    private static Forms<ReirradiationAssessment> forms() {
        return Forms.of((r, style) -> ReirradiationText.of(r, style), r -> ReirradiationJson.of(r));
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "reirradiation",
                "Add previous courses to a plan.",
                "Adds the EQD2 of previous courses to that of the plan, point by point where their doses are given, and"
                        + " holds the sum against the four criteria of HyTEC. They are judged on the thecal sac. No"
                        + " recovery in time is assumed.");
        CliOptions.addCase(spec);
        spec.addOption(CliOptions.many(
                PriorOption.NAME,
                "KEY=VALUE,...",
                "A previous course (repeatable): max=GY (largest dose to the thecal sac or the cord) or dose=PATH"
                        + " (RTDOSE or a folder); fractions=N; months=N or date=YYYY-MM-DD; registration=FILE (rigid"
                        + " spatial registration, where the frames of reference differ); outside=GY (dose to assume"
                        + " outside its grid); label=TEXT."));
        spec.addOption(CliOptions.one(ON, "YYYY-MM-DD", "Date of this course, where previous ones have dates."));
        spec.addOption(CliOptions.one(
                REGISTRATION_MM,
                "MM",
                "How far a previous dose may lie from where it was placed, for the worst sum (default: 3)."));
        spec.addOption(CliOptions.one(
                "--cord", "NAME", "Take this structure as the spinal cord (default: the one whose name says so)."));
        LimitOptions.addNaming(spec);
        spec.addOption(CliOptions.flag(
                CheckVerb.ACCEPT_DOSE,
                "Let criteria be met with a dose that is far from its prescription, or of one of several plans, or with"
                        + " files that do not seem to be of one patient and image set (default: not evaluable)."));
        Outputs.addTo(spec, forms());
        CliOptions.addGeneral(spec);
        spec.usageMessage()
                .footer(CliOptions.footer(
                        "cordon reirradiation plan/ --prior max=30Gy,fractions=10,months=18",
                        "cordon reirradiation plan/ --prior dose=old/,registration=reg.dcm,date=2025-03-01"
                                + " --on 2026-05-31"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        Outputs<ReirradiationAssessment> outputs = Outputs.of(parsed, forms());
        List<PriorOption> priors = PriorOption.all(CliOptions.texts(parsed, PriorOption.NAME));
        if (priors.isEmpty()) {
            throw CliOptions.usage("reirradiation needs at least one previous course, e.g. " + PriorOption.NAME
                    + " max=30Gy,fractions=10,months=18");
        }
        Optional<LocalDate> on = CliOptions.text(parsed, ON).map(t -> PriorOption.date(t, ON));
        ReirradiationOptions options = options(parsed);
        TreatmentCase plan = CaseInput.read(parsed, DoseNeed.REQUIRED, terminal);
        if (DryRun.isAsked(parsed)) {
            return DryRun.show(plan, parsed, terminal);
        }
        List<InputFile> inputs = new ArrayList<>();
        List<Issue> before = new ArrayList<>();
        List<PriorCourse> courses = priors.stream()
                .map(p -> p.course(plan.structures().frameOfReferenceUid(), on, inputs, before))
                .toList();
        ReirradiationAssessment assessment = Reirradiation.assess(plan, courses, options, inputs, before);
        outputs.write(terminal, assessment.inputs(), assessment);
        return switch (assessment.state()) {
            case MET -> ExitCode.OK;
            case NOT_MET -> ExitCode.LIMIT_BROKEN;
            case NOT_EVALUABLE -> ExitCode.NOT_EVALUABLE;
        };
    }

    private static ReirradiationOptions options(ParseResult parsed) {
        LimitRules rules = LimitOptions.of(parsed);
        ReirradiationOptions options = ReirradiationOptions.defaults()
                .withSelection(new SelectionOptions(
                        CliOptions.text(parsed, "--cord"), List.of(), rules.substitutions(), rules.aliases()))
                .withModel(rules.model())
                .withAcceptDose(CliOptions.has(parsed, CheckVerb.ACCEPT_DOSE));
        if (!CliOptions.has(parsed, REGISTRATION_MM)) {
            return options;
        }
        double mm = CliOptions.number(parsed, REGISTRATION_MM).orElse(-1);
        if (!(mm >= 0 && mm <= ReirradiationOptions.LARGEST_REGISTRATION_MM)) {
            throw CliOptions.usage(REGISTRATION_MM + " needs millimetres from 0 to "
                    + (int) ReirradiationOptions.LARGEST_REGISTRATION_MM);
        }
        return options.withRegistrationMm(mm);
    }
}
