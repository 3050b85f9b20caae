package org.cordonrt.probe;

import java.util.List;
import java.util.Optional;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;

/**
 * Where a solid receives at least a dose: the clusters of its hottest part, sampled in the cells of the dose grid.
 * Immutable.
 *
 * @param levelGy the dose that the part receives at least, Gy
 * @param resolutionMm mean distance of neighbouring sample points along the axis where they are sparsest, mm
 * @param clusters separate clusters, largest first. Dose cells that touch belong to one cluster, because the dose grid
 *     resolves nothing finer; clusters below 2 % of the part are counted with the nearest of the others
 */
public record HotRegion(double levelGy, double resolutionMm, List<Cluster> clusters) {
    /**
     * One cluster.
     *
     * @param volumeCc its sampled volume
     * @param centroidMm its centre of volume, which a bent cluster need not hold
     */
    public record Cluster(double volumeCc, Point3 centroidMm) {}

    public HotRegion {
        clusters = List.copyOf(clusters);
    }

    /**
     * Samples a solid.
     *
     * @param resolutionMm wanted mean distance of sample points, mm, above 0; they are further apart where the part is so
     *     large that it would take too many
     * @return empty when no sample of the solid receives the dose
     */
    public static Optional<HotRegion> of(SlabSolid solid, DoseGrid dose, double levelGy, double resolutionMm) {
        return new HotSampling(solid, dose, levelGy).run(resolutionMm);
    }
}
