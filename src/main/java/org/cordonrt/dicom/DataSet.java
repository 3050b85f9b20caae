package org.cordonrt.dicom;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cordonrt.issue.IssueCode;
import org.jspecify.annotations.Nullable;

/**
 * Typed and strict access to a data set or to an item of a sequence. A value that is not what its attribute demands is
 * refused with its place; nothing is replaced by a default.
 *
 * <p>Every method that reads a value throws {@link DicomFormatException}: DICOM_INVALID_VALUE when the value cannot be
 * read as asked, and the {@code require} methods DICOM_MISSING_ATTRIBUTE when there is none. Values are decoded on each
 * call: keep what is needed more than once. Does not change; safe for use by several threads.
 */
public final class DataSet {
    private final ElementSource source;
    private final @Nullable DataSet parent;
    private final int sequence;
    private final int item;

    private DataSet(ElementSource source, @Nullable DataSet parent, int sequence, int item) {
        this.source = source;
        this.parent = parent;
        this.sequence = sequence;
        this.item = item;
    }

    /** The typed view of a whole data set. */
    public static DataSet of(ElementSource source) {
        return new DataSet(source, null, 0, 0);
    }

    /** The tags present, in the order of the file. */
    public int[] tags() {
        return source.tags();
    }

    /** Whether the element is there, with or without a value. */
    public boolean contains(int tag) {
        return source.contains(tag);
    }

    /** Whether the element is there with a value: a sequence with an item, text with more than padding. */
    public boolean has(int tag) {
        if (!source.contains(tag)) {
            return false;
        }
        Vr vr = source.vr(tag);
        if (vr == Vr.SQ) {
            return !source.items(tag).isEmpty();
        }
        RawValue value = source.value(tag);
        return vr.isText() ? !isBlank(value) : value.length() > 0;
    }

    /**
     * The value as text, in the data set's character set and without padding; several values still parted by
     * backslashes. Empty if the element is absent or blank.
     */
    public Optional<String> text(int tag) {
        if (!contains(tag)) {
            return Optional.empty();
        }
        String text = trim(decode(tag));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The values of a text with several, each without padding; none if the element is absent or blank. */
    public List<String> texts(int tag) {
        Optional<String> whole = text(tag);
        if (whole.isEmpty()) {
            return List.of();
        }
        String text = whole.get();
        if (!source.vr(tag).splitsAtBackslash()) {
            return List.of(text);
        }
        List<String> values = new ArrayList<>();
        int start = 0;
        for (int stop = text.indexOf('\\'); stop >= 0; stop = text.indexOf('\\', start)) {
            values.add(trim(text.substring(start, stop)));
            start = stop + 1;
        }
        values.add(trim(text.substring(start)));
        return values;
    }

    /** Like {@link #text}, of an element that must have a value. */
    public String requireText(int tag) {
        return text(tag).orElseThrow(() -> missing(tag));
    }

    /** The single whole number (IS, US, SS, UL, SL); empty if the element is absent or blank. */
    public OptionalInt integer(int tag) {
        int[] values = integers(tag);
        checkSingle(tag, values.length);
        return values.length == 0 ? OptionalInt.empty() : OptionalInt.of(values[0]);
    }

    /** Like {@link #integer}, of an element that must have a value. */
    public int requireInteger(int tag) {
        return integer(tag).orElseThrow(() -> missing(tag));
    }

    /** All whole numbers; none if the element is absent or blank. */
    public int[] integers(int tag) {
        if (!contains(tag)) {
            return new int[0];
        }
        RawValue value = value(tag);
        Vr vr = source.vr(tag);
        switch (vr) {
            case IS, DS:
                try {
                    return NumberText.integers(value);
                } catch (NumberText.Malformed reason) {
                    throw invalid(tag, reason.getMessage());
                }
            case US, SS, UL, SL:
                int[] values = new int[words(tag, value, vr)];
                for (int i = 0; i < values.length; i++) {
                    values[i] = integerWord(tag, vr, value, value.start() + i * vr.wordBytes());
                }
                return values;
            default:
                throw invalid(tag, "holds " + vr + ", not whole numbers");
        }
    }

    /** The single number (DS, IS, FL, FD, US, SS, UL, SL); empty if the element is absent or blank. */
    public OptionalDouble decimal(int tag) {
        double[] values = decimals(tag);
        checkSingle(tag, values.length);
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[0]);
    }

    /** Like {@link #decimal}, of an element that must have a value. */
    public double requireDecimal(int tag) {
        return decimal(tag).orElseThrow(() -> missing(tag));
    }

    /** All numbers, each finite and the double nearest to what is written; none if the element is absent or blank. */
    public double[] decimals(int tag) {
        if (!contains(tag)) {
            return new double[0];
        }
        RawValue value = value(tag);
        Vr vr = source.vr(tag);
        switch (vr) {
            case DS:
                checkMemory(tag, value);
                try {
                    return NumberText.decimals(value);
                } catch (NumberText.Malformed reason) {
                    throw invalid(tag, reason.getMessage());
                }
            case IS:
                return Arrays.stream(integers(tag)).asDoubleStream().toArray();
            case FL, FD, US, SS, UL, SL:
                double[] values = new double[words(tag, value, vr)];
                for (int i = 0; i < values.length; i++) {
                    values[i] = decimalWord(tag, vr, value, value.start() + i * vr.wordBytes());
                    if (!Double.isFinite(values[i])) {
                        throw invalid(tag, "value " + (i + 1) + " is not a finite number");
                    }
                }
                return values;
            default:
                throw invalid(tag, "holds " + vr + ", not numbers");
        }
    }

    /** Two bytes of text may become eight of a number. */
    private void checkMemory(int tag, RawValue value) {
        long granted = Runtime.getRuntime().maxMemory() / 4;
        // Only a long text is worth counting.
        if (4L * value.length() > granted) {
            long needed = (long) Double.BYTES * NumberText.count(value);
            if (needed > granted) {
                throw DicomFormatException.at(
                        IssueCode.DICOM_LIMIT,
                        where(tag),
                        DicomFormatException.NO_OFFSET,
                        "its numbers need " + needed + " bytes where " + granted
                                + " are granted; give Java more memory");
            }
        }
    }

    /** How many numbers {@link #decimals} would give, were none of them malformed; they are not looked at. */
    public int decimalCount(int tag) {
        if (!contains(tag)) {
            return 0;
        }
        RawValue value = value(tag);
        Vr vr = source.vr(tag);
        return switch (vr) {
            case DS, IS -> NumberText.count(value);
            case FL, FD, US, SS, UL, SL -> words(tag, value, vr);
            default -> throw invalid(tag, "holds " + vr + ", not numbers");
        };
    }

    /** Like {@link #decimals}, of an element that must have exactly {@code count} values. */
    public double[] requireDecimals(int tag, int count) {
        double[] values = decimals(tag);
        if (values.length == 0) {
            throw missing(tag);
        }
        if (values.length != count) {
            throw invalid(tag, "has " + values.length + " values where " + count + " are due");
        }
        return values;
    }

    /** The tags that an AT element, such as Frame Increment Pointer, points to; none if it is absent or empty. */
    public int[] pointers(int tag) {
        if (!contains(tag)) {
            return new int[0];
        }
        RawValue value = value(tag);
        if (source.vr(tag) != Vr.AT || value.length() % 4 != 0) {
            throw invalid(tag, "does not hold attribute tags");
        }
        int[] tags = new int[value.length() / 4];
        for (int i = 0; i < tags.length; i++) {
            int at = value.start() + 4 * i;
            tags[i] = unsignedShort(value, at) << 16 | unsignedShort(value, at + 2);
        }
        return tags;
    }

    /** The items of a sequence; none if the element is absent or empty. */
    public List<DataSet> items(int tag) {
        if (!contains(tag)) {
            return List.of();
        }
        if (source.vr(tag) != Vr.SQ) {
            throw invalid(tag, "is not a sequence");
        }
        List<? extends ElementSource> items = source.items(tag);
        List<DataSet> views = new ArrayList<>(items.size());
        for (ElementSource each : items) {
            views.add(new DataSet(each, this, tag, views.size() + 1));
        }
        return views;
    }

    /** Like {@link #items}, of a sequence that must have an item. */
    public List<DataSet> requireItems(int tag) {
        List<DataSet> items = items(tag);
        if (items.isEmpty()) {
            throw missing(tag);
        }
        return items;
    }

    /** The undecoded value; empty if the element is absent. */
    public Optional<RawValue> raw(int tag) {
        return contains(tag) ? Optional.of(value(tag)) : Optional.empty();
    }

    /** The path to an element, items counted from 1: {@code ROIContourSequence[3].ROIDisplayColor (3006,002a)}. */
    public String where(int tag) {
        StringBuilder path = new StringBuilder();
        appendPath(path);
        return path.append(Tag.describe(tag)).toString();
    }

    /** A DICOM_INVALID_VALUE refusal of this element, to throw; {@code what} must not identify a patient. */
    public DicomFormatException invalid(int tag, String what) {
        long offset = source.contains(tag) && source.vr(tag) != Vr.SQ
                ? source.value(tag).fileOffset()
                : DicomFormatException.NO_OFFSET;
        return DicomFormatException.at(IssueCode.DICOM_INVALID_VALUE, where(tag), offset, what);
    }

    /** A DICOM_MISSING_ATTRIBUTE refusal of this element, to throw. */
    public DicomFormatException missing(int tag) {
        String what = source.contains(tag) ? "has no value" : "is missing";
        return DicomFormatException.at(
                IssueCode.DICOM_MISSING_ATTRIBUTE, where(tag), DicomFormatException.NO_OFFSET, what);
    }

    /** From the outermost sequence inwards; as deep as sequences may nest, so recursion is safe. */
    private void appendPath(StringBuilder path) {
        if (parent != null) {
            parent.appendPath(path);
            path.append(Tag.name(sequence)).append('[').append(item).append("].");
        }
    }

    private RawValue value(int tag) {
        if (source.vr(tag) == Vr.SQ) {
            throw invalid(tag, "is a sequence where a value is due");
        }
        return source.value(tag);
    }

    private String decode(int tag) {
        RawValue value = value(tag);
        Vr vr = source.vr(tag);
        if (!vr.isText() && vr != Vr.UN) {
            throw invalid(tag, "holds " + vr + ", not text");
        }
        CharacterSet characters = vr.usesCharacterSet() || vr == Vr.UN ? characterSet() : CharacterSet.DEFAULT;
        return characters.decode(value.array(), value.start(), value.end(), vr == Vr.PN);
    }

    /** That of the item, or of the closest data set around it (PS3.3 section C.12.1.1.2). */
    private CharacterSet characterSet() {
        for (DataSet each = this; each != null; each = each.parent) {
            if (each.source.contains(Tag.SpecificCharacterSet)) {
                return CharacterSet.of(each.value(Tag.SpecificCharacterSet));
            }
        }
        return CharacterSet.DEFAULT;
    }

    private void checkSingle(int tag, int count) {
        if (count > 1) {
            throw invalid(tag, "has " + count + " values where one is due");
        }
    }

    private int words(int tag, RawValue value, Vr vr) {
        if (value.length() % vr.wordBytes() != 0) {
            throw invalid(tag, "has " + value.length() + " bytes, no whole number of " + vr + " values");
        }
        return value.length() / vr.wordBytes();
    }

    private int integerWord(int tag, Vr vr, RawValue value, int at) {
        return switch (vr) {
            case US -> unsignedShort(value, at);
            case SS -> (short) unsignedShort(value, at);
            case SL -> word(value, at);
            default -> {
                int word = word(value, at);
                if (word < 0) {
                    throw invalid(tag, Integer.toUnsignedString(word) + " is too large");
                }
                yield word;
            }
        };
    }

    private double decimalWord(int tag, Vr vr, RawValue value, int at) {
        return switch (vr) {
            case FL -> Float.intBitsToFloat(word(value, at));
            case FD -> Double.longBitsToDouble(longWord(value, at));
            case UL -> Integer.toUnsignedLong(word(value, at));
            default -> integerWord(tag, vr, value, at);
        };
    }

    private static int unsignedShort(RawValue value, int at) {
        return isBigEndian(value)
                ? Bytes.bigEndianShort(value.array(), at)
                : Bytes.littleEndianShort(value.array(), at);
    }

    private static int word(RawValue value, int at) {
        return isBigEndian(value) ? Bytes.bigEndianInt(value.array(), at) : Bytes.littleEndianInt(value.array(), at);
    }

    private static long longWord(RawValue value, int at) {
        return isBigEndian(value) ? Bytes.bigEndianLong(value.array(), at) : Bytes.littleEndianLong(value.array(), at);
    }

    private static boolean isBigEndian(RawValue value) {
        return value.order() == ByteOrder.BIG_ENDIAN;
    }

    private static boolean isBlank(RawValue value) {
        byte[] bytes = value.array();
        for (int i = value.start(); i < value.end(); i++) {
            if (bytes[i] != ' ' && bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Without padding: spaces, and the NUL that pads a UID and, wrongly, other text. */
    private static String trim(String text) {
        int start = 0;
        int stop = text.length();
        while (start < stop && isPadding(text.charAt(start))) {
            start++;
        }
        while (start < stop && isPadding(text.charAt(stop - 1))) {
            stop--;
        }
        return text.substring(start, stop);
    }

    private static boolean isPadding(char c) {
        return c == ' ' || c == 0;
    }
}
