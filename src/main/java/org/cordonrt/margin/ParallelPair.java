package org.cordonrt.margin;

import java.util.Arrays;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * Two solids with parallel planes. The distance of two slabs is the gap between their heights and the distance of their
 * regions, at right angles to each other; only slabs whose gap and bounding boxes are closer than the best so far are
 * looked at.
 */
final class ParallelPair implements PairSearch {
    private final SlabSolid first;
    private final SlabSolid second;
    private final PlaneFrame frame;
    private final SlabStack a;
    private final SlabStack b;
    private Nearest @Nullable [] found;

    ParallelPair(SlabSolid first, SlabSolid second) {
        this.first = first;
        this.second = second;
        frame = first.frame();
        a = new SlabStack(first, frame);
        b = new SlabStack(second, frame);
    }

    @Override
    public Nearest slabs() {
        return found()[0];
    }

    @Override
    public Nearest planes() {
        return found()[1];
    }

    /** Both at once, since they rest on the same distances of regions. */
    private Nearest[] found() {
        Nearest[] known = found;
        if (known == null) {
            Best slabs = new Best(a.lowMm, a.highMm, b.lowMm, b.highMm);
            Best planes = new Best(a.planeMm, a.planeMm, b.planeMm, b.planeMm);
            search(slabs, planes);
            known = new Nearest[] {slabs.nearest(), planes.nearest()};
            found = known;
        }
        return known;
    }

    @Override
    public Nearest surfaces(Nearest flat) {
        ContourBound contours =
                second.frame().equals(frame) ? new ContourBound(first.surface(), a, second.surface(), b) : null;
        return new SurfaceDistance(first.surface(), second.surface(), contours).nearest(flat);
    }

    @Override
    public double overlapMm3() {
        double mm3 = 0;
        int from = 0;
        for (int i = 0; i < a.size(); i++) {
            while (from < b.size() && b.highMm[from] <= a.lowMm[i]) {
                from++;
            }
            for (int j = from; j < b.size() && b.lowMm[j] < a.highMm[i]; j++) {
                double height = Math.min(a.highMm[i], b.highMm[j]) - Math.max(a.lowMm[i], b.lowMm[j]);
                if (height > Nearest.TOUCH_MM) {
                    mm3 += height * a.region(i).overlapAreaMm2(b.region(j));
                }
            }
        }
        return mm3;
    }

    private void search(Best slabs, Best planes) {
        int rows = a.size();
        long[] order = new long[rows];
        for (int i = 0; i < rows; i++) {
            // Non-negative floats sort like their bits; the row number breaks ties.
            order[i] = (long) Float.floatToRawIntBits((float) slabs.bound2(i, beside(i))) << 32 | i;
        }
        Arrays.sort(order);
        for (long key : order) {
            // From the slab at about its height outwards in both directions, as far as the gap in height allows.
            int i = (int) key;
            int start = beside(i);
            for (int j = start; j >= 0 && (slabs.reaches(i, j) || planes.reaches(i, j)); j--) {
                pair(i, j, slabs, planes);
            }
            for (int j = start + 1; j < b.size() && (slabs.reaches(i, j) || planes.reaches(i, j)); j++) {
                pair(i, j, slabs, planes);
            }
        }
    }

    /** The last slab of the second whose plane is not above that of one of the first, or the lowest one. */
    private int beside(int i) {
        int j = Arrays.binarySearch(b.planeMm, a.planeMm[i]);
        return j >= 0 ? j : Math.max(0, -j - 2);
    }

    private void pair(int i, int j, Best slabs, Best planes) {
        double limit2 = Math.max(slabs.limit2(i, j), planes.limit2(i, j));
        if (limit2 > 0) {
            RegionDistance d = new RegionDistance(a.edges(i), b.edges(j), limit2);
            if (d.found()) {
                slabs.take(i, j, d);
                planes.take(i, j, d);
            }
        }
    }

    /** The nearest pair of slabs so far, each with the heights [low, high]. */
    private final class Best {
        private final double[] lowA;
        private final double[] highA;
        private final double[] lowB;
        private final double[] highB;
        private double best2 = Double.POSITIVE_INFINITY;
        private Point3 onA = new Point3(0, 0, 0);
        private Point3 onB = new Point3(0, 0, 0);

        Best(double[] lowA, double[] highA, double[] lowB, double[] highB) {
            this.lowA = lowA;
            this.highA = highA;
            this.lowB = lowB;
            this.highB = highB;
        }

        Nearest nearest() {
            return Nearest.of(Math.sqrt(best2), onA, onB);
        }

        private double gap(int i, int j) {
            return Math.max(0, Math.max(lowB[j] - highA[i], lowA[i] - highB[j]));
        }

        boolean reaches(int i, int j) {
            double gap = gap(i, j);
            return gap * gap < best2 || gap == 0;
        }

        double bound2(int i, int j) {
            double gap = gap(i, j);
            double dx = Math.max(0, Math.max(b.box[4 * j] - a.box[4 * i + 2], a.box[4 * i] - b.box[4 * j + 2]));
            double dy = Math.max(0, Math.max(b.box[4 * j + 1] - a.box[4 * i + 3], a.box[4 * i + 1] - b.box[4 * j + 3]));
            return gap * gap + (dx * dx + dy * dy);
        }

        /** The squared distance that two regions would have to stay below; not positive if they need no look. */
        double limit2(int i, int j) {
            double gap = gap(i, j);
            return bound2(i, j) < best2 ? best2 - gap * gap : 0;
        }

        void take(int i, int j, RegionDistance d) {
            double gap = gap(i, j);
            if (gap * gap + d.distance2() < best2) {
                best2 = gap * gap + d.distance2();
                double common = (Math.max(lowA[i], lowB[j]) + Math.min(highA[i], highB[j])) / 2;
                double heightA = gap == 0 ? common : lowB[j] > highA[i] ? highA[i] : lowA[i];
                double heightB = gap == 0 ? common : lowB[j] > highA[i] ? lowB[j] : highB[j];
                onA = frame.point(d.ax(), d.ay(), heightA);
                onB = frame.point(d.bx(), d.by(), heightB);
            }
        }
    }
}
