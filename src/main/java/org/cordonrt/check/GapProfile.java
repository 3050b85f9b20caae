package org.cordonrt.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.plan.Point3;
import org.cordonrt.probe.Clock;

/**
 * The gap between two structures along the first, at every contour plane and half-way between each two, between the
 * surfaces interpolated from plane to plane. Immutable.
 *
 * @param from the structure along which is measured, usually the cord
 * @param to the other, usually a target
 * @param places in increasing height; never empty
 * @param nearest the place with the smallest distance
 * @param besideMm length along the slice normal over which both run beside each other, mm
 * @param p5Mm distance not exceeded on 5 % of that length, mm; NaN when they do not run beside each other
 * @param medianMm the same for half of that length
 * @param p95Mm the same for 95 %
 * @param closer how much of the first structure is closer than some distances
 * @param gridSpacingMm largest distance of neighbouring dose samples, which limits how steep a dose can look; NaN without
 *     a dose
 */
public record GapProfile(
        StructureMatch from,
        StructureMatch to,
        List<Place> places,
        Place nearest,
        double besideMm,
        double p5Mm,
        double medianMm,
        double p95Mm,
        List<Closer> closer,
        double gridSpacingMm) {
    public GapProfile {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        places = List.copyOf(places);
        Objects.requireNonNull(nearest, "nearest");
        closer = List.copyOf(closer);
    }

    /**
     * Length of the first structure along the slice normal that is closer than a distance.
     *
     * @param thanMm the distance, mm
     * @param lengthMm mm
     */
    public record Closer(double thanMm, double lengthMm) {}

    /**
     * One height.
     *
     * @param heightMm along the slice normal; z for axial slices
     * @param onPlane whether contours were drawn there
     * @param distanceMm from the cross-section to the other structure in three dimensions, mm; 0 when they meet
     * @param inPlaneMm within the plane, mm; NaN where the other structure has no cross-section at this height
     * @param fromPointMm nearest point of the first structure
     * @param toPointMm nearest point of the other; equal to {@code fromPointMm} when they meet
     * @param clockHours direction of the other structure from the middle of the first, seen from the feet: 0 anterior, 3
     *     the patient's left; NaN when it lies straight above or below
     * @param fallOff the dose along the path between the two points; empty without a dose
     */
    public record Place(
            double heightMm,
            boolean onPlane,
            double distanceMm,
            double inPlaneMm,
            Point3 fromPointMm,
            Point3 toPointMm,
            double clockHours,
            Optional<Gradient> fallOff) {
        public Place {
            Objects.requireNonNull(fromPointMm, "fromPointMm");
            Objects.requireNonNull(toPointMm, "toPointMm");
            Objects.requireNonNull(fallOff, "fallOff");
        }

        /** The direction to the nearest half hour: "12", "2:30"; "-" when there is none. */
        public String clock() {
            return Clock.words(clockHours);
        }

        /** The side on which the other structure lies: anterior, anterior left and so on. */
        public String side() {
            return Clock.side(clockHours);
        }
    }

    /**
     * The dose along the shortest path; NaN where it cannot be told.
     *
     * @param toGy dose at the surface of the other structure, Gy
     * @param fromGy dose at the surface of the first, Gy
     * @param gyPerMm mean fall from the other structure to the first, Gy per mm
     * @param percentPerMm the same in percent of the prescription
     * @param width9050Mm length on which the dose falls from 90 to 50 % of the prescription, mm
     * @param width8020Mm length on which the dose falls from 80 to 20 % of the prescription, mm
     */
    public record Gradient(
            double toGy, double fromGy, double gyPerMm, double percentPerMm, double width9050Mm, double width8020Mm) {}
}
