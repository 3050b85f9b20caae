package org.cordonrt.margin;

import java.util.Comparator;
import java.util.List;
import org.cordonrt.plan.Point3;

/**
 * How distances are spread over a surface, each point weighted with the area it stands for. Immutable.
 *
 * @param minMm smallest distance
 * @param minAtMm where
 * @param meanMm mean over the area
 * @param p5Mm distance that 5 % of the area does not exceed
 * @param p95Mm distance that 95 % of the area does not exceed
 * @param maxMm largest distance
 * @param maxAtMm where
 */
public record Spread(
        double minMm, Point3 minAtMm, double meanMm, double p5Mm, double p95Mm, double maxMm, Point3 maxAtMm) {

    /** One point with its distance. */
    record Measured(Point3 at, double distanceMm, double areaMm2) {}

    /** @param measured at least one */
    static Spread of(List<Measured> measured) {
        List<Measured> sorted = measured.stream()
                .sorted(Comparator.comparingDouble(Measured::distanceMm))
                .toList();
        double area = 0;
        double sum = 0;
        for (Measured m : sorted) {
            area += m.areaMm2;
            sum += m.areaMm2 * m.distanceMm;
        }
        Measured first = sorted.get(0);
        Measured last = sorted.get(sorted.size() - 1);
        return new Spread(
                first.distanceMm,
                first.at,
                sum / area,
                percentile(sorted, 0.05 * area),
                percentile(sorted, 0.95 * area),
                last.distanceMm,
                last.at);
    }

    private static double percentile(List<Measured> sorted, double area) {
        double below = 0;
        for (Measured m : sorted) {
            below += m.areaMm2;
            if (below >= area) {
                return m.distanceMm;
            }
        }
        return sorted.get(sorted.size() - 1).distanceMm;
    }
}
