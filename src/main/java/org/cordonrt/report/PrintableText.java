package org.cordonrt.report;

import java.util.regex.Pattern;
import org.cordonrt.Internal;

/**
 * Text from strangers (ROI names, plan labels, file names) made harmless for a terminal: what would move the cursor,
 * change colours or reverse the reading order is shown as an escape instead. Letters of any script stay as they are.
 */
@Internal
public final class PrintableText {
    private static final Pattern FIRST_COLONS = Pattern.compile("(^|\\s)::");
    private static final Pattern HASHES = Pattern.compile("##(?=vso\\[|teamcity\\[|\\[)");

    private PrintableText() {}

    /**
     * The text on one line, safe to print.
     *
     * @param ascii whether everything beyond ASCII is escaped too, for output that cannot show it
     */
    public static String of(String text, boolean ascii) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c > 0x7E ? ascii || isDangerous(c) : c < 0x20) {
                if (out == null) {
                    out = new StringBuilder(text.length() + 8).append(text, 0, i);
                }
                out.append(c > 0xFFFF ? "\\u{" : "\\u");
                String hex = Integer.toHexString(c);
                out.append("0".repeat(Math.max(0, 4 - hex.length()))).append(hex);
                if (c > 0xFFFF) {
                    out.append('}');
                }
            } else if (out != null) {
                out.appendCodePoint(c);
            }
            i = next;
        }
        String safe = out == null ? text : out.toString();
        // Most text has neither, and need not be searched.
        return safe.contains("::") || safe.contains("##") ? withoutCommands(safe) : safe;
    }

    /**
     * A line of a log that begins like this is a command to GitHub Actions, and one that holds it to Azure Pipelines or
     * TeamCity: a structure of such a name could end a step as a success. Any word may come to stand first in a line.
     */
    private static String withoutCommands(String text) {
        String colons = FIRST_COLONS.matcher(text).replaceAll("$1\\\\u003a:");
        return HASHES.matcher(colons).replaceAll("#\\\\u0023");
    }

    /** Controls, invisible format characters (which hold all the bidirectional overrides), and broken surrogates. */
    private static boolean isDangerous(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
