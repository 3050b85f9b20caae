package org.cordonrt.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cordonrt.constraint.ConstraintSets;
import org.cordonrt.constraint.Similar;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.report.PrintableText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Options from files, below the command line: those of the user, and above them those of the project. The file of the
 * project is searched from the working folder upwards, no farther than the root of its repository or the user's home;
 * outside both only in the working folder itself, because a file that a stranger left in a parent could loosen a check.
 *
 * @param files the user's first
 */
record Config(List<ConfigFile> files) {
    private static final String PROJECT_FILE = ".cordon.yaml";
    private static final String REPOSITORY = ".git";

    /** What belongs to one run, or must be said each time. */
    private static final Set<String> NEVER_IN_FILES = Set.of(
            "help",
            "version",
            CliOptions.NO_CONFIG.substring(2),
            CliOptions.PRINT_CONFIG.substring(2),
            CliOptions.SET_IN_FILE.substring(2),
            DryRun.OPTION.substring(2),
            "include-identifiers");

    /** What changes how a result is shown, or only makes it stricter; everything else is told with the result. */
    private static final Set<String> HARMLESS = Set.of(
            "format",
            "out",
            "quiet",
            "verbose",
            "plot",
            "github-annotations",
            "strict",
            "jobs",
            "ndjson",
            "csv",
            "resume");

    /** Options whose values may be files beside the configuration file. */
    private static final Set<String> FILES = Set.of("constraints", "aliases");

    /** Shells ask for completion whenever they start: nothing that a file says may stand in the way. */
    static boolean appliesTo(String verb) {
        return !verb.equals("completion") && !verb.equals("man");
    }

    /** The files that there are. */
    static Config find(Surroundings where) {
        List<ConfigFile> files = new ArrayList<>();
        where.userFile()
                .filter(Files::isRegularFile)
                .ifPresent(f -> files.add(ConfigFile.read(f, where.userFileShown())));
        where.workingFolder()
                .flatMap(folder -> projectFile(folder, where.home()))
                .ifPresent(f -> {
                    Path folder = where.workingFolder().get();
                    files.add(ConfigFile.read(f, folder.relativize(f).toString().replace('\\', '/')));
                });
        return new Config(List.copyOf(files));
    }

    private static Optional<Path> projectFile(Path folder, Optional<Path> home) {
        List<Path> searched = new ArrayList<>();
        for (Path at = folder; at != null; at = at.getParent()) {
            searched.add(at);
            if (Files.exists(at.resolve(REPOSITORY)) || home.filter(at::equals).isPresent()) {
                return searched.stream()
                        .map(p -> p.resolve(PROJECT_FILE))
                        .filter(Files::isRegularFile)
                        .findFirst();
            }
        }
        return Optional.of(folder.resolve(PROJECT_FILE)).filter(Files::isRegularFile);
    }

    /**
     * The settings that hold for a verb, by the name of the option; within a file those of the verb's own section go
     * before the others.
     *
     * @throws CordonException CONFIG_FILE for a key that no verb knows or a value of the wrong kind
     */
    Map<String, ConfigFile.Setting> of(String verb, CommandSpec spec) {
        Map<String, ConfigFile.Setting> found = new LinkedHashMap<>();
        for (ConfigFile file : files) {
            file.settings().forEach(s -> refuseUnknown(s, verb, spec));
            Stream.concat(
                            file.settings().stream().filter(s -> s.verb().isEmpty()),
                            file.settings().stream()
                                    .filter(s -> s.verb().filter(verb::equals).isPresent()))
                    .filter(s -> spec.findOption("--" + s.name()) != null)
                    .forEach(s -> found.put(s.name(), s));
        }
        found.values().forEach(s -> refuseWrongKind(s, spec.findOption("--" + s.name())));
        return found;
    }

    private static void refuseUnknown(ConfigFile.Setting s, String verb, CommandSpec spec) {
        if (NEVER_IN_FILES.contains(s.name())) {
            throw refused(s, "'" + s.name() + "' belongs on the command line");
        }
        if (s.verb().map(verb::equals).orElse(true) && spec.findOption("--" + s.name()) != null) {
            return;
        }
        // Another verb's: looked up only where there is a doubt, because it builds their specifications.
        List<String> known = (s.verb().isPresent() ? List.of(s.verb().get()) : VerbCall.names())
                .stream()
                        .flatMap(name -> VerbCall.verb(name).spec().options().stream())
                        .filter(o -> !o.hidden())
                        .map(o -> o.longestName().substring(2))
                        .distinct()
                        .toList();
        if (!known.contains(s.name())) {
            List<String> like = Similar.to(s.name(), known);
            throw refused(
                    s,
                    "there is no option '" + s.name() + "'"
                            + s.verb().map(v -> " of cordon " + v).orElse("")
                            + (like.isEmpty() ? "" : "; did you mean " + String.join(" or ", like) + "?"));
        }
    }

    private static void refuseWrongKind(ConfigFile.Setting s, OptionSpec option) {
        if (option.arity().max() == 0) {
            if (!s.truth()) {
                throw refused(s, "'" + s.name() + "' is true or false");
            }
        } else if (s.truth()) {
            throw refused(
                    s, "'" + s.name() + "' needs a value, not " + s.values().get(0));
        } else if (s.values().size() != 1 && !option.isMultiValue()) {
            throw refused(
                    s, "'" + s.name() + "' takes one value, not " + s.values().size());
        }
    }

    private static CordonException refused(ConfigFile.Setting s, String why) {
        return new CordonException(
                IssueCode.CONFIG_FILE,
                PrintableText.of(s.origin() + ": " + why, false) + " (--no-config leaves the file out)");
    }

    /**
     * The arguments that say what the settings say, for options that the command line leaves open.
     *
     * @param said what stands on the command line
     */
    static List<String> arguments(Map<String, ConfigFile.Setting> settings, ParseResult said) {
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, s) -> {
            if (said.hasMatchedOption("--" + name)) {
                return;
            }
            if (s.truth() && !Boolean.parseBoolean(s.values().get(0))) {
                return;
            }
            for (String value : s.values()) {
                arguments.add(
                        s.truth() ? "--" + name : "--" + name + "=" + (FILES.contains(name) ? file(value, s) : value));
            }
            if (!HARMLESS.contains(name)) {
                arguments.add(CliOptions.SET_IN_FILE + "=" + name + ": " + String.join(", ", s.values()) + " ("
                        + s.origin() + ")");
            }
        });
        return arguments;
    }

    /** A file beside the configuration file, unless it is the name of something built in or an absolute path. */
    private static String file(String value, ConfigFile.Setting s) {
        if (s.name().equals("constraints")
                && ConstraintSets.builtInIds().stream().anyMatch(value.strip()::equalsIgnoreCase)) {
            return value;
        }
        Path path = CliOptions.path(value);
        return path.isAbsolute() ? value : s.folder().resolve(path).toString();
    }
}
