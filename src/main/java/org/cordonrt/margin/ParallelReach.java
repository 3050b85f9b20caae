package org.cordonrt.margin;

/** A solid whose planes are parallel to those of the entered solid. */
final class ParallelReach implements Reach {
    private final Bands solid;

    /** The solid in the entered solid's frame. */
    ParallelReach(SlabStack solid) {
        this.solid = Bands.filled(solid);
    }

    @Override
    public boolean meets(double x, double y, double halfX, double halfY, double low, double high, double[] found) {
        SlabStack s = solid.stack();
        int middle = solid.at((low + high) / 2);
        if (meets(middle, x, y, halfX, halfY, low, high, found)) {
            return true;
        }
        for (int j = solid.at(low); j < s.size() && s.lowMm[j] <= high; j++) {
            if (j != middle && meets(j, x, y, halfX, halfY, low, high, found)) {
                return true;
            }
        }
        return false;
    }

    private boolean meets(
            int j, double x, double y, double halfX, double halfY, double low, double high, double[] found) {
        double from = Math.max(low, solid.stack().lowMm[j]);
        double to = Math.min(high, solid.stack().highMm[j]);
        if (from > to || !solid.meets(j, x, y, halfX, halfY, found)) {
            return false;
        }
        found[2] = (from + to) / 2;
        return true;
    }
}
