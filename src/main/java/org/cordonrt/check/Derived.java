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
 * @param stability whether the limits come out the same under other conventions; empty when none was decided
 * @param gridAdequacy how the near-maximum dose of the cord depends on the spacing of the dose grid; empty when there is
 *     no such dose
 */
public record Derived(
        Scaling scaling,
        List<BiologicalDose> biological,
        Optional<HotSpot> hottest,
        Optional<Stability> stability,
        Optional<GridAdequacy> gridAdequacy) {
    public Derived {
        Objects.requireNonNull(scaling, "scaling");
        biological = List.copyOf(biological);
        Objects.requireNonNull(hottest, "hottest");
        Objects.requireNonNull(stability, "stability");
        Objects.requireNonNull(gridAdequacy, "gridAdequacy");
    }
}
