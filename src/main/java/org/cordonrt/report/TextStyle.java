package org.cordonrt.report;

import java.util.Objects;
import org.cordonrt.constraint.State;

/**
 * How text is laid out.
 *
 * @param width of a line in characters
 * @param ascii whether letters beyond ASCII are escaped, for output that cannot show them
 * @param colour whether states are coloured with ANSI escapes
 * @param detail how much is written
 */
public record TextStyle(int width, boolean ascii, boolean colour, Detail detail) {
    /** Fits a terminal, an e-mail and a printed page. */
    public static final int USUAL_WIDTH = 100;

    /** How much is written. */
    public enum Detail {
        /** The verdict only. */
        QUIET,
        NORMAL,
        /** Also what does not apply, limit by limit, and findings that change nothing. */
        VERBOSE
    }

    public TextStyle {
        Objects.requireNonNull(detail, "detail");
        if (width < 40) {
            throw new IllegalArgumentException("a width of " + width);
        }
    }

    /** 100 columns, any letters, no colour. */
    public static TextStyle plain() {
        return new TextStyle(USUAL_WIDTH, false, false, Detail.NORMAL);
    }

    /** The same with more or less detail. */
    public TextStyle withDetail(Detail newDetail) {
        return new TextStyle(width, ascii, colour, newDetail);
    }

    /** Text from a file, harmless. */
    String safe(String text) {
        return PrintableText.of(text, ascii);
    }

    /** A word in the colour of a state: the word alone always says it too. */
    String painted(State state, String word) {
        if (!colour) {
            return word;
        }
        String code = switch (state) {
            case PASS -> "32";
            case FAIL -> "1;31";
            case ACCEPTABLE, NOT_EVALUABLE -> "1;33";
            case SKIPPED -> "2";
        };
        return "\u001b[" + code + "m" + word + "\u001b[0m";
    }
}
