package org.cordonrt.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cordonrt.constraint.ConstraintSet;
import org.cordonrt.constraint.ConstraintSets;

/**
 * What a check tests, and on what. The number of fractions belongs to the case
 * ({@link org.cordonrt.plan.PlanSummary#withFractions}). Immutable; the {@code with} methods give changed copies.
 *
 * @param sets the constraint sets, applied side by side
 * @param cord name of the structure to take as the spinal cord; empty: the one whose name says so
 * @param targets names of the targets; empty: all structures whose name or type says so
 * @param model how numbers are computed
 * @param partialCordMm how far the partial cord reaches beyond a target, and the cord itself must, mm
 * @param acceptDose whether a plan may pass in spite of findings that {@linkplain
 *     org.cordonrt.issue.IssueCode#withholdsPass() withhold a pass}: a dose that does not look like that of the whole
 *     course, files that do not seem to be of one patient and image set
 * @param rules tolerance band, substitutions, own names of structures
 */
public record CheckOptions(
        List<ConstraintSet> sets,
        Optional<String> cord,
        List<String> targets,
        ModelOptions model,
        double partialCordMm,
        boolean acceptDose,
        LimitRules rules) {
    /** Ryu's partial cord: 6 mm above to 6 mm below the target (isrsy.org, spine radiosurgery). */
    public static final double DEFAULT_PARTIAL_CORD_MM = 6;

    public CheckOptions {
        sets = List.copyOf(sets);
        Objects.requireNonNull(cord, "cord");
        targets = List.copyOf(targets);
        Objects.requireNonNull(model, "model");
        if (!(partialCordMm >= 0) || Double.isInfinite(partialCordMm)) {
            throw new IllegalArgumentException("a partial cord of " + partialCordMm + " mm beyond the target");
        }
        Objects.requireNonNull(rules, "rules");
    }

    /** The {@linkplain ConstraintSets#defaultIds() default sets}, structures by their names. */
    public static CheckOptions defaults() {
        return new CheckOptions(
                ConstraintSets.loadAll(ConstraintSets.defaultIds()),
                Optional.empty(),
                List.of(),
                ModelOptions.defaults(),
                DEFAULT_PARTIAL_CORD_MM,
                false,
                LimitRules.defaults());
    }

    public CheckOptions withSets(List<ConstraintSet> newSets) {
        return new CheckOptions(newSets, cord, targets, model, partialCordMm, acceptDose, rules);
    }

    public CheckOptions withCord(String name) {
        return new CheckOptions(sets, Optional.of(name), targets, model, partialCordMm, acceptDose, rules);
    }

    public CheckOptions withTargets(List<String> names) {
        return new CheckOptions(sets, cord, names, model, partialCordMm, acceptDose, rules);
    }

    public CheckOptions withModel(ModelOptions newModel) {
        return new CheckOptions(sets, cord, targets, newModel, partialCordMm, acceptDose, rules);
    }

    public CheckOptions withAcceptDose(boolean accept) {
        return new CheckOptions(sets, cord, targets, model, partialCordMm, accept, rules);
    }

    public CheckOptions withPartialCordMm(double mm) {
        return new CheckOptions(sets, cord, targets, model, mm, acceptDose, rules);
    }

    public CheckOptions withRules(LimitRules newRules) {
        return new CheckOptions(sets, cord, targets, model, partialCordMm, acceptDose, newRules);
    }
}
