package org.cordonrt.constraint;

import java.util.List;
import java.util.stream.Collectors;

/** How text from files is shown in messages: on one line, without control characters, not endless. */
final class Quoted {
    private static final int LONGEST = 80;

    private Quoted() {}

    static String text(String s) {
        String all = clean(s);
        int length = all.codePointCount(0, all.length());
        return length > LONGEST ? "'" + all.substring(0, all.offsetByCodePoints(0, LONGEST)) + "...'" : "'" + all + "'";
    }

    static String list(List<String> names) {
        return names.stream().map(Quoted::text).collect(Collectors.joining(", "));
    }

    /** The text with a question mark for every character that cannot be printed. */
    static String clean(String s) {
        StringBuilder b = new StringBuilder(s.length());
        s.codePoints().forEach(c -> b.appendCodePoint(isPrintable(c) ? c : '?'));
        return b.toString();
    }

    static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
