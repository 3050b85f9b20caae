package org.cordonrt.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.constraint.StructureSelection;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.Section;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.margin.NearestPoint;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.Point3;
import org.cordonrt.probe.Clock;
import org.cordonrt.probe.HotRegion;

/** Finds the hottest part of the cord. */
final class HotSpots {
    /** The largest volume that limits count as a point. */
    private static final double VOLUME_CC = 0.035;

    static final Metric NEAR_MAXIMUM = Metric.parse("D" + VOLUME_CC + "cc[Gy]");

    /** 0.035 cc are then some two thousand samples. */
    private static final double RESOLUTION_MM = 0.25;

    private HotSpots() {}

    /** The hottest 0.035 cc of the cord; empty without a cord, a dose, or so much of a cord. */
    static Optional<HotSpot> of(StructureSelection selection, CaseModel model, Measurements measurements) {
        if (selection.cord().isEmpty() || model.dose().isEmpty()) {
            return Optional.empty();
        }
        StructureMatch cord = selection.cord().get();
        MetricValue nearMaximum = measurements.measure(cord.structure(), NEAR_MAXIMUM);
        Optional<SlabSolid> solid = model.solid(cord.structure());
        if (!nearMaximum.isEvaluable() || solid.isEmpty() || solid.get().volumeCc() < VOLUME_CC) {
            return Optional.empty();
        }
        return HotRegion.of(solid.get(), model.dose().get(), nearMaximum.value(), RESOLUTION_MM)
                .map(hot -> new HotSpot(
                        cord,
                        VOLUME_CC,
                        nearMaximum.value(),
                        hot.resolutionMm(),
                        clusters(hot, cord, solid.get(), selection.targets(), model)));
    }

    private static List<HotSpot.Cluster> clusters(
            HotRegion hot, StructureMatch cord, SlabSolid solid, List<StructureMatch> targets, CaseModel model) {
        List<HotSpot.Cluster> clusters = new ArrayList<>();
        for (HotRegion.Cluster c : hot.clusters()) {
            Point3 centre = centreBeside(solid, c.centroidMm());
            clusters.add(new HotSpot.Cluster(
                    c.volumeCc(),
                    c.centroidMm(),
                    nearestPlaneMm(cord, solid.frame(), c.centroidMm()),
                    Clock.hours(centre, c.centroidMm()),
                    centre.distanceTo(c.centroidMm()),
                    nearest(c.centroidMm(), targets, model)));
        }
        return clusters;
    }

    /** The centre of the cross-section at the height of a point. */
    private static Point3 centreBeside(SlabSolid solid, Point3 p) {
        double h = p.dot(solid.frame().w());
        Slab beside = solid.slabs().get(0);
        for (Slab s : solid.slabs()) {
            if (s.lowMm() <= h) {
                beside = s;
            }
        }
        Section section = Section.of(beside.region());
        return solid.frame().point(section.x(), section.y(), h);
    }

    private static double nearestPlaneMm(StructureMatch cord, PlaneFrame frame, Point3 p) {
        double h = p.dot(frame.w());
        double nearest = Double.NaN;
        for (Contour c : cord.structure().contours()) {
            if (c.type().isClosed() && c.size() >= 3) {
                double plane = c.point(0).dot(frame.w());
                if (!(Math.abs(plane - h) >= Math.abs(nearest - h))) {
                    nearest = plane;
                }
            }
        }
        return nearest;
    }

    private static Optional<HotSpot.NearTarget> nearest(Point3 p, List<StructureMatch> targets, CaseModel model) {
        HotSpot.NearTarget best = null;
        for (StructureMatch t : targets) {
            Optional<SlabSolid> solid = model.solid(t.structure());
            if (solid.isPresent()) {
                NearestPoint.Found f = NearestPoint.on(solid.get()).to(p);
                if (best == null || f.distanceMm() < best.distanceMm()) {
                    best = new HotSpot.NearTarget(t, f.distanceMm(), f.point());
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
