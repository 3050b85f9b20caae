package org.cordonrt.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.cordonrt.check.Tool;
import org.cordonrt.issue.CordonException;
import org.cordonrt.report.GithubAnnotations;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. */
public final class Main {
    private static final int HELP_WIDTH = 90;

    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args, Terminal.ofProcess()));
    }

    /** Runs the command line in this process and returns the exit code. */
    static int run(String[] args, Terminal terminal) {
        try {
            return dispatch(args, terminal).number();
        } catch (CordonException e) {
            return refused(e, args, terminal).number();
        } catch (OutOfMemoryError e) {
            terminal.complain("cordon: error: not enough memory for this plan; give Java more, e.g."
                    + " CORDON_JAVA_OPTS=-Xmx4g [out of memory]");
            return ExitCode.INTERNAL.number();
        } catch (RuntimeException | StackOverflowError e) {
            terminal.complain("cordon: an error inside Cordon, no result: " + e + " (-v -v shows where)");
            trace(e, args, terminal);
            return ExitCode.INTERNAL.number();
        } finally {
            terminal.progress().close();
        }
    }

    private static ExitCode dispatch(String[] args, Terminal terminal) {
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
                return dispatch(rest, terminal);
            }
            default -> {
                VerbCall call = VerbCall.of(List.of(args));
                return run(call, terminal);
            }
        }
    }

    private static ExitCode run(VerbCall call, Terminal terminal) {
        CommandLine line = new CommandLine(call.verb().spec());
        line.setUsageHelpWidth(HELP_WIDTH);
        // A structure may be called @something.
        line.setExpandAtFiles(false);
        ParseResult parsed;
        try {
            parsed = line.parseArgs(call.arguments().toArray(String[]::new));
        } catch (ParameterException e) {
            throw CliOptions.usage(call.name() + ": " + problem(e) + " (cordon " + call.name() + " --help)");
        }
        if (parsed.isUsageHelpRequested()) {
            terminal.print(line.getUsageMessage(Help.Ansi.OFF));
            return ExitCode.OK;
        }
        if (parsed.isVersionHelpRequested()) {
            terminal.print("cordon " + Tool.current().version() + "\n");
            return ExitCode.OK;
        }
        if (CliOptions.has(parsed, "--quiet")) {
            terminal.progress().close();
        } else {
            terminal.progress().stage("working");
        }
        return call.verb().run(parsed, terminal);
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
