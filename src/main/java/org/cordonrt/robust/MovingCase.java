package org.cordonrt.robust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CaseDetail;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.TreatmentCase;

/** The structures of a checked case that are moved: those with limits, and the targets. Immutable. */
final class MovingCase {
    /** Width of the pieces of structures that guard the cord, and of targets, mm. */
    static final double CORD_PITCH_MM = 0.75;

    private static final double TARGET_PITCH_MM = 1.5;

    private final DoseGrid dose;
    private final double prescriptionGy;
    private final Map<Integer, Limited> limited = new LinkedHashMap<>();
    private final Map<StructureMatch, MovingStructure> targets = new LinkedHashMap<>();
    private final Point3 centre;
    private final String centreOf;

    /** A structure with limits: what is certified, and points that scenarios move. */
    record Limited(SlabSolid solid, MovingStructure points) {}

    /**
     * Builds the structures.
     *
     * @param asked limits to be looked at
     * @throws CordonException NO_DOSE without a dose
     */
    MovingCase(TreatmentCase plan, Assessment atRest, CaseDetail detail, List<ConstraintResult> asked) {
        dose = plan.dose()
                .orElseThrow(() ->
                        new CordonException(IssueCode.NO_DOSE, "the plan has no dose to move in; add the RTDOSE file"));
        prescriptionGy = plan.plan().prescriptionGy().orElse(Double.NaN);
        for (ConstraintResult r : asked) {
            StructureMatch match = r.structure();
            if (match != null && isEvaluable(r)) {
                detail.solid(match)
                        .ifPresent(s -> limited.computeIfAbsent(
                                roi(r), n -> new Limited(s, MovingStructure.of(s, CORD_PITCH_MM))));
            }
        }
        atRest.structures().stream()
                .filter(AssessedStructure::isUsed)
                .map(AssessedStructure::match)
                .filter(m -> m.kind().isTarget())
                .forEach(m ->
                        detail.solid(m).ifPresent(solid -> targets.put(m, MovingStructure.of(solid, TARGET_PITCH_MM))));
        Optional<Map.Entry<StructureMatch, MovingStructure>> about = targets.entrySet().stream()
                .max(Comparator.comparingDouble(t -> t.getValue().totalMm3()));
        centre = about.map(t -> t.getValue().centre())
                .orElseGet(() -> limited.values().stream()
                        .findFirst()
                        .map(l -> l.points().centre())
                        .orElse(new Point3(0, 0, 0)));
        centreOf = about.map(t -> t.getKey().structure().name()).orElse("the first structure, as there is no target");
    }

    DoseGrid dose() {
        return dose;
    }

    /** What the anatomy turns about. */
    Point3 centre() {
        return centre;
    }

    /** The structure whose centre that is. */
    String centreOf() {
        return centreOf;
    }

    /** The structure of a limit; empty when it cannot be made, or the limit not moved. */
    Optional<Limited> of(ConstraintResult r) {
        return isEvaluable(r) ? Optional.ofNullable(limited.get(roi(r))) : Optional.empty();
    }

    /** What is told of the targets, in the order of {@link #scenarioDoses}. */
    List<TargetMetric> targetMetrics() {
        return targets.keySet().stream()
                .flatMap(t -> targetKinds().stream().map(k -> new TargetMetric(t, k)))
                .toList();
    }

    private List<TargetMetric.Kind> targetKinds() {
        return Double.isNaN(prescriptionGy)
                ? List.of(TargetMetric.Kind.D95, TargetMetric.Kind.MIN)
                : List.of(TargetMetric.Kind.D95, TargetMetric.Kind.MIN, TargetMetric.Kind.V100);
    }

    /**
     * What scenarios make of limits and targets.
     *
     * @param evaluable limits with a structure, in the order of the results
     */
    ScenarioDoses scenarioDoses(List<ShiftToBreak> evaluable) {
        List<ScenarioDoses.Body> bodies = new ArrayList<>();
        limited.forEach((roi, of) -> {
            List<MovedLimit> limits = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < evaluable.size(); i++) {
                if (roi(evaluable.get(i).limit()) == roi) {
                    limits.add(MovedLimit.of(evaluable.get(i).limit(), of.solid()));
                    places.add(i);
                }
            }
            if (!limits.isEmpty()) {
                bodies.add(new ScenarioDoses.Body(of.points(), limits, places, List.of()));
            }
        });
        targets.values().forEach(p -> bodies.add(new ScenarioDoses.Body(p, List.of(), List.of(), targetKinds())));
        return new ScenarioDoses(bodies, dose, centre, prescriptionGy);
    }

    private static int roi(ConstraintResult r) {
        return r.structure() == null
                ? Integer.MIN_VALUE
                : r.structure().structure().roiNumber();
    }

    static boolean isMeasured(ConstraintResult r) {
        return r.value() != null && r.value().isEvaluable();
    }

    static boolean isEvaluable(ConstraintResult r) {
        return r.structure() != null && isMeasured(r) && MovedLimit.fits(r.constraint());
    }
}
