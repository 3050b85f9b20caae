package org.cordonrt.constraint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of targets: the TG-263 grammar, and the common departures from it that still mean one thing. */
final class TargetNames {
    private static final String TARGET = "(?<target>i?gtv|i?ctv|itv|ptv)";

    /** Prefix, classifier, number, details, crop in mm, note: PTVp1_CT1PT1, CTV_A_Aorta, PTV_Eval_7000-08^Note. */
    private static final Pattern STANDARD = Pattern.compile(
            TARGET + "!?(?:n|p|sb|par|v|vas)?[0-9]{0,2}(?<details>(?:_[a-z0-9.]+)*)~?(?:-[0-9]{2})?(?:\\^.*)?");

    private static final Pattern WORD = Pattern.compile(TARGET + "[pn]?[0-9]{0,4}");
    private static final Pattern ANYWHERE = Pattern.compile("(?<![a-z])(?:i?gtv|i?ctv|itv|ptv)(?![a-z]{3})");

    /** Words that say where or how much, never "without": a spinal level, a number, a dose. */
    private static final Pattern PLACE_OR_DOSE =
            Pattern.compile("[ctls][0-9]{1,2}|[0-9]+(?:\\.[0-9]+)?(?:c?gy)?|[0-9]{1,2}fx|boost|final");

    private static final Set<String> ORGANS = Set.of(
            "cord",
            "spinalcord",
            "myelon",
            "canal",
            "spinalcanal",
            "spinalkanal",
            "prv",
            "thecalsac",
            "cauda",
            "caudaequina",
            "body",
            "external",
            "lung",
            "lungs");

    private TargetNames() {}

    /** Whether a target is mentioned. */
    static boolean mentioned(String lowerCaseName) {
        return ANYWHERE.matcher(lowerCaseName).find();
    }

    static Optional<NameReading> readStandard(String lowerCaseName) {
        Matcher m = STANDARD.matcher(lowerCaseName);
        if (!m.matches() || !areHarmless(List.of(m.group("details").split("_")))) {
            return Optional.empty();
        }
        return Optional.of(NameReading.of(kind(m.group("target")), MatchedBy.TG263_NAME, "TG-263 target name"));
    }

    /** The target word first, then details; or a place and then the target word: "PTV 18", "PTV-T5", "T5 PTV". */
    static Optional<NameReading> readPattern(String lowerCaseName, String plainName) {
        List<String> words = List.of(plainName.split(" "));
        if (words.size() < 2 || plainName.contains("+")) {
            return Optional.empty();
        }
        Matcher first = WORD.matcher(words.get(0));
        Matcher last = WORD.matcher(words.get(words.size() - 1));
        List<String> afterFirst = words.subList(1, words.size());
        List<String> beforeLast = words.subList(0, words.size() - 1);
        // A minus may mean "without" (Lungs-GTV), so beside one only places and doses are let through.
        boolean mayBeDifference = lowerCaseName.contains("-");
        if (first.matches() && (mayBeDifference ? arePlaces(afterFirst) : areHarmless(afterFirst))) {
            return pattern(first);
        }
        return last.matches() && arePlaces(beforeLast) ? pattern(last) : Optional.empty();
    }

    private static Optional<NameReading> pattern(Matcher m) {
        String word = m.group("target").toUpperCase(Locale.ROOT);
        return Optional.of(NameReading.of(kind(m.group("target")), MatchedBy.PATTERN, word + " with place or dose"));
    }

    private static boolean arePlaces(List<String> words) {
        return words.stream().allMatch(w -> PLACE_OR_DOSE.matcher(w).matches());
    }

    private static boolean areHarmless(List<String> words) {
        return words.stream()
                .noneMatch(w -> ORGANS.contains(w) || WORD.matcher(w).matches());
    }

    private static StructureKind kind(String target) {
        return switch (target) {
            case "gtv", "igtv" -> StructureKind.GTV;
            case "ctv", "ictv" -> StructureKind.CTV;
            case "itv" -> StructureKind.ITV;
            default -> StructureKind.PTV;
        };
    }
}
