package org.cordonrt.margin;

/** Distances of points and segments in a plane, squared, mm2. Segments without length are points. */
final class Segments {
    private Segments() {}

    /** Squared distance of a point to the segment from (ax, ay) to (bx, by). */
    static double pointTo2(double px, double py, double ax, double ay, double bx, double by) {
        double ux = bx - ax;
        double uy = by - ay;
        double t = along((px - ax) * ux + (py - ay) * uy, ux * ux + uy * uy);
        double dx = px - (ax + t * ux);
        double dy = py - (ay + t * uy);
        return dx * dx + dy * dy;
    }

    /** The place of the foot of a perpendicular on a segment, from 0 to 1. */
    static double along(double dot, double length2) {
        return dot <= 0 ? 0 : dot >= length2 ? 1 : dot / length2;
    }

    /** Squared distance of the segments a-b and c-d; 0 when they cross. */
    static double distance2(double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
        double ux = bx - ax;
        double uy = by - ay;
        double vx = dx - cx;
        double vy = dy - cy;
        double wx = ax - cx;
        double wy = ay - cy;
        double turn = ux * vy - uy * vx;
        double s0 = vx * wy - vy * wx;
        double t0 = wx * uy - wy * ux;
        if (s0 > 0 != s0 - turn > 0 && t0 > 0 != t0 + turn > 0) {
            return 0;
        }
        return Math.min(
                Math.min(pointTo2(ax, ay, cx, cy, dx, dy), pointTo2(bx, by, cx, cy, dx, dy)),
                Math.min(pointTo2(cx, cy, ax, ay, bx, by), pointTo2(dx, dy, ax, ay, bx, by)));
    }
}
