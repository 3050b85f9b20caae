package org.cordonrt.geometry;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.Point3;

/** Finds the common normal of a structure's contours. */
final class ContourPlanes {
    /** Contours this flat towards a preferred direction lie in its planes: export rounding, not a tilt. */
    private static final double SNAP_MM = 0.01;

    /** Contours less flat than this towards their common normal are not planar. */
    private static final double PLANAR_MM = 0.1;

    private static final List<Point3> PATIENT_AXES =
            List.of(new Point3(0, 0, 1), new Point3(1, 0, 0), new Point3(0, 1, 0));

    private ContourPlanes() {}

    static PlaneFrame frameOf(String structureName, List<Contour> contours, List<Point3> preferred) {
        List<Point3> candidates = new ArrayList<>(PATIENT_AXES);
        candidates.addAll(preferred);
        for (Point3 n : candidates) {
            PlaneFrame frame = PlaneFrame.ofNormal(n);
            if (contours.stream().allMatch(c -> flatness(c, frame.w()) <= SNAP_MM)) {
                return frame;
            }
        }
        Point3 normal = commonNormal(contours);
        if (normal.norm() == 0) {
            return PlaneFrame.AXIAL;
        }
        PlaneFrame frame = PlaneFrame.ofNormal(normal);
        for (int i = 0; i < contours.size(); i++) {
            double off = flatness(contours.get(i), frame.w());
            if (off > PLANAR_MM) {
                throw new CordonException(
                        IssueCode.CONTOUR_GEOMETRY,
                        "structure '" + structureName + "': closed contour " + (i + 1)
                                + " is not flat or not parallel to"
                                + " the others (off by " + Math.round(off * 100) / 100.0
                                + " mm); draw the structure on parallel planes");
            }
        }
        return frame;
    }

    /** Half the extent of a contour along a direction, mm. */
    private static double flatness(Contour c, Point3 n) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < c.size(); i++) {
            double h = c.x(i) * n.x() + c.y(i) * n.y() + c.z(i) * n.z();
            min = Math.min(min, h);
            max = Math.max(max, h);
        }
        return (max - min) / 2;
    }

    /** Sum of the area vectors, each turned to agree with the sum so far: big contours weigh most. */
    private static Point3 commonNormal(List<Contour> contours) {
        Point3 sum = new Point3(0, 0, 0);
        for (Contour c : contours) {
            Point3 a = areaVector(c);
            sum = sum.dot(a) < 0 ? sum.minus(a) : sum.plus(a);
        }
        double norm = sum.norm();
        if (norm == 0) {
            return sum;
        }
        // The same planes give the same frame, whichever way the contours run.
        double lead = Math.abs(sum.z()) > 1e-9 * norm ? sum.z() : Math.abs(sum.y()) > 1e-9 * norm ? sum.y() : sum.x();
        return sum.times(lead < 0 ? -1 / norm : 1 / norm);
    }

    /** Newell's area vector, relative to the first vertex to keep digits. */
    private static Point3 areaVector(Contour c) {
        Point3 sum = new Point3(0, 0, 0);
        Point3 o = c.point(0);
        for (int i = 1; i + 1 < c.size(); i++) {
            sum = sum.plus(c.point(i).minus(o).cross(c.point(i + 1).minus(o)));
        }
        return sum.times(0.5);
    }
}
