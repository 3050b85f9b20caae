package org.cordonrt.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.cordonrt.Internal;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * The surface of a structure that runs on from contour plane to contour plane (the shape model, see
 * {@link SolidModel#SHAPE}), in patches: one between each two planes, one below the first and one above the last. A patch
 * is made when it is first asked for. Immutable for those who use it, and thread-safe.
 */
@Internal
public final class ShapeSurface {
    private final ContourStack contours;
    private final List<ShapePlane> planes;
    private final @Nullable ShapeBuilder builder;
    private final AtomicReferenceArray<@Nullable List<RingStack>> stacks;
    private final AtomicReferenceArray<@Nullable SurfacePatch> patches;

    ShapeSurface(ContourStack contours, EndCap endCap) {
        this.contours = contours;
        planes = contours.planes().stream()
                .map(p -> ShapePlane.of(p.heightMm(), p.region()))
                .toList();
        builder = planes.size() > 1 ? new ShapeBuilder(planes, endCap, contours.spacingMm()) : null;
        stacks = new AtomicReferenceArray<>(patchCount());
        patches = new AtomicReferenceArray<>(patchCount());
    }

    public PlaneFrame frame() {
        return contours.frame();
    }

    /** Number of patches; one for a structure drawn on a single plane. */
    public int patchCount() {
        return builder == null ? 1 : planes.size() + 1;
    }

    /** A patch, from the lowest (0) to the highest. */
    public SurfacePatch patch(int i) {
        SurfacePatch known = patches.get(i);
        if (known == null) {
            known = new SurfacePatch(frame(), stacks(i));
            patches.set(i, known);
        }
        return known;
    }

    /** Number of contour planes; patch i lies between plane i - 1 and plane i. */
    public int planeCount() {
        return planes.size();
    }

    /** Height of a contour plane along the {@link #frame()}'s normal, mm. */
    public double planeMm(int k) {
        return planes.get(k).heightMm();
    }

    /** What the contours of a plane bound. */
    public PlaneRegion contours(int k) {
        return planes.get(k).region();
    }

    /** How the walls of a patch run; empty unless it is all walls that run from contours to contours. */
    public Optional<WallCourse> course(int i) {
        return i > 0 && i < planes.size()
                ? WallCourse.of(stacks(i), planes.get(i - 1), planes.get(i))
                : Optional.empty();
    }

    /**
     * A box that holds a patch. Between two planes with one ring each that belong together the patch need not be made.
     *
     * @return least and greatest coordinates along the {@link #frame()}'s u and v and its normal: u0, v0, w0, u1, v1, w1
     */
    public double[] patchBox(int i) {
        double[] box = {
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        if (builder != null && builder.isOnePart(i)) {
            for (ShapePlane plane : planes.subList(i - 1, i + 1)) {
                PlaneRegion r = plane.region();
                grow(box, r.minX(), r.minY(), plane.heightMm());
                grow(box, r.maxX(), r.maxY(), plane.heightMm());
            }
            return box;
        }
        for (RingStack s : stacks(i)) {
            for (double height : new double[] {s.lowMm(), s.highMm()}) {
                double[] ring = s.ringAt(height);
                for (int k = 0; k < ring.length; k += 2) {
                    grow(box, ring[k], ring[k + 1], height);
                }
            }
        }
        return box;
    }

    private static void grow(double[] box, double u, double v, double w) {
        box[0] = Math.min(box[0], u);
        box[1] = Math.min(box[1], v);
        box[2] = Math.min(box[2], w);
        box[3] = Math.max(box[3], u);
        box[4] = Math.max(box[4], v);
        box[5] = Math.max(box[5], w);
    }

    /** Whether the body that the surface bounds holds a point (patient mm); on the surface it may go either way. */
    public boolean contains(Point3 p) {
        double x = p.dot(frame().u());
        double y = p.dot(frame().v());
        double z = p.dot(frame().w());
        int i = 0;
        while (i < patchCount() - 1 && planes.get(i).heightMm() < z) {
            i++;
        }
        int winding = 0;
        for (RingStack s : stacks(i)) {
            if (s.lowMm() <= z && z <= s.highMm()) {
                winding += s.windingNumber(z, x, y);
            }
        }
        return winding > 0;
    }

    /** The cross-section at a height along the {@link #frame()}'s normal; without area where there is none. */
    public PlaneRegion region(double heightMm) {
        int i = 0;
        while (i < patchCount() - 1 && planes.get(i).heightMm() < heightMm) {
            i++;
        }
        if (builder != null && i < planes.size() && planes.get(i).heightMm() == heightMm) {
            return planes.get(i).region();
        }
        List<double[]> rings = new ArrayList<>();
        for (RingStack s : stacks(i)) {
            if (!s.isFlat() && s.lowMm() <= heightMm && heightMm <= s.highMm()) {
                rings.add(s.ringAt(heightMm));
            }
        }
        return PlaneRegion.covered(rings);
    }

    /** A point of each part on a contour plane, patient mm. */
    public List<Point3> partPoints(int k) {
        ShapePlane plane = planes.get(k);
        return plane.outer().stream()
                .map(ring -> frame().point(ring[0], ring[1], plane.heightMm()))
                .toList();
    }

    List<ShapePlane> planes() {
        return planes;
    }

    /** What makes up a patch. */
    List<RingStack> stacks(int i) {
        List<RingStack> known = stacks.get(i);
        if (known == null) {
            known = builder == null ? singlePlane() : builder.gapStacks(i);
            stacks.set(i, known);
        }
        return known;
    }

    /** A single plane is all assumption: the end cap does not apply to it. */
    private List<RingStack> singlePlane() {
        ShapePlane only = planes.get(0);
        double low = only.heightMm() - contours.spacingMm() / 2;
        double high = only.heightMm() + contours.spacingMm() / 2;
        List<RingStack> made = new ArrayList<>();
        only.outer().forEach(r -> made.add(RingStack.straight(r, only.heightMm(), low, high, false, true, true)));
        only.holes().forEach(r -> made.add(RingStack.straight(r, only.heightMm(), low, high, true, false, false)));
        return List.copyOf(made);
    }
}
