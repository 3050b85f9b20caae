package org.cordonrt.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.metric.MetricValue;
import org.jspecify.annotations.Nullable;

/**
 * One structure with what was measured on it. Immutable.
 *
 * @param match what it was taken for, and why
 * @param volumeCc volume of the slab solid; empty when it was not built
 * @param planes number of contour planes; empty when the solid was not built
 * @param coveredFraction part of the volume where the dose grid gives a dose, exactly 1 when all of it; empty without a
 *     solid or a dose
 * @param metrics what was asked, each with a value or the reason why there is none
 * @param curve cumulative histogram, when it was asked for
 * @param reason why there are no numbers; null when there are
 */
public record AssessedStructure(
        StructureMatch match,
        OptionalDouble volumeCc,
        OptionalInt planes,
        OptionalDouble coveredFraction,
        List<MetricValue> metrics,
        Optional<Curve> curve,
        @Nullable String reason) {
    public AssessedStructure {
        Objects.requireNonNull(match, "match");
        Objects.requireNonNull(volumeCc, "volumeCc");
        Objects.requireNonNull(planes, "planes");
        Objects.requireNonNull(coveredFraction, "coveredFraction");
        metrics = List.copyOf(metrics);
        Objects.requireNonNull(curve, "curve");
        if (volumeCc.isEmpty() && reason == null) {
            throw new IllegalArgumentException(name() + ": neither a volume nor a reason");
        }
    }

    /** A structure without numbers. */
    static AssessedStructure without(StructureMatch match, List<MetricValue> metrics, String reason) {
        return new AssessedStructure(
                match,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                metrics,
                Optional.empty(),
                reason);
    }

    /** Its name in the structure set. */
    public String name() {
        return match.structure().name();
    }

    /** Whether anything was asked of it. */
    public boolean isUsed() {
        return volumeCc.isPresent() || !metrics.isEmpty();
    }
}
