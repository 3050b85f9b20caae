package org.cordonrt.dicom;

import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The undecoded value of one element: a stretch of bytes and the order of the bytes in its words. Does not change.
 */
public final class RawValue {
    private final byte[] bytes;
    private final int start;
    private final int length;
    private final ByteOrder order;
    private final long fileOffset;

    RawValue(byte[] bytes, int start, int length, ByteOrder order, long fileOffset) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
        this.order = order;
        this.fileOffset = fileOffset;
    }

    /** A value from another source; the bytes are copied. */
    public static RawValue of(byte[] value, ByteOrder order) {
        return new RawValue(value.clone(), 0, value.length, order, DicomFormatException.NO_OFFSET);
    }

    /** Number of bytes. */
    public int length() {
        return length;
    }

    /** Byte order of the words in it. */
    public ByteOrder order() {
        return order;
    }

    /** Offset of the first byte in the file, or {@link DicomFormatException#NO_OFFSET}. */
    public long fileOffset() {
        return fileOffset;
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    /** The array that holds the value, shared: never written to. */
    byte[] array() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return start + length;
    }
}
