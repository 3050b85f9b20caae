package org.cordonrt.dicom;

import java.util.Arrays;
import org.cordonrt.issue.IssueCode;

/**
 * Walks once over the bytes of a data set and notes where everything lies (PS3.5 sections 7.1, 7.5 and A.4). Every
 * length is checked against the item, sequence or file around it before it is used, nesting lives on a stack of fixed
 * size, and the time is linear in the number of bytes.
 */
final class Indexer {
    /** Sequences within sequences; the deepest real objects, structured reports, reach about 15. */
    static final int MAX_DEPTH = 64;

    /** Elements and items together. */
    static final int MAX_ELEMENTS = 5_000_000;

    /** The index, and the views that readers of its sequences make, are given this part of what the bytes leave. */
    private static final int PART_OF_MEMORY = 6;

    /** Longer text is the numbers of contours and histograms, which are read strictly. */
    private static final int LONGEST_TEXT_LOOKED_AT = 4096;

    private static final String IN_TEXT = "\t\n\f\r\u001b";

    private static final int UNDEFINED = 0xFFFFFFFF;

    private enum Inside {
        DATA_SET,
        SEQUENCE,
        FRAGMENTS
    }

    private final byte[] bytes;
    private final int end;
    private final Oddities oddities;
    private final ElementIndex.Builder index;
    private int position;

    // What is open: the data set, then sequence and item by turns, and possibly fragments on top.
    private int top;
    private final Inside[] inside = new Inside[2 * MAX_DEPTH + 2];
    private final long mostEntries;
    private final int[] owners = new int[inside.length];
    private final int[] stops = new int[inside.length];
    private final boolean[] untilDelimiter = new boolean[inside.length];
    private final boolean[] implicit = new boolean[inside.length];
    private final boolean[] bigEndian = new boolean[inside.length];
    private final boolean[] fromUnknown = new boolean[inside.length];
    private final int[] lastTags = new int[inside.length];
    private final boolean[] unordered = new boolean[inside.length];
    private final int[] itemCounts = new int[inside.length];

    private Indexer(byte[] bytes, int start, int end, Oddities oddities) {
        long memory = Math.max(0, Runtime.getRuntime().maxMemory() - bytes.length);
        this.mostEntries = Math.min(MAX_ELEMENTS, memory / PART_OF_MEMORY / ElementIndex.ENTRY_BYTES);
        this.bytes = bytes;
        this.end = end;
        this.oddities = oddities;
        this.position = start;
        this.index = new ElementIndex.Builder(bytes);
    }

    /**
     * @param start where the data set begins in {@code bytes}; it takes the rest
     * @throws DicomFormatException DICOM_TRUNCATED, DICOM_MALFORMED or DICOM_LIMIT
     */
    static ElementIndex index(byte[] bytes, int start, boolean implicit, boolean bigEndian, Oddities oddities) {
        Indexer indexer = new Indexer(bytes, start, bytes.length, oddities);
        indexer.inside[0] = Inside.DATA_SET;
        indexer.owners[0] = -1;
        indexer.stops[0] = bytes.length;
        indexer.implicit[0] = implicit;
        indexer.bigEndian[0] = bigEndian;
        return indexer.run();
    }

    private ElementIndex run() {
        while (true) {
            if (position == stops[top]) {
                if (untilDelimiter[top]) {
                    throw unclosed();
                }
                if (top == 0) {
                    break;
                }
                close(position);
            } else if (inside[top] == Inside.DATA_SET) {
                if (top == 0 && onlyZerosLeft()) {
                    oddities.add(Oddities.Kind.TRAILING_ZEROS);
                    break;
                }
                element();
            } else {
                item();
            }
        }
        checkDuplicates(0);
        return index.build();
    }

    /** One element of a data set, or the delimiter that ends it. */
    private void element() {
        int headerAt = position;
        requireHeader(0, 8);
        int tag = tagAt(headerAt);
        if (tag >>> 16 == 0xFFFE) {
            delimiterInDataSet(tag);
            return;
        }
        checkGroup(tag);
        Vr vr;
        int length;
        if (implicit[top]) {
            vr = Dictionary.vr(tag);
            length = intAt(headerAt + 4);
            position = headerAt + 8;
        } else {
            vr = explicitVr(tag);
            if (vr.hasLongLength()) {
                requireHeader(tag, 12);
                length = intAt(headerAt + 8);
                position = headerAt + 12;
            } else {
                length = shortAt(headerAt + 6);
                position = headerAt + 8;
            }
        }
        checkOrder(tag, headerAt);
        if ((tag & 0xFFFF) == 0) {
            checkFits(tag, length);
            oddities.add(Oddities.Kind.GROUP_LENGTH, () -> path(tag));
            position += length;
            return;
        }
        // PS3.5 section 6.2.2: what is written as UN is implicit little endian, whatever the transfer syntax.
        boolean unknown = !implicit[top] && vr == Vr.UN;
        if (unknown) {
            vr = Dictionary.vr(tag);
        }
        if (length == UNDEFINED) {
            undefinedLength(tag, vr, unknown);
            return;
        }
        checkFits(tag, length);
        if (vr == Vr.SQ || (vr == Vr.UN && implicit[top] && startsWithItem(length))) {
            open(Inside.SEQUENCE, add(tag, length, Vr.SQ), length, unknown);
            return;
        }
        if ((length & 1) != 0) {
            oddities.add(Oddities.Kind.ODD_LENGTH, () -> path(tag));
        }
        checkText(tag, vr, length);
        index.add(tag, position, length, vr, bigEndian[top] && !unknown);
        checkCount(tag);
        if (tag == Tag.SpecificCharacterSet && !CharacterSet.allKnown(bytes, position, position + length)) {
            oddities.add(Oddities.Kind.UNKNOWN_CHARACTER_SET, () -> path(tag));
        }
        position += length;
    }

    private void undefinedLength(int tag, Vr vr, boolean unknown) {
        if (vr == Vr.SQ || vr == Vr.UN) {
            open(Inside.SEQUENCE, add(tag, 0, Vr.SQ), UNDEFINED, unknown);
        } else if (!unknown && tag == Tag.PixelData) {
            int entry = add(tag, 0, vr);
            index.markEncapsulated(entry);
            open(Inside.FRAGMENTS, entry, UNDEFINED, false);
        } else {
            throw malformed(tag, "a value of undefined length that is no sequence");
        }
    }

    /** An item of a sequence, a fragment of pixel data, or the delimiter that ends either. */
    private void item() {
        int headerAt = position;
        requireHeader(Tag.Item, 8);
        int tag = tagAt(headerAt);
        int length = intAt(headerAt + 4);
        position = headerAt + 8;
        if (tag == Tag.SequenceDelimitationItem) {
            checkDelimiter(tag, length);
            if (untilDelimiter[top]) {
                close(headerAt);
            } else {
                oddities.add(Oddities.Kind.STRAY_DELIMITER, () -> path(tag));
            }
            return;
        }
        if (tag != Tag.Item) {
            position = headerAt;
            throw malformed(tag, "an item or the end of the sequence was expected here");
        }
        itemCounts[top]++;
        if (inside[top] == Inside.FRAGMENTS) {
            if (length == UNDEFINED) {
                throw malformed(tag, "a fragment of undefined length");
            }
            checkFits(tag, length);
            add(Tag.Item, length, Vr.OB);
            position += length;
            return;
        }
        if (length != UNDEFINED) {
            checkFits(tag, length);
        }
        open(Inside.DATA_SET, add(Tag.Item, length, Vr.SQ), length, fromUnknown[top]);
        if (fromUnknown[top]) {
            implicit[top] = !looksExplicit();
        }
    }

    private void delimiterInDataSet(int tag) {
        int length = intAt(position + 4);
        if (tag == Tag.ItemDelimitationItem && untilDelimiter[top]) {
            checkDelimiter(tag, length);
            int valueEnd = position;
            position += 8;
            close(valueEnd);
        } else if (tag != Tag.Item && !untilDelimiter[top]) {
            checkDelimiter(tag, length);
            oddities.add(Oddities.Kind.STRAY_DELIMITER, () -> path(tag));
            position += 8;
        } else {
            throw malformed(tag, "an element of the data set was expected here");
        }
    }

    private int add(int tag, int length, Vr vr) {
        int entry = index.add(tag, position, length, vr, bigEndian[top]);
        checkCount(tag);
        return entry;
    }

    private void open(Inside kind, int entry, int length, boolean unknown) {
        if (top + 1 == inside.length || (kind == Inside.SEQUENCE && top >= 2 * MAX_DEPTH)) {
            throw refuse(IssueCode.DICOM_LIMIT, index.tag(entry), "sequences nested more than " + MAX_DEPTH + " deep");
        }
        int outer = top++;
        inside[top] = kind;
        owners[top] = entry;
        untilDelimiter[top] = length == UNDEFINED;
        stops[top] = length == UNDEFINED ? stops[outer] : position + length;
        fromUnknown[top] = unknown;
        implicit[top] = unknown || implicit[outer];
        bigEndian[top] = !unknown && bigEndian[outer];
        lastTags[top] = 0;
        unordered[top] = false;
        itemCounts[top] = 0;
    }

    private void close(int valueEnd) {
        if (inside[top] == Inside.DATA_SET) {
            checkDuplicates(owners[top] + 1);
        }
        index.close(owners[top], valueEnd);
        top--;
    }

    private Vr explicitVr(int tag) {
        int first = bytes[position + 4] & 0xFF;
        int second = bytes[position + 5] & 0xFF;
        Vr vr = Vr.ofLetters(first, second);
        if (vr != null) {
            return vr;
        }
        if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') {
            throw malformed(tag, "two letters for the value representation were expected here");
        }
        // PS3.5 section 6.2: later representations all have the header with the 32-bit length.
        oddities.add(Oddities.Kind.UNKNOWN_VR, () -> path(tag));
        return Vr.OB;
    }

    /**
     * Whether the item at the current position, within a sequence written as UN, holds explicit value representations
     * after all: some writers copy the bytes of an explicit sequence.
     */
    private boolean looksExplicit() {
        if (stops[top] - position < 8) {
            return false;
        }
        Vr written = Vr.ofLetters(bytes[position + 4] & 0xFF, bytes[position + 5] & 0xFF);
        if (written == null) {
            return false;
        }
        Vr listed = Dictionary.vr(tagAt(position));
        int lengthIfImplicit = intAt(position + 4);
        return written == listed
                || (listed == Vr.UN && Integer.compareUnsigned(lengthIfImplicit, stops[top] - position - 8) > 0);
    }

    private boolean startsWithItem(int length) {
        return length >= 8 && tagAt(position) == Tag.Item && fits(intAt(position + 4), length - 8);
    }

    private static boolean fits(int length, int room) {
        return length == UNDEFINED || Integer.compareUnsigned(length, room) <= 0;
    }

    /** In big endian the first byte of a cut tag is a zero too, so there it takes a whole tag of them. */
    private boolean onlyZerosLeft() {
        if (bigEndian[0] && end - position < 4) {
            return false;
        }
        for (int i = position; i < end; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private void requireHeader(int tag, int headerLength) {
        if (stops[top] - position < headerLength) {
            throw overrun(tag, "the header of an element is cut off");
        }
    }

    private void checkFits(int tag, int length) {
        int room = stops[top] - position;
        if (Integer.compareUnsigned(length, room) > 0) {
            throw overrun(tag, "announces " + Integer.toUnsignedString(length) + " bytes where " + room + " are left");
        }
    }

    private void checkCount(int tag) {
        if (index.count() > mostEntries) {
            String remedy = mostEntries < MAX_ELEMENTS ? "; give Java more memory" : "";
            throw refuse(IssueCode.DICOM_LIMIT, tag, "more than " + mostEntries + " elements" + remedy);
        }
    }

    /**
     * Text has no control characters but those that break lines or switch character sets (PS3.5 section 6.1.3), and NUL
     * as padding. Any other inside is part of an element's header: a length that is wrong just so that it takes in the
     * next element leaves a data set in order, in which that element is missing. Private elements are left alone, since
     * some vendors write records there and call them text.
     */
    private void checkText(int tag, Vr vr, int length) {
        boolean isPublic = (tag & 0x10000) == 0;
        if (!vr.isText() || !isPublic || length > LONGEST_TEXT_LOOKED_AT) {
            return;
        }
        int stop = position + length;
        while (stop > position && (bytes[stop - 1] == 0 || bytes[stop - 1] == ' ')) {
            stop--;
        }
        for (int i = position; i < stop; i++) {
            if (bytes[i] >= 0 && bytes[i] < ' ' && IN_TEXT.indexOf(bytes[i]) < 0) {
                throw malformed(tag, "holds binary data where text is due; its length is wrong");
            }
        }
    }

    private void checkDelimiter(int tag, int length) {
        if (length != 0) {
            throw malformed(tag, "a delimiter with a length");
        }
    }

    /** PS3.5 section 7.1 and PS3.10: groups that no data set in a file may hold. */
    private void checkGroup(int tag) {
        int group = tag >>> 16;
        if (group < 8 && group != 4 || group == 0xFFFF) {
            throw malformed(tag, "a group that no data set may hold");
        }
    }

    private void checkOrder(int tag, int headerAt) {
        int last = lastTags[top];
        int order = Integer.compareUnsigned(tag, last);
        if (order == 0) {
            position = headerAt;
            throw duplicate(tag);
        }
        if (order < 0) {
            unordered[top] = true;
            oddities.add(Oddities.Kind.UNORDERED, () -> path(tag));
        }
        lastTags[top] = tag;
    }

    /** Ordered tags cannot repeat; only a data set with unordered ones is looked at again. */
    private void checkDuplicates(int first) {
        if (!unordered[top]) {
            return;
        }
        int[] tags = new int[index.count() - first];
        int count = 0;
        for (int entry = first; entry < index.count(); entry = index.next(entry)) {
            tags[count++] = index.tag(entry);
        }
        Arrays.sort(tags, 0, count);
        for (int i = 1; i < count; i++) {
            if (tags[i] == tags[i - 1]) {
                throw duplicate(tags[i]);
            }
        }
    }

    private int tagAt(int at) {
        return bigEndian[top]
                ? Bytes.bigEndianInt(bytes, at)
                : Bytes.littleEndianShort(bytes, at) << 16 | Bytes.littleEndianShort(bytes, at + 2);
    }

    private int intAt(int at) {
        return bigEndian[top] ? Bytes.bigEndianInt(bytes, at) : Bytes.littleEndianInt(bytes, at);
    }

    private int shortAt(int at) {
        return bigEndian[top] ? Bytes.bigEndianShort(bytes, at) : Bytes.littleEndianShort(bytes, at);
    }

    private DicomFormatException duplicate(int tag) {
        return malformed(tag, "is there more than once");
    }

    private DicomFormatException malformed(int tag, String what) {
        return refuse(IssueCode.DICOM_MALFORMED, tag, what);
    }

    /** Something reaches beyond what is around it: the file, or a sequence or item in it. */
    private DicomFormatException overrun(int tag, String what) {
        return stops[top] == end
                ? refuse(IssueCode.DICOM_TRUNCATED, tag, what + "; the file is truncated")
                : refuse(IssueCode.DICOM_MALFORMED, tag, what);
    }

    private DicomFormatException unclosed() {
        int delimiter = inside[top] == Inside.DATA_SET ? Tag.ItemDelimitationItem : Tag.SequenceDelimitationItem;
        return overrun(delimiter, "is missing");
    }

    private DicomFormatException refuse(IssueCode code, int tag, String what) {
        return DicomFormatException.at(code, path(tag), position, what);
    }

    private String path(int tag) {
        StringBuilder path = new StringBuilder();
        for (int level = 1; level <= top; level++) {
            if (inside[level] != Inside.DATA_SET) {
                path.append(Tag.name(index.tag(owners[level])));
                if (itemCounts[level] > 0) {
                    path.append('[').append(itemCounts[level]).append(']');
                }
                path.append('.');
            }
        }
        if (tag != 0) {
            path.append(Tag.describe(tag));
        } else if (path.length() > 0) {
            path.setLength(path.length() - 1);
        }
        return path.toString();
    }
}
