package org.cordonrt.dicom;

import org.jspecify.annotations.Nullable;

/**
 * Tells the encoding of a data set without file meta information from its first two elements. Every composite object
 * begins in group 0008, so text and most binary files fail at the first bytes.
 */
final class EncodingGuess {
    private static final int LONGEST_FIRST_VALUE = 1024;

    private EncodingGuess() {}

    /**
     * @param head the first bytes of the file
     * @param at where the data set begins in it
     * @param total length of the whole file
     * @return null if no encoding fits
     */
    static @Nullable TransferSyntax of(byte[] head, int at, long total) {
        if (head.length - at < 8) {
            return null;
        }
        if (Bytes.littleEndianShort(head, at) == 8) {
            if (isExplicit(head, at, total, false)) {
                return TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
            }
            return isImplicit(head, at, total) ? TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN : null;
        }
        boolean bigEndian = Bytes.bigEndianShort(head, at) == 8 && isExplicit(head, at, total, true);
        return bigEndian ? TransferSyntax.EXPLICIT_VR_BIG_ENDIAN : null;
    }

    private static boolean isExplicit(byte[] head, int at, long total, boolean bigEndian) {
        int element = bigEndian ? Bytes.bigEndianShort(head, at + 2) : Bytes.littleEndianShort(head, at + 2);
        Vr written = Vr.ofLetters(head[at + 4] & 0xFF, head[at + 5] & 0xFF);
        Vr listed = Dictionary.vr(8 << 16 | element);
        if (written == null || (listed != Vr.UN && written != Vr.UN && written != listed)) {
            return false;
        }
        if (written.hasLongLength()) {
            return head[at + 6] == 0 && head[at + 7] == 0;
        }
        int length = bigEndian ? Bytes.bigEndianShort(head, at + 6) : Bytes.littleEndianShort(head, at + 6);
        return length <= total - at - 8;
    }

    /** Nothing but numbers to go by: a known first attribute, a modest length, and a larger tag after it. */
    private static boolean isImplicit(byte[] head, int at, long total) {
        int element = Bytes.littleEndianShort(head, at + 2);
        boolean groupLength = element == 0;
        if (!groupLength && Dictionary.keyword(8 << 16 | element).isEmpty()) {
            return false;
        }
        int length = Bytes.littleEndianInt(head, at + 4);
        if (length < 0 || length > LONGEST_FIRST_VALUE || length > total - at - 8 || (groupLength && length != 4)) {
            return false;
        }
        int next = at + 8 + length;
        if (head.length - next < 8) {
            return total > head.length;
        }
        int nextGroup = Bytes.littleEndianShort(head, next);
        int nextElement = Bytes.littleEndianShort(head, next + 2);
        return nextGroup == 8 ? nextElement > element : nextGroup > 8 && nextGroup < 0x8000;
    }
}
