package org.cordonrt.constraint;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.cordonrt.Internal;

/** Suggestions for a mistyped name. For messages only: no structure is ever chosen by similarity. Thread-safe. */
@Internal
public final class Similar {
    private static final int SUGGESTIONS = 3;
    private static final int LONGEST = 64;

    private Similar() {}

    /** The closest names, best first; those that differ in more than half of their letters are left out. */
    public static List<String> to(String name, List<String> names) {
        String wanted = key(name);
        return names.stream()
                .filter(n -> !n.isEmpty())
                .distinct()
                .filter(n -> distance(wanted, key(n)) <= Math.max(wanted.length(), key(n).length()) / 2)
                .sorted(Comparator.comparingInt((String n) -> distance(wanted, key(n)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTIONS)
                .toList();
    }

    private static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(LONGEST, lower.length()));
    }

    /** Levenshtein distance: insertions, deletions and replacements that turn one into the other. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
