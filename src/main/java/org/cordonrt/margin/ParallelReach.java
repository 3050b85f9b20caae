package org.cordonrt.margin;

/** A solid whose planes are parallel to the asking solid's: a cell of any height is judged by its base alone. */
final class ParallelReach implements Reach {
    private static final double ROUNDING_MM = 1e-12;

    private final Bands solid;
    private final TrapezoidSet.Foot foot = new TrapezoidSet.Foot();

    /** The solid in the asking solid's frame. */
    ParallelReach(SlabStack solid) {
        this.solid = Bands.filled(solid);
    }

    @Override
    public boolean near(double x, double y, double radius, double low, double high, double[] found) {
        SlabStack s = solid.stack();
        double limit2 = (radius + ROUNDING_MM) * (radius + ROUNDING_MM);
        boolean any = false;
        for (int j = solid.at(low); j < s.size() && s.lowMm[j] <= high; j++) {
            if (s.highMm[j] >= low) {
                solid.nearest(j, x, y, foot.within2(limit2));
                if (foot.distance2 < limit2) {
                    limit2 = foot.distance2;
                    found[0] = foot.x;
                    found[1] = foot.y;
                    found[2] = (Math.max(low, s.lowMm[j]) + Math.min(high, s.highMm[j])) / 2;
                    any = true;
                }
            }
        }
        return any;
    }
}
