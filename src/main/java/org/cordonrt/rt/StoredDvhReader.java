package org.cordonrt.rt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.DicomFormatException;
import org.cordonrt.dicom.Tag;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.StoredDvh;
import org.jspecify.annotations.Nullable;

/**
 * The histograms that a planning system stored with its dose (PS3.3 C.8.8.4), as cumulative ones in Gy and cc.
 *
 * <p>DVH Data is pairs of bin width and volume. A cumulative histogram gives at each bin the volume that receives at
 * least the dose at which the bin begins. Histograms that are inconsistent, or whose units need what the files do not
 * hold, are left out with a reason: they are shown, never judged by.
 */
final class StoredDvhReader {
    /** How far minimum, mean and maximum may lie from the curve they are stored with, as a share of its maximum. */
    private static final double SUMMARY_TOLERANCE = 0.05;

    /** Exported volumes add up from voxels: their last digits may be below zero or grow, as a share of the whole. */
    private static final double ROUNDING = 1e-6;

    private static final double MOST_GY = 1e5;
    private static final double MOST_CC = 1e6;

    private final OptionalDouble relativeGy;
    private final Map<Integer, Double> roiVolumesCc;
    private final Set<Integer> roiNumbers;
    private final List<Issue> issues;
    private final List<Integer> oddSummaries = new ArrayList<>();

    private StoredDvhReader(DataSet dose, DataSet structureSet, OptionalDouble referenceDoseGy, List<Issue> issues) {
        OptionalDouble normalization = dose.decimal(Tag.DVHNormalizationDoseValue);
        this.relativeGy =
                normalization.isPresent() && normalization.getAsDouble() > 0 ? normalization : referenceDoseGy;
        this.roiVolumesCc = new HashMap<>();
        this.roiNumbers = new HashSet<>();
        for (DataSet roi : structureSet.items(Tag.StructureSetROISequence)) {
            int number = roi.requireInteger(Tag.ROINumber);
            roiNumbers.add(number);
            roi.decimal(Tag.ROIVolume).ifPresent(cc -> roiVolumesCc.put(number, cc));
        }
        this.issues = issues;
    }

    static List<StoredDvh> read(
            DataSet dose, DataSet structureSet, OptionalDouble referenceDoseGy, List<Issue> issues) {
        StoredDvhReader reader = new StoredDvhReader(dose, structureSet, referenceDoseGy, issues);
        List<StoredDvh> dvhs = new ArrayList<>();
        for (DataSet item : dose.items(Tag.DVHSequence)) {
            try {
                StoredDvh dvh = reader.read(item);
                if (dvh != null) {
                    dvhs.add(dvh);
                }
            } catch (DicomFormatException e) {
                // A damaged histogram is no reason to refuse the dose it came with: nothing is judged by it.
                issues.add(Issue.of(IssueCode.STORED_DVH_ODDITY, "a stored DVH was left out: " + e.getMessage()));
            }
        }
        if (!reader.oddSummaries.isEmpty()) {
            issues.add(Issue.of(
                    IssueCode.STORED_DVH_ODDITY,
                    "the minimum, mean and maximum stored with the DVHs of ROI " + Words.list(reader.oddSummaries)
                            + " do not fit their curves (perhaps they are in percent); only the curves were kept"));
        }
        return dvhs;
    }

    private @Nullable StoredDvh read(DataSet item) {
        List<DataSet> rois = item.items(Tag.DVHReferencedROISequence);
        if (rois.size() != 1
                || !"INCLUDED"
                        .equals(rois.get(0).text(Tag.DVHROIContributionType).orElse("INCLUDED"))) {
            return leftOut(item, "it is not for one structure");
        }
        int roi = rois.get(0).requireInteger(Tag.ReferencedROINumber);
        if (!roiNumbers.contains(roi)) {
            return leftOut(item, "it is for ROI " + roi + ", which the structure set does not have");
        }
        String type = item.text(Tag.DVHType).orElse("");
        if (!type.equals("CUMULATIVE") && !type.equals("DIFFERENTIAL")) {
            // A natural histogram counts volume against dose to the power of -3/2, for brachytherapy.
            return leftOut(item, "its type is " + Words.term(type));
        }
        OptionalDouble gyPerUnit = gyPerUnit(item);
        if (gyPerUnit.isEmpty()) {
            return leftOut(item, "its doses cannot be put in gray");
        }
        OptionalDouble ccPerUnit = ccPerUnit(item, roi);
        if (ccPerUnit.isEmpty()) {
            return leftOut(item, "its volumes cannot be put in cc");
        }
        double[] data = item.decimals(Tag.DVHData);
        int bins = data.length / 2;
        if (bins == 0 || data.length % 2 != 0) {
            return leftOut(item, "DVH Data does not hold pairs");
        }
        int announced = item.integer(Tag.DVHNumberOfBins).orElse(bins);
        if (announced != bins) {
            return leftOut(item, "DVH Number of Bins says " + announced + ", DVH Data holds " + bins);
        }
        double scaling = item.decimal(Tag.DVHDoseScaling).orElse(1) * gyPerUnit.getAsDouble();
        double[] edges = new double[bins + 1];
        double[] volumes = new double[bins];
        for (int i = 0; i < bins; i++) {
            double width = data[2 * i] * scaling;
            volumes[i] = data[2 * i + 1] * ccPerUnit.getAsDouble();
            if (!(width >= 0) || !(volumes[i] >= -ROUNDING * volumes[0])) {
                return leftOut(item, "bin " + (i + 1) + " has a negative width or volume");
            }
            volumes[i] = Math.max(0, volumes[i]);
            edges[i + 1] = edges[i] + width;
        }
        if (!(edges[bins] <= MOST_GY) || !(volumes[0] <= MOST_CC)) {
            return leftOut(item, "it reaches " + edges[bins] + " Gy and " + volumes[0] + " cc");
        }
        if (bins > 2 && growsAllTheWay(data)) {
            return leftOut(item, "it lists doses where the standard wants bin widths");
        }
        if (type.equals("DIFFERENTIAL")) {
            for (int i = bins - 2; i >= 0; i--) {
                volumes[i] += volumes[i + 1];
            }
        }
        for (int i = 1; i < bins; i++) {
            if (volumes[i] > volumes[i - 1] + ROUNDING * volumes[0]) {
                return leftOut(item, "its cumulative volume grows with dose at bin " + (i + 1));
            }
        }
        double[] left = Arrays.copyOf(edges, bins);
        return summarized(item, roi, left, edges[bins], volumes, gyPerUnit.getAsDouble());
    }

    /** Some systems write where each bin lies instead of how wide it is: every "width" is larger than the last. */
    private static boolean growsAllTheWay(double[] data) {
        for (int i = 2; i < data.length; i += 2) {
            if (data[i] <= data[i - 2]) {
                return false;
            }
        }
        return true;
    }

    private StoredDvh summarized(
            DataSet item, int roi, double[] doseGy, double endGy, double[] volumeCc, double gyPerUnit) {
        OptionalDouble min = scaled(item.decimal(Tag.DVHMinimumDose), gyPerUnit);
        OptionalDouble mean = scaled(item.decimal(Tag.DVHMeanDose), gyPerUnit);
        OptionalDouble max = scaled(item.decimal(Tag.DVHMaximumDose), gyPerUnit);
        double curveMean = mean(doseGy, endGy, volumeCc);
        double tolerance = SUMMARY_TOLERANCE * endGy;
        boolean odd = mean.isPresent() && Math.abs(mean.getAsDouble() - curveMean) > tolerance
                || max.isPresent() && max.getAsDouble() > endGy + tolerance
                || min.isPresent() && min.getAsDouble() > curveMean + tolerance;
        if (odd) {
            oddSummaries.add(roi);
            min = OptionalDouble.empty();
            mean = OptionalDouble.empty();
            max = OptionalDouble.empty();
        }
        return new StoredDvh(roi, doseGy, volumeCc, min, mean, max);
    }

    /** Mean dose of a cumulative histogram: what lies between two bins is spread evenly. */
    private static double mean(double[] doseGy, double endGy, double[] volumeCc) {
        if (volumeCc[0] == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < doseGy.length; i++) {
            double next = i + 1 < doseGy.length ? volumeCc[i + 1] : 0;
            double end = i + 1 < doseGy.length ? doseGy[i + 1] : endGy;
            sum += (volumeCc[i] - next) * (doseGy[i] + end) / 2;
        }
        return sum / volumeCc[0];
    }

    private static OptionalDouble scaled(OptionalDouble v, double factor) {
        return v.isPresent() ? OptionalDouble.of(v.getAsDouble() * factor) : v;
    }

    private OptionalDouble gyPerUnit(DataSet item) {
        return switch (item.text(Tag.DoseUnits).orElse("")) {
            case "GY" -> OptionalDouble.of(1);
            case "RELATIVE" -> relativeGy;
            default -> OptionalDouble.empty();
        };
    }

    private OptionalDouble ccPerUnit(DataSet item, int roi) {
        return switch (item.text(Tag.DVHVolumeUnits).orElse("")) {
            case "CM3" -> OptionalDouble.of(1);
            case "PERCENT" -> scaled(ofNullable(roiVolumesCc.get(roi)), 0.01);
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble ofNullable(@Nullable Double v) {
        return v == null ? OptionalDouble.empty() : OptionalDouble.of(v);
    }

    private @Nullable StoredDvh leftOut(DataSet item, String why) {
        issues.add(Issue.of(
                IssueCode.STORED_DVH_ODDITY, "the stored DVH at " + item.where(Tag.DVHData) + " was left out: " + why));
        return null;
    }
}
