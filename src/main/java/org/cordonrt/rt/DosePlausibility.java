package org.cordonrt.rt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.PlanSummary;

/**
 * Whether a dose can be that of a whole course of spine radiosurgery: a dose in centigray, of one session, or scaled
 * away would meet limits, or break them, for a reason that has nothing to do with the plan.
 *
 * <p>The bounds are Cordon's own. They are wide: a dose inside them may still be wrong, but hardly any right one lies
 * outside.
 */
final class DosePlausibility {
    /** The hottest sample of a whole course is not below its prescription by more than this. */
    private static final double LEAST_SHARE_OF_PRESCRIPTION = 0.9;

    private static final double MOST_SHARE_OF_PRESCRIPTION = 3;
    private static final double MOST_GY = 500;
    /** No course against a metastasis stays below this anywhere. */
    private static final double LEAST_GY = 3;

    private DosePlausibility() {}

    static List<Issue> of(DoseGrid dose, PlanSummary plan) {
        List<Issue> issues = new ArrayList<>();
        double maxGy = dose.maxSampleGy();
        if (plan.prescriptionGy().isPresent()) {
            double share = maxGy / plan.prescriptionGy().getAsDouble();
            if (share < LEAST_SHARE_OF_PRESCRIPTION || share > MOST_SHARE_OF_PRESCRIPTION) {
                issues.add(doubt(
                        "the largest dose is %.2f Gy and the prescription %.2f Gy%s: make sure that the dose is"
                                + " that of the whole course, in gray",
                        maxGy, plan.prescriptionGy().getAsDouble(), in(plan.fractions())));
            }
        } else if (maxGy > MOST_GY) {
            issues.add(doubt("the largest dose is %.0f Gy: make sure that the dose is in gray", maxGy));
        } else if (maxGy < LEAST_GY) {
            issues.add(doubt(
                    "the largest dose is %.3g Gy, less than any course of treatment gives: make sure that the dose is"
                            + " that of the whole course, in gray",
                    maxGy));
        }
        if (issues.isEmpty() && plan.fractions().isPresent()) {
            int n = plan.fractions().getAsInt();
            if (maxGy < n * leastGyPerFraction(n)) {
                issues.add(doubt(
                        "the largest dose is %.2f Gy%s, %.2f Gy in each, less than such a course gives: make sure that"
                                + " the dose is that of the whole course and not of one session",
                        maxGy, in(plan.fractions()), maxGy / n));
            }
        }
        return issues;
    }

    /**
     * What the hottest point gets in each fraction at the very least. Two or three sessions give 8 Gy and more, four or
     * five 4 Gy and more (20 Gy in 5 for palliation), longer courses 1.1 Gy and more. The dose of one session, divided
     * by the sessions once more, is below from 3 fractions on; that of two sessions may not be.
     */
    private static double leastGyPerFraction(int fractions) {
        if (fractions == 1) {
            return LEAST_GY;
        }
        if (fractions <= 3) {
            return 4;
        }
        return fractions <= 5 ? 3 : 1;
    }

    private static String in(OptionalInt fractions) {
        return fractions.isEmpty()
                ? ""
                : " in " + fractions.getAsInt() + " fraction" + (fractions.getAsInt() == 1 ? "" : "s");
    }

    private static Issue doubt(String format, Object... values) {
        return Issue.of(IssueCode.DOSE_IMPLAUSIBLE, String.format(Locale.ROOT, format, values));
    }
}
