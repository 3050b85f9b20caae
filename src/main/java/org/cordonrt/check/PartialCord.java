package org.cordonrt.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.constraint.StructureSelection;
import org.cordonrt.contours.Extent;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.Structure;

/**
 * The part of the cord beside a target, which D10% limits are published for (Ryu's criterion: 6 mm above to 6 mm below
 * the target), cut out of the cord's solid where nobody has contoured it.
 *
 * @param match the part, named as derived
 * @param solid the cord between the two heights
 * @param finding how it was made
 */
record PartialCord(StructureMatch match, SlabSolid solid, Issue finding) {
    /** Short enough for every table, so that the first word is always seen. */
    private static final String NAME = "Derived partial cord";

    /** Heights along the cord's normal, and the targets they come from. */
    private record Level(Extent extent, List<String> targets) {}

    /**
     * One part for each treated level; targets whose parts of the cord meet are one level. A longer part makes a limit
     * in percent easier to meet, so levels that lie apart are tested one by one.
     *
     * @return empty when a partial cord is contoured, or there is no cord or no target beside it
     */
    static List<PartialCord> of(StructureSelection selection, CaseModel model, double beyondMm) {
        Optional<SlabSolid> cord = selection.cord().flatMap(c -> model.solid(c.structure()));
        // A structure that stands in is tested beside the part, not in its place: it may be longer.
        boolean isContoured =
                selection.drawn(StructureKind.PARTIAL_CORD).stream().anyMatch(m -> !m.isSubstitute());
        return cord.isEmpty() || isContoured
                ? List.of()
                : beside(selection.cord().orElseThrow(), cord.get(), selection.targets(), model, beyondMm);
    }

    /** The parts of a cord, whether or not one is contoured. */
    static List<PartialCord> beside(
            StructureMatch cordMatch, SlabSolid cord, List<StructureMatch> targets, CaseModel model, double beyondMm) {
        String cordName = cordMatch.structure().name();
        List<PartialCord> parts = new ArrayList<>();
        List<Level> levels = levels(targets, model, cord, beyondMm);
        for (Level level : levels) {
            cord.between(level.extent.lowMm(), level.extent.highMm()).ifPresent(part -> {
                int number = parts.size() + 1;
                String name = levels.size() == 1 ? NAME : NAME + " " + number;
                boolean axial = cord.frame().equals(PlaneFrame.AXIAL);
                String rule = "'" + cordName + "' from " + (axial ? "z = " : "")
                        + tenths(part.slabs().get(0).lowMm()) + " to "
                        + tenths(part.slabs().get(part.slabs().size() - 1).highMm()) + " mm"
                        + (axial ? "" : " along the slice normal") + ", " + tenths(beyondMm) + " mm beyond "
                        + String.join(", ", level.targets);
                StructureMatch match = StructureMatch.derived(
                        Structure.of(-number, name, List.of()), StructureKind.PARTIAL_CORD, rule);
                parts.add(new PartialCord(
                        match,
                        part,
                        Issue.of(
                                IssueCode.PARTIAL_CORD_DERIVED,
                                "no partial cord is contoured; '" + name + "' is " + rule)));
            });
        }
        return parts;
    }

    private static List<Level> levels(List<StructureMatch> targets, CaseModel model, SlabSolid cord, double beyondMm) {
        List<Level> single = new ArrayList<>();
        for (StructureMatch t : targets) {
            model.solid(t.structure()).ifPresent(solid -> {
                Extent e = Extent.of(solid, cord.frame());
                single.add(new Level(
                        new Extent(e.lowMm() - beyondMm, e.highMm() + beyondMm),
                        List.of("'" + t.structure().name() + "'")));
            });
        }
        single.sort(Comparator.comparingDouble(l -> l.extent.lowMm()));
        List<Level> levels = new ArrayList<>();
        for (Level next : single) {
            Level last = levels.isEmpty() ? null : levels.get(levels.size() - 1);
            if (last == null || next.extent.lowMm() >= last.extent.highMm()) {
                levels.add(next);
            } else {
                levels.set(levels.size() - 1, joined(last, next));
            }
        }
        return levels;
    }

    /** Names only the targets that set the ends: a GTV within its PTV says nothing. */
    private static Level joined(Level a, Level b) {
        Extent both = new Extent(
                Math.min(a.extent.lowMm(), b.extent.lowMm()), Math.max(a.extent.highMm(), b.extent.highMm()));
        if (both.equals(a.extent) && !both.equals(b.extent)) {
            return a;
        }
        if (both.equals(b.extent)) {
            return b;
        }
        List<String> names = new ArrayList<>(a.targets);
        names.addAll(b.targets);
        return new Level(both, names);
    }

    private static String tenths(double mm) {
        double rounded = Math.round(mm * 10) / 10.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }
}
