package org.cordonrt.illustration;

import java.util.List;
import java.util.Objects;
import org.cordonrt.constraint.StructureMatch;

/**
 * Where a plane cuts a structure. Immutable.
 *
 * @param match the structure, with its display colour
 * @param lines each a0, b0, a1, b1, ... in in-plane mm; a closed one ends where it starts
 * @param asDrawn whether these are contours as drawn; else a cut through the surface that runs on from contour plane to
 *     contour plane, which is what the distance is measured from
 */
public record Outline(StructureMatch match, List<Samples> lines, boolean asDrawn) {
    public Outline {
        Objects.requireNonNull(match, "match");
        lines = List.copyOf(lines);
    }
}
