package org.cordonrt.constraint;

import java.util.List;
import java.util.OptionalInt;
import org.cordonrt.issue.Issue;

/**
 * All limits of the chosen sets, tested on one plan. Immutable.
 *
 * @param results set by set in the order of their files; a limit on several structures has a result for each
 * @param verdict the worst of what was required
 * @param issues findings made on the way
 */
public record Evaluation(List<ConstraintResult> results, Verdict verdict, List<Issue> issues) {
    public Evaluation {
        results = List.copyOf(results);
        issues = List.copyOf(issues);
    }

    /**
     * Tests every limit of every set, side by side, never merged.
     *
     * @param fractions planned fractions of the course the dose stands for; empty when unknown
     * @param measurement asked only for limits that apply and whose structure is drawn
     */
    public static Evaluation of(
            List<ConstraintSet> sets, StructureSelection structures, OptionalInt fractions, Measurement measurement) {
        throw new UnsupportedOperationException("later");
    }
}
