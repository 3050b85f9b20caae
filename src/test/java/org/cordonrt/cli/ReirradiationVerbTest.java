package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.Tag;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.phantom.SpineOptions;
import org.cordonrt.phantom.SpinePhantom;
import org.cordonrt.plan.Point3;
import org.cordonrt.report.Schemas;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code cordon reirradiation} on a small plan and on previous doses written for the purpose. */
class ReirradiationVerbTest {
    private static final SpinePhantom CURRENT =
            SpinePhantom.of(small().cordMaxGy(7).build());
    private static final SpinePhantom BEFORE = SpinePhantom.of(
            small().seed(2).fractions(10).prescriptionGy(30).cordMaxGy(25).build());
    private static final String OTHER_FRAME = "1.2.3.99";
    private static final double SHIFT_MM = 12;

    @TempDir
    static Path folder;

    private static Path plan;
    private static Path before;
    private static Path moved;
    private static Path registration;

    private static SpineOptions.Builder small() {
        return SpineOptions.defaults().toBuilder()
                .cordLengthMm(30)
                .targetHeightMm(10)
                .planeSpacingMm(3)
                .pointSpacingMm(2)
                .doseSpacingMm(3);
    }

    @BeforeAll
    static void write() {
        plan = folder.resolve("plan");
        CURRENT.write(plan);
        String frame = CURRENT.treatmentCase().structures().frameOfReferenceUid();
        before = folder.resolve("before.dcm");
        write(before, BEFORE.doseFile().text(Tag.FrameOfReferenceUID, frame));
        moved = folder.resolve("moved.dcm");
        Point3 origin = BEFORE.treatmentCase().dose().orElseThrow().geometry().origin();
        write(
                moved,
                BEFORE.doseFile()
                        .text(Tag.FrameOfReferenceUID, OTHER_FRAME)
                        .decimals(Tag.ImagePositionPatient, origin.x() + SHIFT_MM, origin.y(), origin.z()));
        registration = folder.resolve("reg.dcm");
        DataSetBuilder matrix = new DataSetBuilder()
                .text(Tag.FrameOfReferenceTransformationMatrixType, "RIGID")
                .decimals(
                        Tag.FrameOfReferenceTransformationMatrix,
                        1,
                        0,
                        0,
                        -SHIFT_MM,
                        0,
                        1,
                        0,
                        0,
                        0,
                        0,
                        1,
                        0,
                        0,
                        0,
                        0,
                        1);
        DataSetBuilder item = new DataSetBuilder()
                .text(Tag.FrameOfReferenceUID, OTHER_FRAME)
                .sequence(Tag.MatrixRegistrationSequence, new DataSetBuilder().sequence(Tag.MatrixSequence, matrix));
        write(
                registration,
                new DataSetBuilder()
                        .text(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.66.1")
                        .text(Tag.SOPInstanceUID, "1.2.3.4")
                        .text(Tag.FrameOfReferenceUID, frame)
                        .sequence(Tag.RegistrationSequence, item));
    }

    private static void write(Path file, DataSetBuilder content) {
        DicomWriter.write(file, content, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static JsonNode json(int exit, Object... args) {
        Object[] all = new Object[args.length + 4];
        all[0] = "reirradiation";
        all[1] = plan;
        all[2] = "--format";
        all[3] = "json";
        System.arraycopy(args, 0, all, 4, args.length);
        CommandLineRun run = CommandLineRun.of(all);
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.err()).isEmpty();
        return Schemas.valid(run.outBytes());
    }

    private static double sum(JsonNode report) {
        return report.get("structures").get(0).get("summedEqd2Gy").get("upper").asDouble();
    }

    /** The dose in another frame of reference adds up as if it had always been in this one. */
    @Test
    void aRegistrationPutsThePreviousDoseWhereItBelongs() {
        JsonNode same = json(1, "--prior", "dose=" + before + ",fractions=10,months=12");
        JsonNode other = json(1, "--prior", "dose=" + moved + ",fractions=10,months=12,registration=" + registration);
        assertThat(sum(other)).isCloseTo(sum(same), org.assertj.core.api.Assertions.within(0.02));
        assertThat(other.get("inputs"))
                .anyMatch(i -> i.get("modality").asString().equals("REG"));
        assertThat(other.get("courses").get(0).get("registered").asBoolean()).isTrue();
        assertThat(other.get("assumptions").toString()).contains("rigid registration", "no recovery in time");
        assertThat(sum(same))
                .isLessThan(same.get("structures")
                                .get(0)
                                .get("addedMaximaEqd2Gy")
                                .get("upper")
                                .asDouble()
                        + 0.02);
    }

    @Test
    void saysWhatBecameOfEachCriterion() {
        CommandLineRun run = CommandLineRun.of(
                "reirradiation",
                plan,
                "--prior",
                "max=30Gy,fractions=10,date=2026-01-15,label=palliative",
                "--on",
                "2026-06-15");
        assertThat(run.out())
                .contains("palliative", "maximum 30 Gy in 10 fractions, EQD2 37.5 Gy, 5 months ago")
                .contains("R1", "R2", "R3", "R4", "10.1016/j.ijrobp.2019.09.038")
                .contains("without registration", "Assumed");
        assertThat(run.out()).matches("(?s)(NOT )?MET  .*");
        CommandLineRun dayBefore = CommandLineRun.of(
                "reirradiation", plan, "--prior", "max=30Gy,fractions=10,date=2026-01-16", "--on", "2026-06-15");
        assertThat(dayBefore.out()).containsPattern("not met +R4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            max=30                                      | 2 | needs fractions=N
            fractions=10                                | 2 | either max=GY or dose=PATH
            max=30,fractions=ten                        | 2 | whole number
            max=3000,fractions=10                       | 2 | at most 200 Gy
            max=30,fractions=10,moon=3                  | 2 | KEY=VALUE
            max=30,fractions=10,months=1,date=2026-01-01 | 2 | either months=N or date
            max=30,fractions=10,date=2026-01-01         | 2 | --on
            max=30,fractions=10,registration=x          | 2 | go with dose=PATH
            dose=nowhere,fractions=10                   | 3 | no such file
            """)
    void refusesInWords(String prior, int exit, String words) {
        CommandLineRun run = CommandLineRun.of("reirradiation", plan, "--prior", prior);
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.err()).contains(words).hasLineCount(1);
        assertThat(run.outBytes()).isEmpty();
    }

    @Test
    void anotherFrameOfReferenceNeedsARegistration() {
        CommandLineRun run =
                CommandLineRun.of("reirradiation", plan, "--prior", "dose=" + moved + ",fractions=10,months=9");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("another frame of reference", "registration=FILE");
        CommandLineRun fractions = CommandLineRun.of("reirradiation", plan, "--prior", "dose=" + before + ",months=9");
        assertThat(fractions.exit()).isEqualTo(3);
        assertThat(fractions.err()).contains("add fractions=N");
        CommandLineRun none = CommandLineRun.of("reirradiation", plan);
        assertThat(none.exit()).isEqualTo(2);
    }
}
