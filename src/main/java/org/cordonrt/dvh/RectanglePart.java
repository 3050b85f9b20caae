package org.cordonrt.dvh;

import java.util.List;

/** One edge of a slab's outline, or a part of one, over a height: most of the parts there are, and so the smallest. */
final class RectanglePart extends SurfacePart {
    /** From end to end, with the solid on the left. */
    private final double alongX;

    private final double alongY;

    /** From one end to the other. */
    RectanglePart(double x0, double y0, double x1, double y1, double low, double high) {
        super(box(low, high, new double[] {x0, y0, x1, y1}));
        alongX = x1 - x0;
        alongY = y1 - y0;
    }

    @Override
    public double netMm2(int axis) {
        return axis == 0 ? alongY * 2 * halfMm(2) : axis == 1 ? -alongX * 2 * halfMm(2) : 0;
    }

    @Override
    public double totalMm2(int axis) {
        return Math.abs(netMm2(axis));
    }

    @Override
    public boolean isRectangle() {
        return true;
    }

    @Override
    public double halfRangeAlong(double[] slope) {
        return Math.abs(slope[0] * alongX + slope[1] * alongY) / 2;
    }

    @Override
    public double halfRange(double[] slope) {
        return halfRangeAlong(slope) + Math.abs(slope[2]) * halfMm(2);
    }

    @Override
    List<SurfacePart> divided(int axis) {
        double low = middleMm(2) - halfMm(2);
        double high = middleMm(2) + halfMm(2);
        double mx = middleMm(0);
        double my = middleMm(1);
        double x0 = mx - alongX / 2;
        double y0 = my - alongY / 2;
        double x1 = mx + alongX / 2;
        double y1 = my + alongY / 2;
        return axis == 2
                ? List.of(
                        new RectanglePart(x0, y0, x1, y1, low, middleMm(2)),
                        new RectanglePart(x0, y0, x1, y1, middleMm(2), high))
                : List.of(new RectanglePart(x0, y0, mx, my, low, high), new RectanglePart(mx, my, x1, y1, low, high));
    }
}
