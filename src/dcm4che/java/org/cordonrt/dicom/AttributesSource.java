package org.cordonrt.dicom;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Fragments;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.VR;

/**
 * A data set that dcm4che holds. Raw bytes are handed over and Cordon's own reading decides what they are: dcm4che turns
 * a number that is none into null, a missing one into NaN, and takes some that the standard does not allow.
 *
 * <p>A copy is made at once, because reading an {@link Attributes} changes it. The copy does not change; safe for use by
 * several threads.
 */
public final class AttributesSource implements ElementSource {
    /** Sequences in sequences; real ones are less than ten. */
    private static final int DEEPEST = 64;

    private final int[] tags;
    private final Map<Integer, Vr> vrs = new HashMap<>();
    private final Map<Integer, RawValue> values = new HashMap<>();
    private final Map<Integer, List<AttributesSource>> sequences = new HashMap<>();

    private AttributesSource(Attributes attributes, int depth) {
        if (depth > DEEPEST) {
            throw new CordonException(
                    IssueCode.DICOM_LIMIT, "the data set nests sequences more than " + DEEPEST + " deep");
        }
        tags = Arrays.stream(attributes.tags())
                .filter(tag -> (tag & 0xFFFF) != 0)
                .toArray();
        ByteOrder order = attributes.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        for (int tag : tags) {
            VR.Holder vr = new VR.Holder();
            Object value = attributes.getValue(tag, vr);
            if (value instanceof Sequence s) {
                List<AttributesSource> items = new ArrayList<>(s.size());
                for (Attributes item : s) {
                    items.add(new AttributesSource(item, depth + 1));
                }
                vrs.put(tag, Vr.SQ);
                sequences.put(tag, items);
            } else {
                Vr said = Vr.valueOf(vr.vr.name());
                vrs.put(tag, said == Vr.UN ? Dictionary.vr(tag) : said);
                if (!(value instanceof Fragments)) {
                    values.put(tag, RawValue.of(bytes(attributes, tag), order));
                }
            }
        }
    }

    /**
     * The typed view of what dcm4che holds.
     *
     * @throws CordonException FILE_UNREADABLE when dcm4che has left a value in a file that cannot be read, DICOM_LIMIT
     *     when sequences nest too deeply
     */
    public static DataSet dataSet(Attributes attributes) {
        return DataSet.of(new AttributesSource(attributes, 0));
    }

    private static byte[] bytes(Attributes attributes, int tag) {
        try {
            byte[] bytes = attributes.getBytes(tag);
            return bytes == null ? new byte[0] : bytes;
        } catch (IOException failure) {
            throw new CordonException(
                    IssueCode.FILE_UNREADABLE, Tag.describe(tag) + ": its value cannot be read", failure);
        }
    }

    @Override
    public int[] tags() {
        return tags.clone();
    }

    @Override
    public boolean contains(int tag) {
        return vrs.containsKey(tag);
    }

    @Override
    public Vr vr(int tag) {
        Vr vr = vrs.get(tag);
        if (vr == null) {
            throw new IllegalArgumentException("not in this data set: " + Tag.describe(tag));
        }
        return vr;
    }

    @Override
    public RawValue value(int tag) {
        RawValue value = values.get(tag);
        if (value != null) {
            return value;
        }
        if (vr(tag) == Vr.SQ) {
            throw new IllegalArgumentException("a sequence has no value of its own: " + Tag.describe(tag));
        }
        throw new CordonException(
                IssueCode.DICOM_UNSUPPORTED, Tag.describe(tag) + ": is compressed; let dcm4che decompress it first");
    }

    @Override
    public List<AttributesSource> items(int tag) {
        return sequences.getOrDefault(tag, List.of());
    }
}
