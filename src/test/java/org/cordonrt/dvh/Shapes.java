package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;

/** Test solids and doses. */
final class Shapes {
    static final Point3 X = new Point3(1, 0, 0);
    static final Point3 Y = new Point3(0, 1, 0);
    static final Point3 Z = new Point3(0, 0, 1);

    private Shapes() {}

    /** Discs of {@code radius(z)} on the planes from {@code firstZ} on, each moved by {@code place}. */
    static Structure stack(
            int planes,
            double firstZ,
            double spacing,
            int points,
            DoubleUnaryOperator radius,
            UnaryOperator<Point3> place) {
        List<Contour> contours = new ArrayList<>();
        for (int k = 0; k < planes; k++) {
            double z = firstZ + k * spacing;
            double r = radius.applyAsDouble(z);
            double[] xyz = new double[3 * points];
            for (int i = 0; i < points; i++) {
                double a = 2 * Math.PI * i / points;
                Point3 p = place.apply(new Point3(r * Math.cos(a), r * Math.sin(a), z));
                xyz[3 * i] = p.x();
                xyz[3 * i + 1] = p.y();
                xyz[3 * i + 2] = p.z();
            }
            contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz));
        }
        return Structure.of(1, "Test", contours);
    }

    static Structure polygon(double[] xy, double... zs) {
        List<Contour> contours = new ArrayList<>();
        for (double z : zs) {
            double[] xyz = new double[xy.length / 2 * 3];
            for (int i = 0; i < xy.length / 2; i++) {
                xyz[3 * i] = xy[2 * i];
                xyz[3 * i + 1] = xy[2 * i + 1];
                xyz[3 * i + 2] = z;
            }
            contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, xyz));
        }
        return Structure.of(1, "Test", contours);
    }

    /** A cuboid, drawn on two planes and half their distance beyond. */
    static SlabSolid cuboid(double x0, double x1, double y0, double y1, double z0, double z1) {
        double quarter = (z1 - z0) / 4;
        return SlabSolid.of(
                polygon(new double[] {x0, y0, x1, y0, x1, y1, x0, y1}, z0 + quarter, z1 - quarter),
                SolidOptions.defaults());
    }

    /** A grid centred on a point, with the given directions and spacings, that samples a dose. */
    static DoseGrid grid(
            int columns,
            int rows,
            int frames,
            Point3 centre,
            Point3 column,
            Point3 row,
            Point3 frame,
            double spacing,
            double frameSpacing,
            ToDoubleFunction<Point3> doseGy) {
        double[] offsets = new double[frames];
        for (int k = 0; k < frames; k++) {
            offsets[k] = k * frameSpacing;
        }
        Point3 origin = centre.minus(column.times(spacing * (columns - 1) / 2))
                .minus(row.times(spacing * (rows - 1) / 2))
                .minus(frame.times(frameSpacing * (frames - 1) / 2));
        return sample(
                new GridGeometry(columns, rows, origin, column.times(spacing), row.times(spacing), frame, offsets),
                doseGy);
    }

    static DoseGrid sample(GridGeometry g, ToDoubleFunction<Point3> doseGy) {
        double[] d = new double[g.sampleCount()];
        int n = 0;
        for (int k = 0; k < g.frames(); k++) {
            for (int j = 0; j < g.rows(); j++) {
                for (int i = 0; i < g.columns(); i++) {
                    d[n++] = doseGy.applyAsDouble(g.centre(i, j, k));
                }
            }
        }
        return DoseGrid.of(g, d);
    }

    /** Area of the disc of radius r on the side of x at least s. */
    static double segment(double s, double r) {
        if (s >= r) {
            return 0;
        }
        if (s <= -r) {
            return Math.PI * r * r;
        }
        return r * r * Math.acos(s / r) - s * Math.sqrt(r * r - s * s);
    }
}
