package org.cordonrt.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.Structure;

/**
 * All limits of the chosen sets, tested on one plan. Immutable.
 *
 * @param results set by set in the order of their files; a limit on several structures has a result for each
 * @param verdict the worst of what was required
 * @param issues findings made on the way
 */
public record Evaluation(List<ConstraintResult> results, Verdict verdict, List<Issue> issues) {
    /** Relative; volumes are exact for the model up to rounding. */
    private static final double VOLUME_ROUNDING = 1e-6;

    public Evaluation {
        results = List.copyOf(results);
        issues = List.copyOf(issues);
    }

    /**
     * Tests every limit of every set, side by side, never merged. A limit for another number of fractions is SKIPPED,
     * as is one whose structure is not drawn, unless it is {@linkplain Requirement#ALWAYS always} required: then it is
     * NOT_EVALUABLE. The same holds for a limit on more volume than the structure has. Without a known number of
     * fractions nothing can be judged.
     *
     * @param fractions planned fractions of the course the dose stands for; empty when unknown
     * @param measurement asked only for limits that apply and whose structure is drawn
     */
    public static Evaluation of(
            List<ConstraintSet> sets, StructureSelection structures, OptionalInt fractions, Measurement measurement) {
        return of(sets, structures, fractions, measurement, ToleranceBand.NONE);
    }

    /**
     * As {@link #of(List, StructureSelection, OptionalInt, Measurement)}, with a band above the mandatory limits in which
     * a result is ACCEPTABLE.
     */
    public static Evaluation of(
            List<ConstraintSet> sets,
            StructureSelection structures,
            OptionalInt fractions,
            Measurement measurement,
            ToleranceBand band) {
        List<ConstraintResult> results = new ArrayList<>();
        for (ConstraintSet set : sets) {
            List<ConstraintResult> ofSet = new ArrayList<>();
            for (Constraint c : set.constraints()) {
                ofSet.addAll(results(set.id(), c, structures, fractions, measurement, band));
            }
            ofSet.replaceAll(r -> settledByMandatory(r, List.copyOf(ofSet)));
            // Nothing passes here that asks for more than the plan as it stands.
            ofSet.replaceAll(ConstraintResult::untilTested);
            results.addAll(ofSet);
        }
        Verdict verdict = Verdict.of(results);
        boolean gapsOnly = results.stream().allMatch(r -> r.constraint().to().isPresent());
        if (results.stream()
                .anyMatch(
                        r -> concernsCord(r) && (gapsOnly || r.constraint().to().isEmpty()))) {
            return new Evaluation(results, verdict, List.of());
        }
        String why = noLimitApplies(sets, results, fractions);
        // Where nothing else decided, this says more than the general words.
        Verdict said = verdict.state() == State.NOT_EVALUABLE && verdict.decidedBy() == null
                ? new Verdict(State.NOT_EVALUABLE, why, null)
                : verdict;
        return new Evaluation(results, said, List.of(Issue.of(IssueCode.NO_LIMIT_APPLIES, why)));
    }

    private static List<ConstraintResult> results(
            String setId,
            Constraint c,
            StructureSelection structures,
            OptionalInt fractions,
            Measurement measurement,
            ToleranceBand band) {
        if (fractions.isPresent() && fractions.getAsInt() != c.fractions()) {
            String reason = "published for " + fractions(c.fractions()) + ", the plan has " + fractions.getAsInt();
            return List.of(new ConstraintResult(setId, c, null, null, State.SKIPPED, reason));
        }
        List<StructureMatch> drawn = structures.drawn(c.structureKind());
        if (drawn.isEmpty()) {
            State state = c.requirement() == Requirement.ALWAYS ? State.NOT_EVALUABLE : State.SKIPPED;
            return List.of(new ConstraintResult(setId, c, null, null, state, structures.absence(c.structureKind())));
        }
        Optional<StructureKind> to = c.to();
        if (to.isPresent() && structures.drawn(to.get()).isEmpty()) {
            State state = c.requirement() == Requirement.ALWAYS ? State.NOT_EVALUABLE : State.SKIPPED;
            return List.of(new ConstraintResult(setId, c, null, null, state, structures.absence(to.get())));
        }
        if (fractions.isEmpty()) {
            String reason = "published for " + fractions(c.fractions())
                    + "; the plan's number of fractions is not known, state it with --fractions N";
            return drawn.stream()
                    .map(s -> new ConstraintResult(setId, c, s, null, State.NOT_EVALUABLE, reason))
                    .toList();
        }
        return drawn.stream()
                .map(s -> withRoom(tested(setId, c, s, measurement, band), measurement))
                .toList();
    }

    /**
     * A limit on more volume than the structure has would be kept whatever the dose, and a drawn stub would pass. So it
     * is not tested: on the cord that leaves the question open, on another organ the limit does not apply.
     */
    private static ConstraintResult tested(
            String setId, Constraint c, StructureMatch structure, Measurement measurement, ToleranceBand band) {
        MetricValue value = measurement.measure(structure.structure(), c.metric());
        if (c.level() == Level.INFORMATION) {
            return new ConstraintResult(setId, c, structure, value, State.SKIPPED, "for information, not judged");
        }
        OptionalDouble drawnCc = measurement.volumeCc(structure.structure());
        OptionalDouble limitedCc = c.volumeCc();
        if (!value.isEvaluable()
                || limitedCc.isEmpty()
                || drawnCc.isPresent() && drawnCc.getAsDouble() >= limitedCc.getAsDouble() * (1 - VOLUME_ROUNDING)) {
            return ConstraintResult.judge(setId, c, structure, value, band);
        }
        String reason = "the structure has "
                + (drawnCc.isPresent() ? "only " + Figures.rounded(drawnCc.getAsDouble()) + " cc" : "an unknown volume")
                + ", the limit is about " + Figures.plain(limitedCc.getAsDouble()) + " cc";
        State state = c.requirement() == Requirement.ALWAYS ? State.NOT_EVALUABLE : State.SKIPPED;
        return new ConstraintResult(setId, c, structure, MetricValue.notEvaluable(c.metric(), reason), state, reason);
    }

    private static ConstraintResult withRoom(ConstraintResult r, Measurement measurement) {
        if (r.structure() == null || r.value() == null || !r.value().isEvaluable()) {
            return r;
        }
        Structure structure = r.structure().structure();
        return r.withRoom(Headroom.of(
                r.constraint(),
                r.value(),
                Headroom.companion(r.constraint()).map(m -> measurement.measure(structure, m)),
                measurement.volumeCc(structure)));
    }

    /** A missed goal is acceptable only while no mandatory limit of the same metric stands against it. */
    private static ConstraintResult settledByMandatory(ConstraintResult r, List<ConstraintResult> ofSet) {
        if (r.state() != State.ACCEPTABLE) {
            return r;
        }
        return ofSet.stream()
                .filter(m -> m.constraint().level() == Level.MANDATORY && isSameQuestion(m, r))
                .filter(m -> m.state() == State.FAIL || m.state() == State.NOT_EVALUABLE)
                .findFirst()
                .map(m -> new ConstraintResult(
                        r.setId(),
                        r.constraint(),
                        r.structure(),
                        r.value(),
                        m.state(),
                        r.reason() + "; mandatory limit " + m.constraint().id() + ": " + m.reason(),
                        r.room()))
                .orElse(r);
    }

    private static boolean isSameQuestion(ConstraintResult a, ConstraintResult b) {
        return a.structure() != null
                && b.structure() != null
                && a.structure().structure().roiNumber()
                        == b.structure().structure().roiNumber()
                && a.constraint().structureKind() == b.constraint().structureKind()
                && a.constraint().fractions() == b.constraint().fractions()
                && a.constraint().metric().equals(b.constraint().metric());
    }

    private static boolean concernsCord(ConstraintResult r) {
        return r.counts()
                && (r.constraint().structureKind().guardsCord()
                        || r.constraint().requirement() == Requirement.ALWAYS);
    }

    /** Says for each set why none of its limits on the cord could be tested. */
    private static String noLimitApplies(
            List<ConstraintSet> sets, List<ConstraintResult> results, OptionalInt fractions) {
        String plan = fractions.isPresent() ? " for " + fractions(fractions.getAsInt()) : "";
        List<String> why = sets.stream()
                .map(set -> set.id() + ": "
                        + results.stream()
                                .filter(r -> r.setId().equals(set.id()))
                                .filter(r -> r.constraint().structureKind().guardsCord())
                                .filter(r ->
                                        fractions.isEmpty() || r.constraint().fractions() == fractions.getAsInt())
                                .findFirst()
                                .map(r -> r.constraint().requirement() == Requirement.NEVER
                                        ? "information only"
                                        : "" + r.reason())
                                .orElse("has none" + plan))
                .toList();
        return "no limit that guards the spinal cord applies" + plan + " (" + String.join("; ", why)
                + "); choose other sets with --constraints";
    }

    private static String fractions(int n) {
        return n == 1 ? "1 fraction" : n + " fractions";
    }
}
