package org.cordonrt.cli;

import java.util.List;
import org.cordonrt.check.Margins;
import org.cordonrt.check.ModelOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.JsonReport;
import org.cordonrt.report.TextReport;
import org.cordonrt.report.TextStyle;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.DoseNeed;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon margin}: the separation of structures. */
final class MarginVerb implements Verb {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "margin",
                "Smallest 3D separation between structures.",
                "The distance is measured between surfaces that run on from contour plane to contour plane. Beside it"
                        + " stand the distance of the slab solids (the safe side) and of the flat contours (the"
                        + " optimistic side). Structures that overlap have distance 0, an overlap volume and a depth. No"
                        + " dose is needed.");
        CliOptions.addCase(spec);
        spec.addOption(CliOptions.many("--from", "NAME", "First structure (required, repeatable)."));
        spec.addOption(CliOptions.many("--to", "NAME", "Second structure (required, repeatable)."));
        Outputs.addTo(spec);
        CliOptions.addGeneral(spec);
        spec.usageMessage()
                .footer(CliOptions.footer(
                        "cordon margin plan/ --from SpinalCord --to GTV --to PTV",
                        "cordon margin plan/rtstruct.dcm --from SpinalCord --to GTV --format json"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        Outputs outputs = Outputs.of(parsed);
        List<String> from = named(parsed, "--from");
        List<String> to = named(parsed, "--to");
        TreatmentCase plan = CaseReader.read(CliOptions.caseRequest(parsed, DoseNeed.NONE));
        Margins result = PlanCheck.margins(plan, from, to, ModelOptions.defaults());
        outputs.write(terminal, result.inputs(), new Outputs.Rendering() {
            @Override
            public byte[] json() {
                return JsonReport.of(result);
            }

            @Override
            public String text(TextStyle style) {
                return TextReport.of(result, style);
            }
        });
        return ExitCode.OK;
    }

    private static List<String> named(ParseResult parsed, String option) {
        List<String> names = CliOptions.texts(parsed, option);
        if (names.isEmpty()) {
            throw CliOptions.usage("margin needs " + option + " NAME (cordon margin --help)");
        }
        return names;
    }
}
