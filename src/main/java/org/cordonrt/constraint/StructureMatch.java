package org.cordonrt.constraint;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.cordonrt.plan.Structure;

/**
 * What one ROI was taken for, and why. Immutable.
 *
 * @param structure the ROI
 * @param kind what it is used as
 * @param matchedBy how that was told
 * @param rule why, in words for a person
 * @param prvExpansionMm the margin that a PRV's name states, in mm; the drawn margin may differ
 * @param nameKind what name or interpreted type say; differs from {@code kind} only when the user overruled them
 * @param couldBe the kinds an {@linkplain MatchedBy#AMBIGUOUS ambiguous} name fits; otherwise empty
 */
public record StructureMatch(
        Structure structure,
        StructureKind kind,
        MatchedBy matchedBy,
        String rule,
        OptionalDouble prvExpansionMm,
        StructureKind nameKind,
        List<StructureKind> couldBe) {
    public StructureMatch {
        Objects.requireNonNull(structure, "structure");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(matchedBy, "matchedBy");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(prvExpansionMm, "prvExpansionMm");
        Objects.requireNonNull(nameKind, "nameKind");
        couldBe = List.copyOf(couldBe);
    }

    /**
     * A structure that is not in the set but made from others, as which it must be named wherever it appears.
     *
     * @param structure its name says that it is derived; its ROI number is negative; without contours
     * @param rule what it was made from
     */
    public static StructureMatch derived(Structure structure, StructureKind kind, String rule) {
        return new StructureMatch(structure, kind, MatchedBy.DERIVED, rule, OptionalDouble.empty(), kind, List.of());
    }

    /** Whether it was made from other structures. */
    public boolean isDerived() {
        return matchedBy == MatchedBy.DERIVED;
    }

    /** Whether the ROI has a closed contour that can bound a volume, or is derived from such. */
    public boolean isDrawn() {
        return isDerived()
                || structure.contours().stream().anyMatch(c -> c.type().isClosed() && c.size() >= 3);
    }

    /** Whether the user had a structure of another, known kind stand in for this kind. */
    public boolean isSubstitute() {
        return kind != nameKind && nameKind != StructureKind.OTHER;
    }

    /** The same ROI, used as the user says. */
    StructureMatch usedAs(StructureKind userKind, String option) {
        return new StructureMatch(
                structure,
                userKind,
                MatchedBy.USER,
                "named with " + option + " (by itself: " + rule + ")",
                prvExpansionMm,
                nameKind,
                List.of());
    }
}
