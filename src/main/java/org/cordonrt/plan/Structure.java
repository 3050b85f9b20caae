package org.cordonrt.plan;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One region of interest with all its contours. Immutable and thread-safe.
 *
 * @param roiNumber DICOM ROI Number (3006,0022), unique in its set
 * @param name ROI Name (3006,0026), trimmed; empty when the file gives none
 * @param interpretedType RT ROI Interpreted Type (3006,00A4), e.g. ORGAN, PTV; empty when unknown
 * @param displayColor ROI Display Color as 0xRRGGBB, or null
 * @param contours in the order of the file; empty for an ROI that was never drawn
 */
public record Structure(
        int roiNumber,
        String name,
        String interpretedType,
        @Nullable Integer displayColor,
        List<Contour> contours) {
    public Structure {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(interpretedType, "interpretedType");
        contours = List.copyOf(contours);
    }

    /** A structure without colour or interpreted type, for callers that build their own. */
    public static Structure of(int roiNumber, String name, List<Contour> contours) {
        return new Structure(roiNumber, name, "", null, contours);
    }
}
