package org.cordonrt.margin;

import java.util.Arrays;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.geometry.Section;
import org.cordonrt.geometry.ShapeSurface;
import org.cordonrt.geometry.Slab;
import org.cordonrt.plan.Point3;

/** Cross-sections of one surface that runs on from plane to plane against another one. */
final class SurfaceSections implements SectionSearch {
    private static final int CORNERS = 4;

    private final ShapeSurface from;
    private final ShapeSurface to;
    private final boolean parallel;
    private final SurfaceChunks chunks;

    SurfaceSections(ShapeSurface from, ShapeSurface to) {
        this.from = from;
        this.to = to;
        parallel = SlabStack.areParallel(from.frame(), to.frame());
        chunks = new SurfaceChunks(to);
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
        QuadChunks flat = new QuadChunks(quads(region, height));
        double[] boxes = chunks.boxes();
        long[] order = new long[chunks.patches()];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) Float.floatToRawIntBits((float) flat.toBox2(boxes, SurfaceChunks.BOX * i)) << 32 | i;
        }
        Arrays.sort(order);
        QuadSearch search = new QuadSearch();
        for (long key : order) {
            int i = (int) key;
            if (flat.toBox2(boxes, SurfaceChunks.BOX * i) < search.best2()
                    && !chunks.patch(i).isEmpty()) {
                search.search(flat, chunks.patch(i));
            }
        }
        return search.nearest();
    }

    /** The region laid flat at a height. */
    private double[] quads(PlaneRegion region, double height) {
        double[][] trapezoids = region.toTrapezoids();
        double[] quads = new double[trapezoids.length * QuadChunks.CORNERS];
        int next = 0;
        for (double[] t : trapezoids) {
            for (int c = 0; c < CORNERS; c++) {
                Point3 p = from.frame().point(t[2 * c], t[2 * c + 1], height);
                quads[next++] = p.x();
                quads[next++] = p.y();
                quads[next++] = p.z();
            }
        }
        return quads;
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
        double[][] rings = region.toRings();
        for (double[] ring : rings) {
            for (int i = 0; i < ring.length; i += 2) {
                Point3 p = from.frame().point(ring[i], ring[i + 1], height);
                ring[i] = p.dot(own.u());
                ring[i + 1] = p.dot(own.v());
            }
        }
        RegionEdges a = new RegionEdges(rings);
        RegionEdges b = new RegionEdges(other.toRings());
        double d = Math.sqrt(new RegionDistance(a, b, Double.POSITIVE_INFINITY).distance2());
        return d < Nearest.TOUCH_MM ? 0 : d;
    }
}
