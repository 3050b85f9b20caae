package org.cordonrt.rt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.Tag;
import org.cordonrt.dicom.TransferSyntax;

/** A small consistent plan to start from: tests change what they are about. */
final class RtFixture {
    static final String FRAME = "1.2.3.100";
    static final String STRUCTURE_SET_UID = "1.2.3.1";
    static final String PLAN_UID = "1.2.3.2";
    static final String DOSE_UID = "1.2.3.3";
    static final int COLUMNS = 3;
    static final int ROWS = 4;
    static final int FRAMES = 2;

    private RtFixture() {}

    static DataSetBuilder structureSet() {
        DataSetBuilder ds = common(SopClass.STRUCTURE_SET, STRUCTURE_SET_UID)
                .text(Tag.StructureSetLabel, "set")
                .sequence(
                        Tag.ReferencedFrameOfReferenceSequence,
                        new DataSetBuilder().text(Tag.FrameOfReferenceUID, FRAME));
        List<DataSetBuilder> definitions = new ArrayList<>();
        List<DataSetBuilder> drawn = new ArrayList<>();
        List<DataSetBuilder> observed = new ArrayList<>();
        addRoi(1, "SpinalCord", "ORGAN", definitions, drawn, observed, square(0, 10, 5), square(3, 10, 5));
        addRoi(2, "PTV", "PTV", definitions, drawn, observed, square(0, 20, 5));
        addRoi(7, "Empty", "", definitions, drawn, observed);
        return ds.sequence(Tag.StructureSetROISequence, definitions)
                .sequence(Tag.ROIContourSequence, drawn)
                .sequence(Tag.RTROIObservationsSequence, observed);
    }

    static void addRoi(
            int number,
            String name,
            String type,
            List<DataSetBuilder> definitions,
            List<DataSetBuilder> drawn,
            List<DataSetBuilder> observed,
            DataSetBuilder... contours) {
        definitions.add(new DataSetBuilder()
                .integers(Tag.ROINumber, number)
                .text(Tag.ReferencedFrameOfReferenceUID, FRAME)
                .text(Tag.ROIName, name));
        DataSetBuilder item = new DataSetBuilder()
                .integers(Tag.ReferencedROINumber, number)
                .integers(Tag.ROIDisplayColor, 255, 128, 1);
        drawn.add(contours.length == 0 ? item : item.sequence(Tag.ContourSequence, contours));
        observed.add(new DataSetBuilder()
                .integers(Tag.ObservationNumber, number)
                .integers(Tag.ReferencedROINumber, number)
                .text(Tag.RTROIInterpretedType, type));
    }

    static DataSetBuilder square(double z, double centre, double half) {
        double a = centre - half;
        double b = centre + half;
        return contour("CLOSED_PLANAR", a, a, z, b, a, z, b, b, z, a, b, z);
    }

    static DataSetBuilder contour(String type, double... xyz) {
        return new DataSetBuilder()
                .text(Tag.ContourGeometricType, type)
                .integers(Tag.NumberOfContourPoints, xyz.length / 3)
                .decimals(Tag.ContourData, xyz);
    }

    /** A PLAN dose of 3 x 4 x 2 samples, 2 mm x 2.5 mm x 3 mm; sample i holds i + 1 units of 0.5 Gy. */
    static DataSetBuilder dose() {
        int[] words = new int[COLUMNS * ROWS * FRAMES];
        Arrays.setAll(words, i -> i + 1);
        return common(SopClass.DOSE, DOSE_UID)
                .text(Tag.FrameOfReferenceUID, FRAME)
                .integers(Tag.SamplesPerPixel, 1)
                .text(Tag.PhotometricInterpretation, "MONOCHROME2")
                .integers(Tag.NumberOfFrames, FRAMES)
                .integers(Tag.FrameIncrementPointer, Tag.GridFrameOffsetVector)
                .integers(Tag.Rows, ROWS)
                .integers(Tag.Columns, COLUMNS)
                .decimals(Tag.PixelSpacing, 2.5, 2)
                .decimals(Tag.ImagePositionPatient, 10, 20, 30)
                .decimals(Tag.ImageOrientationPatient, 1, 0, 0, 0, 1, 0)
                .integers(Tag.BitsAllocated, 32)
                .integers(Tag.BitsStored, 32)
                .integers(Tag.HighBit, 31)
                .integers(Tag.PixelRepresentation, 0)
                .text(Tag.DoseUnits, "GY")
                .text(Tag.DoseType, "PHYSICAL")
                .text(Tag.DoseSummationType, "PLAN")
                .decimals(Tag.GridFrameOffsetVector, 0, 3)
                .decimals(Tag.DoseGridScaling, 0.5)
                .sequence(Tag.ReferencedRTPlanSequence, reference(SopClass.PLAN, PLAN_UID))
                .pixels(words, 32);
    }

    /** A dose with its own UID, of the plan's given fraction group and beams. */
    static DataSetBuilder doseOf(String uid, String summationType, int group, int... beams) {
        DataSetBuilder ofGroup = new DataSetBuilder().integers(Tag.ReferencedFractionGroupNumber, group);
        if (beams.length > 0) {
            ofGroup.sequence(
                    Tag.ReferencedBeamSequence,
                    Arrays.stream(beams)
                            .mapToObj(b -> new DataSetBuilder().integers(Tag.ReferencedBeamNumber, b))
                            .toList());
        }
        return dose().text(Tag.SOPInstanceUID, uid)
                .text(Tag.DoseSummationType, summationType)
                .sequence(
                        Tag.ReferencedRTPlanSequence,
                        reference(SopClass.PLAN, PLAN_UID).sequence(Tag.ReferencedFractionGroupSequence, ofGroup));
    }

    /** A plan of one fraction group with beams 1 and 2 and a set-up beam 3, prescribing 12 Gy. */
    static DataSetBuilder plan(int fractions) {
        return common(SopClass.PLAN, PLAN_UID)
                .text(Tag.FrameOfReferenceUID, FRAME)
                .text(Tag.RTPlanLabel, "spine")
                .text(Tag.ApprovalStatus, "APPROVED")
                .sequence(
                        Tag.DoseReferenceSequence,
                        new DataSetBuilder()
                                .integers(Tag.DoseReferenceNumber, 1)
                                .text(Tag.DoseReferenceStructureType, "SITE")
                                .text(Tag.DoseReferenceType, "TARGET")
                                .decimals(Tag.TargetPrescriptionDose, 12))
                .sequence(Tag.FractionGroupSequence, fractionGroup(1, fractions, 1, 2, 3))
                .sequence(Tag.BeamSequence, beam(1, "TREATMENT"), beam(2, "TREATMENT"), beam(3, "SETUP"))
                .sequence(Tag.ReferencedStructureSetSequence, reference(SopClass.STRUCTURE_SET, STRUCTURE_SET_UID));
    }

    static DataSetBuilder fractionGroup(int number, int fractions, int... beams) {
        return new DataSetBuilder()
                .integers(Tag.FractionGroupNumber, number)
                .integers(Tag.NumberOfFractionsPlanned, fractions)
                .sequence(
                        Tag.ReferencedBeamSequence,
                        Arrays.stream(beams)
                                .mapToObj(b -> new DataSetBuilder()
                                        .integers(Tag.ReferencedBeamNumber, b)
                                        .decimals(Tag.BeamMeterset, 100))
                                .toList());
    }

    static DataSetBuilder beam(int number, String deliveryType) {
        return new DataSetBuilder().integers(Tag.BeamNumber, number).text(Tag.TreatmentDeliveryType, deliveryType);
    }

    static DataSetBuilder reference(SopClass sopClass, String uid) {
        return new DataSetBuilder()
                .text(Tag.ReferencedSOPClassUID, sopClass.uid())
                .text(Tag.ReferencedSOPInstanceUID, uid);
    }

    static Path write(Path folder, String name, DataSetBuilder ds) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DicomWriter.write(file, ds, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        return file;
    }

    private static DataSetBuilder common(SopClass sopClass, String uid) {
        return new DataSetBuilder()
                .text(Tag.SOPClassUID, sopClass.uid())
                .text(Tag.SOPInstanceUID, uid)
                .text(Tag.PatientName, "SECRET^NAME")
                .text(Tag.PatientID, "SECRET-ID")
                .text(Tag.PatientBirthDate, "19991231")
                .text(Tag.Modality, sopClass.modality());
    }
}
