package org.cordonrt.contours;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;

/**
 * Sizes that no cord and no target of spine radiosurgery has. The bounds are wide on purpose, chosen by Cordon and not
 * taken from a publication: they are to find a mistaken structure, not an unusual patient.
 */
final class Sizes {
    /** Mean cross-section of a cord, mm2: a third of the smallest usual, and what only the bony canal reaches. */
    private static final double LEAST_CORD_MM2 = 15;

    private static final double MOST_CORD_MM2 = 200;
    private static final double LEAST_CORD_LENGTH_MM = 25;
    private static final double MOST_CORD_LENGTH_MM = 600;
    private static final double LEAST_TARGET_CC = 0.05;
    private static final double MOST_TARGET_CC = 2000;
    private static final double MM3_PER_CC = 1000;

    private Sizes() {}

    static List<Issue> ofCord(Drawn cord) {
        List<Issue> issues = new ArrayList<>();
        double length = Extent.of(cord.solid(), cord.solid().frame()).lengthMm();
        if (length < LEAST_CORD_LENGTH_MM || length > MOST_CORD_LENGTH_MM) {
            issues.add(implausible(
                    cord,
                    "it is " + Place.mm(length) + " mm long, where a cord around a target is "
                            + Place.mm(LEAST_CORD_LENGTH_MM) + " to " + Place.mm(MOST_CORD_LENGTH_MM) + " mm"));
        }
        double thickness =
                cord.solid().slabs().stream().mapToDouble(s -> s.thicknessMm()).sum();
        double mean = thickness > 0 ? cord.solid().volumeCc() * MM3_PER_CC / thickness : 0;
        if (thickness > 0 && mean < LEAST_CORD_MM2) {
            issues.add(
                    implausible(cord, "its mean cross-section is " + Place.mm(mean) + " mm2, thinner than any cord"));
        } else if (mean > MOST_CORD_MM2) {
            issues.add(implausible(
                    cord,
                    "its mean cross-section is " + Place.mm(mean)
                            + " mm2, more than a cord's; it may be the spinal canal"));
        }
        return issues;
    }

    static List<Issue> ofTarget(Drawn target) {
        double cc = target.solid().volumeCc();
        if (cc >= LEAST_TARGET_CC && cc <= MOST_TARGET_CC) {
            return List.of();
        }
        return List.of(
                implausible(target, "its volume is " + Place.fine(cc) + " cc, which is no target of a spine plan"));
    }

    private static Issue implausible(Drawn d, String what) {
        return Issue.of(IssueCode.IMPLAUSIBLE_SIZE, d.words() + ": " + what + "; check that it is what its name says");
    }
}
