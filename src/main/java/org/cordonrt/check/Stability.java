package org.cordonrt.check;

import java.util.List;
import java.util.Objects;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.State;

/**
 * Whether the limits would come out the same under other conventions. Only limits that counted and were decided are
 * tested again. Immutable.
 *
 * @param stated how the limits came out under the convention of the check
 * @param others how they come out under each of the others
 */
public record Stability(State stated, List<Outcome> others) {
    public Stability {
        Objects.requireNonNull(stated, "stated");
        others = List.copyOf(others);
    }

    /** Number of conventions with the same outcome as the stated one. */
    public int agreeing() {
        return (int) others.stream().filter(o -> o.state() == stated).count();
    }

    /** Whether no limit changes its state anywhere. */
    public boolean isStable() {
        return others.stream().allMatch(o -> o.changed().isEmpty());
    }

    /**
     * One convention.
     *
     * @param convention which
     * @param state how the limits come out together
     * @param changed limits whose state is another one than in the check, as they come out here
     */
    public record Outcome(Convention convention, State state, List<ConstraintResult> changed) {
        public Outcome {
            Objects.requireNonNull(convention, "convention");
            Objects.requireNonNull(state, "state");
            changed = List.copyOf(changed);
        }
    }
}
