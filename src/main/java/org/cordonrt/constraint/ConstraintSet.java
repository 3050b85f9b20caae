package org.cordonrt.constraint;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A named, versioned list of limits. Immutable.
 *
 * @param id the name that options use, compared without case
 * @param name title for a person
 * @param version of the file
 * @param description what it holds and what it leaves out, and why
 * @param citation the source of the limits that do not name their own
 * @param alphaBetaGy alpha/beta the source used, Gy; for information
 * @param constraints in the order of the file; ids are unique
 */
public record ConstraintSet(
        String id,
        String name,
        String version,
        String description,
        String citation,
        OptionalDouble alphaBetaGy,
        List<Constraint> constraints) {
    public ConstraintSet {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(citation, "citation");
        Objects.requireNonNull(alphaBetaGy, "alphaBetaGy");
        constraints = List.copyOf(constraints);
        Set<String> ids = new HashSet<>();
        for (Constraint c : constraints) {
            if (!ids.add(c.id())) {
                throw new IllegalArgumentException(id + ": two constraints are called " + c.id());
            }
        }
    }

    /** The limits published for exactly this number of fractions; there is no interpolation. */
    public List<Constraint> forFractions(int fractions) {
        return constraints.stream().filter(c -> c.fractions() == fractions).toList();
    }
}
