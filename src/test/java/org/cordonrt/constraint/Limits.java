package org.cordonrt.constraint;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;

/** Constraints and values for tests. */
final class Limits {
    private static final Source SOURCE =
            new Source("A paper, 2020", "10.1000/1", "Table 1", Verification.V1, List.of("https://example.org/a"));

    private Limits() {}

    /** A mandatory limit for one fraction, required as usual for its kind: {@code limit("SPINAL_CORD Max[Gy] <= 14")}. */
    static Constraint limit(String text) {
        return limit(text, 1, Level.MANDATORY);
    }

    static Constraint limit(String text, int fractions, Level level) {
        String[] words = text.split(" ");
        StructureKind kind = StructureKind.valueOf(words[0]);
        return limit(text, kind, words, fractions, level, Requirement.usualFor(kind));
    }

    static Constraint limit(String text, Requirement requirement) {
        String[] words = text.split(" ");
        return limit(text, StructureKind.valueOf(words[0]), words, 1, Level.MANDATORY, requirement);
    }

    private static Constraint limit(
            String id, StructureKind kind, String[] words, int fractions, Level level, Requirement requirement) {
        return new Constraint(
                level + " " + fractions + " " + id,
                kind,
                kind.words(),
                fractions,
                Metric.parse(words[1]),
                Comparison.of(words[2]).orElseThrow(),
                Double.parseDouble(words[3]),
                OptionalDouble.empty(),
                level,
                requirement,
                OptionalInt.empty(),
                null,
                "harm",
                null,
                null,
                SOURCE,
                null);
    }

    static ConstraintSet set(String id, Constraint... constraints) {
        return new ConstraintSet(
                id,
                "A set",
                "1",
                "For tests.",
                "A paper, 2020",
                OptionalDouble.empty(),
                List.of(constraints),
                Optional.empty(),
                "");
    }

    static MetricValue exactly(Constraint c, double value) {
        return MetricValue.of(c.metric(), value, value, value);
    }

    /** The same limit, described in other words. */
    static Constraint inSource(Constraint c, String words) {
        return changed(c, c.structureKind(), words, c.priority());
    }

    /** The same limit on another kind of structure. */
    static Constraint on(StructureKind kind, Constraint c) {
        return changed(c, kind, c.structureInSource(), c.priority());
    }

    static Constraint withPriority(int priority, Constraint c) {
        return changed(c, c.structureKind(), c.structureInSource(), OptionalInt.of(priority));
    }

    private static Constraint changed(Constraint c, StructureKind kind, String words, OptionalInt priority) {
        return new Constraint(
                c.id(),
                kind,
                words,
                c.fractions(),
                c.metric(),
                c.comparison(),
                c.limit(),
                c.rangeFrom(),
                c.level(),
                c.requirement(),
                priority,
                c.condition(),
                c.endpoint(),
                c.risk(),
                c.events(),
                c.source(),
                c.note());
    }
}
