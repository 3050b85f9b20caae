package org.cordonrt.rt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.Tag;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.StructureSet;

/**
 * Decodes the contours of an RT Structure Set (PS3.3 C.8.8.6): what each is and how many points it has at once, the
 * points themselves when they are first asked for.
 *
 * <p>Closed contours with fewer than three points bound no area; they are kept as they are, with a
 * {@link IssueCode#CONTOUR_IGNORED} for each structure that has some: planning systems leave such remnants behind, and
 * what they mean for a solid is for geometry to say.
 */
final class StructureSetReader {
    /** No patient coordinate is further out than this: a larger one is in another unit or damaged. */
    private static final double FAR_MM = 10_000;

    private StructureSetReader() {}

    /** @param shown the file's name for messages of contours that turn out to be damaged later */
    static StructureSet read(DataSet structureSet, String shown, List<RoiEntry> rois, List<Issue> issues) {
        List<Structure> structures = new ArrayList<>(rois.size());
        ContourMemory memory = ContourMemory.granted();
        for (RoiEntry roi : rois) {
            structures.add(new Structure(
                    roi.number(),
                    roi.name(),
                    roi.interpretedType(),
                    roi.displayColor(),
                    contours(roi, shown, memory, issues)));
        }
        List<String> frames = frameOfReferenceUids(structureSet, rois);
        return new StructureSet(
                structureSet.text(Tag.StructureSetLabel).orElse(""),
                frames.size() == 1 ? frames.get(0) : "",
                structures);
    }

    /**
     * The frames of reference of what is drawn, without repetition. When no drawn ROI names one, what the structure set
     * says as a whole.
     */
    static List<String> frameOfReferenceUids(DataSet structureSet, List<RoiEntry> rois) {
        Set<String> frames = new LinkedHashSet<>();
        for (RoiEntry roi : rois) {
            if (!roi.contours().isEmpty() && !roi.frameOfReferenceUid().isEmpty()) {
                frames.add(roi.frameOfReferenceUid());
            }
        }
        if (frames.isEmpty()) {
            for (DataSet item : structureSet.items(Tag.ReferencedFrameOfReferenceSequence)) {
                item.text(Tag.FrameOfReferenceUID).ifPresent(frames::add);
            }
        }
        if (frames.isEmpty()) {
            structureSet.text(Tag.FrameOfReferenceUID).ifPresent(frames::add);
        }
        return List.copyOf(frames);
    }

    static ContourGeometricType type(DataSet contour) {
        String term = contour.requireText(Tag.ContourGeometricType);
        return ContourGeometricType.of(term)
                .orElseThrow(() -> contour.invalid(
                        Tag.ContourGeometricType, Words.term(term) + " is not a contour type of the standard"));
    }

    private static List<Contour> contours(RoiEntry roi, String shown, ContourMemory memory, List<Issue> issues) {
        List<Contour> contours = new ArrayList<>(roi.contours().size());
        int withoutArea = 0;
        for (DataSet item : roi.contours()) {
            Contour contour = contour(item, shown);
            memory.take(contour, item);
            if (contour.type().isClosed() && contour.size() < 3) {
                withoutArea++;
            }
            contours.add(contour);
        }
        if (withoutArea > 0) {
            issues.add(Issue.of(
                    IssueCode.CONTOUR_IGNORED,
                    String.format(
                            Locale.ROOT,
                            "%s: %d closed contour%s with fewer than three points bound%s no volume",
                            roi.describe(),
                            withoutArea,
                            withoutArea == 1 ? "" : "s",
                            withoutArea == 1 ? "s" : "")));
        }
        return contours;
    }

    private static Contour contour(DataSet item, String shown) {
        ContourGeometricType type = type(item);
        int announced = item.requireInteger(Tag.NumberOfContourPoints);
        int numbers = item.decimalCount(Tag.ContourData);
        if (numbers == 0) {
            throw item.missing(Tag.ContourData);
        }
        if (numbers % 3 != 0) {
            throw item.invalid(Tag.ContourData, "holds " + numbers + " numbers, which is not three for each point");
        }
        if (numbers / 3 != announced) {
            throw item.invalid(
                    Tag.ContourData,
                    "holds " + numbers / 3 + " points, but Number of Contour Points says " + announced);
        }
        for (double v : item.decimals(Tag.ContourOffsetVector)) {
            if (v != 0) {
                throw item.invalid(
                        Tag.ContourOffsetVector, "moves the contour, which Cordon does not do; export without it");
            }
        }
        return Contour.deferred(type, announced, () -> Words.in(shown, () -> points(item)));
    }

    private static double[] points(DataSet item) {
        double[] xyz = item.decimals(Tag.ContourData);
        for (double v : xyz) {
            if (!(Math.abs(v) <= FAR_MM)) {
                throw item.invalid(Tag.ContourData, "has a coordinate of " + v + " mm, outside of any patient");
            }
        }
        return xyz;
    }
}
