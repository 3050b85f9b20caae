package org.cordonrt.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.cordonrt.issue.IssueCode;

/** Inflates a deflated data set (PS3.5 section A.5) within a budget of memory. */
final class Inflation {
    private static final long MAX_BYTES = 256L << 20;
    private static final int FIRST_CHUNK = 64 << 10;
    private static final int LARGEST_CHUNK = 4 << 20;

    private Inflation() {}

    /**
     * How many bytes a data set may inflate to: deflate honestly reaches a ratio of 1032, so only an absolute limit
     * helps against a file made to exhaust the memory.
     */
    static long budgetBytes() {
        return Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / 4);
    }

    /** @throws DicomFormatException DICOM_LIMIT, DICOM_TRUNCATED or DICOM_MALFORMED */
    static byte[] inflate(byte[] bytes, int start, long budget, Oddities oddities) {
        boolean zlib = hasZlibHeader(bytes, start);
        if (zlib) {
            oddities.add(Oddities.Kind.ZLIB_HEADER);
        }
        Inflater inflater = new Inflater(!zlib);
        try {
            inflater.setInput(bytes, start, bytes.length - start);
            byte[] dataSet = inflate(inflater, start, budget);
            // One byte may pad the deflated stream to even length.
            if (inflater.getRemaining() > 1) {
                oddities.add(Oddities.Kind.AFTER_DEFLATED);
            }
            return dataSet;
        } catch (DataFormatException damaged) {
            throw refuse(IssueCode.DICOM_MALFORMED, start, "the deflated data set is damaged");
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflate(Inflater inflater, int start, long budget) throws DataFormatException {
        List<byte[]> chunks = new ArrayList<>();
        byte[] chunk = new byte[FIRST_CHUNK];
        int filled = 0;
        long total = 0;
        while (!inflater.finished()) {
            if (filled == chunk.length) {
                chunks.add(chunk);
                chunk = new byte[Math.min(2 * chunk.length, LARGEST_CHUNK)];
                filled = 0;
            }
            int count = inflater.inflate(chunk, filled, chunk.length - filled);
            filled += count;
            total += count;
            if (total > budget) {
                throw refuse(
                        IssueCode.DICOM_LIMIT,
                        start,
                        "the deflated data set holds more than " + budget + " bytes; give Java more memory or store the"
                                + " file undeflated");
            }
            if (count == 0 && !inflater.finished()) {
                if (inflater.needsDictionary()) {
                    throw refuse(IssueCode.DICOM_MALFORMED, start, "the deflated data set asks for a dictionary");
                }
                throw refuse(IssueCode.DICOM_TRUNCATED, start, "the deflated data set is cut off");
            }
        }
        byte[] all = new byte[(int) total];
        int at = 0;
        for (byte[] each : chunks) {
            System.arraycopy(each, 0, all, at, each.length);
            at += each.length;
        }
        System.arraycopy(chunk, 0, all, at, filled);
        return all;
    }

    /** RFC 1950 section 2.2; a raw stream that begins so would be a stored block with stray bits. */
    private static boolean hasZlibHeader(byte[] bytes, int start) {
        return bytes.length - start >= 2 && (bytes[start] & 0x0F) == 8 && Bytes.bigEndianShort(bytes, start) % 31 == 0;
    }

    private static DicomFormatException refuse(IssueCode code, int offset, String what) {
        return DicomFormatException.at(code, "", offset, what);
    }
}
