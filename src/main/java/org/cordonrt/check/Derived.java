package org.cordonrt.check;

import java.util.List;
import java.util.Objects;

/**
 * Information that follows from the measured values and decides nothing. Immutable.
 *
 * @param scaling by how much the dose could grow
 * @param biological BED and EQD2 of the hottest parts of the cord and of what surrounds it; empty when the number of
 *     fractions is not known
 */
public record Derived(Scaling scaling, List<BiologicalDose> biological) {
    public Derived {
        Objects.requireNonNull(scaling, "scaling");
        biological = List.copyOf(biological);
    }
}
