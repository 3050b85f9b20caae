package org.cordonrt.margin;

import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/** A solid with planes of its own direction: a cell is judged by the ball around it. */
final class ObliqueReach implements Reach {
    private static final double ROUNDING_MM = 1e-9;

    private final PlaneFrame asking;
    private final PlaneFrame own;
    private final Bands solid;
    private final TrapezoidSet.Foot foot = new TrapezoidSet.Foot();

    /** The solid in its own frame. */
    ObliqueReach(PlaneFrame asking, PlaneFrame own, SlabStack solid) {
        this.asking = asking;
        this.own = own;
        this.solid = Bands.filled(solid);
    }

    @Override
    public boolean near(double x, double y, double radius, double low, double high, double[] found) {
        Point3 centre = asking.point(x, y, (low + high) / 2);
        double ownX = centre.dot(own.u());
        double ownY = centre.dot(own.v());
        double ownZ = centre.dot(own.w());
        double ball = Math.hypot(radius, (high - low) / 2) + ROUNDING_MM;
        double best2 = ball * ball;
        @Nullable Point3 best = null;
        SlabStack s = solid.stack();
        int start = solid.at(ownZ - ball);
        for (int j = start; j < s.size() && s.lowMm[j] <= ownZ + ball; j++) {
            double z = Math.min(Math.max(ownZ, s.lowMm[j]), s.highMm[j]);
            double dz2 = (z - ownZ) * (z - ownZ);
            double limit2 = best2 - dz2;
            if (limit2 > 0) {
                solid.nearest(j, ownX, ownY, foot.within2(limit2));
                if (foot.distance2 < limit2) {
                    best2 = foot.distance2 + dz2;
                    best = own.point(foot.x, foot.y, z);
                }
            }
        }
        if (best == null) {
            return false;
        }
        found[0] = best.dot(asking.u());
        found[1] = best.dot(asking.v());
        found[2] = best.dot(asking.w());
        return true;
    }
}
