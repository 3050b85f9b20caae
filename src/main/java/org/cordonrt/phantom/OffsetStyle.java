package org.cordonrt.phantom;

/** Meaning of the Grid Frame Offset Vector, PS3.3 section C.8.8.3.2. */
public enum OffsetStyle {
    /** Offsets from the first frame along the normal of the frames. */
    RELATIVE,
    /** z coordinates of the frames; the standard allows this for {@link PatientPosition#HFS} only. */
    ABSOLUTE
}
