package org.cordonrt.constraint;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in common use, and their harmless variations. All work on the plain name: lower case, with single blanks for
 * every separator (see {@link #plain}).
 */
final class OrganAliases {
    private static final Map<String, StructureKind> ALIASES = aliases();
    private static final Map<String, List<StructureKind>> AMBIGUOUS = Map.of(
            "spine", List.of(StructureKind.SPINAL_CORD, StructureKind.SPINAL_CANAL, StructureKind.VERTEBRAL_BODY),
            "spinal", List.of(StructureKind.SPINAL_CORD, StructureKind.SPINAL_CANAL),
            "sc", List.of(StructureKind.SPINAL_CORD, StructureKind.SPINAL_CANAL),
            "medulla", List.of(StructureKind.SPINAL_CORD, StructureKind.BRAINSTEM));

    private static final Pattern SEPARATORS = Pattern.compile("(?:[\\s_\\-/\\\\()\\[\\]|,:;~^*#&'\"]|\\.(?![0-9]))+");
    private static final String MM = "(?<mm>[0-9]{1,2}(?:[.p][0-9])?)";
    private static final List<Pattern> MARGINS = List.of(
            Pattern.compile("(?<organ>[^+]+?) ?prv(?: ?" + MM + ")?(?: ?mm)?"),
            Pattern.compile("prv(?: ?" + MM + ")?(?: ?mm)? (?<organ>[^+]+)"),
            Pattern.compile("(?<organ>[^+]+?) ?\\+ ?" + MM + "(?: ?mm)?(?: ?prv)?"),
            Pattern.compile("(?<organ>[^+]+?) " + MM + " ?mm(?: ?prv)?"));
    private static final Pattern NUMBERED = Pattern.compile("(?<organ>.+?) ?[0-9]{1,2}");

    /** Says how or on what a structure was drawn, not what it is. */
    private static final Set<String> QUALIFIERS = Set.of("mr", "mri", "ct", "true", "whole", "full", "oar");

    private OrganAliases() {}

    private static Map<String, StructureKind> aliases() {
        Map<String, StructureKind> m = new HashMap<>();
        put(m, StructureKind.SPINAL_CORD, "cord", "spinal cord", "spinalcord", "myelon", "medulla spinalis");
        put(m, StructureKind.SPINAL_CORD, "rückenmark", "rueckenmark", "ruggenmerg", "moelle épinière");
        put(m, StructureKind.SPINAL_CANAL, "spinal canal", "spinalcanal", "spinalkanal", "vertebral canal");
        put(m, StructureKind.THECAL_SAC, "thecal sac", "thecalsac", "dural sac");
        put(m, StructureKind.CAUDA_EQUINA, "cauda", "cauda equina", "caudaequina");
        put(m, StructureKind.PARTIAL_CORD, "spinal cord subvolume", "spinalcord subvolume", "cord subvolume");
        put(m, StructureKind.PARTIAL_CORD, "cord treated", "partial cord", "partial spinal cord");
        put(m, StructureKind.BRAINSTEM, "brain stem", "brainstem", "hirnstamm");
        put(m, StructureKind.ESOPHAGUS, "esophagus", "oesophagus", "ösophagus");
        put(m, StructureKind.EXTERNAL, "body", "external");
        for (String plexus : List.of("sacral plexus", "sacralplexus", "sacraplexus", "sacralplex", "plexus sacralis")) {
            putSides(
                    m,
                    plexus,
                    StructureKind.SACRAL_PLEXUS,
                    StructureKind.SACRAL_PLEXUS_LEFT,
                    StructureKind.SACRAL_PLEXUS_RIGHT);
        }
        for (String plexus : List.of(
                "brachial plexus", "brachialplexus", "brachialplex", "brachial plex", "brplx", "plexus brachialis")) {
            putSides(
                    m,
                    plexus,
                    StructureKind.BRACHIAL_PLEXUS,
                    StructureKind.BRACHIAL_PLEXUS_LEFT,
                    StructureKind.BRACHIAL_PLEXUS_RIGHT);
        }
        return Map.copyOf(m);
    }

    private static void put(Map<String, StructureKind> m, StructureKind kind, String... names) {
        for (String n : names) {
            m.put(n, kind);
        }
    }

    private static void putSides(
            Map<String, StructureKind> m, String name, StructureKind both, StructureKind left, StructureKind right) {
        put(m, both, name);
        put(m, left, name + " l", name + "l", name + " left", name + " lt", "l " + name, "left " + name, "lt " + name);
        put(m, right, name + " r", name + "r", name + " right", name + " rt", "r " + name, "right " + name);
        put(m, right, "rt " + name);
    }

    /** The name in lower case with every run of separators as one blank; a plus and a decimal point stay. */
    static String plain(String lowerCaseName) {
        return SEPARATORS.matcher(lowerCaseName).replaceAll(" ").strip();
    }

    static Optional<NameReading> readAlias(String plain) {
        StructureKind kind = ALIASES.get(plain);
        if (kind != null) {
            return Optional.of(NameReading.of(kind, MatchedBy.ALIAS, "common name '" + plain + "'"));
        }
        return readMargin(plain).filter(r -> r.matchedBy() == MatchedBy.ALIAS);
    }

    static Optional<NameReading> readAmbiguous(String plain) {
        List<StructureKind> listed = AMBIGUOUS.get(plain);
        if (listed != null) {
            return Optional.of(ambiguous(listed));
        }
        Set<StructureKind> mentioned = mentioned(plain);
        if (mentioned.size() > 1) {
            return Optional.of(ambiguous(List.copyOf(mentioned)));
        }
        Matcher numbered = NUMBERED.matcher(plain);
        if (numbered.matches() && ALIASES.get(numbered.group("organ")) == StructureKind.SPINAL_CORD) {
            // The number may count contours or give a margin.
            return Optional.of(ambiguous(List.of(StructureKind.SPINAL_CORD, StructureKind.CORD_PRV)));
        }
        return Optional.empty();
    }

    private static NameReading ambiguous(List<StructureKind> kinds) {
        String words =
                String.join(" or ", kinds.stream().map(StructureKind::words).toList());
        return NameReading.ambiguous("could be " + words, kinds);
    }

    static Optional<NameReading> readPattern(String plain) {
        Optional<NameReading> margin = readMargin(plain);
        if (margin.isPresent()) {
            return margin;
        }
        String[] words = plain.split(" ");
        if (words.length < 2) {
            return Optional.empty();
        }
        if (QUALIFIERS.contains(words[words.length - 1])) {
            return qualified(String.join(" ", Arrays.copyOf(words, words.length - 1)), words[words.length - 1]);
        }
        if (QUALIFIERS.contains(words[0])) {
            return qualified(String.join(" ", Arrays.copyOfRange(words, 1, words.length)), words[0]);
        }
        return Optional.empty();
    }

    private static Optional<NameReading> qualified(String name, String qualifier) {
        return Optional.ofNullable(ALIASES.get(name))
                .map(kind ->
                        NameReading.of(kind, MatchedBy.PATTERN, "common name '" + name + "' with '" + qualifier + "'"));
    }

    /** An alias with a margin: an alias itself when only PRV is added, a pattern when millimetres are. */
    private static Optional<NameReading> readMargin(String plain) {
        for (Pattern p : MARGINS) {
            Matcher m = p.matcher(plain);
            StructureKind organ = m.matches() ? ALIASES.get(m.group("organ")) : null;
            if (organ != null && organ != StructureKind.EXTERNAL) {
                String mm = m.group("mm");
                return Optional.of(NameReading.of(
                        StandardNames.prvOf(organ),
                        mm == null ? MatchedBy.ALIAS : MatchedBy.PATTERN,
                        "common name '" + m.group("organ") + "' with a margin",
                        mm == null
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(Double.parseDouble(mm.replace('p', '.')))));
            }
        }
        return Optional.empty();
    }

    /** The organs around the cord that the name speaks of. */
    static Set<StructureKind> mentioned(String plain) {
        Set<StructureKind> found = EnumSet.noneOf(StructureKind.class);
        if ((plain.contains("cord") && !plain.contains("vocal")) || plain.contains("myelon")) {
            found.add(StructureKind.SPINAL_CORD);
        }
        if (plain.contains("canal") || plain.contains("kanal")) {
            found.add(StructureKind.SPINAL_CANAL);
        }
        if (plain.contains("thecal") || plain.contains("dural")) {
            found.add(StructureKind.THECAL_SAC);
        }
        if (plain.contains("cauda")) {
            found.add(StructureKind.CAUDA_EQUINA);
        }
        return found;
    }
}
