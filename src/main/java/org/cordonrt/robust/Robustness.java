package org.cordonrt.robust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CaseDetail;
import org.cordonrt.check.OrderedTasks;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.RobustnessCriterion;
import org.cordonrt.constraint.State;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.TreatmentCase;

/** Asks how much error a checked plan can take. Stateless: may be called from any number of threads. */
public final class Robustness {
    /** Width of the pieces of structures that guard the cord, and of targets, mm. */
    static final double CORD_PITCH_MM = 0.75;

    private static final double TARGET_PITCH_MM = 1.5;

    private Robustness() {}

    /** As {@link #assess(TreatmentCase, Assessment, RobustOptions, Consumer)}, silently. */
    public static RobustAssessment assess(TreatmentCase plan, Assessment atRest, RobustOptions options) {
        return assess(plan, atRest, options, words -> {});
    }

    /** A structure with limits: what is certified, and points that scenarios move. */
    private record Limited(SlabSolid solid, MovingStructure points) {}

    /**
     * Looks at every limit that counts and guards the cord, or asks for robustness.
     *
     * @param plan the case that was checked
     * @param atRest the check
     * @param stages told what is done, in this thread
     * @throws CordonException NO_DOSE without a dose
     */
    public static RobustAssessment assess(
            TreatmentCase plan, Assessment checked, RobustOptions given, Consumer<String> stages) {
        // Apart from what they ask of robustness, which is looked at here.
        Assessment atRest = checked.withSettled(checked.constraints().stream()
                .map(ConstraintResult::asPlannedOnly)
                .toList());
        // As far as the limits ask, so that none is left open for that.
        RobustOptions options = given.withSearchRadiusMm(Math.max(
                given.searchRadiusMm(),
                RobustnessCriteria.farthestMm(checked.constraints()).orElse(0)));
        DoseGrid dose = plan.dose()
                .orElseThrow(() ->
                        new CordonException(IssueCode.NO_DOSE, "the plan has no dose to move in; add the RTDOSE file"));
        stages.accept("building the structures");
        CaseDetail detail = CaseDetail.of(plan, atRest);
        List<ConstraintResult> asked = atRest.constraints().stream()
                .filter(r -> r.counts()
                        && (r.constraint().structureKind().guardsCord()
                                || r.constraint().robustness().isPresent()))
                .filter(r -> r.constraint().to().isEmpty())
                .toList();
        Map<Integer, Limited> limited = new LinkedHashMap<>();
        for (ConstraintResult r : asked) {
            StructureMatch match = r.structure();
            if (match != null && isEvaluable(r)) {
                detail.solid(match)
                        .ifPresent(s -> limited.computeIfAbsent(
                                roi(r), n -> new Limited(s, MovingStructure.of(s, CORD_PITCH_MM))));
            }
        }
        List<StructureMatch> targets = atRest.structures().stream()
                .filter(AssessedStructure::isUsed)
                .map(AssessedStructure::match)
                .filter(m -> m.kind().isTarget())
                .filter(m -> detail.solid(m).isPresent())
                .toList();
        Map<StructureMatch, MovingStructure> targetPoints = new LinkedHashMap<>();
        targets.forEach(
                t -> targetPoints.put(t, MovingStructure.of(detail.solid(t).orElseThrow(), TARGET_PITCH_MM)));
        Optional<Map.Entry<StructureMatch, MovingStructure>> about = targetPoints.entrySet().stream()
                .max(Comparator.comparingDouble(t -> t.getValue().totalMm3()));
        Point3 centre = about.map(t -> t.getValue().centre())
                .orElseGet(() -> limited.values().stream()
                        .findFirst()
                        .map(l -> l.points().centre())
                        .orElse(new Point3(0, 0, 0)));
        String centreOf =
                about.map(t -> t.getKey().structure().name()).orElse("the first structure, as there is no target");

        stages.accept("looking for shifts that break limits");
        List<ShiftToBreak> found = OrderedTasks.map(asked, options.threads(), r -> {
            Limited of = r.structure() == null ? null : limited.get(roi(r));
            if (of == null || !isEvaluable(r)) {
                return ShiftToBreak.notEvaluable(
                        r,
                        r.reason() != null && !isMeasured(r)
                                ? r.reason()
                                : isEvaluable(r)
                                        ? "its structure could not be made again"
                                        : "it is no limit on a dose that must not rise");
            }
            return new LimitSearch(MovedLimit.of(r, of.solid()), dose, of.points(), centre, options)
                    .run()
                    .of(r);
        });

        stages.accept("moving the anatomy");
        List<ShiftToBreak> evaluable =
                found.stream().filter(ShiftToBreak::isEvaluable).toList();
        List<TargetMetric> targetMetrics = new ArrayList<>();
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
        double prescription = plan.plan().prescriptionGy().orElse(Double.NaN);
        targetPoints.forEach((t, p) -> {
            List<TargetMetric.Kind> kinds = new ArrayList<>(List.of(TargetMetric.Kind.D95, TargetMetric.Kind.MIN));
            if (!Double.isNaN(prescription)) {
                kinds.add(TargetMetric.Kind.V100);
            }
            kinds.forEach(k -> targetMetrics.add(new TargetMetric(t, k)));
            bodies.add(new ScenarioDoses.Body(p, List.of(), List.of(), kinds));
        });
        ScenarioDoses doses = new ScenarioDoses(bodies, dose, centre, prescription);
        List<ScenarioValues> scenarios = doses.values(scenarios(options), options.threads());
        List<Chance> chances = List.of();
        if (options.setupErrors().isPresent()) {
            stages.accept("drawing set-up errors");
            int fractions = plan.plan().fractions().orElse(1);
            chances = doses.ofLimits()
                    .chances(
                            evaluable.stream().map(ShiftToBreak::limit).toList(),
                            options.setupErrors().get(),
                            fractions,
                            options.threads());
        }
        List<RequiredShift> required = new ArrayList<>();
        List<State> asks = new ArrayList<>();
        options.requiredMm().forEach(mm -> found.forEach(f -> required.add(RequiredShift.of(f, mm))));
        required.forEach(r -> asks.add(r.state()));
        for (ShiftToBreak f : found) {
            Optional<RobustnessCriterion> criterion = f.limit().constraint().robustness();
            if (criterion.isPresent()
                    && !options.requiredMm().contains(criterion.get().shiftMm())) {
                RequiredShift came = RequiredShift.of(f, criterion.get().shiftMm());
                if (came.state() == State.NOT_EVALUABLE && f.isEvaluable()) {
                    came = RequiredShift.of(
                            RobustnessCriteria.shiftToBreak(f.limit(), dose, detail),
                            criterion.get().shiftMm());
                }
                required.add(came);
                asks.add(RobustnessCriteria.weight(came));
            }
        }
        List<RequiredChance> requiredChances = new ArrayList<>();
        if (options.requiredProbability().isPresent()) {
            double p = options.requiredProbability().getAsDouble();
            chances.forEach(c -> requiredChances.add(RequiredChance.of(c, p)));
            found.stream()
                    .filter(f -> !f.isEvaluable())
                    .forEach(f -> requiredChances.add(
                            RequiredChance.notEvaluable(f.limit(), p, Objects.requireNonNull(f.reason()))));
        }
        requiredChances.forEach(r -> asks.add(r.state()));
        State state = state(atRest, found, asks, options);
        return new RobustAssessment(
                atRest,
                options,
                centre,
                centreOf,
                found,
                targetMetrics,
                scenarios,
                chances,
                required,
                requiredChances,
                state,
                reason(state, atRest, required, requiredChances));
    }

    private static int roi(ConstraintResult r) {
        return r.structure() == null
                ? Integer.MIN_VALUE
                : r.structure().structure().roiNumber();
    }

    private static boolean isMeasured(ConstraintResult r) {
        return r.value() != null && r.value().isEvaluable();
    }

    private static boolean isEvaluable(ConstraintResult r) {
        return r.structure() != null && isMeasured(r) && MovedLimit.fits(r.constraint());
    }

    /** At rest, along each axis, about each axis, the user's, and over the sphere. */
    private static List<Scenario> scenarios(RobustOptions options) {
        List<Scenario> all = new ArrayList<>();
        all.add(new Scenario("at rest", Displacement.NONE));
        List<Point3> axes = List.of(
                new Point3(1, 0, 0),
                new Point3(-1, 0, 0),
                new Point3(0, 1, 0),
                new Point3(0, -1, 0),
                new Point3(0, 0, 1),
                new Point3(0, 0, -1));
        if (options.shiftMm() > 0) {
            for (Point3 a : axes) {
                all.add(new Scenario(
                        "shift " + PatientDirection.words(a), Displacement.shift(a.times(options.shiftMm()))));
            }
        }
        if (options.rotationDegrees() > 0) {
            for (Point3 a : axes) {
                all.add(new Scenario(
                        "turn about " + PatientDirection.words(a),
                        Displacement.rotation(a.times(options.rotationDegrees()))));
            }
        }
        all.addAll(options.scenarios());
        if (options.shiftMm() > 0) {
            List<Point3> sphere = SphereOfDirections.of(options.directions());
            for (int i = 0; i < sphere.size(); i++) {
                all.add(new Scenario(
                        "sphere " + (i + 1),
                        Displacement.shift(sphere.get(i).times(options.shiftMm())),
                        Scenario.Group.SPHERE));
            }
        }
        return all;
    }

    private static State state(Assessment atRest, List<ShiftToBreak> found, List<State> asks, RobustOptions options) {
        State rest = atRest.verdict().state();
        if (rest == State.FAIL || asks.contains(State.FAIL)) {
            return State.FAIL;
        }
        boolean asked =
                !options.requiredMm().isEmpty() || options.requiredProbability().isPresent();
        // Nothing to hold is no proof that something holds.
        boolean open = asks.contains(State.NOT_EVALUABLE) || found.isEmpty() && asked;
        if (rest == State.NOT_EVALUABLE || open) {
            return State.NOT_EVALUABLE;
        }
        return asks.contains(State.ACCEPTABLE) ? State.ACCEPTABLE : rest;
    }

    private static String reason(
            State state, Assessment atRest, List<RequiredShift> required, List<RequiredChance> chances) {
        if (atRest.verdict().state() == state && (state == State.FAIL || state == State.NOT_EVALUABLE)) {
            return "without any shift: " + atRest.verdict().reason();
        }
        if (state == State.FAIL || state == State.NOT_EVALUABLE) {
            return required.stream()
                    .filter(r -> r.state() == state)
                    .map(r -> "not shown that each limit " + r.text() + ": " + r.reason())
                    .findFirst()
                    .or(() -> chances.stream()
                            .filter(r -> r.state() == state)
                            .map(r -> "not shown to hold with the probability asked for: " + r.reason())
                            .findFirst())
                    .orElse("no limit on the cord could be moved");
        }
        Optional<RequiredShift> goal =
                required.stream().filter(r -> r.state() == State.FAIL).findFirst();
        if (goal.isPresent()) {
            return "not so that each goal " + goal.get().text() + ": "
                    + goal.get().reason();
        }
        return required.isEmpty() && chances.isEmpty()
                ? atRest.verdict().reason() + " at rest; no shift was required"
                : "every limit on the cord holds as was required";
    }
}
