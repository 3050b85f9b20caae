package org.cordonrt.constraint;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a name says by itself.
 *
 * @param mm PRV margin in mm, when the name states one
 * @param couldBe the kinds an ambiguous name fits
 * @param isFinal whether the interpreted type must not be asked either
 */
record NameReading(
        StructureKind kind,
        MatchedBy matchedBy,
        String rule,
        OptionalDouble mm,
        List<StructureKind> couldBe,
        boolean isFinal) {

    static NameReading of(StructureKind kind, MatchedBy by, String rule) {
        return of(kind, by, rule, OptionalDouble.empty());
    }

    static NameReading of(StructureKind kind, MatchedBy by, String rule, OptionalDouble mm) {
        return new NameReading(kind, by, rule, mm, List.of(), true);
    }

    static NameReading ambiguous(String rule, List<StructureKind> couldBe) {
        return new NameReading(StructureKind.OTHER, MatchedBy.AMBIGUOUS, rule, OptionalDouble.empty(), couldBe, true);
    }

    /** A name that looks like a kind but must not be taken for it. */
    static NameReading refused(String rule) {
        return of(StructureKind.OTHER, MatchedBy.NONE, rule);
    }

    static NameReading nothing(String rule) {
        return new NameReading(StructureKind.OTHER, MatchedBy.NONE, rule, OptionalDouble.empty(), List.of(), false);
    }
}
