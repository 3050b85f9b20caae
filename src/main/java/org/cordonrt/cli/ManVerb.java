package org.cordonrt.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon man}: manual pages, made from what the options say of themselves. */
final class ManVerb implements Verb {
    private static final String FOLDER = "--folder";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "man",
                "Manual pages.",
                "Prints the manual page of the program or of a verb (roff), or writes all pages into a folder.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("VERB")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..2")
                .description("A verb; none for the program.")
                .build());
        spec.addOption(CliOptions.one(FOLDER, "DIR", "Write all pages into this folder, which must exist."));
        CliOptions.addGeneral(spec);
        spec.usageMessage()
                .footer(CliOptions.footer(
                        "cordon man check | man -l -", "cordon man --folder ~/.local/share/man/man1"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        Map<String, CommandSpec> verbs = CommandTree.verbs();
        Optional<Path> folder = CliOptions.text(parsed, FOLDER).map(CliOptions::path);
        String name = String.join(" ", CliOptions.arguments(parsed));
        if (folder.isPresent()) {
            if (!name.isEmpty()) {
                throw CliOptions.usage(FOLDER + " takes all pages; leave '" + name + "' out");
            }
            writeAll(folder.get(), verbs);
        } else if (name.isEmpty()) {
            terminal.print(ManPage.ofProgram(verbs).getBytes(StandardCharsets.UTF_8));
        } else {
            CommandSpec spec = verbs.get(name);
            if (spec == null) {
                throw VerbCall.unknown(name);
            }
            terminal.print(ManPage.ofVerb(name, spec).getBytes(StandardCharsets.UTF_8));
        }
        return ExitCode.OK;
    }

    static void writeAll(Path folder, Map<String, CommandSpec> verbs) {
        if (!Files.isDirectory(folder)) {
            throw new CordonException(
                    IssueCode.OUTPUT_UNWRITABLE, folder + " is no folder; name one that exists with " + FOLDER);
        }
        write(folder, ManPage.title(""), ManPage.ofProgram(verbs));
        verbs.forEach((name, spec) -> write(folder, ManPage.title(name), ManPage.ofVerb(name, spec)));
    }

    private static void write(Path folder, String title, String page) {
        OutputFiles.writeWhole(folder.resolve(title + ".1"), page.getBytes(StandardCharsets.UTF_8));
    }
}
