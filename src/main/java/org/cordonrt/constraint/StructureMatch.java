package org.cordonrt.constraint;

import java.util.Objects;
import java.util.OptionalInt;
import org.cordonrt.plan.Structure;

/**
 * What one ROI was taken for, and why. Immutable.
 *
 * @param structure the ROI
 * @param kind what it is used as
 * @param matchedBy how that was told
 * @param rule why, in words for a person
 * @param prvExpansionMm the margin that a PRV's name states, whole mm; the drawn margin may differ
 * @param nameKind what name or interpreted type say; differs from {@code kind} only when the user overruled them
 */
public record StructureMatch(
        Structure structure,
        StructureKind kind,
        MatchedBy matchedBy,
        String rule,
        OptionalInt prvExpansionMm,
        StructureKind nameKind) {
    public StructureMatch {
        Objects.requireNonNull(structure, "structure");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(matchedBy, "matchedBy");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(prvExpansionMm, "prvExpansionMm");
        Objects.requireNonNull(nameKind, "nameKind");
    }

    /** Whether the ROI has a closed contour that can bound a volume. */
    public boolean isDrawn() {
        return structure.contours().stream().anyMatch(c -> c.type().isClosed() && c.size() >= 3);
    }

    /** Whether the user had a structure of another, known kind stand in for this kind. */
    public boolean isSubstitute() {
        return kind != nameKind && nameKind != StructureKind.OTHER;
    }

    /** The same ROI, used as the user says. */
    StructureMatch usedAs(StructureKind userKind, String option) {
        String said = matchedBy == MatchedBy.NONE ? "" : "; its name: " + rule;
        return new StructureMatch(
                structure, userKind, MatchedBy.USER, "named with " + option + said, prvExpansionMm, nameKind);
    }
}
