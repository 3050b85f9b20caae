package org.cordonrt.dicom;

import java.util.List;

/**
 * What a data set must offer so that {@link DataSet} can give typed access to it: raw values only, so that no other
 * library's idea of a number gets in. Implementations must not change after they are built.
 */
public interface ElementSource {

    /** The tags present, in the order of the file, without group lengths. */
    int[] tags();

    /** Whether the element is there, with or without a value. */
    boolean contains(int tag);

    /**
     * How the value is to be read: as the source says, or by the dictionary where the source does not say or says UN; UN
     * when nobody knows.
     *
     * @throws IllegalArgumentException if the element is not there
     */
    Vr vr(int tag);

    /**
     * The value's bytes as they are, padding included.
     *
     * @throws IllegalArgumentException if the element is not there or is a sequence
     */
    RawValue value(int tag);

    /** The items of a sequence, in order; empty if the element is not there. */
    List<? extends ElementSource> items(int tag);
}
