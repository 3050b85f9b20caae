package org.cordonrt.reirradiation;

import java.util.Objects;
import java.util.OptionalDouble;
import org.cordonrt.plan.DoseGrid;

/** A course of radiotherapy before the current plan. */
public sealed interface PriorCourse {
    /** How a report calls it. */
    String label();

    /** Number of fractions. */
    int fractions();

    /** Months from it to the current course; empty when unknown. */
    OptionalDouble monthsAgo();

    /**
     * A course of which only the largest dose is known. It is taken to lie at every point.
     *
     * @param maxGy largest physical dose of the course to the thecal sac or the cord, Gy
     */
    record Maximum(String label, double maxGy, int fractions, OptionalDouble monthsAgo) implements PriorCourse {
        public Maximum {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(monthsAgo, "monthsAgo");
            require(fractions, monthsAgo);
            if (!(maxGy >= 0) || Double.isInfinite(maxGy)) {
                throw new IllegalArgumentException("a previous dose of " + maxGy + " Gy");
            }
        }
    }

    /**
     * A course of which the dose distribution is known.
     *
     * @param dose physical dose of the course, in the coordinates of the current plan
     * @param placedBy how it came there, in words: the same frame of reference, or a registration
     * @param registered whether a registration placed it, so that its error matters
     * @param outsideGy the dose to assume outside the grid; empty: nothing is known there
     */
    record Distribution(
            String label,
            DoseGrid dose,
            String placedBy,
            boolean registered,
            int fractions,
            OptionalDouble monthsAgo,
            OptionalDouble outsideGy)
            implements PriorCourse {
        public Distribution {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(dose, "dose");
            Objects.requireNonNull(placedBy, "placedBy");
            Objects.requireNonNull(monthsAgo, "monthsAgo");
            Objects.requireNonNull(outsideGy, "outsideGy");
            require(fractions, monthsAgo);
            if (outsideGy.isPresent() && !(outsideGy.getAsDouble() >= 0 && Double.isFinite(outsideGy.getAsDouble()))) {
                throw new IllegalArgumentException("a dose of " + outsideGy.getAsDouble() + " Gy outside the grid");
            }
        }
    }

    private static void require(int fractions, OptionalDouble monthsAgo) {
        if (fractions < 1) {
            throw new IllegalArgumentException(fractions + " fractions");
        }
        if (monthsAgo.isPresent() && !(monthsAgo.getAsDouble() >= 0 && Double.isFinite(monthsAgo.getAsDouble()))) {
            throw new IllegalArgumentException(monthsAgo.getAsDouble() + " months ago");
        }
    }
}
