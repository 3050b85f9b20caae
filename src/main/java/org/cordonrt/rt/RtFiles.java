package org.cordonrt.rt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.dicom.Tag;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.rt.Inventory.Origin;
import org.cordonrt.rt.RtSource.DoseSource;
import org.cordonrt.rt.RtSource.PlanSource;
import org.cordonrt.rt.RtSource.StructureSetSource;

/**
 * The RT files among the given paths, sorted by SOP class. In a folder, files that are not DICOM and other modalities
 * are passed over; an RT file that cannot be read is an error, because a check without it could read as a pass.
 */
record RtFiles(
        List<StructureSetSource> structureSets,
        List<DoseSource> doses,
        List<PlanSource> plans,
        List<Issue> issues,
        int otherFiles,
        List<FoundFile> images) {

    /** CT, MR and PET Image Storage: what contours are drawn on. */
    private static final Set<String> IMAGES =
            Set.of("1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.4", "1.2.840.10008.5.1.4.1.1.128");

    /** Doses beyond this many bytes, or this share of the heap, are read a second time when they are chosen. */
    private static final long MOST_DOSE_BYTES_KEPT = 160L << 20;

    private static final long HEAP_SHARE_OF_DOSES_KEPT = 6;

    static RtFiles scan(List<Path> paths) {
        List<StructureSetSource> structureSets = new ArrayList<>();
        List<DoseSource> doses = new ArrayList<>();
        List<PlanSource> plans = new ArrayList<>();
        List<Issue> issues = new ArrayList<>();
        List<FoundFile> images = new ArrayList<>();
        int others = 0;
        long roomForDoses = Math.min(MOST_DOSE_BYTES_KEPT, Runtime.getRuntime().maxMemory() / HEAP_SHARE_OF_DOSES_KEPT);
        for (FoundFile found : FileFinder.find(paths)) {
            Optional<RtSource> source = source(found, roomForDoses, issues, images);
            if (source.isEmpty()) {
                others++;
                continue;
            }
            RtSource s = source.get();
            if (s instanceof StructureSetSource structureSet) {
                addUnlessCopy(structureSets, structureSet, issues);
            } else if (s instanceof DoseSource dose) {
                roomForDoses -= dose.kept() == null ? 0 : size(found);
                addUnlessCopy(doses, dose, issues);
            } else if (s instanceof PlanSource plan) {
                addUnlessCopy(plans, plan, issues);
            }
        }
        return new RtFiles(structureSets, doses, plans, issues, others, images);
    }

    Inventory inventory() {
        return new Inventory(
                structureSets.stream().map(StructureSetSource::entry).toList(),
                doses.stream().map(DoseSource::entry).toList(),
                plans.stream().map(PlanSource::entry).toList(),
                issues,
                otherFiles);
    }

    private static long size(FoundFile found) {
        try {
            return Files.size(found.path());
        } catch (IOException e) {
            throw new CordonException(IssueCode.FILE_UNREADABLE, found.shown() + ": the file cannot be read", e);
        }
    }

    private static Optional<RtSource> source(
            FoundFile found, long roomForDoses, List<Issue> issues, List<FoundFile> images) {
        if (!found.named() && !DicomFile.looksLikeDicom(found.path())) {
            if (found.shown().toLowerCase(Locale.ROOT).endsWith(".dcm")) {
                // A plan that was cut short must not go unnoticed.
                issues.add(new Issue(
                        IssueCode.INPUT_NOT_USED,
                        Severity.WARNING,
                        found.shown() + " is not a DICOM file in spite of its name"));
            }
            return Optional.empty();
        }
        Optional<String> peeked = DicomFile.peekSopClassUid(found.path());
        if (peeked.isPresent() && SopClass.ofUid(peeked.get()).isEmpty()) {
            if (IMAGES.contains(peeked.get())) {
                images.add(found);
            }
            return Optional.empty();
        }
        DicomFile file = DicomFile.read(found.path());
        boolean keepDose = size(found) <= roomForDoses;
        return Words.in(found.shown(), () -> source(found, file, keepDose, issues));
    }

    private static Optional<RtSource> source(FoundFile found, DicomFile file, boolean keepDose, List<Issue> issues) {
        DataSet ds = file.dataSet();
        String modality = ds.text(Tag.Modality).orElse("");
        Optional<String> uid = ds.text(Tag.SOPClassUID);
        Optional<SopClass> sopClass = uid.isPresent() ? SopClass.ofUid(uid.get()) : SopClass.ofModality(modality);
        if (sopClass.isEmpty()) {
            return Optional.empty();
        }
        List<Issue> local = new ArrayList<>();
        if (uid.isEmpty()) {
            local.add(Issue.of(
                    IssueCode.DICOM_ODDITY, "has no SOP class; taken for what its modality says, " + modality));
        } else if (!modality.equals(sopClass.get().modality())) {
            local.add(Issue.of(
                    IssueCode.DICOM_ODDITY,
                    "its modality is " + Words.term(modality) + "; taken for what its SOP class says, "
                            + sopClass.get().modality()));
        }
        Origin origin = new Origin(
                found.shown(),
                ds.text(Tag.SOPInstanceUID).orElse(""),
                sopClass.get().modality());
        RtSource source = switch (sopClass.get()) {
            case STRUCTURE_SET -> StructureSetSource.of(found, origin, file, local);
            case DOSE -> DoseSource.of(found, origin, file, keepDose);
            case PLAN, ION_PLAN -> PlanSource.of(found, origin, file);
        };
        issues.addAll(Words.in(found.shown(), local));
        return Optional.of(source);
    }

    /** The same file in two places counts once; two files of one UID that differ stay, and are ambiguous. */
    private static <S extends RtSource> void addUnlessCopy(List<S> list, S source, List<Issue> issues) {
        for (S other : list) {
            if (!source.uid().isEmpty() && source.uid().equals(other.uid()) && sameBytes(source, other)) {
                issues.add(Issue.of(IssueCode.INPUT_NOT_USED, source.shown() + " is a copy of " + other.shown()));
                return;
            }
        }
        list.add(source);
    }

    private static boolean sameBytes(RtSource a, RtSource b) {
        return DicomFile.read(a.path()).sha256().equals(DicomFile.read(b.path()).sha256());
    }
}
