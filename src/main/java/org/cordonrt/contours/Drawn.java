package org.cordonrt.contours;

import java.util.Objects;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Structure;

/**
 * A structure to look at.
 *
 * @param structure its contours
 * @param solid their slab solid, one slab a contour plane
 * @param part what it is taken for
 */
public record Drawn(Structure structure, SlabSolid solid, Part part) {
    /** What a structure is to these checks. */
    public enum Part {
        CORD,
        /** PRV, thecal sac or canal: one body along the cord. */
        AROUND_CORD,
        /** What the cord ends in. */
        CAUDA,
        TARGET,
        OTHER;

        /** Whether it is one body along the spine, whose cross-section changes little from plane to plane. */
        boolean isTube() {
            return this == CORD || this == AROUND_CORD;
        }
    }

    public Drawn {
        Objects.requireNonNull(structure, "structure");
        Objects.requireNonNull(solid, "solid");
        Objects.requireNonNull(part, "part");
    }

    /** The structure in a message, as the solid's own findings name it. */
    String words() {
        return "structure '" + structure.name() + "' (ROI " + structure.roiNumber() + ")";
    }
}
