package org.cordonrt.constraint;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names of structures drawn to steer an optimiser: what they are named after is not what they are. */
final class HelperNames {
    private static final String ORGANS = "(?:i?gtv|i?ctv|itv|ptv|cord|myelon|canal|kanal|sac|cauda|prv)";
    private static final String WORDS = "(?:opt(?:i|im|imi[sz]ed|imi[sz]ation|imizer|ptv)?|ring|avoid|avoidance|dummy"
            + "|help|helper|hilfs?|hilfsstruktur|tuning|tune|shell|crop|cropped|sub|minus|without|ohne)";

    /** A helper word on its own, or written onto the name it helps: Cord_opt, PTVopt, optPTV, Ring2. */
    private static final Pattern HELPER = Pattern.compile("(?<![a-z])" + WORDS + "(?![a-z])"
            + "|" + ORGANS + "[0-9]*" + WORDS + "(?![a-z])"
            + "|(?<![a-z])(?:opt|ring|avoid|dummy|help)[0-9]*(?:spinal)?" + ORGANS + "(?![a-z])");

    private HelperNames() {}

    static Optional<NameReading> read(String lowerCaseName) {
        // TG-263: structures that are not for dose evaluation sort last, behind a z; some systems write an underscore.
        if (lowerCaseName.startsWith("z") || lowerCaseName.startsWith("_")) {
            return Optional.of(
                    NameReading.refused("starts with '" + lowerCaseName.charAt(0) + "': not for evaluation"));
        }
        return HELPER.matcher(lowerCaseName).find()
                ? Optional.of(NameReading.refused("looks like an optimisation structure"))
                : Optional.empty();
    }
}
