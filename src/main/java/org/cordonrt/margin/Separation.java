package org.cordonrt.margin;

import java.util.Objects;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;

/**
 * The gap between two solids. Contours do not say what lies between their planes, so the gap is measured on three
 * readings of them: as surfaces that run on from plane to plane ({@code distanceMm}, the best estimate), as slabs
 * ({@code slabMm}, the safe side) and as flat regions without thickness ({@code planesMm}, the optimistic side; never
 * below {@code slabMm}). All are exact smallest 3D distances, not limited to one plane and not taken from sampled
 * points; below 1e-9 mm they are 0. Channels, bridges and spikes of no
 * width are not part of a region. Immutable and thread-safe.
 *
 * @param slabMm smallest distance of the slab solids, mm; 0 when they touch or overlap
 * @param planesMm smallest distance of the flat contours, mm: the filled even-odd region of each contour plane, lying
 *     in that plane. Filled, so that a contour straight above another one is as far from it as their planes are, and a
 *     region inside another one in the same plane has distance 0
 * @param distanceMm the distance to report, mm: between the {@linkplain SlabSolid#surface() surfaces} that run on from
 *     contour plane to contour plane; 0 when they touch, cross or lie inside each other. Slabs that meet only with the
 *     steps they have on slanted anatomy leave it above 0
 * @param fromPointMm the point of the first surface that is nearest to the second; when that distance is 0 and the slab
 *     solids overlap, the point of the overlap that lies deepest in the first
 * @param toPointMm the point of the second surface that is nearest to the first; equal to {@code fromPointMm} when the
 *     distance is 0
 * @param slabFromPointMm the point of the first slab solid that is nearest to the second; when the solids overlap, the
 *     point of the overlap that lies deepest in the first
 * @param slabToPointMm the point of the second slab solid that is nearest to the first; equal to
 *     {@code slabFromPointMm} when the solids touch or overlap
 * @param planesFromPointMm the point of the first structure's flat contours that is nearest to those of the second
 * @param planesToPointMm the point of the second structure's flat contours that is nearest to those of the first
 * @param overlapCc volume that both slab solids cover, cc
 * @param deepestOverlapMm how far the second slab solid reaches into the first, mm: the largest distance from a point
 *     of the overlap to the nearest point outside the first solid; 0 when the solids do not overlap. It is the depth of
 *     {@code slabFromPointMm}, so never above the true value, and at most 0.01 mm below it. That guarantee doubles with
 *     every 20 000 boxes the search has to divide, which takes structures that are equally deep in each other over
 *     hundreds of square millimetres. This and its point are what depends on which solid comes first
 */
public record Separation(
        double slabMm,
        double planesMm,
        double distanceMm,
        Point3 fromPointMm,
        Point3 toPointMm,
        Point3 slabFromPointMm,
        Point3 slabToPointMm,
        Point3 planesFromPointMm,
        Point3 planesToPointMm,
        double overlapCc,
        double deepestOverlapMm) {
    private static final double MM3_PER_CC = 1000;

    /** What solids that touch along their whole surfaces may share by rounding. */
    private static final double ROUNDING_MM3 = 1e-9;

    public Separation {
        Objects.requireNonNull(fromPointMm, "fromPointMm");
        Objects.requireNonNull(toPointMm, "toPointMm");
        Objects.requireNonNull(slabFromPointMm, "slabFromPointMm");
        Objects.requireNonNull(slabToPointMm, "slabToPointMm");
        Objects.requireNonNull(planesFromPointMm, "planesFromPointMm");
        Objects.requireNonNull(planesToPointMm, "planesToPointMm");
    }

    /**
     * Measures the gap between two solids, whose planes may have any orientation. Swapping the
     * solids swaps the points and changes no bit of the numbers, apart from the deepest overlap and its point.
     *
     * @throws org.cordonrt.issue.CordonException CONTOUR_GEOMETRY if contours cross so often that the work explodes
     */
    public static Separation between(SlabSolid from, SlabSolid to) {
        boolean swap = new SolidOrder().compare(from, to) > 0;
        SlabSolid first = swap ? to : from;
        SlabSolid second = swap ? from : to;
        PairSearch search = search(first, second);
        Nearest slabs = search.slabs();
        Nearest planes = search.planes();
        Nearest surfaces = search.surfaces(planes);
        if (swap) {
            slabs = slabs.swapped();
            planes = planes.swapped();
            surfaces = surfaces.swapped();
        }
        double overlapMm3 = slabs.distanceMm() == 0 ? search.overlapMm3() : 0;
        if (overlapMm3 <= ROUNDING_MM3) {
            return of(surfaces, slabs, planes, 0, 0);
        }
        OverlapDepth depth = new OverlapDepth(from, to, slabs.onFirst());
        Nearest deepest = new Nearest(0, depth.deepestPoint(), depth.deepestPoint());
        return of(
                surfaces.distanceMm() > 0 ? surfaces : deepest,
                deepest,
                planes,
                overlapMm3 / MM3_PER_CC,
                depth.depthMm());
    }

    /** Volume that both solids cover, cc: exact for the solids as given, up to rounding. */
    public static double overlapCc(SlabSolid a, SlabSolid b) {
        return search(a, b).overlapMm3() / MM3_PER_CC;
    }

    private static PairSearch search(SlabSolid first, SlabSolid second) {
        return SlabStack.areParallel(first.frame(), second.frame())
                ? new ParallelPair(first, second)
                : new ObliquePair(first, second);
    }

    private static Separation of(
            Nearest surfaces, Nearest slabs, Nearest planes, double overlapCc, double deepestOverlapMm) {
        return new Separation(
                slabs.distanceMm(),
                // Flat contours lie inside their slabs; only rounding can put them nearer.
                Math.max(planes.distanceMm(), slabs.distanceMm()),
                surfaces.distanceMm(),
                surfaces.onFirst(),
                surfaces.onSecond(),
                slabs.onFirst(),
                slabs.onSecond(),
                planes.onFirst(),
                planes.onSecond(),
                overlapCc,
                deepestOverlapMm);
    }
}
