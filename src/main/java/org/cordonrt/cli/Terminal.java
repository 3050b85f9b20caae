package org.cordonrt.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.report.PrintableText;
import org.cordonrt.report.TextStyle;

/**
 * Standard output and standard error, as bytes, so that a test can stand in for both.
 *
 * @param out results
 * @param err errors and progress
 * @param ascii whether text must keep to ASCII
 * @param colour whether results may be coloured
 */
record Terminal(OutputStream out, OutputStream err, boolean ascii, boolean colour) {
    /** Set by the launcher when standard output is a terminal: Java 17 cannot tell. */
    private static final String IS_TERMINAL = "cordon.terminal";

    Terminal {
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
    }

    /** The process's own streams. */
    static Terminal ofProcess() {
        boolean utf8 = outputEncoding().replace("-", "").equalsIgnoreCase("utf8");
        String noColour = System.getenv("NO_COLOR");
        boolean colour = Boolean.getBoolean(IS_TERMINAL) && (noColour == null || noColour.isEmpty());
        return new Terminal(
                new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), !utf8, colour);
    }

    private static String outputEncoding() {
        String encoding = System.getProperty("stdout.encoding");
        return encoding == null ? System.getProperty("native.encoding", "US-ASCII") : encoding;
    }

    TextStyle style(TextStyle.Detail detail) {
        return new TextStyle(TextStyle.USUAL_WIDTH, ascii, colour, detail);
    }

    /** Writes a result to standard output. A reader that has had enough (a closed pipe) is no error. */
    void print(byte[] result) {
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
        try {
            err.write(text.getBytes(ascii ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // Standard error is closed; the exit code still tells.
            return;
        }
    }
}
