package org.cordonrt.contours;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.issue.Issue;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Structure;

/**
 * Findings about contours that a person should look at before trusting numbers that rest on them. Stateless: may be
 * called from any number of threads.
 */
public final class ContourChecks {
    /** The shortest cord beyond a target, mm: what Ryu's partial-cord criterion needs (isrsy.org, spine radiosurgery). */
    public static final double CORD_BEYOND_TARGET_MM = 6;

    private ContourChecks() {}

    /**
     * Looks at structures, each by itself and the cord against the targets.
     *
     * @param drawn what to look at; any number of cords
     * @param beyondTargetMm how far a cord must reach beyond every target, mm
     * @return findings in the order of the structures; empty when nothing is odd
     */
    public static List<Issue> of(List<Drawn> drawn, double beyondTargetMm) {
        List<Issue> issues = new ArrayList<>();
        for (Drawn d : drawn) {
            issues.addAll(PlaneSpacing.of(d));
            issues.addAll(Crossings.of(d));
            if (d.part().isTube()) {
                issues.addAll(SectionJumps.of(d));
                issues.addAll(Islands.of(d));
            }
            if (d.part() == Drawn.Part.CORD) {
                issues.addAll(Sizes.ofCord(d));
                issues.addAll(CordReach.of(d, drawn, beyondTargetMm));
            }
            if (d.part() == Drawn.Part.TARGET) {
                issues.addAll(Sizes.ofTarget(d));
            }
        }
        return issues;
    }

    /** Where a structure leaves a dose grid, in words for a message about one that does. */
    public static String outsideGrid(Structure structure, GridGeometry grid) {
        return OutsideGrid.words(structure, grid);
    }
}
