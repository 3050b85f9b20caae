package org.cordonrt.dicom;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cordonrt.issue.IssueCode;
import org.jspecify.annotations.Nullable;

/**
 * What precedes the data set in a file (PS3.10 section 7.1), or the best reading of a file that leaves it out.
 *
 * @param dataSetStart offset of the data set
 * @param transferSyntaxUid as written, or that of the encoding told from the first elements
 * @param sopClassUid Media Storage SOP Class UID, if it is there and looks like one
 * @param sopInstanceUid Media Storage SOP Instance UID, likewise
 */
record FileStart(
        int dataSetStart, String transferSyntaxUid, Optional<String> sopClassUid, Optional<String> sopInstanceUid) {
    private static final int PREAMBLE = 128;

    /**
     * Reads the start of a file.
     *
     * @param head the first bytes of the file
     * @param total length of the whole file
     * @return null if this is no DICOM file
     * @throws DicomFormatException if it is one whose file meta information is damaged or longer than {@code head}
     */
    static @Nullable FileStart of(byte[] head, long total, Oddities oddities) {
        int at;
        if (hasPrefix(head, PREAMBLE)) {
            at = PREAMBLE + 4;
        } else {
            oddities.add(Oddities.Kind.NO_PREAMBLE);
            at = hasPrefix(head, 0) ? 4 : 0;
        }
        boolean marked = at > 0;
        if (isMetaElement(head, at)) {
            return meta(head, at, total, oddities);
        }
        TransferSyntax guess = EncodingGuess.of(head, at, total);
        if (guess == null) {
            if (!marked) {
                return null;
            }
            throw total - at < 8
                    ? refuse(IssueCode.DICOM_TRUNCATED, at, "the file ends where its data set should begin")
                    : refuse(IssueCode.DICOM_MALFORMED, at, "no data set follows the prefix");
        }
        oddities.add(Oddities.Kind.NO_META);
        return new FileStart(at, guess.uid(), Optional.empty(), Optional.empty());
    }

    private static FileStart meta(byte[] head, int start, long total, Oddities oddities) {
        int at = start;
        int announcedEnd = -1;
        String syntax = "";
        Optional<String> sopClass = Optional.empty();
        Optional<String> sopInstance = Optional.empty();
        while (isMetaElement(head, at)) {
            int tag = 0x00020000 | Bytes.littleEndianShort(head, at + 2);
            Vr vr = Vr.ofLetters(head[at + 4] & 0xFF, head[at + 5] & 0xFF);
            if (vr == null) {
                throw refuse(IssueCode.DICOM_MALFORMED, at, Tag.describe(tag) + " has no value representation");
            }
            int value = at + (vr.hasLongLength() ? 12 : 8);
            if (value > head.length) {
                throw refuse(IssueCode.DICOM_TRUNCATED, at, "the file ends in its meta information");
            }
            int length =
                    vr.hasLongLength() ? Bytes.littleEndianInt(head, at + 8) : Bytes.littleEndianShort(head, at + 6);
            if (Integer.compareUnsigned(length, head.length - value) > 0) {
                throw refuse(
                        IssueCode.DICOM_TRUNCATED,
                        at,
                        Tag.describe(tag) + " announces " + Integer.toUnsignedString(length) + " bytes where "
                                + (head.length - value) + " are left");
            }
            at = value + length;
            if (tag == Tag.FileMetaInformationGroupLength && length == 4) {
                long end = at + Integer.toUnsignedLong(Bytes.littleEndianInt(head, value));
                announcedEnd = end <= total ? (int) end : -1;
            } else if (tag == Tag.TransferSyntaxUID) {
                syntax = uid(head, value, at);
            } else if (tag == Tag.MediaStorageSOPClassUID) {
                sopClass = Optional.of(uid(head, value, at)).filter(FileStart::looksLikeUid);
            } else if (tag == Tag.MediaStorageSOPInstanceUID) {
                sopInstance = Optional.of(uid(head, value, at)).filter(FileStart::looksLikeUid);
            }
        }
        if (announcedEnd != at) {
            oddities.add(Oddities.Kind.META_LENGTH);
        }
        if (total - at < 8) {
            throw refuse(IssueCode.DICOM_TRUNCATED, at, "the file ends where its data set should begin");
        }
        if (syntax.isEmpty()) {
            TransferSyntax guess = EncodingGuess.of(head, at, total);
            if (guess == null) {
                throw refuse(IssueCode.DICOM_MALFORMED, at, "no transfer syntax, and none can be told");
            }
            oddities.add(Oddities.Kind.NO_TRANSFER_SYNTAX);
            syntax = guess.uid();
        }
        return new FileStart(at, syntax, sopClass, sopInstance);
    }

    /** Group 0002 is little endian in every transfer syntax. */
    private static boolean isMetaElement(byte[] head, int at) {
        return head.length - at >= 8 && Bytes.littleEndianShort(head, at) == 2;
    }

    private static boolean hasPrefix(byte[] head, int at) {
        return head.length >= at + 4
                && head[at] == 'D'
                && head[at + 1] == 'I'
                && head[at + 2] == 'C'
                && head[at + 3] == 'M';
    }

    /** What is none may be the work of a wrong length: then only the data set tells what the file is. */
    private static boolean looksLikeUid(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }

    private static String uid(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).trim();
    }

    private static DicomFormatException refuse(IssueCode code, int offset, String what) {
        return DicomFormatException.at(code, "", offset, what);
    }
}
