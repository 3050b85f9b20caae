package org.cordonrt.geometry;

/**
 * Where a ring lies and how far it spreads: centroid of its area, root mean square distance of its outline in x and y, and
 * its area, positive when it runs counter-clockwise.
 */
record RingMoments(double x, double y, double spreadX, double spreadY, double areaMm2) {
    static RingMoments of(double[] ring) {
        int n = ring.length;
        double ox = ring[0];
        double oy = ring[1];
        double area2 = 0;
        double sx = 0;
        double sy = 0;
        double length = 0;
        double lx = 0;
        double ly = 0;
        double lxx = 0;
        double lyy = 0;
        double px = ring[n - 2] - ox;
        double py = ring[n - 1] - oy;
        for (int i = 0; i < n; i += 2) {
            double qx = ring[i] - ox;
            double qy = ring[i + 1] - oy;
            double cross = px * qy - qx * py;
            area2 += cross;
            sx += (px + qx) * cross;
            sy += (py + qy) * cross;
            double edge = Math.sqrt((qx - px) * (qx - px) + (qy - py) * (qy - py));
            length += edge;
            lx += edge * (px + qx) / 2;
            ly += edge * (py + qy) / 2;
            lxx += edge * (px * px + px * qx + qx * qx) / 3;
            lyy += edge * (py * py + py * qy + qy * qy) / 3;
            px = qx;
            py = qy;
        }
        double mx = lx / length;
        double my = ly / length;
        double spreadX = Math.sqrt(Math.max(0, lxx / length - mx * mx));
        double spreadY = Math.sqrt(Math.max(0, lyy / length - my * my));
        // A ring without area has no centroid of area; the middle of its outline does as well.
        boolean flat = !(Math.abs(area2) > 1e-9 * length * length);
        return new RingMoments(
                ox + (flat ? mx : sx / (3 * area2)), oy + (flat ? my : sy / (3 * area2)), spreadX, spreadY, area2 / 2);
    }
}
