package org.cordonrt.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;

/**
 * Cuts the surface of the shape model into slabs: at every level of its stacks one, reaching half-way to the levels next
 * to it. A contour plane's slab has the region of its contours.
 */
final class ShapeSlabs {
    /** Levels nearer than this are one. */
    private static final double SAME_LEVEL_MM = 1e-7;

    /** Each section has the rings of all parts, and each part asks for sections: the square of the parts. */
    private static final long MOST_VERTICES = 10_000_000;

    private final List<ShapePlane> planes;
    private final List<Slab> slabs = new ArrayList<>();
    private long vertices;

    private ShapeSlabs(List<ShapePlane> planes) {
        this.planes = planes;
    }

    /** @param surface of a structure drawn on several planes */
    static List<Slab> of(ShapeSurface surface) {
        ShapeSlabs all = new ShapeSlabs(surface.planes());
        for (int g = 0; g < surface.patchCount(); g++) {
            all.gap(g, surface.stacks(g).stream().filter(s -> !s.isFlat()).toList());
        }
        return all.slabs;
    }

    private void gap(int g, List<RingStack> stacks) {
        if (stacks.isEmpty()) {
            return;
        }
        double high = g < planes.size() ? planes.get(g).heightMm() : Double.POSITIVE_INFINITY;
        double[] levels = levels(stacks, high);
        double[] ends = ends(stacks);
        for (int l = 0; l < levels.length; l++) {
            double from = l == 0 ? ends[0] : (levels[l - 1] + levels[l]) / 2;
            double to = l + 1 == levels.length ? ends[ends.length - 1] : (levels[l] + levels[l + 1]) / 2;
            // Where a stack ends at a level, its slab is cut there.
            for (double end : ends) {
                if (end > from && end < to) {
                    add(g, levels[l], from, end, stacks);
                    from = end;
                }
            }
            add(g, levels[l], from, to, stacks);
        }
    }

    private static double[] levels(List<RingStack> stacks, double high) {
        double[] all =
                stacks.stream().flatMapToDouble(ShapeSlabs::levels).sorted().toArray();
        int n = 0;
        for (double h : all) {
            if (n == 0 || h - all[n - 1] > SAME_LEVEL_MM) {
                all[n++] = h;
            } else if (h == high) {
                all[n - 1] = h;
            }
        }
        return Arrays.copyOf(all, n);
    }

    /** Where a stack's ring is cut: a ring that is carried straight on is the same everywhere, so at its plane only. */
    private static DoubleStream levels(RingStack stack) {
        if (stack.isStraight()) {
            return DoubleStream.of(stack.planeMm());
        }
        return Arrays.stream(stack.heightMm());
    }

    private static double[] ends(List<RingStack> stacks) {
        return stacks.stream()
                .flatMapToDouble(s -> Arrays.stream(new double[] {s.lowMm(), s.highMm()}))
                .sorted()
                .distinct()
                .toArray();
    }

    private void add(int g, double level, double from, double to, List<RingStack> stacks) {
        if (!(to > from)) {
            return;
        }
        double middle = (from + to) / 2;
        PlaneRegion region = null;
        if (g > 0 && level == planes.get(g - 1).heightMm() && allOf(stacks, level, middle, true)) {
            region = planes.get(g - 1).region();
        } else if (g < planes.size() && level == planes.get(g).heightMm() && allOf(stacks, level, middle, false)) {
            region = planes.get(g).region();
        }
        if (region == null) {
            List<double[]> rings = new ArrayList<>();
            for (RingStack s : stacks) {
                if (s.lowMm() < middle && middle < s.highMm()) {
                    rings.add(s.ringAt(level));
                }
            }
            if (rings.isEmpty()) {
                return;
            }
            rings.forEach(r -> vertices += r.length / 2);
            if (vertices > MOST_VERTICES) {
                throw new CordonException(
                        IssueCode.CONTOUR_GEOMETRY,
                        "the contours have too many separate parts to be joined from plane to plane; use the slab model"
                                + " (--solid slab) or draw them anew");
            }
            region = PlaneRegion.covered(rings);
        }
        if (!(region.areaMm2() > 0)) {
            return;
        }
        Slab before = slabs.isEmpty() ? null : slabs.get(slabs.size() - 1);
        if (before != null && before.region() == region && before.highMm() == from) {
            slabs.set(slabs.size() - 1, new Slab(before.planeMm(), before.lowMm(), to, region));
        } else {
            slabs.add(new Slab(Math.max(from, Math.min(to, level)), from, to, region));
        }
    }

    /** Whether at a plane's level exactly the stacks that begin (or end) there are there. */
    private static boolean allOf(List<RingStack> stacks, double level, double middle, boolean begin) {
        for (RingStack s : stacks) {
            boolean atPlane = (begin ? s.lowMm() : s.highMm()) == level;
            boolean there = s.lowMm() < middle && middle < s.highMm();
            if (atPlane != there) {
                return false;
            }
        }
        return true;
    }
}
