package org.cordonrt.geometry;

import org.cordonrt.Internal;

/**
 * The cross-section on one plane: its size and middle, exact up to rounding.
 *
 * @param areaMm2 area of the even-odd region
 * @param x centre of area in the plane's coordinates, mm
 * @param y centre of area in the plane's coordinates, mm
 */
@Internal
public record Section(double areaMm2, double x, double y) {

    public static Section of(PlaneRegion region) {
        double area = 0;
        double sx = 0;
        double sy = 0;
        // Relative to a corner of the region, to keep digits.
        double ox = region.minX();
        double oy = region.minY();
        for (double[] ring : region.toRings()) {
            double px = ring[ring.length - 2] - ox;
            double py = ring[ring.length - 1] - oy;
            for (int i = 0; i < ring.length; i += 2) {
                double qx = ring[i] - ox;
                double qy = ring[i + 1] - oy;
                double cross = px * qy - qx * py;
                sx += cross * (px + qx);
                sy += cross * (py + qy);
                px = qx;
                py = qy;
            }
            area += Rings.area(ring);
        }
        return new Section(area, ox + sx / (6 * area), oy + sy / (6 * area));
    }
}
