package org.cordonrt.rt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.Tag;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.RigidTransform;
import org.cordonrt.plan.StoredDvh;
import org.cordonrt.plan.Structure;
import org.cordonrt.rt.Inventory.Origin;
import org.cordonrt.rt.RtSource.DoseSource;
import org.cordonrt.rt.RtSource.PlanSource;
import org.cordonrt.rt.RtSource.StructureSetSource;

/** Reads DICOM objects from memory, and holds what comes out to what every later stage relies on. */
public final class RtFuzz {
    private static final double FARTHEST_MM = 1e5;
    private static final FoundFile FOUND = new FoundFile(Path.of("input.dcm"), "input.dcm", true);
    private static final Origin ORIGIN = new Origin("input.dcm", "1.2.3", "RT");

    private RtFuzz() {}

    /** Asks every element for everything. */
    public static void dataSet(byte[] input) {
        DicomFile file = DicomFile.parse(input);
        readEverything(file.dataSet());
        checkWords(file.issues());
        try {
            file.pixelWords(24, 32);
        } catch (CordonException refusal) {
            require(refusal.code() != IssueCode.DICOM_ODDITY, "a refusal as an oddity");
        }
    }

    public static void structureSet(byte[] input) {
        DicomFile file = DicomFile.parse(input);
        List<Issue> issues = new ArrayList<>(file.issues());
        StructureSetSource source = StructureSetSource.of(FOUND, ORIGIN, file, issues);
        for (Structure s : StructureSetReader.read(file.dataSet(), "rtstruct.dcm", source.rois(), issues)
                .structures()) {
            for (Contour c : s.contours()) {
                require(c.size() > 0, "a contour without points");
                for (double v : c.toArray()) {
                    require(Math.abs(v) <= FARTHEST_MM, "a vertex at " + v);
                }
            }
        }
        checkWords(issues);
    }

    public static void dose(byte[] input) {
        DicomFile file = DicomFile.parse(input);
        List<Issue> issues = new ArrayList<>(file.issues());
        DoseSource.of(FOUND, ORIGIN, file, true);
        DecodedDose decoded = DecodedDose.read(file, OptionalDouble.empty(), issues);
        DoseGrid grid = DoseGrid.ofScaledWords(decoded.geometry(), decoded.words(), decoded.scalingGy());
        GridGeometry g = grid.geometry();
        require(Double.isFinite(grid.maxSampleGy()) && grid.maxSampleGy() >= 0, "a largest dose of no sense");
        for (int k : new int[] {0, g.frames() - 1}) {
            Point3 corner = g.centre(g.columns() - 1, g.rows() - 1, k);
            require(corner.norm() < 1e9, "a sample at " + corner);
            require(grid.doseGy(g.columns() - 1, g.rows() - 1, k) >= 0, "a dose below zero");
        }
        for (StoredDvh dvh : StoredDvhReader.read(file.dataSet(), file.dataSet(), OptionalDouble.empty(), issues)) {
            for (double v : dvh.volumeCc()) {
                require(Double.isFinite(v) && v >= 0, "a stored volume of " + v);
            }
            for (double v : dvh.doseGy()) {
                require(Double.isFinite(v) && v >= 0, "a stored dose of " + v);
            }
        }
        checkWords(issues);
    }

    public static void plan(byte[] input) {
        DicomFile file = DicomFile.parse(input);
        PlanData plan = PlanSource.of(FOUND, ORIGIN, file).data();
        List<Issue> issues = new ArrayList<>(file.issues());
        require(plan.fractions().orElse(1) > 0, "no fractions");
        double gy = plan.prescriptionGy(issues).orElse(1);
        require(gy > 0 && Double.isFinite(gy), "a prescription of " + gy);
        plan.partnership().ifPresent(issues::add);
        checkWords(issues);
    }

    public static void registration(byte[] input) {
        Map<String, RigidTransform> transforms =
                SpatialRegistration.transforms(DicomFile.parse(input).dataSet());
        Point3 a = new Point3(100, -50, 25);
        Point3 b = new Point3(-7, 3, 1000);
        for (RigidTransform t : transforms.values()) {
            double ratio = t.apply(a).distanceTo(t.apply(b)) / a.distanceTo(b);
            require(Math.abs(ratio - 1) < 1e-6, "a rigid transform that stretches by " + ratio);
        }
    }

    private static void readEverything(DataSet dataSet) {
        for (int tag : dataSet.tags()) {
            dataSet.has(tag);
            tolerate(() -> dataSet.texts(tag));
            tolerate(() -> dataSet.integers(tag));
            tolerate(() -> {
                for (double v : dataSet.decimals(tag)) {
                    require(Double.isFinite(v), "a number that is none");
                }
            });
            tolerate(() -> dataSet.pointers(tag));
            tolerate(() -> dataSet.items(tag).forEach(RtFuzz::readEverything));
        }
    }

    private static void tolerate(Runnable read) {
        try {
            read.run();
        } catch (CordonException refusal) {
            require(refusal.code() == IssueCode.DICOM_INVALID_VALUE, "refused with " + refusal.code());
        }
    }

    private static void checkWords(List<Issue> issues) {
        for (Issue issue : issues) {
            require(issue.code() != IssueCode.USAGE && !issue.message().isBlank(), "a finding without words");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    public static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        seeds.addAll(structureSetSeeds());
        seeds.addAll(doseSeeds());
        seeds.addAll(planSeeds());
        return seeds;
    }

    public static List<byte[]> structureSetSeeds() {
        return inEverySyntax(RtFixture.structureSet());
    }

    public static List<byte[]> doseSeeds() {
        DataSetBuilder histogram = new DataSetBuilder()
                .text(Tag.DVHType, "CUMULATIVE")
                .text(Tag.DoseUnits, "GY")
                .text(Tag.DVHVolumeUnits, "CM3")
                .integers(Tag.DVHNumberOfBins, 2)
                .decimals(Tag.DVHDoseScaling, 1)
                .decimals(Tag.DVHData, 1, 10, 1, 5)
                .decimals(Tag.DVHMeanDose, 1.2)
                .sequence(Tag.DVHReferencedROISequence, new DataSetBuilder().integers(Tag.ReferencedROINumber, 1));
        return inEverySyntax(RtFixture.dose()
                .sequence(Tag.DVHSequence, histogram)
                .sequence(
                        Tag.StructureSetROISequence,
                        new DataSetBuilder().integers(Tag.ROINumber, 1).decimals(Tag.ROIVolume, 10)));
    }

    public static List<byte[]> planSeeds() {
        return inEverySyntax(RtFixture.plan(3));
    }

    public static List<byte[]> registrationSeeds() {
        DataSetBuilder matrix = new DataSetBuilder()
                .decimals(Tag.FrameOfReferenceTransformationMatrix, 0, -1, 0, 10, 1, 0, 0, 5, 0, 0, 1, 7, 0, 0, 0, 1)
                .text(Tag.FrameOfReferenceTransformationMatrixType, "RIGID");
        DataSetBuilder item = new DataSetBuilder()
                .text(Tag.FrameOfReferenceUID, "1.2.3.8")
                .sequence(Tag.MatrixRegistrationSequence, new DataSetBuilder().sequence(Tag.MatrixSequence, matrix));
        return inEverySyntax(new DataSetBuilder()
                .text(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.66.1")
                .text(Tag.SOPInstanceUID, "1.2.3.4")
                .text(Tag.PatientName, "SECRET^NAME")
                .text(Tag.Modality, "REG")
                .text(Tag.FrameOfReferenceUID, "1.2.3.9")
                .sequence(Tag.RegistrationSequence, item));
    }

    private static List<byte[]> inEverySyntax(DataSetBuilder ds) {
        List<byte[]> seeds = new ArrayList<>();
        for (TransferSyntax syntax : TransferSyntax.values()) {
            if (syntax != TransferSyntax.OTHER) {
                seeds.add(DicomWriter.toBytes(ds, syntax));
            }
        }
        return seeds;
    }
}
