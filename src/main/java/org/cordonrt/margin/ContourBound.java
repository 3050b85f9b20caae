package org.cordonrt.margin;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cordonrt.geometry.ShapeSurface;
import org.cordonrt.geometry.WallCourse;

/**
 * Rules out patches of two surfaces that were drawn on planes of the same heights, by the distance of their contours,
 * without a look at the patches themselves. One search each; not thread-safe.
 *
 * <p>Let the contours of both be at least D apart on the planes below and above a patch. Two points of the walls at one
 * height in it are p0 + s (p1 - p0) and q0 + s (q1 - q0) with points of the contours; p0 - q0 and p1 - q1 are no shorter
 * than D and differ by no more than the {@linkplain WallCourse#reachMm() reaches} e of both, so that what lies between
 * them is no shorter than (D^2 - e^2/4)^(1/2). A point of the second surface at another height is led along its walls to
 * the first point's height: what that gains sideways is at most the steepness times the height, and that height counts
 * too, which leaves the distance over (1 + steepness^2)^(1/2).
 */
final class ContourBound {
    /** Distances are looked for a little beyond what is needed, since the next patch may need more. */
    private static final double BEYOND = 1.01;

    private static final double ROUNDING_MM = 1e-9;

    private final Side a;
    private final Side b;

    // For each plane of the first, what is known of its contours' distance.
    private final double[] atLeast;
    private final double[] atMost;

    /** One of the two surfaces. */
    private static final class Side {
        private final ShapeSurface surface;
        private final SlabStack stack;

        /** For each plane the other surface's plane of the same height, or a negative number. */
        private final int[] partner;

        private final Map<Integer, Optional<WallCourse>> courses = new HashMap<>();

        Side(ShapeSurface surface, SlabStack stack, ShapeSurface other) {
            this.surface = surface;
            this.stack = stack;
            partner = new int[surface.planeCount()];
            double[] heights = new double[other.planeCount()];
            for (int k = 0; k < heights.length; k++) {
                heights[k] = other.planeMm(k);
            }
            for (int k = 0; k < partner.length; k++) {
                partner[k] = Arrays.binarySearch(heights, surface.planeMm(k));
            }
        }

        Optional<WallCourse> course(int patch) {
            return courses.computeIfAbsent(patch, surface::course);
        }

        /** Whether a plane's contours are among the slabs, which may be a part of them. */
        boolean stands(int plane) {
            int slab = Arrays.binarySearch(stack.planeMm, surface.planeMm(plane));
            return slab >= 0 && stack.region(slab) == surface.contours(plane);
        }

        /** The greatest steepness of all that is less than a distance above or below a patch; infinite if unknown. */
        double steepness(int patch, double distanceMm) {
            double low = surface.planeMm(patch - 1) - distanceMm;
            double high = surface.planeMm(patch) + distanceMm;
            double most = 0;
            for (int i = patch; i >= 0 && (i == patch || surface.planeMm(i) > low); i--) {
                most = Math.max(most, course(i).map(WallCourse::steepness).orElse(Double.POSITIVE_INFINITY));
            }
            for (int i = patch + 1; i < surface.patchCount() && surface.planeMm(i - 1) < high; i++) {
                most = Math.max(most, course(i).map(WallCourse::steepness).orElse(Double.POSITIVE_INFINITY));
            }
            return most;
        }
    }

    /** Both surfaces in the same frame, with the edges of their contours. */
    ContourBound(ShapeSurface a, SlabStack edgesA, ShapeSurface b, SlabStack edgesB) {
        this.a = new Side(a, edgesA, b);
        this.b = new Side(b, edgesB, a);
        atLeast = new double[a.planeCount()];
        atMost = new double[a.planeCount()];
        Arrays.fill(atMost, Double.POSITIVE_INFINITY);
    }

    /** Whether the distance of the flat contours covers a plane of the first surface and that of the second beside it. */
    boolean firstIsCovered(int plane) {
        return a.stands(plane) && a.partner[plane] >= 0 && b.stands(a.partner[plane]);
    }

    /** Whether the distance of the flat contours covers a plane of the second surface and that of the first beside it. */
    boolean secondIsCovered(int plane) {
        return b.partner[plane] >= 0 && firstIsCovered(b.partner[plane]);
    }

    /** Whether nothing of a patch of the first surface is nearer to the second than a distance. */
    boolean firstApart(int patch, double distanceMm) {
        return apart(a, b, patch, distanceMm);
    }

    /** Whether nothing of a patch of the second surface is nearer to the first than a distance. */
    boolean secondApart(int patch, double distanceMm) {
        return apart(b, a, patch, distanceMm);
    }

    private boolean apart(Side of, Side to, int patch, double distanceMm) {
        if (patch == 0 || patch >= of.partner.length) {
            return false;
        }
        int low = of.partner[patch - 1];
        int there = of.partner[patch];
        if (low < 0 || there != low + 1) {
            return false;
        }
        Optional<WallCourse> own = of.course(patch);
        double steepness = to.steepness(there, distanceMm);
        if (own.isEmpty() || steepness == Double.POSITIVE_INFINITY) {
            return false;
        }
        WallCourse p = own.get();
        WallCourse q = to.course(there).orElseThrow();
        double level = distanceMm * Math.sqrt(1 + steepness * steepness) + p.unevenMm() + q.unevenMm() + ROUNDING_MM;
        double half = (p.reachMm() + q.reachMm()) / 2;
        double needed = Math.sqrt(level * level + half * half);
        int plane = of == a ? patch : there;
        return areApart(plane - 1, needed) && areApart(plane, needed);
    }

    /** Whether the contours of both on a plane of the first are a distance apart. */
    private boolean areApart(int plane, double distanceMm) {
        if (atLeast[plane] < distanceMm && atMost[plane] >= distanceMm) {
            look(plane, Math.min(BEYOND * distanceMm, atMost[plane]));
            if (atMost[plane] >= distanceMm && atLeast[plane] < distanceMm) {
                look(plane, distanceMm);
            }
        }
        return atLeast[plane] >= distanceMm;
    }

    private void look(int plane, double limitMm) {
        RegionDistance d = new RegionDistance(
                a.stack.edges(a.surface.contours(plane)),
                b.stack.edges(b.surface.contours(a.partner[plane])),
                limitMm * limitMm,
                true);
        if (d.found()) {
            atMost[plane] = Math.sqrt(d.distance2());
        } else {
            atLeast[plane] = limitMm;
        }
    }
}
