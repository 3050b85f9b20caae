package org.cordonrt.cli;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintSet;
import org.cordonrt.constraint.ConstraintSets;
import org.cordonrt.report.JsonDocument;
import org.cordonrt.report.TextStyle;
import org.cordonrt.report.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon constraints list}: the built-in sets. */
final class ConstraintsListVerb implements Verb {

    private static Forms<List<ConstraintSet>> forms() {
        return Forms.of(ConstraintsListVerb::text, ConstraintsListVerb::json);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "constraints list",
                "The built-in constraint sets.",
                "A check uses the sets marked with * unless --constraints names others.");
        Outputs.addTo(spec, forms());
        CliOptions.addGeneral(spec);
        spec.usageMessage().footer(CliOptions.footer("cordon constraints list"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        Outputs<List<ConstraintSet>> outputs = Outputs.of(parsed, forms());
        List<ConstraintSet> sets =
                ConstraintSets.builtInIds().stream().map(ConstraintSets::load).toList();
        outputs.write(terminal, List.of(), sets);
        return ExitCode.OK;
    }

    private static String text(List<ConstraintSet> sets, TextStyle style) {
        List<String> defaults = ConstraintSets.defaultIds();
        TextTable t = new TextTable(0)
                .left("", 1)
                .left("set", 24)
                .left("version", 12)
                .right("limits")
                .left("fractions", 14)
                .left("name", Integer.MAX_VALUE);
        for (ConstraintSet s : sets) {
            TreeSet<Integer> fractions =
                    s.constraints().stream().map(Constraint::fractions).collect(Collectors.toCollection(TreeSet::new));
            t.row(
                    defaults.contains(s.id()) ? "*" : "",
                    s.id(),
                    s.version(),
                    Integer.toString(s.constraints().size()),
                    fractions.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    s.name());
        }
        StringBuilder out = new StringBuilder();
        t.appendTo(out, style);
        return out.append("\n* used by cordon check unless --constraints names others\n")
                .toString();
    }

    private static byte[] json(List<ConstraintSet> sets) {
        List<String> defaults = ConstraintSets.defaultIds();
        return JsonDocument.bytes(json -> {
            json.text("schema", "cordon/constraint-sets/1");
            json.array("sets", sets, s -> {
                json.text("id", s.id());
                json.text("name", s.name());
                json.text("version", s.version());
                json.flag("usedByDefault", defaults.contains(s.id()));
                json.integer("limits", s.constraints().size());
                json.text("description", s.description());
                json.text("citation", s.citation());
            });
        });
    }
}
