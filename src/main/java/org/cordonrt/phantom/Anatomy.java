package org.cordonrt.phantom;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.cordonrt.plan.Point3;

/**
 * The smooth bodies of a case. The cord's ends lie half a plane spacing beyond its last contours, so that its slab
 * solid has the same ends.
 *
 * @param sacMarginMm from the cord to the thecal sac, across the cord
 * @param canal the bony canal: where the tumour bulges, it bulges into it
 */
record Anatomy(
        Tube cord,
        double sacMarginMm,
        Tube canal,
        Tube vertebra,
        Tube esophagus,
        Ellipse body,
        Target gtv,
        double gapMm) {
    /** Where the middle of the case lies in patient coordinates: off the origin, as in any real CT. */
    static final Point3 MIDDLE = new Point3(3.5, 42, -200);

    static final double PRV_MARGIN_MM = 2;
    static final double CTV_MARGIN_MM = 3;
    static final double PTV_MARGIN_MM = 5;

    /** Lateral and antero-posterior diameters of the cord over their mean. */
    private static final double WIDE = 1.08;

    private static final double FLAT = 0.92;

    /** The canal is wider than the gap by this much, so that the tumour has to bulge in. */
    private static final double BULGE_ROOM_MM = 1.5;

    /** The smallest room between cord and canal. */
    private static final double LEAST_CANAL_ROOM_MM = 3;

    private static final double SAC_PART_OF_GAP = 0.4;
    private static final double LEAST_SAC_MARGIN_MM = 0.4;
    private static final double MOST_SAC_MARGIN_MM = 1.2;

    private static final double VERTEBRA_A_MM = 17;
    private static final double VERTEBRA_B_MM = 14;
    private static final double ESOPHAGUS_AHEAD_MM = 54;
    private static final double ESOPHAGUS_A_MM = 8;
    private static final double ESOPHAGUS_B_MM = 5;
    private static final Ellipse BODY = new Ellipse(MIDDLE.x(), MIDDLE.y() - 60, 165, 108);

    private static final double ELLIPSOID_A_MM = 11;
    private static final double ELLIPSOID_B_MM = 10;

    /** How exactly the gap is met. */
    private static final double GAP_TOLERANCE_MM = 1e-6;

    static Anatomy of(SpineOptions o) {
        double reach = o.cordLengthMm() / 2 + o.targetHeightMm() + o.gapMm() + 40;
        Centreline line =
                new Centreline(MIDDLE.x(), MIDDLE.y(), MIDDLE.z(), reach, o.seed(), o.bends(), o.slantDegrees());
        int planesAbove = (int) Math.floor(o.cordLengthMm() / 2 / o.planeSpacingMm());
        double end = (planesAbove + 0.5) * o.planeSpacingMm();
        Tube cord =
                new Tube(line, WIDE * o.cordRadiusMm(), FLAT * o.cordRadiusMm(), MIDDLE.z() - end, MIDDLE.z() + end);
        double half = o.targetHeightMm() / 2;
        double sac = Math.max(LEAST_SAC_MARGIN_MM, Math.min(MOST_SAC_MARGIN_MM, SAC_PART_OF_GAP * o.gapMm()));
        Tube canal = cord.widened(Math.max(LEAST_CANAL_ROOM_MM, o.gapMm() + BULGE_ROOM_MM));
        Tube vertebra = new Tube(
                new Centreline(
                        MIDDLE.x(),
                        MIDDLE.y() - canal.b() - VERTEBRA_B_MM,
                        MIDDLE.z(),
                        reach,
                        o.seed(),
                        o.bends(),
                        o.slantDegrees()),
                VERTEBRA_A_MM,
                VERTEBRA_B_MM,
                MIDDLE.z() - half - 1,
                MIDDLE.z() + half + 1);
        Tube esophagus = new Tube(
                new Centreline(
                        MIDDLE.x() + 4,
                        MIDDLE.y() - ESOPHAGUS_AHEAD_MM,
                        MIDDLE.z(),
                        reach,
                        o.seed(),
                        o.bends(),
                        o.slantDegrees()),
                ESOPHAGUS_A_MM,
                ESOPHAGUS_B_MM,
                cord.zLow(),
                cord.zHigh());
        Target gtv = place(o, cord, canal);
        return new Anatomy(cord, sac, canal, vertebra, esophagus, BODY, gtv, gtv.gapTo(cord));
    }

    /** The target in the position, or with the bulge, that gives the wanted gap. */
    private static Target place(SpineOptions o, Tube cord, Tube canal) {
        double half = o.targetHeightMm() / 2;
        Point3 foot = new Point3(cord.line().x(MIDDLE.z()), cord.line().y(MIDDLE.z()), MIDDLE.z());
        return switch (o.target()) {
            case WRAPPED, RING -> {
                WallTarget wall = new WallTarget(canal, 0, MIDDLE.z(), half, 0, o.target() == TargetShape.RING);
                yield wall.withBulge(solve(h -> wall.withBulge(h).gapTo(cord) - o.gapMm(), 0, canal.b()));
            }
            case BESIDE -> {
                EllipsoidTarget e = new EllipsoidTarget(foot, 1, 0, 0, ELLIPSOID_A_MM, ELLIPSOID_B_MM, half);
                yield e.at(solve(d -> e.at(d).gapTo(cord) - o.gapMm(), e.a(), e.a() + 3 * cord.a() + 2 * o.gapMm()));
            }
            case FRONT -> {
                EllipsoidTarget e = new EllipsoidTarget(foot, 0, -1, 0, ELLIPSOID_A_MM, ELLIPSOID_B_MM, half);
                yield e.at(solve(d -> e.at(d).gapTo(cord) - o.gapMm(), e.b(), e.b() + 6 * cord.a() + 4 * o.gapMm()));
            }
            case ABOVE -> {
                double z = cord.zHigh();
                Ellipse section = new Ellipse(cord.line().x(z), cord.line().y(z), ELLIPSOID_A_MM, ELLIPSOID_B_MM);
                yield new CylinderTarget(section, z, z + o.targetHeightMm()).from(z + o.gapMm());
            }
        };
    }

    private static double solve(UnivariateFunction excess, double from, double to) {
        if (Math.signum(excess.value(from)) == Math.signum(excess.value(to))) {
            throw new IllegalArgumentException(
                    "no target of this shape has that gap to a cord of this radius and slant: change one of them");
        }
        return new BrentSolver(GAP_TOLERANCE_MM).solve(200, excess, from, to);
    }

    Target ctv() {
        return gtv.grown(CTV_MARGIN_MM);
    }

    Target ptv() {
        return gtv.grown(PTV_MARGIN_MM);
    }

    /** Heights of contour planes between two ends, ascending. */
    static List<Double> planes(double zLow, double zHigh, double spacingMm) {
        List<Double> planes = new ArrayList<>();
        for (long k = (long) Math.ceil((zLow - MIDDLE.z()) / spacingMm - 1e-9); ; k++) {
            double z = MIDDLE.z() + k * spacingMm;
            if (z > zHigh + 1e-9) {
                return planes;
            }
            planes.add(z);
        }
    }
}
