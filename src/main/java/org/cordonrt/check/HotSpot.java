package org.cordonrt.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.plan.Point3;
import org.cordonrt.probe.Clock;

/**
 * Where a structure is hottest: the part that receives its near-maximum dose, sampled. It explains a metric and judges
 * nothing. Immutable.
 *
 * @param structure the structure
 * @param volumeCc the volume of the part, cc
 * @param doseGy the dose that all of it receives at least, Gy: the near-maximum metric
 * @param resolutionMm mean distance of neighbouring sample points along the axis where they are sparsest, mm
 * @param clusters the separate clusters of the part, largest first; at least one
 */
public record HotSpot(
        StructureMatch structure, double volumeCc, double doseGy, double resolutionMm, List<Cluster> clusters) {
    public HotSpot {
        Objects.requireNonNull(structure, "structure");
        clusters = List.copyOf(clusters);
        if (clusters.isEmpty()) {
            throw new IllegalArgumentException("a hot spot of nothing");
        }
    }

    /**
     * One cluster.
     *
     * @param volumeCc its sampled volume, cc
     * @param centroidMm its centre of volume
     * @param planeMm height of the nearest contour plane of the structure along its slice normal (z for axial slices)
     * @param clockHours direction from the centre of the structure's cross-section, seen from the feet: 0 anterior, 3 the
     *     patient's left; NaN at the centre
     * @param fromCentreMm distance from that centre within the plane, mm
     * @param target the nearest target and where; empty without one
     */
    public record Cluster(
            double volumeCc,
            Point3 centroidMm,
            double planeMm,
            double clockHours,
            double fromCentreMm,
            Optional<NearTarget> target) {
        public Cluster {
            Objects.requireNonNull(centroidMm, "centroidMm");
            Objects.requireNonNull(target, "target");
        }

        /** The direction to the nearest half hour: "12", "2:30"; "-" at the centre. */
        public String clock() {
            return Clock.words(clockHours);
        }

        /** The direction in words: anterior, anterior left and so on. */
        public String side() {
            return Clock.side(clockHours);
        }
    }

    /**
     * The target nearest to the centre of a cluster.
     *
     * @param match the target
     * @param distanceMm from the centre of the cluster, mm; 0 inside
     * @param pointMm the nearest point of the target
     */
    public record NearTarget(StructureMatch match, double distanceMm, Point3 pointMm) {
        public NearTarget {
            Objects.requireNonNull(match, "match");
            Objects.requireNonNull(pointMm, "pointMm");
        }
    }
}
