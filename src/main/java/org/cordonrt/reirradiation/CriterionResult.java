package org.cordonrt.reirradiation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One criterion on one structure.
 *
 * @param criterion what is asked
 * @param structure name of the structure; null where the criterion is about none, or there is none
 * @param value bounds of what it came to; null when nothing did
 * @param state the outcome
 * @param reason why it could not be decided, or what a reader must know of it though it was; null when nothing
 */
public record CriterionResult(
        Criterion criterion,
        @Nullable String structure,
        @Nullable Interval value,
        CriterionState state,
        @Nullable String reason) {
    public CriterionResult {
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(state, "state");
        if (state == CriterionState.NOT_EVALUABLE ? reason == null : value == null) {
            throw new IllegalArgumentException(criterion + ": " + state + ", " + value + ", " + reason);
        }
    }

    static CriterionResult of(Criterion criterion, @Nullable String structure, Interval value) {
        CriterionState state = criterion.judge(value);
        return new CriterionResult(
                criterion,
                structure,
                value,
                state,
                state == CriterionState.NOT_EVALUABLE ? "the limit lies inside the bounds of the value" : null);
    }

    CriterionResult withCaution(String caution) {
        return new CriterionResult(criterion, structure, value, state, reason == null ? caution : reason);
    }

    static CriterionResult open(Criterion criterion, @Nullable String structure, String reason) {
        return new CriterionResult(criterion, structure, null, CriterionState.NOT_EVALUABLE, reason);
    }
}
