package org.cordonrt.constraint;

import java.nio.file.Path;
import java.util.List;

/** Finds constraint sets: those built in, and files. Thread-safe. */
public final class ConstraintSets {
    private ConstraintSets() {}

    /** Ids of the built-in sets, in the order they are listed. */
    public static List<String> builtInIds() {
        throw new UnsupportedOperationException("later");
    }

    /** Ids of the sets that a check uses when none is named. */
    public static List<String> defaultIds() {
        throw new UnsupportedOperationException("later");
    }

    /**
     * A built-in set by its id, whatever the case, or else the file of that name.
     *
     * @throws org.cordonrt.issue.CordonException CONSTRAINT_SET_UNKNOWN when it is neither, CONSTRAINT_FILE when the
     *     file is invalid
     */
    public static ConstraintSet load(String idOrFile) {
        throw new UnsupportedOperationException("later");
    }

    /** Several sets for one check: a set named twice is taken once; two different ones with one id are refused. */
    public static List<ConstraintSet> loadAll(List<String> idsOrFiles) {
        throw new UnsupportedOperationException("later");
    }

    /** Everything that is wrong or doubtful in a file, in the order of its lines. */
    public static List<LintFinding> lint(Path file) {
        throw new UnsupportedOperationException("later");
    }
}
