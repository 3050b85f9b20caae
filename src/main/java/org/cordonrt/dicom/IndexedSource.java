package org.cordonrt.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A data set or item of a file, as a stretch of its index. */
record IndexedSource(ElementIndex index, int first, int end) implements ElementSource {

    @Override
    public int[] tags() {
        int[] tags = new int[end - first];
        int count = 0;
        for (int entry = first; entry < end; entry = index.next(entry)) {
            tags[count++] = index.tag(entry);
        }
        return Arrays.copyOf(tags, count);
    }

    @Override
    public boolean contains(int tag) {
        return index.find(tag, first, end) >= 0;
    }

    @Override
    public Vr vr(int tag) {
        return index.vr(entry(tag));
    }

    @Override
    public RawValue value(int tag) {
        int entry = entry(tag);
        if (index.vr(entry) == Vr.SQ) {
            throw new IllegalArgumentException("a sequence has no value of its own: " + Tag.describe(tag));
        }
        return index.value(entry);
    }

    @Override
    public List<IndexedSource> items(int tag) {
        int sequence = index.find(tag, first, end);
        if (sequence < 0 || index.vr(sequence) != Vr.SQ) {
            return List.of();
        }
        List<IndexedSource> items = new ArrayList<>();
        for (int item = sequence + 1; item < index.next(sequence); item = index.next(item)) {
            items.add(new IndexedSource(index, item + 1, index.next(item)));
        }
        return items;
    }

    private int entry(int tag) {
        int entry = index.find(tag, first, end);
        if (entry < 0) {
            throw new IllegalArgumentException("not in this data set: " + Tag.describe(tag));
        }
        return entry;
    }
}
