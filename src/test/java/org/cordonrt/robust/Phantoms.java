package org.cordonrt.robust;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.cordonrt.constraint.Comparison;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;

/** A cord and doses with a known answer. */
final class Phantoms {
    static final double SPACING = 2;

    private Phantoms() {}

    /** A cylinder of 5 mm radius and 30 mm length around the origin. */
    static SlabSolid cord() {
        return tube(5, 15);
    }

    static SlabSolid tube(double radius, double halfLength) {
        return SlabSolid.of(drawnTube(radius, halfLength), SolidOptions.defaults());
    }

    static Structure drawnTube(double radius, double halfLength) {
        List<Contour> contours = new ArrayList<>();
        for (double z = -halfLength + 1; z < halfLength; z += 2) {
            double[] xyz = new double[3 * 32];
            for (int i = 0; i < 32; i++) {
                double a = 2 * Math.PI * i / 32;
                xyz[3 * i] = radius * Math.cos(a);
                xyz[3 * i + 1] = radius * Math.sin(a);
                xyz[3 * i + 2] = z;
            }
            contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz));
        }
        return Structure.of(1, "SpinalCord", contours);
    }

    /** Rings of other radii and centres from plane to plane, so that the faces between slabs count. */
    static SlabSolid vase(SplittableRandom random) {
        List<Contour> contours = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            double radius = 2 + 3 * random.nextDouble();
            double x = random.nextDouble();
            double[] xyz = new double[3 * 20];
            for (int i = 0; i < 20; i++) {
                double a = 2 * Math.PI * i / 20;
                xyz[3 * i] = x + radius * Math.cos(a);
                xyz[3 * i + 1] = radius * Math.sin(a);
                xyz[3 * i + 2] = 2 * k - 5;
            }
            contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz));
        }
        return SlabSolid.of(Structure.of(1, "Cord", contours), SolidOptions.defaults());
    }

    /** A grid of 2 mm that reaches {@code reachMm} from the origin along every axis. */
    static DoseGrid dose(double reachMm, ToDoubleFunction<Point3> gy) {
        int n = (int) (2 * reachMm / SPACING) + 1;
        double[] offsets = new double[n];
        for (int k = 0; k < n; k++) {
            offsets[k] = k * SPACING;
        }
        GridGeometry g = new GridGeometry(
                n,
                n,
                new Point3(-reachMm, -reachMm, -reachMm),
                new Point3(SPACING, 0, 0),
                new Point3(0, SPACING, 0),
                new Point3(0, 0, 1),
                offsets);
        double[] d = new double[g.sampleCount()];
        int i = 0;
        for (int k = 0; k < n; k++) {
            for (int r = 0; r < n; r++) {
                for (int c = 0; c < n; c++) {
                    d[i++] = gy.applyAsDouble(g.centre(c, r, k));
                }
            }
        }
        return DoseGrid.of(g, d);
    }

    static MovedLimit nearMaximum(SlabSolid solid, double cc, double limitGy) {
        return new MovedLimit(solid, MovedLimit.Kind.NEAR_MAX, 1000 * cc, limitGy, Comparison.AT_MOST);
    }

    static MovedLimit maximum(SlabSolid solid, double limitGy) {
        return new MovedLimit(solid, MovedLimit.Kind.MAX, 0, limitGy, Comparison.AT_MOST);
    }

    static LimitSearch.Answer answer(MovedLimit limit, DoseGrid dose, RobustOptions options) {
        return new LimitSearch(limit, dose, MovingStructure.of(limit.solid(), 0.75), new Point3(0, 0, 0), options)
                .run(LimitSearch.Question.values());
    }

    static RobustOptions options() {
        return RobustOptions.defaults().withSearchRadiusMm(4).withThreads(1);
    }
}
