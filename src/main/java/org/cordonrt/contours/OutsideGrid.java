package org.cordonrt.contours;

import org.cordonrt.plan.Contour;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;

/** How far the points of a structure lie outside the hull of a dose grid's sample centres. */
final class OutsideGrid {
    /** Rounding of exported coordinates. */
    private static final double ROUNDING_MM = 1e-3;

    private final GridGeometry grid;
    private int outside;
    private int points;
    private double farthestMm;
    private double lowZ = Double.POSITIVE_INFINITY;
    private double highZ = Double.NEGATIVE_INFINITY;

    private OutsideGrid(GridGeometry grid) {
        this.grid = grid;
    }

    static String words(Structure structure, GridGeometry grid) {
        OutsideGrid o = new OutsideGrid(grid);
        for (Contour c : structure.contours()) {
            if (c.type().isClosed()) {
                for (int i = 0; i < c.size(); i++) {
                    o.look(c.point(i));
                }
            }
        }
        if (o.outside == 0) {
            return "all its contour points lie inside; what is outside is the half slice beyond its end planes";
        }
        return o.outside + " of " + o.points + " contour points lie up to " + Place.mm(o.farthestMm)
                + " mm outside, from z = " + Place.mm(o.lowZ) + " to " + Place.mm(o.highZ) + " mm";
    }

    private void look(Point3 p) {
        points++;
        Point3 q = p.minus(grid.origin());
        double last = grid.frameOffsetMm(grid.frames() - 1);
        double a = beyond(
                along(q, grid.columnStep()),
                0,
                (grid.columns() - 1) * grid.columnStep().norm());
        double b = beyond(
                along(q, grid.rowStep()), 0, (grid.rows() - 1) * grid.rowStep().norm());
        double c = beyond(
                q.dot(grid.frameDirection()),
                Math.min(grid.frameOffsetMm(0), last),
                Math.max(grid.frameOffsetMm(0), last));
        double far = Math.sqrt(a * a + b * b + c * c);
        if (far > ROUNDING_MM) {
            outside++;
            farthestMm = Math.max(farthestMm, far);
            lowZ = Math.min(lowZ, p.z());
            highZ = Math.max(highZ, p.z());
        }
    }

    private static double along(Point3 q, Point3 step) {
        return q.dot(step) / step.norm();
    }

    private static double beyond(double v, double low, double high) {
        return Math.max(0, Math.max(low - v, v - high));
    }
}
