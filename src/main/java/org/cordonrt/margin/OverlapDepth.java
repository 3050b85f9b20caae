package org.cordonrt.margin;

import java.util.PriorityQueue;
import org.cordonrt.Interruption;
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
     * After every so many cells the tolerance doubles: where structures follow each other at one depth, the search would
     * otherwise go all the way along them for a hundredth of a millimetre.
     */
    private static final int PATIENCE = 20_000;

    /** A direction is worth dividing when that could take at least this part of the doubt away. */
    private static final double TELLING = 8;

    private final PlaneFrame frame;
    private final SlabStack stack;
    // Where the slabs that stand upon each other, this one among them, begin and end.
    private final double[] bottom;
    private final double[] top;
    private final Bands free;
    private final Reach entering;

    private final PriorityQueue<Cell> cells = new PriorityQueue<>();
    private final TrapezoidSet.Foot foot = new TrapezoidSet.Foot();
    private final TrapezoidSet.Foot scratch = new TrapezoidSet.Foot();
    private final double[] point = new double[3];
    private double tolerance = TOLERANCE_MM;
    private int count;
    private double depth;
    private Point3 deepest;

    // Results of one evaluation: the depth at the centre, a bound over the cell, and bounds over the three rectangles
    // through its centre, which have no extent in one direction.
    private double atCentre;
    private double overCell;
    private double withoutX;
    private double withoutY;
    private double withoutZ;

    private enum Side {
        X,
        Y,
        Z
    }

    /** A box over a rectangle of the plane, inside one slab; the bound is for the depth of any point in it. */
    private record Cell(
            int slab,
            double x,
            double y,
            double halfX,
            double halfY,
            double low,
            double high,
            Side divide,
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
        if (SlabStack.areParallel(entered.frame(), entering.frame())) {
            frame = entered.frame();
            this.entering = new ParallelReach(new SlabStack(entering, frame));
        } else {
            ObliqueFrames frames = ObliqueFrames.of(entered.frame(), entering.frame());
            frame = frames.first();
            PrismSet prisms = new PrismSet(entering, false, frames.second(), frame);
            this.entering = new ObliqueReach(prisms, frames.cos(), frames.sin());
        }
        stack = new SlabStack(entered, frame);
        bottom = stack.lowMm.clone();
        top = stack.highMm.clone();
        for (int k = 1; k < stack.size(); k++) {
            bottom[k] = stack.isApart(k) ? bottom[k] : bottom[k - 1];
        }
        for (int k = stack.size() - 1; k > 0; k--) {
            top[k - 1] = stack.isApart(k) ? top[k - 1] : top[k];
        }
        free = Bands.free(stack);
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
            Interruption.check();
            divide(c);
            c = cells.poll();
        }
    }

    private void divide(Cell c) {
        switch (c.divide) {
            case X -> {
                double half = c.halfX / 2;
                add(c.slab, c.x - half, c.y, half, c.halfY, c.low, c.high);
                add(c.slab, c.x + half, c.y, half, c.halfY, c.low, c.high);
            }
            case Y -> {
                double half = c.halfY / 2;
                add(c.slab, c.x, c.y - half, c.halfX, half, c.low, c.high);
                add(c.slab, c.x, c.y + half, c.halfX, half, c.low, c.high);
            }
            case Z -> {
                double middle = (c.low + c.high) / 2;
                add(c.slab, c.x, c.y, c.halfX, c.halfY, c.low, middle);
                add(c.slab, c.x, c.y, c.halfX, c.halfY, middle, c.high);
            }
        }
    }

    private void add(int slab, double x, double y, double halfX, double halfY, double low, double high) {
        // Cheapest first: the free space of the slab itself, then whether there is anything to look for, then the rest.
        begin(slab, x, y, halfX, halfY, low, high);
        if (overCell <= depth + tolerance || !entering.meets(x, y, halfX, halfY, low, high, point)) {
            return;
        }
        neighbours(slab, x, y, halfX, halfY, low, high, depth + tolerance);
        double bound = overCell;
        if (bound <= depth + tolerance) {
            return;
        }
        double gain = bound - Math.min(withoutX, Math.min(withoutY, withoutZ));
        Side steepest = withoutX <= withoutY && withoutX <= withoutZ ? Side.X : withoutY <= withoutZ ? Side.Y : Side.Z;
        double there = depthAt(point[0], point[1], point[2]);
        if (there > depth) {
            depth = there;
            deepest = frame.point(point[0], point[1], point[2]);
        }
        if (bound > depth + tolerance) {
            double halfZ = (high - low) / 2;
            Side largest = halfX >= halfY && halfX >= halfZ ? Side.X : halfY >= halfZ ? Side.Y : Side.Z;
            // Where no single direction tells, the size of the cell is what stands between the bound and the point.
            boolean telling = gain > (bound - Math.min(there, depth)) / TELLING;
            cells.add(new Cell(slab, x, y, halfX, halfY, low, high, telling ? steepest : largest, bound));
            count++;
            if (count % PATIENCE == 0) {
                tolerance *= 2;
            }
        }
    }

    /** The depth of a point, or anything between it and the best depth so far if it is not deeper. */
    private double depthAt(double x, double y, double z) {
        int slab = free.at(z);
        begin(slab, x, y, 0, 0, z, z);
        neighbours(slab, x, y, 0, 0, z, z, depth);
        return atCentre;
    }

    /** Begins an evaluation with the ends of what the slab belongs to and the free space of the slab itself. */
    private void begin(int slab, double x, double y, double halfX, double halfY, double low, double high) {
        double z = (low + high) / 2;
        atCentre = Math.min(top[slab] - z, z - bottom[slab]);
        withoutZ = atCentre;
        overCell = Math.min(top[slab] - low, high - bottom[slab]);
        withoutX = overCell;
        withoutY = overCell;
        take(slab, x, y, halfX, halfY, 0, 0);
    }

    /** Goes on with the other slabs, up and down, until they are too far to matter or the bound is low enough. */
    private void neighbours(
            int slab, double x, double y, double halfX, double halfY, double low, double high, double enough) {
        double z = (low + high) / 2;
        int up = slab + 1;
        int down = slab - 1;
        while (overCell > enough) {
            double gapUp = up < stack.size() ? stack.lowMm[up] - z : Double.POSITIVE_INFINITY;
            double gapDown = down >= 0 ? z - stack.highMm[down] : Double.POSITIVE_INFINITY;
            if (Math.min(gapUp, gapDown) >= overCell) {
                return;
            }
            if (gapUp <= gapDown) {
                take(up, x, y, halfX, halfY, gapUp, stack.lowMm[up] - low);
                up++;
            } else {
                take(down, x, y, halfX, halfY, gapDown, high - stack.highMm[down]);
                down--;
            }
        }
    }

    /** Takes the free space of one slab into account, whose height is off by a gap from the centre, at most by another. */
    private void take(int slab, double x, double y, double halfX, double halfY, double gap, double largestGap) {
        double limit2 = overCell * overCell - gap * gap;
        free.nearest(slab, x, y, foot.within2(limit2));
        if (foot.distance2 < limit2) {
            double near = Math.sqrt(foot.distance2);
            atCentre = Math.min(atCentre, Math.sqrt(gap * gap + near * near));
            if (halfX == 0 && halfY == 0) {
                overCell = Math.min(overCell, atCentre);
                return;
            }
            double alongX = Math.max(away(x - halfX, y), away(x + halfX, y));
            double alongY = Math.max(away(x, y - halfY), away(x, y + halfY));
            double corners = Math.max(
                    Math.max(away(x - halfX, y - halfY), away(x + halfX, y - halfY)),
                    Math.max(away(x - halfX, y + halfY), away(x + halfX, y + halfY)));
            withoutX = Math.min(withoutX, Math.sqrt(largestGap * largestGap + alongY * alongY));
            withoutY = Math.min(withoutY, Math.sqrt(largestGap * largestGap + alongX * alongX));
            withoutZ = Math.min(withoutZ, Math.sqrt(gap * gap + corners * corners));
            overCell = Math.min(overCell, Math.sqrt(largestGap * largestGap + corners * corners));
        }
    }

    private double away(double x, double y) {
        return foot.pieceDistance(x, y, scratch);
    }
}
