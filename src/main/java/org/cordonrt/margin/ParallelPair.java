package org.cordonrt.margin;

import java.util.Arrays;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;

/**
 * Two solids with parallel planes. The distance of two slabs is the gap between their heights and the distance of their
 * regions, at right angles to each other; only slabs whose gap and bounding boxes are closer than the best so far are
 * looked at.
 */
final class ParallelPair implements PairSearch {
    private final PlaneFrame frame;
    private final SlabStack a;
    private final SlabStack b;

    ParallelPair(SlabSolid first, SlabSolid second) {
        frame = first.frame();
        a = new SlabStack(first, frame);
        b = new SlabStack(second, frame);
    }

    @Override
    public Nearest slabs() {
        return new Search(a.lowMm, a.highMm, b.lowMm, b.highMm).run();
    }

    @Override
    public Nearest planes() {
        return new Search(a.planeMm, a.planeMm, b.planeMm, b.planeMm).run();
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

    /** One search for the nearest pair of slabs, each with the heights [low, high]. */
    private final class Search {
        private final double[] lowA;
        private final double[] highA;
        private final double[] lowB;
        private final double[] highB;
        private double best2 = Double.POSITIVE_INFINITY;
        private Point3 onA = new Point3(0, 0, 0);
        private Point3 onB = new Point3(0, 0, 0);

        Search(double[] lowA, double[] highA, double[] lowB, double[] highB) {
            this.lowA = lowA;
            this.highA = highA;
            this.lowB = lowB;
            this.highB = highB;
        }

        Nearest run() {
            int rows = a.size();
            double[] bound2 = new double[rows];
            long[] order = new long[rows];
            for (int i = 0; i < rows; i++) {
                bound2[i] = bound2(i, nearestByBound(i));
                // Non-negative floats sort like their bits; the row number breaks ties.
                order[i] = (long) Float.floatToRawIntBits((float) bound2[i]) << 32 | i;
            }
            Arrays.sort(order);
            for (long key : order) {
                int i = (int) key;
                if (bound2[i] < best2) {
                    row(i);
                }
            }
            return Nearest.of(Math.sqrt(best2), onA, onB);
        }

        private int nearestByBound(int i) {
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            double leastCentres = Double.POSITIVE_INFINITY;
            for (int j = 0; j < b.size(); j++) {
                double d2 = bound2(i, j);
                // Among equals, the one at the most similar height is likely to be near.
                double centres = Math.abs(lowA[i] + highA[i] - lowB[j] - highB[j]);
                if (d2 < least || d2 == least && centres < leastCentres) {
                    least = d2;
                    leastCentres = centres;
                    nearest = j;
                }
            }
            return nearest;
        }

        /** From the nearest slab outwards in both directions, as far as the gap in height allows. */
        private void row(int i) {
            int start = nearestByBound(i);
            pair(i, start);
            for (int j = start + 1; j < b.size() && reaches(lowB[j] - highA[i]); j++) {
                pair(i, j);
            }
            for (int j = start - 1; j >= 0 && reaches(lowA[i] - highB[j]); j--) {
                pair(i, j);
            }
        }

        private boolean reaches(double gap) {
            return gap <= 0 || gap * gap < best2;
        }

        private double gap(int i, int j) {
            return Math.max(0, Math.max(lowB[j] - highA[i], lowA[i] - highB[j]));
        }

        private double bound2(int i, int j) {
            double gap = gap(i, j);
            double dx = Math.max(0, Math.max(b.box[4 * j] - a.box[4 * i + 2], a.box[4 * i] - b.box[4 * j + 2]));
            double dy = Math.max(0, Math.max(b.box[4 * j + 1] - a.box[4 * i + 3], a.box[4 * i + 1] - b.box[4 * j + 3]));
            return gap * gap + (dx * dx + dy * dy);
        }

        private void pair(int i, int j) {
            if (!(bound2(i, j) < best2)) {
                return;
            }
            double gap = gap(i, j);
            RegionDistance d = new RegionDistance(a.edges(i), b.edges(j), best2 - gap * gap);
            if (d.found()) {
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
