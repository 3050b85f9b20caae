package org.cordonrt.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.margin.Profile;
import org.cordonrt.margin.Station;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.probe.Clock;
import org.cordonrt.probe.FallOff;
import org.cordonrt.probe.PointDose;

/** Measures gaps along structures, in parallel. */
final class GapProfiles {
    private static final double[] CLOSER_THAN_MM = {1, 2, 3, 5};

    private record Pair(StructureMatch from, StructureMatch to, SlabSolid fromSolid, SlabSolid toSolid) {}

    private GapProfiles() {}

    /** Each of one list with each of the other; structures without a solid have none, which the findings say. */
    static List<GapProfile> of(
            List<StructureMatch> from, List<StructureMatch> to, CaseModel model, OptionalDouble prescriptionGy) {
        List<Pair> pairs = new ArrayList<>();
        for (StructureMatch a : from) {
            for (StructureMatch b : to) {
                model.solid(a.structure())
                        .ifPresent(sa -> model.solid(b.structure()).ifPresent(sb -> pairs.add(new Pair(a, b, sa, sb))));
            }
        }
        Optional<PointDose> dose = model.dose().map(PointDose::of);
        double spacing = model.dose().map(GapProfiles::spacingMm).orElse(Double.NaN);
        return OrderedTasks.map(pairs, model.threads(), p -> measured(p, dose, prescriptionGy, spacing));
    }

    private static GapProfile measured(
            Pair pair, Optional<PointDose> dose, OptionalDouble prescriptionGy, double spacingMm) {
        Profile profile = Profile.along(shape(pair.fromSolid), shape(pair.toSolid));
        List<GapProfile.Place> places = profile.stations().stream()
                .map(s -> place(s, dose, prescriptionGy))
                .toList();
        return new GapProfile(
                pair.from,
                pair.to,
                places,
                places.get(profile.stations().indexOf(profile.nearest())),
                profile.overlapLengthMm(),
                profile.percentileMm(0.05),
                profile.percentileMm(0.5),
                profile.percentileMm(0.95),
                DoubleStream.of(CLOSER_THAN_MM)
                        .mapToObj(mm -> new GapProfile.Closer(mm, profile.lengthCloserThanMm(mm)))
                        .toList(),
                spacingMm);
    }

    private static SlabSolid shape(SlabSolid solid) {
        return solid.under(SolidModel.SHAPE, solid.options().endCap());
    }

    private static GapProfile.Place place(Station s, Optional<PointDose> dose, OptionalDouble prescriptionGy) {
        return new GapProfile.Place(
                s.heightMm(),
                s.onPlane(),
                s.distanceMm(),
                s.inPlaneMm(),
                s.fromPointMm(),
                s.toPointMm(),
                Clock.hours(s.centreMm(), s.toPointMm()),
                dose.map(d -> gradient(FallOff.along(d, s.toPointMm(), s.fromPointMm(), prescriptionGy))));
    }

    private static GapProfile.Gradient gradient(FallOff f) {
        return new GapProfile.Gradient(
                f.targetGy(), f.structureGy(), f.gyPerMm(), f.percentPerMm(), f.width9050Mm(), f.width8020Mm());
    }

    private static double spacingMm(DoseGrid dose) {
        GridGeometry g = dose.geometry();
        double widest = Math.max(g.columnStep().norm(), g.rowStep().norm());
        for (int k = 1; k < g.frames(); k++) {
            widest = Math.max(widest, Math.abs(g.frameOffsetMm(k) - g.frameOffsetMm(k - 1)));
        }
        return widest;
    }
}
