package org.cordonrt.constraint;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the user says about which structure is which. Immutable.
 *
 * @param cord name of the structure to take as the spinal cord; empty: the one whose name says so
 * @param targets names of the targets; empty: every structure recognised as one
 * @param substitutions limits to be tested on structures of another kind
 * @param aliases the user's own names
 */
public record SelectionOptions(
        Optional<String> cord, List<String> targets, List<Substitution> substitutions, StructureAliases aliases) {
    public SelectionOptions {
        Objects.requireNonNull(cord, "cord");
        targets = List.copyOf(targets);
        substitutions = List.copyOf(substitutions);
        Objects.requireNonNull(aliases, "aliases");
    }

    /** Names alone decide. */
    public static SelectionOptions byName() {
        return new SelectionOptions(Optional.empty(), List.of(), List.of(), StructureAliases.none());
    }
}
