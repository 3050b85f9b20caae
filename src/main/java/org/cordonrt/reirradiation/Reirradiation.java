package org.cordonrt.reirradiation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cordonrt.check.Tool;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.constraint.StructureSelection;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.lq.LinearQuadratic;
import org.cordonrt.plan.InputFile;
import org.cordonrt.plan.TreatmentCase;
import org.jspecify.annotations.Nullable;

/**
 * Adds previous courses to a current plan and holds the sum against the HyTEC criteria. Stateless: may be called from any
 * number of threads.
 */
public final class Reirradiation {
    private Reirradiation() {}

    /**
     * Adds the courses.
     *
     * <p>The criteria are judged on the thecal sac, which they were published for. Where it is not drawn they are
     * NOT_EVALUABLE, unless {@link ReirradiationOptions#selection} has another structure stand in. The cord is shown
     * beside.
     *
     * @param courses at least one
     * @throws CordonException NO_DOSE without a current dose, FRACTIONS_UNKNOWN without its fractions, and those of
     *     selecting structures
     */
    public static ReirradiationAssessment assess(
            TreatmentCase plan, List<PriorCourse> courses, ReirradiationOptions options) {
        return assess(plan, courses, options, List.of(), List.of());
    }

    /**
     * As {@link #assess(TreatmentCase, List, ReirradiationOptions)}, for courses that were read from files.
     *
     * @param priorInputs the files that the previous courses were read from
     * @param priorIssues findings made while reading them
     */
    public static ReirradiationAssessment assess(
            TreatmentCase plan,
            List<PriorCourse> courses,
            ReirradiationOptions options,
            List<InputFile> priorInputs,
            List<Issue> priorIssues) {
        if (courses.isEmpty()) {
            throw new CordonException(IssueCode.USAGE, "re-irradiation needs at least one previous course");
        }
        if (plan.dose().isEmpty()) {
            throw new CordonException(IssueCode.NO_DOSE, "the current plan has no dose; add the RTDOSE file");
        }
        OptionalInt fractions = plan.plan().fractions();
        if (fractions.isEmpty()) {
            throw new CordonException(
                    IssueCode.FRACTIONS_UNKNOWN,
                    "the current plan's number of fractions is not known; state it with --fractions N");
        }
        StructureSelection selection = StructureSelection.of(plan.structures(), options.selection());
        List<Issue> issues = new ArrayList<>(plan.issues());
        issues.addAll(priorIssues);
        issues.addAll(selection.issues());
        List<CumulativeDose> doses = new ArrayList<>();
        CourseSum sum = new CourseSum(plan.dose().get(), fractions.getAsInt(), courses, options, issues);
        List<StructureMatch> judged = selection.drawn(StructureKind.THECAL_SAC);
        judged.forEach(m -> doses.add(sum.over(m, true)));
        selection
                .cord()
                .filter(c -> judged.stream()
                        .noneMatch(
                                j -> j.structure().roiNumber() == c.structure().roiNumber()))
                .ifPresent(c -> doses.add(sum.over(c, false)));
        List<CriterionResult> criteria = criteria(doses, courses, selection, options.registrationMm());
        CriterionState worst = criteria.stream()
                .map(CriterionResult::state)
                .max(Enum::compareTo)
                .orElse(CriterionState.NOT_EVALUABLE);
        List<InputFile> inputs = new ArrayList<>(plan.inputs());
        inputs.addAll(priorInputs);
        String doubt = options.acceptDose() ? null : doubt(issues);
        return new ReirradiationAssessment(
                Tool.current(),
                doubt != null && worst == CriterionState.MET ? CriterionState.NOT_EVALUABLE : worst,
                doubt,
                inputs,
                plan.plan(),
                courses,
                options,
                doses,
                criteria,
                assumptions(courses, options),
                issues);
    }

    /** A dose that is too small meets every criterion. */
    private static @Nullable String doubt(List<Issue> issues) {
        return issues.stream()
                .filter(i -> i.code().withholdsPass())
                .findFirst()
                .map(i -> i.message() + " (if it is, say --accept-dose)")
                .orElse(null);
    }

    private static List<CriterionResult> criteria(
            List<CumulativeDose> doses,
            List<PriorCourse> courses,
            StructureSelection selection,
            double registrationMm) {
        List<CriterionResult> results = new ArrayList<>();
        List<CumulativeDose> judged =
                doses.stream().filter(CumulativeDose::isJudged).toList();
        if (judged.isEmpty()) {
            String reason = selection.absence(StructureKind.THECAL_SAC)
                    + "; the criteria are for it (to judge another structure, say --substitute thecal-sac=NAME)";
            for (Criterion c : List.of(Criterion.CUMULATIVE_DOSE, Criterion.SBRT_DOSE, Criterion.SBRT_SHARE)) {
                results.add(CriterionResult.open(c, null, reason));
            }
        }
        for (CumulativeDose d : judged) {
            String name = d.structure().structure().name();
            if (d.reason() != null) {
                for (Criterion c : List.of(Criterion.CUMULATIVE_DOSE, Criterion.SBRT_DOSE, Criterion.SBRT_SHARE)) {
                    results.add(CriterionResult.open(c, name, d.reason()));
                }
                continue;
            }
            Interval current = Objects.requireNonNull(d.current());
            Interval summed = Objects.requireNonNull(d.summed());
            results.add(cumulative(d, summed, registrationMm));
            results.add(CriterionResult.of(Criterion.SBRT_DOSE, name, current));
            results.add(
                    summed.lower() > 0
                            ? CriterionResult.of(Criterion.SBRT_SHARE, name, current.over(summed))
                            : CriterionResult.open(Criterion.SBRT_SHARE, name, "the cumulative dose is 0"));
        }
        results.add(interval(courses));
        return results;
    }

    /** Where the sum is met as registered and perhaps not beside it, that is said. */
    private static CriterionResult cumulative(CumulativeDose d, Interval summed, double registrationMm) {
        CriterionResult r = CriterionResult.of(
                Criterion.CUMULATIVE_DOSE, d.structure().structure().name(), summed);
        boolean mayExceed = r.state() == CriterionState.MET
                && d.shifted().isPresent()
                && d.shifted().get().sum().upper() > Criterion.CUMULATIVE_DOSE.limit();
        return mayExceed
                ? r.withCaution(
                        "met as placed; " + plain(registrationMm) + " mm beside it may not be, see the worst sum")
                : r;
    }

    /** The last course counts; where one is undated, nobody knows which is the last. */
    private static CriterionResult interval(List<PriorCourse> courses) {
        Optional<PriorCourse> undated =
                courses.stream().filter(c -> c.monthsAgo().isEmpty()).findFirst();
        OptionalDouble last =
                courses.stream().flatMapToDouble(c -> c.monthsAgo().stream()).min();
        if (last.isPresent() && last.getAsDouble() < Criterion.INTERVAL.limit()) {
            return CriterionResult.of(Criterion.INTERVAL, null, Interval.exactly(last.getAsDouble()));
        }
        if (undated.isPresent()) {
            return CriterionResult.open(
                    Criterion.INTERVAL,
                    null,
                    "it is not known how long ago " + undated.get().label() + " was");
        }
        return CriterionResult.of(Criterion.INTERVAL, null, Interval.exactly(last.orElseThrow()));
    }

    private static List<String> assumptions(List<PriorCourse> courses, ReirradiationOptions options) {
        List<String> list = new ArrayList<>();
        double ab = options.model().alphaBetaGy();
        list.add("EQD2 by the linear-quadratic model with alpha/beta " + plain(ab)
                + " Gy, no recovery in time, each course in equal fractions");
        if (ab != LinearQuadratic.CORD_ALPHA_BETA_GY) {
            list.add("the criteria were published for alpha/beta 2 Gy, not " + plain(ab) + " Gy");
        }
        list.add("the criteria are factors that were seen with a lower risk of myelopathy, not tolerances");
        for (PriorCourse c : courses) {
            if (c instanceof PriorCourse.Distribution d) {
                list.add(c.label() + ": added point by point, " + d.placedBy()
                        + "; the spine is taken not to have bent since, and beyond the edge of the grid a shifted dose"
                        + " is that at the edge");
                d.outsideGy()
                        .ifPresent(gy -> list.add(
                                c.label() + ": " + plain(gy) + " Gy assumed outside its dose grid, as you said"));
            } else {
                list.add(c.label()
                        + ": its maximum is taken to lie at every point, without registration; should it lie elsewhere,"
                        + " the cumulative maximum is smaller, and the share of this course in it larger");
            }
        }
        return list;
    }

    private static String plain(double v) {
        return v == Math.rint(v) ? Long.toString((long) v) : Double.toString(v);
    }
}
