package org.cordonrt.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cordonrt.constraint.StructureAliases;
import org.cordonrt.plan.InputFile;
import org.cordonrt.report.TextStyle;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.Inventory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon list}: what lies there, before anything is chosen. */
final class ListVerb implements Verb {

    /** What lies there, and the user's own names for it. */
    private record Listed(Inventory inventory, StructureAliases aliases) {}

    private static Forms<Listed> forms() {
        return Forms.of(
                (Listed r, TextStyle style) -> InventoryText.of(r.inventory, r.aliases, style),
                r -> InventoryJson.of(r.inventory, r.aliases));
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "list",
                "What lies in files and folders.",
                "Lists structure sets, doses and plans with what links them, and for every structure what it is taken"
                        + " for and why.");
        spec.addPositional(CliOptions.arguments("PATH", "Files or folders."));
        LimitOptions.addAliases(spec);
        Outputs.addTo(spec, forms());
        CliOptions.addGeneral(spec);
        spec.usageMessage().footer(CliOptions.footer("cordon list plan/", "cordon list plan/ --format json"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        Outputs<Listed> outputs = Outputs.of(parsed, forms());
        List<Path> paths =
                CliOptions.arguments(parsed).stream().map(CliOptions::path).toList();
        StructureAliases aliases = LimitOptions.aliases(parsed);
        Inventory inventory = CaseReader.inventory(paths);
        outputs.write(terminal, inputs(inventory), new Listed(inventory, aliases));
        return ExitCode.OK;
    }

    /** What must not be overwritten; its digests are not computed for a list. */
    private static List<InputFile> inputs(Inventory inventory) {
        return Stream.of(inventory.structureSets(), inventory.doses(), inventory.plans())
                .flatMap(List::stream)
                .map(f -> new InputFile(
                        f.origin().path(),
                        "",
                        f.origin().sopInstanceUid(),
                        f.origin().modality()))
                .toList();
    }
}
