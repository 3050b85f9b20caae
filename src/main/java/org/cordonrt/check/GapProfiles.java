package org.cordonrt.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.contours.Extent;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.margin.Profile;
import org.cordonrt.margin.Station;
import org.cordonrt.probe.Clock;
import org.cordonrt.probe.FallOff;
import org.cordonrt.probe.PointDose;

/** Measures gaps along structures, in parallel. */
final class GapProfiles {
    private static final double[] CLOSER_THAN_MM = {1, 2, 3, 5};

    private GapProfiles() {}

    /** Each of one list with each of the other; structures without a solid have none, which the findings say. */
    static List<GapProfile> of(
            List<StructureMatch> from, List<StructureMatch> to, CaseModel model, OptionalDouble prescriptionGy) {
        return of(SolidPair.of(from, to, model), model, prescriptionGy);
    }

    /**
     * As {@link #of}, along the part of each first structure that lies beside one of the others or not further than some
     * mm above or below: what a picture of the gap shows.
     */
    static List<GapProfile> near(
            List<StructureMatch> from,
            List<StructureMatch> to,
            CaseModel model,
            OptionalDouble prescriptionGy,
            double beyondMm) {
        List<SlabSolid> others =
                to.stream().flatMap(m -> model.solid(m.structure()).stream()).toList();
        List<SolidPair> pairs = new ArrayList<>();
        for (StructureMatch m : from) {
            // Cut once for all others, so that its interpolated slabs are made once too.
            Optional<SlabSolid> near = model.solid(m.structure()).map(s -> Surfaces.shape(beside(s, others, beyondMm)));
            near.ifPresent(n -> SolidPair.of(List.of(m), to, model)
                    .forEach(p -> pairs.add(new SolidPair(p.from(), p.to(), n, p.toSolid()))));
        }
        return of(pairs, model, prescriptionGy);
    }

    /** Whole slabs of the first solid, so that its planes stay planes; all of it when none is near. */
    private static SlabSolid beside(SlabSolid solid, List<SlabSolid> others, double beyondMm) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (SlabSolid o : others) {
            Extent reach = Extent.of(o, solid.frame());
            for (Slab s : solid.slabs()) {
                if (s.highMm() >= reach.lowMm() - beyondMm && s.lowMm() <= reach.highMm() + beyondMm) {
                    low = Math.min(low, s.lowMm());
                    high = Math.max(high, s.highMm());
                }
            }
        }
        return low < high ? solid.between(low, high).orElse(solid) : solid;
    }

    private static List<GapProfile> of(List<SolidPair> pairs, CaseModel model, OptionalDouble prescriptionGy) {
        Optional<PointDose> dose = model.dose().map(PointDose::of);
        double spacing = model.dose().map(d -> d.geometry().widestSpacingMm()).orElse(Double.NaN);
        return OrderedTasks.map(pairs, model.threads(), p -> measured(p, dose, prescriptionGy, spacing));
    }

    private static GapProfile measured(
            SolidPair pair, Optional<PointDose> dose, OptionalDouble prescriptionGy, double spacingMm) {
        Profile profile = Profile.along(Surfaces.shape(pair.fromSolid()), Surfaces.shape(pair.toSolid()));
        List<GapProfile.Place> places = profile.stations().stream()
                .map(s -> place(s, dose, prescriptionGy))
                .toList();
        return new GapProfile(
                pair.from(),
                pair.to(),
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
}
