package org.cordonrt.reirradiation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * The largest value that a sum of fields takes on in a solid, by branch and bound: boxes are halved along the direction
 * that matters most, the most promising first, until no box can exceed a value that was found by more than the
 * tolerance. The bounds hold for the slab solid and trilinear doses. One search is made for each question and thrown
 * away.
 */
final class MaximumSearch {
    /** Then the bounds are given as they stand: wide, and still true. */
    private static final int MOST_BOXES = 200_000;

    private static final double[] NO_SIZE = {0, 0, 0};

    private final SlabSolid solid;
    private final List<EquivalentField> fixed;
    private final List<EquivalentField> moving;
    private final double aroundMm;
    private final PriorityQueue<Box> open = new PriorityQueue<>(Comparator.comparingDouble((Box b) -> -b.upper));
    private double best = Double.NEGATIVE_INFINITY;
    private Point3 bestAt = new Point3(0, 0, 0);

    private MaximumSearch(SlabSolid solid, List<EquivalentField> fixed, List<EquivalentField> moving, double aroundMm) {
        this.solid = solid;
        this.fixed = fixed;
        this.moving = moving;
        this.aroundMm = aroundMm;
    }

    /**
     * @param value bounds of the largest value
     * @param atMm where the lower bound is taken on, patient coordinates
     */
    record Found(Interval value, Point3 atMm) {}

    /** The largest sum of the fields. */
    static Found largest(SlabSolid solid, List<EquivalentField> fields, double tolerance) {
        return new MaximumSearch(solid, fields, List.of(), 0).run(tolerance);
    }

    /** As {@link #largest}, where only a sum above {@code floor} matters: no more is looked for than that. */
    static Found largestAbove(double floor, SlabSolid solid, List<EquivalentField> fields, double tolerance) {
        MaximumSearch search = new MaximumSearch(solid, fields, List.of(), 0);
        search.best = floor;
        return search.run(tolerance);
    }

    /** An upper bound of the sum where each of the moving fields may lie elsewhere by up to {@code aroundMm}. */
    static double upperBound(
            SlabSolid solid,
            List<EquivalentField> fixed,
            List<EquivalentField> moving,
            double aroundMm,
            double tolerance) {
        return new MaximumSearch(solid, fixed, moving, aroundMm)
                .run(tolerance)
                .value()
                .upper();
    }

    /** A box in the solid's frame, with the edges of the slab's region that cross its face. */
    private record Box(Region region, double[] centre, double[] half, int[] edges, double lower, double upper) {}

    /** One slab's region as edges x0, y0, x1, y1. */
    private record Region(Slab slab, double[] edges) {
        static Region of(Slab slab) {
            int n = 0;
            double[][] rings = slab.region().toRings();
            for (double[] ring : rings) {
                n += ring.length / 2;
            }
            double[] edges = new double[4 * n];
            int e = 0;
            for (double[] ring : rings) {
                for (int i = 0; i < ring.length; i += 2) {
                    int next = (i + 2) % ring.length;
                    edges[e++] = ring[i];
                    edges[e++] = ring[i + 1];
                    edges[e++] = ring[next];
                    edges[e++] = ring[next + 1];
                }
            }
            return new Region(slab, edges);
        }
    }

    private Found run(double tolerance) {
        for (Slab slab : solid.slabs()) {
            Region region = Region.of(slab);
            int[] all = new int[region.edges.length / 4];
            for (int i = 0; i < all.length; i++) {
                all[i] = i;
            }
            double[] centre = {
                (slab.region().minX() + slab.region().maxX()) / 2,
                (slab.region().minY() + slab.region().maxY()) / 2,
                (slab.lowMm() + slab.highMm()) / 2
            };
            double[] half = {
                (slab.region().maxX() - slab.region().minX()) / 2,
                (slab.region().maxY() - slab.region().minY()) / 2,
                slab.thicknessMm() / 2
            };
            add(region, centre, half, all);
        }
        double upper = Double.NEGATIVE_INFINITY;
        for (int boxes = 0; !open.isEmpty(); boxes++) {
            Box box = open.remove();
            upper = Math.max(box.upper, best);
            if (box.upper <= best + tolerance || boxes >= MOST_BOXES) {
                break;
            }
            split(box);
            upper = best; // should nothing be left
        }
        return new Found(new Interval(best, Math.max(best, upper)), bestAt);
    }

    /** Keeps a box that meets the region; a point of it that lies in the region gives a value. */
    private void add(Region region, double[] centre, double[] half, int[] edges) {
        int[] crossing = new int[edges.length];
        int n = 0;
        double[] inside = null;
        for (int e : edges) {
            double[] point = crossing(region.edges, e, centre, half);
            if (point != null) {
                crossing[n++] = e;
                inside = inside == null ? point : inside;
            }
        }
        if (region.slab.region().contains(centre[0], centre[1])) {
            inside = new double[] {centre[0], centre[1]};
        }
        if (inside == null) {
            return;
        }
        double value = at(inside[0], inside[1], centre[2]);
        if (value > best) {
            best = value;
            bestAt = solid.frame().point(inside[0], inside[1], centre[2]);
        }
        double[] range = new double[2];
        fixed.forEach(f -> f.addRange(centre, half, 0, range));
        moving.forEach(f -> f.addRange(centre, half, aroundMm, range));
        if (range[1] > best) {
            open.add(new Box(region, centre, half, Arrays.copyOf(crossing, n), range[0], range[1]));
        }
    }

    private double at(double a, double b, double c) {
        double sum = 0;
        for (EquivalentField f : fixed) {
            sum += f.at(a, b, c);
        }
        double[] range = new double[2];
        moving.forEach(f -> f.addRange(new double[] {a, b, c}, NO_SIZE, aroundMm, range));
        return sum + range[1];
    }

    private void split(Box box) {
        int axis = widest(box);
        double[] half = box.half.clone();
        half[axis] /= 2;
        for (int side = -1; side <= 1; side += 2) {
            double[] centre = box.centre.clone();
            centre[axis] += side * half[axis];
            add(box.region, centre, half.clone(), box.edges);
        }
    }

    /** The direction along which the sum changes most across the box. */
    private int widest(Box box) {
        int widest = -1;
        double most = 0;
        for (int axis = 0; axis < 3; axis++) {
            double[] thin = {0, 0, 0};
            thin[axis] = box.half[axis];
            double[] range = new double[2];
            fixed.forEach(f -> f.addRange(box.centre, thin, 0, range));
            moving.forEach(f -> f.addRange(box.centre, thin, 0, range));
            double change = range[1] - range[0];
            if (change > most) {
                most = change;
                widest = axis;
            }
        }
        if (widest >= 0) {
            return widest;
        }
        int longest = 0;
        for (int axis = 1; axis < 3; axis++) {
            longest = box.half[axis] > box.half[longest] ? axis : longest;
        }
        return longest;
    }

    /** The middle of the part of an edge that lies in a box's face; null when none does (Liang and Barsky 1984). */
    private static double @Nullable [] crossing(double[] edges, int e, double[] centre, double[] half) {
        double x0 = edges[4 * e];
        double y0 = edges[4 * e + 1];
        double dx = edges[4 * e + 2] - x0;
        double dy = edges[4 * e + 3] - y0;
        double from = 0;
        double to = 1;
        for (int axis = 0; axis < 2; axis++) {
            double start = axis == 0 ? x0 : y0;
            double step = axis == 0 ? dx : dy;
            double low = centre[axis] - half[axis] - start;
            double high = centre[axis] + half[axis] - start;
            if (step == 0) {
                if (low > 0 || high < 0) {
                    return null;
                }
                continue;
            }
            double a = low / step;
            double b = high / step;
            from = Math.max(from, Math.min(a, b));
            to = Math.min(to, Math.max(a, b));
        }
        if (from > to) {
            return null;
        }
        double t = (from + to) / 2;
        return new double[] {x0 + t * dx, y0 + t * dy};
    }
}
