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
    /** PRV, thecal sac and canal: the near-maxima that limits are published for. */
    private static final List<Metric> AROUND_CORD =
            parse("Max[Gy]", "Mean[Gy]", "D0.03cc[Gy]", "D0.035cc[Gy]", "D0.35cc[Gy]");

    private static final List<Metric> TARGET =
            parse("Max[Gy]", "D2%[Gy]", "Mean[Gy]", "D95%[Gy]", "D98%[Gy]", "Min[Gy]");
    private static final List<Metric> ORGAN = parse("Max[Gy]", "Mean[Gy]", "D0.03cc[Gy]", "D0.035cc[Gy]", "D5cc[Gy]");

    private StandardMetrics() {}

    /** What is converted to biological dose. */
    static final List<Metric> HOTTEST = parse("Max[Gy]", "D0.035cc[Gy]");

    /** The usual metrics of this kind of structure; empty for kinds that a check does not look at. */
    static List<Metric> of(StructureKind kind) {
        if (kind.isTarget()) {
            return TARGET;
        }
        if (kind == StructureKind.CORD_PRV || kind == StructureKind.THECAL_SAC || kind == StructureKind.SPINAL_CANAL) {
            return AROUND_CORD;
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
