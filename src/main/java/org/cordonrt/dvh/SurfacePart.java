package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.Internal;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.jspecify.annotations.Nullable;

/**
 * Part of the surface of a solid with its area as a vector, divided when asked for: a wall, some edges of a slab's outline
 * over a height, or a face, what one of two slabs covers beyond the other at the height where they meet. For work that
 * asks how a volume grows when the solid moves: by the area of the surface along the way.
 *
 * <p>Coordinates are those of the solid's frame, mm. Not thread-safe: parts are divided when first asked for.
 */
@Internal
public abstract class SurfacePart {
    /** Slabs nearer than this meet, mm. */
    private static final double TOUCH_MM = 1e-9;

    private final double middleX;
    private final double middleY;
    private final double middleZ;
    private final double halfX;
    private final double halfY;
    private final double halfZ;
    private @Nullable List<SurfacePart> halves;

    /** @param box least and greatest x, least and greatest y, height of the lower and of the upper end */
    SurfacePart(double[] box) {
        // Fields, since thousands of parts are looked at in a row and each more place in memory costs as much as the
        // rest.
        middleX = (box[0] + box[1]) / 2;
        middleY = (box[2] + box[3]) / 2;
        middleZ = (box[4] + box[5]) / 2;
        halfX = (box[1] - box[0]) / 2;
        halfY = (box[3] - box[2]) / 2;
        halfZ = (box[5] - box[4]) / 2;
    }

    /** The box around rings of points over a height; empty for none. */
    static double[] box(double low, double high, double[]... rings) {
        double[] box = {
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            low,
            high
        };
        for (double[] xy : rings) {
            for (int i = 0; i < xy.length; i += 2) {
                box[0] = Math.min(box[0], xy[i]);
                box[1] = Math.max(box[1], xy[i]);
                box[2] = Math.min(box[2], xy[i + 1]);
                box[3] = Math.max(box[3], xy[i + 1]);
            }
        }
        return box;
    }

    /** The whole surface of a solid. */
    public static List<SurfacePart> of(SlabSolid solid) {
        List<SurfacePart> parts = new ArrayList<>();
        @Nullable Slab before = null;
        for (Slab s : solid.slabs()) {
            if (!(s.thicknessMm() > 0)) {
                continue;
            }
            for (double[] ring : s.region().outlines()) {
                if (ring.length >= 6) {
                    parts.add(WallPart.around(ring, s.lowMm(), s.highMm()));
                }
            }
            if (before != null && s.lowMm() - before.highMm() > TOUCH_MM) {
                addFace(before.region(), null, before.highMm(), parts);
                before = null;
            }
            addFace(before == null ? null : before.region(), s.region(), s.lowMm(), parts);
            before = s;
        }
        if (before != null) {
            addFace(before.region(), null, before.highMm(), parts);
        }
        return List.copyOf(parts);
    }

    private static void addFace(
            @Nullable PlaneRegion below, @Nullable PlaneRegion above, double atMm, List<SurfacePart> out) {
        if (below != above) {
            out.add(new FacePart(below, above, atMm));
        }
    }

    /** Middle of the box around the part along an axis of the frame, mm. */
    public final double middleMm(int axis) {
        return axis == 0 ? middleX : axis == 1 ? middleY : middleZ;
    }

    /** Half its width, mm. */
    public final double halfMm(int axis) {
        return axis == 0 ? halfX : axis == 1 ? halfY : halfZ;
    }

    /** Its area as a vector out of the solid, mm2: what the solid gains for each mm along an axis. */
    public abstract double netMm2(int axis);

    /** At least the integral of the outward normal's absolute component, mm2. */
    public abstract double totalMm2(int axis);

    /** Whether the part is an upright rectangle, on which a linear function is spread evenly along both sides. */
    public boolean isRectangle() {
        return false;
    }

    /**
     * Of a rectangle, by how much a linear function changes over half of its lower side; its slope is along the frame.
     *
     * @throws IllegalStateException for another part
     */
    public double halfRangeAlong(double[] slope) {
        throw new IllegalStateException("no rectangle");
    }

    /** No value of a linear function on the part is further from that in the middle of the box. */
    public double halfRange(double[] slope) {
        return Math.abs(slope[0]) * halfMm(0) + Math.abs(slope[1]) * halfMm(1) + Math.abs(slope[2]) * halfMm(2);
    }

    /**
     * Parts, mostly two, that share nothing but edges and leave nothing out.
     *
     * @param axis along which to divide, where the part has not been divided yet and is wide
     */
    public final List<SurfacePart> halves(int axis) {
        List<SurfacePart> known = halves;
        if (known == null) {
            known = divided(axis);
            halves = known;
        }
        return known;
    }

    /** As {@link #halves}, made anew. */
    abstract List<SurfacePart> divided(int axis);
}
