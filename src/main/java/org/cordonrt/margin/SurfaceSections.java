package org.cordonrt.margin;

import java.util.Arrays;
import java.util.List;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.geometry.Section;
import org.cordonrt.geometry.ShapeSurface;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SurfaceStrip;
import org.cordonrt.plan.Point3;

/** Cross-sections of one surface that runs on from plane to plane against another one. */
final class SurfaceSections implements SectionSearch {
    private final ShapeSurface from;
    private final ShapeSurface to;
    private final boolean parallel;
    private final SurfaceTrees trees;

    SurfaceSections(ShapeSurface from, ShapeSurface to) {
        this.from = from;
        this.to = to;
        parallel = SlabStack.areParallel(from.frame(), to.frame());
        trees = new SurfaceTrees(to);
    }

    @Override
    public Station at(Slab slab, double heightMm, boolean onPlane) {
        PlaneFrame frame = from.frame();
        PlaneRegion section = from.region(heightMm);
        PlaneRegion region = section.areaMm2() > 0 ? section : slab.region();
        Nearest n = nearest(region, heightMm);
        Section centre = Section.of(region);
        return new Station(
                heightMm,
                onPlane,
                frame.point(centre.x(), centre.y(), heightMm),
                n.distanceMm(),
                n.onFirst(),
                n.onSecond(),
                inPlane(region, heightMm));
    }

    private Nearest nearest(PlaneRegion region, double height) {
        for (double[] ring : region.toRings()) {
            Point3 p = from.frame().point(ring[0], ring[1], height);
            if (to.contains(p)) {
                return new Nearest(0, p, p);
            }
        }
        List<StripTree> flat = SurfaceStrip.face(from.frame(), height, region.toTrapezoids()).stream()
                .map(StripTree::new)
                .toList();
        double[] boxes = trees.boxes();
        double[] distance2 = new double[trees.patches()];
        long[] order = new long[trees.patches()];
        for (int i = 0; i < order.length; i++) {
            distance2[i] = Double.POSITIVE_INFINITY;
            for (StripTree f : flat) {
                distance2[i] = Math.min(distance2[i], f.toBox2(boxes, SurfaceTrees.BOX * i));
            }
            order[i] = (long) Float.floatToRawIntBits((float) distance2[i]) << 32 | i;
        }
        Arrays.sort(order);
        StripSearch search = new StripSearch();
        for (long key : order) {
            int i = (int) key;
            if (distance2[i] < search.best2()) {
                for (StripTree f : flat) {
                    for (StripTree t : trees.patch(i)) {
                        search.search(f, t);
                    }
                }
            }
        }
        return search.nearest();
    }

    private double inPlane(PlaneRegion region, double height) {
        if (!parallel) {
            return Double.NaN;
        }
        // The other surface's own height and coordinates of the same plane.
        PlaneFrame own = to.frame();
        Point3 on =
                from.frame().point((region.minX() + region.maxX()) / 2, (region.minY() + region.maxY()) / 2, height);
        PlaneRegion other = to.region(on.dot(own.w()));
        if (!(other.areaMm2() > 0)) {
            return Double.NaN;
        }
        RegionEdges a = new RegionEdges(region).turned(from.frame(), height, own);
        RegionEdges b = new RegionEdges(other);
        double d = Math.sqrt(new RegionDistance(a, b, Double.POSITIVE_INFINITY).distance2());
        return d < Nearest.TOUCH_MM ? 0 : d;
    }
}
