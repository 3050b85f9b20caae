package org.cordonrt.dicom;

import java.util.function.Function;

/** One frame of RLE Lossless pixel data (PS3.5 annex G). */
final class RunLengthFrame {
    private static final int HEADER = 64;

    private RunLengthFrame() {}

    /**
     * Decodes one frame.
     *
     * @param wordBytes bytes of a sample, each in a segment of its own, the most significant first
     * @param words receives {@code count} samples from {@code offset} on; must hold zeros there
     * @param malformed makes the exception for a damaged frame from what is wrong
     */
    static void decode(
            RawValue frame,
            int wordBytes,
            int[] words,
            int offset,
            int count,
            Function<String, DicomFormatException> malformed) {
        byte[] bytes = frame.array();
        int start = frame.start();
        if (frame.length() < HEADER) {
            throw malformed.apply("an RLE frame is shorter than its header");
        }
        int segments = Bytes.littleEndianInt(bytes, start);
        if (segments != wordBytes) {
            throw malformed.apply("an RLE frame has " + Integer.toUnsignedString(segments) + " segments where "
                    + wordBytes + " are due");
        }
        for (int segment = 0; segment < segments; segment++) {
            int from = Bytes.littleEndianInt(bytes, start + 4 + 4 * segment);
            int to = segment + 1 < segments ? Bytes.littleEndianInt(bytes, start + 8 + 4 * segment) : frame.length();
            if (from < HEADER || to < from || to > frame.length()) {
                throw malformed.apply("an RLE frame has segments in impossible places");
            }
            int shift = 8 * (wordBytes - 1 - segment);
            if (!unpack(bytes, start + from, start + to, words, offset, count, shift)) {
                throw malformed.apply("an RLE segment does not hold the samples of its frame");
            }
        }
    }

    /** PS3.5 section G.3.1; adds each byte to its sample. Returns false unless there are just {@code count} bytes. */
    private static boolean unpack(byte[] bytes, int from, int to, int[] words, int offset, int count, int shift) {
        int at = from;
        int word = offset;
        int stop = offset + count;
        while (word < stop) {
            if (at >= to) {
                return false;
            }
            int control = bytes[at++];
            if (control >= 0) {
                int literals = control + 1;
                if (literals > to - at || literals > stop - word) {
                    return false;
                }
                for (int i = 0; i < literals; i++) {
                    words[word++] |= (bytes[at++] & 0xFF) << shift;
                }
            } else if (control != -128) {
                int repeats = 1 - control;
                if (at >= to || repeats > stop - word) {
                    return false;
                }
                int value = (bytes[at++] & 0xFF) << shift;
                for (int i = 0; i < repeats; i++) {
                    words[word++] |= value;
                }
            }
        }
        while (at < to && bytes[at] == -128) {
            at++;
        }
        // Only padding may follow: a segment has even length.
        return to - at <= 1;
    }
}
