package org.cordonrt.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Adler32;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class DicomFileTest {
    private static final int PRIVATE_CREATOR = 0x32530010;
    private static final int PRIVATE_SEQUENCE = 0x32531001;
    private static final String STRUCTURE_SET = "1.2.840.10008.5.1.4.1.1.481.3";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = TransferSyntax.class, names = "OTHER", mode = Mode.EXCLUDE)
    void readsTheSameFromEveryEncoding(TransferSyntax syntax) {
        for (boolean open : new boolean[] {false, true}) {
            DicomFile file = DicomFile.parse(structureSet(syntax, open).file());
            assertThat(file.transferSyntax()).isEqualTo(syntax);
            assertThat(file.issues()).isEmpty();
            checkStructureSet(file.dataSet());
        }
    }

    @Test
    void aCompressedTransferSyntaxStillGivesTheDataSet() {
        DataSetBytes explicit = structureSet(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, false);
        DicomFile file = DicomFile.parse(explicit.file("1.2.840.10008.1.2.4.90"));
        assertThat(file.transferSyntax()).isEqualTo(TransferSyntax.OTHER);
        assertThat(file.transferSyntaxUid()).isEqualTo("1.2.840.10008.1.2.4.90");
        checkStructureSet(file.dataSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.113619.5.2", "1.2.840.10008.1.2.4.95"})
    void anEncodingThatIsNotExplicitLittleEndianIsRefusedByName(String uid) {
        byte[] bytes =
                structureSet(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, false).file(uid);
        assertRefused(bytes, IssueCode.DICOM_UNSUPPORTED, uid);
    }

    @ParameterizedTest
    @EnumSource(
            value = TransferSyntax.class,
            names = {"IMPLICIT_VR_LITTLE_ENDIAN", "EXPLICIT_VR_LITTLE_ENDIAN", "EXPLICIT_VR_BIG_ENDIAN"})
    void tellsTheEncodingOfABareDataSet(TransferSyntax syntax) {
        DicomFile file = DicomFile.parse(structureSet(syntax, true).bytes());
        assertThat(file.transferSyntax()).isEqualTo(syntax);
        assertThat(messages(file))
                .containsExactly(
                        "the preamble of 128 bytes is missing",
                        "the file meta information is missing; the encoding was told from the first elements");
        checkStructureSet(file.dataSet());
    }

    @Test
    void readsAFileWithoutPreamble() {
        byte[] whole =
                structureSet(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, false).file();
        for (int cut : new int[] {128, 132}) {
            DicomFile file = DicomFile.parse(Arrays.copyOfRange(whole, cut, whole.length));
            assertThat(file.transferSyntax()).isEqualTo(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
            assertThat(messages(file)).containsExactly("the preamble of 128 bytes is missing");
            checkStructureSet(file.dataSet());
        }
    }

    @Test
    void readsAFileWithoutTransferSyntax() {
        for (TransferSyntax syntax :
                List.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN)) {
            DicomFile file = DicomFile.parse(structureSet(syntax, false).file(""));
            assertThat(file.transferSyntax()).isEqualTo(syntax);
            assertThat(messages(file)).singleElement().asString().startsWith("the transfer syntax is missing");
        }
    }

    @Test
    void aWrongLengthOfTheMetaInformationIsReported() {
        byte[] bytes =
                structureSet(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, false).file();
        bytes[140] += 4;
        DicomFile file = DicomFile.parse(bytes);
        assertThat(messages(file)).singleElement().asString().contains("meta information is missing or wrong");
        checkStructureSet(file.dataSet());
    }

    @Test
    void aZlibHeaderBeforeTheDeflatedDataSetIsReported() {
        byte[] dataSet =
                structureSet(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, false).bytes();
        byte[] raw = DataSetBytes.deflate(dataSet);
        byte[] wrapped = new byte[raw.length + 6];
        wrapped[0] = 0x78;
        wrapped[1] = (byte) 0x9C;
        System.arraycopy(raw, 0, wrapped, 2, raw.length);
        Adler32 sum = new Adler32();
        sum.update(dataSet);
        for (int i = 0; i < 4; i++) {
            wrapped[wrapped.length - 4 + i] = (byte) (sum.getValue() >> 24 - 8 * i);
        }
        DicomFile file = DicomFile.parse(new DataSetBytes(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .raw(wrapped)
                .file(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN.uid()));
        assertThat(messages(file)).containsExactly("the deflated data set has a zlib header");
        checkStructureSet(file.dataSet());
    }

    @ParameterizedTest
    @EnumSource(value = TransferSyntax.class, names = "EXPLICIT_.*", mode = Mode.MATCH_ALL)
    void longContourDataWrittenAsUnknownIsText(TransferSyntax syntax) {
        String numbers = "-123.45\\67.8\\1e1" + "\\1.25".repeat(20_000);
        DataSetBytes root = new DataSetBytes(syntax);
        root.text(Tag.SOPClassUID, Vr.UI, STRUCTURE_SET).text(Tag.ContourData, Vr.UN, numbers);
        double[] read = DicomFile.parse(root.file()).dataSet().decimals(Tag.ContourData);
        assertThat(read).hasSize(20_003).startsWith(-123.45, 67.8, 10, 1.25).endsWith(1.25);
    }

    /** PS3.5 section 6.2.2: inside UN everything is implicit little endian, whatever is around it. */
    @ParameterizedTest
    @EnumSource(value = TransferSyntax.class, names = "EXPLICIT_.*", mode = Mode.MATCH_ALL)
    void aSequenceWrittenAsUnknownIsRead(TransferSyntax syntax) {
        DataSetBytes implicit = new DataSetBytes(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        DataSetBytes item =
                implicit.item().text(Tag.ContourGeometricType, Vr.CS, "POINT").text(Tag.ContourData, Vr.DS, "1\\2\\3");
        DataSetBytes outer = implicit.item().sequence(Tag.ContourSequence, item, item);
        byte[] defined = DataSetBytes.items(outer);
        byte[] open =
                implicit.item().openSequence(Tag.ROIContourSequence, outer).bytes();
        open = Arrays.copyOfRange(open, 8, open.length);
        for (byte[] content : List.of(defined, open)) {
            DataSetBytes root = new DataSetBytes(syntax)
                    .text(Tag.SOPClassUID, Vr.UI, STRUCTURE_SET)
                    .shorts(Tag.Rows, Vr.US, 0x0102)
                    .header(Tag.ROIContourSequence, Vr.UN, content == open ? 0xFFFFFFFFL : content.length)
                    .raw(content)
                    .shorts(0x300C1000, Vr.US, 0x0304);
            DataSet read = DicomFile.parse(root.file()).dataSet();
            List<DataSet> contours = read.items(Tag.ROIContourSequence).get(0).items(Tag.ContourSequence);
            assertThat(contours).hasSize(2);
            assertThat(contours.get(1).decimals(Tag.ContourData)).containsExactly(1, 2, 3);
            assertThat(read.requireInteger(Tag.Rows)).isEqualTo(0x0102);
            assertThat(read.requireInteger(0x300C1000)).isEqualTo(0x0304);
        }
    }

    @Test
    void anExplicitSequenceWrittenAsUnknownIsRead() {
        DataSetBytes explicit = new DataSetBytes(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        DataSetBytes item = explicit.item()
                .text(Tag.ContourGeometricType, Vr.CS, "POINT")
                .sequence(Tag.ContourImageSequence, explicit.item().text(Tag.ReferencedSOPInstanceUID, Vr.UI, "1.2"));
        byte[] content = DataSetBytes.items(item);
        DataSetBytes root = explicit.item()
                .header(Tag.ContourSequence, Vr.UN, content.length)
                .raw(content);
        DataSet contour = DicomFile.parse(root.file())
                .dataSet()
                .items(Tag.ContourSequence)
                .get(0);
        assertThat(contour.requireText(Tag.ContourGeometricType)).isEqualTo("POINT");
        assertThat(contour.items(Tag.ContourImageSequence).get(0).requireText(Tag.ReferencedSOPInstanceUID))
                .isEqualTo("1.2");
    }

    @Test
    void privateSequencesAreWalkedOrKeptAsBytes() {
        for (TransferSyntax syntax :
                List.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN)) {
            DataSetBytes root = new DataSetBytes(syntax).text(Tag.SOPClassUID, Vr.UI, STRUCTURE_SET);
            DataSetBytes item = root.item().text(0x32531002, Vr.LO, "private");
            root.text(PRIVATE_CREATOR, Vr.LO, "VENDOR")
                    .sequence(PRIVATE_SEQUENCE, item)
                    .openSequence(0x32531003, item, item)
                    .text(0x32531004, Vr.UN, "bytes that say nothing");
            DataSet read = DicomFile.parse(root.file()).dataSet();
            assertThat(read.requireText(PRIVATE_CREATOR)).isEqualTo("VENDOR");
            assertThat(read.items(PRIVATE_SEQUENCE).get(0).requireText(0x32531002))
                    .isEqualTo("private");
            assertThat(read.items(0x32531003)).hasSize(2);
            assertThat(read.raw(0x32531004).orElseThrow().length()).isEqualTo(22);
        }
    }

    @Test
    void odditiesAreReportedOnceForEachKind() {
        DataSetBytes root = new DataSetBytes(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        root.ints(0x00080000, Vr.UL, 1000)
                .text(Tag.SOPClassUID, Vr.UI, STRUCTURE_SET)
                .value(Tag.Modality, Vr.CS, "RTDOS".getBytes(StandardCharsets.US_ASCII))
                .value(Tag.Manufacturer, Vr.LO, "abc".getBytes(StandardCharsets.US_ASCII))
                .delimiter(Tag.SequenceDelimitationItem, 0)
                .text(Tag.PatientSex, Vr.CS, "O")
                .text(Tag.StudyDescription, Vr.LO, "late")
                .header(0x32531001, "QQ", true, 2)
                .raw(new byte[2])
                .value(Tag.DataSetTrailingPadding, Vr.OB, new byte[6])
                .raw(new byte[5]);
        DicomFile file = DicomFile.parse(root.file());
        assertThat(file.dataSet().requireText(Tag.StudyDescription)).isEqualTo("late");
        assertThat(file.dataSet().requireText(Tag.Modality)).isEqualTo("RTDOS");
        assertThat(file.dataSet().contains(0x00080000)).isFalse();
        assertThat(file.issues()).extracting(Issue::code).containsOnly(IssueCode.DICOM_ODDITY);
        assertThat(messages(file))
                .containsExactly(
                        "zero bytes after the data set",
                        "retired group length: (0008,0000)",
                        "value of odd length: Modality (0008,0060) and 1 more",
                        "elements not in the order of their tags: StudyDescription (0008,1030)",
                        "delimiter where nothing is open: (fffe,e0dd)",
                        "unknown value representation, read as bytes: (3253,1001)");
    }

    @Test
    void aRepeatedTagIsRefusedWhereverItStands() {
        DataSetBytes root = new DataSetBytes(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        root.text(Tag.Modality, Vr.CS, "RTDOSE").text(Tag.DoseGridScaling, Vr.DS, "1");
        assertRefused(
                root.item()
                        .raw(root.bytes())
                        .text(Tag.DoseGridScaling, Vr.DS, "2")
                        .file(),
                IssueCode.DICOM_MALFORMED,
                "DoseGridScaling (3004,000e): is there more than once");
        DataSetBytes apart = root.item().raw(root.bytes()).text(Tag.Modality, Vr.CS, "RTPLAN");
        assertRefused(apart.file(), IssueCode.DICOM_MALFORMED, "Modality (0008,0060): is there more than once");
        DataSetBytes nested = root.item().text(Tag.Modality, Vr.CS, "RTPLAN");
        assertRefused(
                nested.sequence(Tag.DVHSequence, root.item(), apart).file(),
                IssueCode.DICOM_MALFORMED,
                "DVHSequence[2].Modality (0008,0060)");
    }

    @Test
    void aRefusalNamesThePlaceAndTheByte() {
        DataSetBytes root = new DataSetBytes(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        DataSetBytes good = root.item().text(Tag.ContourGeometricType, Vr.CS, "POINT");
        DataSetBytes bad = root.item().header(Tag.ContourData, Vr.DS, 400).raw(new byte[10]);
        DataSetBytes roi = root.item().sequence(Tag.ContourSequence, good, bad);
        root.sequence(Tag.ROIContourSequence, good, good, roi).text(0x32531001, Vr.LO, "more");
        byte[] bytes = root.file();
        assertThatThrownBy(() -> DicomFile.parse(bytes)).isInstanceOfSatisfying(DicomFormatException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(IssueCode.DICOM_MALFORMED);
            assertThat(refusal)
                    .hasMessageStartingWith("ROIContourSequence[3].ContourSequence[2].ContourData (3006,0050): "
                            + "announces 400 bytes where 10 are left");
            assertThat(refusal.offset()).isEqualTo(bytes.length - 12 - 10);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "This is a text file about something else entirely, and it goes on for quite a while.",
                "\b\0a note that begins with two control characters",
                "8\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
                "DICM",
                "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0"
            })
    void whatIsNotDicomIsRefused(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        IssueCode code = text.equals("DICM") ? IssueCode.DICOM_TRUNCATED : IssueCode.NOT_DICOM;
        assertRefused(bytes, code, "");
        Path file = Files.write(folder.resolve("file"), bytes);
        assertThat(DicomFile.looksLikeDicom(file)).isEqualTo(text.equals("DICM"));
        assertThat(DicomFile.peekSopClassUid(file)).isEmpty();
    }

    @Test
    void looksAtTheFirstBytesOnly() throws IOException {
        byte[] bytes =
                structureSet(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, false).file();
        Path whole = Files.write(folder.resolve("whole"), bytes);
        assertThat(DicomFile.looksLikeDicom(whole)).isTrue();
        assertThat(DicomFile.peekSopClassUid(whole)).contains(STRUCTURE_SET);
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, 150));
        assertThat(DicomFile.looksLikeDicom(cut)).isTrue();
        assertThat(DicomFile.peekSopClassUid(cut)).isEmpty();
        Path bare = Files.write(
                folder.resolve("bare"),
                structureSet(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, false).bytes());
        assertThat(DicomFile.looksLikeDicom(bare)).isTrue();
        assertThat(DicomFile.peekSopClassUid(bare)).isEmpty();
    }

    @Test
    void aRefusedFileIsNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "nothing of DICOM");
        assertThatThrownBy(() -> DicomFile.read(text))
                .isInstanceOf(CordonException.class)
                .hasMessage(text + ": this is not a DICOM file");
        assertThatThrownBy(() -> DicomFile.read(folder))
                .isInstanceOfSatisfying(
                        CordonException.class, e -> assertThat(e.code()).isEqualTo(IssueCode.FILE_UNREADABLE))
                .hasMessage(folder + ": is not a file");
        assertThatThrownBy(() -> DicomFile.read(folder.resolve("absent.dcm"))).hasMessageEndingWith("does not exist");
    }

    @Test
    void theHashIsThatOfTheFile() throws IOException {
        byte[] bytes = structureSet(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN, false)
                .file();
        Path path = Files.write(folder.resolve("rs.dcm"), bytes);
        String hash = DicomFile.read(path).sha256();
        assertThat(hash).matches("[0-9a-f]{64}");
        bytes[0] ^= 1; // in the preamble, which says nothing
        DicomFile other = DicomFile.parse(bytes);
        checkStructureSet(other.dataSet());
        assertThat(other.sha256()).isNotEqualTo(hash);
    }

    /** One ROI with two contours and everything that tells encodings apart. */
    private static DataSetBytes structureSet(TransferSyntax syntax, boolean open) {
        DataSetBytes root = new DataSetBytes(syntax);
        DataSetBytes first = root.item()
                .text(Tag.ContourGeometricType, Vr.CS, "CLOSED_PLANAR")
                .text(Tag.NumberOfContourPoints, Vr.IS, "3")
                .text(Tag.ContourData, Vr.DS, "0\\0\\1.5\\10\\0\\1.5\\0\\10\\1.5");
        DataSetBytes second =
                root.item().text(Tag.ContourGeometricType, Vr.CS, "POINT").text(Tag.ContourData, Vr.DS, "1e1\\-2\\.5");
        DataSetBytes roi = root.item().text(Tag.ROIDisplayColor, Vr.IS, "255\\0\\64");
        roi = open
                ? roi.openSequence(Tag.ContourSequence, first, second)
                : roi.sequence(Tag.ContourSequence, first, second);
        roi.text(Tag.ReferencedROINumber, Vr.IS, "7");
        root.text(Tag.SOPClassUID, Vr.UI, STRUCTURE_SET)
                .text(Tag.Modality, Vr.CS, "RTSTRUCT")
                .shorts(Tag.FrameIncrementPointer, Vr.AT, 0x3004, 0x000C)
                .shorts(Tag.Rows, Vr.US, 0x0102)
                .text(Tag.StructureSetLabel, Vr.SH, "spine")
                .sequence(Tag.StructureSetROISequence);
        root = open
                ? root.openSequence(Tag.ROIContourSequence, roi, root.item())
                : root.sequence(Tag.ROIContourSequence, roi, root.item());
        return root.ints(Tag.TableTopPitchAngle, Vr.FL, Float.floatToIntBits(-2.5f));
    }

    private static void checkStructureSet(DataSet read) {
        assertThat(read.requireText(Tag.SOPClassUID)).isEqualTo(STRUCTURE_SET);
        assertThat(read.requireInteger(Tag.Rows)).isEqualTo(0x0102);
        assertThat(read.pointers(Tag.FrameIncrementPointer)).containsExactly(Tag.GridFrameOffsetVector);
        assertThat(read.contains(Tag.StructureSetROISequence)).isTrue();
        assertThat(read.has(Tag.StructureSetROISequence)).isFalse();
        assertThat(read.requireDecimal(Tag.TableTopPitchAngle)).isEqualTo(-2.5);
        List<DataSet> rois = read.requireItems(Tag.ROIContourSequence);
        assertThat(rois).hasSize(2);
        assertThat(rois.get(0).integers(Tag.ROIDisplayColor)).containsExactly(255, 0, 64);
        assertThat(rois.get(0).requireInteger(Tag.ReferencedROINumber)).isEqualTo(7);
        assertThat(rois.get(1).tags()).isEmpty();
        List<DataSet> contours = rois.get(0).requireItems(Tag.ContourSequence);
        assertThat(contours.get(0).requireDecimals(Tag.ContourData, 9))
                .containsExactly(0, 0, 1.5, 10, 0, 1.5, 0, 10, 1.5);
        assertThat(contours.get(1).requireDecimals(Tag.ContourData, 3)).containsExactly(10, -2, 0.5);
    }

    private static List<String> messages(DicomFile file) {
        return file.issues().stream().map(Issue::message).toList();
    }

    private static void assertRefused(byte[] bytes, IssueCode code, String message) {
        assertThatThrownBy(() -> DicomFile.parse(bytes))
                .isInstanceOfSatisfying(
                        DicomFormatException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }
}
