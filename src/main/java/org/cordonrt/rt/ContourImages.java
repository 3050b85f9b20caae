package org.cordonrt.rt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.dicom.Tag;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;

/**
 * Whether contours lie on the images that they name (Contour Image Sequence, PS3.3 C.8.8.6), where those images are
 * among the inputs: structures that were shifted by a slice, or turned head to foot, do not. Of each ROI the first and
 * the last contour are looked at.
 */
final class ContourImages {
    /** A contour between two images names the nearer one. */
    private static final double SLICES_OFF = 0.5;
    /** Positions are written with few decimals. */
    private static final double ROUNDING_MM = 0.05;

    private ContourImages() {}

    private record Image(String shown, GridGeometry geometry, double thicknessMm, String patientPosition) {}

    private record Drawn(RoiEntry roi, DataSet contour, String imageUid) {}

    static List<Issue> of(List<RoiEntry> rois, List<FoundFile> images, Optional<DataSet> plan) {
        List<Drawn> drawn = new ArrayList<>();
        Set<String> wanted = new LinkedHashSet<>();
        for (RoiEntry roi : rois) {
            int last = roi.contours().size() - 1;
            for (int i = 0; i <= last; i += Math.max(1, last)) {
                DataSet contour = roi.contours().get(i);
                List<String> uids = References.uids(contour, Tag.ContourImageSequence);
                if (uids.size() == 1) {
                    drawn.add(new Drawn(roi, contour, uids.get(0)));
                    wanted.add(uids.get(0));
                }
            }
        }
        if (wanted.isEmpty() || images.isEmpty()) {
            return List.of();
        }
        List<Issue> issues = new ArrayList<>();
        Map<String, Image> byUid = read(images, wanted, issues);
        Map<RoiEntry, String> off = new LinkedHashMap<>();
        for (Drawn d : drawn) {
            Image image = byUid.get(d.imageUid);
            if (image != null) {
                distance(d.contour, image).ifPresent(words -> off.putIfAbsent(d.roi, words));
            }
        }
        off.entrySet().stream()
                .findFirst()
                .ifPresent(e -> issues.add(Issue.of(
                        IssueCode.CONTOUR_OFF_IMAGE,
                        e.getKey().describe() + ": " + e.getValue()
                                + (off.size() > 1 ? ", and so for " + (off.size() - 1) + " more ROIs" : "")
                                + ": make sure that structures and images belong together and nothing was shifted or"
                                + " turned")));
        plan.flatMap(p -> otherPosition(p, byUid)).ifPresent(issues::add);
        return issues;
    }

    private static Map<String, Image> read(List<FoundFile> images, Set<String> wanted, List<Issue> issues) {
        Map<String, Image> byUid = new HashMap<>();
        for (FoundFile f : images) {
            Optional<String> uid = DicomFile.peekSopInstanceUid(f.path());
            if (uid.isPresent() && wanted.contains(uid.get())) {
                try {
                    image(f.path(), f.shown()).ifPresent(i -> byUid.put(uid.get(), i));
                } catch (CordonException e) {
                    // No number depends on an image.
                    issues.add(Issue.of(
                            IssueCode.CT_NOT_USED,
                            f.shown() + ": cannot be read, so that no contour was held against it (" + e.getMessage()
                                    + ")"));
                }
            }
        }
        return byUid;
    }

    /** Empty for an image without a place of its own, such as an enhanced one. */
    private static Optional<Image> image(Path path, String shown) {
        DataSet ds = DicomFile.read(path).dataSet();
        if (!ds.has(Tag.ImagePositionPatient) || !ds.has(Tag.ImageOrientationPatient)) {
            return Optional.empty();
        }
        return Optional.of(new Image(
                shown,
                GridGeometryReader.read(ds, new ArrayList<>()),
                ds.decimal(Tag.SliceThickness).orElse(0),
                ds.text(Tag.PatientPosition).orElse("")));
    }

    /** What is wrong; empty if the contour lies on its image. */
    private static Optional<String> distance(DataSet contour, Image image) {
        double[] xyz = contour.decimals(Tag.ContourData);
        Point3 normal = image.geometry.frameDirection();
        double allowedMm = SLICES_OFF * image.thicknessMm + ROUNDING_MM;
        double farthestMm = 0;
        for (int i = 0; i + 2 < xyz.length; i += 3) {
            Point3 p = new Point3(xyz[i], xyz[i + 1], xyz[i + 2]);
            farthestMm = Math.max(
                    farthestMm, Math.abs(p.minus(image.geometry.origin()).dot(normal)));
        }
        return farthestMm <= allowedMm
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "a contour lies %.1f mm off the image that it names, %s",
                        farthestMm,
                        image.shown));
    }

    /** The position in which the plan treats, against that of the images. */
    private static Optional<Issue> otherPosition(DataSet plan, Map<String, Image> images) {
        List<String> planned = plan.items(Tag.PatientSetupSequence).stream()
                .flatMap(s -> s.text(Tag.PatientPosition).stream())
                .distinct()
                .toList();
        if (planned.size() != 1) {
            return Optional.empty();
        }
        return images.values().stream()
                .filter(i -> !i.patientPosition.isEmpty() && !i.patientPosition.equals(planned.get(0)))
                .findFirst()
                .map(i -> Issue.of(
                        IssueCode.ORIENTATION_DOUBTFUL,
                        "the plan treats in position " + planned.get(0) + ", the image " + i.shown + " was taken in "
                                + i.patientPosition + ": make sure that the plan was made on these images"));
    }
}
