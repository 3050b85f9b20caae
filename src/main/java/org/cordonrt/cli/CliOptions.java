package org.cordonrt.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.report.TextStyle;
import org.cordonrt.rt.CaseRequest;
import org.cordonrt.rt.DoseNeed;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Options that several verbs share: how they are written, and what they say. */
final class CliOptions {
    /** A label that names all values there are. */
    private static final Pattern WORDS = Pattern.compile("[a-z]+(\\|[a-z]+)+");

    static final String NO_CONFIG = "--no-config";
    static final String PRINT_CONFIG = "--print-effective-config";
    /** How the program tells a verb what it took from configuration files. */
    static final String SET_IN_FILE = "--set-in-file";

    private CliOptions() {}

    /** A command with help, version and verbosity. */
    static CommandSpec command(String name, String header, String... description) {
        CommandSpec spec = CommandSpec.create().name("cordon " + name);
        spec.usageMessage()
                .header(header)
                .description(escaped(description))
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n")
                .footerHeading("%n")
                .sortOptions(false)
                .abbreviateSynopsis(true);
        return spec;
    }

    /** Options at the end of every verb's list. */
    static void addGeneral(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-v", "--verbose")
                .type(boolean[].class)
                .arity("0")
                .description("More detail; twice: a stack trace with an error.")
                .build());
        spec.addOption(OptionSpec.builder("-q", "--quiet")
                .type(boolean.class)
                .arity("0")
                .description("Only the result: no inputs, no findings.")
                .build());
        spec.addOption(flag(NO_CONFIG, "Leave configuration files out (default: no)."));
        spec.addOption(
                flag(PRINT_CONFIG, "Say which options are in effect and where each comes from, and do nothing else."));
        spec.addOption(OptionSpec.builder(SET_IN_FILE)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .hidden(true)
                .build());
        spec.addOption(OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .arity("0")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .type(boolean.class)
                .arity("0")
                .versionHelp(true)
                .description("Show the version.")
                .build());
    }

    /** Picocli takes a percent sign for the beginning of a format. */
    private static String[] escaped(String... texts) {
        return Stream.of(texts).map(t -> t.replace("%", "%%")).toArray(String[]::new);
    }

    static OptionSpec one(String name, String label, String... description) {
        OptionSpec.Builder option = OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .arity("1")
                .description(escaped(description));
        if (WORDS.matcher(label).matches()) {
            option.completionCandidates(List.of(label.split("\\|")));
        }
        return option.build();
    }

    static OptionSpec many(String name, String label, String... description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .description(escaped(description))
                .build();
    }

    static OptionSpec flag(String name, String... description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(escaped(description))
                .build();
    }

    /** One or more arguments that are no options. */
    static PositionalParamSpec arguments(String label, String... description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1..*")
                .required(true)
                .description(escaped(description))
                .build();
    }

    /** Exactly one argument that is no option. */
    static PositionalParamSpec argument(String label, String... description) {
        return argumentAt(0, label, description);
    }

    /** One argument at its place. */
    static PositionalParamSpec argumentAt(int index, String label, String... description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .type(String.class)
                .index(Integer.toString(index))
                .arity("1")
                .required(true)
                .description(escaped(description))
                .build();
    }

    /** Files and folders, and what settles which of them to use. */
    static void addCase(CommandSpec spec) {
        spec.addPositional(arguments(
                "PATH",
                "Files or folders with RTSTRUCT, RTDOSE and RTPLAN, in any layout; they are found by content and linked"
                        + " by their UIDs."));
        spec.addOption(one("--structure-set", "FILE-OR-UID", "Use this structure set where there are several."));
        spec.addOption(many("--dose", "FILE-OR-UID", "Use this dose where there are several (repeatable)."));
        spec.addOption(one("--plan", "FILE-OR-UID", "Use this plan where there are several."));
        spec.addOption(one("--reference-dose", "GY", "Dose that a RELATIVE dose value of 1 stands for."));
        spec.addOption(one("--fractions", "N", "Number of fractions of the course, where the plan does not say it."));
        DryRun.addTo(spec);
    }

    static CaseRequest caseRequest(ParseResult parsed, DoseNeed need) {
        CaseRequest request = new CaseRequest(
                arguments(parsed).stream().map(CliOptions::path).toList(),
                need,
                text(parsed, "--structure-set"),
                texts(parsed, "--dose"),
                text(parsed, "--plan"),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                true);
        OptionalDouble reference = positiveNumber(parsed, "--reference-dose");
        if (reference.isPresent()) {
            request = request.withReferenceDoseGy(reference.getAsDouble());
        }
        OptionalInt fractions = count(parsed, "--fractions");
        return fractions.isPresent() ? request.withFractions(fractions.getAsInt()) : request;
    }

    static Optional<String> text(ParseResult parsed, String option) {
        return Optional.ofNullable(parsed.matchedOptionValue(option, null));
    }

    static List<String> texts(ParseResult parsed, String option) {
        return List.copyOf(parsed.matchedOptionValue(option, List.<String>of()));
    }

    static List<String> arguments(ParseResult parsed) {
        return List.copyOf(parsed.matchedPositionalValue(0, List.<String>of()));
    }

    static String argument(ParseResult parsed) {
        return parsed.matchedPositionalValue(0, "");
    }

    static boolean has(ParseResult parsed, String option) {
        return parsed.hasMatchedOption(option);
    }

    /** A finite number above 0. */
    static OptionalDouble positiveNumber(ParseResult parsed, String option) {
        OptionalDouble value = number(parsed, option);
        if (value.isPresent() && !(value.getAsDouble() > 0)) {
            throw usage(option + " needs a number above 0, not "
                    + text(parsed, option).orElse(""));
        }
        return value;
    }

    /** A finite number; only digits, sign, point and exponent, in every locale. */
    static OptionalDouble number(ParseResult parsed, String option) {
        Optional<String> text = text(parsed, option);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!text.get().matches("[+-]?[0-9]{1,12}(\\.[0-9]{1,12})?([eE][+-]?[0-9]{1,2})?")) {
            throw usage(option + " needs a number such as 2.5, not '" + text.get() + "'");
        }
        return OptionalDouble.of(Double.parseDouble(text.get()));
    }

    /** A whole number, at least 1. */
    static OptionalInt count(ParseResult parsed, String option) {
        Optional<String> text = text(parsed, option);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.get().matches("0*[1-9][0-9]{0,5}")) {
            throw usage(option + " needs a whole number of at least 1, not '" + text.get() + "'");
        }
        return OptionalInt.of(Integer.parseInt(text.get()));
    }

    static TextStyle.Detail detail(ParseResult parsed) {
        if (has(parsed, "--quiet")) {
            return TextStyle.Detail.QUIET;
        }
        return has(parsed, "--verbose") ? TextStyle.Detail.VERBOSE : TextStyle.Detail.NORMAL;
    }

    /** How often -v stands on the command line; counted by hand because parsing may be what failed. */
    static int verbosity(String[] args) {
        return Stream.of(args)
                .takeWhile(a -> !a.equals("--"))
                .mapToInt(a -> a.equals("--verbose") ? 1 : a.matches("-v+") ? a.length() - 1 : 0)
                .sum();
    }

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw usage("'" + text + "' is not a path on this system: " + e.getReason());
        }
    }

    /**
     * Whatever the command line names that may be a file to read, alone or as the value of a KEY=VALUE.
     *
     * @param but options that name files to write
     */
    static List<Path> namedFiles(ParseResult parsed, Set<String> but) {
        List<String> words = new ArrayList<>();
        parsed.matchedPositionals().forEach(p -> words.addAll(p.originalStringValues()));
        parsed.matchedOptions().stream()
                .filter(o -> !but.contains(o.longestName()))
                .forEach(o -> words.addAll(o.originalStringValues()));
        List<Path> files = new ArrayList<>();
        for (String word : words) {
            for (String part : List.of(word, word.substring(word.indexOf('=') + 1))) {
                try {
                    Path file = Path.of(part);
                    if (Files.isRegularFile(file)) {
                        files.add(file);
                    }
                } catch (InvalidPathException e) {
                    // No file, then: the next word.
                }
            }
        }
        return files;
    }

    static CordonException usage(String message) {
        return new CordonException(IssueCode.USAGE, message);
    }

    /** The exit codes, for the end of a verb's help. */
    static String[] footer(String... examples) {
        Stream.Builder<String> lines = Stream.builder();
        lines.add("Examples:");
        for (String e : escaped(examples)) {
            lines.add("  " + e);
        }
        lines.add("");
        lines.add("Exit codes:");
        for (ExitCode c : ExitCode.values()) {
            lines.add(String.format(Locale.ROOT, "  %2d  %s", c.number(), c.meaning()));
        }
        return lines.build().toArray(String[]::new);
    }
}
