package org.cordonrt.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text by Specific Character Set (0008,0005): PS3.3 section C.12.1.1.2, PS3.5 section 6.1 and annexes H to K.
 *
 * <p>Text without a character set, or with an unknown one, is read as ISO 8859-1: no two different names become equal
 * that way. Bytes that mean nothing in their character set become U+FFFD. Does not change.
 */
final class CharacterSet {
    /** The character set of a data set that names none. */
    static final CharacterSet DEFAULT = new CharacterSet(StandardCharsets.ISO_8859_1, Graphic.NONE, false);

    private static final int ESCAPE = 0x1B;

    /** A set of graphic characters that code extension can switch to, and how the JDK decodes it. */
    private enum Graphic {
        NONE(1, 6, "ISO-8859-1"),
        LATIN_1(1, 100, "ISO-8859-1"),
        LATIN_2(1, 101, "ISO-8859-2"),
        LATIN_3(1, 109, "ISO-8859-3"),
        LATIN_4(1, 110, "ISO-8859-4"),
        CYRILLIC(1, 144, "ISO-8859-5"),
        ARABIC(1, 127, "ISO-8859-6"),
        GREEK(1, 126, "ISO-8859-7"),
        HEBREW(1, 138, "ISO-8859-8"),
        LATIN_5(1, 148, "ISO-8859-9"),
        LATIN_9(1, 203, "ISO-8859-15"),
        THAI(1, 166, "TIS-620"),
        KATAKANA(1, 13, "EUC-JP"),
        KANJI(2, 87, "EUC-JP"),
        SUPPLEMENTARY_KANJI(2, 159, "EUC-JP"),
        KOREAN(2, 149, "EUC-KR"),
        SIMPLIFIED_CHINESE(2, 58, "GB2312");

        private final int bytesPerCharacter;
        private final int registration;
        private final String javaName;

        Graphic(int bytesPerCharacter, int registration, String javaName) {
            this.bytesPerCharacter = bytesPerCharacter;
            this.registration = registration;
            this.javaName = javaName;
        }

        static @Nullable Graphic of(int registration) {
            for (Graphic graphic : values()) {
                if (graphic.registration == registration && Charset.isSupported(graphic.javaName)) {
                    return graphic;
                }
            }
            return null;
        }

        /** The character whose bytes, all with the high bit set, are {@code first} and {@code second}. */
        String decode(int first, int second) {
            byte[] bytes;
            if (this == SUPPLEMENTARY_KANJI) {
                bytes = new byte[] {(byte) 0x8F, (byte) first, (byte) second};
            } else if (this == KATAKANA) {
                bytes = new byte[] {(byte) 0x8E, (byte) first};
            } else if (bytesPerCharacter == 2) {
                bytes = new byte[] {(byte) first, (byte) second};
            } else {
                bytes = new byte[] {(byte) first};
            }
            return new String(bytes, Charset.forName(javaName));
        }
    }

    private final Charset charset;
    private final Graphic right;
    private final boolean extended;

    /**
     * @param charset decodes everything when there is no code extension
     * @param right the initial set for bytes with the high bit
     * @param extended whether escape sequences may switch sets
     */
    private CharacterSet(Charset charset, Graphic right, boolean extended) {
        this.charset = charset;
        this.right = right;
        this.extended = extended;
    }

    /** The character set named by the values of Specific Character Set. */
    static CharacterSet of(RawValue value) {
        return of(terms(value.array(), value.start(), value.end()));
    }

    /** Whether Cordon knows every name in a value of Specific Character Set. */
    static boolean allKnown(byte[] bytes, int from, int to) {
        for (String term : terms(bytes, from, to)) {
            if (wholeCharset(term) == null && graphic(term) == null) {
                return false;
            }
        }
        return true;
    }

    private static CharacterSet of(List<String> terms) {
        String first = terms.get(0);
        Charset whole = wholeCharset(first);
        if (whole != null) {
            return new CharacterSet(whole, Graphic.NONE, false);
        }
        Graphic graphic = graphic(first);
        Graphic right = graphic == null || graphic.bytesPerCharacter > 1 ? Graphic.NONE : graphic;
        boolean extended = terms.size() > 1 || first.startsWith("ISO 2022") || right == Graphic.KATAKANA;
        return new CharacterSet(Charset.forName(right.javaName), right, extended);
    }

    private static List<String> terms(byte[] bytes, int from, int to) {
        List<String> terms = new ArrayList<>();
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || bytes[i] == '\\') {
                terms.add(new String(bytes, start, i - start, StandardCharsets.ISO_8859_1)
                        .trim()
                        .toUpperCase(Locale.ROOT));
                start = i + 1;
            }
        }
        return terms;
    }

    /** A character set that takes the whole text and knows no code extension. */
    private static @Nullable Charset wholeCharset(String term) {
        return switch (term) {
            case "ISO_IR 192" -> StandardCharsets.UTF_8;
            case "GB18030", "GBK" -> Charset.isSupported(term) ? Charset.forName(term) : null;
            default -> null;
        };
    }

    private static @Nullable Graphic graphic(String term) {
        if (term.isEmpty()) {
            return Graphic.NONE;
        }
        for (String prefix : List.of("ISO_IR ", "ISO 2022 IR ", "ISO-IR ", "ISO IR ")) {
            if (term.startsWith(prefix)) {
                String number = term.substring(prefix.length());
                boolean digits = number.length() <= 3 && number.chars().allMatch(c -> c >= '0' && c <= '9');
                return digits && !number.isEmpty() ? Graphic.of(Integer.parseInt(number)) : null;
            }
        }
        return null;
    }

    /** @param personName whether {@code ^} and {@code =} end the effect of an escape sequence as well */
    String decode(byte[] bytes, int from, int to, boolean personName) {
        if (!extended) {
            return new String(bytes, from, to - from, charset);
        }
        StringBuilder text = new StringBuilder(to - from);
        Graphic left = Graphic.NONE;
        Graphic high = right;
        int at = from;
        while (at < to) {
            int b = bytes[at] & 0xFF;
            int pair = at + 1 < to ? bytes[at + 1] & 0xFF : 0;
            if (b == ESCAPE) {
                Switch change = Switch.at(bytes, at + 1, to);
                if (change == null) {
                    text.append('\uFFFD');
                    at++;
                    continue;
                }
                left = change.toRight ? left : change.graphic;
                high = change.toRight ? change.graphic : high;
                at += 1 + change.bytes.length();
            } else if (b < 0x80 && left.bytesPerCharacter == 2 && isGraphic(b) && isGraphic(pair)) {
                text.append(left.decode(b | 0x80, pair | 0x80));
                at += 2;
            } else if (b < 0x80) {
                if (endsEscape(b, personName)) {
                    left = Graphic.NONE;
                    high = right;
                }
                text.append((char) b);
                at++;
            } else if (high.bytesPerCharacter == 2) {
                text.append(pair >= 0x80 ? high.decode(b, pair) : "\uFFFD");
                at += pair >= 0x80 ? 2 : 1;
            } else {
                text.append(high.decode(b, 0));
                at++;
            }
        }
        return text.toString();
    }

    private static boolean isGraphic(int b) {
        return b > 0x20 && b < 0x7F;
    }

    /** PS3.5 section 6.1.2.5.3: where the initial sets are in force again. */
    private static boolean endsEscape(int b, boolean personName) {
        return b == '\\' || b == '\r' || b == '\n' || b == '\f' || b == '\t' || (personName && (b == '^' || b == '='));
    }

    /** Escape sequences, PS3.3 tables C.12-3 and C.12-4, without the escape byte. */
    private enum Switch {
        ASCII("(B", Graphic.NONE, false),
        JIS_ROMAN("(J", Graphic.NONE, false),
        KANJI("$B", Graphic.KANJI, false),
        KANJI_OF_1978("$@", Graphic.KANJI, false),
        SUPPLEMENTARY_KANJI("$(D", Graphic.SUPPLEMENTARY_KANJI, false),
        KATAKANA(")I", Graphic.KATAKANA, true),
        KOREAN("$)C", Graphic.KOREAN, true),
        SIMPLIFIED_CHINESE("$)A", Graphic.SIMPLIFIED_CHINESE, true),
        LATIN_1("-A", Graphic.LATIN_1, true),
        LATIN_2("-B", Graphic.LATIN_2, true),
        LATIN_3("-C", Graphic.LATIN_3, true),
        LATIN_4("-D", Graphic.LATIN_4, true),
        CYRILLIC("-L", Graphic.CYRILLIC, true),
        ARABIC("-G", Graphic.ARABIC, true),
        GREEK("-F", Graphic.GREEK, true),
        HEBREW("-H", Graphic.HEBREW, true),
        LATIN_5("-M", Graphic.LATIN_5, true),
        LATIN_9("-b", Graphic.LATIN_9, true),
        THAI("-T", Graphic.THAI, true);

        private final String bytes;
        private final Graphic graphic;
        private final boolean toRight;

        Switch(String bytes, Graphic graphic, boolean toRight) {
            this.bytes = bytes;
            this.graphic = graphic;
            this.toRight = toRight;
        }

        static @Nullable Switch at(byte[] text, int from, int to) {
            for (Switch change : values()) {
                int length = change.bytes.length();
                boolean same = to - from >= length && Charset.isSupported(change.graphic.javaName);
                for (int i = 0; same && i < length; i++) {
                    same = text[from + i] == change.bytes.charAt(i);
                }
                if (same) {
                    return change;
                }
            }
            return null;
        }
    }
}
