package org.cordonrt.dvh;

import java.util.Arrays;
import java.util.List;

/** Edges of a slab's outline over a height. */
final class WallPart extends SurfacePart {
    /** Corners, one more than edges, with the solid on their left. */
    private final double[] xy;

    private final double low;
    private final double high;
    private final double totalX;
    private final double totalY;

    private WallPart(double[] xy, double low, double high) {
        super(box(low, high, xy));
        this.xy = xy;
        this.low = low;
        this.high = high;
        double alongX = 0;
        double alongY = 0;
        for (int i = 2; i < xy.length; i += 2) {
            alongX += Math.abs(xy[i] - xy[i - 2]);
            alongY += Math.abs(xy[i + 1] - xy[i - 1]);
        }
        totalX = alongY * (high - low);
        totalY = alongX * (high - low);
    }

    /** All around a ring, counter-clockwise where it is an outer one. */
    static SurfacePart around(double[] ring, double low, double high) {
        double[] closed = Arrays.copyOf(ring, ring.length + 2);
        closed[ring.length] = ring[0];
        closed[ring.length + 1] = ring[1];
        return new WallPart(closed, low, high);
    }

    private static SurfacePart of(double[] xy, double low, double high) {
        return xy.length == 4 ? new RectanglePart(xy[0], xy[1], xy[2], xy[3], low, high) : new WallPart(xy, low, high);
    }

    @Override
    public double netMm2(int axis) {
        int last = xy.length - 2;
        return axis == 0 ? (xy[last + 1] - xy[1]) * (high - low) : axis == 1 ? (xy[0] - xy[last]) * (high - low) : 0;
    }

    @Override
    public double totalMm2(int axis) {
        return axis == 0 ? totalX : axis == 1 ? totalY : 0;
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
        int middle = xy.length / 2 / 2 * 2;
        return List.of(
                of(Arrays.copyOfRange(xy, 0, middle + 2), low, high),
                of(Arrays.copyOfRange(xy, middle, xy.length), low, high));
    }
}
