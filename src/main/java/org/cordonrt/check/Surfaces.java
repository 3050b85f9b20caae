package org.cordonrt.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.margin.Breach;
import org.cordonrt.margin.Expansion;
import org.cordonrt.margin.Separation;
import org.cordonrt.margin.Spread;
import org.cordonrt.margin.SurfaceGap;

/** Compares surfaces of pairs of structures, in parallel. */
final class Surfaces {
    private static final double SPACING_MM = 0.5;

    /** A structure of which this share lies in another is meant to lie in it. */
    private static final double INSIDE = 0.5;

    private Surfaces() {}

    /** Each of one list with each of the other; structures without a solid have none, which the findings say. */
    static List<SurfaceComparison> of(List<StructureMatch> from, List<StructureMatch> to, CaseModel model) {
        return OrderedTasks.map(SolidPair.of(from, to, model), model.threads(), Surfaces::measure);
    }

    /** The solid between interpolated surfaces: slabs would step where the anatomy slants. */
    static SlabSolid shape(SlabSolid solid) {
        return solid.under(SolidModel.SHAPE, solid.options().endCap());
    }

    private static SurfaceComparison.Distances distances(Spread s) {
        return new SurfaceComparison.Distances(
                s.minMm(), s.minAtMm(), s.p5Mm(), s.meanMm(), s.p95Mm(), s.maxMm(), s.maxAtMm());
    }

    private static SurfaceComparison measure(SolidPair pair) {
        SlabSolid a = shape(pair.fromSolid());
        SlabSolid b = shape(pair.toSolid());
        SurfaceGap gap = SurfaceGap.between(a, b, SPACING_MM);
        boolean inside = Separation.overlapCc(a, b) >= INSIDE * a.volumeCc();
        List<SurfaceComparison.Expansion> expansion = new ArrayList<>();
        if (inside) {
            Expansion e = Expansion.of(a, b, SPACING_MM);
            expansion.add(new SurfaceComparison.Expansion("ALL", distances(e.all())));
            for (Expansion.Direction d : Expansion.Direction.values()) {
                Spread s = e.byDirection().get(d);
                if (s != null) {
                    expansion.add(new SurfaceComparison.Expansion(d.name(), distances(s)));
                }
            }
        }
        Optional<Breach> breach = inside ? Breach.of(a, b, SPACING_MM) : Optional.empty();
        return new SurfaceComparison(
                pair.from(),
                pair.to(),
                distances(gap.forward()),
                distances(gap.backward()),
                gap.hausdorffMm(),
                SPACING_MM,
                gap.boundMm(),
                expansion,
                breach.map(x -> new SurfaceComparison.Breach(
                        x.outsideCc(), x.farthestMm(), x.farthestAtMm(), x.fromMm(), x.toMm())));
    }
}
