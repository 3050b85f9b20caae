package org.cordonrt.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.cordonrt.plan.InputFile;
import org.cordonrt.report.TextStyle;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Where results go: standard output in one format, files in others.
 *
 * @param format of standard output
 * @param files more copies
 * @param detail of text
 */
record Outputs(OutputFormat format, OutputFiles files, TextStyle.Detail detail) {

    static void addTo(CommandSpec spec) {
        spec.addOption(CliOptions.one("--format", "text|json", "Format of standard output (default: text)."));
        spec.addOption(CliOptions.many(
                "--out",
                "FORMAT=FILE",
                "Also write the result to a file (repeatable); it appears whole or not at all."));
    }

    static Outputs of(ParseResult parsed) {
        return of(parsed, OutputFormat.USUAL);
    }

    /** @param files what {@code --out} may write; standard output has the usual formats */
    static Outputs of(ParseResult parsed, Set<OutputFormat> files) {
        return new Outputs(
                OutputFormat.named(CliOptions.text(parsed, "--format").orElse("text"), "--format", OutputFormat.USUAL),
                OutputFiles.parse(CliOptions.texts(parsed, "--out"), files),
                CliOptions.detail(parsed));
    }

    /**
     * Writes a result everywhere. Files first: whoever reads standard output finds them complete.
     *
     * @param inputs files that must not be overwritten
     */
    void write(Terminal terminal, List<InputFile> inputs, Rendering rendering) {
        files.write(inputs, f -> switch (f) {
            case JSON -> rendering.json();
            case HTML -> rendering.html().getBytes(StandardCharsets.UTF_8);
            case TEXT ->
                rendering
                        .text(new TextStyle(TextStyle.USUAL_WIDTH, false, false, detail))
                        .getBytes(StandardCharsets.UTF_8);
        });
        if (format == OutputFormat.JSON) {
            terminal.print(rendering.json());
        } else {
            terminal.print(rendering.text(terminal.style(detail)));
        }
    }

    /** One result in each of its forms. */
    interface Rendering {
        byte[] json();

        String text(TextStyle style);

        /** Only of verbs that offer it. */
        default String html() {
            throw new UnsupportedOperationException("no page of this result");
        }
    }
}
