package org.cordonrt.rt;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.dicom.Tag;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.InputFile;
import org.cordonrt.plan.RigidTransform;

/**
 * A DICOM Spatial Registration (PS3.3 C.20.2): rigid transforms from frames of reference into a registered one.
 * Immutable.
 */
public final class SpatialRegistration {
    private static final String SPATIAL = "1.2.840.10008.5.1.4.1.1.66.1";
    private static final String DEFORMABLE = "1.2.840.10008.5.1.4.1.1.66.3";
    private static final String MODALITY = "REG";
    private static final int MOST_FRAMES = 64;

    private final InputFile input;

    /** By UID of the frame of reference they start from. */
    private final Map<String, RigidTransform> toRegistered;

    private SpatialRegistration(InputFile input, Map<String, RigidTransform> toRegistered) {
        this.input = input;
        this.toRegistered = Map.copyOf(toRegistered);
    }

    /**
     * Reads one registration. Strict: every matrix must be marked RIGID and be so, one for each frame of reference.
     *
     * @throws CordonException REGISTRATION for a deformable or otherwise unusable one; the codes of reading DICOM
     */
    public static SpatialRegistration read(Path path) {
        DicomFile file = DicomFile.read(path);
        String shown = path.toString().replace(path.getFileSystem().getSeparator(), "/");
        return Words.in(shown, () -> {
            DataSet ds = file.dataSet();
            String uid = ds.text(Tag.SOPInstanceUID).orElse("");
            return new SpatialRegistration(new InputFile(shown, file.sha256(), uid, MODALITY), transforms(ds));
        });
    }

    static Map<String, RigidTransform> transforms(DataSet ds) {
        String sopClass = ds.text(Tag.SOPClassUID).orElse("");
        if (sopClass.equals(DEFORMABLE)) {
            throw refused(
                    "a deformable registration; Cordon uses rigid ones only, because the error of a deformation at"
                            + " the cord cannot be judged from the file");
        }
        if (!sopClass.equals(SPATIAL)) {
            throw refused("its SOP class is not Spatial Registration; give the REG file");
        }
        String registered = ds.requireText(Tag.FrameOfReferenceUID);
        List<DataSet> items = ds.requireItems(Tag.RegistrationSequence);
        if (items.size() > MOST_FRAMES) {
            throw refused("it registers more than " + MOST_FRAMES + " frames of reference");
        }
        Map<String, RigidTransform> transforms = new HashMap<>();
        for (DataSet item : items) {
            Optional<String> frame = item.text(Tag.FrameOfReferenceUID);
            if (frame.isEmpty()) {
                throw refused("one of its items names no frame of reference");
            }
            if (transforms.put(frame.get(), transform(item)) != null) {
                throw refused("it registers the same frame of reference twice");
            }
        }
        transforms.putIfAbsent(registered, RigidTransform.identity());
        return transforms;
    }

    private static RigidTransform transform(DataSet item) {
        List<DataSet> registrations = item.requireItems(Tag.MatrixRegistrationSequence);
        List<DataSet> matrices =
                registrations.size() == 1 ? registrations.get(0).requireItems(Tag.MatrixSequence) : List.of();
        if (matrices.size() != 1) {
            throw refused("one of its frames of reference has not just one matrix; export a registration with one");
        }
        DataSet matrix = matrices.get(0);
        String type = matrix.requireText(Tag.FrameOfReferenceTransformationMatrixType);
        if (!type.equals("RIGID")) {
            throw refused("a matrix of type " + Words.term(type) + "; only RIGID ones are used");
        }
        double[] numbers = matrix.requireDecimals(Tag.FrameOfReferenceTransformationMatrix, 16);
        try {
            return RigidTransform.ofMatrix(numbers);
        } catch (IllegalArgumentException e) {
            throw new CordonException(IssueCode.REGISTRATION, "a matrix is said to be RIGID, but " + e.getMessage(), e);
        }
    }

    private static CordonException refused(String why) {
        return new CordonException(IssueCode.REGISTRATION, why);
    }

    /** The file. */
    public InputFile input() {
        return input;
    }

    /**
     * From one frame of reference to another, by way of the registered one.
     *
     * @throws CordonException REGISTRATION when it does not hold both
     */
    public RigidTransform between(String fromUid, String toUid) {
        Optional<RigidTransform> from = find(fromUid);
        Optional<RigidTransform> to = find(toUid);
        if (from.isEmpty() || to.isEmpty()) {
            throw new CordonException(
                    IssueCode.REGISTRATION,
                    input.path() + ": the registration does not hold the frame of reference of the "
                            + (from.isEmpty() ? "previous dose" : "current plan") + "; give the one between these two");
        }
        return to.get().inverse().after(from.get());
    }

    private Optional<RigidTransform> find(String uid) {
        return Optional.ofNullable(toRegistered.get(Objects.requireNonNull(uid, "uid")));
    }
}
