package org.cordonrt.dvh;

import java.util.Arrays;
import java.util.List;

/** Edges of a slab's outline over a height. */
final class WallPart extends SurfacePart {
    /** Corners, one more than edges, with the solid on their left. */
    private final double[] xy;

    private final double low;
    private final double high;

    private WallPart(double[] xy, double low, double high) {
        super(low, high);
        this.xy = xy;
        this.low = low;
        this.high = high;
        widen(xy);
        double height = high - low;
        for (int i = 2; i < xy.length; i += 2) {
            addMm2(0, (xy[i + 1] - xy[i - 1]) * height);
            addMm2(1, (xy[i - 2] - xy[i]) * height);
        }
    }

    /** All around a ring, counter-clockwise where it is an outer one. */
    static WallPart around(double[] ring, double low, double high) {
        double[] closed = Arrays.copyOf(ring, ring.length + 2);
        closed[ring.length] = ring[0];
        closed[ring.length + 1] = ring[1];
        return new WallPart(closed, low, high);
    }

    @Override
    public boolean isRectangle() {
        return xy.length == 4;
    }

    @Override
    public double halfRangeAlong(double[] slope) {
        return isRectangle()
                ? Math.abs(slope[0] * (xy[2] - xy[0]) + slope[1] * (xy[3] - xy[1])) / 2
                : super.halfRangeAlong(slope);
    }

    @Override
    public double halfRange(double[] slope) {
        double mx = middleMm(0);
        double my = middleMm(1);
        double most = 0;
        for (int i = 0; i < xy.length; i += 2) {
            most = Math.max(most, Math.abs(slope[0] * (xy[i] - mx) + slope[1] * (xy[i + 1] - my)));
        }
        return most + Math.abs(slope[2]) * halfMm(2);
    }

    @Override
    List<SurfacePart> divided(int axis) {
        if (axis == 2) {
            double middle = middleMm(2);
            return List.of(new WallPart(xy, low, middle), new WallPart(xy, middle, high));
        }
        if (isRectangle()) {
            double mx = (xy[0] + xy[2]) / 2;
            double my = (xy[1] + xy[3]) / 2;
            return List.of(
                    new WallPart(new double[] {xy[0], xy[1], mx, my}, low, high),
                    new WallPart(new double[] {mx, my, xy[2], xy[3]}, low, high));
        }
        int middle = xy.length / 2 / 2 * 2;
        return List.of(
                new WallPart(Arrays.copyOfRange(xy, 0, middle + 2), low, high),
                new WallPart(Arrays.copyOfRange(xy, middle, xy.length), low, high));
    }
}
