package org.cordonrt.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What one command line did.
 *
 * @param exit code
 * @param outBytes standard output
 * @param err standard error
 */
record CommandLineRun(int exit, byte[] outBytes, String err) {

    static CommandLineRun of(Object... args) {
        return in(Surroundings.none(), args);
    }

    /** With the configuration files that there are. */
    static CommandLineRun in(Surroundings where, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = List.of(args).stream().map(String::valueOf).toArray(String[]::new);
        int exit = Main.run(words, new Terminal(out, err, false, false), where);
        return new CommandLineRun(exit, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    String out() {
        return new String(outBytes, StandardCharsets.UTF_8);
    }
}
