package org.cordonrt.dicom;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Words in a byte array, at any offset; callers have checked that the word is inside. */
final class Bytes {
    private static final VarHandle LITTLE_SHORT = view(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_SHORT = view(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_INT = view(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_INT = view(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_LONG = view(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_LONG = view(long[].class, ByteOrder.BIG_ENDIAN);

    private Bytes() {}

    /** Unsigned. */
    static int littleEndianShort(byte[] bytes, int at) {
        return (short) LITTLE_SHORT.get(bytes, at) & 0xFFFF;
    }

    /** Unsigned. */
    static int bigEndianShort(byte[] bytes, int at) {
        return (short) BIG_SHORT.get(bytes, at) & 0xFFFF;
    }

    static int littleEndianInt(byte[] bytes, int at) {
        return (int) LITTLE_INT.get(bytes, at);
    }

    static int bigEndianInt(byte[] bytes, int at) {
        return (int) BIG_INT.get(bytes, at);
    }

    static long littleEndianLong(byte[] bytes, int at) {
        return (long) LITTLE_LONG.get(bytes, at);
    }

    static long bigEndianLong(byte[] bytes, int at) {
        return (long) BIG_LONG.get(bytes, at);
    }

    private static VarHandle view(Class<?> array, ByteOrder order) {
        return MethodHandles.byteArrayViewVarHandle(array, order);
    }
}
