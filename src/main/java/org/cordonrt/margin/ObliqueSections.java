package org.cordonrt.margin;

import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;

/** Cross-sections at an angle to the other solid's slabs: flat prisms against prisms. */
final class ObliqueSections implements SectionSearch {
    /** As thin as a section can be cut and still be found at its height. */
    private static final double THIN_MM = 1e-9;

    private final SlabSolid from;
    private final ObliqueFrames frames;
    private final PrismSet other;

    ObliqueSections(SlabSolid from, SlabSolid to) {
        this.from = from;
        frames = ObliqueFrames.of(from.frame(), to.frame());
        other = new PrismSet(to, false, frames.second(), frames.first());
    }

    @Override
    public Station at(Slab slab, double heightMm, boolean onPlane) {
        SlabSolid thin = from.between(heightMm - THIN_MM, heightMm + THIN_MM).orElse(from);
        PrismSet flat = new PrismSet(thin, true, frames.first(), frames.first());
        Nearest n = new PrismDistance(flat, other, frames).nearest();
        return new Station(
                heightMm,
                onPlane,
                Profile.centre(slab, from.frame(), heightMm),
                n.distanceMm(),
                n.onFirst(),
                n.onSecond(),
                Double.NaN);
    }
}
