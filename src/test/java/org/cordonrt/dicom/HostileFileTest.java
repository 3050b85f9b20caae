package org.cordonrt.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to break a reader: each is refused with a code, and nothing else escapes. */
class HostileFileTest {
    private static final Path REAL = Path.of("testdata/real/pydicom");
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    @ParameterizedTest
    @ValueSource(longs = {0xFFFFFFFEL, 0xFFFFFFFFL, 0x80000000L, 0x7FFFFFFFL, 1000})
    void aLengthBeyondTheFileAllocatesNothing(long length) {
        for (Vr vr : new Vr[] {Vr.OW, Vr.SQ, Vr.UN, Vr.UT}) {
            for (TransferSyntax syntax : new TransferSyntax[] {EXPLICIT, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN}) {
                byte[] bytes = new DataSetBytes(syntax)
                        .text(Tag.Modality, Vr.CS, "RTDOSE")
                        .header(vr == Vr.SQ ? Tag.DVHSequence : Tag.PixelData, vr, length)
                        .raw(new byte[50])
                        .file();
                assertRefused(bytes, IssueCode.DICOM_TRUNCATED, IssueCode.DICOM_MALFORMED);
            }
        }
    }

    @Test
    void anItemCannotReachBeyondItsSequence() {
        DataSetBytes root = new DataSetBytes(EXPLICIT);
        root.header(Tag.DVHSequence, Vr.SQ, 16)
                .delimiter(Tag.Item, 100)
                .raw(new byte[8])
                .text(Tag.PatientComments, Vr.LT, "x".repeat(200));
        assertRefused(root.file(), IssueCode.DICOM_MALFORMED);
        DataSetBytes open = new DataSetBytes(EXPLICIT);
        open.header(Tag.DVHSequence, Vr.SQ, 16)
                .delimiter(Tag.Item, 0xFFFFFFFFL)
                .text(Tag.Modality, Vr.CS, "")
                .delimiter(Tag.ItemDelimitationItem, 0)
                .delimiter(Tag.SequenceDelimitationItem, 0);
        assertRefused(open.file(), IssueCode.DICOM_MALFORMED);
    }

    @Test
    void theFileMayNotEndInsideAnythingOpen() {
        DataSetBytes root = new DataSetBytes(EXPLICIT);
        DataSetBytes item = root.item().text(Tag.Modality, Vr.CS, "RTDOSE");
        root.openSequence(Tag.DVHSequence, item, item);
        byte[] whole = root.file();
        assertThat(DicomFile.parse(whole).dataSet().items(Tag.DVHSequence)).hasSize(2);
        // The last 16 bytes close an item and the sequence; each cut leaves whole elements behind.
        assertRefused(Arrays.copyOf(whole, whole.length - 8), IssueCode.DICOM_TRUNCATED);
        assertRefused(Arrays.copyOf(whole, whole.length - 16), IssueCode.DICOM_TRUNCATED);
        DataSetBytes fragments = new DataSetBytes(TransferSyntax.RLE_LOSSLESS)
                .header(Tag.PixelData, Vr.OB, 0xFFFFFFFFL)
                .delimiter(Tag.Item, 0);
        assertRefused(fragments.file(), IssueCode.DICOM_TRUNCATED);
    }

    /** Nothing else tells it from a valid file: the next element would just not be there. */
    @Test
    void aTextThatTakesInTheNextElementIsRefused() {
        for (TransferSyntax syntax : new TransferSyntax[] {
            EXPLICIT, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN
        }) {
            DataSetBytes next = new DataSetBytes(syntax).text(Tag.ROIGenerationAlgorithm, Vr.CS, "MANUAL");
            byte[] name = "SpinalCord".getBytes(StandardCharsets.US_ASCII);
            byte[] bytes = new DataSetBytes(syntax)
                    .header(Tag.ROIName, Vr.LO, name.length + next.size())
                    .raw(name)
                    .raw(next.bytes())
                    .file();
            assertRefused(bytes, IssueCode.DICOM_MALFORMED);
        }
    }

    @Test
    void aTextMayEndInAnyPadding() {
        byte[] bytes = new DataSetBytes(EXPLICIT)
                .value(Tag.ROIName, Vr.LO, "PTV \0 \0\0 ".getBytes(StandardCharsets.US_ASCII))
                .file();
        assertThat(DicomFile.parse(bytes).dataSet().requireText(Tag.ROIName)).isEqualTo("PTV");
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 5000, 200_000})
    void deepNestingIsRefused(int levels) {
        for (boolean unknown : new boolean[] {false, true}) {
            DataSetBytes root = new DataSetBytes(EXPLICIT);
            DataSetBytes implicit = new DataSetBytes(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
            root.header(Tag.DVHSequence, unknown ? Vr.UN : Vr.SQ, 0xFFFFFFFFL);
            (unknown ? implicit : root).delimiter(Tag.Item, 0xFFFFFFFFL);
            for (int i = 1; i < levels; i++) {
                (unknown ? implicit : root)
                        .header(Tag.DVHSequence, Vr.SQ, 0xFFFFFFFFL)
                        .delimiter(Tag.Item, 0xFFFFFFFFL);
            }
            assertRefused(root.raw(implicit.bytes()).file(), IssueCode.DICOM_LIMIT);
        }
    }

    @Test
    void nestingUpToTheLimitIsRead() {
        DataSetBytes inner = new DataSetBytes(EXPLICIT).text(Tag.Modality, Vr.CS, "SR");
        for (int i = 0; i < Indexer.MAX_DEPTH; i++) {
            inner = new DataSetBytes(EXPLICIT).sequence(Tag.DVHSequence, inner);
        }
        DataSet read = DicomFile.parse(inner.file()).dataSet();
        for (int i = 0; i < Indexer.MAX_DEPTH; i++) {
            read = read.items(Tag.DVHSequence).get(0);
        }
        assertThat(read.requireText(Tag.Modality)).isEqualTo("SR");
        assertThat(read.where(Tag.Modality)).startsWith("DVHSequence[1].DVHSequence[1].");
        assertRefused(
                new DataSetBytes(EXPLICIT).sequence(Tag.DVHSequence, inner).file(), IssueCode.DICOM_LIMIT);
    }

    @Test
    void millionsOfEmptyItemsInASequenceThatNeverEnds() {
        DataSetBytes root = new DataSetBytes(EXPLICIT).header(Tag.DVHSequence, Vr.SQ, 0xFFFFFFFFL);
        byte[] item = new DataSetBytes(EXPLICIT).delimiter(Tag.Item, 0).bytes();
        assertRefused(root.raw(repeat(item, 2_000_000)).file(), IssueCode.DICOM_TRUNCATED);
    }

    @Test
    void moreElementsThanTheLimit() {
        byte[] item = new DataSetBytes(EXPLICIT).delimiter(Tag.Item, 0).bytes();
        byte[] items = repeat(item, Indexer.MAX_ELEMENTS);
        assertRefused(
                new DataSetBytes(EXPLICIT)
                        .header(Tag.DVHSequence, Vr.SQ, items.length)
                        .raw(items)
                        .file(),
                IssueCode.DICOM_LIMIT);
    }

    @Test
    void manyElementsInFallingOrderTakeNoSquareTime() {
        DataSetBytes root = new DataSetBytes(EXPLICIT);
        for (int element = 400_000; element > 0; element--) {
            if ((element & 0xFFFF) != 0) {
                root.text(0x00200000 + element, Vr.LO, "");
            }
        }
        assertThat(DicomFile.parse(root.file()).issues()).hasSize(1);
    }

    @Test
    void aDeflatedDataSetThatGrowsWithoutEnd() {
        Oddities oddities = new Oddities();
        byte[] bomb = DataSetBytes.deflate(new byte[32 << 20]);
        assertThat(bomb.length).isLessThan(64 << 10);
        assertThatThrownBy(() -> Inflation.inflate(bomb, 0, 1 << 20, oddities))
                .isInstanceOfSatisfying(
                        DicomFormatException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(IssueCode.DICOM_LIMIT));
        assertThat(Inflation.inflate(bomb, 0, 32 << 20, oddities)).hasSize(32 << 20);
        assertThat(Inflation.budgetBytes())
                .isLessThanOrEqualTo(256L << 20)
                .isLessThanOrEqualTo(Runtime.getRuntime().maxMemory() / 4);
    }

    @Test
    void aBombInAFile() {
        byte[] bomb = DataSetBytes.deflate(new byte[1 << 20], (int) (Inflation.budgetBytes() >> 20) + 1);
        assertThat(bomb.length).isLessThan(1 << 20);
        byte[] file =
                new DataSetBytes(EXPLICIT).raw(bomb).file(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN.uid());
        assertRefused(file, IssueCode.DICOM_LIMIT);
    }

    @Test
    void aDamagedOrCutDeflatedDataSet() {
        DataSetBytes dataSet = new DataSetBytes(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
        for (int i = 0; i < 200; i++) {
            dataSet.text(0x30061000 + i, Vr.DS, Integer.toString(i * i * 7919));
        }
        byte[] file = dataSet.file();
        int start = file.length - DataSetBytes.deflate(dataSet.bytes()).length;
        for (int cut = start + 1; cut < file.length; cut += 7) {
            assertRefused(Arrays.copyOf(file, cut), IssueCode.DICOM_TRUNCATED);
        }
        assertRefused(Arrays.copyOf(file, start), IssueCode.DICOM_TRUNCATED);
        byte[] damaged = file.clone();
        damaged[start] = (byte) 0xFF;
        assertRefused(damaged, IssueCode.DICOM_MALFORMED);
    }

    /** A cut between two elements of the outermost data set leaves a shorter valid one: no encoding marks its end. */
    @ParameterizedTest
    @ValueSource(strings = {"rtplan.dcm", "rtstruct.dcm", "rtdose_rle.dcm", "rtdose_expb.db0d59a.dcm"})
    void everyCutIsRefusedOrFallsBetweenElements(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(REAL.resolve(name));
        Set<Integer> boundaries = outermostBoundaries(bytes);
        for (int cut = 0; cut < bytes.length; cut++) {
            byte[] part = Arrays.copyOf(bytes, cut);
            if (boundaries.contains(cut)) {
                continue;
            }
            try {
                DicomFile.parse(part);
                fail("read although cut at byte " + cut);
            } catch (CordonException refusal) {
                assertThat(refusal.code()).isIn(IssueCode.DICOM_TRUNCATED, IssueCode.NOT_DICOM);
            }
        }
    }

    @Test
    void changedBytesNeverEscapeAsAnotherException() throws IOException {
        byte[][] files = {
            Files.readAllBytes(REAL.resolve("rtplan.dcm")),
            Files.readAllBytes(REAL.resolve("rtstruct.dcm")),
            Files.readAllBytes(REAL.resolve("rtdose_rle_1frame.7477e08.dcm")),
            Files.readAllBytes(REAL.resolve("rtdose_expb_1frame.6ab0048.dcm")),
        };
        Property.forAll(
                1_000,
                random -> {
                    byte[] bytes = files[random.nextInt(files.length)].clone();
                    for (int i = random.nextInt(1, 5); i > 0; i--) {
                        bytes[random.nextInt(bytes.length)] = randomByte(random);
                    }
                    return bytes;
                },
                bytes -> {
                    try {
                        DicomFile file = DicomFile.parse(bytes);
                        readEverything(file.dataSet());
                        file.pixelWords(100, 32);
                    } catch (CordonException refusal) {
                        assertThat(refusal.getMessage()).isNotBlank();
                    }
                });
    }

    @Test
    void randomBytesAfterAPrefix() {
        Property.forAll(
                2_000,
                random -> {
                    byte[] bytes = new byte[random.nextInt(8, 300)];
                    random.nextBytes(bytes);
                    bytes[0] = 8;
                    bytes[1] = 0;
                    return bytes;
                },
                bytes -> {
                    try {
                        readEverything(DicomFile.parse(bytes).dataSet());
                    } catch (CordonException refusal) {
                        assertThat(refusal.code()).isNotNull();
                    }
                });
    }

    private static byte randomByte(SplittableRandom random) {
        int[] nasty = {0, 1, 0x7F, 0x80, 0xFE, 0xFF, '\\', 'S', 'U', ' '};
        return (byte) (random.nextBoolean() ? nasty[random.nextInt(nasty.length)] : random.nextInt(256));
    }

    /** Asks every element for everything; the refusals are part of the game. */
    private static void readEverything(DataSet dataSet) {
        for (int tag : dataSet.tags()) {
            dataSet.has(tag);
            tolerate(() -> dataSet.texts(tag));
            tolerate(() -> dataSet.integers(tag));
            tolerate(() -> dataSet.decimals(tag));
            tolerate(() -> dataSet.pointers(tag));
            tolerate(() -> dataSet.items(tag).forEach(HostileFileTest::readEverything));
        }
    }

    private static void tolerate(Runnable read) {
        try {
            read.run();
        } catch (CordonException refusal) {
            assertThat(refusal.code()).isEqualTo(IssueCode.DICOM_INVALID_VALUE);
        }
    }

    private static Set<Integer> outermostBoundaries(byte[] bytes) {
        Oddities oddities = new Oddities();
        FileStart start = FileStart.of(bytes, bytes.length, oddities);
        TransferSyntax syntax = TransferSyntax.of(start.transferSyntaxUid());
        ElementIndex index =
                Indexer.index(bytes, start.dataSetStart(), syntax.isImplicit(), syntax.isBigEndian(), oddities);
        Set<Integer> boundaries = new HashSet<>();
        for (int entry = 0; entry < index.count(); entry = index.next(entry)) {
            int end = index.start(entry) + index.length(entry);
            boundaries.add(end);
            boundaries.add(end + 8); // after a delimiter, if there is one
        }
        return boundaries;
    }

    private static byte[] repeat(byte[] bytes, int times) {
        byte[] all = new byte[bytes.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(bytes, 0, all, i * bytes.length, bytes.length);
        }
        return all;
    }

    private static void assertRefused(byte[] bytes, IssueCode... codes) {
        assertThatThrownBy(() -> DicomFile.parse(bytes))
                .isInstanceOfSatisfying(
                        DicomFormatException.class,
                        refusal -> assertThat(refusal.code()).isIn((Object[]) codes));
    }
}
