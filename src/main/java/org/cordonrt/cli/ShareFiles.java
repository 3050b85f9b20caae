package org.cordonrt.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Writes what a distribution has beside the program, where systems look for it below {@code share}: manual pages, and
 * completion for bash and fish. Run by the build.
 */
final class ShareFiles {
    private ShareFiles() {}

    /** @param args the folder {@code share}, made when it is not there */
    public static void main(String[] args) throws IOException {
        Path share = Path.of(args[0]);
        Map<String, CommandSpec> verbs = CommandTree.verbs();
        Path man = Files.createDirectories(share.resolve("man").resolve("man1"));
        ManVerb.writeAll(man, verbs);
        write(
                share.resolve("bash-completion").resolve("completions").resolve("cordon"),
                AutoComplete.bash(CommandTree.PROGRAM, CommandTree.program()));
        write(
                share.resolve("fish").resolve("vendor_completions.d").resolve("cordon.fish"),
                FishCompletion.script(verbs));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
