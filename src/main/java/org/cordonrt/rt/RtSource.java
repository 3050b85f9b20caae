package org.cordonrt.rt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.dicom.Tag;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.InputFile;
import org.cordonrt.rt.Inventory.DoseFile;
import org.cordonrt.rt.Inventory.GridSize;
import org.cordonrt.rt.Inventory.Origin;
import org.cordonrt.rt.Inventory.PlanFile;
import org.cordonrt.rt.Inventory.Roi;
import org.cordonrt.rt.Inventory.RtFile;
import org.cordonrt.rt.Inventory.StructureSetFile;
import org.jspecify.annotations.Nullable;

/** A file of the inventory with what is needed to decode it. */
sealed interface RtSource {
    RtFile entry();

    /** Where it lies. */
    Path path();

    /** Patient ID (0010,0020), to compare and never to show; may be empty. */
    String patientId();

    default String shown() {
        return entry().origin().path();
    }

    default String uid() {
        return entry().origin().sopInstanceUid();
    }

    private static String patientIdOf(DataSet ds) {
        return ds.text(Tag.PatientID).orElse("");
    }

    /** Its line in the record of what a result rests on. */
    default InputFile input(DicomFile file, boolean digest) {
        return new InputFile(
                shown(), digest ? file.sha256() : "", uid(), entry().origin().modality());
    }

    /** A structure set, indexed; contours are decoded when it is chosen. */
    record StructureSetSource(StructureSetFile entry, Path path, String patientId, DicomFile file, List<RoiEntry> rois)
            implements RtSource {
        /** A file is read once, so a source is equal to itself alone; comparing contents would cost as much as reading. */
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        static StructureSetSource of(FoundFile found, Origin origin, DicomFile file, List<Issue> issues) {
            DataSet ds = file.dataSet();
            List<RoiEntry> entries = RoiEntry.read(ds, issues);
            List<Roi> rois = new ArrayList<>(entries.size());
            for (RoiEntry e : entries) {
                Map<ContourGeometricType, Integer> counts = new TreeMap<>();
                for (DataSet contour : e.contours()) {
                    counts.merge(StructureSetReader.type(contour), 1, Integer::sum);
                }
                rois.add(new Roi(e.number(), e.name(), e.interpretedType(), e.frameOfReferenceUid(), counts));
            }
            StructureSetFile entry = new StructureSetFile(
                    origin,
                    ds.text(Tag.StructureSetLabel).orElse(""),
                    StructureSetReader.frameOfReferenceUids(ds, entries),
                    rois);
            return new StructureSetSource(entry, found.path(), RtSource.patientIdOf(ds), file, entries);
        }
    }

    /** A plan. */
    record PlanSource(PlanFile entry, Path path, String patientId, DicomFile file, PlanData data) implements RtSource {
        /** A file is read once, so a source is equal to itself alone; comparing contents would cost as much as reading. */
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        static PlanSource of(FoundFile found, Origin origin, DicomFile file) {
            PlanData data = PlanData.read(file.dataSet());
            PlanFile entry = new PlanFile(
                    origin,
                    data.label(),
                    data.fractions(),
                    data.approvalStatus(),
                    data.structureSetUids(),
                    data.doseUids(),
                    data.frameOfReferenceUid());
            return new PlanSource(entry, found.path(), RtSource.patientIdOf(file.dataSet()), file, data);
        }
    }

    /**
     * A dose.
     *
     * @param kept the file itself, or null where it is to be read again when needed: a folder may hold one large file
     *     for each beam
     */
    record DoseSource(
            DoseFile entry,
            Path path,
            String patientId,
            @Nullable DicomFile kept) implements RtSource {
        /** A file is read once, so a source is equal to itself alone; comparing contents would cost as much as reading. */
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        static DoseSource of(FoundFile found, Origin origin, DicomFile file, boolean keep) {
            DataSet ds = file.dataSet();
            DoseFile entry = new DoseFile(
                    origin,
                    ds.text(Tag.DoseSummationType).orElse(""),
                    ds.text(Tag.DoseType).orElse(""),
                    ds.text(Tag.DoseUnits).orElse(""),
                    gridSize(ds),
                    References.uids(ds, Tag.ReferencedRTPlanSequence),
                    References.uids(ds, Tag.ReferencedStructureSetSequence),
                    References.beams(ds),
                    ds.text(Tag.FrameOfReferenceUID).orElse(""),
                    ds.items(Tag.DVHSequence).size());
            return new DoseSource(entry, found.path(), RtSource.patientIdOf(ds), keep ? file : null);
        }

        private static Optional<GridSize> gridSize(DataSet ds) {
            if (!ds.contains(Tag.PixelData)) {
                return Optional.empty();
            }
            double[] spacing = ds.decimals(Tag.PixelSpacing);
            return Optional.of(new GridSize(
                    ds.integer(Tag.Columns).orElse(0),
                    ds.integer(Tag.Rows).orElse(0),
                    ds.integer(Tag.NumberOfFrames).orElse(1),
                    spacing.length == 2 ? spacing[1] : 0,
                    spacing.length == 2 ? spacing[0] : 0));
        }

        /** Begins what takes long and does not need the other files. */
        void prepare() {
            if (kept != null) {
                kept.beginDigest();
            }
        }

        /** The whole file; where it was not kept it must still be the one that was looked at. */
        DicomFile open() {
            if (kept != null) {
                return kept;
            }
            DicomFile file = DicomFile.read(path);
            if (!file.dataSet().text(Tag.SOPInstanceUID).orElse("").equals(uid())) {
                throw new CordonException(
                        IssueCode.INPUT_CHANGED, shown() + ": the file changed while it was read; try again");
            }
            return file;
        }
    }
}
