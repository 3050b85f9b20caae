package org.cordonrt.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cordonrt.Property;
import org.cordonrt.issue.IssueCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PixelWordsTest {

    @ParameterizedTest
    @EnumSource(
            value = TransferSyntax.class,
            names = {"OTHER", "RLE_LOSSLESS"},
            mode = Mode.EXCLUDE)
    void uncompressedWordsOfEveryOrder(TransferSyntax syntax) {
        int[] wide = {0, 1, 0x01020304, 0x01030000, 0x01030001};
        assertThat(DicomFile.parse(new DataSetBytes(syntax)
                                .text(Tag.SOPClassUID, Vr.UI, "1.2")
                                .ints(Tag.PixelData, Vr.OW, wide)
                                .file())
                        .pixelWords(5, 32))
                .containsExactly(wide);
        int[] narrow = {0, 1, 0x0102, 0xFFFF, 0x8000};
        assertThat(DicomFile.parse(new DataSetBytes(syntax)
                                .text(Tag.SOPClassUID, Vr.UI, "1.2")
                                .shorts(Tag.PixelData, Vr.OW, narrow)
                                .file())
                        .pixelWords(5, 16))
                .containsExactly(narrow);
    }

    @Test
    void aWrongNumberOfBytesIsRefused() {
        DicomFile file = DicomFile.parse(new DataSetBytes(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .shorts(Tag.PixelData, Vr.OW, 1, 2, 3, 4)
                .file());
        for (int samples : new int[] {0, 3, 5, 8}) {
            assertThatThrownBy(() -> file.pixelWords(samples, 16))
                    .isInstanceOfSatisfying(
                            DicomFormatException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(IssueCode.DICOM_INVALID_VALUE))
                    .hasMessageContaining("holds 8 bytes where " + samples + " samples need " + 2 * samples);
        }
        assertThatThrownBy(() -> file.pixelWords(8, 8)).hasMessageContaining("is 8 where 16 or 32 are read");
        assertThatThrownBy(() -> file.pixelWords(Integer.MAX_VALUE, 32)).hasMessageContaining("give Java more memory");
        assertThatThrownBy(() -> file.pixelWords(-1, 32)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void absentPixelDataIsMissing() {
        DicomFile file = DicomFile.parse(new DataSetBytes(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .text(Tag.Modality, Vr.CS, "RTDOSE")
                .sequence(
                        Tag.IconImageSequence,
                        new DataSetBytes(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).shorts(Tag.PixelData, Vr.OW, 1))
                .file());
        assertThatThrownBy(() -> file.pixelWords(1, 16)).hasMessage("PixelData (7fe0,0010): is missing");
    }

    /** Dose is smooth in one order of the halves and noise in the other; the whole 32-bit word must be the smooth one. */
    @Test
    void bigEndianWordsWithSwappedHalvesAreRefused() {
        int[] dose = IntStream.range(0, 400)
                .map(i -> (int) (3e6 * Math.exp(-Math.pow((i - 200) / 80.0, 2))))
                .toArray();
        assertThat(bigEndian(dose).pixelWords(dose.length, 32)).containsExactly(dose);
        int[] swapped =
                Arrays.stream(dose).map(word -> Integer.rotateLeft(word, 16)).toArray();
        assertThatThrownBy(() -> bigEndian(swapped).pixelWords(dose.length, 32))
                .isInstanceOfSatisfying(
                        DicomFormatException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(IssueCode.DICOM_INVALID_VALUE))
                .hasMessageContaining("halves");
    }

    @Test
    void bigEndianBytesOfUnclearOrderAreRefused() {
        for (Vr vr : new Vr[] {Vr.OB, Vr.UN}) {
            DicomFile file = DicomFile.parse(new DataSetBytes(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN)
                    .text(Tag.SOPClassUID, Vr.UI, "1.2")
                    .shorts(Tag.PixelData, vr, 1, 2)
                    .file());
            assertThatThrownBy(() -> file.pixelWords(2, 16)).hasMessageContaining("leaves the order of its bytes open");
        }
    }

    @Test
    void runLengthsGiveBackEveryWord() {
        Property.forAll(300, PixelWordsTest::randomFrames, frames -> {
            for (int bits : new int[] {16, 32}) {
                int[][] words = Arrays.stream(frames)
                        .map(frame -> Arrays.stream(frame)
                                .map(word -> bits == 16 ? word & 0xFFFF : word)
                                .toArray())
                        .toArray(int[][]::new);
                int[] all = Arrays.stream(words).flatMapToInt(Arrays::stream).toArray();
                byte[][] fragments = Arrays.stream(words)
                        .map(frame -> runLengthFrame(frame, bits / 8))
                        .toArray(byte[][]::new);
                assertThat(encapsulated(fragments).pixelWords(all.length, bits)).containsExactly(all);
            }
        });
    }

    @Test
    void damagedRunLengthsAreRefused() {
        int[] frame = IntStream.range(0, 300).map(i -> i / 7 * 1000).toArray();
        byte[] good = runLengthFrame(frame, 4);
        assertThat(encapsulated(new byte[][] {good}).pixelWords(300, 32)).containsExactly(frame);
        assertRefused(encapsulated(new byte[][] {good}), 299);
        assertRefused(encapsulated(new byte[][] {good}), 301);
        assertRefused(encapsulated(new byte[][] {good, good}), 300);
        assertRefused(encapsulated(new byte[][] {good, good, good}), 400);
        assertRefused(encapsulated(new byte[][] {}), 300);
        assertRefused(encapsulated(new byte[][] {Arrays.copyOf(good, 62)}), 300);
        assertRefused(encapsulated(new byte[][] {Arrays.copyOf(good, good.length - 4)}), 300);
        assertRefused(encapsulated(new byte[][] {runLengthFrame(frame, 2)}), 300);
        byte[] backwards = good.clone();
        ByteBuffer.wrap(backwards).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 0x7FFFFFFF);
        assertRefused(encapsulated(new byte[][] {backwards}), 300);
    }

    @Test
    void compressionMustAgreeWithTheTransferSyntax() {
        byte[] frame = runLengthFrame(new int[] {1, 2}, 2);
        DataSetBytes compressed = encapsulatedBytes(frame);
        assertThatThrownBy(() -> DicomFile.parse(compressed.file(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid()))
                        .pixelWords(2, 16))
                .hasMessageContaining("is compressed although the transfer syntax says otherwise");
        assertThatThrownBy(() -> DicomFile.parse(new DataSetBytes(TransferSyntax.RLE_LOSSLESS)
                                .shorts(Tag.PixelData, Vr.OW, 1, 2)
                                .file())
                        .pixelWords(2, 16))
                .hasMessageContaining("is not compressed although the transfer syntax says so");
        assertThatThrownBy(() -> DicomFile.parse(compressed.file("1.2.840.10008.1.2.4.90"))
                        .pixelWords(2, 16))
                .isInstanceOfSatisfying(
                        DicomFormatException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(IssueCode.DICOM_UNSUPPORTED))
                .hasMessageContaining("JPEG 2000 (1.2.840.10008.1.2.4.90)");
    }

    private static void assertRefused(DicomFile file, int samples) {
        assertThatThrownBy(() -> file.pixelWords(samples, 32))
                .isInstanceOfSatisfying(
                        DicomFormatException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(IssueCode.DICOM_MALFORMED));
    }

    private static DicomFile bigEndian(int[] words) {
        return DicomFile.parse(new DataSetBytes(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN)
                .text(Tag.SOPClassUID, Vr.UI, "1.2")
                .ints(Tag.PixelData, Vr.OW, words)
                .file());
    }

    private static DicomFile encapsulated(byte[]... fragments) {
        return DicomFile.parse(encapsulatedBytes(fragments).file());
    }

    private static DataSetBytes encapsulatedBytes(byte[]... fragments) {
        DataSetBytes bytes = new DataSetBytes(TransferSyntax.RLE_LOSSLESS)
                .text(Tag.SOPClassUID, Vr.UI, "1.2")
                .header(Tag.PixelData, Vr.OB, 0xFFFFFFFFL)
                .delimiter(Tag.Item, 0);
        for (byte[] fragment : fragments) {
            bytes.delimiter(Tag.Item, fragment.length).raw(fragment);
        }
        return bytes.delimiter(Tag.SequenceDelimitationItem, 0);
    }

    /** One to three frames of equal size, with runs of all lengths. */
    private static int[][] randomFrames(SplittableRandom random) {
        int[][] frames = new int[random.nextInt(1, 4)][random.nextInt(1, 500)];
        for (int[] frame : frames) {
            int word = random.nextInt();
            for (int i = 0; i < frame.length; i++) {
                word = random.nextInt(1 + random.nextInt(200)) == 0 ? random.nextInt() : word;
                frame[i] = word;
            }
        }
        return frames;
    }

    private static byte[] runLengthFrame(int[] words, int wordBytes) {
        ByteBuffer header =
                ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(wordBytes);
        ByteArrayOutputStream segments = new ByteArrayOutputStream();
        for (int segment = 0; segment < wordBytes; segment++) {
            header.putInt(64 + segments.size());
            int shift = 8 * (wordBytes - 1 - segment);
            packBits(Arrays.stream(words).map(word -> word >>> shift & 0xFF).toArray(), segments);
            if (segments.size() % 2 != 0) {
                segments.write(0);
            }
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(header.array());
        frame.writeBytes(segments.toByteArray());
        return frame.toByteArray();
    }

    private static void packBits(int[] bytes, ByteArrayOutputStream out) {
        int at = 0;
        while (at < bytes.length) {
            int run = 1;
            while (run < 128 && at + run < bytes.length && bytes[at + run] == bytes[at]) {
                run++;
            }
            if (run > 1) {
                out.write(1 - run);
                out.write(bytes[at]);
                at += run;
            } else {
                int literals = 1;
                while (literals < 128
                        && at + literals < bytes.length
                        && bytes[at + literals] != bytes[at + literals - 1]) {
                    literals++;
                }
                out.write(literals - 1);
                for (int i = 0; i < literals; i++) {
                    out.write(bytes[at + i]);
                }
                at += literals;
            }
            if (at % 5 == 0) {
                out.write(-128); // means nothing
            }
        }
    }
}
