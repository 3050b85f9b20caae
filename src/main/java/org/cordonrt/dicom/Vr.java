package org.cordonrt.dicom;

import org.jspecify.annotations.Nullable;

/** Value representations (PS3.5 section 6.2) and how each is laid out in a file. */
public enum Vr {
    AE(Form.SHORT, Kind.TEXT, 1),
    AS(Form.SHORT, Kind.TEXT, 1),
    AT(Form.SHORT, Kind.BINARY, 2),
    CS(Form.SHORT, Kind.TEXT, 1),
    DA(Form.SHORT, Kind.TEXT, 1),
    DS(Form.SHORT, Kind.TEXT, 1),
    DT(Form.SHORT, Kind.TEXT, 1),
    FD(Form.SHORT, Kind.BINARY, 8),
    FL(Form.SHORT, Kind.BINARY, 4),
    IS(Form.SHORT, Kind.TEXT, 1),
    LO(Form.SHORT, Kind.CHARACTER_SET_TEXT, 1),
    LT(Form.SHORT, Kind.CHARACTER_SET_TEXT, 1),
    OB(Form.LONG, Kind.BINARY, 1),
    OD(Form.LONG, Kind.BINARY, 8),
    OF(Form.LONG, Kind.BINARY, 4),
    OL(Form.LONG, Kind.BINARY, 4),
    OV(Form.LONG, Kind.BINARY, 8),
    OW(Form.LONG, Kind.BINARY, 2),
    PN(Form.SHORT, Kind.CHARACTER_SET_TEXT, 1),
    SH(Form.SHORT, Kind.CHARACTER_SET_TEXT, 1),
    SL(Form.SHORT, Kind.BINARY, 4),
    SQ(Form.LONG, Kind.SEQUENCE, 1),
    SS(Form.SHORT, Kind.BINARY, 2),
    ST(Form.SHORT, Kind.CHARACTER_SET_TEXT, 1),
    SV(Form.LONG, Kind.BINARY, 8),
    TM(Form.SHORT, Kind.TEXT, 1),
    UC(Form.LONG, Kind.CHARACTER_SET_TEXT, 1),
    UI(Form.SHORT, Kind.TEXT, 1),
    UL(Form.SHORT, Kind.BINARY, 4),
    UN(Form.LONG, Kind.BINARY, 1),
    UR(Form.LONG, Kind.TEXT, 1),
    US(Form.SHORT, Kind.BINARY, 2),
    UT(Form.LONG, Kind.CHARACTER_SET_TEXT, 1),
    UV(Form.LONG, Kind.BINARY, 8);

    private enum Form {
        SHORT,
        LONG
    }

    private enum Kind {
        TEXT,
        CHARACTER_SET_TEXT,
        BINARY,
        SEQUENCE
    }

    private static final Vr[] BY_LETTERS = byLetters();

    private final Form form;
    private final Kind kind;
    private final int wordBytes;

    Vr(Form form, Kind kind, int wordBytes) {
        this.form = form;
        this.kind = kind;
        this.wordBytes = wordBytes;
    }

    /** Whether an explicit header holds a 32-bit length after two reserved bytes (PS3.5 section 7.1.2). */
    public boolean hasLongLength() {
        return form == Form.LONG;
    }

    /** Whether the value is characters. */
    public boolean isText() {
        return kind == Kind.TEXT || kind == Kind.CHARACTER_SET_TEXT;
    }

    /** Whether Specific Character Set (0008,0005) governs the characters (PS3.5 section 6.1.2.2). */
    public boolean usesCharacterSet() {
        return kind == Kind.CHARACTER_SET_TEXT;
    }

    /** Whether a backslash separates values; in ST, LT, UT and UR it is a character. */
    public boolean splitsAtBackslash() {
        return isText() && this != ST && this != LT && this != UT && this != UR;
    }

    /** Bytes in the unit whose order the transfer syntax decides; 1 for text and byte strings. */
    public int wordBytes() {
        return wordBytes;
    }

    /** The byte that pads a value to even length: NUL for UI and binary values, else a space. */
    public byte padding() {
        return (byte) (isText() && this != UI ? ' ' : 0);
    }

    /** The representation written as these two letters, or null. */
    static @Nullable Vr ofLetters(int first, int second) {
        int row = first - 'A';
        int column = second - 'A';
        return row < 0 || row > 25 || column < 0 || column > 25 ? null : BY_LETTERS[row * 26 + column];
    }

    private static @Nullable Vr[] byLetters() {
        @Nullable Vr[] table = new Vr[26 * 26];
        for (Vr vr : values()) {
            table[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
        }
        return table;
    }
}
