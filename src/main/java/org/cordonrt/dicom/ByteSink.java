package org.cordonrt.dicom;

import java.util.Arrays;

/** A growing array of bytes with a byte order, whose 32-bit lengths can be filled in afterwards. Not thread-safe. */
final class ByteSink {
    private final boolean bigEndian;
    private byte[] bytes;
    private int size;

    ByteSink(boolean bigEndian, int expectedSize) {
        this.bigEndian = bigEndian;
        this.bytes = new byte[Math.max(256, expectedSize)];
    }

    int size() {
        return size;
    }

    void put8(int v) {
        reserve(1);
        bytes[size++] = (byte) v;
    }

    void put16(int v) {
        reserve(2);
        store(size, v, 2);
        size += 2;
    }

    void put32(int v) {
        reserve(4);
        store(size, v, 4);
        size += 4;
    }

    void put64(long v) {
        put32((int) (bigEndian ? v >>> 32 : v));
        put32((int) (bigEndian ? v : v >>> 32));
    }

    void put(byte[] b) {
        reserve(b.length);
        System.arraycopy(b, 0, bytes, size, b.length);
        size += b.length;
    }

    /** Unsigned words of 16 or 32 bits. */
    void putWords(int[] words, int wordBytes) {
        reserve(Math.multiplyExact(words.length, wordBytes));
        for (int w : words) {
            store(size, w, wordBytes);
            size += wordBytes;
        }
    }

    /** Writes the number of bytes after a 32-bit length field into that field. */
    void patchLength(int at) {
        store(at, size - at - 4, 4);
    }

    byte[] array() {
        return bytes;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void store(int at, int v, int width) {
        for (int i = 0; i < width; i++) {
            int shift = 8 * (bigEndian ? width - 1 - i : i);
            bytes[at + i] = (byte) (v >>> shift);
        }
    }

    private void reserve(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            int doubled = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * bytes.length);
            bytes = Arrays.copyOf(bytes, Math.max(needed, doubled));
        }
    }
}
