package org.cordonrt.margin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordonrt.geometry.PlaneRegion;
import org.jspecify.annotations.Nullable;

/**
 * The slabs of a stack, or what they leave free, for questions about points. Trapezoids are made when a slab is first
 * asked for; one search each, not thread-safe.
 */
final class Bands {
    /** Free space narrower than this is a seam between contours that touch, opened by rounding. */
    private static final double SEAM_MM = 1e-6;

    private final SlabStack stack;
    private final boolean free;
    private final @Nullable TrapezoidSet[] sets;

    // Around all regions, with a margin.
    private final double minX;
    private final double minY;
    private final double maxX;
    private final double maxY;

    private Bands(SlabStack stack, boolean free) {
        this.stack = stack;
        double x0 = Double.POSITIVE_INFINITY;
        double y0 = Double.POSITIVE_INFINITY;
        double x1 = Double.NEGATIVE_INFINITY;
        double y1 = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < stack.size(); i++) {
            PlaneRegion r = stack.region(i);
            x0 = Math.min(x0, r.minX());
            y0 = Math.min(y0, r.minY());
            x1 = Math.max(x1, r.maxX());
            y1 = Math.max(y1, r.maxY());
        }
        minX = x0 - 1;
        minY = y0 - 1;
        maxX = x1 + 1;
        maxY = y1 + 1;
        this.free = free;
        sets = new TrapezoidSet[stack.size()];
    }

    /** The filled slabs. */
    static Bands filled(SlabStack stack) {
        return new Bands(stack, false);
    }

    /** In each slab, what its region leaves free. */
    static Bands free(SlabStack stack) {
        return new Bands(stack, true);
    }

    SlabStack stack() {
        return stack;
    }

    /** The slab at a height: the last one for heights above all, the first one for heights below. */
    int at(double height) {
        int k = Arrays.binarySearch(stack.lowMm, height);
        return k >= 0 ? k : Math.max(0, -k - 2);
    }

    /** Lowers the foot's distance to that of the nearest point in a slab's plane coordinates, if it is nearer. */
    void nearest(int slab, double x, double y, TrapezoidSet.Foot foot) {
        if (free && (x < minX || x > maxX || y < minY || y > maxY)) {
            foot.here(x, y);
            return;
        }
        if (free && !stack.region(slab).mayRepeatEdges()) {
            // No seams to leave out: the free space begins at the edges.
            RegionEdges edges = stack.edges(slab);
            if (edges.contains(x, y)) {
                edges.nearest(x, y, foot);
            } else {
                foot.here(x, y);
            }
            return;
        }
        trapezoids(slab).nearest(x, y, foot);
    }

    /** Looks for a point of a filled slab in a rectangle, in plane coordinates; in its middle if that is one. */
    boolean meets(int slab, double x, double y, double halfX, double halfY, double[] found) {
        return stack.region(slab).mayRepeatEdges()
                ? trapezoids(slab).meets(x, y, halfX, halfY, found)
                : stack.edges(slab).meets(x, y, halfX, halfY, found);
    }

    private TrapezoidSet trapezoids(int slab) {
        TrapezoidSet set = sets[slab];
        if (set == null) {
            PlaneRegion r = stack.region(slab);
            set = new TrapezoidSet(free ? complement(r) : r.toTrapezoids());
            sets[slab] = set;
        }
        return set;
    }

    /** What a region leaves free of the rectangle around all regions. */
    private double[][] complement(PlaneRegion r) {
        List<double[]> rings = new ArrayList<>(Arrays.asList(r.toRings()));
        rings.add(new double[] {minX, minY, maxX, minY, maxX, maxY, minX, maxY});
        List<double[]> wide = new ArrayList<>();
        for (double[] t : PlaneRegion.evenOdd(rings).toTrapezoids()) {
            if (Math.max(t[2] - t[0], t[4] - t[6]) > SEAM_MM && t[5] - t[1] > SEAM_MM) {
                wide.add(t);
            }
        }
        return wide.toArray(new double[0][]);
    }
}
