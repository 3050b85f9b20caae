package org.cordonrt.contours;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.geometry.Slab;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;

/**
 * Planes that lie on one another or at uneven distances. Planes that are missing are found where the solid is built,
 * which has to bridge them.
 */
final class PlaneSpacing {
    /** Planes closer than this part of the usual distance are one plane drawn twice. */
    private static final double DOUBLED = 0.2;

    /** Distances within this part of the usual one are even: CT positions are rounded, tables are not perfect. */
    private static final double EVEN = 0.1;

    /** Above this the solid's own check speaks of missing planes. */
    private static final double GAP = 1.5;

    private PlaneSpacing() {}

    static List<Issue> of(Drawn d) {
        List<Slab> slabs = d.solid().slabs();
        double usual = d.solid().spacingMm();
        List<Issue> issues = new ArrayList<>();
        int doubled = 0;
        int uneven = 0;
        int firstUneven = -1;
        for (int i = 1; i < slabs.size(); i++) {
            double step = slabs.get(i).planeMm() - slabs.get(i - 1).planeMm();
            if (step < DOUBLED * usual) {
                if (doubled++ == 0) {
                    issues.add(Issue.of(
                            IssueCode.CONTOUR_PLANES,
                            d.words() + ": two contour planes only " + Place.fine(step) + " mm apart at "
                                    + Place.at(d.solid().frame(), slabs.get(i).planeMm())
                                    + " (usual spacing " + Place.fine(usual)
                                    + " mm); one plane may be drawn twice: keep the right one"));
                }
            } else if (Math.abs(step / usual - 1) > EVEN && step <= GAP * usual) {
                firstUneven = firstUneven < 0 ? i : firstUneven;
                uneven++;
            }
        }
        // Beside a doubled plane the distances are uneven for that reason.
        if (uneven > 2 * doubled) {
            Slab below = slabs.get(firstUneven - 1);
            Slab above = slabs.get(firstUneven);
            issues.add(Issue.of(
                    IssueCode.CONTOUR_PLANES,
                    d.words() + ": " + uneven + " of " + (slabs.size() - 1)
                            + " distances between contour planes differ from the usual " + Place.fine(usual)
                            + " mm, first " + Place.fine(above.planeMm() - below.planeMm()) + " mm "
                            + Place.between(d.solid().frame(), below.planeMm(), above.planeMm())
                            + "; check that no plane was moved or left out"));
        }
        return issues;
    }
}
