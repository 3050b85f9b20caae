package org.cordonrt.dicom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Inflater;
import org.cordonrt.Property;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of each encoding, against PS3.5 by hand. Reading them back is tested with the reader. */
class DicomWriterTest {
    private static final TransferSyntax IMPLICIT = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final TransferSyntax BIG = TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;
    private static final TransferSyntax DEFLATED = TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN;

    private static String hex(DataSetBuilder ds, TransferSyntax syntax, SequenceLengths lengths) {
        return HexFormat.of().formatHex(DicomWriter.toDataSetBytes(ds, syntax, lengths));
    }

    private static String hex(DataSetBuilder ds, TransferSyntax syntax) {
        return hex(ds, syntax, SequenceLengths.DEFINED);
    }

    @Test
    void anElementInEachByteOrder() {
        DataSetBuilder rows = new DataSetBuilder().integers(Tag.Rows, 258);
        assertThat(hex(rows, IMPLICIT)).isEqualTo("28001000" + "02000000" + "0201");
        assertThat(hex(rows, EXPLICIT)).isEqualTo("28001000" + "5553" + "0200" + "0201");
        assertThat(hex(rows, BIG)).isEqualTo("00280010" + "5553" + "0002" + "0102");
    }

    @Test
    void aTagValueIsTwoWords() {
        DataSetBuilder pointer = new DataSetBuilder().integers(Tag.FrameIncrementPointer, Tag.GridFrameOffsetVector);
        assertThat(hex(pointer, EXPLICIT)).isEqualTo("28000900" + "4154" + "0400" + "04300c00");
        assertThat(hex(pointer, BIG)).isEqualTo("00280009" + "4154" + "0004" + "3004000c");
    }

    @Test
    void oddTextIsPaddedWithASpaceAndAUidWithNul() {
        DataSetBuilder ds = new DataSetBuilder().text(Tag.Modality, "RTDOSE1").text(Tag.SOPClassUID, "1.2");
        assertThat(hex(ds, EXPLICIT))
                .isEqualTo(
                        "08001600" + "5549" + "0400" + "312e3200" + "08006000" + "4353" + "0800" + "5254444f53453120");
    }

    @Test
    void elementsAreWrittenInUnsignedTagOrder() {
        DataSetBuilder ds = new DataSetBuilder()
                .bytes(Tag.DataSetTrailingPadding, new byte[0])
                .text(Tag.Modality, "CT")
                .text(Tag.SOPClassUID, "1.20");
        assertThat(hex(ds, IMPLICIT))
                .isEqualTo("08001600" + "04000000" + "312e3230" + "08006000" + "02000000" + "4354" + "fcfffcff"
                        + "00000000");
    }

    @Test
    void sequencesOfDefinedAndUndefinedLength() {
        DataSetBuilder ds = new DataSetBuilder()
                .sequence(Tag.ROIContourSequence, new DataSetBuilder().text(Tag.ROIName, "AB"), new DataSetBuilder());
        assertThat(hex(ds, IMPLICIT, SequenceLengths.DEFINED))
                .isEqualTo("06303900" + "1a000000"
                        + "feff00e0" + "0a000000" + "06302600" + "02000000" + "4142"
                        + "feff00e0" + "00000000");
        assertThat(hex(ds, EXPLICIT, SequenceLengths.UNDEFINED))
                .isEqualTo("06303900" + "53510000" + "ffffffff"
                        + "feff00e0" + "ffffffff" + "06302600" + "4c4f" + "0200" + "4142" + "feff0de0" + "00000000"
                        + "feff00e0" + "ffffffff" + "feff0de0" + "00000000"
                        + "feffdde0" + "00000000");
    }

    @Test
    void aValueTooLongForSixteenBitsBecomesUn() {
        String longest = "1".repeat(65_534);
        DataSetBuilder fits = new DataSetBuilder().text(Tag.ContourData, longest);
        DataSetBuilder tooLong = new DataSetBuilder().text(Tag.ContourData, longest + "1");
        assertThat(hex(fits, EXPLICIT)).startsWith("06305000" + "4453" + "feff" + "31");
        assertThat(hex(tooLong, EXPLICIT)).startsWith("06305000" + "554e0000" + "00000100" + "31");
        assertThat(hex(tooLong, BIG)).startsWith("30060050" + "554e0000" + "00010000" + "31");
        assertThat(hex(tooLong, IMPLICIT))
                .startsWith("06305000" + "00000100" + "31")
                .endsWith("20");
    }

    @Test
    void pixelWordsFollowTheByteOrder() {
        int[] words = {0x01020304, 0xF0E0D0C0};
        DataSetBuilder wide = new DataSetBuilder().pixels(words, 32);
        assertThat(hex(wide, EXPLICIT)).isEqualTo("e07f1000" + "4f570000" + "08000000" + "04030201" + "c0d0e0f0");
        assertThat(hex(wide, BIG)).isEqualTo("7fe00010" + "4f570000" + "00000008" + "01020304" + "f0e0d0c0");
        DataSetBuilder narrow = new DataSetBuilder().pixels(new int[] {0x0102, 0xFFFE}, 16);
        assertThat(hex(narrow, EXPLICIT)).endsWith("0201" + "feff");
        assertThat(hex(narrow, BIG)).endsWith("0102" + "fffe");
    }

    @Test
    void rawBytesAreNeverSwapped() {
        DataSetBuilder ds = new DataSetBuilder().bytes(0x00091001, Vr.UN, new byte[] {1, 2});
        assertThat(hex(ds, BIG)).isEqualTo("00091001" + "554e0000" + "00000002" + "0102");
    }

    @Test
    void aFileBeginsWithPreambleAndMetaInformationOfTheRightLength() {
        DataSetBuilder ds = new DataSetBuilder()
                .text(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.481.2")
                .text(Tag.SOPInstanceUID, "2.25.1");
        ByteBuffer file = ByteBuffer.wrap(DicomWriter.toBytes(ds, BIG)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] preamble = new byte[132];
        file.get(preamble);
        assertThat(new String(preamble, ISO_8859_1)).isEqualTo("\0".repeat(128) + "DICM");
        assertThat(file.getInt()).isEqualTo(0x00000002); // (0002,0000)
        file.getInt();
        int groupLength = file.getInt();
        byte[] group = new byte[groupLength];
        file.get(group);
        assertThat(new String(group, ISO_8859_1)).contains("1.2.840.10008.1.2.2");
        byte[] rest = new byte[file.remaining()];
        file.get(rest);
        assertThat(rest).isEqualTo(DicomWriter.toDataSetBytes(ds, BIG, SequenceLengths.DEFINED));
    }

    @Test
    void aFileWithoutItsUidIsRefused() {
        assertThatThrownBy(() -> DicomWriter.toBytes(new DataSetBuilder().text(Tag.SOPClassUID, "1.2"), EXPLICIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SOPInstanceUID (0008,0018)");
    }

    @Test
    void deflatedBytesInflateToTheExplicitDataSet() throws Exception {
        DataSetBuilder ds = new DataSetBuilder().text(Tag.ContourData, "1.5\\2.5\\-3".repeat(1000));
        byte[] deflated = DicomWriter.toDataSetBytes(ds, DEFLATED, SequenceLengths.DEFINED);
        byte[] plain = DicomWriter.toDataSetBytes(ds, EXPLICIT, SequenceLengths.DEFINED);
        assertThat(deflated.length).isEven().isLessThan(plain.length / 10);
        Inflater inflater = new Inflater(true);
        inflater.setInput(deflated);
        byte[] inflated = new byte[plain.length + 1];
        int n = inflater.inflate(inflated);
        inflater.end();
        assertThat(Arrays.copyOf(inflated, n)).isEqualTo(plain);
    }

    @Test
    void textIsEncodedInTheCharacterSetOfItsDataSetOrOfTheOneAround() {
        DataSetBuilder inner = new DataSetBuilder().text(Tag.ROIName, "R\u00fc");
        DataSetBuilder latin = new DataSetBuilder()
                .text(Tag.SpecificCharacterSet, "ISO_IR 100")
                .sequence(Tag.ROIContourSequence, inner);
        assertThat(hex(latin, IMPLICIT)).endsWith("06302600" + "02000000" + "52fc");
        DataSetBuilder utf8 = latin.copy().text(Tag.SpecificCharacterSet, "ISO_IR 192");
        assertThat(hex(utf8, IMPLICIT)).endsWith("06302600" + "04000000" + "52c3bc20");
        assertThatThrownBy(() -> hex(inner, IMPLICIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ROIName (3006,0026)");
    }

    @Test
    void aCopyChangesOnItsOwn() {
        DataSetBuilder original =
                new DataSetBuilder().sequence(Tag.ROIContourSequence, new DataSetBuilder().text(Tag.ROIName, "AB"));
        String before = hex(original, IMPLICIT);
        DataSetBuilder copy = original.copy();
        copy.item(Tag.ROIContourSequence, 0).remove(Tag.ROIName);
        assertThat(hex(original, IMPLICIT)).isEqualTo(before);
        assertThat(hex(copy, IMPLICIT)).isNotEqualTo(before);
    }

    @Test
    void rleFramesUnpackToTheirPixels() {
        Property.forAll(
                200,
                r -> {
                    int bits = r.nextBoolean() ? 16 : 32;
                    int rows = r.nextInt(1, 6);
                    int columns = r.nextInt(1, 400);
                    int[] words = new int[rows * columns * r.nextInt(1, 4)];
                    int alphabet = r.nextInt(1, 5);
                    for (int i = 0; i < words.length; i++) {
                        words[i] = r.nextInt(alphabet) * (bits == 16 ? 0x3F01 : 0x3F01_0203);
                    }
                    return new DataSetBuilder()
                            .integers(Tag.Rows, rows)
                            .integers(Tag.Columns, columns)
                            .pixels(words, bits);
                },
                ds -> {
                    DataSetBuilder.Pixels pixels = (DataSetBuilder.Pixels)
                            ds.elements().get(Tag.PixelData).value();
                    assertThat(unpack(ds, pixels)).isEqualTo(pixels.words());
                });
    }

    @Test
    void rleNeedsWholeFrames() {
        DataSetBuilder ds = new DataSetBuilder()
                .integers(Tag.Rows, 2)
                .integers(Tag.Columns, 2)
                .pixels(new int[5], 16);
        assertThatThrownBy(() -> DicomWriter.toDataSetBytes(ds, TransferSyntax.RLE_LOSSLESS, SequenceLengths.DEFINED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed(@TempDir Path dir) {
        DataSetBuilder ds = new DataSetBuilder().text(Tag.SOPClassUID, "1.2").text(Tag.SOPInstanceUID, "2.25.1");
        Path file = dir.resolve("absent").resolve("a.dcm");
        assertThatThrownBy(() -> DicomWriter.write(file, ds, EXPLICIT))
                .isInstanceOfSatisfying(
                        CordonException.class, e -> assertThat(e.code()).isEqualTo(IssueCode.OUTPUT_UNWRITABLE))
                .hasMessageContaining("a.dcm");
    }

    /** A second, plain decoder of PS3.5 annex G. */
    private static int[] unpack(DataSetBuilder ds, DataSetBuilder.Pixels pixels) {
        byte[] bytes = DicomWriter.toDataSetBytes(ds, TransferSyntax.RLE_LOSSLESS, SequenceLengths.DEFINED);
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int frameSize = ds.requireNumber(Tag.Rows) * ds.requireNumber(Tag.Columns);
        in.position(2 * 10 + 12 + 8); // Rows, Columns, header of the pixel data, empty offset table
        int[] words = new int[pixels.words().length];
        int segments = pixels.bitsAllocated() / 8;
        for (int from = 0; from < words.length; from += frameSize) {
            assertThat(in.getInt()).isEqualTo(0xE000FFFE);
            int length = in.getInt();
            assertThat(length).isEven();
            int start = in.position();
            assertThat(in.getInt()).isEqualTo(segments);
            for (int s = 0; s < segments; s++) {
                int at = start + in.getInt(start + 4 + 4 * s);
                byte[] segment = unpackSegment(bytes, at, frameSize);
                for (int i = 0; i < frameSize; i++) {
                    words[from + i] |= (segment[i] & 0xFF) << (8 * (segments - 1 - s));
                }
            }
            in.position(start + length);
        }
        assertThat(in.getInt()).isEqualTo(0xE0DDFFFE);
        assertThat(in.getInt()).isZero();
        assertThat(in.hasRemaining()).isFalse();
        return words;
    }

    private static byte[] unpackSegment(byte[] bytes, int at, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int i = at;
        while (out.size() < size) {
            int n = bytes[i++];
            if (n >= 0) {
                out.write(bytes, i, n + 1);
                i += n + 1;
            } else {
                for (int k = 0; k < 1 - n; k++) {
                    out.write(bytes[i]);
                }
                i++;
            }
        }
        assertThat(out.size()).isEqualTo(size);
        return out.toByteArray();
    }
}
