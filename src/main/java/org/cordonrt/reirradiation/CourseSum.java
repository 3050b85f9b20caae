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

    /** Previous distributions moved alike to the 26 directions around, and a bound for any movement of each. */
    private Shifted shifted(
            SlabSolid solid, EquivalentField now, List<EquivalentField> before, MaximumSearch.Found unmoved) {
        double radius = options.registrationMm();
        double tolerance = Math.max(SEARCH_TOLERANCE_GY, options.toleranceGy());
        double worst = unmoved.value().lower();
        Point3 worstShift = new Point3(0, 0, 0);
        for (int i = 0; i < 27; i++) {
            Point3 direction = new Point3(i % 3 - 1, i / 3 % 3 - 1, i / 9 - 1);
            if (direction.norm() == 0 || radius == 0) {
                continue;
            }
            Point3 shift = direction.times(radius / direction.norm());
            List<EquivalentField> fields = new ArrayList<>(List.of(now));
            for (PriorCourse.Distribution d : distributions) {
                fields.add(field(
                        RigidTransform.translation(shift).apply(d.dose()),
                        d.fractions(),
                        d.outsideGy(),
                        solid.frame()));
            }
            double found = MaximumSearch.largestAbove(worst, solid, fields, tolerance)
                    .value()
                    .lower();
            if (found > worst) {
                worst = found;
                worstShift = shift;
            }
        }
        double bound = MaximumSearch.upperBound(solid, List.of(now), before, radius, tolerance);
        return new Shifted(new Interval(worst + everywhereGy, Math.max(worst, bound) + everywhereGy), worstShift);
    }

    private EquivalentField field(DoseGrid dose, int n, OptionalDouble outsideGy, PlaneFrame frame) {
        return new EquivalentField(dose, n, model, outsideGy, frame);
    }

    private static Point3 unit(Point3 p) {
        return p.times(1 / p.norm());
    }
}
