package org.cordonrt.margin;

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

    /** @param measured at least one; of equally small ones the first counts, of equally large ones the last */
    static Spread of(List<Measured> measured) {
        int n = measured.size();
        double[] distances = new double[n];
        double[] areas = new double[n];
        Measured smallest = measured.get(0);
        Measured largest = smallest;
        double area = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            Measured m = measured.get(i);
            distances[i] = m.distanceMm;
            areas[i] = m.areaMm2;
            area += m.areaMm2;
            sum += m.areaMm2 * m.distanceMm;
            if (m.distanceMm < smallest.distanceMm) {
                smallest = m;
            }
            if (m.distanceMm >= largest.distanceMm) {
                largest = m;
            }
        }
        return new Spread(
                smallest.distanceMm,
                smallest.at,
                sum / area,
                notExceededBy(distances, areas, 0.05 * area),
                notExceededBy(distances, areas, 0.95 * area),
                largest.distanceMm,
                largest.at);
    }

    /**
     * The smallest distance that points of at least an area do not exceed. Divides the points about one of them until it
     * is found, which takes a time that grows with their number only; a sort would take most of a whole measurement.
     *
     * @param distances finite; put into another order, and the areas with them
     */
    private static double notExceededBy(double[] distances, double[] areas, double area) {
        int from = 0;
        int to = distances.length;
        double before = 0;
        while (true) {
            double pivot = distances[(from + to) >>> 1];
            int less = from;
            int greater = to;
            double lessArea = 0;
            double equalArea = 0;
            for (int i = from; i < greater; ) {
                if (distances[i] < pivot) {
                    lessArea += areas[i];
                    swap(distances, areas, i++, less++);
                } else if (distances[i] > pivot) {
                    swap(distances, areas, i, --greater);
                } else {
                    equalArea += areas[i++];
                }
            }
            if (less > from && before + lessArea >= area) {
                to = less;
            } else if (greater == to || before + lessArea + equalArea >= area) {
                return pivot;
            } else {
                before += lessArea + equalArea;
                from = greater;
            }
        }
    }

    private static void swap(double[] distances, double[] areas, int i, int j) {
        double distance = distances[i];
        distances[i] = distances[j];
        distances[j] = distance;
        double area = areas[i];
        areas[i] = areas[j];
        areas[j] = area;
    }
}
