package org.cordonrt.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Encodes data sets for tests, element by element and without judgement: it writes wrong ones as readily. Apart from the
 * writer of the program on purpose, so that an error cannot hide in both.
 */
final class DataSetBytes {
    private static final long UNDEFINED = 0xFFFFFFFFL;

    private final TransferSyntax syntax;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    DataSetBytes(TransferSyntax syntax) {
        this.syntax = syntax;
    }

    /** An empty data set in the same encoding. */
    DataSetBytes item() {
        return new DataSetBytes(syntax);
    }

    /** Bytes so far. */
    int size() {
        return out.size();
    }

    DataSetBytes text(int tag, Vr vr, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length % 2 != 0) {
            bytes = Arrays.copyOf(bytes, bytes.length + 1);
            bytes[bytes.length - 1] = vr.padding();
        }
        return value(tag, vr, bytes);
    }

    DataSetBytes shorts(int tag, Vr vr, int... values) {
        ByteBuffer buffer = buffer(2 * values.length);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return value(tag, vr, buffer.array());
    }

    DataSetBytes ints(int tag, Vr vr, int... values) {
        ByteBuffer buffer = buffer(4 * values.length);
        for (int value : values) {
            buffer.putInt(value);
        }
        return value(tag, vr, buffer.array());
    }

    DataSetBytes value(int tag, Vr vr, byte[] value) {
        return header(tag, vr, value.length).raw(value);
    }

    DataSetBytes sequence(int tag, DataSetBytes... items) {
        byte[] content = items(items);
        return header(tag, Vr.SQ, content.length).raw(content);
    }

    /** A sequence and items that end at delimiters. */
    DataSetBytes openSequence(int tag, DataSetBytes... items) {
        header(tag, Vr.SQ, UNDEFINED);
        for (DataSetBytes each : items) {
            delimiter(Tag.Item, UNDEFINED).raw(each.bytes()).delimiter(Tag.ItemDelimitationItem, 0);
        }
        return delimiter(Tag.SequenceDelimitationItem, 0);
    }

    /** The items of a sequence, without its header. */
    static byte[] items(DataSetBytes... items) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (DataSetBytes each : items) {
            byte[] bytes = each.bytes();
            content.writeBytes(each.item().delimiter(Tag.Item, bytes.length).bytes());
            content.writeBytes(bytes);
        }
        return content.toByteArray();
    }

    DataSetBytes header(int tag, Vr vr, long length) {
        return header(tag, vr.name(), vr.hasLongLength(), length);
    }

    /** A header with any two letters, or for implicit VR without. */
    DataSetBytes header(int tag, String letters, boolean longLength, long length) {
        ByteBuffer buffer = buffer(12);
        buffer.putShort((short) (tag >>> 16)).putShort((short) tag);
        if (syntax.isImplicit()) {
            buffer.putInt((int) length);
        } else {
            buffer.put((byte) letters.charAt(0)).put((byte) letters.charAt(1));
            if (longLength) {
                buffer.putShort((short) 0).putInt((int) length);
            } else {
                buffer.putShort((short) length);
            }
        }
        out.write(buffer.array(), 0, buffer.position());
        return this;
    }

    /** An item header or delimiter: these have no value representation. */
    DataSetBytes delimiter(int tag, long length) {
        ByteBuffer buffer = buffer(8);
        buffer.putShort((short) (tag >>> 16)).putShort((short) tag).putInt((int) length);
        return raw(buffer.array());
    }

    DataSetBytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** The data set as encoded so far. */
    byte[] bytes() {
        return out.toByteArray();
    }

    /** A whole file with preamble and file meta information. */
    byte[] file() {
        return file(syntax.uid());
    }

    /** A whole file that claims to be in this transfer syntax. */
    byte[] file(String uid) {
        DataSetBytes explicit = new DataSetBytes(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        byte[] meta = explicit.item()
                .text(Tag.MediaStorageSOPClassUID, Vr.UI, "1.2.840.10008.5.1.4.1.1.481.3")
                .text(Tag.TransferSyntaxUID, Vr.UI, uid)
                .bytes();
        explicit.raw(new byte[128]).raw("DICM".getBytes(StandardCharsets.US_ASCII));
        explicit.ints(Tag.FileMetaInformationGroupLength, Vr.UL, meta.length).raw(meta);
        boolean deflated = syntax == TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN;
        return explicit.raw(deflated ? deflate(bytes()) : bytes()).bytes();
    }

    static byte[] deflate(byte[] bytes) {
        return deflate(bytes, 1);
    }

    /** The same bytes so many times over, which costs no more than once: a full flush makes blocks repeatable. */
    static byte[] deflate(byte[] bytes, int times) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(bytes);
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        int count;
        while ((count = deflater.deflate(chunk, 0, chunk.length, Deflater.FULL_FLUSH)) > 0) {
            blocks.write(chunk, 0, count);
        }
        deflater.end();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            stream.writeBytes(blocks.toByteArray());
        }
        stream.write(3); // an empty last block, RFC 1951 section 3.2.3
        stream.write(0);
        return stream.toByteArray();
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(syntax.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }
}
