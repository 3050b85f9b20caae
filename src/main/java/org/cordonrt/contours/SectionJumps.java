package org.cordonrt.contours;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.geometry.Section;
import org.cordonrt.geometry.Slab;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;

/**
 * Cross-sections along the spine that change more from one plane to the next than anatomy does: the contour of another
 * structure, a slip of the brush, a plane that was shifted. The bounds are wide on purpose and come from no publication.
 */
final class SectionJumps {
    private static final double MOST_RATIO = 1.6;
    private static final double LEAST_CHANGE_MM2 = 20;

    /** A centre may move by so much from plane to plane, and by so much per mm between them (a slant of 56 degrees). */
    private static final double MOVE_MM = 1.5;

    private static final double MOVE_PER_MM = 1.5;

    /** So near its ends a body may taper: the tip of the cord, the rounded end of a margin. */
    private static final double TAPER_MM = 6;

    /** Planes further apart than this many usual spacings are not neighbours. */
    private static final double GAP = 1.5;

    private SectionJumps() {}

    static List<Issue> of(Drawn d) {
        List<Slab> slabs = d.solid().slabs();
        List<Section> sections = slabs.stream().map(s -> Section.of(s.region())).toList();
        int sizeJumps = 0;
        int moves = 0;
        int worstSize = -1;
        int worstMove = -1;
        for (int i = 1; i < slabs.size(); i++) {
            if (slabs.get(i).planeMm() - slabs.get(i - 1).planeMm()
                    > GAP * d.solid().spacingMm()) {
                continue;
            }
            if (jumps(slabs, sections, i)) {
                sizeJumps++;
                worstSize = worstSize < 0 || ratio(sections, i) > ratio(sections, worstSize) ? i : worstSize;
            }
            if (move(sections, i)
                    > MOVE_MM
                            + MOVE_PER_MM
                                    * (slabs.get(i).planeMm() - slabs.get(i - 1).planeMm())) {
                moves++;
                worstMove = worstMove < 0 || move(sections, i) > move(sections, worstMove) ? i : worstMove;
            }
        }
        List<Issue> issues = new ArrayList<>();
        if (worstSize > 0) {
            issues.add(issue(
                    d,
                    worstSize,
                    sizeJumps,
                    "changes from " + Place.mm(sections.get(worstSize - 1).areaMm2()) + " to "
                            + Place.mm(sections.get(worstSize).areaMm2()) + " mm2"));
        }
        if (worstMove > 0) {
            issues.add(issue(d, worstMove, moves, "moves sideways by " + Place.mm(move(sections, worstMove)) + " mm"));
        }
        return issues;
    }

    private static Issue issue(Drawn d, int i, int count, String what) {
        List<Slab> slabs = d.solid().slabs();
        return Issue.of(
                IssueCode.CONTOUR_JUMP,
                d.words() + ": the cross-section " + what + " "
                        + Place.between(
                                d.solid().frame(),
                                slabs.get(i - 1).planeMm(),
                                slabs.get(i).planeMm())
                        + (count > 1 ? ", the largest of " + count + " such jumps" : "")
                        + "; check the contours there");
    }

    private static boolean jumps(List<Slab> slabs, List<Section> sections, int i) {
        double before = sections.get(i - 1).areaMm2();
        double after = sections.get(i).areaMm2();
        if (ratio(sections, i) <= MOST_RATIO || Math.abs(after - before) < LEAST_CHANGE_MM2) {
            return false;
        }
        boolean tapersUp = after < before
                && slabs.get(slabs.size() - 1).highMm() - slabs.get(i).lowMm() <= TAPER_MM;
        boolean tapersDown =
                before < after && slabs.get(i - 1).highMm() - slabs.get(0).lowMm() <= TAPER_MM;
        return !tapersUp && !tapersDown;
    }

    private static double ratio(List<Section> sections, int i) {
        double before = sections.get(i - 1).areaMm2();
        double after = sections.get(i).areaMm2();
        return Math.max(before, after) / Math.min(before, after);
    }

    private static double move(List<Section> sections, int i) {
        return Math.hypot(
                sections.get(i).x() - sections.get(i - 1).x(),
                sections.get(i).y() - sections.get(i - 1).y());
    }
}
