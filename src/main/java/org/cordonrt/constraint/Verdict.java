package org.cordonrt.constraint;

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
     * {@linkplain ConstraintResult#counts() count}. PASS and ACCEPTABLE need at least one met limit that guards the
     * spinal cord, or that its set requires always; otherwise nothing was shown, and the verdict is NOT_EVALUABLE.
     */
    public static Verdict of(List<ConstraintResult> results) {
        throw new UnsupportedOperationException("later");
    }
}
