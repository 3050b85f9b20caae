package org.cordonrt.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cordonrt.check.Tool;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.report.GithubAnnotations;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. */
public final class Main {
    private static final int HELP_WIDTH = 90;

    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args, Terminal.ofProcess(), Surroundings.ofProcess()));
    }

    /** Runs the command line in this process, without configuration files, and returns the exit code. */
    static int run(String[] args, Terminal terminal) {
        return run(args, terminal, Surroundings.none());
    }

    /** Runs the command line in this process and returns the exit code. */
    static int run(String[] args, Terminal terminal, Surroundings where) {
        try {
            return dispatch(args, terminal, where).number();
        } catch (CordonException e) {
            return refused(e, args, terminal).number();
        } catch (OutOfMemoryError e) {
            terminal.complain("cordon: error: not enough memory for this plan; give Java more, e.g."
                    + " CORDON_JAVA_OPTS=-Xmx4g [" + IssueCode.OUT_OF_MEMORY + "]");
            return ExitCode.INTERNAL.number();
        } catch (RuntimeException | StackOverflowError e) {
            terminal.complain("cordon: an error inside Cordon, no result: " + e + " (-v -v shows where) ["
                    + IssueCode.INTERNAL + "]");
            trace(e, args, terminal);
            return ExitCode.INTERNAL.number();
        } finally {
            terminal.progress().close();
        }
    }

    private static ExitCode dispatch(String[] args, Terminal terminal, Surroundings where) {
        if (args.length == 0) {
            terminal.complainAtLength(RootHelp.TEXT);
            return ExitCode.USAGE;
        }
        switch (args[0]) {
            case "-h", "--help" -> {
                terminal.print(RootHelp.TEXT);
                return ExitCode.OK;
            }
            case "-V", "--version" -> {
                terminal.print("cordon " + Tool.current().version() + "\n");
                return ExitCode.OK;
            }
            case "help" -> {
                String[] rest = Arrays.copyOfRange(args, 1, args.length + 1);
                rest[rest.length - 1] = "--help";
                return dispatch(rest, terminal, where);
            }
            default -> {
                VerbCall call = VerbCall.of(List.of(args));
                return run(call, terminal, where);
            }
        }
    }

    private static ExitCode run(VerbCall call, Terminal terminal, Surroundings where) {
        CommandSpec spec = call.verb().spec();
        ParseResult said = parse(call, spec, call.arguments());
        if (said.isUsageHelpRequested()) {
            CommandLine line = new CommandLine(spec);
            line.setUsageHelpWidth(HELP_WIDTH);
            terminal.print(line.getUsageMessage(Help.Ansi.OFF));
            return ExitCode.OK;
        }
        if (said.isVersionHelpRequested()) {
            terminal.print("cordon " + Tool.current().version() + "\n");
            return ExitCode.OK;
        }
        Map<String, ConfigFile.Setting> settings = Map.of();
        ParseResult parsed = said;
        if (!CliOptions.has(said, CliOptions.NO_CONFIG) && Config.appliesTo(call.name())) {
            settings = Config.find(where).of(call.name(), spec);
            List<String> more = Config.arguments(settings, said);
            if (!more.isEmpty()) {
                parsed = parse(
                        call,
                        call.verb().spec(),
                        Stream.concat(more.stream(), call.arguments().stream()).toList());
            }
        }
        if (CliOptions.has(parsed, CliOptions.PRINT_CONFIG)) {
            terminal.print(EffectiveConfig.text(call.name(), said, parsed, settings));
            return ExitCode.OK;
        }
        if (CliOptions.has(parsed, "--quiet")) {
            terminal.progress().close();
        } else {
            terminal.progress().stage("working");
        }
        try {
            return call.verb().run(parsed, terminal);
        } catch (CordonException e) {
            List<String> told = CliOptions.texts(parsed, CliOptions.SET_IN_FILE);
            if (e.code() != IssueCode.USAGE || told.isEmpty()) {
                throw e;
            }
            throw new CordonException(
                    e.code(), e.getMessage() + " (from files: " + String.join("; ", told) + "; or --no-config)", e);
        }
    }

    private static ParseResult parse(VerbCall call, CommandSpec spec, List<String> arguments) {
        if (arguments.contains(CliOptions.PRINT_CONFIG)) {
            // Asking what is in effect needs no plan.
            for (PositionalParamSpec p : List.copyOf(spec.positionalParameters())) {
                spec.remove(p);
                spec.addPositional(PositionalParamSpec.builder(p)
                        .arity("0..*")
                        .required(false)
                        .build());
            }
        }
        CommandLine line = new CommandLine(spec);
        // A structure may be called @something.
        line.setExpandAtFiles(false);
        try {
            return line.parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            throw CliOptions.usage(call.name() + ": " + problem(e) + " (cordon " + call.name() + " --help)");
        }
    }

    private static String problem(ParameterException e) {
        String message = String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
        if (e instanceof UnmatchedArgumentException u && !u.getSuggestions().isEmpty()) {
            return message + "; did you mean " + String.join(" or ", u.getSuggestions()) + "?";
        }
        return message;
    }

    private static ExitCode refused(CordonException e, String[] args, Terminal terminal) {
        terminal.complain("cordon: error: " + e.getMessage() + " [" + e.code() + "]");
        if (List.of(args).contains(CheckVerb.ANNOTATIONS)) {
            terminal.complainAtLength(GithubAnnotations.line("error", "Cordon: " + e.code(), e.getMessage()));
        }
        trace(e, args, terminal);
        return ExitCode.of(e.code());
    }

    /** The stack trace, for those who asked for it with -v -v. */
    private static void trace(Throwable t, String[] args, Terminal terminal) {
        if (CliOptions.verbosity(args) >= 2) {
            StringWriter text = new StringWriter();
            t.printStackTrace(new PrintWriter(text));
            terminal.complainAtLength(text.toString());
        }
    }
}
