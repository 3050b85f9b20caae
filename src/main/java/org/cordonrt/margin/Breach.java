package org.cordonrt.margin;

import java.util.Optional;
import org.cordonrt.Interruption;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;

/**
 * Where a solid leaves another that should hold it. Immutable.
 *
 * @param outsideCc volume of the inner solid outside the outer, exact for the solids as given
 * @param farthestMm largest distance of a sampled point of the inner surface from the outer solid
 * @param farthestAtMm where
 * @param fromMm lowest sampled height outside, along the inner solid's normal
 * @param toMm highest sampled height outside
 */
public record Breach(double outsideCc, double farthestMm, Point3 farthestAtMm, double fromMm, double toMm) {

    /** Looks at the inner surface; empty when no sampled point of it lies outside the outer solid. */
    public static Optional<Breach> of(SlabSolid inner, SlabSolid outer, double spacingMm) {
        NearestPoint on = NearestPoint.on(outer);
        PlaneFrame frame = inner.frame();
        double farthest = 0;
        Point3 at = new Point3(0, 0, 0);
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (SurfaceSamples.Sample s : SurfaceSamples.of(inner, spacingMm)) {
            Interruption.check();
            double d = on.to(s.at()).distanceMm();
            if (d > 0) {
                double h = s.at().dot(frame.w());
                from = Math.min(from, h);
                to = Math.max(to, h);
                if (d > farthest) {
                    farthest = d;
                    at = s.at();
                }
            }
        }
        if (farthest == 0) {
            return Optional.empty();
        }
        double outside = Math.max(0, inner.volumeCc() - Separation.overlapCc(inner, outer));
        return Optional.of(new Breach(outside, farthest, at, from, to));
    }
}
