package org.cordonrt.constraint;

import java.util.List;
import java.util.Optional;
import org.cordonrt.issue.Issue;
import org.cordonrt.plan.StructureSet;

/** Which structure of a set plays which part. Immutable and thread-safe. */
public final class StructureSelection {
    private final List<StructureMatch> matches;
    private final List<Issue> issues;

    private StructureSelection(List<StructureMatch> matches, List<Issue> issues) {
        this.matches = matches;
        this.issues = issues;
    }

    /**
     * Recognises every structure and picks the spinal cord.
     *
     * @param cord name of the structure to take as the cord, from {@code --cord}
     * @param targets names of the targets, from {@code --target}; empty: every structure recognised as one
     * @throws org.cordonrt.issue.CordonException STRUCTURE_AMBIGUOUS when several structures fit the cord equally well,
     *     STRUCTURE_NOT_FOUND or STRUCTURE_EMPTY when a named one is not there or not drawn
     */
    public static StructureSelection of(StructureSet set, Optional<String> cord, List<String> targets) {
        throw new UnsupportedOperationException("later");
    }

    /** What every ROI was taken for, in the order of the set. */
    public List<StructureMatch> matches() {
        return matches;
    }

    /** The spinal cord; empty when none is drawn. */
    public Optional<StructureMatch> cord() {
        return drawn(StructureKind.SPINAL_CORD).stream().findFirst();
    }

    /** The targets: those the user named, else all that are drawn; GTV, CTV, ITV, PTV in this order. */
    public List<StructureMatch> targets() {
        throw new UnsupportedOperationException("later");
    }

    /** The drawn structures that a limit published for {@code kind} is tested on. */
    public List<StructureMatch> drawn(StructureKind kind) {
        throw new UnsupportedOperationException("later");
    }

    /** Why {@link #drawn} is empty, in words. */
    public String absence(StructureKind kind) {
        throw new UnsupportedOperationException("later");
    }

    public List<Issue> issues() {
        return issues;
    }
}
