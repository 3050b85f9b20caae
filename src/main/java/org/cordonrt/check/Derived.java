package org.cordonrt.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Information that follows from the measured values and decides nothing. Immutable.
 *
 * @param scaling by how much the dose could grow
 * @param biological BED and EQD2 of the hottest parts of the cord and of what surrounds it; empty when the number of
 *     fractions is not known
 * @param hottest where the cord is hottest; empty when that cannot be told
 */
public record Derived(Scaling scaling, List<BiologicalDose> biological, Optional<HotSpot> hottest) {
    public Derived {
        Objects.requireNonNull(scaling, "scaling");
        biological = List.copyOf(biological);
        Objects.requireNonNull(hottest, "hottest");
    }
}
