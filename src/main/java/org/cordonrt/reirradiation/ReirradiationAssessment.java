package org.cordonrt.reirradiation;

import java.util.List;
import java.util.Objects;
import org.cordonrt.check.Tool;
import org.cordonrt.issue.Issue;
import org.cordonrt.plan.InputFile;
import org.cordonrt.plan.PlanSummary;

/**
 * What became of a re-irradiation. Immutable.
 *
 * @param tool the program that made it
 * @param state the worst of the four criteria
 * @param inputs the files it rests on
 * @param plan the current plan
 * @param courses the previous courses
 * @param options how they were added
 * @param doses structure by structure: those that are judged, then those beside
 * @param criteria the four criteria on each judged structure
 * @param assumptions all that the numbers rest on, in words
 * @param issues findings of all stages
 */
public record ReirradiationAssessment(
        Tool tool,
        CriterionState state,
        List<InputFile> inputs,
        PlanSummary plan,
        List<PriorCourse> courses,
        ReirradiationOptions options,
        List<CumulativeDose> doses,
        List<CriterionResult> criteria,
        List<String> assumptions,
        List<Issue> issues) {
    public ReirradiationAssessment {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(state, "state");
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(plan, "plan");
        courses = List.copyOf(courses);
        Objects.requireNonNull(options, "options");
        doses = List.copyOf(doses);
        criteria = List.copyOf(criteria);
        assumptions = List.copyOf(assumptions);
        issues = List.copyOf(issues);
    }

    /** The same with the files that the previous courses were read from. */
    public ReirradiationAssessment withInputs(List<InputFile> all, List<Issue> allIssues) {
        return new ReirradiationAssessment(
                tool, state, all, plan, courses, options, doses, criteria, assumptions, allIssues);
    }
}
