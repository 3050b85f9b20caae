package org.cordonrt.illustration;

import java.util.List;
import java.util.Objects;

/**
 * One dose level in a slice. Immutable.
 *
 * @param level the level
 * @param lines open or closed lines, each a0, b0, a1, b1, ... in in-plane mm; a closed one ends where it starts
 */
public record Isodose(DoseLevel level, List<Samples> lines) {
    public Isodose {
        Objects.requireNonNull(level, "level");
        lines = List.copyOf(lines);
    }
}
