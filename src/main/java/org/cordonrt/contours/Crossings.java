package org.cordonrt.contours;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.geometry.Rings;
import org.cordonrt.geometry.Slab;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.Contour;

/**
 * Contours that cross themselves or each other, so that what is inside is a matter of the rule: by the even-odd rule
 * the area that is enclosed twice is outside. Keyholes, contours that touch, and contours one inside another leave
 * nothing in doubt.
 */
final class Crossings {
    /** Contours this close along the normal lie on one plane, with room for rounding. */
    private static final double SAME_PLANE_MM = 0.006;

    private static final double LEAST_DOUBT_MM2 = 0.05;
    private static final double LEAST_DOUBT = 1e-3;

    /** Beyond this, contours are not compared pair by pair any more: the number itself is the finding. */
    private static final int MOST_CONTOURS = 64;

    private Crossings() {}

    static List<Issue> of(Drawn d) {
        PlaneFrame frame = d.solid().frame();
        int planes = 0;
        double worst = 0;
        Slab where = null;
        List<Issue> issues = new ArrayList<>();
        for (Slab s : d.solid().slabs()) {
            if (!s.region().hasCrossings()) {
                continue;
            }
            List<double[]> polygons = polygons(d, frame, s.planeMm());
            if (polygons.size() > MOST_CONTOURS) {
                issues.add(Issue.of(
                        IssueCode.CONTOUR_CROSSING,
                        d.words() + ": " + polygons.size() + " contours touch or cross at "
                                + Place.at(frame, s.planeMm()) + "; draw this plane again"));
                continue;
            }
            double doubt = doubtMm2(polygons);
            if (doubt > 0) {
                planes++;
                if (doubt > worst) {
                    worst = doubt;
                    where = s;
                }
            }
        }
        if (where != null) {
            issues.add(Issue.of(
                    IssueCode.CONTOUR_CROSSING,
                    d.words() + ": contours cross themselves or each other on " + planes
                            + (planes == 1 ? " plane" : " planes") + ", most at " + Place.at(frame, where.planeMm())
                            + ", where " + Place.fine(worst)
                            + " mm2 are enclosed twice and count as outside; draw them again"));
        }
        return issues;
    }

    private static List<double[]> polygons(Drawn d, PlaneFrame frame, double planeMm) {
        List<double[]> polygons = new ArrayList<>();
        for (Contour c : d.structure().contours()) {
            if (!c.type().isClosed() || c.size() < 3 || Math.abs(c.point(0).dot(frame.w()) - planeMm) > SAME_PLANE_MM) {
                continue;
            }
            double[] xy = new double[2 * c.size()];
            for (int i = 0; i < c.size(); i++) {
                xy[2 * i] = c.point(i).dot(frame.u());
                xy[2 * i + 1] = c.point(i).dot(frame.v());
            }
            polygons.add(xy);
        }
        return polygons;
    }

    /** Area that contours enclose twice without one lying inside the other, mm2; 0 when negligible. */
    private static double doubtMm2(List<double[]> polygons) {
        double doubt = 0;
        List<PlaneRegion> regions = new ArrayList<>();
        for (double[] p : polygons) {
            PlaneRegion region = PlaneRegion.evenOdd(List.of(p));
            // A figure of eight has loops of opposite sense, a loop run twice counts twice: both part from even-odd.
            double own = Math.abs(region.areaMm2() - Math.abs(Rings.area(p))) / 2;
            doubt += significant(own, region.areaMm2());
            for (PlaneRegion other : regions) {
                double shared = region.overlapAreaMm2(other);
                double smaller = Math.min(region.areaMm2(), other.areaMm2());
                if (smaller - shared > LEAST_DOUBT * smaller) {
                    doubt += significant(shared, smaller);
                }
            }
            regions.add(region);
        }
        return doubt;
    }

    private static double significant(double doubtMm2, double ofMm2) {
        return doubtMm2 > Math.max(LEAST_DOUBT_MM2, LEAST_DOUBT * ofMm2) ? doubtMm2 : 0;
    }
}
