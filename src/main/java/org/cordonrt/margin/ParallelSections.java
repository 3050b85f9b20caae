package org.cordonrt.margin;

import java.util.Arrays;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.geometry.Slab;
import org.cordonrt.plan.Point3;

/** Cross-sections parallel to the other solid's slabs: looks from the slab at the same height up and down. */
final class ParallelSections implements SectionSearch {
    private final PlaneFrame frame;
    private final SlabStack other;

    ParallelSections(PlaneFrame frame, SlabStack other) {
        this.frame = frame;
        this.other = other;
    }

    @Override
    public Station at(Slab slab, double heightMm, boolean onPlane) {
        PlaneRegion region = slab.region();
        RegionEdges edges = new RegionEdges(region);
        int start = Arrays.binarySearch(other.lowMm, heightMm);
        start = start >= 0 ? start : Math.max(0, -start - 2);
        Best best = new Best(region, edges, heightMm);
        for (int j = start; j < other.size() && best.reaches(other.lowMm[j] - heightMm); j++) {
            best.take(j);
        }
        for (int j = start - 1; j >= 0 && best.reaches(heightMm - other.highMm[j]); j--) {
            best.take(j);
        }
        double inPlane = Double.NaN;
        for (int j = Math.max(0, start - 1); j <= start; j++) {
            if (other.lowMm[j] <= heightMm && heightMm <= other.highMm[j]) {
                double d = Math.sqrt(new RegionDistance(edges, other.edges(j), Double.POSITIVE_INFINITY).distance2());
                inPlane = Double.isNaN(inPlane) ? d : Math.min(inPlane, d);
            }
        }
        inPlane = inPlane < Nearest.TOUCH_MM ? 0 : inPlane;
        Nearest n = best.nearest();
        return new Station(
                heightMm,
                onPlane,
                Profile.centre(slab, frame, heightMm),
                n.distanceMm(),
                n.onFirst(),
                n.onSecond(),
                inPlane);
    }

    /** The best so far for one cross-section. */
    private final class Best {
        private final PlaneRegion region;
        private final RegionEdges edges;
        private final double heightMm;
        private double best2 = Double.POSITIVE_INFINITY;
        private Point3 on = new Point3(0, 0, 0);
        private Point3 onOther = on;

        Best(PlaneRegion region, RegionEdges edges, double heightMm) {
            this.region = region;
            this.edges = edges;
            this.heightMm = heightMm;
        }

        boolean reaches(double gap) {
            return gap <= 0 || gap * gap < best2;
        }

        void take(int j) {
            double gap = Math.max(0, Math.max(other.lowMm[j] - heightMm, heightMm - other.highMm[j]));
            double dx = Math.max(0, Math.max(other.box[4 * j] - region.maxX(), region.minX() - other.box[4 * j + 2]));
            double dy =
                    Math.max(0, Math.max(other.box[4 * j + 1] - region.maxY(), region.minY() - other.box[4 * j + 3]));
            if (gap * gap + dx * dx + dy * dy >= best2) {
                return;
            }
            RegionDistance d = new RegionDistance(edges, other.edges(j), best2 - gap * gap);
            if (d.found()) {
                best2 = gap * gap + d.distance2();
                on = frame.point(d.ax(), d.ay(), heightMm);
                onOther = frame.point(d.bx(), d.by(), Math.max(other.lowMm[j], Math.min(other.highMm[j], heightMm)));
            }
        }

        Nearest nearest() {
            return Nearest.of(Math.sqrt(best2), on, onOther);
        }
    }
}
