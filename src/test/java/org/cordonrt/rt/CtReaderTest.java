package org.cordonrt.rt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.Tag;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.phantom.PatientPosition;
import org.cordonrt.phantom.SpineOptions;
import org.cordonrt.phantom.SpinePhantom;
import org.cordonrt.plan.CtVolume;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CtReaderTest {
    private static final SpinePhantom PHANTOM = phantom(PatientPosition.HFS);
    private static final List<DataSetBuilder> IMAGES = PHANTOM.ctFiles();

    @TempDir
    private Path folder;

    private Path ct;

    private static SpinePhantom phantom(PatientPosition position) {
        return SpinePhantom.of(SpineOptions.defaults().toBuilder()
                .cordLengthMm(30)
                .targetHeightMm(10)
                .planeSpacingMm(3)
                .doseSpacingMm(4)
                .position(position)
                .build());
    }

    @BeforeEach
    void write() {
        PHANTOM.write(folder);
        ct = folder.resolve("images");
        writeSeries("a", b -> {}, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private void writeSeries(String name, Consumer<DataSetBuilder> change, TransferSyntax syntax) {
        try {
            Files.createDirectories(ct);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        for (int i = 0; i < IMAGES.size(); i++) {
            DataSetBuilder b = IMAGES.get(i).copy();
            change.accept(b);
            DicomWriter.write(ct.resolve(name + i + ".dcm"), b, syntax);
        }
    }

    private CtReader.Found found() {
        return CtReader.find(List.of(folder), CaseReader.read(CaseRequest.of(folder)));
    }

    private static double hu(CtVolume ct, Point3 p) {
        GridGeometry g = ct.geometry();
        Point3 d = p.minus(g.origin());
        int c = (int) Math.round(d.dot(g.columnStep()) / g.columnStep().dot(g.columnStep()));
        int r = (int) Math.round(d.dot(g.rowStep()) / g.rowStep().dot(g.rowStep()));
        double offset = d.dot(g.frameDirection());
        int best = 0;
        for (int k = 0; k < g.frames(); k++) {
            if (Math.abs(g.frameOffsetMm(k) - offset) < Math.abs(g.frameOffsetMm(best) - offset)) {
                best = k;
            }
        }
        return ct.hounsfield(best)[r * g.columns() + c];
    }

    private static Point3 cordMiddle(TreatmentCase plan) {
        var c = plan.structures().structures().get(0).contours().get(4);
        return c.point(0).plus(c.point(c.size() / 2)).times(0.5);
    }

    @Test
    void theSeriesOfTheStructuresIsFound() {
        CtReader.Found found = found();
        assertThat(found.issues()).isEmpty();
        CtVolume volume = found.volume().orElseThrow();
        assertThat(volume.geometry().frames()).isEqualTo(IMAGES.size());
        Point3 cord = cordMiddle(PHANTOM.treatmentCase());
        assertThat(hu(volume, cord)).isEqualTo(38);
        assertThat(hu(volume, new Point3(cord.x() + 170, cord.y() - 60, cord.z())))
                .isEqualTo(-1000);
        assertThat(hu(volume, new Point3(cord.x() + 60, cord.y() - 60, cord.z())))
                .isEqualTo(40);
    }

    @ParameterizedTest
    @EnumSource(PatientPosition.class)
    void theCordIsWhereItIsHoweverThePatientLies(PatientPosition position, @TempDir Path other) {
        SpinePhantom p = phantom(position);
        p.write(other);
        p.writeCt(other, TransferSyntax.RLE_LOSSLESS);
        CtReader.Found found = CtReader.find(List.of(other), CaseReader.read(CaseRequest.of(other)));
        assertThat(found.issues()).isEmpty();
        Point3 cord = cordMiddle(p.treatmentCase());
        assertThat(hu(found.volume().orElseThrow(), cord)).isEqualTo(38);
        assertThat(hu(found.volume().orElseThrow(), cord.plus(new Point3(0, -90, 0))))
                .isEqualTo(40);
    }

    @Test
    void signedWordsOfTwelveBitsAreHounsfieldUnits() {
        writeSeries(
                "a",
                b -> {
                    int[] words = new int[256 * 256];
                    for (int i = 0; i < words.length; i++) {
                        // Rubbish above the twelve bits, as overlays leave it.
                        words[i] = i % 2 == 0 ? 0xF000 | 0xFFF & -500 : 0x3000 | 700;
                    }
                    b.integers(Tag.BitsStored, 12)
                            .integers(Tag.HighBit, 11)
                            .integers(Tag.PixelRepresentation, 1)
                            .decimals(Tag.RescaleIntercept, 10)
                            .decimals(Tag.RescaleSlope, 0.5)
                            .pixels(words, 16);
                },
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        short[] hu = found().volume().orElseThrow().hounsfield(0);
        assertThat(hu[0]).isEqualTo((short) -240);
        assertThat(hu[1]).isEqualTo((short) 360);
    }

    @Test
    void missingSlicesAreNoticed() throws IOException {
        Files.delete(ct.resolve("a4.dcm"));
        Files.delete(ct.resolve("a5.dcm"));
        CtReader.Found found = found();
        assertThat(found.volume()).isPresent();
        assertThat(found.issues())
                .extracting(Issue::message)
                .containsExactly("about 2 CT slices are missing; pictures show nothing in their place");
    }

    @Test
    void ofTwoSeriesTheOneThatTheStructuresWereDrawnOn() {
        writeSeries(
                "b",
                b -> b.text(Tag.SeriesInstanceUID, "1.2.3.4").decimals(Tag.RescaleIntercept, 0),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        CtReader.Found found = found();
        assertThat(found.issues()).isEmpty();
        assertThat(hu(found.volume().orElseThrow(), cordMiddle(PHANTOM.treatmentCase())))
                .isEqualTo(38);
    }

    @Test
    void anotherFrameOfReferenceIsNoBackground() {
        writeSeries("a", b -> b.text(Tag.FrameOfReferenceUID, "1.2.3.5"), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        CtReader.Found found = found();
        assertThat(found.volume()).isEmpty();
        assertThat(found.issues()).singleElement().satisfies(i -> {
            assertThat(i.code()).isEqualTo(IssueCode.CT_NOT_USED);
            assertThat(i.message()).contains("in another frame of reference");
        });
    }

    @Test
    void aTiltedGantryAndEnhancedImagesAreSaid() {
        writeSeries("a", b -> {}, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        DataSetBuilder off = IMAGES.get(2).copy();
        off.decimals(Tag.ImagePositionPatient, -170, -150, -206);
        DicomWriter.write(ct.resolve("a2.dcm"), off, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        DicomWriter.write(
                ct.resolve("e.dcm"),
                IMAGES.get(0).copy().text(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.2.1"),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        CtReader.Found found = found();
        assertThat(found.volume()).isEmpty();
        assertThat(found.issues()).extracting(Issue::message).anyMatch(m -> m.contains("tilted gantry"));
        assertThat(found.issues()).extracting(Issue::message).anyMatch(m -> m.contains("Enhanced CT"));
    }

    @Test
    void aDamagedImageIsANoteAndTheRestIsShown() throws IOException {
        byte[] whole = Files.readAllBytes(ct.resolve("a3.dcm"));
        Files.write(ct.resolve("a3.dcm"), java.util.Arrays.copyOf(whole, 900));
        CtReader.Found found = found();
        assertThat(found.volume().orElseThrow().geometry().frames()).isEqualTo(IMAGES.size() - 1);
        assertThat(found.issues()).extracting(Issue::severity).containsOnly(Severity.INFO);
        assertThat(found.issues()).extracting(Issue::message).anyMatch(m -> m.contains("a3.dcm"));
    }

    @Test
    void aSliceThatVanishesIsRefusedInWords() throws IOException {
        CtVolume volume = found().volume().orElseThrow();
        for (int i = 0; i < IMAGES.size(); i++) {
            Files.delete(ct.resolve("a" + i + ".dcm"));
        }
        assertThatThrownBy(() -> volume.hounsfield(0))
                .isInstanceOf(CordonException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void aCtChangesNoResult() {
        TreatmentCase with = CaseReader.read(CaseRequest.of(folder));
        TreatmentCase without = CaseReader.read(CaseRequest.of(
                folder.resolve(SpinePhantom.STRUCTURE_SET_FILE),
                folder.resolve(SpinePhantom.DOSE_FILE),
                folder.resolve(SpinePhantom.PLAN_FILE)));
        assertThat(numbers(with)).isNotEmpty().isEqualTo(numbers(without));
        assertThat(with.issues()).isEqualTo(without.issues());
    }

    private static List<String> numbers(TreatmentCase plan) {
        return PlanCheck.assess(plan, CheckOptions.defaults()).constraints().stream()
                .map(r -> r.constraint().id() + " " + r.state() + " "
                        + (r.value() == null ? "" : r.value().value()))
                .toList();
    }
}
