package org.cordonrt.rt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordonrt.rt.Refusals.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.SequenceLengths;
import org.cordonrt.dicom.Tag;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.FractionsSource;
import org.cordonrt.plan.InputFile;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding the files of a plan and what belongs together. */
class CaseReaderLinkTest {
    @TempDir
    Path folder;

    private Path write(String name, DataSetBuilder ds) {
        return RtFixture.write(folder, name, ds);
    }

    private void writeCase() {
        write("a/rs.dcm", RtFixture.structureSet());
        write("b/c/rp", RtFixture.plan(3));
        write("rd.dcm", RtFixture.dose());
    }

    private CaseRequest request() {
        return CaseRequest.of(folder);
    }

    private TreatmentCase read() {
        return CaseReader.read(request());
    }

    private static List<String> uids(TreatmentCase c) {
        return c.inputs().stream().map(InputFile::sopInstanceUid).toList();
    }

    @Test
    void aPlanIsFoundByContentInAnyLayout() throws IOException {
        writeCase();
        Files.writeString(folder.resolve("notes.txt"), "nothing to see");
        Files.createFile(folder.resolve("b/empty"));
        TreatmentCase c = read();

        assertThat(uids(c)).containsExactly(RtFixture.STRUCTURE_SET_UID, RtFixture.PLAN_UID, RtFixture.DOSE_UID);
        assertThat(c.plan().label()).isEqualTo("spine");
        assertThat(c.plan().fractions()).hasValue(3);
        assertThat(c.plan().fractionsSource()).isEqualTo(FractionsSource.RTPLAN);
        assertThat(c.plan().prescriptionGy()).hasValue(12);
        assertThat(c.plan().approvalStatus()).isEqualTo("APPROVED");
        assertThat(c.issues()).isEmpty();
    }

    @Test
    void pathsAreShownAsGivenAndDigestsAreThoseOfTheFiles() throws Exception {
        writeCase();
        InputFile set = read().inputs().get(0);
        assertThat(set.path()).isEqualTo(folder + "/a/rs.dcm");
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                .digest(Files.readAllBytes(folder.resolve("a/rs.dcm")));
        assertThat(set.sha256()).isEqualTo(java.util.HexFormat.of().formatHex(digest));
    }

    @Test
    void theOrderOfPathsDoesNotMatter() {
        writeCase();
        List<Path> paths = List.of(folder.resolve("rd.dcm"), folder.resolve("a/rs.dcm"), folder.resolve("b/c/rp"));
        List<Path> other = List.of(folder.resolve("b"), folder.resolve("a"), folder.resolve("rd.dcm"));
        assertThat(CaseReader.read(CaseRequest.of(paths)).inputs())
                .isEqualTo(CaseReader.read(CaseRequest.of(other)).inputs())
                .isEqualTo(read().inputs());
    }

    @ParameterizedTest
    @EnumSource(
            value = TransferSyntax.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OTHER"})
    void everyTransferSyntaxGivesTheSame(TransferSyntax syntax) {
        DicomWriter.write(folder.resolve("rs"), RtFixture.structureSet(), plain(syntax));
        DicomWriter.write(folder.resolve("rp"), RtFixture.plan(3), plain(syntax));
        DicomWriter.write(folder.resolve("rd"), RtFixture.dose(), syntax);
        TreatmentCase c = read();
        assertThat(c.dose().orElseThrow().doseGy(1, 2, 1)).isEqualTo(10);
        assertThat(c.structures().structures().get(0).contours().get(1).x(1)).isEqualTo(15);
        assertThat(c.plan().fractions()).hasValue(3);
    }

    /** RLE is for pixels. */
    private static TransferSyntax plain(TransferSyntax syntax) {
        return syntax == TransferSyntax.RLE_LOSSLESS ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : syntax;
    }

    @Test
    void dataSetsWithoutPreambleAreFoundToo() throws IOException {
        DataSetBuilder[] all = {RtFixture.structureSet(), RtFixture.plan(3), RtFixture.dose()};
        for (int i = 0; i < all.length; i++) {
            Files.write(
                    folder.resolve("file" + i),
                    DicomWriter.toDataSetBytes(
                            all[i], TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, SequenceLengths.UNDEFINED));
        }
        assertThat(uids(read())).hasSize(3);
    }

    @Test
    void whatIsHiddenOrOfAnotherModalityIsPassedOver() throws IOException {
        writeCase();
        write(".hidden.dcm", RtFixture.dose().text(Tag.SOPInstanceUID, "1.2.3.9"));
        write(".cache/rd.dcm", RtFixture.dose().text(Tag.SOPInstanceUID, "1.2.3.9"));
        write("ct/1.dcm", otherModality());
        Files.writeString(folder.resolve("fake.dcm"), "a text, in spite of its name");

        assertThat(uids(read())).hasSize(3);
        Inventory inventory = CaseReader.inventory(List.of(folder));
        assertThat(inventory.otherFiles()).isEqualTo(2);
        assertThat(inventory.issues())
                .singleElement()
                .satisfies(i -> assertThat(i.message()).contains("fake.dcm"));
    }

    private static DataSetBuilder otherModality() {
        return new DataSetBuilder()
                .text(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.2")
                .text(Tag.SOPInstanceUID, "1.2.3.77")
                .text(Tag.Modality, "CT");
    }

    @Test
    void linksAreFollowedAndLoopsAreCut() throws IOException {
        writeCase();
        Files.createSymbolicLink(folder.resolve("a/up"), folder);
        Files.createSymbolicLink(folder.resolve("again.dcm"), folder.resolve("rd.dcm"));
        Files.createSymbolicLink(folder.resolve("gone.dcm"), folder.resolve("nowhere"));
        assertThat(uids(read())).hasSize(3);
    }

    @Test
    void aCopyCountsOnceAndTwoFilesOfOneUidDoNot() {
        writeCase();
        write("copy/rd.dcm", RtFixture.dose());
        assertThat(read().issues())
                .singleElement()
                .satisfies(i -> assertThat(i.message()).contains("is a copy of"));

        write("copy/rd.dcm", RtFixture.dose().decimals(Tag.DoseGridScaling, 0.1));
        assertRefused(IssueCode.AMBIGUOUS_INPUT, this::read).contains("copy/rd.dcm", "--dose");
    }

    // What cannot be read

    @Test
    void aMissingPathAnEmptyFolderAndATextFileSayWhatTheyAre() throws IOException {
        assertRefused(IssueCode.FILE_UNREADABLE, () -> CaseReader.read(CaseRequest.of(folder.resolve("nowhere"))))
                .contains("nowhere", "no such file");
        assertRefused(IssueCode.NO_STRUCTURE_SET, this::read)
                .contains(folder.toString(), "no RT Structure Set", "0 other files");
        Path text = Files.writeString(folder.resolve("plan.txt"), "not DICOM at all, but long enough to look at\n");
        assertRefused(IssueCode.NOT_DICOM, () -> CaseReader.read(CaseRequest.of(text)))
                .contains("plan.txt");
    }

    @Test
    void aBrokenRtFileIsNeverPassedOver() throws IOException {
        writeCase();
        byte[] bytes = DicomWriter.toBytes(
                RtFixture.dose().text(Tag.SOPInstanceUID, "1.2.3.9"), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Files.write(folder.resolve("broken.dcm"), Arrays.copyOf(bytes, bytes.length - 30));
        assertRefused(IssueCode.DICOM_TRUNCATED, this::read).contains("broken.dcm");
    }

    @Test
    void aMissingDoseIsAnErrorOnlyWhereOneIsNeeded() {
        write("rs.dcm", RtFixture.structureSet());
        assertRefused(IssueCode.NO_DOSE, this::read).contains("1 structure set, 0 doses");
        assertThat(CaseReader.read(request().withDoseNeed(DoseNeed.IF_PRESENT)).dose())
                .isEmpty();
        assertThat(CaseReader.read(request().withDoseNeed(DoseNeed.NONE)).dose())
                .isEmpty();
    }

    @Test
    void structuresAloneDoNotCareAboutDosesAndPlansThatDoNotFit() {
        writeCase();
        write("other.dcm", RtFixture.dose().text(Tag.SOPInstanceUID, "1.2.3.9"));
        CaseRequest structures = request().withDoseNeed(DoseNeed.NONE);
        assertThat(uids(CaseReader.read(structures))).containsExactly(RtFixture.STRUCTURE_SET_UID, RtFixture.PLAN_UID);

        write(
                "b/c/rp",
                RtFixture.plan(3)
                        .sequence(
                                Tag.ReferencedStructureSetSequence,
                                RtFixture.reference(SopClass.STRUCTURE_SET, "1.2.3.99")));
        TreatmentCase c = CaseReader.read(structures);
        assertThat(uids(c)).containsExactly(RtFixture.STRUCTURE_SET_UID);
        assertThat(c.issues()).extracting(Issue::code).containsExactly(IssueCode.INPUT_NOT_USED);
    }

    // What belongs together

    @Test
    void thePlanChoosesAmongStructureSets() {
        writeCase();
        write("old.dcm", RtFixture.structureSet().text(Tag.SOPInstanceUID, "1.2.3.8"));
        TreatmentCase c = read();
        assertThat(uids(c)).contains(RtFixture.STRUCTURE_SET_UID).doesNotContain("1.2.3.8");
        assertThat(c.issues())
                .singleElement()
                .satisfies(i -> assertThat(i.code()).isEqualTo(IssueCode.INPUT_NOT_USED))
                .satisfies(i -> assertThat(i.message()).contains("old.dcm"));
    }

    @Test
    void theDoseChoosesAmongPlans() {
        writeCase();
        write("other.dcm", RtFixture.plan(1).text(Tag.SOPInstanceUID, "1.2.3.8"));
        assertThat(read().plan().fractions()).hasValue(3);
    }

    @Test
    void twoStructureSetsWithoutAPlanAreAmbiguous() {
        write("rs1.dcm", RtFixture.structureSet());
        write("rs2.dcm", RtFixture.structureSet().text(Tag.SOPInstanceUID, "1.2.3.8"));
        write("rd.dcm", RtFixture.dose());
        assertRefused(IssueCode.AMBIGUOUS_INPUT, this::read).contains("rs1.dcm", "rs2.dcm", "--structure-set");
        assertThat(uids(CaseReader.read(request().withStructureSet("rs2.dcm")))).contains("1.2.3.8");
    }

    @Test
    void twoPlansWithTheirDosesAreAmbiguousUntilOneIsPicked() {
        writeCase();
        write("rp2.dcm", RtFixture.plan(1).text(Tag.SOPInstanceUID, "1.2.3.8"));
        write(
                "rd2.dcm",
                RtFixture.dose()
                        .text(Tag.SOPInstanceUID, "1.2.3.9")
                        .sequence(Tag.ReferencedRTPlanSequence, RtFixture.reference(SopClass.PLAN, "1.2.3.8")));
        assertRefused(IssueCode.AMBIGUOUS_INPUT, this::read).contains("rd.dcm", "rd2.dcm", "--dose", "--plan");
        assertThat(uids(CaseReader.read(request().withPlan("rp2.dcm"))))
                .containsExactly(RtFixture.STRUCTURE_SET_UID, "1.2.3.8", "1.2.3.9");
        assertThat(uids(CaseReader.read(request().withDoses(List.of("rd2.dcm")))))
                .containsExactly(RtFixture.STRUCTURE_SET_UID, "1.2.3.8", "1.2.3.9");
    }

    @Test
    void aDoseThatNamesNoPlanIsAmbiguousBetweenTwo() {
        writeCase();
        write("rd.dcm", RtFixture.dose().remove(Tag.ReferencedRTPlanSequence));
        write("rp2.dcm", RtFixture.plan(1).text(Tag.SOPInstanceUID, "1.2.3.8"));
        assertRefused(IssueCode.AMBIGUOUS_INPUT, this::read).contains("rp2.dcm", "--plan");
    }

    @Test
    void aPlanCanNameItsDose() {
        writeCase();
        write("rd.dcm", RtFixture.dose().remove(Tag.ReferencedRTPlanSequence));
        write(
                "b/c/rp",
                RtFixture.plan(3)
                        .sequence(Tag.ReferencedDoseSequence, RtFixture.reference(SopClass.DOSE, RtFixture.DOSE_UID)));
        write("rp2.dcm", RtFixture.plan(1).text(Tag.SOPInstanceUID, "1.2.3.8"));
        assertThat(read().plan().fractions()).hasValue(3);
    }

    @Test
    void filesThatOnlyShareTheFrameOfReferenceAreLinkedWithAWord() {
        writeCase();
        write("rd.dcm", RtFixture.dose().remove(Tag.ReferencedRTPlanSequence));
        assertThat(read().issues())
                .filteredOn(i -> i.code() == IssueCode.LINK_ASSUMED && i.severity() == Severity.WARNING)
                .singleElement()
                .satisfies(i -> assertThat(i.message()).contains("rd.dcm", "b/c/rp"));
    }

    @Test
    void aDoseOfAnotherPlanIsRefusedUnlessThePlanIsNamed() {
        writeCase();
        write(
                "rd.dcm",
                RtFixture.dose()
                        .sequence(Tag.ReferencedRTPlanSequence, RtFixture.reference(SopClass.PLAN, "1.2.3.99")));
        assertRefused(IssueCode.UNLINKED_INPUT, this::read).contains("rd.dcm", "b/c/rp", "--plan");

        TreatmentCase c = CaseReader.read(request().withPlan("rp"));
        assertThat(c.issues())
                .filteredOn(i -> i.code() == IssueCode.UNLINKED_INPUT)
                .singleElement()
                .satisfies(i -> assertThat(i.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void aPlanOnAnotherStructureSetIsRefusedUnlessTheSetIsNamed() {
        writeCase();
        write("a/rs.dcm", RtFixture.structureSet().text(Tag.SOPInstanceUID, "1.2.3.8"));
        assertRefused(IssueCode.UNLINKED_INPUT, this::read).contains("b/c/rp", "a/rs.dcm", "--structure-set");
        assertThat(uids(CaseReader.read(request().withStructureSet("1.2.3.8")))).contains("1.2.3.8");
    }

    @Test
    void histogramsOfAnotherStructureSetContradictToo() {
        writeCase();
        write(
                "rd.dcm",
                RtFixture.dose()
                        .sequence(
                                Tag.ReferencedStructureSetSequence,
                                RtFixture.reference(SopClass.STRUCTURE_SET, "1.2.3.8")));
        assertRefused(IssueCode.UNLINKED_INPUT, this::read).contains("rd.dcm", "a/rs.dcm");
    }

    @Test
    void anotherFrameOfReferenceIsRefusedEvenWhereOptionsNameTheFiles() {
        writeCase();
        write("rd.dcm", RtFixture.dose().text(Tag.FrameOfReferenceUID, "1.2.3.101"));
        assertRefused(
                        IssueCode.FRAME_OF_REFERENCE_MISMATCH,
                        () -> CaseReader.read(request()
                                .withStructureSet("rs.dcm")
                                .withDoses(List.of("rd.dcm"))
                                .withPlan("rp")))
                .contains("rd.dcm", "a/rs.dcm");
    }

    @Test
    void structuresInSeveralFramesOfReferenceAreRefused() {
        writeCase();
        DataSetBuilder set = RtFixture.structureSet();
        set.item(Tag.StructureSetROISequence, 1).text(Tag.ReferencedFrameOfReferenceUID, "1.2.3.101");
        write("a/rs.dcm", set);
        assertRefused(IssueCode.FRAME_OF_REFERENCE_MISMATCH, this::read).contains("a/rs.dcm", "2 frames");
        assertThat(CaseReader.inventory(List.of(folder)).structureSets().get(0).rois())
                .extracting(Inventory.Roi::frameOfReferenceUid)
                .containsExactly(RtFixture.FRAME, "1.2.3.101", RtFixture.FRAME);
    }

    @Test
    void aFrameOfReferenceThatIsNotDrawnInDoesNotCount() {
        writeCase();
        DataSetBuilder set = RtFixture.structureSet();
        set.item(Tag.StructureSetROISequence, 2).text(Tag.ReferencedFrameOfReferenceUID, "1.2.3.101");
        write("a/rs.dcm", set);
        assertThat(read().structures().frameOfReferenceUid()).isEqualTo(RtFixture.FRAME);
    }

    @Test
    void aDoseWithoutAFrameOfReferenceIsLinkedWithAWarning() {
        writeCase();
        write("rd.dcm", RtFixture.dose().remove(Tag.FrameOfReferenceUID));
        assertThat(read().issues())
                .singleElement()
                .satisfies(i -> assertThat(i.code()).isEqualTo(IssueCode.LINK_ASSUMED))
                .satisfies(i -> assertThat(i.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void differentPatientsArePointedOutWithoutNamingThem() {
        writeCase();
        write("rd.dcm", RtFixture.dose().text(Tag.PatientID, "SECRET-2"));
        assertThat(read().issues())
                .singleElement()
                .satisfies(i -> assertThat(i.severity()).isEqualTo(Severity.WARNING))
                .satisfies(i -> assertThat(i.message())
                        .contains("rd.dcm", "a/rs.dcm", "patient")
                        .doesNotContain("SECRET"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing.dcm", "1.2.3.4.5", "../rs.dcm"})
    void aPickThatFitsNothingListsWhatIsThere(String pick) {
        writeCase();
        assertRefused(
                        IssueCode.NO_STRUCTURE_SET,
                        () -> CaseReader.read(request().withStructureSet(pick)))
                .contains("--structure-set " + pick, "a/rs.dcm");
        assertRefused(IssueCode.NO_DOSE, () -> CaseReader.read(request().withDoses(List.of(pick))))
                .contains("rd.dcm");
        assertRefused(IssueCode.UNLINKED_INPUT, () -> CaseReader.read(request().withPlan(pick)))
                .contains("b/c/rp");
    }

    // What the plan says

    @Test
    void fractionsOfTheOptionFillWhatThePlanLeavesOpen() {
        write("rs.dcm", RtFixture.structureSet());
        write("rd.dcm", RtFixture.dose());
        TreatmentCase c = CaseReader.read(request().withFractions(3));
        assertThat(c.plan().fractions()).hasValue(3);
        assertThat(c.plan().fractionsSource()).isEqualTo(FractionsSource.OPTION);
    }

    @Test
    void fractionsThatContradictThePlanAreRefused() {
        writeCase();
        assertThat(CaseReader.read(request().withFractions(3)).plan().fractionsSource())
                .isEqualTo(FractionsSource.RTPLAN);
        assertRefused(
                        IssueCode.FRACTIONS_CONFLICT,
                        () -> CaseReader.read(request().withFractions(5)))
                .contains("b/c/rp", "3 fractions", "says 5");
    }

    @Test
    void aPlanThatDoesNotSayItsFractionsLeavesThemUnknown() {
        writeCase();
        write("b/c/rp", RtFixture.plan(0));
        assertThat(read().plan().fractions()).isEmpty();
        assertThat(read().issues()).extracting(Issue::code).containsExactly(IssueCode.FRACTIONS_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNAPPROVED", "REJECTED"})
    void aPlanThatIsNotApprovedIsPointedOut(String status) {
        writeCase();
        write("b/c/rp", RtFixture.plan(3).text(Tag.ApprovalStatus, status));
        assertThat(read().issues())
                .singleElement()
                .satisfies(i -> assertThat(i.message()).contains("b/c/rp", status));
    }

    @Test
    void severalPrescriptionsAreNone() {
        writeCase();
        DataSetBuilder plan = RtFixture.plan(3);
        plan.sequence(
                Tag.DoseReferenceSequence,
                target("SITE", 12),
                target("VOLUME", 12),
                target("COORDINATES", 30),
                new DataSetBuilder().text(Tag.DoseReferenceType, "ORGAN_AT_RISK"));
        write("b/c/rp", plan);
        assertThat(read().plan().prescriptionGy()).hasValue(12);

        write("b/c/rp", plan.sequence(Tag.DoseReferenceSequence, target("SITE", 12), target("SITE", 10)));
        TreatmentCase c = read();
        assertThat(c.plan().prescriptionGy()).isEmpty();
        assertThat(c.issues()).extracting(Issue::code).containsExactly(IssueCode.PRESCRIPTION_UNKNOWN);
    }

    private static DataSetBuilder target(String structureType, double gy) {
        return new DataSetBuilder()
                .text(Tag.DoseReferenceStructureType, structureType)
                .text(Tag.DoseReferenceType, "TARGET")
                .decimals(Tag.TargetPrescriptionDose, gy);
    }

    @Test
    void aModalityThatDisagreesWithTheSopClassIsWorthAWord() {
        writeCase();
        write("a/rs.dcm", RtFixture.structureSet().text(Tag.Modality, "CT"));
        assertThat(read().issues()).extracting(Issue::code).containsExactly(IssueCode.DICOM_ODDITY);
    }

    @Test
    void theInventoryListsEverythingAndChoosesNothing() {
        writeCase();
        write("rd2.dcm", RtFixture.doseOf("1.2.3.9", "BEAM", 1, 2));
        Inventory inventory = CaseReader.inventory(List.of(folder));

        assertThat(inventory.structureSets()).singleElement().satisfies(s -> {
            assertThat(s.label()).isEqualTo("set");
            assertThat(s.rois()).hasSize(3);
            assertThat(s.rois().get(0).contours())
                    .containsExactly(java.util.Map.entry(ContourGeometricType.CLOSED_PLANAR, 2));
        });
        assertThat(inventory.plans()).singleElement().satisfies(p -> {
            assertThat(p.fractions()).hasValue(3);
            assertThat(p.structureSetUids()).containsExactly(RtFixture.STRUCTURE_SET_UID);
        });
        assertThat(inventory.doses())
                .extracting(Inventory.DoseFile::summationType)
                .containsExactly("PLAN", "BEAM");
        assertThat(inventory.doses().get(1).beams())
                .containsExactly(new Inventory.BeamReference(1, java.util.OptionalInt.of(2)));
        assertThat(inventory.doses().get(0).grid()).hasValue(new Inventory.GridSize(3, 4, 2, 2, 2.5));
    }

    @Test
    void digestsCanBeLeftOut() {
        TreatmentCase with = CaseReader.read(CaseRequest.of(Path.of("testdata/spine/1fx-pass")));
        TreatmentCase without = CaseReader.read(
                CaseRequest.of(Path.of("testdata/spine/1fx-pass")).withoutDigests());
        assertThat(with.inputs()).allMatch(f -> f.sha256().matches("[0-9a-f]{64}"));
        assertThat(without.inputs())
                .allMatch(f -> f.sha256().isEmpty())
                .extracting(InputFile::path)
                .isEqualTo(with.inputs().stream().map(InputFile::path).toList());
    }
}
