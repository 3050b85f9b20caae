package org.cordonrt.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.constraint.StructureSelection;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.TreatmentCase;

/**
 * Whether the hottest point of the dose lies where something is drawn: radiosurgery is hottest in its target, and a dose
 * that was shifted, mirrored or computed on another image is not. The patient's outline does not count, nor does a plan
 * without a target.
 */
final class DoseMaximumReview {
    private static final Metric MAX = Metric.parse("Max[Gy]");

    private DoseMaximumReview() {}

    static Optional<Issue> of(
            TreatmentCase plan, StructureSelection selection, Measurements measurements, ModelOptions options) {
        if (plan.dose().isEmpty() || selection.targets().isEmpty()) {
            return Optional.empty();
        }
        DoseGrid dose = plan.dose().get();
        for (StructureMatch m : selection.matches()) {
            // Only what holds the hottest sample can reach its dose.
            if (isNoOutline(m) && reaches(measurements.known(m.structure(), MAX), dose.maxSampleGy())) {
                return Optional.empty();
            }
        }
        List<Structure> drawn = selection.matches().stream()
                .filter(m -> m.isDrawn() && isNoOutline(m))
                .map(StructureMatch::structure)
                .toList();
        CaseModel all = new CaseModel(plan, drawn, options);
        Point3 at = dose.hottestSample();
        List<Point3> near = around(at, dose.geometry());
        boolean inside = drawn.stream()
                .flatMap(s -> all.solid(s).stream())
                .anyMatch(solid -> near.stream().anyMatch(p -> holds(solid, p)));
        if (inside) {
            return Optional.empty();
        }
        return Optional.of(Issue.of(
                IssueCode.DOSE_MAXIMUM_OUTSIDE,
                String.format(
                        Locale.ROOT,
                        "the hottest point of the dose, %.2f Gy at (x, y, z) = (%.1f, %.1f, %.1f) mm, lies in no"
                                + " structure: make sure that dose and structures belong together",
                        dose.maxSampleGy(),
                        at.x(),
                        at.y(),
                        at.z())));
    }

    private static boolean isNoOutline(StructureMatch m) {
        return m.kind() != StructureKind.EXTERNAL;
    }

    private static boolean reaches(Optional<MetricValue> max, double hottestGy) {
        return max.filter(MetricValue::isEvaluable)
                .filter(v -> v.upper() >= hottestGy)
                .isPresent();
    }

    /** The hottest sample and those beside it: half a voxel at the edge of a contour is no finding. */
    private static List<Point3> around(Point3 at, GridGeometry g) {
        Point3 frame = g.frameDirection().times(g.frames() < 2 ? 0 : g.frameOffsetMm(1) - g.frameOffsetMm(0));
        return Stream.of(g.columnStep(), g.rowStep(), frame)
                .flatMap(step -> Stream.of(at, at.plus(step), at.minus(step)))
                .toList();
    }

    private static boolean holds(SlabSolid solid, Point3 p) {
        double height = p.dot(solid.frame().w());
        for (Slab slab : solid.slabs()) {
            if (slab.lowMm() <= height && height <= slab.highMm()) {
                return slab.region()
                        .contains(p.dot(solid.frame().u()), p.dot(solid.frame().v()));
            }
        }
        return false;
    }
}
