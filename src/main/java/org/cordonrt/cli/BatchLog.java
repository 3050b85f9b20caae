package org.cordonrt.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.report.BatchLine;

/**
 * The file that a batch writes line by line as plans are done, so that a run that was broken off loses no more than the
 * plans at work. Not thread-safe.
 */
final class BatchLog {
    private final Path file;
    private final Map<String, BatchLine> before = new HashMap<>();

    private BatchLog(Path file) {
        this.file = file;
    }

    /**
     * @param resume whether the file may hold lines, of which those that still hold are kept
     * @throws CordonException OUTPUT_UNWRITABLE, also for a file that holds something and is not to be gone on with
     */
    static BatchLog open(Path file, boolean resume) {
        BatchLog log = new BatchLog(file);
        try {
            boolean used = Files.exists(file) && Files.size(file) > 0;
            if (used && !resume) {
                throw new CordonException(
                        IssueCode.OUTPUT_UNWRITABLE,
                        file + " is there already; go on with it by --resume, or name another file with --ndjson");
            }
            if (used) {
                for (String line :
                        Files.readString(file, StandardCharsets.UTF_8).split("\n")) {
                    BatchLine.parse(line).ifPresent(l -> log.before.put(l.plan(), l));
                }
                if (log.before.isEmpty()) {
                    throw new CordonException(
                            IssueCode.OUTPUT_UNWRITABLE,
                            file
                                    + " holds no line of a batch, so it is not overwritten; name another file with --ndjson");
                }
            }
        } catch (IOException e) {
            throw new CordonException(IssueCode.OUTPUT_UNWRITABLE, file + " cannot be read: " + e.getMessage(), e);
        }
        return log;
    }

    /**
     * The line of a plan from a run before, when neither the plan nor the way of checking has changed since. Errors are
     * tried again.
     */
    Optional<BatchLine> kept(BatchLine.Stamp stamp) {
        return Optional.ofNullable(before.get(stamp.plan()))
                .filter(l -> l.holdsFor(stamp) && !l.verdict().equals(BatchLine.ERROR))
                .filter(l -> l.inputs().stream()
                        .allMatch(i -> PlanFolder.sha256(Path.of(i.path())).equals(i.sha256())));
    }

    /** Begins the file with the lines that are kept. */
    void begin(List<BatchLine> kept) {
        OutputFiles.writeWhole(file, lines(kept));
    }

    void add(BatchLine line) {
        try {
            Files.write(file, lines(List.of(line)), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new CordonException(IssueCode.OUTPUT_UNWRITABLE, file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Puts the lines into the order of the plans. */
    void end(List<BatchLine> all) {
        OutputFiles.writeWhole(file, lines(all));
    }

    private static byte[] lines(List<BatchLine> lines) {
        List<String> text = new ArrayList<>();
        lines.forEach(l -> text.add(l.json() + "\n"));
        return String.join("", text).getBytes(StandardCharsets.UTF_8);
    }
}
