package org.cordonrt.margin;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.Interruption;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * Points on the surface of a solid, each with the area it stands for: along the rings of its slabs and on its level
 * faces. No point of the surface is further from one of them than the {@linkplain #coverMm covering radius}, apart from
 * ledges narrower than the spacing.
 */
final class SurfaceSamples {
    /**
     * One point.
     *
     * @param outward unit vector out of the solid
     * @param level whether it lies on a face in a contour plane's direction
     */
    record Sample(Point3 at, double areaMm2, Point3 outward, boolean level) {}

    private final PlaneFrame frame;
    private final double spacingMm;
    private final List<Sample> samples = new ArrayList<>();

    private SurfaceSamples(PlaneFrame frame, double spacingMm) {
        this.frame = frame;
        this.spacingMm = spacingMm;
    }

    /** @param spacingMm largest distance of neighbouring points along a ring, from row to row and on level faces */
    static List<Sample> of(SlabSolid solid, double spacingMm) {
        SurfaceSamples s = new SurfaceSamples(solid.frame(), spacingMm);
        List<Slab> slabs = solid.slabs();
        s.face(slabs.get(0).region(), null, slabs.get(0).lowMm(), -1);
        double from = slabs.get(0).lowMm();
        for (int k = 0; k < slabs.size(); k++) {
            Interruption.check();
            Slab slab = slabs.get(k);
            Slab next = k + 1 < slabs.size() ? slabs.get(k + 1) : null;
            // Thin slabs share a row of points with their neighbours.
            boolean last = next == null || next.highMm() - from > spacingMm || isLedge(slab, next, spacingMm);
            if (last) {
                int rows = Math.max(1, (int) Math.ceil((slab.highMm() - from) / spacingMm));
                for (int r = 0; r < rows; r++) {
                    double h = from + (r + 0.5) * (slab.highMm() - from) / rows;
                    s.rings(slab.region(), h, (slab.highMm() - from) / rows);
                }
                from = next == null ? slab.highMm() : next.lowMm();
            }
            if (next == null) {
                s.face(slab.region(), null, slab.highMm(), 1);
            } else if (isLedge(slab, next, spacingMm)) {
                s.face(slab.region(), next.region(), slab.highMm(), 1);
                s.face(next.region(), slab.region(), next.lowMm(), -1);
            }
        }
        return s.samples;
    }

    /** How far the surface may be from the nearest sample, mm. */
    static double coverMm(double spacingMm) {
        return spacingMm * Math.sqrt(0.5);
    }

    private static boolean isLedge(Slab a, Slab b, double spacingMm) {
        PlaneRegion p = a.region();
        PlaneRegion q = b.region();
        return b.lowMm() - a.highMm() > Nearest.TOUCH_MM
                || Math.abs(p.areaMm2() - q.areaMm2()) > spacingMm * spacingMm
                || Math.abs(p.minX() - q.minX()) > spacingMm
                || Math.abs(p.minY() - q.minY()) > spacingMm
                || Math.abs(p.maxX() - q.maxX()) > spacingMm
                || Math.abs(p.maxY() - q.maxY()) > spacingMm;
    }

    private void rings(PlaneRegion region, double height, double thicknessMm) {
        double[] ends = EdgeList.of(region);
        for (int e = 0; e < ends.length; e += 4) {
            double dx = ends[e + 2] - ends[e];
            double dy = ends[e + 3] - ends[e + 1];
            double length = Math.hypot(dx, dy);
            if (length == 0) {
                continue;
            }
            int n = Math.max(1, (int) Math.ceil(length / spacingMm));
            // Regions lie to the left of their rings.
            Point3 outward = frame.u().times(dy / length).plus(frame.v().times(-dx / length));
            for (int i = 0; i < n; i++) {
                double t = (i + 0.5) / n;
                samples.add(new Sample(
                        frame.point(ends[e] + t * dx, ends[e + 1] + t * dy, height),
                        length / n * thicknessMm,
                        outward,
                        false));
            }
        }
    }

    /** A level face: what one region has and its neighbour has not. */
    private void face(PlaneRegion region, @Nullable PlaneRegion covered, double height, int sense) {
        double area = spacingMm * spacingMm;
        for (double y = region.minY() + spacingMm / 2; y < region.maxY(); y += spacingMm) {
            for (double x = region.minX() + spacingMm / 2; x < region.maxX(); x += spacingMm) {
                if (region.contains(x, y) && (covered == null || !covered.contains(x, y))) {
                    samples.add(new Sample(
                            frame.point(x, y, height), area, frame.w().times(sense), true));
                }
            }
        }
    }
}
