package org.cordonrt.check;

import java.util.List;
import java.util.stream.Stream;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.metric.Metric;

/** What is measured on a structure whatever the limits, so that plans can be compared. */
final class StandardMetrics {
    private static final List<Metric> CORD = parse(
            "Max[Gy]",
            "Mean[Gy]",
            "D0.03cc[Gy]",
            "D0.035cc[Gy]",
            "D0.1cc[Gy]",
            "D0.35cc[Gy]",
            "D1.2cc[Gy]",
            "D10%[Gy]",
            "V10Gy[cc]");
    private static final List<Metric> TARGET =
            parse("Max[Gy]", "D2%[Gy]", "Mean[Gy]", "D95%[Gy]", "D98%[Gy]", "Min[Gy]");
    private static final List<Metric> ORGAN = parse("Max[Gy]", "Mean[Gy]", "D0.03cc[Gy]", "D0.035cc[Gy]", "D5cc[Gy]");

    private StandardMetrics() {}

    /** The usual metrics of this kind of structure; empty for kinds that a check does not look at. */
    static List<Metric> of(StructureKind kind) {
        if (kind.isTarget()) {
            return TARGET;
        }
        if (kind.guardsCord() || kind == StructureKind.CORD_SECTION) {
            return CORD;
        }
        return switch (kind.organ()) {
            case CAUDA_EQUINA, SACRAL_PLEXUS, BRACHIAL_PLEXUS, BRAINSTEM, ESOPHAGUS -> ORGAN;
            default -> List.of();
        };
    }

    private static List<Metric> parse(String... expressions) {
        return Stream.of(expressions).map(Metric::parse).toList();
    }
}
