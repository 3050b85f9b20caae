package org.cordonrt.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.plan.Point3;

/**
 * The surfaces of two structures as a whole: from each point of one to the nearest point of the other, between the
 * surfaces interpolated from plane to plane. Distances are exact, the points are sampled. Immutable.
 *
 * @param from the first structure
 * @param to the second structure
 * @param forward from the first surface to the second
 * @param backward from the second surface to the first
 * @param hausdorffMm the larger of the two largest distances
 * @param spacingMm largest distance of neighbouring sample points, mm
 * @param boundMm how much smaller than the stated minima, or larger than the stated maxima, the true ones may be
 * @param expansion the margin by which the second surrounds the first, whole and by direction; empty unless most of the
 *     first lies inside the second
 * @param breach where the first leaves the second; empty unless most of it lies inside, or when it never does
 */
public record SurfaceComparison(
        StructureMatch from,
        StructureMatch to,
        Distances forward,
        Distances backward,
        double hausdorffMm,
        double spacingMm,
        double boundMm,
        List<Expansion> expansion,
        Optional<Breach> breach) {
    public SurfaceComparison {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(forward, "forward");
        Objects.requireNonNull(backward, "backward");
        expansion = List.copyOf(expansion);
        Objects.requireNonNull(breach, "breach");
    }

    /**
     * Distances over a surface, weighted with area.
     *
     * @param minMm smallest
     * @param minAtMm where
     * @param p5Mm not exceeded on 5 % of the surface
     * @param meanMm mean
     * @param p95Mm not exceeded on 95 % of the surface
     * @param maxMm largest
     * @param maxAtMm where
     */
    public record Distances(
            double minMm, Point3 minAtMm, double p5Mm, double meanMm, double p95Mm, double maxMm, Point3 maxAtMm) {
        public Distances {
            Objects.requireNonNull(minAtMm, "minAtMm");
            Objects.requireNonNull(maxAtMm, "maxAtMm");
        }
    }

    /**
     * The margin in one direction, negative where the second structure runs inside the first.
     *
     * @param direction ALL, RIGHT, LEFT, ANTERIOR, POSTERIOR, SUPERIOR or INFERIOR
     * @param distances from the part of the second surface that lies in this direction from its nearest inner point
     */
    public record Expansion(String direction, Distances distances) {}

    /**
     * Where the first structure leaves the second.
     *
     * @param outsideCc volume outside, cc
     * @param farthestMm largest distance outside, mm
     * @param farthestAtMm where
     * @param fromMm lowest height outside along the slice normal, mm
     * @param toMm highest height outside
     */
    public record Breach(double outsideCc, double farthestMm, Point3 farthestAtMm, double fromMm, double toMm) {
        public Breach {
            Objects.requireNonNull(farthestAtMm, "farthestAtMm");
        }
    }
}
