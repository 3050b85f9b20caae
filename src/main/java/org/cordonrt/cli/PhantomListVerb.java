package org.cordonrt.cli;

import java.util.List;
import org.cordonrt.phantom.analytic.AnalyticCase;
import org.cordonrt.phantom.analytic.AnalyticCases;
import org.cordonrt.report.JsonDocument;
import org.cordonrt.report.Phrases;
import org.cordonrt.report.TextStyle;
import org.cordonrt.report.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon phantom list}: the analytic phantoms. */
final class PhantomListVerb implements Verb {
    private static final int WIDEST_NAME = 34;

    private static Forms<List<AnalyticCase>> forms() {
        return Forms.of(PhantomListVerb::text, PhantomListVerb::json);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "phantom list",
                "The phantoms of the self-test.",
                "Each name, and each family's, can be given to --case of selftest and phantom analytic.");
        spec.addOption(CliOptions.flag("--full", "Also those that only the full set holds."));
        Outputs.addTo(spec, forms());
        CliOptions.addGeneral(spec);
        spec.usageMessage().footer(CliOptions.footer("cordon phantom list"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        Outputs<List<AnalyticCase>> outputs = Outputs.of(parsed, forms());
        List<AnalyticCase> cases = AnalyticCases.set(CliOptions.has(parsed, "--full"));
        outputs.write(terminal, List.of(), cases);
        return ExitCode.OK;
    }

    private static byte[] json(List<AnalyticCase> cases) {
        return JsonDocument.bytes(json -> {
            json.text("schema", "cordon/phantoms/1");
            json.array("phantoms", cases, c -> {
                json.text("name", c.name());
                json.text("family", c.family().word());
                json.text("description", c.description());
                json.flag("usual", c.usual());
            });
        });
    }

    private static String text(List<AnalyticCase> cases, TextStyle style) {
        TextTable table = new TextTable(0)
                .left("name", WIDEST_NAME)
                .left("family", WIDEST_NAME)
                .left("what", Integer.MAX_VALUE);
        cases.forEach(c -> table.row(c.name(), c.family().word(), c.description()));
        StringBuilder out = new StringBuilder();
        table.appendTo(out, style);
        int more = AnalyticCases.all().size() - cases.size();
        if (more > 0) {
            out.append("\nand ").append(Phrases.count(more, "more phantom")).append(" in the full set (--full)\n");
        }
        return out.toString();
    }
}
