package org.cordonrt.margin;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;

/** Contours and solids of simple shapes for the tests of this package. */
final class Shapes {
    static final UnaryOperator<Point3> IN_PLACE = p -> p;

    private final List<Contour> contours = new ArrayList<>();
    private final UnaryOperator<Point3> motion;

    private Shapes(UnaryOperator<Point3> motion) {
        this.motion = motion;
    }

    static Shapes moved(UnaryOperator<Point3> motion) {
        return new Shapes(motion);
    }

    static Shapes axial() {
        return moved(IN_PLACE);
    }

    /** The same polygons on every plane. */
    static SlabSolid prism(double[] planes, double[]... polygons) {
        return axial().add(planes, polygons).solid();
    }

    Shapes add(double[] planes, double[]... polygons) {
        for (double z : planes) {
            for (double[] xy : polygons) {
                double[] xyz = new double[xy.length / 2 * 3];
                for (int i = 0; i < xy.length / 2; i++) {
                    Point3 p = motion.apply(new Point3(xy[2 * i], xy[2 * i + 1], z));
                    xyz[3 * i] = p.x();
                    xyz[3 * i + 1] = p.y();
                    xyz[3 * i + 2] = p.z();
                }
                contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz));
            }
        }
        return this;
    }

    SlabSolid solid(Point3... preferredNormals) {
        return SlabSolid.of(
                Structure.of(1, "Test", contours),
                SolidOptions.defaults().withPreferredNormals(List.of(preferredNormals)));
    }

    static double[] planes(double first, double step, int count) {
        double[] z = new double[count];
        for (int i = 0; i < count; i++) {
            z[i] = first + i * step;
        }
        return z;
    }

    static double[] rectangle(double x0, double y0, double x1, double y1) {
        return new double[] {x0, y0, x1, y0, x1, y1, x0, y1};
    }

    /** A regular polygon with its first vertex straight along x. */
    static double[] disc(double x, double y, double radius, int points) {
        double[] xy = new double[2 * points];
        for (int i = 0; i < points; i++) {
            double a = 2 * Math.PI * i / points;
            xy[2 * i] = x + radius * Math.cos(a);
            xy[2 * i + 1] = y + radius * Math.sin(a);
        }
        return xy;
    }

    /** A rotation about any axis followed by a shift. */
    static UnaryOperator<Point3> rigidMotion(SplittableRandom random) {
        PlaneFrame f = PlaneFrame.ofNormal(
                new Point3(random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(0.1, 1)));
        double turn = random.nextDouble(2 * Math.PI);
        Point3 shift =
                new Point3(random.nextDouble(-200, 200), random.nextDouble(-200, 200), random.nextDouble(-200, 200));
        return p -> f.point(
                        p.x() * Math.cos(turn) - p.y() * Math.sin(turn),
                        p.x() * Math.sin(turn) + p.y() * Math.cos(turn),
                        p.z())
                .plus(shift);
    }
}
