package org.cordonrt.margin;

import org.cordonrt.Internal;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;

/**
 * Finds the point of a solid, or of what it leaves free, that is nearest to a given one, exactly. Search trees are built
 * slab by slab when first needed, so one object serves many questions; not thread-safe.
 */
@Internal
public final class NearestPoint {
    private final PlaneFrame frame;
    private final SlabStack stack;
    private final Bands bands;
    private final boolean outside;
    private final TrapezoidSet.Foot foot = new TrapezoidSet.Foot();

    private NearestPoint(SlabSolid solid, boolean outside) {
        frame = solid.frame();
        stack = new SlabStack(solid, frame);
        bands = outside ? Bands.free(stack) : Bands.filled(stack);
        this.outside = outside;
    }

    /** The nearest point of a solid. */
    public static NearestPoint on(SlabSolid solid) {
        return new NearestPoint(solid, false);
    }

    /** The nearest point that does not lie inside a solid: the way out. */
    public static NearestPoint outside(SlabSolid solid) {
        return new NearestPoint(solid, true);
    }

    /**
     * What was found.
     *
     * @param distanceMm 0 where the given point is one of those looked for
     * @param point the nearest one; then the given point itself
     */
    public record Found(double distanceMm, Point3 point) {}

    /** The nearest point. */
    public Found to(Point3 p) {
        double x = p.dot(frame.u());
        double y = p.dot(frame.v());
        double h = p.dot(frame.w());
        double best2 = Double.POSITIVE_INFINITY;
        double bestX = 0;
        double bestY = 0;
        double bestH = 0;
        if (outside) {
            double free = nearestFreeHeight(h);
            if (free == h) {
                return new Found(0, p);
            }
            best2 = (free - h) * (free - h);
            bestX = x;
            bestY = y;
            bestH = free;
        }
        int start = bands.at(h);
        for (int turn = 0; turn < 2; turn++) {
            int step = turn == 0 ? 1 : -1;
            for (int k = turn == 0 ? start : start - 1; k >= 0 && k < stack.size(); k += step) {
                double gap = Math.max(0, Math.max(stack.lowMm[k] - h, h - stack.highMm[k]));
                if (gap * gap >= best2) {
                    break;
                }
                double limit2 = best2 - gap * gap;
                bands.nearest(k, x, y, foot.within2(limit2));
                if (foot.distance2 < limit2) {
                    best2 = foot.distance2 + gap * gap;
                    bestX = foot.x;
                    bestY = foot.y;
                    bestH = Math.max(stack.lowMm[k], Math.min(stack.highMm[k], h));
                }
            }
        }
        return best2 == 0 ? new Found(0, p) : new Found(Math.sqrt(best2), frame.point(bestX, bestY, bestH));
    }

    /** The nearest height at which the solid has nothing: beyond its ends, or between slabs that do not meet. */
    private double nearestFreeHeight(double h) {
        int last = stack.size() - 1;
        if (h <= stack.lowMm[0] || h >= stack.highMm[last]) {
            return h;
        }
        double best = h - stack.lowMm[0] < stack.highMm[last] - h ? stack.lowMm[0] : stack.highMm[last];
        for (int k = 1; k <= last; k++) {
            if (stack.isApart(k)) {
                double nearest = Math.max(stack.highMm[k - 1], Math.min(stack.lowMm[k], h));
                best = Math.abs(nearest - h) < Math.abs(best - h) ? nearest : best;
            }
        }
        return best;
    }
}
