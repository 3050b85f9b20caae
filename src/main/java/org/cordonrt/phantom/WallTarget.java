package org.cordonrt.phantom;

import java.util.List;
import org.cordonrt.plan.Point3;

/**
 * A target around the canal: its inner wall is the canal's, with a smooth bulge towards the cord as epidural disease
 * makes it; its outer wall is further away by a thickness that is greatest in front. Angles count from the front (-y)
 * towards the left (+x).
 *
 * @param canal the undisturbed inner wall
 * @param bulgeMm height of the bulge
 * @param middleZ half-way between the ends
 * @param halfHeightMm from the middle to each end
 * @param growthMm added to thickness and half height
 * @param ring whether it goes all around
 */
record WallTarget(Tube canal, double bulgeMm, double middleZ, double halfHeightMm, double growthMm, boolean ring)
        implements Target {
    private static final double FRONT_THICKNESS_MM = 16;
    private static final double SIDE_THICKNESS_MM = 8;

    /** The C ends at this angle to both sides. */
    private static final double OPENING_ANGLE = StrictMath.toRadians(125);

    /** Where the bulge is highest: in front and a little to the left, above the middle. */
    private static final double BULGE_ANGLE = StrictMath.toRadians(20);

    private static final double BULGE_ABOVE_MIDDLE_MM = 2.3;

    /** Width of the bulge around the canal, rad, and along it, mm. */
    private static final double BULGE_WIDTH = 0.5;

    private static final double BULGE_LENGTH_MM = 5;

    private static final double BULGE_X = StrictMath.sin(BULGE_ANGLE);
    private static final double BULGE_Y = -StrictMath.cos(BULGE_ANGLE);

    /** Thinner slivers are not drawn. */
    private static final double SLIVER_MM = 0.1;

    /** How far behind the middle of an open target the dose is meant to reach: not as far as the middle. */
    private static final double OPEN_SIDE_REACH_MM = -6;

    /** Nearer to the middle than this, front and back fade into each other, so that the dose is smooth there. */
    private static final double MIDDLE_MM = 3;

    @Override
    public double zLow() {
        return middleZ - halfHeightMm - growthMm;
    }

    @Override
    public double zHigh() {
        return middleZ + halfHeightMm + growthMm;
    }

    @Override
    public Target grown(double mm) {
        return new WallTarget(canal, bulgeMm, middleZ, halfHeightMm, growthMm + mm, ring);
    }

    WallTarget withBulge(double mm) {
        return new WallTarget(canal, mm, middleZ, halfHeightMm, growthMm, ring);
    }

    private double largestAngle() {
        return ring ? Math.PI : OPENING_ANGLE;
    }

    @Override
    public double gapTo(Tube cord) {
        Surface inner = (u, v) -> {
            double angle = (2 * u - 1) * largestAngle();
            double z = zLow() + v * (zHigh() - zLow());
            Ellipse wall = canal.section(z);
            double ux = StrictMath.sin(angle);
            double uy = -StrictMath.cos(angle);
            double r = innerRadius(wall, ux, uy, bulgeAt(z));
            return new Point3(wall.cx() + r * ux, wall.cy() + r * uy, z);
        };
        return inner.gapTo(cord);
    }

    private double bulgeAt(double z) {
        double q = (z - middleZ - BULGE_ABOVE_MIDDLE_MM) / BULGE_LENGTH_MM;
        return bulgeMm * StrictMath.exp(-q * q / 2);
    }

    private static double innerRadius(Ellipse wall, double ux, double uy, double bulge) {
        double away = 1 - (ux * BULGE_X + uy * BULGE_Y);
        return wall.radius(ux, uy) - bulge * StrictMath.exp(-away / (BULGE_WIDTH * BULGE_WIDTH));
    }

    /** Thickness in full height, by the cosine of the angle from the front. */
    private double thickness(double cos) {
        double front = smoothStep((cos + 0.2) / 1.2);
        return SIDE_THICKNESS_MM + (FRONT_THICKNESS_MM - SIDE_THICKNESS_MM) * front + growthMm;
    }

    /** Part of the full thickness that is left near the ends of the C and at the upper and lower end. */
    private double taper(double angle, double z) {
        double q = (z - middleZ) / (halfHeightMm + growthMm);
        double q2 = q * q;
        double alongZ = Math.sqrt(Math.max(0, 1 - q2 * q2 * q2));
        if (ring) {
            return alongZ;
        }
        double p = angle / OPENING_ANGLE;
        double p2 = p * p;
        return alongZ * Math.sqrt(Math.max(0, 1 - p2 * p2 * p2));
    }

    @Override
    public List<double[]> section(double z, double pointSpacingMm) {
        if (FRONT_THICKNESS_MM * taper(0, z) < SLIVER_MM) {
            return List.of();
        }
        Ellipse wall = canal.section(z);
        double bulge = bulgeAt(z);
        double reach = Math.max(wall.a(), wall.b()) + SIDE_THICKNESS_MM;
        int innerPoints = Curves.count(2 * largestAngle() * Math.max(wall.a(), wall.b()), pointSpacingMm);
        int outerPoints = Curves.count(2 * largestAngle() * reach, pointSpacingMm);
        double[] inner = arc(innerPoints, wall, bulge, z, 0);
        double[] outer = arc(outerPoints, wall, bulge, z, 1);
        return ring ? List.of(outer, inner) : List.of(Curves.joinBackwards(outer, inner));
    }

    /** Points from one end of the opening angle to the other, {@code depth} of the way from the inner to the outer wall. */
    private double[] arc(int points, Ellipse wall, double bulge, double z, double depth) {
        double[] xy = new double[2 * points];
        for (int i = 0; i < points; i++) {
            // An open arc has points on both ends of the C for the inner wall only, where the walls meet.
            double t = ring ? (double) i / points : depth == 0 ? (double) i / (points - 1) : (i + 0.5) / points;
            double angle = (2 * t - 1) * largestAngle();
            double ux = StrictMath.sin(angle);
            double uy = -StrictMath.cos(angle);
            double r = innerRadius(wall, ux, uy, bulge) + depth * thickness(-uy) * taper(angle, z);
            xy[2 * i] = wall.cx() + r * ux;
            xy[2 * i + 1] = wall.cy() + r * uy;
        }
        return xy;
    }

    @Override
    public DoseEdge doseEdge(double z) {
        Ellipse wall = canal.section(Math.max(canal.zLow(), Math.min(canal.zHigh(), z)));
        double end = Math.abs(z - middleZ) - halfHeightMm - growthMm;
        return (x, y) -> {
            double dx = x - wall.cx();
            double dy = y - wall.cy();
            double r = Math.sqrt(dx * dx + dy * dy);
            double ux = r > 0 ? dx / r : 0;
            double uy = r > 0 ? dy / r : -1;
            double outer = wall.radius(ux, uy) + thickness(-uy);
            double back = dy / Math.sqrt(r * r + MIDDLE_MM * MIDDLE_MM);
            double closed = ring ? 1 : smoothStep((0.6 - back) / 0.5);
            return Target.combine(r - (closed * outer + (1 - closed) * OPEN_SIDE_REACH_MM), end);
        };
    }

    private static double smoothStep(double t) {
        double s = Math.max(0, Math.min(1, t));
        return s * s * (3 - 2 * s);
    }
}
