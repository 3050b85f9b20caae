package org.cordonrt.contours;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;

/**
 * Whether the cord is drawn beyond the targets. Dose falls off within millimetres, so a cord that ends beside its target
 * hides its hottest part. The length comes from the partial cord of Ryu's criterion, 5 to 6 mm above and below.
 */
final class CordReach {
    private CordReach() {}

    static List<Issue> of(Drawn cord, List<Drawn> all, double beyondMm) {
        PlaneFrame frame = cord.solid().frame();
        Extent drawn = Extent.of(cord.solid(), frame);
        Drawn above = null;
        Drawn below = null;
        double leastAbove = beyondMm;
        double leastBelow = beyondMm;
        for (Drawn t : all) {
            if (t.part() != Drawn.Part.TARGET) {
                continue;
            }
            Extent target = Extent.of(t.solid(), frame);
            if (drawn.highMm() - target.highMm() < leastAbove) {
                leastAbove = drawn.highMm() - target.highMm();
                above = t;
            }
            double beyondBelow = target.lowMm() - drawn.lowMm();
            if (beyondBelow < leastBelow
                    && !(Place.isAxial(frame) && caudaGoesOn(drawn.lowMm(), target.lowMm(), beyondMm, all))) {
                leastBelow = beyondBelow;
                below = t;
            }
        }
        List<Issue> issues = new ArrayList<>();
        if (above != null) {
            issues.add(issue(cord, above, leastAbove, drawn.highMm(), beyondMm, true));
        }
        if (below != null) {
            issues.add(issue(cord, below, leastBelow, drawn.lowMm(), beyondMm, false));
        }
        return issues;
    }

    /** Below its end the cord goes on as the cauda equina, where that is drawn beside the target. */
    private static boolean caudaGoesOn(double cordLowMm, double targetLowMm, double withinMm, List<Drawn> all) {
        return all.stream()
                .filter(d -> d.part() == Drawn.Part.CAUDA)
                .map(d -> Extent.of(d.solid(), PlaneFrame.AXIAL))
                .anyMatch(e -> e.highMm() >= cordLowMm - withinMm && e.lowMm() <= targetLowMm);
    }

    private static Issue issue(
            Drawn cord, Drawn target, double beyondMm, double endMm, double neededMm, boolean upwards) {
        PlaneFrame frame = cord.solid().frame();
        String side = Place.isAxial(frame)
                ? upwards ? "above" : "below"
                : upwards ? "beyond the far end of" : "beyond the near end of";
        String how = beyondMm >= 0
                ? "is drawn only " + Place.mm(beyondMm) + " mm " + side + " '"
                        + target.structure().name() + "'"
                : "ends " + Place.mm(-beyondMm) + " mm short of the " + (upwards ? "upper" : "lower") + " end of '"
                        + target.structure().name() + "'";
        return Issue.of(
                IssueCode.CORD_TOO_SHORT,
                cord.words() + " " + how + (upwards ? " (up to " : " (down to ") + Place.at(frame, endMm)
                        + "; at least " + Place.mm(neededMm)
                        + " mm are needed); dose to cord that is not drawn is not seen");
    }
}
