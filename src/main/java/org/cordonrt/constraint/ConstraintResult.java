package org.cordonrt.constraint;

import java.util.Objects;
import java.util.OptionalDouble;
import org.cordonrt.metric.MetricValue;
import org.jspecify.annotations.Nullable;

/**
 * What came of one limit on one structure. Immutable.
 *
 * @param setId the constraint set
 * @param constraint the limit
 * @param structure what it was tested on, or would have been; null when there is no such structure
 * @param value what was measured; null when nothing was
 * @param state the outcome
 * @param reason why the state is what it is, one sentence; null only for a plain PASS
 */
public record ConstraintResult(
        String setId,
        Constraint constraint,
        @Nullable StructureMatch structure,
        @Nullable MetricValue value,
        State state,
        @Nullable String reason) {
    public ConstraintResult {
        Objects.requireNonNull(setId, "setId");
        Objects.requireNonNull(constraint, "constraint");
        Objects.requireNonNull(state, "state");
        if (reason == null && state != State.PASS) {
            throw new IllegalArgumentException(constraint.id() + ": " + state + " without a reason");
        }
        boolean measured = value != null && value.isEvaluable();
        if (!measured && (state == State.PASS || state == State.ACCEPTABLE || state == State.FAIL)) {
            throw new IllegalArgumentException(constraint.id() + ": " + state + " without a value");
        }
    }

    /** Whether this result has a say in the verdict. */
    public boolean counts() {
        return state != State.SKIPPED && constraint.requirement() != Requirement.NEVER;
    }

    /** Limit minus value in the unit of the limit: negative when exceeded, empty when nothing was measured. */
    public OptionalDouble headroom() {
        return value == null || !value.isEvaluable()
                ? OptionalDouble.empty()
                : OptionalDouble.of(constraint.limit() - value.value());
    }
}
