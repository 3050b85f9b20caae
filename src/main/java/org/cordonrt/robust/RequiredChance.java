package org.cordonrt.robust;

import java.util.Locale;
import java.util.Objects;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.State;
import org.jspecify.annotations.Nullable;

/**
 * What came of "this limit must be kept with so much probability under the set-up errors". Immutable.
 *
 * @param limit the limit
 * @param requiredProbability 0 to 1
 * @param state PASS only when the whole 95 % interval of the probability is at least as much, FAIL only when none of it
 *     is, else NOT_EVALUABLE
 * @param reason why; null for a plain PASS
 */
public record RequiredChance(
        ConstraintResult limit,
        double requiredProbability,
        State state,
        @Nullable String reason) {
    public RequiredChance {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(state, "state");
        if (reason == null && state != State.PASS) {
            throw new IllegalArgumentException(state + " without a reason");
        }
    }

    static RequiredChance of(Chance chance, double required) {
        if (Chance.isShown(chance.kept(), chance.samples(), required)) {
            return new RequiredChance(chance.limit(), required, State.PASS, null);
        }
        String words = String.format(Locale.ROOT, "kept in %d of %d courses", chance.kept(), chance.samples());
        // Courses that leave the dose grid may keep the limit or not.
        boolean unknown = !Chance.isRefuted(chance.kept(), chance.notEvaluable(), chance.samples(), required);
        return unknown
                ? new RequiredChance(
                        chance.limit(),
                        required,
                        State.NOT_EVALUABLE,
                        words
                                + (chance.notEvaluable() > 0
                                        ? ", " + chance.notEvaluable() + " leave the dose grid"
                                        : "; more courses may tell"))
                : new RequiredChance(chance.limit(), required, State.FAIL, words);
    }

    static RequiredChance notEvaluable(ConstraintResult limit, double required, String reason) {
        return new RequiredChance(limit, required, State.NOT_EVALUABLE, reason);
    }
}
