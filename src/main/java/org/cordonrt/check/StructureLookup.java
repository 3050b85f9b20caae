package org.cordonrt.check;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
        if (matches.isEmpty()) {
            return "the structure set is empty";
        }
        String typed = name.toLowerCase(Locale.ROOT);
        return "there are: "
                + matches.stream()
                        .map(m -> m.structure().name())
                        .sorted(Comparator.comparingInt(n -> distance(typed, n.toLowerCase(Locale.ROOT))))
                        .limit(MOST_SUGGESTIONS)
                        .collect(Collectors.joining(", "))
                + (matches.size() > MOST_SUGGESTIONS ? ", ... (cordon list shows all)" : "");
    }

    /** Edits from one word to the other; a word that contains the other is near. */
    private static int distance(String a, String b) {
        if (!a.isEmpty() && b.contains(a)) {
            return 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
