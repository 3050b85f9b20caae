package org.cordonrt.cli;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        addTo(spec, OutputFormat.USUAL);
    }

    static void addTo(CommandSpec spec, Set<OutputFormat> known) {
        String words = known.stream().map(OutputFormat::word).collect(Collectors.joining("|"));
        spec.addOption(CliOptions.one("--format", words, "Format of standard output (default: text)."));
        spec.addOption(CliOptions.many(
                "--out",
                "FORMAT=FILE",
                "Also write the result to a file (repeatable); it appears whole or not at all."));
    }

    static Outputs of(ParseResult parsed) {
        return of(parsed, OutputFormat.USUAL);
    }

    /** @param known what {@code --out} may write; the same but for pages goes to standard output */
    static Outputs of(ParseResult parsed, Set<OutputFormat> known) {
        Set<OutputFormat> printed = EnumSet.copyOf(known);
        printed.remove(OutputFormat.HTML);
        return new Outputs(
                OutputFormat.named(CliOptions.text(parsed, "--format").orElse("text"), "--format", printed),
                OutputFiles.parse(CliOptions.texts(parsed, "--out"), known),
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
            case CSV -> rendering.csv();
            case HTML -> rendering.html().getBytes(StandardCharsets.UTF_8);
            case TEXT ->
                rendering
                        .text(new TextStyle(TextStyle.USUAL_WIDTH, false, false, detail))
                        .getBytes(StandardCharsets.UTF_8);
        });
        switch (format) {
            case JSON -> terminal.print(rendering.json());
            case CSV -> terminal.print(rendering.csv());
            case HTML -> terminal.print(rendering.html());
            case TEXT -> terminal.print(rendering.text(terminal.style(detail)));
        }
    }

    /** One result in each of its forms. */
    interface Rendering {
        byte[] json();

        String text(TextStyle style);

        /** Asked for only where the verb lets it be named. */
        default String html() {
            throw new UnsupportedOperationException("no page of this result");
        }

        /** Asked for only where the verb lets it be named. */
        default byte[] csv() {
            throw new IllegalStateException("no CSV here");
        }
    }
}
