package org.cordonrt.margin;

import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;

/**
 * Finds the point of a solid that is nearest to a given one, exactly. Search trees are built slab by slab when first
 * needed, so one object serves many questions; not thread-safe.
 */
public final class NearestPoint {
    private final PlaneFrame frame;
    private final SlabStack stack;
    private final Bands bands;
    private final TrapezoidSet.Foot foot = new TrapezoidSet.Foot();

    private NearestPoint(SlabSolid solid) {
        frame = solid.frame();
        stack = new SlabStack(solid, frame);
        bands = Bands.filled(stack);
    }

    public static NearestPoint on(SlabSolid solid) {
        return new NearestPoint(solid);
    }

    /**
     * What was found.
     *
     * @param distanceMm 0 for points of the solid
     * @param point of the solid; the given point itself where the solid holds it
     */
    public record Found(double distanceMm, Point3 point) {}

    /** The nearest point of the solid. */
    public Found to(Point3 p) {
        double x = p.dot(frame.u());
        double y = p.dot(frame.v());
        double h = p.dot(frame.w());
        double best2 = Double.POSITIVE_INFINITY;
        double bestX = 0;
        double bestY = 0;
        double bestH = 0;
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
}
