package org.cordonrt.cli;

import java.util.List;
import org.cordonrt.check.GapProfile;
import org.cordonrt.check.MarginRequest;
import org.cordonrt.check.Margins;
import org.cordonrt.check.ModelOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.CsvReport;
import org.cordonrt.report.JsonReport;
import org.cordonrt.report.PlotText;
import org.cordonrt.report.TextReport;
import org.cordonrt.report.TextStyle;
import org.cordonrt.rt.DoseNeed;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon margin}: the separation of structures. */
final class MarginVerb implements Verb {
    private static final String PROFILE = "--profile";
    private static final String SURFACES = "--surfaces";

    /** What was measured, and on what. */
    private record Measured(Margins margins, TreatmentCase plan, boolean plots) {}

    private static Forms<Measured> forms() {
        return Forms.<Measured>of(MarginVerb::text, r -> JsonReport.of(r.margins))
                .with(OutputFormat.CSV, r -> CsvReport.of(r.margins));
    }

    private static String text(Measured m, TextStyle style) {
        String text = TextReport.of(m.margins, style);
        if (!m.plots) {
            return text;
        }
        List<GapProfile> gaps = m.margins.profiles().isEmpty()
                ? m.margins.margins().stream()
                        .flatMap(x -> PlotOption.gaps(x, m.plan, ModelOptions.defaults()).stream())
                        .toList()
                : m.margins.profiles();
        return text + PlotText.of(List.of(), List.of(), gaps, style);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "margin",
                "Smallest 3D separation between structures.",
                "The distance is measured between surfaces that run on from contour plane to contour plane. Beside it"
                        + " stand the distance of the slab solids (the safe side) and of the flat contours (the"
                        + " optimistic side). Structures that overlap have distance 0, an overlap volume and a depth. No"
                        + " dose is needed, but where there is one the profile shows how it falls across the gap.");
        CliOptions.addCase(spec);
        spec.addOption(
                CliOptions.many("--from", "NAME", "First structure (repeatable; with --profile default: the cord)."));
        spec.addOption(
                CliOptions.many("--to", "NAME", "Second structure (repeatable; with --profile default: all targets)."));
        spec.addOption(CliOptions.flag(
                PROFILE, "Also the gap along the first structure: at every plane, and half-way between planes."));
        spec.addOption(CliOptions.flag(
                SURFACES, "Also the surfaces as a whole: mean, percentiles, largest distance, margin by direction."));
        Outputs.addTo(spec, forms());
        PlotOption.addTo(spec);
        CliOptions.addGeneral(spec);
        spec.usageMessage()
                .footer(CliOptions.footer(
                        "cordon margin plan/ --from SpinalCord --to GTV --to PTV",
                        "cordon margin plan/ --from SpinalCord --to SpinalCord_PRV02 --surfaces",
                        "cordon margin plan/ --profile --out csv=profile.csv",
                        "cordon margin plan/rtstruct.dcm --from SpinalCord --to GTV --format json"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        Outputs<Measured> outputs = Outputs.of(parsed, forms());
        boolean profile = CliOptions.has(parsed, PROFILE);
        MarginRequest request = new MarginRequest(
                named(parsed, "--from", profile),
                named(parsed, "--to", profile),
                profile,
                CliOptions.has(parsed, SURFACES));
        TreatmentCase plan = CaseInput.read(parsed, profile ? DoseNeed.IF_PRESENT : DoseNeed.NONE, terminal);
        if (DryRun.isAsked(parsed)) {
            return DryRun.show(plan, parsed, terminal);
        }
        Margins result = PlanCheck.margins(plan, request, ModelOptions.defaults());
        outputs.write(terminal, result.inputs(), new Measured(result, plan, PlotOption.isAsked(parsed)));
        return ExitCode.OK;
    }

    private static List<String> named(ParseResult parsed, String option, boolean mayBeUsual) {
        List<String> names = CliOptions.texts(parsed, option);
        if (names.isEmpty() && !mayBeUsual) {
            throw CliOptions.usage("margin needs " + option + " NAME (cordon margin --help)");
        }
        return names;
    }
}
