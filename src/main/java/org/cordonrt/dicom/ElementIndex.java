package org.cordonrt.dicom;

import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Where every element and item of a data set lies: flat arrays in the order of the file, a parent before its children.
 * Values stay in the bytes until they are asked for.
 *
 * <p>Entry {@code k} has its children at {@code k + 1 ..< next(k)}; the next entry at its own level is {@code next(k)}.
 * Does not change once it is built.
 */
final class ElementIndex {
    /** What an entry costs: four ints and a byte. */
    static final int ENTRY_BYTES = 17;

    private static final int VR_BITS = 0x3F;
    private static final int BIG_ENDIAN = 0x40;
    private static final int FRAGMENTS = 0x80;
    private static final Vr[] VRS = Vr.values();

    private final byte[] bytes;
    private final int count;
    private final int[] tags;
    private final int[] starts;
    private final int[] lengths;
    private final int[] nexts;
    private final byte[] forms;

    private ElementIndex(Builder builder) {
        bytes = builder.bytes;
        count = builder.count;
        tags = builder.tags;
        starts = builder.starts;
        lengths = builder.lengths;
        nexts = builder.nexts;
        forms = builder.forms;
    }

    int count() {
        return count;
    }

    int tag(int entry) {
        return tags[entry];
    }

    int start(int entry) {
        return starts[entry];
    }

    int length(int entry) {
        return lengths[entry];
    }

    int next(int entry) {
        return nexts[entry];
    }

    Vr vr(int entry) {
        return VRS[forms[entry] & VR_BITS];
    }

    /** Whether the value is a row of fragments, as compressed pixel data is. */
    boolean isEncapsulated(int entry) {
        return (forms[entry] & FRAGMENTS) != 0;
    }

    RawValue value(int entry) {
        ByteOrder order = (forms[entry] & BIG_ENDIAN) != 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new RawValue(bytes, starts[entry], lengths[entry], order, starts[entry]);
    }

    /** The entry with this tag among the siblings from {@code first} to before {@code end}, or -1. */
    int find(int tag, int first, int end) {
        for (int entry = first; entry < end; entry = nexts[entry]) {
            if (tags[entry] == tag) {
                return entry;
            }
        }
        return -1;
    }

    /** Collects entries. */
    static final class Builder {
        private final byte[] bytes;
        private int count;
        private int[] tags;
        private int[] starts;
        private int[] lengths;
        private int[] nexts;
        private byte[] forms;

        Builder(byte[] bytes) {
            this.bytes = bytes;
            int room = 1024;
            tags = new int[room];
            starts = new int[room];
            lengths = new int[room];
            nexts = new int[room];
            forms = new byte[room];
        }

        int count() {
            return count;
        }

        int tag(int entry) {
            return tags[entry];
        }

        int next(int entry) {
            return nexts[entry];
        }

        /** Appends an entry without children. */
        int add(int tag, int start, int length, Vr vr, boolean bigEndian) {
            if (count == tags.length) {
                grow();
            }
            tags[count] = tag;
            starts[count] = start;
            lengths[count] = length;
            nexts[count] = count + 1;
            forms[count] = (byte) (vr.ordinal() | (bigEndian ? BIG_ENDIAN : 0));
            return count++;
        }

        void markEncapsulated(int entry) {
            forms[entry] |= (byte) FRAGMENTS;
        }

        /** Ends an entry: what was added since are its children, and its value ends before {@code end}. */
        void close(int entry, int end) {
            nexts[entry] = count;
            lengths[entry] = end - starts[entry];
        }

        ElementIndex build() {
            return new ElementIndex(this);
        }

        private void grow() {
            int room = count + (count >> 1);
            tags = Arrays.copyOf(tags, room);
            starts = Arrays.copyOf(starts, room);
            lengths = Arrays.copyOf(lengths, room);
            nexts = Arrays.copyOf(nexts, room);
            forms = Arrays.copyOf(forms, room);
        }
    }
}
