package org.cordonrt.dicom;

/** How the lengths of sequences and items are written (PS3.5 section 7.5). */
public enum SequenceLengths {
    /** As a number of bytes. */
    DEFINED,
    /** As FFFFFFFF, closed by delimitation items. */
    UNDEFINED
}
