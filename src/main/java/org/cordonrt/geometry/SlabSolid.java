package org.cordonrt.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.cordonrt.Internal;
import org.cordonrt.issue.Issue;
import org.cordonrt.plan.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A structure as a solid: slabs, in each of which the region is the same at every height. Contours of one plane are
 * combined by the even-odd rule. Under the {@linkplain SolidModel#SLAB slab model} every plane is extruded half-way to
 * the neighbouring planes, the outermost ones by the end cap; under the {@linkplain SolidModel#SHAPE shape model} the
 * slabs are thin cuts of a surface that runs on from plane to plane, so many that its outline moves by at most 0.2 mm
 * from one to the next (or by a 64th of what it moves between two planes). Immutable and thread-safe.
 */
public final class SlabSolid {
    private static final double MM3_PER_CC = 1000;

    private final ContourStack contours;
    private final SolidOptions options;
    private final List<Slab> slabs;

    /** What was cut off: the solid ends here, wherever its contours end. */
    private final double fromMm;

    private final double toMm;

    /** Shared with every solid of the same contours and end cap: the model and what is cut off do not change it. */
    private final AtomicReference<@Nullable ShapeSurface> surface;

    private SlabSolid(
            ContourStack contours,
            SolidOptions options,
            double fromMm,
            double toMm,
            AtomicReference<@Nullable ShapeSurface> surface) {
        this.surface = surface;
        this.contours = contours;
        this.options = options;
        this.fromMm = fromMm;
        this.toMm = toMm;
        boolean shape = options.model() == SolidModel.SHAPE && contours.planes().size() > 1;
        List<Slab> whole = shape ? ShapeSlabs.of(surface()) : contours.slabs(options.endCap());
        slabs = List.copyOf(cut(whole));
    }

    private List<Slab> cut(List<Slab> whole) {
        if (fromMm == Double.NEGATIVE_INFINITY && toMm == Double.POSITIVE_INFINITY) {
            return whole;
        }
        List<Slab> part = new ArrayList<>();
        for (Slab s : whole) {
            double low = Math.max(s.lowMm(), fromMm);
            double high = Math.min(s.highMm(), toMm);
            if (low < high) {
                // The contours of a slab of which only a part is left may lie outside that part.
                part.add(new Slab(Math.max(low, Math.min(high, s.planeMm())), low, high, s.region()));
            }
        }
        return part;
    }

    /**
     * The solid of a structure's closed contours. Open contours and points bound no volume and are left out with a
     * finding, as are contours of fewer than three different points and exact repeats of a contour.
     *
     * @throws org.cordonrt.issue.CordonException STRUCTURE_EMPTY when no closed contour is left, CONTOUR_GEOMETRY when
     *     the contours are not planar or not parallel
     */
    public static SlabSolid of(Structure structure, SolidOptions options) {
        return new SlabSolid(
                new SolidBuilder(structure, options).build(),
                options,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                new AtomicReference<>());
    }

    /** The solid of the same contours under another convention; cheap where only the end cap differs. */
    public SlabSolid under(SolidModel model, EndCap endCap) {
        return model == options.model() && endCap.equals(options.endCap())
                ? this
                : new SlabSolid(
                        contours,
                        options.withModel(model).withEndCap(endCap),
                        fromMm,
                        toMm,
                        endCap.equals(options.endCap()) ? surface : new AtomicReference<>());
    }

    /**
     * The surface that runs on from plane to plane, whatever the model of this solid; made when first asked for. It is
     * that of all contours, also of a solid that is a part {@linkplain #between between} two heights.
     */
    @Internal
    public ShapeSurface surface() {
        ShapeSurface known = surface.get();
        if (known == null) {
            known = new ShapeSurface(contours, options.endCap());
            surface.set(known);
        }
        return known;
    }

    /** How it was made. */
    public SolidOptions options() {
        return options;
    }

    /** The directions of its planes. */
    @Internal
    public PlaneFrame frame() {
        return contours.frame();
    }

    /** The slabs in increasing height along the frame's normal; they do not overlap. */
    @Internal
    public List<Slab> slabs() {
        return slabs;
    }

    /** Number of planes on which contours enclose an area. */
    public int planeCount() {
        return (int) contours.planes().stream()
                .filter(p -> p.heightMm() >= fromMm && p.heightMm() <= toMm)
                .count();
    }

    /** The usual distance between neighbouring planes (median), mm; the assumed thickness for a single plane. */
    public double spacingMm() {
        return contours.spacingMm();
    }

    /** What was noticed while building the solid. */
    public List<Issue> issues() {
        return contours.issues();
    }

    /**
     * The part of the solid between two heights along the frame's normal: whole slabs and parts of slabs, exact. It
     * stays that part {@linkplain #under under} another convention.
     *
     * @return empty when nothing of the solid lies between them
     */
    @Internal
    public Optional<SlabSolid> between(double lowMm, double highMm) {
        SlabSolid part = new SlabSolid(contours, options, Math.max(fromMm, lowMm), Math.min(toMm, highMm), surface);
        return part.slabs.isEmpty() ? Optional.empty() : Optional.of(part);
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
