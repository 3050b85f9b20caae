package org.cordonrt.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All structures of one RT Structure Set. Immutable and thread-safe.
 *
 * @param label Structure Set Label (3006,0002), may be empty
 * @param frameOfReferenceUid frame of reference of the contours, empty when the caller has none
 * @param structures in file order; ROI numbers are unique
 */
public record StructureSet(String label, String frameOfReferenceUid, List<Structure> structures) {
    public StructureSet {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(frameOfReferenceUid, "frameOfReferenceUid");
        structures = List.copyOf(structures);
        if (structures.stream().mapToInt(Structure::roiNumber).distinct().count() != structures.size()) {
            throw new IllegalArgumentException("ROI numbers are not unique");
        }
    }

    /** The structure with an ROI number. */
    public Optional<Structure> byNumber(int roiNumber) {
        return structures.stream().filter(s -> s.roiNumber() == roiNumber).findFirst();
    }
}
