package org.cordonrt.rt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordonrt.rt.Refusals.assertRefused;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.Tag;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.StructureSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StructureSetReaderTest {
    private final List<Issue> issues = new ArrayList<>();

    /** The data set in the bytes of a file. */
    DataSet open(byte[] file) {
        return DicomFile.parse(file).dataSet();
    }

    private StructureSet read(DataSetBuilder builder) {
        DataSet ds = open(DicomWriter.toBytes(builder, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));
        StructureSet set = undecoded(ds);
        set.structures().forEach(s -> s.contours().forEach(Contour::toArray));
        return set;
    }

    private StructureSet undecoded(DataSet ds) {
        return StructureSetReader.read(ds, "rtstruct.dcm", RoiEntry.read(ds, issues), issues);
    }

    @Test
    void verticesAreDecodedWhenAskedForAndOnlyThen() {
        DataSetBuilder ds = RtFixture.structureSet();
        ds.item(Tag.ROIContourSequence, 0)
                .sequence(
                        Tag.ContourSequence,
                        RtFixture.square(0, 0, 1)
                                .text(Tag.ContourData, "0\\0\\1e9\\1\\0\\0\\1\\1\\0\\0\\1\\x".split("\\\\")));
        StructureSet set = undecoded(open(DicomWriter.toBytes(ds, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)));

        Contour damaged = set.structures().get(0).contours().get(0);
        assertThat(damaged.size()).isEqualTo(4);
        assertThat(damaged.type()).isEqualTo(ContourGeometricType.CLOSED_PLANAR);
        assertThat(set.structures().get(1).contours().get(0).toArray()).hasSize(12);
        assertRefused(IssueCode.DICOM_INVALID_VALUE, () -> damaged.x(0))
                .contains("rtstruct.dcm: ", "ROIContourSequence[1].ContourSequence[1].ContourData");
        assertRefused(IssueCode.DICOM_INVALID_VALUE, damaged::toArray).contains("rtstruct.dcm: ");
    }

    private static DataSetBuilder withContour(DataSetBuilder contour) {
        DataSetBuilder ds = RtFixture.structureSet();
        ds.item(Tag.ROIContourSequence, 0).sequence(Tag.ContourSequence, contour);
        return ds;
    }

    @Test
    void readsNamesTypesColoursAndVertices() {
        StructureSet set = read(RtFixture.structureSet());

        assertThat(set.label()).isEqualTo("set");
        assertThat(set.frameOfReferenceUid()).isEqualTo(RtFixture.FRAME);
        assertThat(set.structures()).extracting(Structure::roiNumber).containsExactly(1, 2, 7);
        Structure cord = set.structures().get(0);
        assertThat(cord.name()).isEqualTo("SpinalCord");
        assertThat(cord.interpretedType()).isEqualTo("ORGAN");
        assertThat(cord.displayColor()).isEqualTo(0xFF8001);
        assertThat(cord.contours()).hasSize(2);
        assertThat(cord.contours().get(1).toArray()).containsExactly(5, 5, 3, 15, 5, 3, 15, 15, 3, 5, 15, 3);
        assertThat(issues).isEmpty();
    }

    @Test
    void anRoiThatWasNeverDrawnHasNoContours() {
        assertThat(read(RtFixture.structureSet()).byNumber(7).orElseThrow().contours())
                .isEmpty();
    }

    @Test
    void roiNumberZeroIsANumberLikeAnother() {
        DataSetBuilder ds = RtFixture.structureSet();
        ds.item(Tag.StructureSetROISequence, 0).integers(Tag.ROINumber, 0);
        ds.item(Tag.ROIContourSequence, 0).integers(Tag.ReferencedROINumber, 0);
        ds.item(Tag.RTROIObservationsSequence, 0).integers(Tag.ReferencedROINumber, 0);

        Structure zero = read(ds).byNumber(0).orElseThrow();
        assertThat(zero.interpretedType()).isEqualTo("ORGAN");
        assertThat(zero.contours()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(ContourGeometricType.class)
    void everyTypeOfTheStandardIsRead(ContourGeometricType type) {
        StructureSet set = read(withContour(RtFixture.contour(type.definedTerm(), 0, 0, 0, 1, 0, 0, 1, 1, 0)));
        assertThat(set.structures().get(0).contours().get(0).type()).isEqualTo(type);
    }

    @Test
    void theCommonMisspellingOfXorIsXor() {
        StructureSet set = read(withContour(RtFixture.contour("CLOSED_PLANAR_XOR", 0, 0, 0, 1, 0, 0, 1, 1, 0)));
        assertThat(set.structures().get(0).contours().get(0).type()).isEqualTo(ContourGeometricType.CLOSEDPLANAR_XOR);
    }

    @Test
    void anUnknownTypeIsRefusedWithItsPlace() {
        assertRefused(
                        IssueCode.DICOM_INVALID_VALUE,
                        () -> read(withContour(RtFixture.contour("CLOSED_CURVED", 0, 0, 0, 1, 0, 0, 1, 1, 0))))
                .contains("ROIContourSequence[1].ContourSequence[1].ContourGeometricType", "CLOSED_CURVED");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2"})
    void closedContoursWithoutAreaStayAndAreReported(int points) {
        double[] xyz = new double[3 * points];
        StructureSet set = read(withContour(RtFixture.contour("CLOSED_PLANAR", xyz)));

        assertThat(set.structures().get(0).contours().get(0).size()).isEqualTo(points);
        assertThat(issues)
                .singleElement()
                .satisfies(i -> assertThat(i.code()).isEqualTo(IssueCode.CONTOUR_IGNORED))
                .satisfies(i -> assertThat(i.message()).contains("ROI 1 'SpinalCord'", "1 closed contour "));
    }

    @Test
    void aPointIsNoDegenerateContour() {
        read(withContour(RtFixture.contour("POINT", 1, 2, 3)));
        assertThat(issues).isEmpty();
    }

    @Test
    void aCountThatDisagreesWithTheDataIsRefused() {
        DataSetBuilder contour = RtFixture.square(0, 0, 1).integers(Tag.NumberOfContourPoints, 5);
        assertRefused(IssueCode.DICOM_INVALID_VALUE, () -> read(withContour(contour)))
                .contains("ROIContourSequence[1].ContourSequence[1].ContourData", "4 points", "says 5");
    }

    @Test
    void dataThatIsNotThreeNumbersAPointIsRefused() {
        DataSetBuilder contour = RtFixture.square(0, 0, 1).decimals(Tag.ContourData, 1, 2, 3, 4);
        assertRefused(IssueCode.DICOM_INVALID_VALUE, () -> read(withContour(contour)))
                .contains("ContourData", "4 numbers");
    }

    @ParameterizedTest
    @CsvSource({"10001", "-1e300"})
    void coordinatesOutsideOfAnyPatientAreRefused(double x) {
        assertRefused(
                        IssueCode.DICOM_INVALID_VALUE,
                        () -> read(withContour(RtFixture.contour("CLOSED_PLANAR", x, 0, 0, 1, 0, 0, 1, 1, 0))))
                .contains("ContourData");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "1d", "0x10", "'1,5'", "''"})
    void coordinatesThatAreNoDecimalsAreRefused(String text) {
        DataSetBuilder contour = RtFixture.square(0, 0, 1)
                .integers(Tag.NumberOfContourPoints, 3)
                .text(Tag.ContourData, "0", "0", "0", text, "0", "0", "1", "1", "0");
        assertRefused(IssueCode.DICOM_INVALID_VALUE, () -> read(withContour(contour)))
                .contains("ContourData");
    }

    @Test
    void missingContourDataIsRefused() {
        assertRefused(
                        IssueCode.DICOM_MISSING_ATTRIBUTE,
                        () -> read(withContour(RtFixture.square(0, 0, 1).remove(Tag.ContourData))))
                .contains("ContourData");
    }

    @Test
    void aContourThatIsToBeMovedIsRefused() {
        DataSetBuilder moved = RtFixture.square(0, 0, 1).decimals(Tag.ContourOffsetVector, 0, 0, 2);
        assertRefused(IssueCode.DICOM_INVALID_VALUE, () -> read(withContour(moved)))
                .contains("ContourOffsetVector");
        DataSetBuilder still = RtFixture.square(0, 0, 1).decimals(Tag.ContourOffsetVector, 0, 0, 0);
        assertThat(read(withContour(still)).structures().get(0).contours()).hasSize(1);
    }

    @Test
    void twoRoisOfOneNumberAreRefused() {
        DataSetBuilder ds = RtFixture.structureSet();
        ds.item(Tag.StructureSetROISequence, 1).integers(Tag.ROINumber, 1);
        assertRefused(IssueCode.DICOM_INVALID_VALUE, () -> read(ds)).contains("StructureSetROISequence[2].ROINumber");
    }

    @Test
    void contoursOfAnAbsentRoiAreRefused() {
        DataSetBuilder ds = RtFixture.structureSet();
        ds.item(Tag.ROIContourSequence, 1).integers(Tag.ReferencedROINumber, 99);
        assertRefused(IssueCode.DICOM_INVALID_VALUE, () -> read(ds)).contains("ROIContourSequence[2]", "99");
    }

    @Test
    void contoursOfOneRoiInTwoPlacesAreRefused() {
        DataSetBuilder ds = RtFixture.structureSet();
        ds.item(Tag.ROIContourSequence, 1).integers(Tag.ReferencedROINumber, 1);
        assertRefused(IssueCode.DICOM_INVALID_VALUE, () -> read(ds)).contains("ROIContourSequence[2]");
    }

    @Test
    void observationsThatContradictEachOtherLeaveTheTypeOpen() {
        DataSetBuilder ds = RtFixture.structureSet();
        ds.item(Tag.RTROIObservationsSequence, 1).integers(Tag.ReferencedROINumber, 1);

        assertThat(read(ds).structures().get(0).interpretedType()).isEmpty();
        assertThat(issues).extracting(Issue::code).containsExactly(IssueCode.DICOM_ODDITY);
    }

    @Test
    void anImpossibleColourIsNoReasonToRefuse() {
        DataSetBuilder ds = RtFixture.structureSet();
        ds.item(Tag.ROIContourSequence, 0).integers(Tag.ROIDisplayColor, 300, 0, 0);

        assertThat(read(ds).structures().get(0).displayColor()).isNull();
        assertThat(issues).extracting(Issue::code).containsExactly(IssueCode.DICOM_ODDITY);
    }
}
