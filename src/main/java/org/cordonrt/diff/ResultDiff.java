package org.cordonrt.diff;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.jspecify.annotations.Nullable;

/**
 * What is not the same in two results. Immutable.
 *
 * @param before the first
 * @param after the second
 * @param schema of both
 * @param tolerances that numbers were held against
 * @param ignored names that were left out
 * @param numbers how many numbers stand in both
 * @param words how many states stand in both
 * @param differences verdict first, then states, then numbers, in the order of the results
 * @param largest by unit, how far apart numbers are that agree all the same; only units with any
 */
public record ResultDiff(
        Side before,
        Side after,
        String schema,
        Tolerances tolerances,
        List<String> ignored,
        int numbers,
        int words,
        List<Difference> differences,
        Map<String, BigDecimal> largest) {
    public ResultDiff {
        ignored = List.copyOf(ignored);
        differences = List.copyOf(differences);
        largest = Collections.unmodifiableMap(new TreeMap<>(largest));
    }

    /**
     * One of the two.
     *
     * @param path of its file
     * @param toolVersion of the Cordon that wrote it
     */
    public record Side(String path, String toolVersion) {}

    /**
     * Compares two files.
     *
     * @param ignored names of members that are left out with all that is below them
     * @throws CordonException RESULT_UNREADABLE when one is no result, or they are not of the same form
     */
    public static ResultDiff of(Path first, Path second, Tolerances tolerances, List<String> ignored) {
        Document a = Document.read(first);
        Document b = Document.read(second);
        if (!a.schema().equals(b.schema())) {
            throw new CordonException(
                    IssueCode.RESULT_UNREADABLE,
                    first + " is " + a.schema() + ", " + second + " is " + b.schema()
                            + ": only results of the same kind can be compared");
        }
        return new Comparer(tolerances, ignored).compare(a, b);
    }

    /** Whether nothing is different. */
    public boolean isAlike() {
        return differences.isEmpty();
    }

    public int count(Difference.Kind kind) {
        return (int) differences.stream().filter(d -> d.kind() == kind).count();
    }

    /** Goes through both documents once. */
    private static final class Comparer {
        private final Tolerances tolerances;
        private final List<String> ignored;
        private final List<Difference> differences = new ArrayList<>();
        private final Map<String, BigDecimal> largest = new TreeMap<>();
        private int numbers;
        private int words;

        Comparer(Tolerances tolerances, List<String> ignored) {
            this.tolerances = tolerances;
            this.ignored = ignored;
        }

        ResultDiff compare(Document a, Document b) {
            Map<String, Leaf> before = Leaves.of(a, Set.copyOf(ignored));
            Map<String, Leaf> after = Leaves.of(b, Set.copyOf(ignored));
            Set<String> paths = new LinkedHashSet<>(before.keySet());
            paths.addAll(after.keySet());
            for (String path : paths) {
                compare(path, before.get(path), after.get(path));
            }
            differences.sort(Comparator.comparing(Difference::kind));
            return new ResultDiff(
                    new Side(a.path(), a.toolVersion()),
                    new Side(b.path(), b.toolVersion()),
                    a.schema(),
                    tolerances,
                    ignored,
                    numbers,
                    words,
                    differences,
                    largest);
        }

        private void compare(String path, @Nullable Leaf a, @Nullable Leaf b) {
            if (a instanceof Leaf.Measure x && b instanceof Leaf.Measure y) {
                numbers++;
                compareNumbers(path, x, y);
                return;
            }
            if (a != null && b != null) {
                words++;
                if (a.text().equals(b.text())) {
                    return;
                }
            }
            // A finding for information is no state.
            if (isInformation(path, a == null ? Objects.requireNonNull(b) : a) && (a == null || b == null)) {
                return;
            }
            Difference.Kind kind = path.equals("verdict") ? Difference.Kind.VERDICT : Difference.Kind.STATE;
            differences.add(new Difference(
                    kind, path, a == null ? null : a.text(), b == null ? null : b.text(), null, unit(a, b)));
        }

        private static boolean isInformation(String path, Leaf leaf) {
            return path.startsWith("issues[") && leaf.text().equals("INFO");
        }

        private static String unit(@Nullable Leaf a, @Nullable Leaf b) {
            return a instanceof Leaf.Measure x ? x.unit() : b instanceof Leaf.Measure y ? y.unit() : "";
        }

        private void compareNumbers(String path, Leaf.Measure a, Leaf.Measure b) {
            BigDecimal change = b.value().subtract(a.value());
            boolean agree = a.exact() ? change.signum() == 0 : tolerances.agree(a.value(), b.value(), a.unit());
            if (agree) {
                if (change.signum() != 0) {
                    largest.merge(a.unit(), change.abs(), BigDecimal::max);
                }
                return;
            }
            differences.add(
                    new Difference(Difference.Kind.NUMBER, path, a.text(), b.text(), change.toPlainString(), a.unit()));
        }
    }
}
