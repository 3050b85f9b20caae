package org.cordonrt.illustration;

import java.util.Arrays;
import java.util.Optional;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CaseDetail;
import org.cordonrt.check.Margin;
import org.cordonrt.geometry.Section;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.cordonrt.probe.PointDose;

/** Samples the dose on the way from a target to the cord. */
final class DosePath {
    private static final double BEFORE_MM = 8;
    private static final double BEYOND_CORD_MM = 5;
    private static final double MOST_BEYOND_MM = 25;
    private static final double STEP_MM = 0.1;

    /** Nearer points give no direction. */
    private static final double SHORTEST_MM = 0.01;

    private DosePath() {}

    static Optional<DoseAcross> of(Assessment found, CaseDetail detail, DoseGrid grid) {
        Optional<Margin> gap = Illustrator.smallestGap(found);
        Optional<SlabSolid> cord = gap.flatMap(g -> detail.solid(g.from()));
        if (cord.isEmpty()) {
            return Optional.empty();
        }
        Margin m = gap.get();
        Point3 start = m.toPointMm();
        double gapMm = m.distanceMm() < SHORTEST_MM ? 0 : start.distanceTo(m.fromPointMm());
        Point3 way = (gapMm > 0 ? m.fromPointMm() : middle(cord.get(), start)).minus(start);
        if (way.norm() < SHORTEST_MM) {
            return Optional.empty();
        }
        Point3 direction = way.times(1 / way.norm());
        double end = cordEnd(cord.get(), start, direction, gapMm);
        double last = Double.isNaN(end) ? gapMm + MOST_BEYOND_MM : end + BEYOND_CORD_MM;
        int n = (int) Math.ceil((last + BEFORE_MM) / STEP_MM) + 1;
        double[] at = new double[n];
        double[] gy = new double[n];
        PointDose dose = PointDose.of(grid);
        Arrays.setAll(at, i -> -BEFORE_MM + i * (last + BEFORE_MM) / (n - 1));
        Arrays.setAll(gy, i -> dose.atGy(start.plus(direction.times(at[i]))));
        return Optional.of(
                new DoseAcross(m.to(), m.from(), start, m.fromPointMm(), gapMm, end, Samples.of(at), Samples.of(gy)));
    }

    /** The middle of the cord's cross-section at the height of a point. */
    private static Point3 middle(SlabSolid cord, Point3 p) {
        double height = p.dot(cord.frame().w());
        Section section = Section.of(cord.surface().region(height));
        return section.areaMm2() > 0 ? cord.frame().point(section.x(), section.y(), height) : p;
    }

    private static double cordEnd(SlabSolid cord, Point3 start, Point3 direction, double from) {
        boolean inside = false;
        for (double at = from; at <= from + MOST_BEYOND_MM; at += STEP_MM) {
            boolean now = cord.surface().contains(start.plus(direction.times(at)));
            if (inside && !now) {
                return at;
            }
            inside = now;
        }
        return Double.NaN;
    }
}
