package org.cordonrt.plan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;

/**
 * The unsigned words that a dose is stored as: in an array, or still in the bytes of a file, where only those that a
 * structure touches are ever looked at. Never written to; safe for any number of threads.
 */
public sealed interface DoseWords {

    /** Words of 32 bits. Not copied: the caller hands the array over and must not write to it again. */
    static DoseWords of(int[] words) {
        return new Ints(words);
    }

    /**
     * Words in bytes.
     *
     * @param bytes read from its position to its limit, whatever its order: the lowest byte of a word comes first
     * @param bytesPerWord 2 or 4
     * @throws IllegalArgumentException if the bytes are not a whole number of words
     */
    static DoseWords ofLittleEndian(ByteBuffer bytes, int bytesPerWord) {
        if (bytesPerWord != 2 && bytesPerWord != 4 || bytes.remaining() % bytesPerWord != 0) {
            throw new IllegalArgumentException(bytes.remaining() + " bytes in words of " + bytesPerWord);
        }
        ByteBuffer own = bytes.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        return bytesPerWord == 2 ? new Shorts(own) : new Words(own);
    }

    /** Number of words. */
    int count();

    /** One word, 0 to 2^32 - 1. */
    long word(int index);

    /** The largest word; 0 when there is none. */
    long max();

    /** Writes words times a scale into {@code out[outFrom ..]}. */
    void copy(int start, int count, double scale, double[] out, int outFrom);

    /** In an array. */
    record Ints(int[] words) implements DoseWords {
        private static final long UNSIGNED = 0xFFFFFFFFL;

        @Override
        public int count() {
            return words.length;
        }

        @Override
        public long word(int index) {
            return words[index] & UNSIGNED;
        }

        @Override
        public long max() {
            int max = Integer.MIN_VALUE;
            for (int w : words) {
                // With the top bit turned, signed order is unsigned order.
                max = Math.max(max, w ^ Integer.MIN_VALUE);
            }
            return (max ^ Integer.MIN_VALUE) & UNSIGNED;
        }

        @Override
        public void copy(int start, int count, double scale, double[] out, int outFrom) {
            for (int i = 0; i < count; i++) {
                out[outFrom + i] = (words[start + i] & UNSIGNED) * scale;
            }
        }
    }

    /** 32 bits in bytes. Many at a time go through an array: a buffer checks every access. */
    record Words(ByteBuffer bytes) implements DoseWords {
        private static final long UNSIGNED = 0xFFFFFFFFL;
        private static final int BLOCK = 1 << 12;

        @Override
        public int count() {
            return bytes.limit() / Integer.BYTES;
        }

        @Override
        public long word(int index) {
            return bytes.getInt(Integer.BYTES * index) & UNSIGNED;
        }

        @Override
        public long max() {
            IntBuffer words = bytes.asIntBuffer();
            int[] block = new int[Math.min(BLOCK, words.limit())];
            int max = Integer.MIN_VALUE;
            for (int from = 0; from < words.limit(); from += block.length) {
                int n = Math.min(block.length, words.limit() - from);
                words.get(from, block, 0, n);
                for (int i = 0; i < n; i++) {
                    // With the top bit turned, signed order is unsigned order.
                    int w = block[i] ^ Integer.MIN_VALUE;
                    if (w > max) {
                        max = w;
                    }
                }
            }
            return (max ^ Integer.MIN_VALUE) & UNSIGNED;
        }

        @Override
        public void copy(int start, int count, double scale, double[] out, int outFrom) {
            IntBuffer words = bytes.asIntBuffer();
            int[] block = new int[Math.min(BLOCK, count)];
            for (int from = 0; from < count; from += block.length) {
                int n = Math.min(block.length, count - from);
                words.get(start + from, block, 0, n);
                for (int i = 0; i < n; i++) {
                    out[outFrom + from + i] = (block[i] & UNSIGNED) * scale;
                }
            }
        }
    }

    /** 16 bits in bytes. */
    record Shorts(ByteBuffer bytes) implements DoseWords {
        private static final int UNSIGNED = 0xFFFF;
        private static final int BLOCK = 1 << 12;

        @Override
        public int count() {
            return bytes.limit() / Short.BYTES;
        }

        @Override
        public long word(int index) {
            return bytes.getShort(Short.BYTES * index) & UNSIGNED;
        }

        @Override
        public long max() {
            ShortBuffer words = bytes.asShortBuffer();
            short[] block = new short[Math.min(BLOCK, words.limit())];
            int max = 0;
            for (int from = 0; from < words.limit(); from += block.length) {
                int n = Math.min(block.length, words.limit() - from);
                words.get(from, block, 0, n);
                for (int i = 0; i < n; i++) {
                    int w = block[i] & UNSIGNED;
                    if (w > max) {
                        max = w;
                    }
                }
            }
            return max;
        }

        @Override
        public void copy(int start, int count, double scale, double[] out, int outFrom) {
            ShortBuffer words = bytes.asShortBuffer();
            short[] block = new short[Math.min(BLOCK, count)];
            for (int from = 0; from < count; from += block.length) {
                int n = Math.min(block.length, count - from);
                words.get(start + from, block, 0, n);
                for (int i = 0; i < n; i++) {
                    // As long: the same product as that of a 32-bit word.
                    out[outFrom + from + i] = (long) (block[i] & UNSIGNED) * scale;
                }
            }
        }
    }
}
