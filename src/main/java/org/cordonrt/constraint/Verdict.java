package org.cordonrt.constraint;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer for the whole plan: the worst state of what was required. It speaks of the limits that were tested, not of
 * the plan being safe.
 *
 * @param state never SKIPPED
 * @param reason one sentence for a person
 * @param decidedBy the result that decided it; null when nothing counted
 */
public record Verdict(State state, String reason, @Nullable ConstraintResult decidedBy) {
    public Verdict {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
        if (state == State.SKIPPED) {
            throw new IllegalArgumentException("a verdict is never SKIPPED");
        }
    }

    /**
     * The verdict of all results: FAIL before NOT_EVALUABLE before ACCEPTABLE before PASS among those that
     * {@linkplain ConstraintResult#counts() count}. PASS and ACCEPTABLE need at least one met limit that
     * {@linkplain StructureKind#guardsCord() guards the cord}, or that its set requires always; otherwise nothing was
     * shown, and the verdict is NOT_EVALUABLE.
     */
    public static Verdict of(List<ConstraintResult> results) {
        List<ConstraintResult> counting =
                results.stream().filter(ConstraintResult::counts).toList();
        for (State state : List.of(State.FAIL, State.NOT_EVALUABLE)) {
            List<ConstraintResult> bad =
                    counting.stream().filter(r -> r.state() == state).toList();
            if (!bad.isEmpty()) {
                ConstraintResult worst = first(bad);
                String more = bad.size() == 1 ? "" : " (and " + (bad.size() - 1) + " more)";
                return new Verdict(state, named(worst) + ": " + worst.reason() + more, worst);
            }
        }
        // A gap says nothing of the dose: among limits on the dose it cannot stand for one that was not tested.
        boolean gapsOnly = results.stream().allMatch(r -> r.constraint().to().isPresent());
        if (counting.stream()
                .noneMatch(r -> shows(r) && (gapsOnly || r.constraint().to().isEmpty()))) {
            return new Verdict(State.NOT_EVALUABLE, "no limit that guards the spinal cord was tested and met", null);
        }
        List<ConstraintResult> missed =
                counting.stream().filter(r -> r.state() == State.ACCEPTABLE).toList();
        if (!missed.isEmpty()) {
            ConstraintResult worst = first(missed);
            return new Verdict(State.ACCEPTABLE, named(worst) + ": " + worst.reason(), worst);
        }
        String met = counting.size() == 1
                ? "the one limit tested is met"
                : "all " + counting.size() + " limits tested are met";
        return new Verdict(State.PASS, met, tightest(counting));
    }

    /** Whether this result shows that the cord, or what its set always requires, keeps a limit. */
    private static boolean shows(ConstraintResult r) {
        Constraint c = r.constraint();
        boolean matters = c.structureKind().guardsCord() || c.requirement() == Requirement.ALWAYS;
        // Inside the band that the user set, the limit is met as far as the user wants it met.
        boolean insideBand = r.state() == State.ACCEPTABLE && c.level() == Level.MANDATORY;
        return matters && (r.state() == State.PASS || insideBand);
    }

    /** The one of the highest priority, and of those the one with least room left. */
    private static ConstraintResult first(List<ConstraintResult> results) {
        return Collections.min(
                results,
                Comparator.comparingInt((ConstraintResult r) ->
                                r.constraint().priority().orElse(Integer.MAX_VALUE))
                        .thenComparingDouble(ConstraintResult::relativeHeadroom));
    }

    /** The one with least room left; the first of equals. */
    private static ConstraintResult tightest(List<ConstraintResult> results) {
        return Collections.min(results, Comparator.comparingDouble(ConstraintResult::relativeHeadroom));
    }

    private static String named(ConstraintResult r) {
        String structure = r.structure() == null
                ? r.constraint().structureKind().words()
                : Quoted.text(r.structure().structure().name());
        return structure + ", " + r.constraint().text() + " (" + r.setId() + " "
                + r.constraint().id() + ")";
    }
}
