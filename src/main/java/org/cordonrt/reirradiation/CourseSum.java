package org.cordonrt.reirradiation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.dvh.Dvh;
import org.cordonrt.dvh.DvhOptions;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.lq.LinearQuadratic;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.RigidTransform;
import org.cordonrt.reirradiation.CumulativeDose.Shifted;

/** All courses together, on one structure after the other. Not thread-safe: it gathers findings. */
final class CourseSum {
    /** The search over shifts need not be as close as the sum itself, Gy. */
    private static final double SEARCH_TOLERANCE_GY = 0.2;

    private static final int SPREAD_DIRECTIONS = 200;
    private static final List<Point3> DIRECTIONS = directions();

    private final DoseGrid current;
    private final int fractions;
    private final List<PriorCourse.Distribution> distributions = new ArrayList<>();
    private final LinearQuadratic model;
    private final ReirradiationOptions options;
    private final List<Issue> issues;

    /** EQD2 of the courses that are known by their maximum only, Gy. */
    private double everywhereGy;

    CourseSum(
            DoseGrid current,
            int fractions,
            List<PriorCourse> courses,
            ReirradiationOptions options,
            List<Issue> issues) {
        this.current = current;
        this.fractions = fractions;
        this.model = options.model();
        this.options = options;
        this.issues = issues;
        for (PriorCourse c : courses) {
            if (c instanceof PriorCourse.Maximum m) {
                everywhereGy += model.eqd2Gy(m.maxGy(), m.fractions());
            } else if (c instanceof PriorCourse.Distribution d) {
                distributions.add(d);
            }
        }
    }

    CumulativeDose over(StructureMatch match, boolean isJudged) {
        SlabSolid solid;
        try {
            GridGeometry g = current.geometry();
            solid = SlabSolid.of(
                    match.structure(),
                    SolidOptions.defaults()
                            .withPreferredNormals(
                                    List.of(unit(g.columnStep()), unit(g.rowStep()), unit(g.frameDirection()))));
        } catch (CordonException e) {
            issues.add(Issue.of(e.code(), e.getMessage()));
            return CumulativeDose.none(match, isJudged, e.getMessage());
        }
        issues.addAll(solid.issues());
        Optional<String> uncovered = uncovered(solid);
        if (uncovered.isPresent()) {
            return CumulativeDose.none(match, isJudged, uncovered.get());
        }
        double tolerance = options.toleranceGy();
        EquivalentField now = field(current, fractions, OptionalDouble.empty(), solid.frame());
        Interval alone = MaximumSearch.largest(solid, List.of(now), tolerance).value();
        Interval everywhere = Interval.exactly(everywhereGy);
        List<EquivalentField> before = new ArrayList<>();
        Interval added = alone.plus(everywhere);
        for (PriorCourse.Distribution d : distributions) {
            EquivalentField f = field(d.dose(), d.fractions(), d.outsideGy(), solid.frame());
            before.add(f);
            added = added.plus(
                    MaximumSearch.largest(solid, List.of(f), tolerance).value());
        }
        if (before.isEmpty()) {
            return new CumulativeDose(match, isJudged, alone, added, null, added, Optional.empty(), null);
        }
        List<EquivalentField> all = new ArrayList<>(before);
        all.add(now);
        MaximumSearch.Found sum = MaximumSearch.largest(solid, all, tolerance);
        return new CumulativeDose(
                match,
                isJudged,
                alone,
                sum.value().plus(everywhere),
                sum.atMm(),
                added,
                Optional.of(shifted(solid, now, before, sum)),
                null);
    }

    /** The dose of every course must be known in all of the structure, or be stated for where it is not. */
    private Optional<String> uncovered(SlabSolid solid) {
        double share = coveredShare(solid, current);
        if (share < 1) {
            return Optional.of(
                    String.format(Locale.ROOT, "%.1f %% of it lies outside the current dose grid", 100 * (1 - share)));
        }
        for (PriorCourse.Distribution d : distributions) {
            double known = coveredShare(solid, d.dose());
            if (known < 1 && d.outsideGy().isEmpty()) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "%.1f %% of it lies outside the dose grid of %s; say with outside=GY what dose to assume there",
                        100 * (1 - known),
                        d.label()));
            }
        }
        return Optional.empty();
    }

    private static double coveredShare(SlabSolid solid, DoseGrid dose) {
        return Dvh.of(solid, dose, DvhOptions.defaults()).coveredFraction();
    }

    /**
     * Bounds of the worst sum. From above: the largest sum where each previous distribution may lie elsewhere. From below:
     * at the points where that and the unmoved sum are largest, the worst of many shifts of all alike, and then the
     * largest sum at that shift.
     */
    private Shifted shifted(
            SlabSolid solid, EquivalentField now, List<EquivalentField> before, MaximumSearch.Found unmoved) {
        double radius = options.registrationMm();
        double tolerance = Math.max(SEARCH_TOLERANCE_GY, options.toleranceGy());
        MaximumSearch.Found around = MaximumSearch.largestAround(solid, List.of(now), before, radius, tolerance);
        Point3 worstShift = new Point3(0, 0, 0);
        double worst = unmoved.value().lower();
        for (Point3 at : List.of(unmoved.atMm(), around.atMm())) {
            for (Point3 direction : DIRECTIONS) {
                Point3 shift = direction.times(radius);
                double sum = at(now, solid.frame(), at);
                for (EquivalentField f : before) {
                    sum += at(f, solid.frame(), at.minus(shift));
                }
                if (sum > worst) {
                    worst = sum;
                    worstShift = shift;
                }
            }
        }
        if (worstShift.norm() > 0) {
            List<EquivalentField> moved = new ArrayList<>(List.of(now));
            for (PriorCourse.Distribution d : distributions) {
                DoseGrid there = RigidTransform.translation(worstShift).apply(d.dose());
                moved.add(field(there, d.fractions(), d.outsideGy(), solid.frame()));
            }
            worst = MaximumSearch.largestAbove(worst, solid, moved, tolerance)
                    .value()
                    .lower();
        }
        double bound = Math.max(worst, around.value().upper());
        return new Shifted(new Interval(worst + everywhereGy, bound + everywhereGy), worstShift);
    }

    private static double at(EquivalentField field, PlaneFrame frame, Point3 p) {
        return field.at(p.dot(frame.u()), p.dot(frame.v()), p.dot(frame.w()));
    }

    /** The 26 directions to the neighbours of a lattice point, then points spread evenly over the sphere. */
    private static List<Point3> directions() {
        List<Point3> directions = new ArrayList<>();
        for (int i = 0; i < 27; i++) {
            Point3 d = new Point3(i % 3 - 1, i / 3 % 3 - 1, i / 9 - 1);
            if (d.norm() > 0) {
                directions.add(d.times(1 / d.norm()));
            }
        }
        // A spiral of equal steps in height and of the golden angle in azimuth (Gonzalez 2010,
        // doi:10.1007/s11004-009-9257-x).
        double goldenAngle = Math.PI * (3 - Math.sqrt(5));
        for (int i = 0; i < SPREAD_DIRECTIONS; i++) {
            double z = 1 - (2 * i + 1.0) / SPREAD_DIRECTIONS;
            double r = Math.sqrt(1 - z * z);
            directions.add(new Point3(r * Math.cos(i * goldenAngle), r * Math.sin(i * goldenAngle), z));
        }
        return List.copyOf(directions);
    }

    private EquivalentField field(DoseGrid dose, int n, OptionalDouble outsideGy, PlaneFrame frame) {
        return new EquivalentField(dose, n, model, outsideGy, frame);
    }

    private static Point3 unit(Point3 p) {
        return p.times(1 / p.norm());
    }
}
