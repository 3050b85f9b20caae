package org.cordonrt.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values of a document that mean something, each under a path of names: structures by their name, metrics by their
 * expression, limits by set and id. Two results of the same plan have the same paths, in whatever order things stand.
 *
 * <p>Left out: the files and the program that a result came from, and sentences, which repeat what the numbers say.
 */
final class Leaves {
    /** Texts that say how something came out; all others are sentences or names. */
    private static final Set<String> WORDS = Set.of(
            "verdict",
            "state",
            "outcome",
            "kind",
            "matchedBy",
            "structureKind",
            "level",
            "requirement",
            "comparator",
            "fractionsSource",
            "approvalStatus",
            "solid",
            "endCap",
            "severity",
            "toleranceBand",
            "version",
            "unit",
            "target");

    private static final Set<String> LEFT_OUT = Set.of("tool", "inputs", "patient", "schema", "sha256");

    /** What the source of a limit or the plan says, rather than what was measured. */
    private static final Set<String> EXACT = Set.of("limit", "rangeFrom", "fractions", "prescriptionGy", "priority");

    /** Members that name an item of an array, the first that there are. */
    private static final List<List<String>> IDENTITIES = List.of(
            List.of("set", "id", "structure"),
            List.of("from", "to"),
            List.of("structure", "expression"),
            List.of("expression"),
            List.of("heightMm"),
            List.of("convention"),
            List.of("name"),
            List.of("code"),
            List.of("id"),
            List.of("label"),
            List.of("step"),
            List.of("thanMm"));

    private static final List<String> COORDINATES = List.of("x", "y", "z");

    private final Map<String, Leaf> byPath = new LinkedHashMap<>();

    private final Set<String> ignored;

    private Leaves(Set<String> ignored) {
        this.ignored = ignored;
    }

    /** @param ignored names of members that are left out with all below them */
    static Map<String, Leaf> of(Document document, Set<String> ignored) {
        Leaves leaves = new Leaves(ignored);
        leaves.members("", document.root(), "");
        return Collections.unmodifiableMap(leaves.byPath);
    }

    private void members(String path, JsonValue.Members members, String unitAbove) {
        String unit = members.text("unit").orElse(unitAbove);
        Optional<List<String>> doses = doses(members);
        members.byName().forEach((name, value) -> {
            if (LEFT_OUT.contains(name) || ignored.contains(name)) {
                return;
            }
            String below = path.isEmpty() ? name : path + "/" + name;
            if (doses.isPresent() && value instanceof JsonValue.Items volumes && !name.equals("doseGy")) {
                curve(below, name, volumes, doses.get());
            } else {
                value(below, name, value, unit);
            }
        });
    }

    /** The doses of a histogram: its volumes are named by them, so that histograms of different length line up. */
    private static Optional<List<String>> doses(JsonValue.Members members) {
        if (!(members.byName().get("doseGy") instanceof JsonValue.Items doses)
                || !members.byName().containsKey("volumeCc")) {
            return Optional.empty();
        }
        return Optional.of(doses.items().stream()
                .map(d -> d instanceof JsonValue.Amount n ? n.value().toPlainString() : "?")
                .toList());
    }

    private void curve(String path, String name, JsonValue.Items volumes, List<String> doses) {
        for (int i = 0; i < volumes.items().size(); i++) {
            String dose = i < doses.size() ? doses.get(i) + " Gy" : "#" + (i + 1);
            value(path + "[" + dose + "]", name, volumes.items().get(i), "");
        }
    }

    private void value(String path, String name, JsonValue value, String unit) {
        if (value instanceof JsonValue.Members m) {
            members(path, m, unit);
        } else if (value instanceof JsonValue.Items i) {
            items(path, name, i, unit);
        } else if (value instanceof JsonValue.Amount n) {
            put(path, new Leaf.Measure(n.value(), Units.of(name, unit), EXACT.contains(name)));
        } else if (value instanceof JsonValue.Truth t) {
            put(path, new Leaf.Word(Boolean.toString(t.value())));
        } else if (value instanceof JsonValue.Text t && WORDS.contains(name)) {
            put(path, new Leaf.Word(t.text()));
        }
    }

    private void items(String path, String name, JsonValue.Items items, String unit) {
        boolean point = items.items().size() == COORDINATES.size() && name.endsWith("Mm");
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < items.items().size(); i++) {
            JsonValue item = items.items().get(i);
            String id = item instanceof JsonValue.Members m
                    ? identity(m)
                    : point ? COORDINATES.get(i) : Integer.toString(i + 1);
            int times = seen.merge(id, 1, Integer::sum);
            String below = path + "[" + (id.isEmpty() ? "#" + (i + 1) : times > 1 ? id + " #" + times : id) + "]";
            if (item instanceof JsonValue.Members m && m.byName().containsKey("expression")) {
                // Beside the values of one metric stands its unit.
                members(below, m, unit);
            } else {
                value(below, name, item, unit);
            }
        }
    }

    private static String identity(JsonValue.Members m) {
        for (List<String> names : IDENTITIES) {
            if (m.byName().keySet().containsAll(names)) {
                List<String> words = new ArrayList<>();
                for (String name : names) {
                    String word = m.word(name);
                    if (!word.isEmpty()) {
                        words.add(word);
                    }
                }
                return String.join(" ", words);
            }
        }
        return "";
    }

    private void put(String path, Leaf leaf) {
        String unique = path;
        // Names from files may be made to look like paths; none may hide another.
        for (int i = 2; byPath.containsKey(unique); i++) {
            unique = path + " (" + i + ")";
        }
        byPath.put(unique, leaf);
    }
}
