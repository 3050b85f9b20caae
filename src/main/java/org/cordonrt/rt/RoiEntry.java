package org.cordonrt.rt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.Tag;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.jspecify.annotations.Nullable;

/**
 * One ROI, put together from the three sequences of a structure set that speak of it (PS3.3 C.8.8.5, C.8.8.6, C.8.8.8),
 * with its contours still undecoded.
 *
 * @param displayColor 0xRRGGBB, or null
 * @param contours items of its Contour Sequence; empty for an ROI that was never drawn
 */
record RoiEntry(
        int number,
        String name,
        String interpretedType,
        String frameOfReferenceUid,
        @Nullable Integer displayColor,
        List<DataSet> contours) {

    /** What messages call it: number and name, as both are needed to find it in a planning system. */
    String describe() {
        return "ROI " + number + " '" + name + "'";
    }

    /** All ROIs of a structure set in the order of its Structure Set ROI Sequence. */
    static List<RoiEntry> read(DataSet structureSet, List<Issue> issues) {
        List<DataSet> definitions = structureSet.items(Tag.StructureSetROISequence);
        Set<Integer> numbers = new HashSet<>();
        for (DataSet definition : definitions) {
            int number = definition.requireInteger(Tag.ROINumber);
            if (!numbers.add(number)) {
                throw definition.invalid(Tag.ROINumber, "ROI Number " + number + " is used twice");
            }
        }
        Map<Integer, DataSet> drawn = new HashMap<>();
        for (DataSet item : structureSet.items(Tag.ROIContourSequence)) {
            int number = item.requireInteger(Tag.ReferencedROINumber);
            if (!numbers.contains(number)) {
                throw item.invalid(Tag.ReferencedROINumber, "contours belong to ROI " + number + ", which is absent");
            }
            if (drawn.put(number, item) != null) {
                throw item.invalid(Tag.ReferencedROINumber, "ROI " + number + " has contours in two places");
            }
        }
        Map<Integer, String> types = interpretedTypes(structureSet, numbers, issues);

        List<RoiEntry> rois = new ArrayList<>(definitions.size());
        for (DataSet definition : definitions) {
            int number = definition.requireInteger(Tag.ROINumber);
            DataSet item = drawn.get(number);
            rois.add(new RoiEntry(
                    number,
                    definition.text(Tag.ROIName).orElse(""),
                    types.getOrDefault(number, ""),
                    definition.text(Tag.ReferencedFrameOfReferenceUID).orElse(""),
                    item == null ? null : color(item, issues),
                    item == null ? List.of() : item.items(Tag.ContourSequence)));
        }
        return rois;
    }

    private static Map<Integer, String> interpretedTypes(
            DataSet structureSet, Set<Integer> numbers, List<Issue> issues) {
        Map<Integer, String> types = new HashMap<>();
        if (!structureSet.contains(Tag.RTROIObservationsSequence)) {
            // It comes last: a file that was cut off between two elements lacks it and is else in order.
            issues.add(Issue.of(
                    IssueCode.DICOM_ODDITY,
                    structureSet.where(Tag.RTROIObservationsSequence)
                            + " is missing: names alone tell what structures are; make sure that the file is whole"));
        }
        for (DataSet observation : structureSet.items(Tag.RTROIObservationsSequence)) {
            int number = observation.requireInteger(Tag.ReferencedROINumber);
            String type = observation.text(Tag.RTROIInterpretedType).orElse("");
            if (!numbers.contains(number)) {
                issues.add(Issue.of(
                        IssueCode.DICOM_ODDITY,
                        observation.where(Tag.ReferencedROINumber) + " speaks of ROI " + number + ", which is absent"));
            } else if (!type.isEmpty()) {
                String other = types.putIfAbsent(number, type);
                if (other != null && !other.equals(type)) {
                    // Two answers are no answer: the name alone decides what the structure is.
                    types.put(number, "");
                    issues.add(Issue.of(
                            IssueCode.DICOM_ODDITY,
                            observation.where(Tag.RTROIInterpretedType) + ": ROI " + number + " is both " + other
                                    + " and " + type + "; its type was left out"));
                }
            }
        }
        return types;
    }

    private static @Nullable Integer color(DataSet item, List<Issue> issues) {
        if (!item.has(Tag.ROIDisplayColor)) {
            return null;
        }
        double[] rgb = item.decimals(Tag.ROIDisplayColor);
        boolean valid = rgb.length == 3;
        int color = 0;
        for (double v : rgb) {
            valid &= v >= 0 && v <= 255 && v == Math.rint(v);
            color = color << 8 | (int) v;
        }
        if (!valid) {
            // Never worth a refusal: no number depends on a colour.
            issues.add(Issue.of(
                    IssueCode.DICOM_ODDITY,
                    item.where(Tag.ROIDisplayColor) + " is not a colour of three values from 0 to 255; left out"));
            return null;
        }
        return color;
    }
}
