package org.cordonrt.robust;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CaseDetail;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.RobustnessCriterion;
import org.cordonrt.constraint.State;
import org.cordonrt.issue.CordonException;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.TreatmentCase;

/** Asks how much error a checked plan can take. Stateless: may be called from any number of threads. */
public final class Robustness {
    private Robustness() {}

    /** As {@link #assess(TreatmentCase, Assessment, RobustOptions, Consumer)}, silently. */
    public static RobustAssessment assess(TreatmentCase plan, Assessment atRest, RobustOptions options) {
        return assess(plan, atRest, options, words -> {});
    }

    /**
     * Looks at every limit that counts and guards the cord, or asks for robustness.
     *
     * @param plan the case that was checked
     * @param checked the check
     * @param given what to look for; the radius grows to what the limits ask for
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
        stages.accept("building the structures");
        CaseDetail detail = CaseDetail.of(plan, atRest);
        List<ConstraintResult> asked = atRest.constraints().stream()
                .filter(r -> r.counts()
                        && (r.constraint().structureKind().guardsCord()
                                || r.constraint().robustness().isPresent()))
                .filter(r -> r.constraint().to().isEmpty())
                .toList();
        MovingCase moving = new MovingCase(plan, atRest, detail, asked);
        DoseGrid dose = moving.dose();

        stages.accept("looking for shifts that break limits");
        List<ShiftToBreak> found = ShiftsToBreak.of(asked, moving, options);

        stages.accept("moving the anatomy");
        List<ShiftToBreak> evaluable =
                found.stream().filter(ShiftToBreak::isEvaluable).toList();
        ScenarioDoses doses = moving.scenarioDoses(evaluable);
        List<ScenarioValues> scenarios = doses.values(scenarios(options), options.threads());
        ScenarioDoses.Courses courses = new ScenarioDoses.Courses(List.of(), List.of());
        if (options.setupErrors().isPresent()) {
            stages.accept("drawing set-up errors");
            int fractions = plan.plan().fractions().orElse(1);
            courses = doses.courses(
                    evaluable.stream().map(ShiftToBreak::limit).toList(),
                    moving.targetMetrics(),
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
            courses.chances().forEach(c -> requiredChances.add(RequiredChance.of(c, p)));
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
                moving.centre(),
                moving.centreOf(),
                found,
                moving.targetMetrics(),
                scenarios,
                courses.chances(),
                courses.targets(),
                required,
                requiredChances,
                state,
                reason(state, atRest, required, requiredChances));
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
