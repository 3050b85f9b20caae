package org.cordonrt.check;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.margin.Separation;

/** Separations of pairs of structures, measured in parallel. */
final class Separations {
    private record Pair(StructureMatch from, StructureMatch to, SlabSolid fromSolid, SlabSolid toSolid) {
        Margin measure() {
            Separation s = Separation.between(fromSolid, toSolid);
            return new Margin(
                    from,
                    to,
                    s.distanceMm(),
                    s.slabMm(),
                    s.planesMm(),
                    s.fromPointMm(),
                    s.toPointMm(),
                    s.overlapCc(),
                    s.deepestOverlapMm());
        }
    }

    private Separations() {}

    /** From each of one list to each of the other; structures without a solid have none, which the findings say. */
    static List<Margin> of(List<StructureMatch> from, List<StructureMatch> to, CaseModel model) {
        List<Pair> pairs = new ArrayList<>();
        for (StructureMatch a : from) {
            for (StructureMatch b : to) {
                model.solid(a.structure())
                        .ifPresent(sa -> model.solid(b.structure()).ifPresent(sb -> pairs.add(new Pair(a, b, sa, sb))));
            }
        }
        return OrderedTasks.map(pairs, model.threads(), Pair::measure);
    }
}
