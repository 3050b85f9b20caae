package org.cordonrt.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.report.PrintableText;
import org.cordonrt.report.TextStyle;
import org.jspecify.annotations.Nullable;

/**
 * Standard output and standard error, as bytes, so that a test can stand in for both.
 *
 * @param out results
 * @param err errors and progress
 * @param ascii whether text must keep to ASCII
 * @param colour whether results may be coloured
 * @param width of a line of text in characters
 * @param progress what is said while the program runs
 */
record Terminal(OutputStream out, OutputStream err, boolean ascii, boolean colour, int width, Progress progress) {
    /** Set by the launcher when standard output is a terminal: Java 17 cannot tell. */
    private static final String IS_TERMINAL = "cordon.terminal";
    /** The same of standard error. */
    private static final String SHOWS_PROGRESS = "cordon.progress";

    /** Longer lines are hard to read. */
    private static final int WIDEST = 120;

    private static final int NARROWEST = 40;

    Terminal {
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
        Objects.requireNonNull(progress, "progress");
    }

    /** Streams that no one looks at: lines of the usual width, no progress. */
    Terminal(OutputStream out, OutputStream err, boolean ascii, boolean colour) {
        this(out, err, ascii, colour, TextStyle.USUAL_WIDTH, new Progress(err, TextStyle.USUAL_WIDTH, false));
    }

    /** The process's own streams. */
    static Terminal ofProcess() {
        Map<String, String> environment = System.getenv();
        boolean terminal = Boolean.getBoolean(IS_TERMINAL);
        int width = terminal ? width(environment.get("COLUMNS")) : TextStyle.USUAL_WIDTH;
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        return new Terminal(
                new FileOutputStream(FileDescriptor.out),
                err,
                !outputEncoding().replace("-", "").equalsIgnoreCase("utf8"),
                colour(environment, terminal),
                width,
                new Progress(err, width, Boolean.getBoolean(SHOWS_PROGRESS)));
    }

    /** Colour where the terminal takes it, unless NO_COLOR says no (no-color.org) or CLICOLOR_FORCE insists. */
    static boolean colour(Map<String, String> environment, boolean terminal) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        String force = environment.getOrDefault("CLICOLOR_FORCE", "");
        if (!force.isEmpty() && !force.equals("0")) {
            return true;
        }
        return terminal
                && !environment.getOrDefault("TERM", "").equals("dumb")
                && !environment.getOrDefault("CLICOLOR", "").equals("0");
    }

    /** The width that the terminal says it has, within what reads well. */
    static int width(@Nullable String columns) {
        if (columns == null || !columns.matches("[1-9][0-9]{0,4}")) {
            return TextStyle.USUAL_WIDTH;
        }
        return Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns)));
    }

    private static String outputEncoding() {
        String encoding = System.getProperty("stdout.encoding");
        return encoding == null ? System.getProperty("native.encoding", "US-ASCII") : encoding;
    }

    TextStyle style(TextStyle.Detail detail) {
        return new TextStyle(width, ascii, colour, detail);
    }

    /** Writes a result to standard output. A reader that has had enough (a closed pipe) is no error. */
    void print(byte[] result) {
        progress.wipe();
        try {
            out.write(result);
            out.flush();
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("roken pipe")) {
                throw new CordonException(
                        IssueCode.OUTPUT_UNWRITABLE, "standard output cannot be written: " + e.getMessage(), e);
            }
        }
    }

    void print(String result) {
        print(result.getBytes(ascii ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8));
    }

    /** Writes one line to standard error. Nobody can be told when that fails. */
    void complain(String line) {
        writeError(PrintableText.of(line, ascii) + "\n");
    }

    /** Writes several lines to standard error. */
    void complainAtLength(String text) {
        writeError(text);
    }

    private void writeError(String text) {
        progress.wipe();
        try {
            err.write(text.getBytes(ascii ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // Standard error is closed; the exit code still tells.
            return;
        }
    }
}
