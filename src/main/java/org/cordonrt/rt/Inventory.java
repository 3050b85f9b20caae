package org.cordonrt.rt;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.cordonrt.issue.Issue;
import org.cordonrt.plan.ContourGeometricType;

/**
 * What lies in the given files and folders, before anything is chosen or decoded. Files are ordered by path.
 *
 * @param structureSets RT Structure Sets
 * @param doses RT Doses
 * @param plans RT Plans and RT Ion Plans
 * @param issues findings made while looking
 * @param otherFiles how many files were passed over: other modalities and files that are not DICOM
 */
public record Inventory(
        List<StructureSetFile> structureSets,
        List<DoseFile> doses,
        List<PlanFile> plans,
        List<Issue> issues,
        int otherFiles) {
    public Inventory {
        structureSets = List.copyOf(structureSets);
        doses = List.copyOf(doses);
        plans = List.copyOf(plans);
        issues = List.copyOf(issues);
    }

    /** A file with what links it to others. */
    public sealed interface RtFile permits StructureSetFile, DoseFile, PlanFile {
        /** Where it lies and what it calls itself. */
        Origin origin();
    }

    /**
     * Where a file lies and what it calls itself.
     *
     * @param path as the user gave it; inside a folder, the folder as given and the way down from there, with slashes
     * @param sopInstanceUid SOP Instance UID (0008,0018)
     * @param modality RTSTRUCT, RTDOSE or RTPLAN, by SOP class
     */
    public record Origin(String path, String sopInstanceUid, String modality) {
        public Origin {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(sopInstanceUid, "sopInstanceUid");
            Objects.requireNonNull(modality, "modality");
        }
    }

    /**
     * An RT Structure Set.
     *
     * @param label Structure Set Label (3006,0002), may be empty
     * @param frameOfReferenceUids the frames of reference of its drawn structures, without repetition; empty when none
     *     is given
     * @param rois its structures in file order
     */
    public record StructureSetFile(Origin origin, String label, List<String> frameOfReferenceUids, List<Roi> rois)
            implements RtFile {
        public StructureSetFile {
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(label, "label");
            frameOfReferenceUids = List.copyOf(frameOfReferenceUids);
            rois = List.copyOf(rois);
        }
    }

    /**
     * One structure of a structure set.
     *
     * @param number ROI Number (3006,0022)
     * @param name ROI Name (3006,0026), may be empty
     * @param interpretedType RT ROI Interpreted Type (3006,00A4), may be empty
     * @param frameOfReferenceUid its Referenced Frame of Reference UID (3006,0024), may be empty
     * @param contours how many contours of each geometric type; no entry for none
     */
    public record Roi(
            int number,
            String name,
            String interpretedType,
            String frameOfReferenceUid,
            Map<ContourGeometricType, Integer> contours) {
        public Roi {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(interpretedType, "interpretedType");
            Objects.requireNonNull(frameOfReferenceUid, "frameOfReferenceUid");
            contours = Map.copyOf(contours);
        }
    }

    /**
     * An RT Dose.
     *
     * @param summationType Dose Summation Type (3004,000A), may be empty
     * @param doseType Dose Type (3004,0004), may be empty
     * @param units Dose Units (3004,0002), may be empty
     * @param grid size and spacing of its dose grid; empty for a dose that holds only histograms
     * @param planUids the plans it was computed for
     * @param structureSetUids the structure sets its histograms refer to
     * @param beams the fraction groups and beams it was computed for; empty unless it says so
     * @param frameOfReferenceUid may be empty
     * @param storedDvhs how many histograms it holds
     */
    public record DoseFile(
            Origin origin,
            String summationType,
            String doseType,
            String units,
            Optional<GridSize> grid,
            List<String> planUids,
            List<String> structureSetUids,
            List<BeamReference> beams,
            String frameOfReferenceUid,
            int storedDvhs)
            implements RtFile {
        public DoseFile {
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(summationType, "summationType");
            Objects.requireNonNull(doseType, "doseType");
            Objects.requireNonNull(units, "units");
            Objects.requireNonNull(grid, "grid");
            planUids = List.copyOf(planUids);
            structureSetUids = List.copyOf(structureSetUids);
            beams = List.copyOf(beams);
            Objects.requireNonNull(frameOfReferenceUid, "frameOfReferenceUid");
        }
    }

    /**
     * The size of a stored dose grid, as the header says it.
     *
     * @param columns samples along a row
     * @param rows rows in a frame
     * @param frames planes
     * @param columnSpacingMm distance between columns
     * @param rowSpacingMm distance between rows
     */
    public record GridSize(int columns, int rows, int frames, double columnSpacingMm, double rowSpacingMm) {}

    /**
     * What a dose was computed for.
     *
     * @param fractionGroup Referenced Fraction Group Number (300C,0022)
     * @param beam Referenced Beam Number (300C,0006); empty for the whole fraction group
     */
    public record BeamReference(int fractionGroup, OptionalInt beam) {
        public BeamReference {
            Objects.requireNonNull(beam, "beam");
        }
    }

    /**
     * An RT Plan or RT Ion Plan.
     *
     * @param label RT Plan Label (300A,0002), may be empty
     * @param fractions planned number of fractions, when the plan has exactly one fraction group that says it
     * @param approvalStatus Approval Status (300E,0002), may be empty
     * @param structureSetUids the structure sets it refers to
     * @param doseUids the doses it refers to
     * @param frameOfReferenceUid may be empty
     */
    public record PlanFile(
            Origin origin,
            String label,
            OptionalInt fractions,
            String approvalStatus,
            List<String> structureSetUids,
            List<String> doseUids,
            String frameOfReferenceUid)
            implements RtFile {
        public PlanFile {
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(fractions, "fractions");
            Objects.requireNonNull(approvalStatus, "approvalStatus");
            structureSetUids = List.copyOf(structureSetUids);
            doseUids = List.copyOf(doseUids);
            Objects.requireNonNull(frameOfReferenceUid, "frameOfReferenceUid");
        }
    }
}
