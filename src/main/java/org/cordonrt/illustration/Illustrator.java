package org.cordonrt.illustration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CaseDetail;
import org.cordonrt.check.GapProfile;
import org.cordonrt.check.Margin;
import org.cordonrt.check.OrderedTasks;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.issue.Issue;
import org.cordonrt.plan.CtVolume;
import org.cordonrt.plan.TreatmentCase;

/** Makes {@link Illustrations}. Stateless; the same input gives the same result for any number of threads. */
public final class Illustrator {
    private static final double[] BINS_GY = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5};

    private static final int MOST_STEPS = 250;
    private static final double BEYOND_TARGET_MM = 10;

    private Illustrator() {}

    /** Without CT. */
    public static Illustrations of(TreatmentCase plan, Assessment found) {
        return of(plan, found, Optional.empty());
    }

    /**
     * @param plan the case that was assessed
     * @param found its assessment
     * @param ct a background for the slices, in the frame of reference of the structures
     */
    public static Illustrations of(TreatmentCase plan, Assessment found, Optional<CtVolume> ct) {
        CaseDetail detail = CaseDetail.of(plan, found);
        List<StructureMatch> cord =
                found.cord().map(AssessedStructure::match).stream().toList();
        List<StructureMatch> targets = found.structures().stream()
                .filter(s -> s.isUsed() && s.match().kind().isTarget())
                .map(AssessedStructure::match)
                .toList();
        List<GapProfile> profiles = detail.profiles(cord, targets, BEYOND_TARGET_MM);
        List<Issue> issues = new ArrayList<>();
        List<SliceView> views = new SliceViews(found, detail, plan.dose()).make(ct, issues);
        return new Illustrations(
                curves(plan, found, detail),
                profiles,
                plan.dose().flatMap(d -> DosePath.of(found, detail, d)),
                views,
                issues);
    }

    private static List<StructureCurve> curves(TreatmentCase plan, Assessment found, CaseDetail detail) {
        if (plan.dose().isEmpty()) {
            return List.of();
        }
        double bin = binGy(plan.dose().get().maxSampleGy());
        Set<Integer> judged = found.constraints().stream()
                .filter(ConstraintResult::counts)
                .flatMap(r -> Optional.ofNullable(r.structure()).stream())
                .map(m -> m.structure().roiNumber())
                .collect(Collectors.toSet());
        List<AssessedStructure> shown = found.structures().stream()
                .filter(s -> s.volumeCc().orElse(0) > 0)
                .filter(s -> s.match().kind().guardsCord()
                        || s.match().kind().isTarget()
                        || judged.contains(s.match().structure().roiNumber()))
                .toList();
        List<StructureCurve> curves = new ArrayList<>();
        OrderedTasks.map(
                        shown,
                        detail.threads(),
                        s -> detail.curve(s.match(), bin, bin)
                                .map(c -> new StructureCurve(
                                        s.match(), s.volumeCc().getAsDouble(), c)))
                .forEach(c -> c.ifPresent(curves::add));
        return curves;
    }

    /** The finest usual step with which curves stay small; between the points they are as good as straight. */
    private static double binGy(double maxGy) {
        for (double bin : BINS_GY) {
            if (maxGy / bin <= MOST_STEPS) {
                return bin;
            }
        }
        return Math.max(maxGy, 0) / MOST_STEPS;
    }

    /** The smallest gap; of equal ones that with most overlap, then that of the tumour itself. */
    static Optional<Margin> smallestGap(Assessment found) {
        return found.margins().stream()
                .min(Comparator.comparingDouble(Margin::distanceMm)
                        .thenComparing(
                                Comparator.comparingDouble(Margin::overlapCc).reversed())
                        .thenComparing(m -> m.to().kind()));
    }
}
