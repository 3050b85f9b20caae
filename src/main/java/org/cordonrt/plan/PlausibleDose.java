package org.cordonrt.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.cordonrt.Internal;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;

/**
 * Whether a dose can be that of a whole course of spine radiosurgery: a dose in centigray, of one session, or scaled
 * away would meet limits, or break them, for a reason that has nothing to do with the plan.
 *
 * <p>The bounds are Cordon's own. They are wide: a dose inside them may still be wrong, but hardly any right one lies
 * outside.
 */
@Internal
public final class PlausibleDose {
    /** The hottest sample of a whole course is not below its prescription by more than this. */
    private static final double LEAST_SHARE_OF_PRESCRIPTION = 0.9;

    private static final double MOST_SHARE_OF_PRESCRIPTION = 3;
    private static final double MOST_GY = 500;
    /** No course against a metastasis stays below this anywhere. */
    private static final double LEAST_GY = 3;

    private PlausibleDose() {}

    /** A DOSE_IMPLAUSIBLE finding; empty where nothing speaks against the dose. */
    public static Optional<Issue> doubtAbout(DoseGrid dose, PlanSummary plan) {
        double maxGy = dose.maxSampleGy();
        if (plan.prescriptionGy().isPresent()) {
            double share = maxGy / plan.prescriptionGy().getAsDouble();
            if (share < LEAST_SHARE_OF_PRESCRIPTION || share > MOST_SHARE_OF_PRESCRIPTION) {
                return doubt(
                        "the largest dose is %.2f Gy and the prescription %.2f Gy%s: make sure that the dose is"
                                + " that of the whole course, in gray",
                        maxGy, plan.prescriptionGy().getAsDouble(), in(plan.fractions()));
            }
        } else if (maxGy > MOST_GY) {
            return doubt("the largest dose is %.0f Gy: make sure that the dose is in gray", maxGy);
        } else if (maxGy < LEAST_GY) {
            return doubt(
                    "the largest dose is %.3g Gy, less than any course of treatment gives: make sure that the dose is"
                            + " that of the whole course, in gray",
                    maxGy);
        }
        int n = plan.fractions().orElse(1);
        return maxGy >= n * leastGyPerFraction(n)
                ? Optional.empty()
                : doubt(
                        "the largest dose is %.2f Gy%s, %.2f Gy in each, less than such a course gives: make sure that"
                                + " the dose is that of the whole course and not of one session",
                        maxGy, in(plan.fractions()), maxGy / n);
    }

    /**
     * What the hottest point gets in each fraction at the very least. Two or three sessions give 8 Gy and more, four or
     * five 4 Gy and more (20 Gy in 5 for palliation), longer courses 1.1 Gy and more. The dose of one session, divided
     * by the sessions once more, is below from 3 fractions on; that of two sessions may not be.
     */
    private static double leastGyPerFraction(int fractions) {
        if (fractions == 1) {
            return 0;
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

    private static Optional<Issue> doubt(String format, Object... values) {
        return Optional.of(Issue.of(IssueCode.DOSE_IMPLAUSIBLE, String.format(Locale.ROOT, format, values)));
    }
}
