package org.cordonrt.cli;

import org.cordonrt.check.PlanCheck;
import org.cordonrt.check.StoredComparison;
import org.cordonrt.check.StoredComparison.Outcome;
import org.cordonrt.check.StoredComparison.Tolerance;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.JsonReport;
import org.cordonrt.report.TextReport;
import org.cordonrt.rt.DoseNeed;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon compare}: the planning system's own numbers beside Cordon's. */
final class CompareVerb implements Verb {
    private static final String STORED = "--stored";
    private static final String PERCENT = "--agree-percent";
    private static final String DOSE = "--agree-gy";

    private static Forms<StoredComparison> forms() {
        return Forms.of((r, style) -> TextReport.of(r, style), r -> JsonReport.of(r));
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "compare",
                "The planning system's own DVH numbers beside Cordon's.",
                "With --stored: the DVHs that the RTDOSE holds (DVH Sequence). A number that does not agree is computed"
                        + " again under other conventions (slab and shape solids, three end caps); if one of them agrees,"
                        + " it is named. Exit code 1 when a number differs and no convention explains it, 4 when nothing"
                        + " could be compared.");
        CliOptions.addCase(spec);
        spec.addOption(CliOptions.flag(STORED, "Compare with the DVHs stored in the RTDOSE (required)."));
        spec.addOption(CliOptions.many(
                "--structure", "NAME", "Only this structure (repeatable; default: all with a stored DVH)."));
        spec.addOption(CliOptions.one(PERCENT, "P", "Numbers agree within P percent (default: 2)."));
        spec.addOption(CliOptions.one(DOSE, "GY", "Doses also agree within this (default: 0.1)."));
        ModelFlags.addTo(spec);
        Outputs.addTo(spec, forms());
        CliOptions.addGeneral(spec);
        spec.usageMessage()
                .footer(CliOptions.footer(
                        "cordon compare plan/ --stored",
                        "cordon compare plan/ --stored --structure SpinalCord --agree-percent 3",
                        "cordon compare plan/ --stored --format json"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        if (!CliOptions.has(parsed, STORED)) {
            throw CliOptions.usage("compare needs --stored: it compares with the DVHs stored in the RTDOSE");
        }
        Outputs<StoredComparison> outputs = Outputs.of(parsed, forms());
        Tolerance tolerance = new Tolerance(
                CliOptions.positiveNumber(parsed, PERCENT).orElse(Tolerance.USUAL.percent()),
                CliOptions.positiveNumber(parsed, DOSE).orElse(Tolerance.USUAL.doseGy()));
        TreatmentCase plan = CaseInput.read(parsed, DoseNeed.REQUIRED, terminal);
        if (DryRun.isAsked(parsed)) {
            return DryRun.show(plan, parsed, terminal);
        }
        StoredComparison result = PlanCheck.compareStored(
                plan, CliOptions.texts(parsed, "--structure"), tolerance, ModelFlags.of(parsed));
        outputs.write(terminal, result.inputs(), result);
        if (result.count(Outcome.DIFFERS) > 0) {
            return ExitCode.LIMIT_BROKEN;
        }
        boolean nothing = result.structures().stream().allMatch(s -> s.rows().isEmpty());
        return nothing ? ExitCode.NOT_EVALUABLE : ExitCode.OK;
    }
}
