package org.cordonrt.check;

import java.util.List;

/**
 * What to measure between structures. Immutable.
 *
 * @param from names of the first structures; empty for the spinal cord
 * @param to names of the second structures; empty for all targets
 * @param profile whether to measure along the first structures, plane by plane
 * @param surfaces whether to compare the surfaces as a whole
 */
public record MarginRequest(List<String> from, List<String> to, boolean profile, boolean surfaces) {
    public MarginRequest {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** The separations alone. */
    public static MarginRequest of(List<String> from, List<String> to) {
        return new MarginRequest(from, to, false, false);
    }
}
