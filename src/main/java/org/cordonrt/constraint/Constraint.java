package org.cordonrt.constraint;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.VolumeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One published limit, or one published value that is shown and not judged. Immutable.
 *
 * @param id unique in its set
 * @param structureKind what the limit was published for
 * @param structureInSource the same in the source's terms, with its contouring rule where that matters
 * @param fractions number of fractions the limit was published for
 * @param metric what is limited
 * @param comparison how the value must stand to the limit
 * @param limit in {@link #unit()}
 * @param rangeFrom lower end of a published range whose upper end is the limit; only for information
 * @param level mandatory, a goal, or information
 * @param requirement whether it counts for the verdict
 * @param priority 1 to 9, 1 first: which of several broken limits the verdict names; empty: after all that state one
 * @param condition what must hold for the limit to be meant, in words, e.g. previous irradiation; null when nothing
 * @param endpoint the harm it guards against
 * @param risk published risk at the limit, in words; null when none is published
 * @param events the number of events behind that risk, in words; null when unknown
 * @param source citation and verification
 * @param note what a reader must know; null when nothing
 * @param robustness what is asked of it beyond the plan as it stands; empty: nothing
 */
public record Constraint(
        String id,
        StructureKind structureKind,
        String structureInSource,
        int fractions,
        Metric metric,
        Comparison comparison,
        double limit,
        OptionalDouble rangeFrom,
        Level level,
        Requirement requirement,
        OptionalInt priority,
        @Nullable String condition,
        String endpoint,
        @Nullable String risk,
        @Nullable String events,
        Source source,
        @Nullable String note,
        Optional<RobustnessCriterion> robustness) {
    /** A limit on the plan as it stands. */
    public Constraint(
            String id,
            StructureKind structureKind,
            String structureInSource,
            int fractions,
            Metric metric,
            Comparison comparison,
            double limit,
            OptionalDouble rangeFrom,
            Level level,
            Requirement requirement,
            OptionalInt priority,
            @Nullable String condition,
            String endpoint,
            @Nullable String risk,
            @Nullable String events,
            Source source,
            @Nullable String note) {
        this(
                id,
                structureKind,
                structureInSource,
                fractions,
                metric,
                comparison,
                limit,
                rangeFrom,
                level,
                requirement,
                priority,
                condition,
                endpoint,
                risk,
                events,
                source,
                note,
                Optional.empty());
    }

    public Constraint {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(structureKind, "structureKind");
        Objects.requireNonNull(structureInSource, "structureInSource");
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(comparison, "comparison");
        Objects.requireNonNull(rangeFrom, "rangeFrom");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(requirement, "requirement");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(robustness, "robustness");
        if (fractions < 1) {
            throw new IllegalArgumentException(id + ": " + fractions + " fractions");
        }
        if (!Double.isFinite(limit) || limit < 0) {
            throw new IllegalArgumentException(id + ": the limit is " + limit);
        }
        if (rangeFrom.isPresent() && !(rangeFrom.getAsDouble() >= 0 && rangeFrom.getAsDouble() < limit)) {
            throw new IllegalArgumentException(id + ": a range from " + rangeFrom.getAsDouble() + " to " + limit);
        }
        if (level == Level.INFORMATION ? requirement != Requirement.NEVER : rangeFrom.isPresent()) {
            throw new IllegalArgumentException(id + ": a range is information, and information never counts");
        }
        if (metric instanceof Metric.Separation != (comparison == Comparison.AT_LEAST)) {
            throw new IllegalArgumentException(id + ": " + metric.expression() + " " + comparison.symbol());
        }
        if (robustness.isPresent() && (level == Level.INFORMATION || comparison == Comparison.AT_LEAST)) {
            throw new IllegalArgumentException(id + ": only a limit on a dose is held against shifts");
        }
        if (!structureKind.takesLimits()) {
            throw new IllegalArgumentException(id + ": no limit can be put on " + structureKind);
        }
    }

    /** The other kind of a {@link Metric.Separation}; empty for limits on the dose. */
    public Optional<StructureKind> to() {
        return metric instanceof Metric.Separation s ? Optional.of(StructureKind.valueOf(s.to())) : Optional.empty();
    }

    /**
     * The same limit on another metric of the same unit.
     *
     * @throws IllegalArgumentException if the unit is another one
     */
    public Constraint withMetric(Metric other) {
        if (!other.unit().equals(metric.unit())) {
            throw new IllegalArgumentException(id + ": " + other.expression() + " instead of " + metric.expression());
        }
        return with(other, robustness);
    }

    /** The same limit, with something asked of it beyond the plan as it stands. */
    public Constraint withRobustness(RobustnessCriterion criterion) {
        return with(metric, Optional.of(criterion));
    }

    private Constraint with(Metric limited, Optional<RobustnessCriterion> asked) {
        return new Constraint(
                id,
                structureKind,
                structureInSource,
                fractions,
                limited,
                comparison,
                limit,
                rangeFrom,
                level,
                requirement,
                priority,
                condition,
                endpoint,
                risk,
                events,
                source,
                note,
                asked);
    }

    /** Symbol of the unit of limit and value: Gy, cGy, cc, % or mm. */
    public String unit() {
        return metric.unit();
    }

    /** The limit as text, e.g. {@code D0.035cc[Gy] <= 14 Gy}, or {@code Max[Gy] 10 to 14 Gy} for a range. */
    public String text() {
        if (rangeFrom.isPresent()) {
            return metric.expression() + " " + Figures.plain(rangeFrom.getAsDouble()) + " to " + Figures.plain(limit)
                    + " " + unit();
        }
        String other = to().map(k -> " to " + k.words()).orElse("");
        return metric.expression() + other + " " + comparison.symbol() + " " + Figures.plain(limit) + " " + unit();
    }

    /** The absolute volume the limit is about, cc: a smaller structure cannot show whether it is kept. */
    OptionalDouble volumeCc() {
        if (metric instanceof Metric.DoseAtVolume d && d.volumeUnit() == VolumeUnit.CC) {
            return OptionalDouble.of(d.volume());
        }
        if (metric instanceof Metric.VolumeAtDose v && v.volumeUnit() == VolumeUnit.CC) {
            return OptionalDouble.of(limit);
        }
        return OptionalDouble.empty();
    }
}
