package org.cordonrt.constraint;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param room how far the value is from the limit in dose and volume
 * @param asPlanned what came of the limit on the plan as it stands, where what it asks of robustness came on top (its state
 *     is PASS or ACCEPTABLE: else there was nothing to add); null without such a criterion
 */
public record ConstraintResult(
        String setId,
        Constraint constraint,
        @Nullable StructureMatch structure,
        @Nullable MetricValue value,
        State state,
        @Nullable String reason,
        Headroom room,
        @Nullable ConstraintResult asPlanned) {
    /** A result on the plan as it stands. */
    public ConstraintResult(
            String setId,
            Constraint constraint,
            @Nullable StructureMatch structure,
            @Nullable MetricValue value,
            State state,
            @Nullable String reason,
            Headroom room) {
        this(setId, constraint, structure, value, state, reason, room, null);
    }

    /** A result whose distance from the limit in the other coordinate was not measured. */
    public ConstraintResult(
            String setId,
            Constraint constraint,
            @Nullable StructureMatch structure,
            @Nullable MetricValue value,
            State state,
            @Nullable String reason) {
        this(
                setId,
                constraint,
                structure,
                value,
                state,
                reason,
                value == null
                        ? Headroom.UNKNOWN
                        : Headroom.of(constraint, value, Optional.empty(), OptionalDouble.empty()));
    }

    public ConstraintResult {
        Objects.requireNonNull(setId, "setId");
        Objects.requireNonNull(constraint, "constraint");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(room, "room");
        if (reason == null && state != State.PASS) {
            throw new IllegalArgumentException(constraint.id() + ": " + state + " without a reason");
        }
        if (asPlanned != null && !asPlanned.isMet()) {
            throw new IllegalArgumentException(constraint.id() + ": robustness of a limit that is " + asPlanned.state);
        }
        boolean measured = value != null && value.isEvaluable();
        if (!measured && (state == State.PASS || state == State.ACCEPTABLE || state == State.FAIL)) {
            throw new IllegalArgumentException(constraint.id() + ": " + state + " without a value");
        }
    }

    /**
     * Judges a measured value. A limit that lies inside the certified interval is never PASS: the value alone decides
     * between FAIL and NOT_EVALUABLE. A goal that is not surely met is ACCEPTABLE here; {@link Evaluation} sets it right
     * where the mandatory limit of the same metric is broken.
     *
     * @throws IllegalArgumentException if the value is of another metric
     */
    public static ConstraintResult judge(
            String setId, Constraint constraint, StructureMatch structure, MetricValue value) {
        return judge(setId, constraint, structure, value, ToleranceBand.NONE);
    }

    /**
     * As {@link #judge(String, Constraint, StructureMatch, MetricValue)}; a mandatory limit that is exceeded, but with the
     * whole certified interval inside the band, is ACCEPTABLE.
     */
    public static ConstraintResult judge(
            String setId, Constraint constraint, StructureMatch structure, MetricValue value, ToleranceBand band) {
        if (!value.metric().equals(constraint.metric())) {
            throw new IllegalArgumentException(constraint.id() + " limits "
                    + constraint.metric().expression() + ", not "
                    + value.metric().expression());
        }
        if (value.notEvaluable() != null) {
            return new ConstraintResult(setId, constraint, structure, value, State.NOT_EVALUABLE, value.notEvaluable());
        }
        Comparison comparison = constraint.comparison();
        double limit = constraint.limit();
        double worst = comparison == Comparison.AT_LEAST ? value.lower() : value.upper();
        if (comparison.holds(worst, limit)) {
            return new ConstraintResult(setId, constraint, structure, value, State.PASS, null);
        }
        boolean broken = !comparison.holds(value.value(), limit);
        String unit = " " + constraint.unit();
        String reason;
        if (broken) {
            double excess = value.value() - limit;
            reason = excess > 0
                    ? Figures.rounded(excess) + unit + " above the limit"
                    : comparison == Comparison.AT_LEAST
                            ? Figures.rounded(-excess) + unit + " short of the least"
                            : "at the limit, must stay below";
        } else {
            reason = "the limit lies inside the certified interval [" + Figures.rounded(value.lower()) + ", "
                    + Figures.rounded(value.upper()) + "]" + unit + ": cannot be decided at this tolerance";
        }
        double above = band.above(constraint);
        if (constraint.level() == Level.MANDATORY && above > 0 && comparison.holds(value.upper(), limit + above)) {
            return new ConstraintResult(
                    setId,
                    constraint,
                    structure,
                    value,
                    State.ACCEPTABLE,
                    reason + "; inside the tolerance band of " + band.text() + " that you set");
        }
        if (constraint.level() == Level.OPTIMAL) {
            return new ConstraintResult(setId, constraint, structure, value, State.ACCEPTABLE, "goal: " + reason);
        }
        return new ConstraintResult(
                setId, constraint, structure, value, broken ? State.FAIL : State.NOT_EVALUABLE, reason);
    }

    /** Whether this result has a say in the verdict. */
    public boolean counts() {
        return state != State.SKIPPED && constraint.requirement() != Requirement.NEVER;
    }

    /**
     * Limit minus value in the unit of the limit, or value minus limit where the value must not be smaller: negative when
     * broken, empty when nothing was measured.
     */
    public OptionalDouble headroom() {
        if (value == null || !value.isEvaluable()) {
            return OptionalDouble.empty();
        }
        double room = constraint.limit() - value.value();
        return OptionalDouble.of(constraint.comparison() == Comparison.AT_LEAST ? -room : room);
    }

    /** The same result with something to know about it. */
    public ConstraintResult withReason(String words) {
        return new ConstraintResult(setId, constraint, structure, value, state, words, room, asPlanned);
    }

    private boolean isMet() {
        return state == State.PASS || state == State.ACCEPTABLE;
    }

    /** What came of the limit on the plan as it stands, whatever it asks of robustness. */
    public ConstraintResult asPlannedOnly() {
        return asPlanned == null ? this : asPlanned;
    }

    /**
     * A limit that is met as planned, but asks for more than that, is NOT_EVALUABLE until the rest has been tested.
     */
    ConstraintResult untilTested() {
        if (constraint.robustness().isEmpty() || !isMet()) {
            return this;
        }
        return new ConstraintResult(
                setId,
                constraint,
                structure,
                value,
                State.NOT_EVALUABLE,
                "met as planned; that it " + constraint.robustness().get().text() + " was not tested",
                room,
                this);
    }

    /**
     * The same result with what came of its criterion of robustness.
     *
     * @param tested what came of it: PASS leaves the state as planned
     * @param why what was found; null for nothing to say
     * @throws IllegalArgumentException if nothing is asked of robustness, or the limit is not met as planned
     */
    public ConstraintResult withRobustness(State tested, @Nullable String why) {
        if (asPlanned == null) {
            throw new IllegalArgumentException(constraint.id() + ": no robustness is open");
        }
        State settled = tested == State.PASS
                ? asPlanned.state
                // A goal that is missed is acceptable, whichever way it is missed.
                : tested == State.FAIL && constraint.level() == Level.OPTIMAL ? State.ACCEPTABLE : tested;
        String words = Stream.of(asPlanned.reason, why).filter(Objects::nonNull).collect(Collectors.joining("; "));
        return new ConstraintResult(
                setId, constraint, structure, value, settled, words.isEmpty() ? null : words, room, asPlanned);
    }

    /** The same result with its distance from the limit. */
    ConstraintResult withRoom(Headroom measured) {
        return new ConstraintResult(setId, constraint, structure, value, state, reason, measured, asPlanned);
    }

    /** Whether the limit was tested on a structure of another kind because the user said so. */
    public boolean isSubstituted() {
        return structure != null && structure.isSubstitute();
    }

    /** Headroom as a share of the limit, for comparing limits of different size; 0 when nothing was measured. */
    double relativeHeadroom() {
        double scale = constraint.limit() > 0 ? constraint.limit() : 1;
        return headroom().orElse(0) / scale;
    }
}
