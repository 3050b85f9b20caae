package org.cordonrt.margin;

import java.util.PriorityQueue;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;

/**
 * How far one slab solid reaches into another: the largest distance from a point that both cover to the nearest point
 * outside the entered one. Upright cells with a bound from above are divided, most promising first, until no cell can
 * hold a point deeper than the best one found by more than the tolerance. One search each; not thread-safe.
 */
final class OverlapDepth {
    /** How much deeper than the answer a point may be. */
    static final double TOLERANCE_MM = 0.01;

    /**
     * After every so many cells the tolerance doubles: the middle of a long thin shell is a ridge of equal depths, which
     * would be followed over its whole length otherwise.
     */
    private static final int PATIENCE = 100_000;

    /** A cell this many times taller than wide has nothing more to gain from becoming thinner. */
    private static final double SLENDER = 64;

    private final PlaneFrame frame;
    private final SlabStack stack;
    private final Bands free;
    private final Reach entering;

    private final PriorityQueue<Cell> cells = new PriorityQueue<>();
    private final TrapezoidSet.Foot foot = new TrapezoidSet.Foot();
    private final double[] point = new double[3];
    private double tolerance = TOLERANCE_MM;
    private int count;
    private double depth;
    private Point3 deepest;

    // Results of one evaluation: depth at the centre; bounds over the cell, its axis, and its middle section.
    private double atCentre;
    private double overCell;
    private double overAxis;
    private double overSection;

    /** A box over a rectangle of the plane, inside one slab; the bound is for the depth of any point in it. */
    private record Cell(
            int slab,
            double x,
            double y,
            double halfX,
            double halfY,
            double low,
            double high,
            boolean tall,
            double bound)
            implements Comparable<Cell> {
        @Override
        public int compareTo(Cell o) {
            return Double.compare(o.bound, bound);
        }
    }

    /**
     * @param entered the solid whose depth is measured
     * @param common a point of both solids, the answer if none is deeper
     */
    OverlapDepth(SlabSolid entered, SlabSolid entering, Point3 common) {
        frame = entered.frame();
        stack = new SlabStack(entered, frame);
        free = Bands.free(stack);
        this.entering = SlabStack.areParallel(frame, entering.frame())
                ? new ParallelReach(new SlabStack(entering, frame))
                : new ObliqueReach(frame, entering.frame(), new SlabStack(entering, entering.frame()));
        deepest = common;
        search();
    }

    /** Not above the true depth, mm. */
    double depthMm() {
        return depth;
    }

    /** A point of that depth. */
    Point3 deepestPoint() {
        return deepest;
    }

    private void search() {
        for (int k = 0; k < stack.size(); k++) {
            double halfX = (stack.box[4 * k + 2] - stack.box[4 * k]) / 2;
            double halfY = (stack.box[4 * k + 3] - stack.box[4 * k + 1]) / 2;
            add(
                    k,
                    stack.box[4 * k] + halfX,
                    stack.box[4 * k + 1] + halfY,
                    halfX,
                    halfY,
                    stack.lowMm[k],
                    stack.highMm[k]);
        }
        Cell c = cells.poll();
        while (c != null && c.bound > depth + tolerance) {
            divide(c);
            c = cells.poll();
        }
    }

    private void divide(Cell c) {
        if (c.tall) {
            double middle = (c.low + c.high) / 2;
            add(c.slab, c.x, c.y, c.halfX, c.halfY, c.low, middle);
            add(c.slab, c.x, c.y, c.halfX, c.halfY, middle, c.high);
        } else if (c.halfX >= c.halfY) {
            double half = c.halfX / 2;
            add(c.slab, c.x - half, c.y, half, c.halfY, c.low, c.high);
            add(c.slab, c.x + half, c.y, half, c.halfY, c.low, c.high);
        } else {
            double half = c.halfY / 2;
            add(c.slab, c.x, c.y - half, c.halfX, half, c.low, c.high);
            add(c.slab, c.x, c.y + half, c.halfX, half, c.low, c.high);
        }
    }

    private void add(int slab, double x, double y, double halfX, double halfY, double low, double high) {
        double radius = Math.hypot(halfX, halfY);
        double z = (low + high) / 2;
        evaluate(slab, x, y, radius, low, high);
        double bound = overCell;
        double fromWidth = bound - overAxis;
        double fromHeight = bound - overSection;
        double centre = atCentre;
        if (bound <= depth + tolerance || !entering.near(x, y, radius, low, high, point)) {
            return;
        }
        double offBase = Math.hypot(point[0] - x, point[1] - y);
        double offHeight = Math.abs(point[2] - z);
        double there = offBase == 0 && offHeight == 0 ? centre : depthAt(point[0], point[1], point[2]);
        if (there > depth) {
            depth = there;
            deepest = frame.point(point[0], point[1], point[2]);
        }
        if (bound > depth + tolerance) {
            boolean tall = centre - there > Math.max(fromWidth, fromHeight)
                    ? offHeight > offBase || high - low > SLENDER * radius
                    : fromHeight > fromWidth;
            cells.add(new Cell(slab, x, y, halfX, halfY, low, high, tall, bound));
            count++;
            if (count % PATIENCE == 0) {
                tolerance *= 2;
            }
        }
    }

    private double depthAt(double x, double y, double z) {
        evaluate(free.at(z), x, y, 0, z, z);
        return atCentre;
    }

    private void evaluate(int slab, double x, double y, double radius, double low, double high) {
        double z = (low + high) / 2;
        double top = stack.highMm[stack.size() - 1];
        double bottom = stack.lowMm[0];
        atCentre = Math.min(top - z, z - bottom);
        overSection = atCentre;
        overCell = Math.min(top - low, high - bottom);
        overAxis = overCell;
        take(slab, x, y, radius, 0, 0);
        for (int j = slab + 1; j < stack.size() && stack.lowMm[j] - z < overCell; j++) {
            take(j, x, y, radius, stack.lowMm[j] - z, stack.lowMm[j] - low);
        }
        for (int j = slab - 1; j >= 0 && z - stack.highMm[j] < overCell; j--) {
            take(j, x, y, radius, z - stack.highMm[j], high - stack.highMm[j]);
        }
    }

    /** Takes the free space of one slab into account, whose height is off by a gap from the centre, at most by another. */
    private void take(int slab, double x, double y, double radius, double gap, double largestGap) {
        free.nearest(slab, x, y, foot.within2(overCell * overCell));
        if (foot.distance2 < overCell * overCell) {
            double near = Math.sqrt(foot.distance2);
            double far = near + radius;
            atCentre = Math.min(atCentre, Math.sqrt(gap * gap + near * near));
            overSection = Math.min(overSection, Math.sqrt(gap * gap + far * far));
            overAxis = Math.min(overAxis, Math.sqrt(largestGap * largestGap + near * near));
            overCell = Math.min(overCell, Math.sqrt(largestGap * largestGap + far * far));
        }
    }
}
