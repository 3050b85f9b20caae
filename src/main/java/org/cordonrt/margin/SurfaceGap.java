package org.cordonrt.margin;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.Interruption;
import org.cordonrt.geometry.SlabSolid;

/**
 * How far the surfaces of two solids are from each other, everywhere: from each point of one to the nearest point of the
 * other. Each distance is exact, the points are sampled. Immutable.
 *
 * @param forward from the first surface to the second
 * @param backward from the second surface to the first
 * @param boundMm how much smaller than the stated minima, or larger than the stated maxima, the true ones may be: no
 *     point of a surface is further than this from a sampled one, and distances change no faster than places
 */
public record SurfaceGap(Spread forward, Spread backward, double boundMm) {

    /** Samples both surfaces. */
    public static SurfaceGap between(SlabSolid a, SlabSolid b, double spacingMm) {
        return new SurfaceGap(spread(a, b, spacingMm), spread(b, a, spacingMm), SurfaceSamples.coverMm(spacingMm));
    }

    /** The larger of the two largest distances (Hausdorff), mm. */
    public double hausdorffMm() {
        return Math.max(forward.maxMm(), backward.maxMm());
    }

    private static Spread spread(SlabSolid from, SlabSolid to, double spacingMm) {
        NearestPoint on = NearestPoint.on(to);
        NearestPoint outside = NearestPoint.outside(to);
        List<Spread.Measured> measured = new ArrayList<>();
        for (SurfaceSamples.Sample s : SurfaceSamples.of(from, spacingMm)) {
            Interruption.check();
            double d = on.to(s.at()).distanceMm();
            measured.add(
                    new Spread.Measured(s.at(), d > 0 ? d : outside.to(s.at()).distanceMm(), s.areaMm2()));
        }
        return Spread.of(measured);
    }
}
