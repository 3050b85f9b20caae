package org.cordonrt.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordonrt.plan.InputFile;
import org.cordonrt.report.TextStyle;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Where results go: standard output in one format, files in others.
 *
 * @param <R> the result
 * @param forms what can be written
 * @param format of standard output
 * @param files more copies
 * @param detail of text
 */
record Outputs<R>(Forms<R> forms, OutputFormat format, OutputFiles files, TextStyle.Detail detail) {
    static final String FORMAT = "--format";
    static final String OUT = "--out";
    /** Stands for standard output, which has no path. */
    private static final Path NOWHERE = Path.of("");

    static void addTo(CommandSpec spec, Forms<?> forms) {
        spec.addOption(CliOptions.one(FORMAT, words(forms.printable()), "Format of standard output (default: text)."));
        spec.addOption(CliOptions.many(
                OUT,
                "FORMAT=FILE",
                "Also write the result to a file (repeatable); it appears whole or not at all. Formats: "
                        + forms.formats().stream().map(OutputFormat::word).collect(Collectors.joining(", ")) + "."));
    }

    private static String words(Set<OutputFormat> formats) {
        return formats.stream().map(OutputFormat::word).collect(Collectors.joining("|"));
    }

    static <R> Outputs<R> of(ParseResult parsed, Forms<R> forms) {
        return new Outputs<>(
                forms,
                OutputFormat.named(CliOptions.text(parsed, FORMAT).orElse("text"), FORMAT, forms.printable()),
                OutputFiles.parse(
                        CliOptions.texts(parsed, OUT), forms.formats(), CliOptions.namedFiles(parsed, Set.of(OUT))),
                CliOptions.detail(parsed));
    }

    /** Whether the result goes nowhere but into text. */
    boolean isTextOnly() {
        return format == OutputFormat.TEXT && files.targets().stream().allMatch(t -> t.format() == OutputFormat.TEXT);
    }

    /**
     * Writes a result everywhere. Files first: whoever reads standard output finds them complete.
     *
     * @param inputs files that must not be overwritten
     */
    void write(Terminal terminal, List<InputFile> inputs, R result) {
        TextStyle plain = TextStyle.plain().withDetail(detail);
        terminal.progress().stage("writing the result");
        files.write(inputs, (f, target) -> forms.files(f, result, plain, target));
        terminal.print(Objects.requireNonNull(
                forms.files(format, result, terminal.style(detail), NOWHERE).get(NOWHERE), format.word()));
    }
}
