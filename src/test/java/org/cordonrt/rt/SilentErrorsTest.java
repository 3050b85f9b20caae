package org.cordonrt.rt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordonrt.rt.RtFixture.square;
import static org.cordonrt.rt.RtFixture.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.dicom.Tag;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that can be read and are wrong all the same: each mistake is told by its code, and none by a sound plan. */
class SilentErrorsTest {
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";

    @TempDir
    Path folder;

    private final List<DataSetBuilder> definitions = new ArrayList<>();
    private final List<DataSetBuilder> drawn = new ArrayList<>();
    private final List<DataSetBuilder> observed = new ArrayList<>();

    private void add(int number, String name, DataSetBuilder... contours) {
        RtFixture.addRoi(number, name, "ORGAN", definitions, drawn, observed, contours);
    }

    private void writeRois() {
        write(
                folder,
                "rs",
                RtFixture.structureSet()
                        .sequence(Tag.StructureSetROISequence, definitions)
                        .sequence(Tag.ROIContourSequence, drawn)
                        .sequence(Tag.RTROIObservationsSequence, observed));
    }

    private List<Issue> issues() {
        return CaseReader.read(CaseRequest.of(folder)).issues();
    }

    private List<Issue> issues(IssueCode code) {
        return issues().stream().filter(i -> i.code() == code).toList();
    }

    // The dose: RtFixture's goes up to 12 Gy with a scaling of 0.5

    @ParameterizedTest
    @CsvSource({
        "0.5, 1, 12, false",
        "50, 1, 12, true", // centigray taken for gray
        "0.005, 1, 12, true", // gray taken for centigray
        "0.5, 3, 36, true", // one session of three
        "1.5, 3, 12, false", // 36 Gy for 12 prescribed is still the bound
        "1.6, 3, 12, true", // the course times the sessions
    })
    void aDoseFarFromItsPrescription(double scaling, int fractions, double prescriptionGy, boolean doubt) {
        write(folder, "rs", RtFixture.structureSet());
        write(folder, "rd", RtFixture.dose().decimals(Tag.DoseGridScaling, scaling));
        write(folder, "rp", prescribing(RtFixture.plan(fractions), prescriptionGy));
        assertThat(issues(IssueCode.DOSE_IMPLAUSIBLE)).hasSize(doubt ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 1, false",
        "0.1, 1, true", // 2.4 Gy
        "25, 1, true", // 600 Gy
        "0.3, 3, true", // 7.2 Gy: one session of 3
        "1, 3, false",
        "0.3, 5, true", // 7.2 Gy: one session of 5
        "0.8, 5, false", // 19.2 Gy, as for palliation
        "0.5, 25, true",
        "2, 25, false",
    })
    void aDoseWithoutAPrescription(double scaling, int fractions, boolean doubt) {
        write(folder, "rs", RtFixture.structureSet());
        write(folder, "rd", RtFixture.dose().decimals(Tag.DoseGridScaling, scaling));
        assertThat(CaseReader.read(CaseRequest.of(folder).withFractions(fractions)).issues().stream()
                        .filter(i -> i.code() == IssueCode.DOSE_IMPLAUSIBLE))
                .hasSize(doubt ? 1 : 0);
    }

    /** A session's dose that is prescribed as such passes every other test. */
    @Test
    void aPrescriptionOfOneSessionIsImplausibleToo() {
        write(folder, "rs", RtFixture.structureSet());
        write(folder, "rd", RtFixture.dose());
        write(folder, "rp", prescribing(RtFixture.plan(5), 10));
        assertThat(issues(IssueCode.DOSE_IMPLAUSIBLE))
                .singleElement()
                .satisfies(i -> assertThat(i.message()).contains("12.00 Gy in 5 fractions", "2.40 Gy in each"));
    }

    @ParameterizedTest
    @CsvSource({
        "6, 1, ",
        "7.5, 1, ",
        "12, 1, PRESCRIPTION_CONFLICT",
        "2, 1, PRESCRIPTION_CONFLICT",
        "2, 3, ",
        "4.5, 3, PRESCRIPTION_CONFLICT", // 1.33 fractions are no number of fractions
        "6, 3, FRACTIONS_CONFLICT", // in one fraction
        "6.5, 5, FRACTIONS_CONFLICT",
        "3, 5, FRACTIONS_CONFLICT", // in two
        "3, 2, "
    })
    void beamDosesThatDoNotAddUpToThePrescription(double eachGy, int fractions, IssueCode conflict) {
        write(folder, "rs", RtFixture.structureSet());
        write(folder, "rd", RtFixture.dose());
        DataSetBuilder group = new DataSetBuilder()
                .integers(Tag.FractionGroupNumber, 1)
                .integers(Tag.NumberOfFractionsPlanned, fractions)
                .sequence(
                        Tag.ReferencedBeamSequence,
                        new DataSetBuilder()
                                .integers(Tag.ReferencedBeamNumber, 1)
                                .decimals(Tag.BeamDose, eachGy)
                                .decimals(Tag.BeamMeterset, 100),
                        new DataSetBuilder()
                                .integers(Tag.ReferencedBeamNumber, 2)
                                .decimals(Tag.BeamDose, eachGy)
                                .decimals(Tag.BeamMeterset, 100));
        write(folder, "rp", RtFixture.plan(fractions).sequence(Tag.FractionGroupSequence, group));
        assertThat(issues())
                .extracting(Issue::code)
                .filteredOn(c -> c == IssueCode.PRESCRIPTION_CONFLICT || c == IssueCode.FRACTIONS_CONFLICT)
                .isEqualTo(conflict == null ? List.of() : List.of(conflict));
    }

    // Whose, and where

    @Test
    void filesOfTwoPatientsAreToldApartWithoutNamingThem() {
        write(folder, "rs", RtFixture.structureSet());
        write(folder, "rd", RtFixture.dose().text(Tag.PatientID, "SECRET-2"));
        assertThat(issues(IssueCode.PATIENT_MISMATCH))
                .singleElement()
                .satisfies(i -> assertThat(i.message()).contains("rs", "rd").doesNotContain("SECRET"));
    }

    @ParameterizedTest
    @CsvSource({
        "Kidney_L, Kidney_R, 60, -60, 0, 0, 0, 0, false",
        "Kidney_L, Kidney_R, -60, 60, 0, 0, 0, 0, true",
        "Lt Lung, Rt Lung, -60, 60, 0, 0, 0, 0, true",
        "left parotid, right parotid, -40, 40, 0, 0, 0, 0, true",
        // In the middle, or no pair
        "Kidney_L, Kidney_R, -5, 5, 0, 0, 0, 0, false",
        "Kidney_L, Lung_R, -60, 60, 0, 0, 0, 0, false",
        "PTV_L2, PTV_R2, -60, 60, 0, 0, 0, 0, false",
        // Head and foot
        "Brain, Lung_L, 0, 0, 0, 0, 200, 0, false",
        "Brain, Lung_L, 0, 0, 0, 0, 0, 200, true",
        "Heart, Bladder, 0, 0, 0, 0, -300, 0, true",
        "Liver, Heart, 0, 0, 0, 0, 300, 0, false",
        // Front and back; patient y grows to the back
        "Heart, SpinalCord, 0, 0, -80, 0, 0, 0, false",
        "Heart, SpinalCord, 0, 0, 80, 0, 0, 0, true",
        "Heart, SpinalCord_PRV02, 0, 0, 80, 0, 0, 0, false",
    })
    void organsOnTheWrongSide(
            String a, String b, double ax, double bx, double ay, double by, double az, double bz, boolean doubt) {
        add(1, a, box(ax, ay, az - 3), box(ax, ay, az + 3));
        add(2, b, box(bx, by, bz - 3), box(bx, by, bz + 3));
        writeRois();
        write(folder, "rd", RtFixture.dose());
        assertThat(issues(IssueCode.ORIENTATION_DOUBTFUL)).hasSize(doubt ? 1 : 0);
        if (doubt) {
            assertThat(issues(IssueCode.ORIENTATION_DOUBTFUL).get(0).message()).contains("'" + a + "'", "'" + b + "'");
        }
    }

    private static DataSetBuilder box(double x, double y, double z) {
        return RtFixture.contour("CLOSED_PLANAR", x - 5, y - 5, z, x + 5, y - 5, z, x + 5, y + 5, z, x - 5, y + 5, z);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, ''",
        "0.01, 0, ''", // rounding
        "1.5, 0, ''", // between two images
        "3, 0, 3.0 mm", // shifted by a slice
        "0, 180, 12.0 mm", // upside down
    })
    void contoursOffTheImagesThatTheyName(double shiftMm, int turned, String words) {
        DataSetBuilder low = square(turned == 0 ? 6 + shiftMm : -6, 10, 5).sequence(Tag.ContourImageSequence, image(6));
        DataSetBuilder high = square(turned == 0 ? 9 : -9, 10, 5).sequence(Tag.ContourImageSequence, image(9));
        add(1, "SpinalCord", low, high);
        writeRois();
        write(folder, "rd", RtFixture.dose());
        for (int z = 0; z < 30; z += 3) {
            write(folder, "ct" + z, slice(z));
        }
        List<Issue> found = issues(IssueCode.CONTOUR_OFF_IMAGE);
        if (words.isEmpty()) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found)
                    .singleElement()
                    .satisfies(i -> assertThat(i.message()).contains("'SpinalCord'", words));
        }
    }

    @Test
    void aPlanThatTreatsInAnotherPositionThanThatOfItsImages() {
        DataSetBuilder contour = square(6, 10, 5).sequence(Tag.ContourImageSequence, image(6));
        add(1, "SpinalCord", contour);
        writeRois();
        write(folder, "rd", RtFixture.dose());
        write(folder, "ct6", slice(6));
        for (String position : List.of("HFS", "FFS")) {
            write(
                    folder,
                    "rp",
                    RtFixture.plan(1)
                            .sequence(
                                    Tag.PatientSetupSequence,
                                    new DataSetBuilder().text(Tag.PatientPosition, position)));
            assertThat(issues(IssueCode.ORIENTATION_DOUBTFUL)).hasSize(position.equals("HFS") ? 0 : 1);
        }
    }

    private static DataSetBuilder image(int z) {
        return new DataSetBuilder()
                .text(Tag.ReferencedSOPClassUID, CT)
                .text(Tag.ReferencedSOPInstanceUID, "1.2.9." + z);
    }

    private static DataSetBuilder slice(int z) {
        return new DataSetBuilder()
                .text(Tag.SOPClassUID, CT)
                .text(Tag.SOPInstanceUID, "1.2.9." + z)
                .text(Tag.Modality, "CT")
                .text(Tag.PatientPosition, "HFS")
                .text(Tag.FrameOfReferenceUID, RtFixture.FRAME)
                .decimals(Tag.SliceThickness, 3)
                .integers(Tag.Rows, 2)
                .integers(Tag.Columns, 2)
                .decimals(Tag.PixelSpacing, 10, 10)
                .decimals(Tag.ImagePositionPatient, 0, 0, z)
                .decimals(Tag.ImageOrientationPatient, 1, 0, 0, 0, 1, 0);
    }

    // While it is read

    @Test
    void aFileThatChangesWhileItIsReadIsRefused() throws Exception {
        Path file = write(folder, "rd", RtFixture.dose());
        AtomicBoolean go = new AtomicBoolean(true);
        Thread writer = new Thread(() -> {
            for (long time = 1; go.get(); time++) {
                touch(file, time);
            }
        });
        writer.start();
        Optional<IssueCode> refused = Optional.empty();
        // Each try may fall between two changes.
        for (int i = 0; i < 10_000 && refused.isEmpty(); i++) {
            refused = refusal(file);
        }
        go.set(false);
        writer.join();
        assertThat(refused).contains(IssueCode.INPUT_CHANGED);
        assertThat(refusal(file)).isEmpty();
    }

    private static void touch(Path file, long seconds) {
        try {
            Files.setLastModifiedTime(file, FileTime.fromMillis(1000 * seconds));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<IssueCode> refusal(Path file) {
        try {
            DicomFile.read(file);
            return Optional.empty();
        } catch (CordonException e) {
            return Optional.of(e.code());
        }
    }

    private static DataSetBuilder prescribing(DataSetBuilder plan, double gy) {
        return plan.sequence(
                Tag.DoseReferenceSequence,
                new DataSetBuilder()
                        .integers(Tag.DoseReferenceNumber, 1)
                        .text(Tag.DoseReferenceStructureType, "SITE")
                        .text(Tag.DoseReferenceType, "TARGET")
                        .decimals(Tag.TargetPrescriptionDose, gy));
    }
}
