package org.cordonrt.constraint;

import java.util.List;
import java.util.stream.Collectors;

/** How text from files is shown in messages: on one line, without control characters, not endless. */
final class Quoted {
    private static final int LONGEST = 80;

    private Quoted() {}

    static String text(String s) {
        StringBuilder b = new StringBuilder("'");
        s.codePoints().limit(LONGEST).forEach(c -> b.appendCodePoint(isPrintable(c) ? c : '?'));
        return b.append(s.codePointCount(0, s.length()) > LONGEST ? "...'" : "'")
                .toString();
    }

    static String list(List<String> names) {
        return names.stream().map(Quoted::text).collect(Collectors.joining(", "));
    }

    private static boolean isPrintable(int c) {
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
