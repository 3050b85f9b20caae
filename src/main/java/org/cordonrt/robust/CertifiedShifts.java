package org.cordonrt.robust;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cordonrt.dvh.Dvh;
import org.cordonrt.dvh.DvhOptions;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.metric.DoseUnit;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.metric.VolumeUnit;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.RigidTransform;
import org.jspecify.annotations.Nullable;

/**
 * The certified histogram of a shifted solid. A solid shifted by s in a dose is the solid at rest in the dose shifted by
 * -s, so the intervals are those of {@link Dvh}. Slabs that cannot receive the dose in question wherever they are shifted
 * to are left out. Not thread-safe.
 */
final class CertifiedShifts {
    private static final double MM3_PER_CC = 1000;

    /** Beyond it a wider interval is cheaper than a sure one: the box is then halved. */
    private static final int MOST_PIECES = 5_000;

    /** The same for volumes, whose interval a slanted solid makes wide. */
    private static final int MOST_PIECES_OF_VOLUME = 20_000;

    /** More than a limit, beyond rounding. */
    private static final double BEYOND_GY = 1e-9;

    /** Of volumes the interval says how closely, not the tolerance. */
    private static final double WIDE_GY = 0.1;

    /** Width of the interval of a volume that is to break a limit, as a share of the limit's. */
    private static final double SHARP = 1e-3;

    private final MovedLimit limit;
    private final DoseGrid dose;

    /** The largest dose that each slab can receive, Gy. */
    private final double[] slabMaxGy;

    private final Map<Long, SlabSolid> parts = new HashMap<>();
    private int evaluations;

    /** @param reachMm no longer shift will be asked for */
    CertifiedShifts(MovedLimit limit, DoseGrid dose, DoseBlock block, double reachMm) {
        this.limit = limit;
        this.dose = dose;
        List<Slab> slabs = limit.solid().slabs();
        slabMaxGy = new double[slabs.size()];
        Point3 reach = new Point3(reachMm, reachMm, reachMm);
        for (int i = 0; i < slabMaxGy.length; i++) {
            Point3[] box = box(limit.solid().frame(), slabs.get(i));
            slabMaxGy[i] = block.maxNear(box[0].minus(reach), box[1].plus(reach));
        }
    }

    /** Two corners of a patient-space box around a slab. */
    static Point3[] box(PlaneFrame frame, Slab s) {
        double[] lo = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] hi = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int corner = 0; corner < 8; corner++) {
            Point3 p = frame.point(
                    (corner & 1) == 0 ? s.region().minX() : s.region().maxX(),
                    (corner & 2) == 0 ? s.region().minY() : s.region().maxY(),
                    (corner & 4) == 0 ? s.lowMm() : s.highMm());
            double[] v = {p.x(), p.y(), p.z()};
            for (int d = 0; d < 3; d++) {
                lo[d] = Math.min(lo[d], v[d]);
                hi[d] = Math.max(hi[d], v[d]);
            }
        }
        return new Point3[] {new Point3(lo[0], lo[1], lo[2]), new Point3(hi[0], hi[1], hi[2])};
    }

    /** The limited metric at a shift, with its interval; not evaluable where the solid leaves the dose grid. */
    MetricValue metric(Point3 shiftMm, double toleranceGy) {
        return at(limit.solid(), dose, shiftMm, limit.metric(), toleranceGy);
    }

    /** The volume, cc, that receives the dose of the limit at a shift, with an interval no wider than asked if possible. */
    MetricValue volumeAbove(Point3 shiftMm, double widthCc) {
        SlabSolid part = hotterThan(limit.limitGy());
        return part == null
                ? MetricValue.of(new Metric.VolumeAtDose(limit.limitGy(), DoseUnit.GY, VolumeUnit.CC, false), 0, 0, 0)
                : moved(part, dose, shiftMm, WIDE_GY, MOST_PIECES_OF_VOLUME).volumeAt(limit.limitGy(), widthCc);
    }

    /** Whether the limit is broken at a shift, for certain. */
    boolean breaks(Point3 shiftMm, double toleranceGy) {
        // A part of the solid breaks it only if the whole does.
        SlabSolid part = limit.kind() == MovedLimit.Kind.MEAN ? limit.solid() : hotterThan(limit.limitGy());
        if (part == null || limit.kind() == MovedLimit.Kind.NEAR_MAX && mm3(part) < limit.volumeMm3()) {
            return false;
        }
        if (limit.kind() == MovedLimit.Kind.NEAR_MAX) {
            // V(d) of at least v says that D_v is d or more.
            MetricValue v = moved(part, dose, shiftMm, toleranceGy, MOST_PIECES_OF_VOLUME)
                    .volumeAt(limit.limitGy() + BEYOND_GY, SHARP * limit.volumeMm3() / MM3_PER_CC);
            return v.isEvaluable() && v.lower() * MM3_PER_CC >= limit.volumeMm3();
        }
        MetricValue v = at(part, dose, shiftMm, limit.metric(), toleranceGy);
        return v.isEvaluable() && !limit.isKept(v.lower());
    }

    private MetricValue at(SlabSolid solid, DoseGrid in, Point3 shiftMm, Metric metric, double toleranceGy) {
        return moved(solid, in, shiftMm, toleranceGy, MOST_PIECES).evaluate(metric);
    }

    private Dvh moved(SlabSolid solid, DoseGrid in, Point3 shiftMm, double toleranceGy, int mostPieces) {
        evaluations++;
        DoseGrid moved = RigidTransform.translation(shiftMm.times(-1)).apply(in);
        return Dvh.of(solid, moved, new DvhOptions(toleranceGy, mostPieces));
    }

    private static double mm3(SlabSolid solid) {
        return solid.volumeCc() * MM3_PER_CC;
    }

    /** The slabs from the first to the last that can receive a dose; null when none can. */
    private @Nullable SlabSolid hotterThan(double doseGy) {
        int first = 0;
        int last = slabMaxGy.length - 1;
        while (first <= last && slabMaxGy[first] < doseGy) {
            first++;
        }
        while (last >= first && slabMaxGy[last] < doseGy) {
            last--;
        }
        if (first > last) {
            return null;
        }
        if (first == 0 && last == slabMaxGy.length - 1) {
            return limit.solid();
        }
        List<Slab> slabs = limit.solid().slabs();
        double low = slabs.get(first).lowMm();
        double high = slabs.get(last).highMm();
        return parts.computeIfAbsent(
                ((long) first << Integer.SIZE) + last,
                k -> limit.solid().between(low, high).orElseThrow());
    }

    /** Number of histograms made. */
    int evaluations() {
        return evaluations;
    }
}
