package org.cordonrt.illustration;

import java.util.Objects;
import org.cordonrt.plan.Point3;

/**
 * A place to point at in a slice. Immutable.
 *
 * @param kind what is there
 * @param atMm where
 */
public record ViewMark(Kind kind, Point3 atMm) {
    /** What a mark marks. */
    public enum Kind {
        /** The cord's point nearest to the target. */
        GAP_CORD,
        /** The target's point nearest to the cord. */
        GAP_TARGET,
        /** The cord's hottest point. */
        HOTTEST
    }

    public ViewMark {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(atMm, "atMm");
    }
}
