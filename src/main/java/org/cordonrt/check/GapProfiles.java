package org.cordonrt.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.cordonrt.constraint.StructureMatch;
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
        Optional<PointDose> dose = model.dose().map(PointDose::of);
        double spacing = model.dose().map(d -> d.geometry().widestSpacingMm()).orElse(Double.NaN);
        return OrderedTasks.map(
                SolidPair.of(from, to, model), model.threads(), p -> measured(p, dose, prescriptionGy, spacing));
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
