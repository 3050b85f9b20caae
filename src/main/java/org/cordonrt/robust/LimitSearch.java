package org.cordonrt.robust;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.dvh.SolidPart;
import org.cordonrt.dvh.SurfacePart;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * Answers the questions about one limit. One is made for each limit and thrown away; its questions may be asked by several
 * threads at once, and no answer waits for another.
 */
final class LimitSearch {
    /** Looking less far would take more work, not less: parts are divided down to the size of the ball of shifts. */
    private static final double LEAST_RADIUS_MM = 0.1;

    /** Boxes and probes reach a little beyond the radius. */
    private static final double ROOM = 1.8;

    /** More than a line needs. */
    private static final int AXIS_BOXES = 2000;

    /** Directions, and steps along them, of the first look. */
    private static final int DIRECTIONS = 40;

    /** Then others around the best, so far from it at first and at last, as tangents of angles. */
    private static final int AROUND = 6;

    private static final double TURN = 0.4;
    private static final double LEAST_TURN = 0.02;

    /** A break is nearer than another when it is nearer by more than this share. */
    private static final double WORTH = 0.002;

    private static final double STEP_MM = 1;
    private static final double NEAR_MM = 0.01;

    /** A break by points is certified no further from it than this. */
    private static final double BEYOND_MM = 1.5;

    private static final double MOST_DEGREES_STEP = 1;
    private static final double DEGREES_GAP = 0.01;

    private static final double AT_REST_TOLERANCE_GY = 0.01;
    private static final Point3 REST = new Point3(0, 0, 0);
    private static final Point3[] PATIENT = {new Point3(1, 0, 0), new Point3(0, 1, 0), new Point3(0, 0, 1)};
    private static final List<Point3> AXES =
            Stream.of(PATIENT).flatMap(a -> Stream.of(a.times(-1), a)).toList();

    private final MovedLimit limit;
    private final DoseGrid dose;
    private final MovingStructure whole;
    private final Point3 centre;
    private final RobustOptions options;
    private final Coverage coverage;
    private final List<SolidPart> parts;
    private final DoseBlock near;
    private final MetricValue rest;

    /** @param centre that the anatomy turns about */
    LimitSearch(MovedLimit limit, DoseGrid dose, MovingStructure whole, Point3 centre, RobustOptions options) {
        this.limit = limit;
        this.dose = dose;
        this.whole = whole;
        this.centre = centre;
        this.options = options;
        this.coverage = Coverage.of(whole, dose.geometry());
        this.parts = SolidPart.of(limit.solid());
        this.near = block(ROOM * radiusMm());
        this.rest = new CertifiedShifts(limit, dose, near, 0).metric(REST, AT_REST_TOLERANCE_GY);
    }

    /** What may be asked; the one that takes longest first. */
    enum Question {
        SHORTEST,
        AXES,
        TURNS
    }

    /**
     * What was found; see {@link ShiftToBreak} for the members.
     *
     * @param rest the limited metric at rest
     */
    record Answer(
            MetricValue rest,
            double lowerMm,
            @Nullable Point3 breakMm,
            double radiusMm,
            double coveredMm,
            @Nullable Point3 repairMm,
            List<AxisShift> axes,
            List<RotationToBreak> rotations) {
        /** The answer as that of a limit of the check. */
        ShiftToBreak of(ConstraintResult limit) {
            return rest.isEvaluable()
                    ? new ShiftToBreak(limit, lowerMm, breakMm, radiusMm, coveredMm, repairMm, axes, rotations, null)
                    : ShiftToBreak.notEvaluable(limit, String.valueOf(rest.notEvaluable()));
        }

        double upperMm() {
            return breakMm == null ? Double.NaN : breakMm.norm();
        }

        private Answer with(double lower, @Nullable Point3 breaks, @Nullable Point3 repair) {
            return new Answer(rest, lower, breaks, radiusMm, coveredMm, repair, axes, rotations);
        }

        /** A break along an axis may be shorter than the one that was found elsewhere, by less than the gap. */
        private Answer with(List<AxisShift> along) {
            Point3 best = breakMm;
            for (AxisShift a : along) {
                if (a.breaks() && (best == null || a.upperMm() < best.norm())) {
                    best = a.direction().times(a.upperMm());
                }
            }
            return new Answer(rest, lowerMm, best, radiusMm, coveredMm, repairMm, along, rotations);
        }

        private Answer withTurns(List<RotationToBreak> turns) {
            return new Answer(rest, lowerMm, breakMm, radiusMm, coveredMm, repairMm, axes, turns);
        }
    }

    /** The answers to some questions, one after the other. */
    Answer run(Question... questions) {
        Answer answer = atRest();
        for (Question q : questions) {
            answer = look(q).apply(answer);
        }
        return answer;
    }

    /** The answer that nothing was asked for yet. */
    Answer atRest() {
        double covered = rest.isEvaluable() ? Math.max(0, coverage.radiusMm()) : Double.NaN;
        return new Answer(rest, Double.NaN, null, radiusMm(), covered, null, List.of(), List.of());
    }

    /** What a question adds to the answer; to be applied in the order of the questions. */
    UnaryOperator<Answer> look(Question question) {
        if (!rest.isEvaluable()) {
            return a -> a;
        }
        if (!limit.isKept(rest.upper())) {
            return question == Question.SHORTEST ? repaired() : a -> a;
        }
        return switch (question) {
            case SHORTEST -> {
                ShiftSearch.Found found = shortest();
                yield a -> a.with(found.lowerMm(), found.breakMm(), null);
            }
            case AXES -> {
                List<AxisShift> axes = axes();
                yield a -> a.with(axes);
            }
            case TURNS -> {
                List<RotationToBreak> turns = rotations();
                yield a -> a.withTurns(turns);
            }
        };
    }

    private UnaryOperator<Answer> repaired() {
        boolean broken = !limit.isKept(rest.lower());
        Point3 repair = new RepairSearch(limit, dose, near, whole, coverage, options).run(radiusMm());
        return a -> a.with(0, broken ? REST : null, repair);
    }

    private ShiftSearch.Found shortest() {
        double radius = radiusMm();
        Point3 guess = nearest(sampled(), radius);
        List<SurfacePart> surface = surface();
        Point3 start = null;
        if (guess != null) {
            double around = Math.min(radius, guess.norm() + BEYOND_MM);
            start = search(surface, coverage.region(around), 0).shortened(guess, radius);
        }
        return search(surface, coverage.region(start == null ? radius : start.norm()), options.mostBoxes())
                .run(radius, start);
    }

    private List<AxisShift> axes() {
        SampledLimit sampled = sampled();
        List<SurfacePart> surface = surface();
        List<AxisShift> axes = new ArrayList<>();
        for (Point3 axis : AXES) {
            axes.add(axis(axis, surface, sampled));
        }
        return axes;
    }

    private SampledLimit sampled() {
        return new SampledLimit(limit, thatMatter(limit, whole, radiusMm(), near), near);
    }

    /** How parts of the surface are divided depends on what is asked first: each question has its own. */
    private List<SurfacePart> surface() {
        return limit.kind() == MovedLimit.Kind.NEAR_MAX ? SurfacePart.of(limit.solid()) : List.of();
    }

    /** The points that may come to the dose of the limit when they are moved by up to {@code reachMm}. */
    static MovingStructure thatMatter(MovedLimit limit, MovingStructure whole, double reachMm, DoseBlock near) {
        return limit.kind() == MovedLimit.Kind.MEAN ? whole : whole.hotterThan(limit.limitGy(), reachMm, near);
    }

    private ShiftSearch search(List<SurfacePart> surface, ShiftSearch.Region region, int mostBoxes) {
        return new ShiftSearch(limit, dose, parts, surface, near, region, coverage, options.gapMm(), mostBoxes);
    }

    /** The shortest shift that breaks the limit by points, as far as directions lead to it; null when there is none. */
    private @Nullable Point3 nearest(SampledLimit sampled, double radius) {
        Point3 best = null;
        List<Point3> directions = new ArrayList<>(AXES);
        directions.addAll(SphereOfDirections.of(DIRECTIONS));
        for (Point3 u : directions) {
            best = nearer(u, best, radius, sampled);
        }
        for (double turn = TURN; best != null && turn > LEAST_TURN; turn /= 2) {
            Point3 before;
            do {
                before = best;
                Point3[] frame = frameAlong(best.times(1 / best.norm()));
                for (int n = 0; n < AROUND; n++) {
                    double angle = 2 * Math.PI * n / AROUND;
                    Point3 u = frame[0].plus(frame[1].times(turn * Math.cos(angle)))
                            .plus(frame[2].times(turn * Math.sin(angle)));
                    best = Objects.requireNonNullElse(nearer(u.times(1 / u.norm()), best, radius, sampled), best);
                }
            } while (best.norm() < (1 - WORTH) * before.norm());
        }
        return best;
    }

    /** The first break along a direction where it is nearer than another, else the other. */
    private @Nullable Point3 nearer(Point3 u, @Nullable Point3 best, double radius, SampledLimit sampled) {
        double far = coverage.along(u, best == null ? radius : (1 - WORTH) * best.norm());
        // A nearer break mostly lasts up to there.
        if (!(far > 0) || best != null && !(sampled.excess(u.times(far)) > 0)) {
            return best;
        }
        double t = firstBreak(u, far, sampled);
        return Double.isNaN(t) ? best : u.times(t);
    }

    /** The first break along a direction by steps and bisection, about, mm; NaN when there is none. */
    static double firstBreak(Point3 u, double far, SampledLimit sampled) {
        int steps = (int) Math.ceil(far / STEP_MM);
        double before = 0;
        for (int i = 1; i <= steps; i++) {
            double t = far * i / steps;
            double excess = sampled.excess(u.times(t));
            if (Double.isNaN(excess)) {
                return Double.NaN;
            }
            if (excess > 0) {
                double low = before;
                double high = t;
                while (high - low > NEAR_MM) {
                    double mid = (low + high) / 2;
                    if (sampled.excess(u.times(mid)) > 0) {
                        high = mid;
                    } else {
                        low = mid;
                    }
                }
                return high;
            }
            before = t;
        }
        return Double.NaN;
    }

    private DoseBlock block(double aroundMm) {
        Point3[] box = whole.box();
        Point3 around = new Point3(aroundMm, aroundMm, aroundMm);
        return new DoseBlock(dose, box[0].minus(around), box[1].plus(around));
    }

    private static Point3[] frameAlong(Point3 u) {
        Point3 seed = Math.abs(u.x()) <= Math.abs(u.y()) && Math.abs(u.x()) <= Math.abs(u.z())
                ? PATIENT[0]
                : Math.abs(u.y()) <= Math.abs(u.z()) ? PATIENT[1] : PATIENT[2];
        Point3 v = seed.minus(u.times(seed.dot(u)));
        v = v.times(1 / v.norm());
        return new Point3[] {u, v, u.cross(v)};
    }

    private double radiusMm() {
        return Math.max(LEAST_RADIUS_MM, options.searchRadiusMm());
    }

    private AxisShift axis(Point3 direction, List<SurfacePart> surface, SampledLimit sampled) {
        double far = coverage.along(direction, radiusMm());
        if (far == 0) {
            return new AxisShift(direction, 0, Double.NaN, 0);
        }
        double first = firstBreak(direction, far, sampled);
        Point3[] frame = frameAlong(direction);
        Point3 start = null;
        if (!Double.isNaN(first)) {
            start = search(surface, line(frame, Math.min(far, first + BEYOND_MM)), 0)
                    .shortened(direction.times(first), far);
        }
        ShiftSearch.Found found = search(surface, line(frame, start == null ? far : start.norm()), AXIS_BOXES)
                .run(far, start);
        return new AxisShift(direction, found.lowerMm(), found.upperMm(), far);
    }

    private static ShiftSearch.Region line(Point3[] frame, double far) {
        return new ShiftSearch.Region(frame, new double[] {0, 0, 0}, new double[] {far, 0, 0});
    }

    private List<RotationToBreak> rotations() {
        double most = options.searchDegrees();
        double reach = whole.reachMm(centre);
        Displacement farthest = Displacement.rotation(new Point3(most, 0, 0));
        DoseBlock block = block(farthest.longestMm(reach));
        MovingStructure points = thatMatter(limit, whole, farthest.longestMm(reach), block);
        SampledLimit sampled = new SampledLimit(limit, points, block);
        // The cold ends of a long structure leave the grid first.
        SampledLimit all = new SampledLimit(limit, whole, block);
        // No point that matters moves further in one step than in those of shifts.
        double step = Math.min(MOST_DEGREES_STEP, Math.toDegrees(STEP_MM / Math.max(STEP_MM, points.reachMm(centre))));
        List<RotationToBreak> rotations = new ArrayList<>();
        for (Point3 axis : AXES) {
            rotations.add(rotation(axis, step, sampled, all));
        }
        return rotations;
    }

    private RotationToBreak rotation(Point3 axis, double step, SampledLimit sampled, SampledLimit all) {
        double before = 0;
        double most = options.searchDegrees();
        while (before < most) {
            double next = Math.min(most, before + step);
            double excess = excess(axis, next, sampled);
            if (Double.isNaN(excess) || !all.isKnown(affine(axis, next))) {
                return new RotationToBreak(axis, Double.NaN, before);
            }
            if (excess > 0) {
                double low = before;
                double high = next;
                while (high - low > DEGREES_GAP) {
                    double mid = (low + high) / 2;
                    if (excess(axis, mid, sampled) > 0) {
                        high = mid;
                    } else {
                        low = mid;
                    }
                }
                return new RotationToBreak(axis, high, next);
            }
            before = next;
        }
        return new RotationToBreak(axis, Double.NaN, most);
    }

    private double excess(Point3 axis, double degrees, SampledLimit sampled) {
        return sampled.excess(affine(axis, degrees));
    }

    private double[] affine(Point3 axis, double degrees) {
        return Displacement.rotation(axis.times(degrees)).affine(centre);
    }
}
