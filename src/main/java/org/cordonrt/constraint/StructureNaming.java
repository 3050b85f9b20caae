package org.cordonrt.constraint;

import org.cordonrt.plan.Structure;

/** Tells the kind of a structure from its name. Thread-safe. */
public final class StructureNaming {
    private StructureNaming() {}

    /** What this structure is taken for: standard name before alias before pattern before interpreted type, never fuzzy. */
    public static StructureMatch recognise(Structure structure) {
        throw new UnsupportedOperationException("later");
    }
}
