package org.cordonrt.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalInt;
import org.cordonrt.constraint.LintFinding;
import org.cordonrt.constraint.TemplateImport;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.report.Phrases;
import org.cordonrt.report.PrintableText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon constraints import}: a plan-check template as a constraint file. */
final class ConstraintsImportVerb implements Verb {
    private static final String FRACTIONS = "--fractions";
    private static final String ID = "--id";
    private static final String OUT = "--out";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "constraints import",
                "Make a constraint file from a plan-check template.",
                "Reads a CSV template with the columns structure, metric and goal (and alias, code, comparator,"
                        + " variation, priority). A goal with a variation becomes a goal and a mandatory limit. What was"
                        + " not understood is listed. The limits are marked as not verified: add their sources.");
        spec.addPositional(CliOptions.argument("FILE.csv", "The template."));
        spec.addOption(CliOptions.one(FRACTIONS, "N", "Number of fractions that its limits are for (required)."));
        spec.addOption(CliOptions.one(ID, "ID", "Id of the set (default: IMPORTED)."));
        spec.addOption(
                CliOptions.one(OUT, "FILE.yaml", "Write the set to a new file; without it, to standard output."));
        CliOptions.addGeneral(spec);
        spec.usageMessage()
                .footer(CliOptions.footer(
                        "cordon constraints import template.csv --fractions 3 --out our-3fx.yaml",
                        "cordon constraints lint our-3fx.yaml"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        OptionalInt fractions = CliOptions.count(parsed, FRACTIONS);
        if (fractions.isEmpty()) {
            throw CliOptions.usage(
                    "constraints import needs --fractions N: a template does not say what its limits are for");
        }
        String id = CliOptions.text(parsed, ID).orElse("IMPORTED");
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw CliOptions.usage(ID + " needs up to 64 letters, digits, dots, dashes and underscores");
        }
        Path template = CliOptions.path(CliOptions.argument(parsed));
        TemplateImport made = TemplateImport.read(template, fractions.getAsInt(), id);
        Optional<Path> out = CliOptions.text(parsed, OUT).map(CliOptions::path);
        if (made.limits() == 0) {
            terminal.complainAtLength(report(made));
            throw new CordonException(
                    IssueCode.CONSTRAINT_FILE,
                    PrintableText.of(template.toString(), false) + ": no row of the template became a limit");
        }
        if (out.isPresent()) {
            write(out.get(), made.yaml());
            terminal.print(report(made));
        } else {
            terminal.print(made.yaml());
            terminal.complainAtLength(report(made));
        }
        return ExitCode.OK;
    }

    private static void write(Path out, String yaml) {
        try {
            Files.write(out, yaml.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new CordonException(
                    IssueCode.OUTPUT_UNWRITABLE, out + ": cannot be written as a new file; choose another name", e);
        }
    }

    private static String report(TemplateImport made) {
        StringBuilder text = new StringBuilder();
        text.append(Phrases.count(made.limits(), "limit")).append(" taken, not verified: add their sources\n");
        if (!made.notTaken().isEmpty()) {
            text.append(Phrases.count(made.notTaken().size(), "row")).append(" not taken\n");
        }
        for (TemplateImport.NotTaken n : made.notTaken()) {
            line(text, "  line " + n.line() + ": " + n.row() + ": " + n.reason());
        }
        for (LintFinding f : made.findings()) {
            line(text, "  " + f.severity() + " " + f.rule() + ": " + f.message());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(PrintableText.of(line, false)).append('\n');
    }
}
