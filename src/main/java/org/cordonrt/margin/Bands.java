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

    private Bands(SlabStack stack, boolean free) {
        this.stack = stack;
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
        PlaneRegion r = stack.region(slab);
        if (free && (x <= r.minX() || x >= r.maxX() || y <= r.minY() || y >= r.maxY())) {
            foot.here(x, y);
            return;
        }
        TrapezoidSet set = sets[slab];
        if (set == null) {
            set = new TrapezoidSet(free ? complement(r) : r.toTrapezoids());
            sets[slab] = set;
        }
        set.nearest(x, y, foot);
    }

    /** Within a margin around the region, which is all that a point inside it can be nearest to. */
    private static double[][] complement(PlaneRegion r) {
        List<double[]> rings = new ArrayList<>(Arrays.asList(r.toRings()));
        double x0 = r.minX() - 1;
        double y0 = r.minY() - 1;
        double x1 = r.maxX() + 1;
        double y1 = r.maxY() + 1;
        rings.add(new double[] {x0, y0, x1, y0, x1, y1, x0, y1});
        List<double[]> wide = new ArrayList<>();
        for (double[] t : PlaneRegion.evenOdd(rings).toTrapezoids()) {
            if (Math.max(t[2] - t[0], t[4] - t[6]) > SEAM_MM && t[5] - t[1] > SEAM_MM) {
                wide.add(t);
            }
        }
        return wide.toArray(new double[0][]);
    }
}
