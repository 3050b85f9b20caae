package org.cordonrt.constraint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;

/**
 * The user's word that limits published for one kind of structure are to be tested on a structure of another kind.
 * Every result that rests on it says so.
 *
 * @param kind what the limits were published for
 * @param structure name of the structure to test them on
 */
public record Substitution(StructureKind kind, String structure) {
    public Substitution {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(structure, "structure");
    }

    /**
     * Reads {@code KIND=NAME}. KIND is the name of a kind in any case, with blanks, dashes or underscores, or its short
     * form: prv, sac, canal, cauda.
     *
     * @throws CordonException USAGE for a kind that is unknown, has no limits, or is the spinal cord, which has an option
     *     of its own
     */
    public static Substitution parse(String text) {
        int at = text.indexOf('=');
        if (at < 1 || at == text.length() - 1) {
            throw usage("--substitute needs KIND=NAME, e.g. thecal-sac=SpinalCord, not " + Quoted.text(text));
        }
        String word = text.substring(0, at).strip();
        StructureKind kind = kind(word)
                .orElseThrow(() -> usage("--substitute: " + Quoted.text(word) + " is no kind of structure; there are "
                        + String.join(", ", kinds())));
        if (kind == StructureKind.SPINAL_CORD) {
            throw usage("--substitute: say which structure to test as the spinal cord with --cord NAME");
        }
        return new Substitution(kind, text.substring(at + 1).strip());
    }

    private static Optional<StructureKind> kind(String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        String full = switch (name) {
            case "CORD" -> StructureKind.SPINAL_CORD.name();
            case "PRV" -> StructureKind.CORD_PRV.name();
            case "SAC" -> StructureKind.THECAL_SAC.name();
            case "CANAL" -> StructureKind.SPINAL_CANAL.name();
            case "CAUDA" -> StructureKind.CAUDA_EQUINA.name();
            default -> name;
        };
        return substitutable().stream().filter(k -> k.name().equals(full)).findFirst();
    }

    private static List<StructureKind> substitutable() {
        return Arrays.stream(StructureKind.values())
                .filter(k -> k.takesLimits() && !k.isTarget() && k != StructureKind.EXTERNAL)
                .toList();
    }

    private static List<String> kinds() {
        return substitutable().stream()
                .filter(k -> k != StructureKind.SPINAL_CORD)
                .map(k -> k.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static CordonException usage(String message) {
        return new CordonException(IssueCode.USAGE, message);
    }
}
