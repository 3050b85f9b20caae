package org.cordonrt.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;

/**
 * Writes data sets as DICOM files (PS3.10 section 7, PS3.5 section 7 and annex A): implicit and explicit little endian,
 * explicit big endian, deflated, RLE. The same data set gives the same bytes, except that the bytes of a deflated one
 * depend on the Java runtime's zlib.
 *
 * <p>A value too long for the 16-bit length of its VR is written as UN (PS3.5 section 6.2.2), as planning systems do
 * with long Contour Data. Big-endian pixel data is written as whole big-endian words of 16 or 32 bits. Stateless.
 */
public final class DicomWriter {
    private static final String IMPLEMENTATION_CLASS_UID = "2.25.187903125190237034087653251432410087423";
    private static final String IMPLEMENTATION_VERSION_NAME = "CORDON";
    private static final int PREAMBLE_BYTES = 128;
    private static final int UNDEFINED_LENGTH = -1;

    /** Largest even length that a 16-bit field holds. */
    private static final int MAX_SHORT_LENGTH = 65_534;

    private final ByteSink out;
    private final TransferSyntax syntax;
    private final SequenceLengths lengths;

    private DicomWriter(ByteSink out, TransferSyntax syntax, SequenceLengths lengths) {
        this.out = out;
        this.syntax = syntax;
        this.lengths = lengths;
    }

    /** A whole file with sequences of defined length. */
    public static byte[] toBytes(DataSetBuilder dataSet, TransferSyntax syntax) {
        return toBytes(dataSet, syntax, SequenceLengths.DEFINED);
    }

    /**
     * A whole file: preamble, file meta information made from SOP Class UID and SOP Instance UID, data set.
     *
     * @throws IllegalArgumentException if one of those UIDs is absent, a text does not fit the Specific Character Set,
     *     or pixel data is to be encapsulated without Rows and Columns that fit it
     */
    public static byte[] toBytes(DataSetBuilder dataSet, TransferSyntax syntax, SequenceLengths lengths) {
        byte[] body = toDataSetBytes(dataSet, syntax, lengths);
        byte[] head = fileMeta(dataSet, syntax);
        byte[] file = Arrays.copyOf(head, Math.addExact(head.length, body.length));
        System.arraycopy(body, 0, file, head.length, body.length);
        return file;
    }

    /** The data set alone, as systems write it that leave preamble and file meta information out. */
    public static byte[] toDataSetBytes(DataSetBuilder dataSet, TransferSyntax syntax, SequenceLengths lengths) {
        if (syntax == TransferSyntax.OTHER) {
            throw new IllegalArgumentException("an unknown transfer syntax cannot be written");
        }
        ByteSink out = new ByteSink(syntax.isBigEndian(), expectedSize(dataSet));
        new DicomWriter(out, syntax, lengths).writeElements(dataSet, StandardCharsets.US_ASCII);
        return syntax == TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN ? deflate(out) : out.toByteArray();
    }

    /**
     * Writes a file with sequences of defined length.
     *
     * @throws CordonException OUTPUT_UNWRITABLE
     */
    public static void write(Path file, DataSetBuilder dataSet, TransferSyntax syntax) {
        byte[] bytes = toBytes(dataSet, syntax);
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new CordonException(
                    IssueCode.OUTPUT_UNWRITABLE,
                    file + " cannot be written (" + e.getClass().getSimpleName()
                            + "): choose a folder that exists and can be written",
                    e);
        }
    }

    private static byte[] fileMeta(DataSetBuilder dataSet, TransferSyntax syntax) {
        DataSetBuilder meta = new DataSetBuilder()
                .bytes(Tag.FileMetaInformationVersion, new byte[] {0, 1})
                .text(Tag.MediaStorageSOPClassUID, requireText(dataSet, Tag.SOPClassUID))
                .text(Tag.MediaStorageSOPInstanceUID, requireText(dataSet, Tag.SOPInstanceUID))
                .text(Tag.TransferSyntaxUID, syntax.uid())
                .text(Tag.ImplementationClassUID, IMPLEMENTATION_CLASS_UID)
                .text(Tag.ImplementationVersionName, IMPLEMENTATION_VERSION_NAME);
        byte[] group = toDataSetBytes(meta, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, SequenceLengths.DEFINED);
        ByteSink out = new ByteSink(false, PREAMBLE_BYTES + 16 + group.length);
        out.put(new byte[PREAMBLE_BYTES]);
        out.put("DICM".getBytes(StandardCharsets.US_ASCII));
        DataSetBuilder length = new DataSetBuilder().integers(Tag.FileMetaInformationGroupLength, group.length);
        new DicomWriter(out, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, SequenceLengths.DEFINED)
                .writeElements(length, StandardCharsets.US_ASCII);
        out.put(group);
        return out.toByteArray();
    }

    private static String requireText(DataSetBuilder dataSet, int tag) {
        String text = dataSet.firstText(tag);
        if (text == null) {
            throw new IllegalArgumentException("a DICOM file needs " + Tag.describe(tag));
        }
        return text;
    }

    /** Room for the pixel data, so that the largest value is not copied while the array grows. */
    private static int expectedSize(DataSetBuilder dataSet) {
        DataSetBuilder.Element e = dataSet.elements().get(Tag.PixelData);
        return e != null && e.value() instanceof DataSetBuilder.Pixels p
                ? Math.addExact(Math.multiplyExact(p.words().length, p.bitsAllocated() / 8), 1 << 16)
                : 1 << 12;
    }

    private void writeElements(DataSetBuilder dataSet, Charset inherited) {
        String term = dataSet.firstText(Tag.SpecificCharacterSet);
        Charset charset = term == null ? inherited : charsetOf(term);
        dataSet.elements().forEach((tag, e) -> {
            DataSetBuilder.Value value = e.value();
            if (value instanceof DataSetBuilder.Items s) {
                writeSequence(tag, s.items(), charset);
            } else if (value instanceof DataSetBuilder.Pixels p) {
                writePixels(dataSet, p);
            } else {
                writeValue(tag, e.vr(), encode(tag, e.vr(), value, charset));
            }
        });
    }

    private void writeValue(int tag, Vr vr, byte[] value) {
        int padded = Math.addExact(value.length, value.length % 2);
        writeHeader(tag, vr, padded);
        out.put(value);
        if (padded > value.length) {
            out.put8(vr.padding());
        }
    }

    private void writeTag(int tag) {
        out.put16(tag >>> 16);
        out.put16(tag);
    }

    private void writeHeader(int tag, Vr vr, int length) {
        writeTag(tag);
        if (syntax.isImplicit()) {
            out.put32(length);
        } else if (vr.hasLongLength()) {
            writeLongHeader(vr, length);
        } else if (length <= MAX_SHORT_LENGTH) {
            writeLetters(vr);
            out.put16(length);
        } else {
            writeLongHeader(Vr.UN, length);
        }
    }

    private void writeLongHeader(Vr vr, int length) {
        writeLetters(vr);
        out.put16(0);
        out.put32(length);
    }

    private void writeLetters(Vr vr) {
        out.put8(vr.name().charAt(0));
        out.put8(vr.name().charAt(1));
    }

    private void writeSequence(int tag, List<DataSetBuilder> items, Charset charset) {
        writeHeader(tag, Vr.SQ, UNDEFINED_LENGTH);
        int sequenceLength = out.size() - 4;
        for (DataSetBuilder item : items) {
            writeTag(Tag.Item);
            out.put32(UNDEFINED_LENGTH);
            int itemLength = out.size() - 4;
            writeElements(item, charset);
            close(itemLength, Tag.ItemDelimitationItem);
        }
        close(sequenceLength, Tag.SequenceDelimitationItem);
    }

    private void close(int lengthField, int delimiter) {
        if (lengths == SequenceLengths.DEFINED) {
            out.patchLength(lengthField);
        } else {
            writeTag(delimiter);
            out.put32(0);
        }
    }

    private void writePixels(DataSetBuilder dataSet, DataSetBuilder.Pixels p) {
        int[] words = p.words();
        int wordBytes = p.bitsAllocated() / 8;
        if (syntax != TransferSyntax.RLE_LOSSLESS) {
            int bytes = Math.multiplyExact(words.length, wordBytes);
            writeHeader(Tag.PixelData, Vr.OW, bytes);
            out.putWords(words, wordBytes);
            return;
        }
        int rows = dataSet.requireNumber(Tag.Rows);
        int columns = dataSet.requireNumber(Tag.Columns);
        int frameSize = Math.multiplyExact(rows, columns);
        if (frameSize == 0 || words.length % frameSize != 0) {
            throw new IllegalArgumentException(
                    words.length + " pixels are no whole number of " + rows + " x " + columns + " frames");
        }
        writeHeader(Tag.PixelData, Vr.OB, UNDEFINED_LENGTH);
        // An empty basic offset table: frames follow one another, one fragment each (PS3.5 section A.4).
        writeTag(Tag.Item);
        out.put32(0);
        for (int from = 0; from < words.length; from += frameSize) {
            byte[] frame = RleEncoder.encode(words, from, rows, columns, p.bitsAllocated());
            writeTag(Tag.Item);
            out.put32(frame.length);
            out.put(frame);
        }
        writeTag(Tag.SequenceDelimitationItem);
        out.put32(0);
    }

    private byte[] encode(int tag, Vr vr, DataSetBuilder.Value value, Charset charset) {
        if (value instanceof DataSetBuilder.Raw r) {
            return r.bytes();
        }
        if (value instanceof DataSetBuilder.Text t) {
            String text = String.join("\\", t.components());
            return encodeText(tag, text, vr.usesCharacterSet() ? charset : StandardCharsets.US_ASCII);
        }
        ByteSink sink = new ByteSink(syntax.isBigEndian(), 0);
        if (value instanceof DataSetBuilder.Numbers n) {
            for (long v : n.values()) {
                switch (vr) {
                    case US, SS -> sink.put16((int) v);
                    case UL, SL -> sink.put32((int) v);
                    case AT -> {
                        sink.put16((int) v >>> 16);
                        sink.put16((int) v);
                    }
                    default -> throw new IllegalStateException("numbers of VR " + vr);
                }
            }
        } else if (value instanceof DataSetBuilder.Floats f) {
            for (double v : f.values()) {
                if (vr == Vr.FL) {
                    sink.put32(Float.floatToIntBits((float) v));
                } else {
                    sink.put64(Double.doubleToLongBits(v));
                }
            }
        }
        return sink.toByteArray();
    }

    private static byte[] encodeText(int tag, String text, Charset charset) {
        try {
            ByteBuffer b = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[b.remaining()];
            b.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    Tag.describe(tag) + " holds characters that " + charset
                            + " lacks: set a Specific Character Set that has them",
                    e);
        }
    }

    /** The character sets that need no escapes (PS3.3 section C.12.1.1.2); others can be written as raw bytes. */
    private static Charset charsetOf(String term) {
        return switch (term) {
            case "", "ISO_IR 6" -> StandardCharsets.US_ASCII;
            case "ISO_IR 100" -> StandardCharsets.ISO_8859_1;
            case "ISO_IR 101" -> Charset.forName("ISO-8859-2");
            case "ISO_IR 144" -> Charset.forName("ISO-8859-5");
            case "ISO_IR 126" -> Charset.forName("ISO-8859-7");
            case "ISO_IR 192" -> StandardCharsets.UTF_8;
            case "GB18030" -> Charset.forName("GB18030");
            default ->
                throw new IllegalArgumentException(
                        "text in the character set " + term + " is not encoded here: give its bytes instead");
        };
    }

    /** Deflates as PS3.5 section A.5 says: RFC 1951 without a zlib header, padded with NUL to even length. */
    private static byte[] deflate(ByteSink plain) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(plain.array(), 0, plain.size());
            deflater.finish();
            ByteArrayOutputStream deflated = new ByteArrayOutputStream();
            byte[] chunk = new byte[1 << 16];
            while (!deflater.finished()) {
                deflated.write(chunk, 0, deflater.deflate(chunk));
            }
            if (deflated.size() % 2 != 0) {
                deflated.write(0);
            }
            return deflated.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
