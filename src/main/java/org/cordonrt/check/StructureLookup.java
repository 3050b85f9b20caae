package org.cordonrt.check;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordonrt.constraint.Similar;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.constraint.StructureNaming;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.StructureSet;

/** Finds structures by the name that a user typed: never by likeness, but with like names as suggestions. */
final class StructureLookup {
    private static final int MOST_SUGGESTIONS = 5;

    private final List<StructureMatch> matches;

    StructureLookup(StructureSet set) {
        this.matches = set.structures().stream().map(StructureNaming::recognise).toList();
    }

    List<StructureMatch> all() {
        return matches;
    }

    /** The structure of exactly this name, else the only one that differs in case alone. */
    StructureMatch named(String name) {
        List<StructureMatch> found = having(n -> n.equals(name));
        if (found.isEmpty()) {
            found = having(n -> n.equalsIgnoreCase(name));
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new CordonException(
                    IssueCode.STRUCTURE_NOT_FOUND, "no structure is called '" + name + "'; " + suggestions(name));
        }
        throw new CordonException(
                IssueCode.STRUCTURE_AMBIGUOUS,
                found.size() + " structures are called '" + name + "': "
                        + found.stream()
                                .map(m -> "ROI " + m.structure().roiNumber() + " '"
                                        + m.structure().name() + "'")
                                .collect(Collectors.joining(", "))
                        + "; rename them in the planning system");
    }

    private List<StructureMatch> having(Predicate<String> name) {
        return matches.stream().filter(m -> name.test(m.structure().name())).toList();
    }

    private String suggestions(String name) {
        List<String> names = matches.stream().map(m -> m.structure().name()).toList();
        if (names.isEmpty()) {
            return "the structure set is empty";
        }
        String typed = name.toLowerCase(Locale.ROOT);
        List<String> like = Stream.concat(
                        Similar.to(name, names).stream(),
                        names.stream().filter(n -> n.toLowerCase(Locale.ROOT).contains(typed)))
                .distinct()
                .limit(MOST_SUGGESTIONS)
                .toList();
        return like.isEmpty()
                ? "cordon list shows the " + names.size() + " that are there"
                : "did you mean '" + String.join("' or '", like) + "'?";
    }
}
