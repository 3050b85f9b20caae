package org.cordonrt.margin;

import org.cordonrt.geometry.SlabSolid;

/** Two solids whose planes are not parallel, as convex prisms on trapezoids along the planes' common direction. */
final class ObliquePair implements PairSearch {
    private final SlabSolid first;
    private final SlabSolid second;
    private final ObliqueFrames frames;

    ObliquePair(SlabSolid first, SlabSolid second) {
        this.first = first;
        this.second = second;
        frames = ObliqueFrames.of(first.frame(), second.frame());
    }

    private PrismSet firstPrisms(boolean flat) {
        return new PrismSet(first, flat, frames.first(), frames.first());
    }

    private PrismSet secondPrisms(boolean flat) {
        return new PrismSet(second, flat, frames.second(), frames.first());
    }

    @Override
    public Nearest slabs() {
        return new PrismDistance(firstPrisms(false), secondPrisms(false), frames).nearest();
    }

    @Override
    public Nearest planes() {
        return new PrismDistance(firstPrisms(true), secondPrisms(true), frames).nearest();
    }

    @Override
    public Nearest surfaces(Nearest flat) {
        return new SurfaceDistance(first.surface(), second.surface(), null).nearest(flat);
    }

    @Override
    public double overlapMm3() {
        return new PrismOverlap(firstPrisms(false), secondPrisms(false), frames).mm3();
    }
}
