package org.cordonrt.check;

import java.util.List;
import java.util.Objects;
import org.cordonrt.constraint.StructureAliases;
import org.cordonrt.constraint.Substitution;
import org.cordonrt.constraint.ToleranceBand;
import org.cordonrt.lq.LinearQuadratic;

/**
 * What the user says about how limits are applied; every result carries it. Immutable.
 *
 * @param band in which an exceeded mandatory limit is ACCEPTABLE
 * @param substitutions limits to be tested on structures of another kind
 * @param aliases the user's own names of structures
 * @param model converts doses for information; no limit depends on it
 */
public record LimitRules(
        ToleranceBand band, List<Substitution> substitutions, StructureAliases aliases, LinearQuadratic model) {
    public LimitRules {
        Objects.requireNonNull(band, "band");
        substitutions = List.copyOf(substitutions);
        Objects.requireNonNull(aliases, "aliases");
        Objects.requireNonNull(model, "model");
    }

    /** Limits as published, on the structures they were published for; alpha/beta 2 Gy. */
    public static LimitRules defaults() {
        return new LimitRules(ToleranceBand.NONE, List.of(), StructureAliases.none(), LinearQuadratic.ofCord());
    }
}
