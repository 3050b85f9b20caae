package org.cordonrt.phantom.analytic;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;

/** Sections as contours of a structure. */
final class Drawing {
    private Drawing() {}

    /** On axial planes. */
    static Structure axial(int roiNumber, String name, List<Section> sections) {
        return draw(
                roiNumber,
                name,
                sections,
                new Frame(new Point3(0, 0, 0), new Point3(1, 0, 0), new Point3(0, 1, 0), new Point3(0, 0, 1)));
    }

    /**
     * Where planes lie: x and y of a section count along u and v from the origin, its height along w.
     *
     * @param u unit vector
     * @param v unit vector
     * @param w unit vector
     */
    record Frame(Point3 origin, Point3 u, Point3 v, Point3 w) {
        Point3 place(double x, double y, double z) {
            return origin.plus(u.times(x)).plus(v.times(y)).plus(w.times(z));
        }
    }

    static Structure draw(int roiNumber, String name, List<Section> sections, Frame frame) {
        List<Contour> contours = new ArrayList<>();
        for (Section s : sections) {
            for (double[] xy : s.drawn()) {
                double[] xyz = new double[xy.length / 2 * 3];
                for (int i = 0; i < xy.length / 2; i++) {
                    Point3 p = frame.place(xy[2 * i], xy[2 * i + 1], s.heightMm());
                    xyz[3 * i] = Outlines.round(p.x());
                    xyz[3 * i + 1] = Outlines.round(p.y());
                    xyz[3 * i + 2] = Outlines.round(p.z());
                }
                contours.add(Contour.of(s.type(), xyz));
            }
        }
        return new Structure(roiNumber, name, "CONTROL", null, contours);
    }
}
