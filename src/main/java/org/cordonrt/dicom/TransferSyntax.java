package org.cordonrt.dicom;

/**
 * Encodings of a data set that Cordon reads in full (PS3.5 section 10 and annex A). In any other the data set is read
 * as explicit little endian, as all of them are, and only its pixel data is out of reach.
 */
public enum TransferSyntax {
    IMPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2"),
    EXPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2.1"),
    /** Retired, still met in archives. */
    EXPLICIT_VR_BIG_ENDIAN("1.2.840.10008.1.2.2"),
    DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2.1.99"),
    RLE_LOSSLESS("1.2.840.10008.1.2.5"),
    /** Compressed by another method: {@link DicomFile#transferSyntaxUid()} says which. */
    OTHER("");

    private final String uid;

    TransferSyntax(String uid) {
        this.uid = uid;
    }

    /** Its UID; empty for {@link #OTHER}. */
    public String uid() {
        return uid;
    }

    /** Whether headers leave the value representation out. */
    public boolean isImplicit() {
        return this == IMPLICIT_VR_LITTLE_ENDIAN;
    }

    /** Whether words are written with their most significant byte first. */
    public boolean isBigEndian() {
        return this == EXPLICIT_VR_BIG_ENDIAN;
    }

    /** The transfer syntax with this UID. */
    public static TransferSyntax of(String uid) {
        for (TransferSyntax syntax : values()) {
            if (syntax != OTHER && syntax.uid.equals(uid)) {
                return syntax;
            }
        }
        return OTHER;
    }
}
