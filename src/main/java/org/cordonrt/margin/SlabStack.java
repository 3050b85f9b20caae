package org.cordonrt.margin;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * A slab solid in the coordinates of a frame whose normal is parallel to its own: heights along the normal, regions in
 * the plane. Search trees are built when a slab is first asked for; one search each, not thread-safe.
 */
final class SlabStack {
    /** Normals this close (as a sine) are parallel: over a whole patient the difference stays below 1e-9 mm. */
    private static final double PARALLEL = 1e-12;

    private final List<PlaneRegion> regions = new ArrayList<>();
    private final IdentityHashMap<PlaneRegion, RegionEdges> edges = new IdentityHashMap<>();
    private final @Nullable RegionEdges[] slabEdges;
    // In increasing height.
    final double[] lowMm;
    final double[] highMm;
    final double[] planeMm;
    // minX, minY, maxX, maxY of each region
    final double[] box;

    SlabStack(SlabSolid solid, PlaneFrame frame) {
        PlaneFrame own = solid.frame();
        List<Slab> slabs = solid.slabs();
        int n = slabs.size();
        slabEdges = new RegionEdges[n];
        lowMm = new double[n];
        highMm = new double[n];
        planeMm = new double[n];
        box = new double[4 * n];
        boolean same = own.equals(frame);
        boolean opposite = own.w().dot(frame.w()) < 0;
        for (int i = 0; i < n; i++) {
            Slab slab = slabs.get(opposite ? n - 1 - i : i);
            PlaneRegion region = same ? slab.region() : turned(slab, own, frame);
            regions.add(region);
            double low = same ? slab.lowMm() : height(slab, slab.lowMm(), own, frame);
            double high = same ? slab.highMm() : height(slab, slab.highMm(), own, frame);
            planeMm[i] = same ? slab.planeMm() : height(slab, slab.planeMm(), own, frame);
            lowMm[i] = opposite ? high : low;
            highMm[i] = opposite ? low : high;
            box[4 * i] = region.minX();
            box[4 * i + 1] = region.minY();
            box[4 * i + 2] = region.maxX();
            box[4 * i + 3] = region.maxY();
        }
    }

    static boolean areParallel(PlaneFrame a, PlaneFrame b) {
        return a.w().cross(b.w()).norm() <= PARALLEL;
    }

    private static double height(Slab slab, double h, PlaneFrame own, PlaneFrame frame) {
        PlaneRegion r = slab.region();
        // Measured over the region itself, so that the last digits of the normals do not tilt the plane.
        return own.point((r.minX() + r.maxX()) / 2, (r.minY() + r.maxY()) / 2, h)
                .dot(frame.w());
    }

    private static PlaneRegion turned(Slab slab, PlaneFrame own, PlaneFrame frame) {
        List<double[]> rings = new ArrayList<>();
        for (double[] ring : slab.region().toRings()) {
            for (int i = 0; i < ring.length; i += 2) {
                Point3 p = own.point(ring[i], ring[i + 1], slab.planeMm());
                ring[i] = p.dot(frame.u());
                ring[i + 1] = p.dot(frame.v());
            }
            rings.add(ring);
        }
        return PlaneRegion.evenOdd(rings);
    }

    int size() {
        return regions.size();
    }

    /** Whether a slab other than the first does not stand on the one before it: nothing of the solid is between them. */
    boolean isApart(int i) {
        return lowMm[i] - highMm[i - 1] > Nearest.TOUCH_MM;
    }

    PlaneRegion region(int i) {
        return regions.get(i);
    }

    RegionEdges edges(int i) {
        RegionEdges known = slabEdges[i];
        if (known == null) {
            known = edges(regions.get(i));
            slabEdges[i] = known;
        }
        return known;
    }

    /** Of a region in the same plane coordinates, usually one of the stack's. */
    RegionEdges edges(PlaneRegion region) {
        return edges.computeIfAbsent(region, RegionEdges::new);
    }
}
