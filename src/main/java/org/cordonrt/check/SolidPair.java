package org.cordonrt.check;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.geometry.SlabSolid;

/** Two structures and their solids, for what is measured between them. */
record SolidPair(StructureMatch from, StructureMatch to, SlabSolid fromSolid, SlabSolid toSolid) {

    /** Each of one list with each of the other; structures without a solid make no pair, which the findings say. */
    static List<SolidPair> of(List<StructureMatch> from, List<StructureMatch> to, CaseModel model) {
        List<SolidPair> pairs = new ArrayList<>();
        for (StructureMatch a : from) {
            for (StructureMatch b : to) {
                model.solid(a.structure())
                        .ifPresent(sa ->
                                model.solid(b.structure()).ifPresent(sb -> pairs.add(new SolidPair(a, b, sa, sb))));
            }
        }
        return pairs;
    }
}
