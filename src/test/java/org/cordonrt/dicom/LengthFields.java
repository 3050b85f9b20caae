package org.cordonrt.dicom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where a DICOM file says how long something is, and how to make it lie. For tests. */
public final class LengthFields {
    private static final int DELIMITER_HEADER = 8;

    private LengthFields() {}

    /**
     * One length in a file.
     *
     * @param at its offset
     * @param bytes 2 or 4
     * @param value as written; all ones for undefined
     * @param throughNext what it would have to say to take in the next element or item too; {@code value + 2} where
     *     there is none
     */
    public record Field(int at, int bytes, boolean bigEndian, long value, long throughNext) {
        private long mask() {
            return bytes == 2 ? 0xFFFFL : 0xFFFFFFFFL;
        }

        /** Six lengths that are wrong here: none, one, less, more by just the next element, the largest, undefined. */
        public long[] lies() {
            return new long[] {0, 1, value - 2 & mask(), throughNext & mask(), mask() >>> 1 & ~1, mask()};
        }

        /** The file with another length here. */
        public byte[] in(byte[] file, long length) {
            byte[] changed = file.clone();
            for (int i = 0; i < bytes; i++) {
                int shift = 8 * (bigEndian ? bytes - 1 - i : i);
                changed[at + i] = (byte) (length >>> shift);
            }
            return changed;
        }
    }

    /** The same file with its data set inflated, so that there are lengths to change; any other file as it is. */
    public static byte[] inflated(byte[] file) {
        Oddities oddities = new Oddities();
        FileStart start = FileStart.of(file, file.length, oddities);
        TransferSyntax deflated = TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN;
        if (TransferSyntax.of(start.transferSyntaxUid()) != deflated) {
            return file;
        }
        byte[] dataSet = Inflation.inflate(file, start.dataSetStart(), Inflation.budgetBytes(), oddities);
        byte[] whole = Arrays.copyOf(file, start.dataSetStart() + dataSet.length);
        System.arraycopy(dataSet, 0, whole, start.dataSetStart(), dataSet.length);
        String uid = deflated.uid();
        int at = new String(whole, 0, start.dataSetStart(), StandardCharsets.ISO_8859_1).indexOf(uid);
        // The UID of the undeflated syntax is its beginning.
        int shared = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid().length();
        Arrays.fill(whole, at + shared, at + uid.length(), (byte) 0);
        return whole;
    }

    /** All lengths of a file that is valid and not deflated, those of the file meta information and of delimiters too. */
    public static List<Field> of(byte[] file) {
        FileStart start = FileStart.of(file, file.length, new Oddities());
        TransferSyntax syntax = TransferSyntax.of(start.transferSyntaxUid());
        List<Field> fields = new ArrayList<>();
        if (file.length > 132 && file[128] == 'D') {
            // Group 0002, always explicit little endian.
            byte[] meta = Arrays.copyOf(file, start.dataSetStart());
            collect(file, Indexer.index(zeroGroup(meta), 132, false, false, new Oddities()), false, false, fields);
        }
        ElementIndex index =
                Indexer.index(file, start.dataSetStart(), syntax.isImplicit(), syntax.isBigEndian(), new Oddities());
        collect(file, index, syntax.isImplicit(), syntax.isBigEndian(), fields);
        return fields;
    }

    /** The indexer refuses group 0002 in a data set; as group 0004 it walks over it. */
    private static byte[] zeroGroup(byte[] meta) {
        int at = 132;
        while (at + 8 <= meta.length) {
            Vr vr = Vr.ofLetters(meta[at + 4], meta[at + 5]);
            boolean isLong = vr != null && vr.hasLongLength();
            int length = isLong ? Bytes.littleEndianInt(meta, at + 8) : Bytes.littleEndianShort(meta, at + 6);
            meta[at] = 4;
            at += (isLong ? 12 : 8) + length;
        }
        return meta;
    }

    private static void collect(
            byte[] file, ElementIndex index, boolean implicit, boolean bigEndian, List<Field> fields) {
        for (int entry = 0; entry < index.count(); entry++) {
            int start = index.start(entry);
            boolean isItem = index.tag(entry) == Tag.Item;
            boolean isShort = !implicit && !isItem && !index.vr(entry).hasLongLength();
            int bytes = isShort ? 2 : 4;
            int at = start - bytes;
            long value = read(file, at, bytes, bigEndian);
            int end = start + index.length(entry);
            int next = index.next(entry);
            boolean undefined = value == 0xFFFFFFFFL;
            boolean hasNext = !undefined && next < index.count() && index.start(next) - end <= 12;
            long through = hasNext ? index.start(next) + (long) index.length(next) - start : value + 2;
            fields.add(new Field(at, bytes, bigEndian, value, through));
            if (undefined) {
                fields.add(new Field(end + DELIMITER_HEADER - 4, 4, bigEndian, 0, DELIMITER_HEADER));
            }
        }
    }

    private static long read(byte[] file, int at, int bytes, boolean bigEndian) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (file[at + i] & 0xFFL) << 8 * (bigEndian ? bytes - 1 - i : i);
        }
        return value;
    }
}
