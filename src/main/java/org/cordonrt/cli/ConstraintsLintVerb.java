package org.cordonrt.cli;

import java.nio.file.Path;
import java.util.List;
import org.cordonrt.constraint.ConstraintSets;
import org.cordonrt.constraint.LintFinding;
import org.cordonrt.issue.Severity;
import org.cordonrt.report.GithubAnnotations;
import org.cordonrt.report.JsonDocument;
import org.cordonrt.report.Phrases;
import org.cordonrt.report.PrintableText;
import org.cordonrt.report.TextStyle;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code cordon constraints lint}: errors and doubts in a constraint file. */
final class ConstraintsLintVerb implements Verb {

    /** What was found in a file. */
    private record Linted(String file, List<LintFinding> findings) {}

    private static Forms<Linted> forms() {
        return Forms.of(ConstraintsLintVerb::text, ConstraintsLintVerb::json)
                .withText(OutputFormat.GITHUB, ConstraintsLintVerb::annotations);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CliOptions.command(
                "constraints lint",
                "Look for errors in a constraint file.",
                "Prints FILE:LINE:COLUMN for each finding. Ends with 1 when a finding is an error, with 0 when there are"
                        + " only warnings or none.");
        spec.addPositional(CliOptions.argument("FILE", "A YAML file."));
        Outputs.addTo(spec, forms());
        CliOptions.addGeneral(spec);
        spec.usageMessage()
                .footer(CliOptions.footer(
                        "cordon constraints lint our-limits.yaml",
                        "cordon constraints lint our-limits.yaml --format github"));
        return spec;
    }

    @Override
    public ExitCode run(ParseResult parsed, Terminal terminal) {
        Outputs<Linted> outputs = Outputs.of(parsed, forms());
        String name = CliOptions.argument(parsed);
        Path file = CliOptions.path(name);
        List<LintFinding> findings = ConstraintSets.lint(file);
        outputs.write(terminal, List.of(), new Linted(name, findings));
        return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR) ? ExitCode.LIMIT_BROKEN : ExitCode.OK;
    }

    private static byte[] json(Linted linted) {
        return JsonDocument.bytes(json -> {
            json.text("schema", "cordon/lint/1");
            json.text("file", linted.file);
            json.array("findings", linted.findings, f -> {
                json.text("severity", f.severity().name());
                json.text("rule", f.rule());
                json.integer("line", f.line());
                json.integer("column", f.column());
                json.text("message", f.message());
            });
        });
    }

    private static String text(Linted linted, TextStyle style) {
        StringBuilder out = new StringBuilder();
        for (LintFinding f : linted.findings) {
            out.append(PrintableText.of(
                            linted.file + ":" + f.line() + ":" + f.column() + ": " + f.severity() + " " + f.rule()
                                    + ": " + f.message(),
                            style.ascii()))
                    .append('\n');
        }
        return out.append(
                        linted.findings.isEmpty()
                                ? "nothing to complain of\n"
                                : Phrases.count(linted.findings.size(), "finding") + "\n")
                .toString();
    }

    private static String annotations(Linted linted) {
        StringBuilder out = new StringBuilder();
        for (LintFinding f : linted.findings) {
            out.append(GithubAnnotations.line(
                    f.severity() == Severity.ERROR ? "error" : "warning",
                    linted.file,
                    f.line(),
                    f.column(),
                    f.rule(),
                    f.message()));
        }
        return out.toString();
    }
}
