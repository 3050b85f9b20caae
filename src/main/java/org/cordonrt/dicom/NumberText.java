package org.cordonrt.dicom;

import java.nio.charset.StandardCharsets;

/**
 * Reads numbers written as text: DS and IS of PS3.5 section 6.2, values parted by backslashes. Strict, and exact: a
 * decimal is the double nearest to what is written, bit for bit what {@link Double#parseDouble} gives.
 *
 * <pre>
 * decimal = { blank } [ + | - ] ( digits [ . [ digits ] ] | . digits ) [ ( E | e ) [ + | - ] digits ] { blank | NUL }
 * integer = { blank } [ + | - ] digits { blank | NUL }
 * </pre>
 *
 * <p>The quick path holds for at most 2^53 as digits and a power of ten up to 22: both are doubles without error, so
 * that their quotient or product is rounded once (Clinger 1990, doi:10.1145/93542.93557).
 */
final class NumberText {
    /** Far beyond the 16 of the standard and the 24 that a double ever needs. */
    private static final int MAX_CHARACTERS = 64;

    private static final long EXACT_DIGITS = 1L << 53;

    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private final String kind;
    private final byte[] bytes;
    private final int end;
    private int position;
    private int values;

    private NumberText(String kind, byte[] bytes, int start, int end) {
        this.kind = kind;
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    /** A text that is no number; says which value of several and why. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final String message;

        private Malformed(String message) {
            super(message, null, false, false);
            this.message = message;
        }

        @Override
        public String getMessage() {
            return message;
        }
    }

    /** All decimals of a value; none if it is blank. */
    static double[] decimals(RawValue value) throws Malformed {
        double[] numbers = new double[count(value)];
        NumberText text = new NumberText("a number", value.array(), value.start(), value.end());
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = text.nextDecimal();
        }
        return numbers;
    }

    /** All integers of a value; none if it is blank. */
    static int[] integers(RawValue value) throws Malformed {
        int[] numbers = new int[count(value)];
        NumberText text = new NumberText("a whole number", value.array(), value.start(), value.end());
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = text.nextInteger();
        }
        return numbers;
    }

    /** How many numbers a value holds, as many as its backslashes say; none if it is blank. */
    static int count(RawValue value) {
        boolean blank = skipBlanks(value.array(), value.start(), value.end()) == value.end();
        return blank ? 0 : count(value.array(), value.start(), value.end());
    }

    private static int skipBlanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == 0)) {
            at++;
        }
        return at;
    }

    /** One more than there are backslashes, eight bytes at a time: a pass byte by byte would cost a fifth of the whole. */
    private static int count(byte[] bytes, int from, int to) {
        int count = 1;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long zeroIfBackslash = Bytes.littleEndianLong(bytes, at) ^ BACKSLASHES;
            // The top bit of each byte that is not zero; no carry leaves a byte, since 0x7F + 0x7F fits.
            long notZero = ((zeroIfBackslash & LOW_BITS) + LOW_BITS) | zeroIfBackslash;
            count += Long.bitCount(~notZero & ~LOW_BITS);
        }
        for (; at < to; at++) {
            if (bytes[at] == '\\') {
                count++;
            }
        }
        return count;
    }

    private double nextDecimal() throws Malformed {
        byte[] text = bytes;
        int stop = end;
        int at = position;
        while (at < stop && text[at] == ' ') {
            at++;
        }
        int start = at;
        boolean negative = false;
        if (at < stop && (text[at] == '-' || text[at] == '+')) {
            negative = text[at] == '-';
            at++;
        }
        long digits = 0;
        int digitsStart = at;
        int digit;
        while (at < stop && (digit = text[at] - '0') >= 0 && digit <= 9) {
            digits = digits * 10 + digit;
            at++;
        }
        int digitCount = at - digitsStart;
        int exponent = 0;
        if (at < stop && text[at] == '.') {
            int fractionStart = ++at;
            while (at < stop && (digit = text[at] - '0') >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                at++;
            }
            exponent = fractionStart - at;
            digitCount -= exponent;
        }
        if (digitCount == 0) {
            throw malformed(start);
        }
        if (at < stop && (text[at] | 0x20) == 'e') {
            int exponentStart = at + 1;
            boolean down = exponentStart < stop && text[exponentStart] == '-';
            if (exponentStart < stop && (down || text[exponentStart] == '+')) {
                exponentStart++;
            }
            at = exponentStart;
            int power = 0;
            while (at < stop && (digit = text[at] - '0') >= 0 && digit <= 9) {
                power = Math.min(power * 10 + digit, 100_000);
                at++;
            }
            if (at == exponentStart) {
                throw malformed(start);
            }
            exponent += down ? -power : power;
        }
        int numberEnd = at;
        position = endOfValue(start, at);
        values++;
        // 18 digits cannot overflow a long, so the comparison with 2^53 is sound.
        if (digitCount <= 18 && digits <= EXACT_DIGITS && exponent >= -22 && exponent <= 22) {
            double number = exponent < 0 ? digits / POWERS_OF_TEN[-exponent] : digits * POWERS_OF_TEN[exponent];
            return negative ? -number : number;
        }
        return byLibrary(start, numberEnd);
    }

    /** The characters follow the grammar above, so the library sees no form that only Java knows. */
    private double byLibrary(int start, int numberEnd) throws Malformed {
        if (numberEnd - start > MAX_CHARACTERS) {
            throw new Malformed("value " + values + " has more than " + MAX_CHARACTERS + " characters");
        }
        double number = Double.parseDouble(new String(bytes, start, numberEnd - start, StandardCharsets.ISO_8859_1));
        if (Double.isInfinite(number)) {
            throw new Malformed("value " + values + " is too large");
        }
        return number;
    }

    private int nextInteger() throws Malformed {
        int at = position;
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        int start = at;
        boolean negative = at < end && bytes[at] == '-';
        if (negative || (at < end && bytes[at] == '+')) {
            at++;
        }
        int digitsStart = at;
        long number = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            number = Math.min(number * 10 + (bytes[at] - '0'), 1L << 40);
            at++;
        }
        if (at == digitsStart) {
            throw malformed(start);
        }
        position = endOfValue(start, at);
        values++;
        number = negative ? -number : number;
        if (number != (int) number) {
            throw new Malformed("value " + values + " is beyond 32 bits");
        }
        return (int) number;
    }

    /** Skips the padding after a number and the backslash that parts it from the next. */
    private int endOfValue(int start, int numberEnd) throws Malformed {
        int at = numberEnd;
        while (at < end && (bytes[at] == ' ' || bytes[at] == 0)) {
            at++;
        }
        if (at == end) {
            return at;
        }
        if (bytes[at] != '\\') {
            throw malformed(start);
        }
        return at + 1;
    }

    private Malformed malformed(int start) {
        int to = start;
        while (to < end && bytes[to] != '\\') {
            to++;
        }
        if (skipBlanks(bytes, start, to) == to) {
            return new Malformed("value " + (values + 1) + " is empty");
        }
        return new Malformed("value " + (values + 1) + quote(start, to) + " is not " + kind);
    }

    /** The text itself, if it looks so much like a number that it can hold nothing about a person. */
    private String quote(int from, int to) {
        if (to - from > 24) {
            return "";
        }
        for (int i = from; i < to; i++) {
            if ("0123456789+-.,;:eEdDxX ".indexOf(bytes[i]) < 0) {
                return "";
            }
        }
        return " \"" + new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).strip() + "\"";
    }
}
