package org.cordonrt.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cordonrt.issue.Issue;
import org.cordonrt.plan.Structure;

/**
 * A structure as a solid under the slab model: contours of one plane are combined by the even-odd rule and extruded
 * half-way to the neighbouring planes, the outermost planes by the end cap. Immutable and thread-safe.
 */
public final class SlabSolid {
    private static final double MM3_PER_CC = 1000;

    private final PlaneFrame frame;
    private final List<Slab> slabs;
    private final double spacingMm;
    private final List<Issue> issues;

    SlabSolid(PlaneFrame frame, List<Slab> slabs, double spacingMm, List<Issue> issues) {
        this.frame = Objects.requireNonNull(frame, "frame");
        this.slabs = List.copyOf(slabs);
        this.spacingMm = spacingMm;
        this.issues = List.copyOf(issues);
    }

    /**
     * The solid of a structure's closed contours. Open contours and points bound no volume and are left out with a
     * finding, as are contours of fewer than three different points and exact repeats of a contour.
     *
     * @throws org.cordonrt.issue.CordonException STRUCTURE_EMPTY when no closed contour is left, CONTOUR_GEOMETRY when
     *     the contours are not planar or not parallel
     */
    public static SlabSolid of(Structure structure, SolidOptions options) {
        return new SolidBuilder(structure, options).build();
    }

    public PlaneFrame frame() {
        return frame;
    }

    /** The slabs in increasing height along the frame's normal; they do not overlap. */
    public List<Slab> slabs() {
        return slabs;
    }

    /** The usual distance between neighbouring planes (median), mm; the assumed thickness for a single plane. */
    public double spacingMm() {
        return spacingMm;
    }

    /** What was noticed while building the solid. */
    public List<Issue> issues() {
        return issues;
    }

    /**
     * The part of the solid between two heights along the frame's normal: whole slabs and parts of slabs, exact.
     *
     * @return empty when nothing of the solid lies between them
     */
    public Optional<SlabSolid> between(double lowMm, double highMm) {
        List<Slab> part = new ArrayList<>();
        for (Slab s : slabs) {
            double low = Math.max(s.lowMm(), lowMm);
            double high = Math.min(s.highMm(), highMm);
            if (low < high) {
                // The contours of a slab of which only a part is left may lie outside that part.
                part.add(new Slab(Math.max(low, Math.min(high, s.planeMm())), low, high, s.region()));
            }
        }
        return part.isEmpty() ? Optional.empty() : Optional.of(new SlabSolid(frame, part, spacingMm, List.of()));
    }

    /** Volume of the solid, cc: the sum of exact areas times thicknesses. */
    public double volumeCc() {
        double mm3 = 0;
        for (Slab s : slabs) {
            mm3 += s.region().areaMm2() * s.thicknessMm();
        }
        return mm3 / MM3_PER_CC;
    }
}
