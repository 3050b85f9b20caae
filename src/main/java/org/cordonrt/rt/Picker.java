package org.cordonrt.rt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;

/** Finds the file that an option names: by SOP Instance UID, by path, or by its bare file name. */
final class Picker {
    private Picker() {}

    /**
     * @param option the option's name, for messages
     * @param none what to complain about when nothing fits
     */
    static <S extends RtSource> S pick(List<S> sources, String fileOrUid, String option, IssueCode none) {
        List<S> hits = sources.stream().filter(s -> s.uid().equals(fileOrUid)).toList();
        if (hits.isEmpty()) {
            hits = sources.stream().filter(s -> isFile(s, fileOrUid)).toList();
        }
        if (hits.isEmpty()) {
            hits = sources.stream()
                    .filter(s -> String.valueOf(s.path().getFileName()).equals(fileOrUid))
                    .toList();
        }
        if (hits.isEmpty()) {
            throw new CordonException(
                    none,
                    option + " " + fileOrUid + " fits none of the inputs ("
                            + (sources.isEmpty() ? "there are none of its kind" : shown(sources))
                            + "); give one of their paths or SOP Instance UIDs");
        }
        if (hits.size() > 1) {
            throw new CordonException(
                    IssueCode.AMBIGUOUS_INPUT,
                    option + " " + fileOrUid + " fits more than one file: " + shown(hits) + "; give a path");
        }
        return hits.get(0);
    }

    private static boolean isFile(RtSource source, String fileOrUid) {
        if (source.shown().equals(fileOrUid)) {
            return true;
        }
        try {
            Path path = Path.of(fileOrUid);
            return Files.exists(path) && Files.isSameFile(path, source.path());
        } catch (InvalidPathException | IOException e) {
            // Not the name of a file that is there: then it is no file of the inputs either.
            return false;
        }
    }

    static String shown(List<? extends RtSource> sources) {
        return Words.list(sources.stream().map(RtSource::shown).toList());
    }
}
