package org.cordonrt.plan;

import java.util.Locale;
import java.util.Optional;
import org.cordonrt.Internal;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;

/** Whether a dose looks like that of a whole course: one of a single fraction, or in another unit, meets every limit. */
@Internal
public final class PlausibleDose {
    /** The hottest sample of a whole course is not below its prescription by more than this. */
    private static final double LEAST_SHARE_OF_PRESCRIPTION = 0.9;

    private static final double MOST_SHARE_OF_PRESCRIPTION = 3;
    private static final double MOST_GY = 500;

    private PlausibleDose() {}

    /** A DOSE_IMPLAUSIBLE finding; empty where nothing speaks against the dose. */
    public static Optional<Issue> doubtAbout(DoseGrid dose, PlanSummary plan) {
        double maxGy = dose.maxSampleGy();
        if (plan.prescriptionGy().isPresent()) {
            double share = maxGy / plan.prescriptionGy().getAsDouble();
            if (share < LEAST_SHARE_OF_PRESCRIPTION || share > MOST_SHARE_OF_PRESCRIPTION) {
                return Optional.of(Issue.of(
                        IssueCode.DOSE_IMPLAUSIBLE,
                        String.format(
                                Locale.ROOT,
                                "the largest dose is %.2f Gy and the prescription %.2f Gy%s: make sure that the dose is"
                                        + " that of the whole course, in gray",
                                maxGy,
                                plan.prescriptionGy().getAsDouble(),
                                plan.fractions().isPresent()
                                        ? " in " + plan.fractions().getAsInt() + " fractions"
                                        : "")));
            }
        } else if (maxGy > MOST_GY) {
            return Optional.of(Issue.of(
                    IssueCode.DOSE_IMPLAUSIBLE,
                    String.format(
                            Locale.ROOT, "the largest dose is %.0f Gy: make sure that the dose is in gray", maxGy)));
        }
        return Optional.empty();
    }
}
