package org.cordonrt.rt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cordonrt.rt.Refusals.assertRefused;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.Tag;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.InputFile;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stored words mean in gray, and which doses make the dose of a course (PS3.3 C.8.8.3). */
class CaseReaderDoseTest {
    @TempDir
    Path folder;

    @BeforeEach
    void structureSet() {
        RtFixture.write(folder, "rs.dcm", RtFixture.structureSet());
    }

    private void write(String name, DataSetBuilder ds) {
        RtFixture.write(folder, name, ds);
    }

    private TreatmentCase read() {
        return CaseReader.read(CaseRequest.of(folder));
    }

    private static DoseGrid dose(TreatmentCase c) {
        return c.dose().orElseThrow();
    }

    private static void assertIssue(TreatmentCase c, IssueCode code, Severity severity, String... words) {
        assertThat(c.issues())
                .filteredOn(i -> i.code() == code)
                .as("%s among %s", code, c.issues())
                .singleElement()
                .satisfies(i -> assertThat(i.severity()).isEqualTo(severity))
                .satisfies(i -> assertThat(i.message()).contains(words));
    }

    // What is stored

    @Test
    void wordsTimesScalingAreGray() {
        write("rd.dcm", RtFixture.dose());
        DoseGrid dose = dose(read());
        assertThat(dose.doseGy(0, 0, 0)).isEqualTo(0.5);
        assertThat(dose.doseGy(1, 2, 1)).isEqualTo(0.5 * (12 + 3 * 2 + 1 + 1));
        assertThat(dose.maxSampleGy()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32})
    void theLargestUnsignedWordIsALargeDose(int bits) {
        int[] words = new int[24];
        Arrays.fill(words, -1 >>> (32 - bits));
        write(
                "rd.dcm",
                RtFixture.dose()
                        .integers(Tag.BitsAllocated, bits)
                        .integers(Tag.BitsStored, bits)
                        .integers(Tag.HighBit, bits - 1)
                        .decimals(Tag.DoseGridScaling, 1e-5)
                        .pixels(words, bits));
        double largest = bits == 16 ? 65535e-5 : 4294967295e-5;
        assertThat(dose(read()).doseGy(2, 3, 1)).isCloseTo(largest, within(1e-9));
    }

    @Test
    void signedWordsAreTakenOnlyWhenNoneIsNegative() {
        write("rd.dcm", RtFixture.dose().integers(Tag.PixelRepresentation, 1));
        assertIssue(read(), IssueCode.DICOM_ODDITY, Severity.INFO, "PixelRepresentation");

        int[] words = new int[24];
        words[5] = -1;
        write("rd.dcm", RtFixture.dose().integers(Tag.PixelRepresentation, 1).pixels(words, 32));
        assertRefused(IssueCode.DICOM_INVALID_VALUE, this::read).contains("rd.dcm", "negative");
    }

    @Test
    void aWordWithMoreBitsThanAnnouncedIsRefused() {
        write("rd.dcm", RtFixture.dose().integers(Tag.BitsStored, 4).integers(Tag.HighBit, 3));
        assertRefused(IssueCode.DICOM_INVALID_VALUE, this::read).contains("BitsStored");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1e300"})
    void scalingsThatAreNoneAreRefused(String scaling) {
        write("rd.dcm", RtFixture.dose().text(Tag.DoseGridScaling, scaling));
        assertRefused(IssueCode.DICOM_INVALID_VALUE, this::read).contains("rd.dcm", "DoseGridScaling");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                Tag.DoseGridScaling,
                Tag.DoseUnits,
                Tag.DoseType,
                Tag.DoseSummationType,
                Tag.ImagePositionPatient,
                Tag.ImageOrientationPatient,
                Tag.PixelSpacing,
                Tag.Rows,
                Tag.Columns,
                Tag.BitsAllocated
            })
    void whatIsMandatoryIsNeverMadeUp(int tag) {
        write("rd.dcm", RtFixture.dose().remove(tag));
        assertRefused(IssueCode.DICOM_MISSING_ATTRIBUTE, this::read).contains("rd.dcm");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 23, 25, 48})
    void pixelDataOfAnotherLengthIsRefused(int words) {
        write("rd.dcm", RtFixture.dose().pixels(new int[words], 32));
        assertThat(refusalOf(this::read)).contains("rd.dcm", "PixelData");
    }

    private static String refusalOf(Runnable work) {
        try {
            work.run();
        } catch (org.cordonrt.issue.CordonException e) {
            return e.getMessage();
        }
        throw new AssertionError("nothing was refused");
    }

    @Test
    void aDoseOfZeroEverywhereIsNoDose() {
        write("rd.dcm", RtFixture.dose().pixels(new int[24], 32));
        assertRefused(IssueCode.NO_DOSE, this::read).contains("rd.dcm", "zero everywhere");
    }

    @Test
    void relativeDoseNeedsItsReference() {
        write("rd.dcm", RtFixture.dose().text(Tag.DoseUnits, "RELATIVE"));
        assertRefused(IssueCode.DOSE_UNITS, this::read).contains("rd.dcm", "RELATIVE", "--reference-dose");

        TreatmentCase c = CaseReader.read(CaseRequest.of(folder).withReferenceDoseGy(2));
        assertThat(dose(c).doseGy(0, 0, 0)).isEqualTo(1.0);
        assertIssue(c, IssueCode.DOSE_COMPOSED, Severity.INFO, "2.0 Gy");
    }

    @Test
    void unitsOfNoStandardAreRefused() {
        write("rd.dcm", RtFixture.dose().text(Tag.DoseUnits, "CGY"));
        assertRefused(IssueCode.DOSE_UNITS, this::read).contains("CGY");
    }

    @Test
    void effectiveDoseIsUsedWithAWarningAndADifferenceIsNot() {
        write("rd.dcm", RtFixture.dose().text(Tag.DoseType, "EFFECTIVE"));
        assertIssue(read(), IssueCode.DOSE_TYPE, Severity.WARNING, "EFFECTIVE");
        write("rd.dcm", RtFixture.dose().text(Tag.DoseType, "ERROR"));
        assertRefused(IssueCode.DOSE_UNITS, this::read).contains("ERROR");
    }

    @Test
    void aWrongFrameIncrementPointerIsWorthAWordOnly() {
        write("rd.dcm", RtFixture.dose().remove(Tag.FrameIncrementPointer));
        assertIssue(read(), IssueCode.DICOM_ODDITY, Severity.INFO, "FrameIncrementPointer");
    }

    @Test
    void aDoseFarBelowItsPrescriptionIsPointedOut() {
        write("rp.dcm", RtFixture.plan(3));
        write("rd.dcm", RtFixture.dose().decimals(Tag.DoseGridScaling, 0.5 / 3));
        assertIssue(read(), IssueCode.DOSE_IMPLAUSIBLE, Severity.WARNING, "4.00 Gy", "12.00 Gy in 3 fractions");

        write("rd.dcm", RtFixture.dose());
        assertThat(read().issues()).extracting(Issue::code).doesNotContain(IssueCode.DOSE_IMPLAUSIBLE);
    }

    // What it is of

    @Test
    void thePlanDoseIsUsedWithoutItsBeams() {
        write("rp.dcm", RtFixture.plan(1));
        write("rd.dcm", RtFixture.dose());
        write("beam1.dcm", RtFixture.doseOf("1.2.3.31", "BEAM", 1, 1));
        TreatmentCase c = read();
        assertThat(dose(c).maxSampleGy()).isEqualTo(12);
        assertThat(c.inputs()).extracting(InputFile::modality).containsExactly("RTSTRUCT", "RTPLAN", "RTDOSE");
        assertIssue(c, IssueCode.INPUT_NOT_USED, Severity.INFO, "beam1.dcm");
    }

    /** The fixture's plan treats with beams 1 and 2; beam 3 is for the set-up. */
    @ParameterizedTest
    @ValueSource(strings = {"", "1,2", "1,2,3", "1", "2,3"})
    void aDoseThatIsCalledThePlansAndNamesOnlySomeBeamsIsPointedOut(String beams) {
        int[] named = beams.isEmpty()
                ? new int[0]
                : Arrays.stream(beams.split(",")).mapToInt(Integer::parseInt).toArray();
        boolean whole = beams.isEmpty() || beams.startsWith("1,2");
        write("rp.dcm", RtFixture.plan(1));
        write("rd.dcm", RtFixture.doseOf("1.2.3.31", "PLAN", 1, named));
        TreatmentCase c = read();
        assertThat(c.issues().stream().filter(i -> i.code() == IssueCode.COURSE_NOT_WHOLE))
                .hasSize(whole ? 0 : 1);
    }

    @Test
    void twoPlanDosesAreAmbiguous() {
        write("rd1.dcm", RtFixture.dose());
        write("rd2.dcm", RtFixture.dose().text(Tag.SOPInstanceUID, "1.2.3.9"));
        assertRefused(IssueCode.AMBIGUOUS_INPUT, this::read).contains("rd1.dcm", "rd2.dcm", "--dose");

        for (String pick :
                List.of("rd2.dcm", "1.2.3.9", folder.resolve("rd2.dcm").toString())) {
            TreatmentCase c = CaseReader.read(CaseRequest.of(folder).withDoses(List.of(pick)));
            assertThat(c.inputs()).extracting(InputFile::sopInstanceUid).contains("1.2.3.9");
        }
    }

    @Test
    void theSumOfSeveralPlansIsUsedWithAWarningAndOfNoPlan() {
        write("rp.dcm", RtFixture.plan(1));
        write(
                "rd.dcm",
                RtFixture.dose()
                        .text(Tag.DoseSummationType, "MULTI_PLAN")
                        .sequence(
                                Tag.ReferencedRTPlanSequence,
                                RtFixture.reference(SopClass.PLAN, RtFixture.PLAN_UID),
                                RtFixture.reference(SopClass.PLAN, "1.2.3.22")));
        TreatmentCase c = read();
        assertIssue(c, IssueCode.DOSE_COMPOSED, Severity.WARNING, "MULTI_PLAN");
        assertIssue(c, IssueCode.COURSE_NOT_WHOLE, Severity.WARNING, "sum of plans");
        assertThat(c.plan().fractions()).isEmpty();
    }

    /** RT Plan Relationship (300A,0055): other plans that give dose too, and those that do not. */
    @ParameterizedTest
    @CsvSource({"PRIOR, true", "CONCURRENT, true", "PREDECESSOR, false", "ALTERNATIVE, false", "VERIFIED_PLAN, false"})
    void aPhaseThatNamesTheOthersIsPointedOut(String relationship, boolean part) {
        write(
                "rp.dcm",
                RtFixture.plan(1)
                        .sequence(
                                Tag.ReferencedRTPlanSequence,
                                RtFixture.reference(SopClass.PLAN, "1.2.3.22")
                                        .text(Tag.RTPlanRelationship, relationship)));
        write("rd.dcm", RtFixture.dose());
        assertThat(read().issues().stream().anyMatch(i -> i.code() == IssueCode.COURSE_NOT_WHOLE))
                .isEqualTo(part);
    }

    @Test
    void beamDosesOfOnePlanAreSummed() {
        write("rp.dcm", RtFixture.plan(5));
        write("beam1.dcm", RtFixture.doseOf("1.2.3.31", "BEAM", 1, 1));
        write("beam2.dcm", RtFixture.doseOf("1.2.3.32", "BEAM", 1, 2).decimals(Tag.DoseGridScaling, 0.25));
        TreatmentCase c = read();
        assertThat(dose(c).doseGy(0, 0, 0)).isEqualTo(0.75);
        assertThat(dose(c).maxSampleGy()).isEqualTo(18);
        assertIssue(c, IssueCode.DOSE_COMPOSED, Severity.INFO, "beam1.dcm + ", "beam2.dcm");
    }

    @Test
    void aMissingBeamIsNamed() {
        write("rp.dcm", RtFixture.plan(5));
        write("beam1.dcm", RtFixture.doseOf("1.2.3.31", "BEAM", 1, 1));
        assertRefused(IssueCode.DOSE_SUMMATION, this::read).contains("beam1.dcm", "beam 2", "missing");
    }

    @Test
    void aPickedBeamIsStillNotTheWholePlan() {
        write("rp.dcm", RtFixture.plan(5));
        write("beam1.dcm", RtFixture.doseOf("1.2.3.31", "BEAM", 1, 1));
        write("beam2.dcm", RtFixture.doseOf("1.2.3.32", "BEAM", 1, 2));
        assertRefused(
                        IssueCode.DOSE_SUMMATION,
                        () -> CaseReader.read(CaseRequest.of(folder).withDoses(List.of("beam1.dcm"))))
                .contains("beam 2");
    }

    @Test
    void aBeamThatIsThereTwiceIsAmbiguousUnlessOneIsEmpty() {
        write("rp.dcm", RtFixture.plan(5));
        write("beams.dcm", RtFixture.doseOf("1.2.3.30", "BEAM", 1, 1, 2));
        write("beam1.dcm", RtFixture.doseOf("1.2.3.31", "BEAM", 1, 1));
        write("beam2.dcm", RtFixture.doseOf("1.2.3.32", "BEAM", 1, 2));
        assertRefused(IssueCode.AMBIGUOUS_INPUT, this::read).contains("beams.dcm", "beam1.dcm", "--dose");

        write("beams.dcm", RtFixture.doseOf("1.2.3.30", "BEAM", 1, 1, 2).pixels(new int[24], 32));
        TreatmentCase c = read();
        assertThat(dose(c).maxSampleGy()).isEqualTo(24);
        assertIssue(c, IssueCode.INPUT_NOT_USED, Severity.INFO, "beams.dcm", "zero");
    }

    @Test
    void beamsThatThePlanDoesNotHaveAreRefused() {
        write("rp.dcm", RtFixture.plan(5));
        write("beam.dcm", RtFixture.doseOf("1.2.3.31", "BEAM", 1, 1, 2, 4));
        assertRefused(IssueCode.DOSE_SUMMATION, this::read).contains("beam 4");
        write("beam.dcm", RtFixture.doseOf("1.2.3.31", "BEAM", 2, 1));
        assertRefused(IssueCode.DOSE_SUMMATION, this::read).contains("fraction group 2");
    }

    @Test
    void beamDosesWithoutThePlanAreRefused() {
        write("beam1.dcm", RtFixture.doseOf("1.2.3.31", "BEAM", 1, 1));
        assertRefused(IssueCode.DOSE_SUMMATION, this::read).contains("RT Plan");
    }

    @Test
    void beamsOnDifferentGridsAreNotSummed() {
        write("rp.dcm", RtFixture.plan(5));
        write("beam1.dcm", RtFixture.doseOf("1.2.3.31", "BEAM", 1, 1));
        write(
                "beam2.dcm",
                RtFixture.doseOf("1.2.3.32", "BEAM", 1, 2).decimals(Tag.ImagePositionPatient, 10.01, 20, 30));
        assertRefused(IssueCode.DOSE_SUMMATION, this::read).contains("beam1.dcm", "beam2.dcm", "different grids");
    }

    @Test
    void physicalAndEffectiveDoseAreNotSummed() {
        write("rp.dcm", RtFixture.plan(5));
        write("beam1.dcm", RtFixture.doseOf("1.2.3.31", "BEAM", 1, 1));
        write("beam2.dcm", RtFixture.doseOf("1.2.3.32", "BEAM", 1, 2).text(Tag.DoseType, "EFFECTIVE"));
        assertRefused(IssueCode.DOSE_SUMMATION, this::read).contains("EFFECTIVE", "PHYSICAL");
    }

    @Test
    void oneSessionIsMultipliedByThePlannedSessions() {
        write("rp.dcm", RtFixture.plan(5));
        write("beam1.dcm", RtFixture.doseOf("1.2.3.31", "BEAM_SESSION", 1, 1));
        write("beam2.dcm", RtFixture.doseOf("1.2.3.32", "BEAM_SESSION", 1, 2));
        TreatmentCase c = read();
        assertThat(dose(c).maxSampleGy()).isEqualTo(5 * 24);
        assertIssue(c, IssueCode.DOSE_COMPOSED, Severity.INFO, "5 x ");
    }

    @Test
    void oneSessionOfAnUnknownNumberIsRefused() {
        write("rd.dcm", RtFixture.doseOf("1.2.3.31", "FRACTION_SESSION", 1));
        assertRefused(IssueCode.FRACTIONS_UNKNOWN, this::read).contains("--fractions");
        assertThat(dose(CaseReader.read(CaseRequest.of(folder).withFractions(3)))
                        .maxSampleGy())
                .isEqualTo(36);
    }

    @Test
    void aFractionGroupIsAllItsFractions() {
        write("rp.dcm", RtFixture.plan(5));
        write("rd.dcm", RtFixture.doseOf("1.2.3.31", "FRACTION", 1));
        TreatmentCase c = read();
        assertThat(dose(c).maxSampleGy()).isEqualTo(12);
        assertIssue(c, IssueCode.DOSE_COMPOSED, Severity.INFO, "FRACTION");
    }

    @Test
    void fractionGroupsAreSummedWhenAllAreThere() {
        write(
                "rp.dcm",
                RtFixture.plan(5)
                        .sequence(
                                Tag.FractionGroupSequence,
                                RtFixture.fractionGroup(1, 5, 1),
                                RtFixture.fractionGroup(2, 3, 2)));
        write("group1.dcm", RtFixture.doseOf("1.2.3.31", "FRACTION", 1));
        assertRefused(IssueCode.DOSE_SUMMATION, this::read).contains("fraction group 2", "missing");

        write("group2.dcm", RtFixture.doseOf("1.2.3.32", "FRACTION", 2));
        TreatmentCase c = read();
        assertThat(dose(c).maxSampleGy()).isEqualTo(24);
        assertThat(c.plan().fractions()).isEmpty();
        assertIssue(c, IssueCode.FRACTIONS_UNKNOWN, Severity.WARNING, "2 fraction groups", "--fractions");
    }

    @Test
    void sessionsOfSeveralGroupsEachCountTheirOwnFractions() {
        write(
                "rp.dcm",
                RtFixture.plan(5)
                        .sequence(
                                Tag.FractionGroupSequence,
                                RtFixture.fractionGroup(1, 5, 1),
                                RtFixture.fractionGroup(2, 3, 2)));
        write("group1.dcm", RtFixture.doseOf("1.2.3.31", "FRACTION_SESSION", 1));
        write("group2.dcm", RtFixture.doseOf("1.2.3.32", "FRACTION_SESSION", 2));
        assertThat(dose(read()).maxSampleGy()).isEqualTo((5 + 3) * 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BRACHY", "BRACHY_SESSION", "CONTROL_POINT", "RECORD", "PLAN_OVERVIEW", "NONSENSE"})
    void otherKindsAreRefusedByName(String type) {
        write("rp.dcm", RtFixture.plan(5));
        write("rd.dcm", RtFixture.doseOf("1.2.3.31", type, 1));
        assertRefused(IssueCode.DOSE_SUMMATION, this::read).contains("rd.dcm", type);
    }

    @Test
    void kindsThatDoNotAddUpAreRefused() {
        write("rp.dcm", RtFixture.plan(5));
        write("rd1.dcm", RtFixture.doseOf("1.2.3.31", "BEAM", 1, 1));
        write("rd2.dcm", RtFixture.doseOf("1.2.3.32", "BEAM_SESSION", 1, 2));
        assertRefused(IssueCode.DOSE_SUMMATION, this::read).contains("BEAM, BEAM_SESSION", "rd1.dcm", "rd2.dcm");
    }

    @Test
    void planesInFilesOfTheirOwnAreOneGrid() {
        DoseGrid whole = planes(20, 30, 33, 39);
        assertThat(whole.geometry().frames()).isEqualTo(3);
        assertThat(whole.geometry().centre(0, 0, 2).z()).isEqualTo(39);
        // The files lie in another order: plane k was written with a scaling of k + 1.
        assertThat(whole.doseGy(0, 0, 0)).isEqualTo(1);
        assertThat(whole.doseGy(0, 0, 1)).isEqualTo(2);
        assertThat(whole.doseGy(2, 3, 2)).isEqualTo(3 * 12);
    }

    @Test
    void planesThatAreNotOfOneGridAreAmbiguous() {
        assertRefused(IssueCode.AMBIGUOUS_INPUT, () -> planes(20, 30, 33, 33)).contains("--dose");
        assertRefused(IssueCode.AMBIGUOUS_INPUT, () -> planes(21, 30, 33, 39)).contains("--dose");
    }

    /** Three single-frame doses; the last begins at another y. */
    private DoseGrid planes(double lastY, double... z) {
        int[] words = new int[12];
        Arrays.setAll(words, i -> i + 1);
        for (int k = 0; k < z.length; k++) {
            write(
                    "plane" + (z.length - k) + ".dcm",
                    RtFixture.dose()
                            .text(Tag.SOPInstanceUID, "1.2.3.5" + k)
                            .remove(Tag.NumberOfFrames)
                            .remove(Tag.GridFrameOffsetVector)
                            .decimals(Tag.DoseGridScaling, k + 1)
                            .decimals(Tag.ImagePositionPatient, 10, k == z.length - 1 ? lastY : 20, z[k])
                            .pixels(words, 32));
        }
        return dose(read());
    }
}
