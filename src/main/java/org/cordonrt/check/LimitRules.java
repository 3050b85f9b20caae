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
 * @param partialCordMm how far the partial cord reaches beyond a target, mm
 */
public record LimitRules(
        ToleranceBand band,
        List<Substitution> substitutions,
        StructureAliases aliases,
        LinearQuadratic model,
        double partialCordMm) {
    /** With the usual reach of the partial cord. */
    public LimitRules(
            ToleranceBand band, List<Substitution> substitutions, StructureAliases aliases, LinearQuadratic model) {
        this(band, substitutions, aliases, model, CheckOptions.DEFAULT_PARTIAL_CORD_MM);
    }

    public LimitRules {
        Objects.requireNonNull(band, "band");
        substitutions = List.copyOf(substitutions);
        Objects.requireNonNull(aliases, "aliases");
        Objects.requireNonNull(model, "model");
    }

    LimitRules withPartialCordMm(double mm) {
        return new LimitRules(band, substitutions, aliases, model, mm);
    }

    /** Limits as published, on the structures they were published for; alpha/beta 2 Gy. */
    public static LimitRules defaults() {
        return new LimitRules(ToleranceBand.NONE, List.of(), StructureAliases.none(), LinearQuadratic.ofCord());
    }
}
