package org.cordonrt.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Measurement;
import org.cordonrt.constraint.State;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.constraint.StructureSelection;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.Structure;

/**
 * Margin criteria beside limits on the dose: the distance from a structure to the nearest of another kind. Judged on the
 * distance between surfaces; where slabs come nearer than the criterion allows, the result says so. Not thread-safe.
 */
final class GapCriteria implements Measurement {
    private final Measurement doses;
    private final StructureSelection selection;
    private final CaseModel model;
    private final List<Margin> known;

    /**
     * @param doses for everything that is no distance
     * @param known separations that were measured already
     */
    GapCriteria(Measurement doses, StructureSelection selection, CaseModel model, List<Margin> known) {
        this.doses = doses;
        this.selection = selection;
        this.model = model;
        this.known = known;
    }

    @Override
    public OptionalDouble volumeCc(Structure structure) {
        return doses.volumeCc(structure);
    }

    @Override
    public MetricValue measure(Structure structure, Metric metric) {
        if (!(metric instanceof Metric.Separation separation)) {
            return doses.measure(structure, metric);
        }
        StructureKind to = StructureKind.valueOf(separation.to());
        return nearest(structure, to)
                .map(m -> new MetricValue(
                        metric, m.distanceMm(), m.distanceMm(), m.distanceMm(), m.fromPointMm(), null, null))
                .orElseGet(() -> MetricValue.notEvaluable(metric, unusable(structure, to)));
    }

    /** To the nearest of a kind; empty unless each of them can be measured, for the one that cannot may be the nearest. */
    private Optional<Margin> nearest(Structure structure, StructureKind to) {
        Margin best = null;
        for (StructureMatch other : selection.drawn(to)) {
            Optional<Margin> m = margin(structure, other);
            if (m.isEmpty()) {
                return Optional.empty();
            }
            if (best == null || m.get().distanceMm() < best.distanceMm()) {
                best = m.get();
            }
        }
        return Optional.ofNullable(best);
    }

    private Optional<Margin> margin(Structure structure, StructureMatch other) {
        Optional<Margin> measured = known.stream()
                .filter(m -> m.from().structure().roiNumber() == structure.roiNumber()
                        && m.to().structure().roiNumber() == other.structure().roiNumber())
                .findFirst();
        if (measured.isPresent()) {
            return measured;
        }
        return selection.matches().stream()
                .filter(m -> m.structure().roiNumber() == structure.roiNumber())
                .flatMap(m -> Separations.of(List.of(m), List.of(other), model).stream())
                .findFirst();
    }

    private String unusable(Structure structure, StructureKind to) {
        return Stream.concat(Stream.of(structure), selection.drawn(to).stream().map(StructureMatch::structure))
                .flatMap(s -> model.refusal(s).stream())
                .map(Throwable::getMessage)
                .findFirst()
                .orElse("there is no " + to.words() + " to measure to");
    }

    /** The same results; a margin criterion that is met says so when slabs would not meet it. */
    List<ConstraintResult> explained(List<ConstraintResult> results) {
        return results.stream().map(this::explained).toList();
    }

    private ConstraintResult explained(ConstraintResult r) {
        Constraint c = r.constraint();
        if (c.to().isEmpty() || r.state() != State.PASS || r.structure() == null) {
            return r;
        }
        double slabMm = selection.drawn(c.to().get()).stream()
                .flatMap(other -> margin(r.structure().structure(), other).stream())
                .mapToDouble(Margin::slabMm)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return c.comparison().holds(slabMm, c.limit())
                ? r
                : r.withReason("met between surfaces, but slab solids are only " + hundredths(slabMm)
                        + " mm apart: on slanted anatomy their steps reach towards each other");
    }

    /** A finding for each criterion that slabs would not meet. */
    static List<Issue> issues(List<ConstraintResult> results) {
        return results.stream()
                .filter(r -> r.constraint().to().isPresent() && r.state() == State.PASS && r.reason() != null)
                .map(r -> Issue.of(
                        IssueCode.SEPARATION_MODEL,
                        r.setId() + " " + r.constraint().id() + ", "
                                + r.constraint().text() + ": " + r.reason()))
                .toList();
    }

    private static String hundredths(double mm) {
        return String.valueOf(Math.floor(mm * 100) / 100);
    }
}
