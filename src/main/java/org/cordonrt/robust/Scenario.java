package org.cordonrt.robust;

import java.util.Objects;

/**
 * A named displacement of the anatomy, the same in every fraction. Immutable.
 *
 * @param name for tables, e.g. "1 mm left"
 * @param displacement of the anatomy, for the whole course
 * @param group what it belongs to
 */
public record Scenario(String name, Displacement displacement, Group group) {
    /** Scenarios of some groups are told of one by one, of others the worst. */
    public enum Group {
        /** At rest, along and about one axis, or given by the user. */
        SINGLE,
        /** Shifts of one length in directions that cover the sphere. */
        SPHERE,
        /** Shifts along and turns about all axes together. */
        GRID
    }

    public Scenario {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(displacement, "displacement");
        Objects.requireNonNull(group, "group");
    }

    /** One that is told of by itself. */
    public Scenario(String name, Displacement displacement) {
        this(name, displacement, Group.SINGLE);
    }
}
