package org.cordonrt.geometry;

import java.util.Objects;
import org.cordonrt.Internal;

/**
 * One contour plane of a solid, extruded along the frame's normal.
 *
 * @param planeMm where the contours were drawn, along the normal
 * @param lowMm lower face
 * @param highMm upper face
 * @param region the even-odd region of the plane's contours, in the frame's in-plane coordinates
 */
@Internal
public record Slab(double planeMm, double lowMm, double highMm, PlaneRegion region) {
    public Slab {
        Objects.requireNonNull(region, "region");
        if (!(lowMm <= planeMm && planeMm <= highMm)) {
            throw new IllegalArgumentException(planeMm + " mm is not in [" + lowMm + ", " + highMm + "]");
        }
    }

    public double thicknessMm() {
        return highMm - lowMm;
    }
}
