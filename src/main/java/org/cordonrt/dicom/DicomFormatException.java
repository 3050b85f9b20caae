package org.cordonrt.dicom;

import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;

/** A data set that is refused: what is wrong, and at which attribute and byte. */
public final class DicomFormatException extends CordonException {
    private static final long serialVersionUID = 1L;

    /** The offset when the place in the file is not known. */
    public static final long NO_OFFSET = -1;

    private final long offset;

    private DicomFormatException(IssueCode code, String message, long offset) {
        super(code, message);
        this.offset = offset;
    }

    /**
     * @param place the tag path, such as {@code ROIContourSequence[3].ROIDisplayColor (3006,002a)}, or empty
     * @param offset byte offset in the data set's bytes (for a deflated file: in the inflated ones), or
     *     {@link #NO_OFFSET}
     * @param what what is wrong there
     */
    static DicomFormatException at(IssueCode code, String place, long offset, String what) {
        StringBuilder message = new StringBuilder(place);
        if (!place.isEmpty()) {
            message.append(": ");
        }
        message.append(what);
        if (offset >= 0) {
            message.append(" (at byte ").append(offset).append(')');
        }
        return new DicomFormatException(code, message.toString(), offset);
    }

    /** The same refusal with {@code name} and a colon before its message. */
    public DicomFormatException in(String name) {
        DicomFormatException named = new DicomFormatException(code(), name + ": " + getMessage(), offset);
        named.setStackTrace(getStackTrace());
        return named;
    }

    /**
     * Where in the bytes, counted from 0; {@link #NO_OFFSET} if that is not known. In a deflated file offsets count the
     * inflated bytes.
     */
    public long offset() {
        return offset;
    }
}
