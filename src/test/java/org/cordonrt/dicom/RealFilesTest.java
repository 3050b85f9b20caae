package org.cordonrt.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files written by other programs; numbers checked against dcmdump of DCMTK. */
class RealFilesTest {
    private static final Path REAL = Path.of("testdata/real/pydicom");

    @Test
    void everyEncodingOfADoseHoldsTheSameWords() {
        int[] implicit = words("rtdose.dcm", 1500);
        assertThat(implicit).startsWith(0x00130EE8, 0x00130EE8, 0x001312D0, 0x001312D0, 0x00130718, 0x0012FB60);
        assertThat(words("rtdose_expb.db0d59a.dcm", 1500)).containsExactly(implicit);
        assertThat(words("rtdose_rle.dcm", 1500)).containsExactly(implicit);
        int[] frame = words("rtdose_1frame.dcm", 100);
        assertThat(words("rtdose_expb_1frame.6ab0048.dcm", 100)).containsExactly(frame);
        assertThat(words("rtdose_rle_1frame.7477e08.dcm", 100)).containsExactly(frame);
        assertThat(words("rtdose_rle_1frame.b36d8db.dcm", 100)).containsExactly(frame);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtdose_expb.57a080b.dcm", "rtdose_expb_1frame.58abe0a.dcm"})
    void wronglyOrderedWordsAreRefused(String name) {
        DicomFile file = DicomFile.read(REAL.resolve(name));
        int frames = file.dataSet().integer(Tag.NumberOfFrames).orElse(1);
        assertThatThrownBy(() -> file.pixelWords(100 * frames, 32))
                .isInstanceOfSatisfying(
                        CordonException.class, e -> assertThat(e.code()).isEqualTo(IssueCode.DICOM_INVALID_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtdose.dcm", "rtdose_expb.db0d59a.dcm", "rtdose_rle.dcm"})
    void theGridOfADose(String name) {
        DataSet dose = DicomFile.read(REAL.resolve(name)).dataSet();
        assertThat(dose.requireInteger(Tag.Rows)).isEqualTo(10);
        assertThat(dose.requireInteger(Tag.NumberOfFrames)).isEqualTo(15);
        assertThat(dose.pointers(Tag.FrameIncrementPointer)).containsExactly(Tag.GridFrameOffsetVector);
        assertThat(dose.requireText(Tag.DoseUnits)).isEqualTo("RELATIVE");
        assertThat(dose.requireDecimal(Tag.DoseGridScaling)).isEqualTo(1e-6);
        assertThat(dose.requireDecimals(Tag.GridFrameOffsetVector, 15))
                .startsWith(0, 5, 10)
                .endsWith(70);
        DataSet plan = dose.requireItems(Tag.ReferencedRTPlanSequence).get(0);
        assertThat(plan.requireText(Tag.ReferencedSOPClassUID)).isEqualTo("1.2.840.10008.5.1.4.1.1.481.5");
        assertThat(plan.requireItems(Tag.ReferencedFractionGroupSequence)).hasSize(1);
    }

    @Test
    void aStructureSetWithoutPreambleAndMeta() {
        DicomFile file = DicomFile.read(REAL.resolve("rtstruct.dcm"));
        assertThat(file.transferSyntax()).isEqualTo(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        assertThat(file.issues()).hasSize(2);
        List<DataSet> rois = file.dataSet().requireItems(Tag.StructureSetROISequence);
        assertThat(rois).extracting(roi -> roi.requireText(Tag.ROIName)).startsWith("patient", "Isocenter 1");
        DataSet contour = file.dataSet()
                .requireItems(Tag.ROIContourSequence)
                .get(0)
                .requireItems(Tag.ContourSequence)
                .get(0);
        assertThat(contour.requireDecimals(Tag.ContourData, 3 * contour.requireInteger(Tag.NumberOfContourPoints)))
                .startsWith(-200, 150, -200, -200, -150, -200);
    }

    @Test
    void aPlanAndTheSamePlanCutOff() {
        DataSet plan = DicomFile.read(REAL.resolve("rtplan.dcm")).dataSet();
        assertThat(plan.requireItems(Tag.FractionGroupSequence).get(0).requireInteger(Tag.NumberOfFractionsPlanned))
                .isEqualTo(30);
        assertThatThrownBy(() -> DicomFile.read(REAL.resolve("rtplan_truncated.dcm")))
                .isInstanceOfSatisfying(
                        CordonException.class, e -> assertThat(e.code()).isEqualTo(IssueCode.DICOM_TRUNCATED))
                .hasMessageContaining("BeamSequence (300a,00b0)");
    }

    private static int[] words(String name, int samples) {
        return DicomFile.read(REAL.resolve(name)).pixelWords(samples, 32);
    }
}
