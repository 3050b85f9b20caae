package org.cordonrt.robust;

import java.util.List;
import java.util.Objects;
import org.cordonrt.check.Assessment;
import org.cordonrt.constraint.State;
import org.cordonrt.plan.Point3;

/**
 * How much error a plan can take. Immutable.
 *
 * @param atRest the check of the plan as it stands
 * @param options what was looked for
 * @param centreMm what the anatomy turns about, patient coordinates
 * @param centreOf the structure whose centre that is
 * @param limits every limit that counts and guards the cord
 * @param targets what is told of the targets, in the order of the values of scenarios
 * @param scenarios at rest first, then axes, the user's, and the sphere of directions
 * @param chances for each evaluable limit, in the order of the values of scenarios; empty when not asked for
 * @param targetSpreads what set-up errors make of the targets, in the order of {@code targets}; empty when not asked for
 * @param required what came of the shifts asked for
 * @param requiredChances what came of the probability asked for
 * @param state the worst of the check at rest and of what was required
 * @param reason one sentence
 */
public record RobustAssessment(
        Assessment atRest,
        RobustOptions options,
        Point3 centreMm,
        String centreOf,
        List<ShiftToBreak> limits,
        List<TargetMetric> targets,
        List<ScenarioValues> scenarios,
        List<Chance> chances,
        List<TargetSpread> targetSpreads,
        List<RequiredShift> required,
        List<RequiredChance> requiredChances,
        State state,
        String reason) {
    public RobustAssessment {
        Objects.requireNonNull(atRest, "atRest");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(centreMm, "centreMm");
        Objects.requireNonNull(centreOf, "centreOf");
        limits = List.copyOf(limits);
        targets = List.copyOf(targets);
        scenarios = List.copyOf(scenarios);
        chances = List.copyOf(chances);
        targetSpreads = List.copyOf(targetSpreads);
        required = List.copyOf(required);
        requiredChances = List.copyOf(requiredChances);
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
    }

    /** The limits that have values in scenarios, in that order. */
    public List<ShiftToBreak> evaluable() {
        return limits.stream().filter(ShiftToBreak::isEvaluable).toList();
    }
}
