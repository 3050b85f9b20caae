package org.cordonrt.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Changes a text at its lines, words and signs. The same random numbers give the same text. */
final class TextMutator {
    private static final int LONGEST = 8 << 10;
    private static final String[] PIECES = {
        "",
        " ",
        "\n",
        "\r\n",
        "\t",
        ":",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        "\\",
        "&a",
        "*a",
        "!!str ",
        "|",
        ">",
        "%YAML 1.2\n---\n",
        "---\n",
        "...\n",
        "#",
        ",",
        ";",
        "null",
        "true",
        "~",
        ".nan",
        ".inf",
        "-1",
        "0",
        "1e999",
        "1e-320",
        "0x10",
        "99999999999999999999",
        "NaN",
        "<=",
        "Gy",
        "cGy",
        "cc",
        "%",
        "D0.035cc[Gy]",
        "V10Gy[%]",
        "\u0000",
        "\u001b[2J",
        "\u202e",
        "\ufeff",
        "\u0085",
        "\ud800",
        "\u00e4",
        "\uff11",
        "[".repeat(300),
        "a".repeat(1000),
        "9".repeat(400),
        "\"".repeat(500)
    };

    private TextMutator() {}

    static byte[] mutate(byte[] seed, SplittableRandom random) {
        StringBuilder text = new StringBuilder(new String(seed, StandardCharsets.UTF_8));
        for (int n = 1 + random.nextInt(5); n > 0; n--) {
            change(text, random);
        }
        byte[] bytes = text.substring(0, Math.min(text.length(), LONGEST)).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(20) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void change(StringBuilder text, SplittableRandom random) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(1, 30));
        String piece = PIECES[random.nextInt(PIECES.length)];
        switch (random.nextInt(8)) {
            case 0 -> text.delete(at, to);
            case 1 -> text.insert(at, text.substring(at, to));
            case 2 -> text.replace(at, Math.min(text.length(), at + 1), piece);
            case 3 -> text.replace(at, to, piece);
            case 4 -> {
                String taken = text.substring(at, to);
                text.delete(at, to).insert(random.nextInt(text.length() + 1), taken);
            }
            case 5 -> {
                // A value of a key, or a cell.
                int start = Math.max(text.lastIndexOf(":", at), text.lastIndexOf(",", at)) + 1;
                int end = text.indexOf("\n", start);
                text.replace(start, end < 0 ? text.length() : end, " " + piece);
            }
            case 6 -> text.insert(at, (char) random.nextInt(0x20, 0x7F));
            default -> text.insert(at, piece);
        }
    }
}
