package org.cordonrt.dicom;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A data set to be written: elements in ascending order of tag, each with the value representation of the dictionary.
 * {@link DicomWriter} encodes it in any transfer syntax it knows.
 *
 * <p>Items are kept by reference: changing an item's builder later changes what is written. Nothing checks that the
 * elements form a valid object, so that tests can build broken ones. Not thread-safe.
 */
public final class DataSetBuilder {

    /** What an element holds, before it is encoded. */
    sealed interface Value {}

    /** Text components, still characters: which bytes they become depends on the character set. */
    record Text(List<String> components) implements Value {}

    /** Binary numbers, AT included, still without a byte order. */
    record Numbers(long[] values) implements Value {}

    /** FL or FD. */
    record Floats(double[] values) implements Value {}

    /** Bytes that are written as they are in every byte order. */
    record Raw(byte[] bytes) implements Value {}

    record Items(List<DataSetBuilder> items) implements Value {}

    /** Unsigned pixel words of 16 or 32 bits. */
    record Pixels(int[] words, int bitsAllocated) implements Value {}

    record Element(Vr vr, Value value) {}

    private final TreeMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);

    /** Text components. Any text VR, DS and IS included: what is given is written, valid or not. */
    public DataSetBuilder text(int tag, String... components) {
        return put(tag, vrOf(tag), new Text(List.of(components)));
    }

    /** Text with a VR of its own, for private tags and for tests. */
    public DataSetBuilder text(int tag, Vr vr, String... components) {
        return put(tag, vr, new Text(List.of(components)));
    }

    /**
     * Finite numbers, as DS text of at most 16 characters ({@link DecimalText}) or, where the dictionary says so, as FL
     * or FD.
     */
    public DataSetBuilder decimals(int tag, double... values) {
        Vr vr = vrOf(tag);
        switch (vr) {
            case DS -> {
                String[] components = new String[values.length];
                for (int i = 0; i < values.length; i++) {
                    components[i] = DecimalText.of(values[i]);
                }
                return put(tag, vr, new Text(List.of(components)));
            }
            case FL, FD -> {
                return put(tag, vr, new Floats(values.clone()));
            }
            default -> throw new IllegalArgumentException(Tag.describe(tag) + " has VR " + vr + ", not DS, FL or FD");
        }
    }

    /** Integers as IS text, or binary for US, SS, UL, SL and AT. Unsigned values may be given as negative ints. */
    public DataSetBuilder integers(int tag, int... values) {
        return integers(tag, vrOf(tag), values);
    }

    /** Integers with a VR of their own, for tags that may be US or SS and for private tags. */
    public DataSetBuilder integers(int tag, Vr vr, int... values) {
        switch (vr) {
            case IS -> {
                String[] components = new String[values.length];
                for (int i = 0; i < values.length; i++) {
                    components[i] = Integer.toString(values[i]);
                }
                return put(tag, vr, new Text(List.of(components)));
            }
            case US, SS, UL, SL, AT -> {
                return put(
                        tag,
                        vr,
                        new Numbers(Arrays.stream(values).asLongStream().toArray()));
            }
            default -> throw new IllegalArgumentException(Tag.describe(tag) + " has VR " + vr + ", not an integer one");
        }
    }

    public DataSetBuilder sequence(int tag, DataSetBuilder... items) {
        return sequence(tag, List.of(items));
    }

    public DataSetBuilder sequence(int tag, List<DataSetBuilder> items) {
        return put(tag, Vr.SQ, new Items(List.copyOf(items)));
    }

    /** Raw bytes with the VR of the dictionary; never swapped. An odd length is padded when it is written. */
    public DataSetBuilder bytes(int tag, byte[] value) {
        return bytes(tag, vrOf(tag), value);
    }

    /** Raw bytes with a VR of their own; never swapped. An odd length is padded when it is written. */
    public DataSetBuilder bytes(int tag, Vr vr, byte[] value) {
        return put(tag, vr, new Raw(value.clone()));
    }

    /** An element without a value. */
    public DataSetBuilder empty(int tag) {
        return put(tag, vrOf(tag), new Raw(new byte[0]));
    }

    /**
     * Pixel Data (7FE0,0010) of single-sample pixels. Not copied. Rows and Columns must be set before writing it in an
     * encapsulated transfer syntax, which cuts it into frames.
     *
     * @param words one unsigned word a pixel, frame after frame
     * @param bitsAllocated 16 or 32
     */
    public DataSetBuilder pixels(int[] words, int bitsAllocated) {
        if (bitsAllocated != 16 && bitsAllocated != 32) {
            throw new IllegalArgumentException("pixels have 16 or 32 bits, not " + bitsAllocated);
        }
        return put(Tag.PixelData, Vr.OW, new Pixels(words, bitsAllocated));
    }

    /** Takes an element out again; nothing happens if it is not there. */
    public DataSetBuilder remove(int tag) {
        elements.remove(tag);
        return this;
    }

    /**
     * The builder of one item, to change it.
     *
     * @param index 0-based
     * @throws IllegalArgumentException if the tag holds no sequence or the sequence no such item
     */
    public DataSetBuilder item(int tag, int index) {
        Element e = elements.get(tag);
        if (e == null
                || !(e.value() instanceof Items s)
                || index < 0
                || index >= s.items().size()) {
            throw new IllegalArgumentException("no item " + index + " in " + Tag.describe(tag));
        }
        return s.items().get(index);
    }

    /** A copy that can be changed on its own, items included; pixel words are shared. */
    public DataSetBuilder copy() {
        DataSetBuilder c = new DataSetBuilder();
        elements.forEach((tag, e) -> c.elements.put(
                tag,
                e.value() instanceof Items s
                        ? new Element(
                                e.vr(),
                                new Items(s.items().stream()
                                        .map(DataSetBuilder::copy)
                                        .toList()))
                        : e));
        return c;
    }

    /** The elements in ascending order of (unsigned) tag. */
    Map<Integer, Element> elements() {
        return elements;
    }

    /** The first text component, or null when there is none. */
    @Nullable
    String firstText(int tag) {
        Element e = elements.get(tag);
        return e != null && e.value() instanceof Text t && !t.components().isEmpty()
                ? t.components().get(0)
                : null;
    }

    /** A single binary integer. */
    int requireNumber(int tag) {
        Element e = elements.get(tag);
        if (e == null || !(e.value() instanceof Numbers n) || n.values().length != 1) {
            throw new IllegalArgumentException(Tag.describe(tag) + " is needed to write the pixel data");
        }
        return Math.toIntExact(n.values()[0]);
    }

    private DataSetBuilder put(int tag, Vr vr, Value value) {
        elements.put(tag, new Element(Objects.requireNonNull(vr, "vr"), value));
        return this;
    }

    private static Vr vrOf(int tag) {
        return Dictionary.vr(tag);
    }
}
