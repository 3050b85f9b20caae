package org.cordonrt.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;

/** Dose grids from formulas and solids of boxes. */
final class Grids {
    private Grids() {}

    /** 21 x 21 x 21 samples 2 mm apart around the origin. */
    static DoseGrid cube(ToDoubleFunction<Point3> gy) {
        double[] offsets = new double[21];
        for (int k = 0; k < 21; k++) {
            offsets[k] = 2 * k;
        }
        return sampled(
                new GridGeometry(
                        21,
                        21,
                        new Point3(-20, -20, -20),
                        new Point3(2, 0, 0),
                        new Point3(0, 2, 0),
                        new Point3(0, 0, 1),
                        offsets),
                gy);
    }

    static DoseGrid sampled(GridGeometry g, ToDoubleFunction<Point3> gy) {
        double[] dose = new double[g.sampleCount()];
        int at = 0;
        for (int k = 0; k < g.frames(); k++) {
            for (int j = 0; j < g.rows(); j++) {
                for (int i = 0; i < g.columns(); i++) {
                    dose[at++] = gy.applyAsDouble(g.centre(i, j, k));
                }
            }
        }
        return DoseGrid.of(g, dose);
    }

    /** A box around a point, its planes 1 mm apart. */
    static SlabSolid box(Point3 centre, double halfX, double halfY, int halfZ) {
        List<Contour> contours = new ArrayList<>();
        for (int k = 0; k < 2 * halfZ; k++) {
            double z = centre.z() - halfZ + k + 0.5;
            contours.add(Contour.of(ContourGeometricType.CLOSED_PLANAR, new double[] {
                centre.x() - halfX,
                centre.y() - halfY,
                z,
                centre.x() + halfX,
                centre.y() - halfY,
                z,
                centre.x() + halfX,
                centre.y() + halfY,
                z,
                centre.x() - halfX,
                centre.y() + halfY,
                z
            }));
        }
        return SlabSolid.of(Structure.of(1, "Box", contours), SolidOptions.defaults());
    }
}
