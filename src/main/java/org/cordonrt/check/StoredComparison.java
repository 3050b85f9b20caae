package org.cordonrt.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.issue.Issue;
import org.cordonrt.plan.InputFile;
import org.jspecify.annotations.Nullable;

/**
 * The DVHs that a planning system stored beside its dose, number by number against Cordon's own. Immutable.
 *
 * @param tool the program that made it
 * @param inputs the files it rests on
 * @param model how Cordon's numbers were computed
 * @param tolerance what counts as agreement
 * @param structures every structure that was asked for, or every one with a stored DVH
 * @param issues findings of all stages
 */
public record StoredComparison(
        Tool tool,
        List<InputFile> inputs,
        ModelOptions model,
        Tolerance tolerance,
        List<Compared> structures,
        List<Issue> issues) {
    public StoredComparison {
        Objects.requireNonNull(tool, "tool");
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(tolerance, "tolerance");
        structures = List.copyOf(structures);
        issues = List.copyOf(issues);
    }

    /** How many numbers have this outcome. */
    public int count(Outcome outcome) {
        return structures.stream()
                .mapToInt(s -> (int)
                        s.rows().stream().filter(r -> r.outcome() == outcome).count())
                .sum();
    }

    /**
     * What counts as agreement: the larger of both, and for numbers read from a stored curve at least one of its steps.
     *
     * @param percent of the stored number
     * @param doseGy for doses, Gy
     */
    public record Tolerance(double percent, double doseGy) {
        /** Differences above 2 % that can be reproduced should be looked into: Nelms 2015, doi:10.1118/1.4923175. */
        public static final Tolerance USUAL = new Tolerance(2, 0.1);

        public Tolerance {
            if (!(percent >= 0) || !(doseGy >= 0) || Double.isInfinite(percent) || Double.isInfinite(doseGy)) {
                throw new IllegalArgumentException("a tolerance of " + percent + " % and " + doseGy + " Gy");
            }
        }
    }

    /** How two numbers stand to each other. */
    public enum Outcome {
        /** Within the tolerance. */
        AGREES,
        /** Not under the stated convention, but under another one. */
        EXPLAINED,
        /** Under none of Cordon's conventions. */
        DIFFERS
    }

    /**
     * One structure.
     *
     * @param match which
     * @param rows its numbers
     * @param reason why there are none; null when there are some
     */
    public record Compared(
            StructureMatch match, List<Row> rows, @Nullable String reason) {
        public Compared {
            Objects.requireNonNull(match, "match");
            rows = List.copyOf(rows);
        }
    }

    /**
     * One number.
     *
     * @param what metric expression, or {@code Volume[cc]}
     * @param unit Gy or cc
     * @param stored the planning system's
     * @param value Cordon's
     * @param lower end of its interval
     * @param upper end of its interval
     * @param allowed difference that still agrees, in the unit
     * @param outcome how they stand to each other
     * @param explanation the convention that agrees best with the stored number; empty unless EXPLAINED
     */
    public record Row(
            String what,
            String unit,
            double stored,
            double value,
            double lower,
            double upper,
            double allowed,
            Outcome outcome,
            Optional<Explanation> explanation) {}

    /**
     * A convention under which Cordon's number agrees.
     *
     * @param convention which
     * @param value Cordon's number under it
     */
    public record Explanation(Convention convention, double value) {}
}
