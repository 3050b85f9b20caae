package org.cordonrt.issue;

import java.util.Locale;

/** A message that quotes a file, kept to one line of bearable length: what a file holds may be any characters, and many. */
final class OneLine {
    /** Room for two long paths and what is wrong with them. */
    private static final int LONGEST = 1_500;

    private static final String LEFT_OUT = " ... ";

    private OneLine() {}

    /** Control characters as {@code \}{@code u001b}; the middle of a message beyond reason left out. */
    static String of(String message) {
        String text = shortened(message);
        return text.chars().anyMatch(OneLine::breaksTheLine) ? shortened(escaped(text)) : text;
    }

    private static String shortened(String text) {
        int half = LONGEST / 2;
        return text.length() <= LONGEST
                ? text
                : text.substring(0, half) + LEFT_OUT + text.substring(text.length() - half);
    }

    private static String escaped(String text) {
        StringBuilder line = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> {
            if (breaksTheLine(c)) {
                line.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                line.append((char) c);
            }
        });
        return line.toString();
    }

    private static boolean breaksTheLine(int c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }
}
