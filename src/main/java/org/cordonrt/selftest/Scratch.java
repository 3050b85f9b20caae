package org.cordonrt.selftest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;

/** A temporary folder for the files of one case, removed with them. */
record Scratch(Path folder) implements AutoCloseable {
    static Scratch make() {
        try {
            return new Scratch(Files.createTempDirectory("cordon-selftest"));
        } catch (IOException e) {
            throw unusable("made", e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw unusable("emptied", e);
        }
    }

    private static CordonException unusable(String what, IOException e) {
        return new CordonException(
                IssueCode.OUTPUT_UNWRITABLE,
                "a temporary folder cannot be " + what + " (" + e.getMessage()
                        + "); let -Djava.io.tmpdir name a folder with room for 50 MB",
                e);
    }
}
