package org.cordonrt.robust;

import java.util.Objects;

/**
 * A named displacement.
 *
 * @param name for tables, e.g. "1 mm left"
 * @param displacement of the anatomy, for the whole course
 */
public record Scenario(String name, Displacement displacement) {
    public Scenario {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(displacement, "displacement");
    }
}
