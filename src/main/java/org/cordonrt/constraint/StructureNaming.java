package org.cordonrt.constraint;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cordonrt.plan.Structure;

/**
 * Tells the kind of a structure. First match of: the user's own aliases, standard name of TG-263, common alias, pattern, RT ROI Interpreted
 * Type. Nothing is matched by similarity. A name that fits two kinds, such as one that speaks of cord and canal, is
 * ambiguous and stays unused until the user decides; names of optimisation helpers are not taken for what they help.
 * Thread-safe.
 */
public final class StructureNaming {
    /** RT ROI names hold 64 characters (DICOM PS3.5, LO); what is much longer is no name. */
    private static final int LONGEST_NAME = 256;

    private StructureNaming() {}

    /** What one structure is taken for. */
    public static StructureMatch recognise(Structure structure) {
        return recognise(structure, StructureAliases.none());
    }

    /** What one structure is taken for; the user's own names come before all rules. */
    public static StructureMatch recognise(Structure structure, StructureAliases aliases) {
        NameReading byName = aliases.kindOf(structure.name())
                .map(kind -> NameReading.of(kind, MatchedBy.USER_ALIAS, "name in your alias file"))
                .orElseGet(() -> read(structure.name()));
        NameReading r = byName.isFinal() ? byName : readType(structure.interpretedType(), byName);
        return new StructureMatch(structure, r.kind(), r.matchedBy(), r.rule(), r.mm(), r.kind(), r.couldBe());
    }

    private static NameReading read(String name) {
        if (name.length() > LONGEST_NAME) {
            return NameReading.refused("the name is longer than " + LONGEST_NAME + " characters");
        }
        String lower = Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        String plain = OrganAliases.plain(lower);
        return HelperNames.read(lower)
                .or(() -> readMixture(lower, plain))
                .or(() -> StandardNames.read(lower))
                .or(() -> TargetNames.readStandard(lower))
                .or(() -> OrganAliases.readAlias(plain))
                .or(() -> OrganAliases.readAmbiguous(plain))
                .or(() -> OrganAliases.readPattern(plain))
                .or(() -> TargetNames.readPattern(lower, plain))
                .orElseGet(() -> NameReading.nothing("no rule fits the name"));
    }

    /** An organ and a target in one name, be it in a note: perhaps the cord without its hottest part. */
    private static Optional<NameReading> readMixture(String lower, String plain) {
        return TargetNames.mentioned(lower) && !OrganAliases.mentioned(plain).isEmpty()
                ? Optional.of(NameReading.refused("names an organ and a target"))
                : Optional.empty();
    }

    private static NameReading readType(String interpretedType, NameReading otherwise) {
        return switch (interpretedType) {
            case "GTV" -> byType(StructureKind.GTV);
            case "CTV" -> byType(StructureKind.CTV);
            case "PTV" -> byType(StructureKind.PTV);
            case "EXTERNAL" -> byType(StructureKind.EXTERNAL);
            default -> otherwise;
        };
    }

    private static NameReading byType(StructureKind kind) {
        return new NameReading(
                kind,
                MatchedBy.INTERPRETED_TYPE,
                "RT ROI Interpreted Type " + kind.name(),
                OptionalDouble.empty(),
                List.of(),
                true);
    }

    /** Whether a name that was not recognised still speaks of the cord, so that a person should look at it. */
    static boolean hintsAtCord(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return OrganAliases.mentioned(lower).contains(StructureKind.SPINAL_CORD) || lower.contains("spin");
    }
}
