package org.cordonrt.robust;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CaseDetail;
import org.cordonrt.check.OrderedTasks;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Level;
import org.cordonrt.constraint.RobustnessCriterion;
import org.cordonrt.constraint.State;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.TreatmentCase;

/**
 * Tests what limits ask of robustness: a check alone leaves it open, and until then none of those limits passes.
 * Stateless: may be called from any number of threads.
 */
public final class RobustnessCriteria {
    /** A little farther than asked, so that a limit which just holds is not left open by rounding. */
    private static final double BEYOND_MM = 0.05;

    private static final int FIRST_BOXES = 100;

    private RobustnessCriteria() {}

    /**
     * The check with every open criterion tested. A limit passes only when it is certain that no shift of the length asked
     * for breaks it, and is broken only when a found shift certainly does; else it is NOT_EVALUABLE.
     *
     * @param plan the case that was checked
     * @param found the check; returned as it is when its limits ask for nothing
     * @param threads number of threads; changes no bit of the result
     * @throws java.util.concurrent.CancellationException soon after this thread is interrupted
     */
    public static Assessment tested(TreatmentCase plan, Assessment found, int threads) {
        Optional<DoseGrid> dose = plan.dose();
        if (!found.asksForRobustness() || dose.isEmpty()) {
            return found;
        }
        CaseDetail detail = CaseDetail.of(plan, found);
        return found.withSettled(OrderedTasks.map(
                found.constraints(),
                threads,
                r -> r.asPlanned() == null ? r : settled(r, shiftToBreak(r, dose.get(), detail))));
    }

    private static RobustnessCriterion criterion(ConstraintResult r) {
        return r.constraint().robustness().orElseThrow();
    }

    /** As far as a limit asks and no farther, so that work is spent on what was asked. */
    static ShiftToBreak shiftToBreak(ConstraintResult r, DoseGrid dose, CaseDetail detail) {
        Optional<SlabSolid> solid = Optional.ofNullable(r.structure()).flatMap(detail::solid);
        if (solid.isEmpty() || !MovedLimit.fits(r.constraint())) {
            return ShiftToBreak.notEvaluable(r, "its structure cannot be moved in the dose");
        }
        RobustOptions options = RobustOptions.defaults()
                .withSearchRadiusMm(radiusMm(criterion(r)))
                .withSearchDegrees(0);
        MovingStructure points = MovingStructure.of(solid.get(), MovingCase.CORD_PITCH_MM);
        MovedLimit moved = MovedLimit.of(r, solid.get());
        // Most questions are decided long before both bounds have come together.
        ShiftToBreak found = ShiftToBreak.notEvaluable(r, "it was not looked for");
        for (int boxes : new int[] {FIRST_BOXES, options.mostBoxes()}) {
            found = new LimitSearch(moved, dose, points, points.centre(), options.withMostBoxes(boxes))
                    .run(LimitSearch.Question.SHORTEST)
                    .of(r);
            if (RequiredShift.of(found, criterion(r).shiftMm()).state() != State.NOT_EVALUABLE) {
                break;
            }
        }
        return found;
    }

    /** The limit with what came of its criterion. */
    private static ConstraintResult settled(ConstraintResult r, ShiftToBreak found) {
        RobustnessCriterion criterion = criterion(r);
        RequiredShift came = RequiredShift.of(found, criterion.shiftMm());
        String why = switch (came.state()) {
            case PASS -> criterion.text();
            case FAIL -> "not robust: " + came.reason() + "; asked is that it " + criterion.text();
            default -> "met as planned; not shown that it " + criterion.text() + ": " + came.reason();
        };
        return r.withRobustness(came.state(), why);
    }

    private static double radiusMm(RobustnessCriterion criterion) {
        return criterion.shiftMm() + BEYOND_MM;
    }

    /** How far to look so that no criterion is left open for that. */
    static OptionalDouble farthestMm(List<ConstraintResult> results) {
        return results.stream()
                .flatMap(r -> r.constraint().robustness().stream())
                .mapToDouble(RobustnessCriteria::radiusMm)
                .max();
    }

    /** What a criterion that came out like this does to the whole: a goal that is missed is no broken limit. */
    static State weight(RequiredShift came) {
        boolean goal = came.limit().constraint().level() == Level.OPTIMAL;
        return goal && came.state() == State.FAIL ? State.ACCEPTABLE : came.state();
    }
}
