package org.cordonrt.illustration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CaseDetail;
import org.cordonrt.check.Margin;
import org.cordonrt.check.OrderedTasks;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.Severity;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.CtVolume;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.cordonrt.probe.PointDose;

/** Makes the slices. Not thread-safe. */
final class SliceViews {
    /** Pixels along each side: 0.3 to 0.4 mm each, finer than any dose grid or CT. */
    private static final int PIXELS = 256;

    private static final Metric MAX = Metric.parse("Max[Gy]");

    private final Assessment found;
    private final CaseDetail detail;
    private final Optional<PointDose> dose;
    private final List<DoseLevel> levels;
    private final List<Drawn> drawn = new ArrayList<>();

    private record Drawn(StructureMatch match, SlabSolid solid) {}

    private record Place(SliceView.Reason why, Point3 at, List<ViewMark> marks, Optional<StructureMatch> target) {}

    private record Planned(Place place, ViewPlane plane) {}

    SliceViews(Assessment found, CaseDetail detail, Optional<DoseGrid> dose) {
        this.found = found;
        this.detail = detail;
        this.dose = dose.map(PointDose::of);
        this.levels = DoseLevel.of(found);
        for (AssessedStructure s : found.structures()) {
            if (s.isUsed() && !s.match().isDerived()) {
                detail.solid(s.match()).ifPresent(solid -> drawn.add(new Drawn(s.match(), solid)));
            }
        }
    }

    /**
     * @param ct a background
     * @param issues grows by a note when the CT cannot be read; the views then have none
     */
    List<SliceView> make(Optional<CtVolume> ct, List<Issue> issues) {
        Optional<SlabSolid> cord = found.cord().flatMap(c -> detail.solid(c.match()));
        if (cord.isEmpty()) {
            return List.of();
        }
        List<Planned> planned = OrderedTasks.map(
                places().stream()
                        .flatMap(p -> Stream.of(Orientation.values()).map(o -> new Turned(p, o)))
                        .toList(),
                detail.threads(),
                t -> new Planned(
                        t.place,
                        ViewPlanner.around(
                                t.place.at,
                                t.orientation,
                                cord.get(),
                                t.place.target.flatMap(detail::solid).stream().toList())));
        List<Optional<Raster>> background =
                background(ct, planned.stream().map(Planned::plane).toList(), issues);
        return OrderedTasks.map(
                IntStream.range(0, planned.size()).boxed().toList(),
                detail.threads(),
                i -> view(planned.get(i), background.get(i)));
    }

    private record Turned(Place place, Orientation orientation) {}

    private static List<Optional<Raster>> background(
            Optional<CtVolume> ct, List<ViewPlane> planes, List<Issue> issues) {
        List<Optional<Raster>> none =
                planes.stream().map(p -> Optional.<Raster>empty()).toList();
        if (ct.isEmpty()) {
            return none;
        }
        try {
            return CtRasters.of(ct.get(), planes, PIXELS);
        } catch (CordonException e) {
            // Pictures without a background are complete in all that was judged.
            issues.add(new Issue(e.code(), Severity.INFO, e.getMessage() + "; pictures are drawn without CT"));
            return none;
        }
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        Optional<Margin> gap = Illustrator.smallestGap(found);
        gap.ifPresent(m -> places.add(new Place(
                SliceView.Reason.SMALLEST_GAP,
                m.fromPointMm().plus(m.toPointMm()).times(0.5),
                List.of(
                        new ViewMark(ViewMark.Kind.GAP_CORD, m.fromPointMm()),
                        new ViewMark(ViewMark.Kind.GAP_TARGET, m.toPointMm())),
                Optional.of(m.to()))));
        found.cord().stream()
                .flatMap(c -> c.metrics().stream())
                .filter(v -> v.metric().equals(MAX) && v.isEvaluable())
                .flatMap((MetricValue v) -> Stream.ofNullable(v.locationMm()))
                .findFirst()
                .ifPresent(p -> places.add(new Place(
                        SliceView.Reason.HOTTEST_CORD_POINT,
                        p,
                        List.of(new ViewMark(ViewMark.Kind.HOTTEST, p)),
                        gap.map(Margin::to))));
        return places;
    }

    private SliceView view(Planned p, Optional<Raster> ct) {
        ViewPlane plane = p.plane;
        List<Outline> outlines = new ArrayList<>();
        for (Drawn d : drawn) {
            SolidCut.Cut cut = SolidCut.of(d.solid, plane);
            if (!cut.lines().isEmpty()) {
                outlines.add(new Outline(d.match, cut.lines(), cut.asDrawn()));
            }
        }
        Optional<Raster> doses = dose.map(d -> sampled(d, plane)).filter(Raster::hasValues);
        List<Isodose> isodoses = new ArrayList<>();
        for (DoseLevel level : levels) {
            List<Samples> lines =
                    doses.map(r -> IsodoseLines.of(r, plane, level.gy())).orElse(List.of());
            if (!lines.isEmpty()) {
                isodoses.add(new Isodose(level, lines));
            }
        }
        return new SliceView(p.place.why, plane, doses, ct, outlines, isodoses, p.place.marks);
    }

    private static Raster sampled(PointDose dose, ViewPlane plane) {
        float[] gy = new float[PIXELS * PIXELS];
        double pixel = plane.sizeMm() / PIXELS;
        for (int i = 0; i < gy.length; i++) {
            gy[i] = (float) dose.atGy(plane.point(
                    plane.leftMm() + (i % PIXELS + 0.5) * pixel,
                    plane.topMm() + (Math.floorDiv(i, PIXELS) + 0.5) * pixel));
        }
        return new Raster(PIXELS, gy);
    }
}
