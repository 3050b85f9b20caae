package org.cordonrt.check;

import java.util.List;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.margin.Separation;

/** Separations of pairs of structures, measured in parallel. */
final class Separations {
    private Separations() {}

    /** From each of one list to each of the other; structures without a solid have none, which the findings say. */
    static List<Margin> of(List<StructureMatch> from, List<StructureMatch> to, CaseModel model) {
        return OrderedTasks.map(SolidPair.of(from, to, model), model.threads(), Separations::measure);
    }

    private static Margin measure(SolidPair pair) {
        Separation s = Separation.between(pair.fromSolid(), pair.toSolid());
        return new Margin(
                pair.from(),
                pair.to(),
                s.distanceMm(),
                s.slabMm(),
                s.planesMm(),
                s.fromPointMm(),
                s.toPointMm(),
                s.overlapCc(),
                s.deepestOverlapMm());
    }
}
