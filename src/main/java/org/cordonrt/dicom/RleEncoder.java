package org.cordonrt.dicom;

import java.io.ByteArrayOutputStream;

/**
 * RLE Lossless compression of one frame (PS3.5 annex G): one segment for each byte of a pixel, most significant byte
 * first, each row packed on its own. Stateless.
 */
final class RleEncoder {
    /** The header: a count and 15 offsets of 32 bits. */
    private static final int HEADER_BYTES = 64;

    /** A packet holds at most this many bytes, literal or repeated. */
    private static final int MAX_RUN = 128;

    private RleEncoder() {}

    /**
     * @param words unsigned pixel words
     * @param from index of the frame's first word
     * @return the RLE frame, of even length
     */
    static byte[] encode(int[] words, int from, int rows, int columns, int bitsAllocated) {
        int segments = bitsAllocated / 8;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] header = new byte[HEADER_BYTES];
        putInt(header, 0, segments);
        byte[] row = new byte[columns];
        for (int s = 0; s < segments; s++) {
            putInt(header, 4 + 4 * s, HEADER_BYTES + body.size());
            int shift = bitsAllocated - 8 * (s + 1);
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    row[c] = (byte) (words[from + r * columns + c] >>> shift);
                }
                packRow(row, body);
            }
            if (body.size() % 2 != 0) {
                body.write(0);
            }
        }
        byte[] frame = new byte[HEADER_BYTES + body.size()];
        System.arraycopy(header, 0, frame, 0, HEADER_BYTES);
        System.arraycopy(body.toByteArray(), 0, frame, HEADER_BYTES, body.size());
        return frame;
    }

    /** PackBits: n in 0..127 announces n + 1 literal bytes, n in -127..-1 one byte to be repeated 1 - n times. */
    private static void packRow(byte[] row, ByteArrayOutputStream out) {
        int i = 0;
        while (i < row.length) {
            int run = runLength(row, i);
            if (run > 1) {
                out.write(1 - run);
                out.write(row[i]);
                i += run;
            } else {
                // Literal bytes go on until three equal ones pay for a packet of their own.
                int start = i;
                do {
                    i++;
                } while (i < row.length && i - start < MAX_RUN && runLength(row, i) < 3);
                out.write(i - start - 1);
                out.write(row, start, i - start);
            }
        }
    }

    private static int runLength(byte[] row, int start) {
        int end = start + 1;
        while (end < row.length && end - start < MAX_RUN && row[end] == row[start]) {
            end++;
        }
        return end - start;
    }

    private static void putInt(byte[] b, int at, int v) {
        b[at] = (byte) v;
        b[at + 1] = (byte) (v >>> 8);
        b[at + 2] = (byte) (v >>> 16);
        b[at + 3] = (byte) (v >>> 24);
    }
}
