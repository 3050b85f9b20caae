package org.cordonrt.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.Tag;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;

/**
 * The DICOM objects of a synthetic case: PS3.3 sections A.3 (CT Image), A.18 (RT Dose), A.19 (RT Structure Set) and A.20 (RT Plan). The
 * same arguments give the same objects. Immutable and thread-safe; the data sets it hands out belong to the caller.
 */
public final class CaseFiles {
    /** Names of the files that {@link #write} makes. */
    public static final String STRUCTURE_SET_FILE = "rtstruct.dcm";

    public static final String DOSE_FILE = "rtdose.dcm";
    public static final String PLAN_FILE = "rtplan.dcm";

    private static final String CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2";
    private static final String RT_DOSE = "1.2.840.10008.5.1.4.1.1.481.2";
    private static final String RT_STRUCTURE_SET = "1.2.840.10008.5.1.4.1.1.481.3";
    private static final String RT_PLAN = "1.2.840.10008.5.1.4.1.1.481.5";

    /** Detached Study Management: retired, and what planning systems still write for the study. */
    private static final String STUDY = "1.2.840.10008.3.1.2.3.1";

    /** Added to Hounsfield units, so that stored words of a CT are not negative. */
    public static final int CT_OFFSET_HU = 1024;

    private static final int CT_BITS = 16;
    private static final String DATE = "20260101";
    private static final String TIME = "080000";

    private final Labels labels;
    private final PhantomUids uids;

    /**
     * What the objects of one case are called.
     *
     * @param label of structure set and plan, at most 16 letters
     * @param model Manufacturer's Model Name
     * @param study Study Description
     * @param patientName of nobody
     * @param patientId of nobody
     * @param identity everything that makes this case another than the next: its UIDs are made from it
     */
    public record Labels(
            String label, String model, String study, String patientName, String patientId, String identity) {}

    public CaseFiles(Labels labels) {
        this.labels = Objects.requireNonNull(labels, "labels");
        this.uids = new PhantomUids(labels.identity());
    }

    public String frameOfReferenceUid() {
        return uids.of("frame of reference");
    }

    private static DataSetBuilder reference(String sopClass, String sopInstance) {
        return new DataSetBuilder()
                .text(Tag.ReferencedSOPClassUID, sopClass)
                .text(Tag.ReferencedSOPInstanceUID, sopInstance);
    }

    /** Patient, study, series, equipment and SOP common. */
    private DataSetBuilder common(String modality, String sopClass) {
        return new DataSetBuilder()
                .text(Tag.SpecificCharacterSet, "ISO_IR 100")
                .text(Tag.InstanceCreationDate, DATE)
                .text(Tag.InstanceCreationTime, TIME)
                .text(Tag.SOPClassUID, sopClass)
                .text(Tag.SOPInstanceUID, uids.of(modality))
                .text(Tag.StudyDate, DATE)
                .text(Tag.StudyTime, TIME)
                .empty(Tag.AccessionNumber)
                .text(Tag.Modality, modality)
                .text(Tag.Manufacturer, "Cordon")
                .text(Tag.ManufacturerModelName, labels.model())
                .empty(Tag.ReferringPhysicianName)
                .empty(Tag.OperatorsName)
                .text(Tag.StudyDescription, labels.study())
                .text(Tag.PatientName, labels.patientName())
                .text(Tag.PatientID, labels.patientId())
                .empty(Tag.PatientBirthDate)
                .text(Tag.PatientSex, "O")
                .text(Tag.SoftwareVersions, "1")
                .text(Tag.StudyInstanceUID, uids.of("study"))
                .text(Tag.SeriesInstanceUID, uids.of(modality + " series"))
                .text(Tag.StudyID, "1")
                .integers(Tag.SeriesNumber, 1)
                .text(Tag.PositionReferenceIndicator, "")
                .text(Tag.FrameOfReferenceUID, frameOfReferenceUid());
    }

    /**
     * A new RT Structure Set.
     *
     * @param ctReferences whether contours name the images that they were drawn on
     */
    public DataSetBuilder structureSet(List<Structure> structures, boolean ctReferences) {
        DataSetBuilder ds = common("RTSTRUCT", RT_STRUCTURE_SET)
                .text(Tag.StructureSetLabel, labels.label())
                .text(Tag.StructureSetDate, DATE)
                .text(Tag.StructureSetTime, TIME)
                .text(Tag.ApprovalStatus, "APPROVED")
                .text(Tag.ReviewDate, DATE)
                .text(Tag.ReviewTime, TIME)
                .text(Tag.ReviewerName, "Phantom^Reviewer");
        List<DataSetBuilder> rois = new ArrayList<>();
        List<DataSetBuilder> contours = new ArrayList<>();
        List<DataSetBuilder> observations = new ArrayList<>();
        for (Structure s : structures) {
            rois.add(new DataSetBuilder()
                    .integers(Tag.ROINumber, s.roiNumber())
                    .text(Tag.ReferencedFrameOfReferenceUID, frameOfReferenceUid())
                    .text(Tag.ROIName, s.name())
                    .text(Tag.ROIGenerationAlgorithm, "AUTOMATIC"));
            contours.add(roiContour(s, ctReferences));
            observations.add(new DataSetBuilder()
                    .integers(Tag.ObservationNumber, s.roiNumber())
                    .integers(Tag.ReferencedROINumber, s.roiNumber())
                    .text(Tag.RTROIInterpretedType, s.interpretedType())
                    .empty(Tag.ROIInterpreter));
        }
        DataSetBuilder frame = new DataSetBuilder().text(Tag.FrameOfReferenceUID, frameOfReferenceUid());
        if (ctReferences) {
            frame.sequence(Tag.RTReferencedStudySequence, referencedStudy(structures));
        }
        return ds.sequence(Tag.ReferencedFrameOfReferenceSequence, frame)
                .sequence(Tag.StructureSetROISequence, rois)
                .sequence(Tag.ROIContourSequence, contours)
                .sequence(Tag.RTROIObservationsSequence, observations);
    }

    private DataSetBuilder referencedStudy(List<Structure> structures) {
        List<DataSetBuilder> images = structures.stream()
                .flatMap(s -> s.contours().stream())
                .mapToDouble(c -> c.z(0))
                .distinct()
                .sorted()
                .mapToObj(z -> reference(CT_IMAGE, ctImageUid(z)))
                .toList();
        DataSetBuilder series = new DataSetBuilder()
                .text(Tag.SeriesInstanceUID, uids.of("CT series"))
                .sequence(Tag.ContourImageSequence, images);
        return reference(STUDY, uids.of("study")).sequence(Tag.RTReferencedSeriesSequence, series);
    }

    private String ctImageUid(double z) {
        return uids.of("CT image " + Math.round(z * 100));
    }

    private DataSetBuilder roiContour(Structure s, boolean ctReferences) {
        DataSetBuilder roi = new DataSetBuilder();
        Integer color = s.displayColor();
        if (color != null) {
            roi.integers(Tag.ROIDisplayColor, color >> 16 & 0xFF, color >> 8 & 0xFF, color & 0xFF);
        }
        List<DataSetBuilder> items = new ArrayList<>();
        for (Contour c : s.contours()) {
            DataSetBuilder item = new DataSetBuilder();
            if (ctReferences) {
                item.sequence(Tag.ContourImageSequence, reference(CT_IMAGE, ctImageUid(c.z(0))));
            }
            items.add(item.text(Tag.ContourGeometricType, c.type().definedTerm())
                    .integers(Tag.NumberOfContourPoints, c.size())
                    .integers(Tag.ContourNumber, items.size() + 1)
                    .decimals(Tag.ContourData, c.toArray()));
        }
        return roi.sequence(Tag.ContourSequence, items).integers(Tag.ReferencedROINumber, s.roiNumber());
    }

    /**
     * A new RT Dose of a plan; its pixel words are shared and must not be written.
     *
     * @param bits 16 or 32
     * @param sliceThicknessMm what the file calls it; the frame offsets say where frames lie
     */
    public DataSetBuilder dose(StoredDose dose, int bits, double sliceThicknessMm, OffsetStyle offsetStyle) {
        GridGeometry g = dose.geometry();
        Point3 origin = g.centre(0, 0, 0);
        Point3 alongRow = unit(g.columnStep());
        Point3 alongColumn = unit(g.rowStep());
        double[] offsets = new double[g.frames()];
        double base = offsetStyle == OffsetStyle.ABSOLUTE ? origin.z() : 0;
        for (int k = 0; k < offsets.length; k++) {
            offsets[k] = base + g.frameOffsetMm(k);
        }
        return image(common("RTDOSE", RT_DOSE), origin, alongRow, alongColumn)
                .integers(Tag.InstanceNumber, 1)
                .text(Tag.ContentDate, DATE)
                .text(Tag.ContentTime, TIME)
                .decimals(Tag.SliceThickness, sliceThicknessMm)
                .integers(Tag.NumberOfFrames, g.frames())
                .integers(Tag.FrameIncrementPointer, Tag.GridFrameOffsetVector)
                .integers(Tag.Rows, g.rows())
                .integers(Tag.Columns, g.columns())
                .decimals(Tag.PixelSpacing, g.rowStep().norm(), g.columnStep().norm())
                .integers(Tag.BitsAllocated, bits)
                .integers(Tag.BitsStored, bits)
                .integers(Tag.HighBit, bits - 1)
                .integers(Tag.PixelRepresentation, 0)
                .text(Tag.DoseUnits, "GY")
                .text(Tag.DoseType, "PHYSICAL")
                .text(Tag.DoseSummationType, "PLAN")
                .decimals(Tag.GridFrameOffsetVector, offsets)
                .decimals(Tag.DoseGridScaling, dose.scalingGy())
                .text(Tag.TissueHeterogeneityCorrection, "IMAGE")
                .sequence(Tag.ReferencedRTPlanSequence, reference(RT_PLAN, uids.of("RTPLAN")))
                .pixels(dose.words(), bits);
    }

    /**
     * A new CT Image (PS3.3 A.3), one of the series that {@link #structureSet} refers to.
     *
     * @param words Hounsfield units plus {@link #CT_OFFSET_HU}, one a pixel, column index fastest
     * @param geometry one frame
     * @param number of the slice in its series, from 1
     */
    public DataSetBuilder ctImage(
            int[] words, GridGeometry geometry, PatientPosition position, double sliceThicknessMm, int number) {
        Point3 origin = geometry.centre(0, 0, 0);
        Point3 alongRow = unit(geometry.columnStep());
        Point3 alongColumn = unit(geometry.rowStep());
        return image(common("CT", CT_IMAGE), origin, alongRow, alongColumn)
                .text(Tag.SOPInstanceUID, ctImageUid(origin.z()))
                .text(Tag.ImageType, "ORIGINAL", "PRIMARY", "AXIAL")
                .text(Tag.ContentDate, DATE)
                .text(Tag.ContentTime, TIME)
                .text(Tag.PatientPosition, position.name())
                .text(Tag.BodyPartExamined, "TSPINE")
                .decimals(Tag.KVP, 120)
                .decimals(Tag.SliceThickness, sliceThicknessMm)
                .integers(Tag.AcquisitionNumber, 1)
                .integers(Tag.InstanceNumber, number)
                .integers(Tag.Rows, geometry.rows())
                .integers(Tag.Columns, geometry.columns())
                .decimals(
                        Tag.PixelSpacing,
                        geometry.rowStep().norm(),
                        geometry.columnStep().norm())
                .integers(Tag.BitsAllocated, CT_BITS)
                .integers(Tag.BitsStored, CT_BITS)
                .integers(Tag.HighBit, CT_BITS - 1)
                .integers(Tag.PixelRepresentation, 0)
                .decimals(Tag.RescaleIntercept, -CT_OFFSET_HU)
                .decimals(Tag.RescaleSlope, 1)
                .text(Tag.RescaleType, "HU")
                .pixels(words, CT_BITS);
    }

    /** What every image says of its pixels and its place. */
    private static DataSetBuilder image(DataSetBuilder file, Point3 origin, Point3 alongRow, Point3 alongColumn) {
        return file.decimals(Tag.ImagePositionPatient, origin.x(), origin.y(), origin.z())
                .decimals(
                        Tag.ImageOrientationPatient,
                        alongRow.x(),
                        alongRow.y(),
                        alongRow.z(),
                        alongColumn.x(),
                        alongColumn.y(),
                        alongColumn.z())
                .integers(Tag.SamplesPerPixel, 1)
                .text(Tag.PhotometricInterpretation, "MONOCHROME2");
    }

    private static Point3 unit(Point3 step) {
        return step.times(1 / step.norm());
    }

    /** A new RT Plan of one field. */
    public DataSetBuilder plan(double prescriptionGy, int fractions, PatientPosition position, Point3 isocentreMm) {
        return common("RTPLAN", RT_PLAN)
                .text(Tag.RTPlanLabel, labels.label())
                .text(Tag.RTPlanDate, DATE)
                .text(Tag.RTPlanTime, TIME)
                .text(Tag.PlanIntent, "RESEARCH")
                .text(Tag.RTPlanGeometry, "PATIENT")
                .sequence(Tag.ReferencedStructureSetSequence, reference(RT_STRUCTURE_SET, uids.of("RTSTRUCT")))
                .sequence(Tag.ReferencedDoseSequence, reference(RT_DOSE, uids.of("RTDOSE")))
                .sequence(
                        Tag.DoseReferenceSequence,
                        new DataSetBuilder()
                                .integers(Tag.DoseReferenceNumber, 1)
                                .text(Tag.DoseReferenceUID, uids.of("dose reference"))
                                .text(Tag.DoseReferenceStructureType, "SITE")
                                .text(Tag.DoseReferenceDescription, "PTV")
                                .text(Tag.DoseReferenceType, "TARGET")
                                .decimals(Tag.TargetPrescriptionDose, prescriptionGy))
                .sequence(
                        Tag.FractionGroupSequence,
                        new DataSetBuilder()
                                .integers(Tag.FractionGroupNumber, 1)
                                .integers(Tag.NumberOfFractionsPlanned, fractions)
                                .integers(Tag.NumberOfBeams, 1)
                                .integers(Tag.NumberOfBrachyApplicationSetups, 0)
                                .sequence(
                                        Tag.ReferencedBeamSequence,
                                        new DataSetBuilder()
                                                .decimals(Tag.BeamDose, prescriptionGy / fractions)
                                                .decimals(Tag.BeamMeterset, 4000)
                                                .integers(Tag.ReferencedBeamNumber, 1)))
                .sequence(
                        Tag.PatientSetupSequence,
                        new DataSetBuilder()
                                .text(Tag.PatientPosition, position.name())
                                .integers(Tag.PatientSetupNumber, 1))
                .sequence(Tag.BeamSequence, beam(isocentreMm))
                .text(Tag.ApprovalStatus, "APPROVED")
                .text(Tag.ReviewDate, DATE)
                .text(Tag.ReviewTime, TIME)
                .text(Tag.ReviewerName, "Phantom^Reviewer");
    }

    /** One open field of two control points: enough for a valid plan. */
    private static DataSetBuilder beam(Point3 m) {
        return new DataSetBuilder()
                .integers(Tag.BeamNumber, 1)
                .text(Tag.BeamName, "Field 1")
                .text(Tag.BeamType, "STATIC")
                .text(Tag.RadiationType, "PHOTON")
                .text(Tag.TreatmentMachineName, "PHANTOM")
                .text(Tag.PrimaryDosimeterUnit, "MU")
                .decimals(Tag.SourceAxisDistance, 1000)
                .sequence(Tag.BeamLimitingDeviceSequence, jaws("ASYMX"), jaws("ASYMY"))
                .text(Tag.TreatmentDeliveryType, "TREATMENT")
                .integers(Tag.NumberOfWedges, 0)
                .integers(Tag.NumberOfCompensators, 0)
                .integers(Tag.NumberOfBoli, 0)
                .integers(Tag.NumberOfBlocks, 0)
                .decimals(Tag.FinalCumulativeMetersetWeight, 1)
                .integers(Tag.NumberOfControlPoints, 2)
                .sequence(
                        Tag.ControlPointSequence,
                        new DataSetBuilder()
                                .integers(Tag.ControlPointIndex, 0)
                                .decimals(Tag.NominalBeamEnergy, 6)
                                .decimals(Tag.DoseRateSet, 600)
                                .sequence(Tag.BeamLimitingDevicePositionSequence, opening("ASYMX"), opening("ASYMY"))
                                .decimals(Tag.GantryAngle, 180)
                                .text(Tag.GantryRotationDirection, "NONE")
                                .decimals(Tag.BeamLimitingDeviceAngle, 0)
                                .text(Tag.BeamLimitingDeviceRotationDirection, "NONE")
                                .decimals(Tag.PatientSupportAngle, 0)
                                .text(Tag.PatientSupportRotationDirection, "NONE")
                                .decimals(Tag.TableTopEccentricAngle, 0)
                                .text(Tag.TableTopEccentricRotationDirection, "NONE")
                                .empty(Tag.TableTopVerticalPosition)
                                .empty(Tag.TableTopLongitudinalPosition)
                                .empty(Tag.TableTopLateralPosition)
                                .decimals(Tag.IsocenterPosition, m.x(), m.y(), m.z())
                                .decimals(Tag.CumulativeMetersetWeight, 0),
                        new DataSetBuilder()
                                .integers(Tag.ControlPointIndex, 1)
                                .decimals(Tag.CumulativeMetersetWeight, 1))
                .integers(Tag.ReferencedPatientSetupNumber, 1);
    }

    private static DataSetBuilder jaws(String type) {
        return new DataSetBuilder().text(Tag.RTBeamLimitingDeviceType, type).integers(Tag.NumberOfLeafJawPairs, 1);
    }

    private static DataSetBuilder opening(String type) {
        return new DataSetBuilder().text(Tag.RTBeamLimitingDeviceType, type).decimals(Tag.LeafJawPositions, -30, 30);
    }

    /**
     * Writes {@link #STRUCTURE_SET_FILE}, {@link #DOSE_FILE} and {@link #PLAN_FILE} into a folder, which is made if it is
     * not there. RLE applies to the dose alone; the others are then explicit little endian.
     *
     * @throws CordonException OUTPUT_UNWRITABLE
     */
    public static void write(
            Path folder, DataSetBuilder structures, DataSetBuilder dose, DataSetBuilder plan, TransferSyntax syntax) {
        makeFolder(folder);
        TransferSyntax plain =
                syntax == TransferSyntax.RLE_LOSSLESS ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : syntax;
        DicomWriter.write(folder.resolve(STRUCTURE_SET_FILE), structures, plain);
        DicomWriter.write(folder.resolve(DOSE_FILE), dose, syntax);
        DicomWriter.write(folder.resolve(PLAN_FILE), plan, plain);
    }

    static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CordonException(
                    IssueCode.OUTPUT_UNWRITABLE, folder + " cannot be made a folder: choose another place", e);
        }
    }
}
