package org.cordonrt.rt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.Tag;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.StoredDvh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredDvhReaderTest {
    private final List<Issue> issues = new ArrayList<>();

    /** The data set in the bytes of a file. */
    DataSet open(byte[] file) {
        return DicomFile.parse(file).dataSet();
    }

    private DataSet parse(DataSetBuilder builder) {
        return open(DicomWriter.toBytes(builder, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    private List<StoredDvh> read(DataSetBuilder item) {
        return read(RtFixture.dose().sequence(Tag.DVHSequence, item), RtFixture.structureSet());
    }

    private List<StoredDvh> read(DataSetBuilder dose, DataSetBuilder structureSet) {
        return StoredDvhReader.read(parse(dose), parse(structureSet), OptionalDouble.empty(), issues);
    }

    /** Bins of 0.5, 0.5 and 1 Gy. */
    private static DataSetBuilder dvh(String type, double... volumes) {
        return new DataSetBuilder()
                .text(Tag.DVHType, type)
                .text(Tag.DoseUnits, "GY")
                .text(Tag.DoseType, "PHYSICAL")
                .decimals(Tag.DVHDoseScaling, 0.5)
                .text(Tag.DVHVolumeUnits, "CM3")
                .integers(Tag.DVHNumberOfBins, 3)
                .decimals(Tag.DVHData, 1, volumes[0], 1, volumes[1], 2, volumes[2])
                .sequence(
                        Tag.DVHReferencedROISequence,
                        new DataSetBuilder()
                                .integers(Tag.ReferencedROINumber, 1)
                                .text(Tag.DVHROIContributionType, "INCLUDED"));
    }

    private void assertLeftOut(List<StoredDvh> dvhs, String... words) {
        assertThat(dvhs).isEmpty();
        assertThat(issues)
                .singleElement()
                .satisfies(i -> assertThat(i.code()).isEqualTo(IssueCode.STORED_DVH_ODDITY))
                .satisfies(i -> assertThat(i.message()).contains(words));
    }

    @Test
    void aCumulativeHistogramHasItsVolumesAtTheLeftEdges() {
        StoredDvh dvh = read(dvh("CUMULATIVE", 10, 8, 2)).get(0);
        assertThat(dvh.roiNumber()).isEqualTo(1);
        assertThat(dvh.doseGy()).containsExactly(0, 0.5, 1);
        assertThat(dvh.volumeCc()).containsExactly(10, 8, 2);
        assertThat(issues).isEmpty();
    }

    @Test
    void aDifferentialHistogramIsAddedUpFromTheTop() {
        assertThat(read(dvh("DIFFERENTIAL", 2, 6, 2)).get(0).volumeCc()).containsExactly(10, 8, 2);
    }

    @Test
    void percentIsOfTheVolumeTheStructureSetGives() {
        DataSetBuilder set = RtFixture.structureSet();
        set.item(Tag.StructureSetROISequence, 0).decimals(Tag.ROIVolume, 40);
        DataSetBuilder dose = RtFixture.dose()
                .sequence(Tag.DVHSequence, dvh("CUMULATIVE", 100, 50, 25).text(Tag.DVHVolumeUnits, "PERCENT"));
        assertThat(read(dose, set).get(0).volumeCc()).containsExactly(40, 20, 10);

        assertLeftOut(read(dose, RtFixture.structureSet()), "cc");
    }

    @Test
    void relativeDosesAreOfTheNormalizationDose() {
        DataSetBuilder item = dvh("CUMULATIVE", 10, 8, 2).text(Tag.DoseUnits, "RELATIVE");
        DataSetBuilder dose = RtFixture.dose().sequence(Tag.DVHSequence, item);
        assertThat(read(dose.copy().decimals(Tag.DVHNormalizationDoseValue, 20), RtFixture.structureSet())
                        .get(0)
                        .doseGy())
                .containsExactly(0, 10, 20);
        assertLeftOut(read(dose, RtFixture.structureSet()), "gray");
    }

    @Test
    void summariesThatFitTheCurveAreKept() {
        StoredDvh dvh = read(dvh("CUMULATIVE", 10, 8, 2)
                        .decimals(Tag.DVHMinimumDose, 0.1)
                        .decimals(Tag.DVHMeanDose, 0.8)
                        .decimals(Tag.DVHMaximumDose, 1.9))
                .get(0);
        assertThat(dvh.minGy()).hasValue(0.1);
        assertThat(dvh.meanGy()).hasValue(0.8);
        assertThat(dvh.maxGy()).hasValue(1.9);
        assertThat(issues).isEmpty();
    }

    @Test
    void summariesInPercentAreNot() {
        StoredDvh dvh = read(dvh("CUMULATIVE", 10, 8, 2)
                        .decimals(Tag.DVHMeanDose, 40)
                        .decimals(Tag.DVHMaximumDose, 95))
                .get(0);
        assertThat(dvh.meanGy()).isEmpty();
        assertThat(dvh.maxGy()).isEmpty();
        assertThat(dvh.volumeCc()).hasSize(3);
        assertThat(issues).extracting(Issue::code).containsExactly(IssueCode.STORED_DVH_ODDITY);
    }

    @Test
    void volumesJustBelowZeroAreRounding() {
        assertThat(read(dvh("CUMULATIVE", 10, 8, -1e-12)).get(0).volumeCc()).containsExactly(10, 8, 0);
    }

    @ParameterizedTest
    @CsvSource({"CUMULATIVE, 10, 8, -1, negative", "CUMULATIVE, 10, 12, 2, grows", "NATURAL, 10, 8, 2, NATURAL"})
    void whatIsNoHistogramIsLeftOut(String type, double a, double b, double c, String why) {
        assertLeftOut(read(dvh(type, a, b, c)), why);
    }

    @Test
    void binsThatDoNotMatchTheirNumberAreLeftOut() {
        assertLeftOut(read(dvh("CUMULATIVE", 10, 8, 2).integers(Tag.DVHNumberOfBins, 4)), "says 4", "holds 3");
    }

    @Test
    void dosesInPlaceOfWidthsAreLeftOut() {
        assertLeftOut(
                read(dvh("CUMULATIVE", 10, 8, 2).decimals(Tag.DVHData, 1, 10, 2, 8, 3, 2)), "doses", "bin widths");
    }

    @Test
    void numbersThatAreNoneAreNoReasonToRefuseTheDose() {
        assertLeftOut(read(dvh("CUMULATIVE", 10, 8, 2).text(Tag.DVHData, "1", "NaN")), "DVHData");
    }

    @Test
    void histogramsOfSeveralOrUnknownStructuresAreLeftOut() {
        DataSetBuilder roi =
                new DataSetBuilder().integers(Tag.ReferencedROINumber, 1).text(Tag.DVHROIContributionType, "INCLUDED");
        assertLeftOut(
                read(dvh("CUMULATIVE", 10, 8, 2).sequence(Tag.DVHReferencedROISequence, roi, roi)), "one structure");
        issues.clear();
        assertLeftOut(
                read(dvh("CUMULATIVE", 10, 8, 2)
                        .sequence(Tag.DVHReferencedROISequence, roi.copy().integers(Tag.ReferencedROINumber, 50))),
                "ROI 50");
    }
}
