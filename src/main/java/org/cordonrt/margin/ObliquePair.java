package org.cordonrt.margin;

import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;

/** Two solids whose planes are not parallel, as convex prisms on trapezoids along the planes' common direction. */
final class ObliquePair implements PairSearch {
    private final SlabSolid first;
    private final SlabSolid second;
    private final PlaneFrame firstFrame;
    private final PlaneFrame secondFrame;

    ObliquePair(SlabSolid first, SlabSolid second) {
        this.first = first;
        this.second = second;
        Point3 w = first.frame().w();
        Point3 common = w.cross(second.frame().w());
        common = common.times(1 / common.norm());
        // Nearly parallel normals leave few digits in their cross product: make it a direction of the plane again.
        common = common.minus(w.times(common.dot(w)));
        common = common.times(1 / common.norm());
        firstFrame = along(common, w);
        secondFrame = along(common, second.frame().w());
    }

    private static PlaneFrame along(Point3 u, Point3 w) {
        return new PlaneFrame(u, w.cross(u), w);
    }

    private PrismSet prisms(SlabSolid solid, PlaneFrame frame, boolean flat) {
        return new PrismSet(solid, flat, frame, firstFrame);
    }

    @Override
    public Nearest slabs() {
        return new PrismDistance(prisms(first, firstFrame, false), prisms(second, secondFrame, false)).nearest();
    }

    @Override
    public Nearest planes() {
        return new PrismDistance(prisms(first, firstFrame, true), prisms(second, secondFrame, true)).nearest();
    }

    @Override
    public double overlapMm3() {
        return new PrismOverlap(prisms(first, firstFrame, false), prisms(second, secondFrame, false)).mm3();
    }
}
