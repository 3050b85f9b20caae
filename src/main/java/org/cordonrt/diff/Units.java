package org.cordonrt.diff;

import java.util.Set;

/** Units of the numbers in a document: said by the name, or by the unit that stands beside it. */
final class Units {
    /** Names whose unit stands beside them. */
    private static final Set<String> BESIDE =
            Set.of("value", "lower", "upper", "limit", "rangeFrom", "headroom", "stored", "allowed", "valueExplained");

    private Units() {}

    /** @param beside the unit that stands beside the number; empty when none does */
    static String of(String name, String beside) {
        if (BESIDE.contains(name)) {
            return beside;
        }
        if (name.equals("gy") || name.endsWith("Gy")) {
            return "Gy";
        }
        if (name.equals("cc") || name.endsWith("Cc")) {
            return "cc";
        }
        if (name.endsWith("Mm")) {
            return "mm";
        }
        return name.equals("percent") || name.endsWith("Percent") ? "%" : "";
    }
}
