package org.cordonrt.constraint;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
 * @param constraints in the order of the file; ids are unique. A set that extends another begins with what it took over
 * @param base the set it extends; empty when it stands alone
 * @param sha256 digest of the bytes of its file, lower-case hexadecimal; empty when it was not read from one
 */
public record ConstraintSet(
        String id,
        String name,
        String version,
        String description,
        String citation,
        OptionalDouble alphaBetaGy,
        List<Constraint> constraints,
        Optional<Base> base,
        String sha256) {
    public ConstraintSet {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(citation, "citation");
        Objects.requireNonNull(alphaBetaGy, "alphaBetaGy");
        constraints = List.copyOf(constraints);
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(sha256, "sha256");
        Set<String> ids = new HashSet<>();
        for (Constraint c : constraints) {
            if (!ids.add(c.id())) {
                throw new IllegalArgumentException(id + ": two constraints are called " + c.id());
            }
        }
    }

    /**
     * The set that another one extends.
     *
     * @param id its id
     * @param version its version
     */
    public record Base(String id, String version) {
        public Base {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(version, "version");
        }
    }

    /** The same set, with the digest of the file it was read from. */
    ConstraintSet withSha256(String digest) {
        return new ConstraintSet(id, name, version, description, citation, alphaBetaGy, constraints, base, digest);
    }

    /** The limits published for exactly this number of fractions; there is no interpolation. */
    public List<Constraint> forFractions(int fractions) {
        return constraints.stream().filter(c -> c.fractions() == fractions).toList();
    }
}
